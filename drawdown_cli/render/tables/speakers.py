"""Who is quoted: how often, under which names and roles, from when to when."""

from __future__ import annotations

from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.layout import Column, Row
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.tables import Table
from drawdown_cli.render.view import STYLES, View, ltr

_MOST_NAMES = 4


def row(record: Record, view: View) -> Row:
    """Return the cells of a speaker."""
    return (
        Text(one_line(record["speaker"]), style=STYLES["speaker"]),
        Text(view.label("type", record.get("type") or "unknown")),
        Text(ltr(f"{record['quotes']:,}"), style=STYLES["number"]),
        _names(record, view),
        _when(record),
    )


def _names(record: Record, view: View) -> Text:
    """The other names and the roles, the first few of them."""
    known = [*(record.get("roles") or ()), *(record.get("aliases") or ())]
    names = list(dict.fromkeys(one_line(str(name)) for name in known if name and name != record["speaker"]))
    text = Text("، ".join(names[:_MOST_NAMES]))
    if len(names) > _MOST_NAMES:
        text.append(f" +{len(names) - _MOST_NAMES}", STYLES["dim"])
    return text


def _when(record: Record) -> Text:
    ends = [str(record.get(key) or "") for key in ("since", "until")]
    words = ends[0] if ends[0] == ends[1] else " – ".join(ends)
    return Text(ltr(words.strip()), style=STYLES["date"])


TABLE = Table(
    columns=(
        Column(name="speaker", share=2, side="right", part="head"),
        Column(name="kind", most=14),
        Column(name="quotes", side="right", named=True),
        Column(name="names", share=4, side="right", part="body"),
        Column(name="when", most=23),
    ),
    row=row,
    airy=False,
)
