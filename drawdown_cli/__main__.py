"""Run the command line as `python -m drawdown_cli`."""

from drawdown_cli.cli import main

if __name__ == "__main__":
    main()
