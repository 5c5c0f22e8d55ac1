"""What is in the index: each article with its date, its source and what it holds."""

from __future__ import annotations

from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.cells import published_cell
from drawdown_cli.render.layout import Column, Row
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.tables import Table
from drawdown_cli.render.view import STYLES, View, ltr


def row(record: Record, view: View) -> Row:
    """Return the cells of an article."""
    return (
        published_cell(record, view),
        Text(one_line(record.get("title") or ""), style=STYLES["head"]),
        Text(one_line(record.get("source") or "")),
        *(Text(ltr(f"{record.get(key) or 0:,}"), style=STYLES["number"]) for key in ("quotes", "changes")),
        Text(one_line(record["doc"]), style=STYLES["dim"]),
    )


TABLE = Table(
    columns=(
        Column(name="published", most=13),
        Column(name="title", share=4, side="right", part="head"),
        Column(name="source", share=2, side="right"),
        Column(name="quotes", side="right", named=True),
        Column(name="changes", side="right", named=True),
        Column(name="doc", most=32),
    ),
    row=row,
    airy=False,
)
