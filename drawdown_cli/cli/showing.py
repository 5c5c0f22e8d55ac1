"""From a command's results to what is shown, and to its exit code."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import typer

from drawdown_cli.cli.options import Settings
from drawdown_cli.errors import UsageError
from drawdown_cli.records import Record
from drawdown_cli.render import show as render
from drawdown_cli.render.output import Format, Output


def output_of(settings: Settings) -> Output:
    """Return how to show, as the shared options say.

    Raises UsageError for a format that does not exist.
    """
    try:
        chosen = Format(settings.format) if settings.format else None
    except ValueError as error:
        raise UsageError(f"--format takes {', '.join(Format)}; not {settings.format!r}") from error
    return Output(
        format=chosen,
        lang=settings.lang or "en",
        bidi=settings.bidi or "auto",
        color=settings.color or "auto",
        width=settings.width,
        file=settings.output,
        excel=settings.excel,
        pager=not settings.no_pager,
    )


def show(kind: str, records: Iterable[Record], settings: Settings, limit: int | None = None) -> int:
    """Show at most `limit` records; return how many were shown."""
    return render(kind, islice(records, limit), output_of(settings))


def end(shown: int) -> None:
    """End the command: 0 when something was found, 1 when nothing was."""
    raise typer.Exit(0 if shown else 1)
