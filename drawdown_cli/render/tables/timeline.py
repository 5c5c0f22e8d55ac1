"""The timeline: changes by year, each with its date, status, number, place, words and sources."""

from __future__ import annotations

from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.cells import correction_sign, date_cell, number_cell
from drawdown_cli.render.layout import Column, Row
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.tables import Table
from drawdown_cli.render.view import STYLES, View


def row(record: Record, view: View) -> Row:
    """Return the cells of a change."""
    return (
        date_cell(record, view),
        _change(record, view),
        number_cell(record, view),
        _place(record),
        _text(record),
        _sources(record, view),
    )


def year(record: Record, view: View) -> str:
    """Return the year in which a change begins."""
    first = record.get("date_start") or record.get("date_end") or ""
    return first[:4] or view.label("say", "undated")


def _change(record: Record, view: View) -> Text:
    status = record["status"]
    text = Text(view.label("category", record["category"]))
    text.append("\n" + view.label("status", status), STYLES[status])
    signs = (("confidence", "?", "low"), ("conflicts_with", "!", "conflict"), ("fulfils", "✓", "fulfils"))
    for key, sign, mark in signs:
        value = record.get(key)
        if value == "low" if key == "confidence" else value:
            text.append(f" {view.mark(sign, mark)}", STYLES["denied" if mark == "conflict" else "dim"])
    return text.append_text(correction_sign(record, view))


def _place(record: Record) -> Text:
    """Where and whose; a phrase says that already."""
    if record.get("phrase"):
        return Text()
    names = (record.get(key) or "" for key in ("place", "base"))
    text = Text("\n".join(dict.fromkeys(one_line(name) for name in names if name)))
    force = one_line(record.get("force") or "")
    if force:
        text.append(("\n" if text.plain else "") + force, STYLES["dim"])
    return text


def _text(record: Record) -> Text:
    """The change in one phrase, and under it the report's own words."""
    words = one_line(record["text"])
    if not record.get("phrase"):
        return Text(words)
    return Text(one_line(record["phrase"])).append("\n" + words, STYLES["dim"])


def _sources(record: Record, view: View) -> Text:
    sources = record.get("sources") or [record]
    titles = (one_line(str(source.get("title") or source["doc"])) for source in sources)
    names = dict.fromkeys(view.elided(title) for title in titles)
    return Text("\n".join(names), style=STYLES["dim"])


TABLE = Table(
    columns=(
        Column(name="date", most=14),
        Column(name="change", most=16),
        Column(name="number", most=22),
        Column(name="place", most=18),
        Column(name="text", share=5, side="script", part="body"),
        Column(name="source", share=3, side="right", part="foot"),
    ),
    row=row,
    group=year,
)
