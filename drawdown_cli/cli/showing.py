"""From a command's results to what is shown, and to its exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import typer

from drawdown_cli.cli.opening import tell
from drawdown_cli.cli.options import Settings
from drawdown_cli.errors import UsageError
from drawdown_cli.records import Record, extended
from drawdown_cli.render import show as render
from drawdown_cli.render.export import write_told
from drawdown_cli.render.output import Format, Output, opened

if TYPE_CHECKING:
    from drawdown_cli.store.index import Index

_BATCH = 200
_PUBLISHED = frozenset({"search", "kwic", "quotes"})
"""Kinds of record that bear their article's date but not what it rests on."""


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
    index: Index,
    limit: int | None = None,
) -> int:
    """Show at most `limit` records from an index; return how many were shown.

    Tables say of each article's date what it rests on; in exports, each record says what it was made by.
    """
    output = output_of(settings)
    records = islice(records, limit)
    if output.chosen is not Format.TABLE:
        records = with_versions(records, index)
    elif kind in _PUBLISHED:
        records = _with_basis(records, index)
    shown = render(kind, records, output)
    if not shown and output.chosen is Format.TABLE:
        # A pipe is told by the exit code; whoever looks at a screen would see nothing at all.
        tell(settings, "nothing found")
    return shown


def show_told(told: Iterable[str], settings: Settings, index: Index) -> int:
    """Show records whose JSON is made already as JSON; return how many there were."""
    from drawdown_cli.versions import versions

    output = output_of(settings)
    with opened(output) as sink:
        told = extended(told, {"versions": versions(index.analysis)})
        return write_told(told, output.chosen, sink)


def with_versions(records: Iterable[Record], index: Index) -> Iterator[Record]:
    """Yield records with the versions of the tool, the lexicons and the schema."""
    from drawdown_cli.versions import versions

    made_by = versions(index.analysis)
    return ({**record, "versions": made_by} for record in records)


def _with_basis(records: Iterator[Record], index: Index) -> Iterator[Record]:
    """The records with their articles' `published_basis`, which a table marks where it is inference."""
    while batch := list(islice(records, _BATCH)):
        articles = index.fetch(sorted({record["doc"] for record in batch}))
        for record in batch:
            yield {**record, "published_basis": articles[record["doc"]].published.basis.value}


def end(shown: int) -> None:
    """End the command: 0 when something was found, 1 when nothing was."""
    raise typer.Exit(0 if shown else 1)
