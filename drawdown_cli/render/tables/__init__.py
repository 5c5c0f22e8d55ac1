"""Tables for people: one module a kind, each with its columns and what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from itertools import chain, islice
from typing import NamedTuple, TextIO

from rich.segment import Segment
from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.layout import Column, Row, card, grid_head, grid_row, widths
from drawdown_cli.render.output import Output
from drawdown_cli.render.view import STYLES, View, view_on

CARDS_BELOW = 100
_Laid = tuple[Record, Row]
_BATCH = 200


class Table(NamedTuple):
    """A kind of table: its columns, the cells of a record, and what its rows are grouped by.

    `airy` leaves a line between rows, `cards` lets a narrow screen have cards instead, `mirrored` runs from
    right to left in every language.
    """

    columns: Sequence[Column]
    row: Callable[[Record, View], Row]
    group: Callable[[Record, View], str] | None = None
    airy: bool = True
    cards: bool = True
    mirrored: bool = False


def write_table(kind: str, records: Iterable[Record], output: Output, sink: TextIO) -> int:
    """Write a table, as cards on a narrow screen; return the number of its rows."""
    return write_rows(table_of(kind), records, view_on(sink, output))


def table_of(kind: str) -> Table:
    """Return the table of a kind: each has a module of its name."""
    table: Table = import_module(f"drawdown_cli.render.tables.{kind}").TABLE
    return table


def write_rows(table: Table, records: Iterable[Record], view: View) -> int:
    """Write a table to a view; return the number of its rows."""
    page = view.mirrored
    view.mirrored = page or table.mirrored
    laid = ((record, table.row(record, view)) for record in records)
    first = list(islice(laid, _BATCH))
    if not first:
        return 0
    counter = _Counter()
    narrow = table.cards and view.width < CARDS_BELOW
    lines = _cards if narrow else _grid
    view.write(lines(table, first, counter.counting(chain(first, laid)), view))
    # The legend runs as its language does, whichever way the table ran.
    view.mirrored = page
    view.write_legend()
    return counter.count


class _Counter:
    """Counts what passes."""

    def __init__(self) -> None:
        self.count = 0

    def counting(self, rows: Iterable[_Laid]) -> Iterator[_Laid]:
        for row in rows:
            self.count += 1
            yield row


def _grid(table: Table, first: Sequence[_Laid], rows: Iterable[_Laid], view: View) -> Iterator[list[Segment]]:
    """The lines of a grid, as wide as its first rows ask for."""
    sizes = widths(table.columns, [row for _, row in first], view)
    yield from grid_head(table.columns, sizes, view)
    for group, row in _grouped(table, rows, view):
        if group:
            yield from _group_line(group, view)
        yield from grid_row(table.columns, row, sizes, view)
        if table.airy:
            yield [Segment("")]


def _cards(
    table: Table, first: Sequence[_Laid], rows: Iterable[_Laid], view: View
) -> Iterator[list[Segment]]:
    for group, row in _grouped(table, rows, view):
        if group:
            yield from _group_line(group, view)
        yield from card(table.columns, row, view)


def _grouped(table: Table, rows: Iterable[_Laid], view: View) -> Iterator[tuple[str, Row]]:
    """Each row with the name of the group that it begins, if it begins one."""
    last = None
    for record, row in rows:
        group = table.group(record, view) if table.group else ""
        yield group if group != last else "", row
        last = group


def _group_line(name: str, view: View) -> Iterator[list[Segment]]:
    text = Text(name, style=STYLES["head"])
    return view.bidi(text, right=view.mirrored).lines(view.width)
