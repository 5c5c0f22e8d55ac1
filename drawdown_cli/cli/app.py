"""The Typer application with all its commands, in the order in which the help lists them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from importlib import import_module
from inspect import cleandoc
from typing import Annotated

import typer

from drawdown_cli import __version__
from drawdown_cli.cli.completing import COMPLETING, asked_command

Abort = typer.Abort
UsageProblem: type[Exception] = typer.BadParameter.__mro__[1]
"""What Typer raises for wrong usage; it exports only the subclass."""
EXAMPLES = (
    'Examples:  drawdown search "مهمة استشارية"   |   drawdown quotes --speaker كيربي   |   '
    "drawdown timeline --since 2020"
)
_EXAMPLES = "Examples:"

COMMANDS = {
    "search": "Find articles by words, names and phrases.",
    "quotes": "Who said what, when, in which article.",
    "speakers": "Who is quoted, how often, under which names.",
    "timeline": "Troop-level and mission changes in order of time.",
    "index": "Read your own files and folders.",
    "show": "One article with what was found in it marked.",
    "correct": "Accept, reject or mend one fact.",
    "report": "All of it as one offline HTML page.",
    "info": "What is in the index, and how it was dated.",
    "annotate": "The analysis of one text as JSON, without an index.",
    "bidi": "Choose how Arabic is written in this terminal.",
    "schema": "The JSON Schema of what a command writes.",
}
"""The commands in the order in which the help lists them, with what it says of each."""


def application(arguments: Sequence[str] | None = None) -> typer.Typer:
    """Return the application that runs these arguments; without any, the whole of it.

    The options of all commands take longer to build than most commands to run: where one command is named,
    only that one is built, and for the list of commands what COMMANDS says will do.
    """
    app = typer.Typer(
        name="drawdown",
        help=_help(_root.__doc__ or "", EXAMPLES),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    word = next((word for word in arguments or () if not word.startswith("-")), "")
    whole = arguments is None
    if COMPLETING in os.environ:
        word = asked_command()
    for name in (word,) if word in COMMANDS and not whole else COMMANDS:
        if whole or name == word:
            module = import_module(f"drawdown_cli.cli.{name}")
            command, examples = getattr(module, name), getattr(module, "EXAMPLES", "")
            help = _help(command.__doc__ or "", examples)
            app.command(name=name, help=help, short_help=COMMANDS[name])(command)
        else:
            app.command(name=name, short_help=COMMANDS[name])(_listed)
    return app


def _help(sentence: str, examples: str) -> str:
    """What a command does, and its examples a line each: they come before the options."""
    lines = "\n".join(f"  {line}" for line in examples.removeprefix(_EXAMPLES).strip().split("   |   "))
    return f"{cleandoc(sentence)}\n\n\b\n{_EXAMPLES}\n{lines}"


def _listed() -> None:
    """A command without options, for the list of commands and for guessing at a misspelt one."""


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


def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Search, quotations and a troop-level timeline from Arabic news about military drawdowns."""
