"""`drawdown bidi`: let the eye say which way of writing Arabic this terminal reads right, and remember it."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from drawdown_cli.cli.options import Settings, with_settings
from drawdown_cli.errors import UsageError

EXAMPLES = "Examples:  drawdown bidi   |   drawdown bidi --choose 2   |   drawdown bidi --choose auto"

Choose = Annotated[
    str | None,
    typer.Option("--choose", metavar="N|MODE", help="Remember this line, or auto to forget, without asking."),
]


@with_settings
def bidi(settings: Settings, choose: Choose = None) -> None:
    """Show one sentence in every mode, ask which line reads right, and remember the answer."""
    from drawdown_cli.cli.showing import output_of
    from drawdown_cli.render.trial import write_trial

    if choose is None:
        if not sys.stdout.isatty():
            raise UsageError("drawdown bidi shows lines to be looked at; run it in a terminal, or --choose")
        now = write_trial(output_of(settings), sys.stdout)
        print(f"\nnow: {now.mode} ({now.reason})")
        choose = _asked() if sys.stdin.isatty() else ""
    if choose:
        _remember(choose)


def _asked() -> str:
    print("Which line reads right? [1-6; Enter keeps what is] ", end="", flush=True)
    return sys.stdin.readline().strip()


def _remember(answer: str) -> None:
    """Write the chosen mode into config.toml.

    Raises UsageError for an answer that is neither a line's number nor a mode.
    """
    from drawdown_cli.cli.config import write_config
    from drawdown_cli.render.trial import MODES

    names = ["auto", *(mode.value for mode in MODES)]
    chosen = names[int(answer)] if answer.isdecimal() and int(answer) < len(names) else answer
    if chosen not in names:
        raise UsageError(f"{answer!r} is no line; choose 1 to {len(MODES)}, or: {', '.join(names)}")
    path = write_config("bidi", chosen)
    print(f"drawdown: remembered {chosen} in {path}; drawdown bidi changes it", file=sys.stderr)
