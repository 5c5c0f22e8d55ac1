"""What was found in an article, each with the rule and the cue that found it, its span and its confidence."""

from __future__ import annotations

from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.cells import correction_sign
from drawdown_cli.render.layout import Column, Row
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.tables import Table
from drawdown_cli.render.view import STYLES, View, ltr

_MOST_WORDS = 120  # the article itself stands above the list


def row(record: Record, view: View) -> Row:
    """Return the cells of a fact."""
    return (
        _what(record, view),
        _value(record),
        Text(ltr(one_line(record["rule"]))),
        Text(one_line(record["cue"])),
        Text(ltr(f"{record['start']}–{record['end']}"), style=STYLES["dim"]),
        Text(view.label("confidence", record["confidence"])).append_text(correction_sign(record, view)),
        Text(view.elided(one_line(record["text"]), _MOST_WORDS)),
    )


def _what(record: Record, view: View) -> Text:
    """What it is, and the id by which corrections.toml names it."""
    text = Text(view.label("found", record["what"]), style=STYLES[record["what"]])
    return text.append("\n" + ltr(record["id"]), STYLES["dim"]) if record.get("id") else text


def _value(record: Record) -> Text:
    """Who or how much; under a speaker why he goes unnamed."""
    text = Text(ltr(one_line(record["value"])))
    reason = one_line(record.get("anonymity") or "")
    return text.append("\n" + reason, STYLES["dim"]) if reason else text


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
