"""Tables for people."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from drawdown_cli.records import Record
from drawdown_cli.render.export import cell_text
from drawdown_cli.render.output import Output

COLUMNS = {
    "search": ("score", "published", "title", "snippet", "doc"),
    "quotes": ("date", "speaker", "role", "kind", "content", "doc"),
    "speakers": ("speaker", "type", "quotes", "roles", "aliases", "since", "until"),
    "timeline": ("date_start", "date_end", "category", "value", "unit", "place", "status", "text", "doc"),
    "info": ("doc", "published", "published_basis", "source", "title", "quotes", "changes"),
}
"""The columns of each kind of table; the machine formats have every field."""


def write_table(kind: str, records: Iterable[Record], output: Output, sink: TextIO) -> int:
    """Write a table; return the number of its rows."""
    from rich.console import Console
    from rich.table import Table

    names = COLUMNS[kind]
    table = Table(*names)
    count = 0
    for record in records:
        count += 1
        table.add_row(*(cell_text(record.get(name)) for name in names))
    if count:
        Console(file=sink, width=output.width, highlight=False, markup=False).print(table)
    return count
