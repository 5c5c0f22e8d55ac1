"""A concordance: every match in the middle of its line, read from right to left."""

from __future__ import annotations

from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.cells import published_cell
from drawdown_cli.render.layout import Column, Row
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.tables import Table
from drawdown_cli.render.tables.search import match_style
from drawdown_cli.render.view import STYLES, View

_WIDE = 120


def row(record: Record, view: View) -> Row:
    """Return the cells of a line."""
    return (
        published_cell(record, view),
        Text(one_line(record.get("before") or "")),
        Text(one_line(record["match"]), style=match_style(record.get("how") or "", view)),
        Text(one_line(record.get("after") or "")),
        _source(record, view),
    )


def _source(record: Record, view: View) -> Text:
    """The article's title, where there is room for it."""
    if view.width < _WIDE:
        return Text()
    return Text(one_line(record.get("title") or record["doc"]), style=STYLES["dim"])


TABLE = Table(
    columns=(
        Column(name="published", most=12),
        Column(name="context", share=1, side="left", keep="last"),
        Column(name="match", most=24, keep="first"),
        Column(name="context", share=1, keep="first"),
        Column(name="source", most=28, keep="first"),
    ),
    row=row,
    airy=False,
    cards=False,
    mirrored=True,
)
