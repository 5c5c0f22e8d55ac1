"""Quotations: when, who, in what role, how, and the words."""

from __future__ import annotations

from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.cells import basis_sign, correction_sign, interval, published_cell
from drawdown_cli.render.layout import Column, Row
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.tables import Table
from drawdown_cli.render.view import STYLES, View, highlighted, ltr

_RESOLVED = frozenset(
    {"continuation", "corpus", "full-name", "holder", "reference", "role", "subject", "subject-before"}
)


def row(record: Record, view: View) -> Row:
    """Return the cells of a quotation."""
    return (
        _date(record, view),
        _speaker(record, view),
        _kind(record, view),
        _content(record),
        _source(record, view),
    )


def _date(record: Record, view: View) -> Text:
    """When it was said; else the article's date."""
    if not record.get("date"):
        return published_cell(record, view)
    start, _, end = one_line(record["date"]).partition("/")
    basis = record.get("date_basis") or ""
    return Text(ltr((interval(start, end) if end else start) + basis_sign(basis, view)), style=STYLES["date"])


def _speaker(record: Record, view: View) -> Text:
    name = record.get("speaker") or record.get("source") or view.label("type", "unknown")
    text = Text().append(one_line(name), STYLES["speaker"])
    role = one_line(record.get("role") or "")
    if role and role not in one_line(name):
        text.append("\n" + role, STYLES["dim"])
    if record.get("via"):
        text.append(f"\n{view.label('say', 'via')} {one_line(record['via'])}", STYLES["dim"])
    if record.get("anonymity"):
        text.append("\n" + one_line(record["anonymity"]), STYLES["dim"])
    how = _resolved(record, view)
    return text.append(f"\n({how})", STYLES["dim"]) if how else text


def _resolved(record: Record, view: View) -> str:
    """How the name was found, where the words beside the quotation do not give it."""
    steps = [step for step in one_line(record.get("rule") or "").split("/")[1:] if step in _RESOLVED]
    return "; ".join(view.label("resolved", step) for step in steps)


def _kind(record: Record, view: View) -> Text:
    text = Text(view.label("kind", record["kind"]))
    if record.get("act", "statement") != "statement":
        text.append("\n" + view.label("act", record["act"]), STYLES["possible"])
    if record.get("confidence") == "low":
        text.append(f" {view.mark('?', 'low')}", STYLES["denied"])
    return text.append_text(correction_sign(record, view))


def _content(record: Record) -> Text:
    """The quotation, in its sentences where they were asked for."""
    context = record.get("context") or ""
    start = context.find(record["content"])
    if start >= 0 and context:
        return highlighted(context, [(start, start + len(record["content"]), STYLES["said"])], STYLES["dim"])
    words = one_line(record["content"])
    return Text(f"«{words}»" if record["kind"] == "direct" else words)


def _source(record: Record, view: View) -> Text:
    return Text(view.elided(one_line(record.get("title") or record["doc"])), style=STYLES["dim"])


TABLE = Table(
    columns=(
        Column(name="date", most=14),
        Column(name="speaker", share=2, side="right", part="head"),
        Column(name="kind", most=14),
        Column(name="content", share=5, side="right", part="body"),
        Column(name="source", share=2, side="right", part="foot"),
    ),
    row=row,
)
