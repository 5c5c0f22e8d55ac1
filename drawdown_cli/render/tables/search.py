"""What a search found: the best articles first, each with its passages, the matching words marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from rich.style import Style
from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.cells import published_cell
from drawdown_cli.render.layout import Column, Row
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.tables import Table
from drawdown_cli.render.view import STYLES, View, highlighted, ltr

UNLIKE = frozenset({"fuzzy"})
"""Ways of matching in which the word is not the query's own."""


def row(record: Record, view: View) -> Row:
    """Return the cells of a hit."""
    score = Text(ltr(f"{record['score']:.0f}"), style=STYLES["number"])
    return score, published_cell(record, view), title(record, view), _passages(record, view)


def title(record: Record, view: View) -> Text:
    """Return an article's title, its source and the name by which `drawdown show` knows it."""
    text = Text().append(one_line(record.get("title") or record["doc"]), STYLES["head"])
    for key in ("source", "doc"):
        if record.get(key):
            text.append("\n" + one_line(record[key]), STYLES["dim"])
    return text


def _passages(record: Record, view: View) -> Text:
    passages = record.get("passages") or [{"start": 0, "text": record["snippet"], "matches": ()}]
    return Text("\n").join(
        highlighted(passage["text"], _spans(passage["matches"], passage["start"], view))
        for passage in passages
    )


def _spans(matches: Iterable[Sequence[Any]], start: int, view: View) -> Iterator[tuple[int, int, Style]]:
    for match_start, match_end, *_, how in matches:
        yield match_start - start, match_end - start, match_style(how, view)


def match_style(how: str, view: View) -> Style:
    """Return the style of a match: a word that only resembles the query's looks different."""
    if how not in UNLIKE:
        return STYLES["match"]
    if view.colored:
        view.mark("■", "fuzzy")
    return STYLES["fuzzy"]


TABLE = Table(
    columns=(
        Column(name="score", named=True),
        Column(name="published", most=12),
        Column(name="title", share=2, side="right", part="head"),
        Column(name="passage", share=5, side="right", part="body"),
    ),
    row=row,
)
