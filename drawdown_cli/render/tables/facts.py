"""What was found in an article, each with the rule and the cue that found it, its span and its confidence."""

from __future__ import annotations

from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.layout import Column, Row
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.tables import Table
from drawdown_cli.render.view import STYLES, View, ltr


def row(record: Record, view: View) -> Row:
    """Return the cells of a fact."""
    return (
        Text(view.label("found", record["what"]), style=STYLES[record["what"]]),
        Text(ltr(one_line(record["value"]))),
        Text(ltr(one_line(record["rule"]))),
        Text(one_line(record["cue"])),
        Text(ltr(f"{record['start']}–{record['end']}"), style=STYLES["dim"]),
        Text(view.label("confidence", record["confidence"])),
        Text(one_line(record["text"])),
    )


TABLE = Table(
    columns=(
        Column(name="what", part="head"),
        Column(name="value", most=24),
        Column(name="rule", most=24, named=True),
        Column(name="cue", most=16, named=True),
        Column(name="span"),
        Column(name="confidence", named=True),
        Column(name="words", share=1, side="right", part="body"),
    ),
    row=row,
    airy=False,
)
