"""From a command's results to what is shown, and to its exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import typer

from drawdown_cli.cli.options import Settings
from drawdown_cli.errors import UsageError
from drawdown_cli.records import Record
from drawdown_cli.render import show as render
from drawdown_cli.render.output import Format, Output

if TYPE_CHECKING:
    from drawdown_cli.store.index import Index

_BATCH = 200


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


def show(
    kind: str,
    records: Iterable[Record],
    settings: Settings,
    limit: int | None = None,
    index: Index | None = None,
) -> int:
    """Show at most `limit` records; return how many were shown.

    With the index that they come from, tables say of each article's date what it rests on.
    """
    output = output_of(settings)
    records = islice(records, limit)
    if index is not None and output.chosen is Format.TABLE:
        records = _with_basis(records, index)
    return render(kind, records, output)


def _with_basis(records: Iterator[Record], index: Index) -> Iterator[Record]:
    """The records with their articles' `published_basis`, which a table marks where it is inference."""
    while batch := list(islice(records, _BATCH)):
        articles = index.fetch(sorted({record["doc"] for record in batch}))
        for record in batch:
            yield {**record, "published_basis": articles[record["doc"]].published.basis.value}


def end(shown: int) -> None:
    """End the command: 0 when something was found, 1 when nothing was."""
    raise typer.Exit(0 if shown else 1)
