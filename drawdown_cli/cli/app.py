"""The Typer application with all its commands, in the order in which the help lists them."""

from __future__ import annotations

from importlib import import_module
from typing import Annotated

import typer

from drawdown_cli import __version__

Abort = typer.Abort
UsageProblem: type[Exception] = typer.BadParameter.__mro__[1]
"""What Typer raises for wrong usage; it exports only the subclass."""

COMMANDS = ("search", "quotes", "speakers", "timeline", "index", "show", "annotate", "info", "bidi")

app = typer.Typer(
    name="drawdown",
    help="Search, quotations and a troop-level timeline from Arabic news about military drawdowns.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=(
        'Examples:  drawdown search "مهمة استشارية"   |   drawdown quotes --speaker كيربي   |   '
        "drawdown timeline --since 2020"
    ),
)


def usage_sentence(problem: Exception) -> str:
    """Return what was wrong with the command's words, and where to read about them."""
    context = getattr(problem, "ctx", None)
    where = context.command_path if context else "drawdown"
    # Typer has no type for this: problem is its UsageError.
    message = str(problem.format_message()) if hasattr(problem, "format_message") else str(problem)
    return f"{message.rstrip('.')}; see: {where} --help"


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"drawdown {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Search, quotations and a troop-level timeline from Arabic news about military drawdowns."""


for _command in COMMANDS:
    module = import_module(f"drawdown_cli.cli.{_command}")
    app.command(name=_command, epilog=getattr(module, "EXAMPLES", None))(getattr(module, _command))
