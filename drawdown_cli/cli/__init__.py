"""The command line: each module one command; everything heavy is imported inside the command."""

from __future__ import annotations

import signal
import sys

from drawdown_cli.errors import DrawdownError

INTERRUPTED = 130


def main() -> None:
    """Run the command line and end the process: 0 found, 1 nothing found, 2 error, 130 interrupted."""
    if hasattr(signal, "SIGPIPE"):
        # A closed pipe ends us silently, as it does grep (141 in a shell).
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        # Arabic must come out whole whatever the locale says.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    raise SystemExit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; every message for the user goes to stderr."""
    from drawdown_cli.cli.app import Abort, UsageProblem, application, usage_sentence

    try:
        if not arguments:
            application()(["--help"], standalone_mode=False, prog_name="drawdown")
            return 2
        code = application(arguments)(arguments, standalone_mode=False, prog_name="drawdown")
    except DrawdownError as error:
        return _fail(str(error))
    except UsageProblem as problem:
        return _fail(usage_sentence(problem))
    except (KeyboardInterrupt, Abort):
        print("drawdown: interrupted", file=sys.stderr)
        return INTERRUPTED
    return code if isinstance(code, int) else 0


def _fail(message: str) -> int:
    from drawdown_cli.render.printable import printable

    # A file's name or a query may hold what a terminal would obey.
    print(printable(f"drawdown: {message}"), file=sys.stderr)
    sys.stdout.flush()
    return 2
