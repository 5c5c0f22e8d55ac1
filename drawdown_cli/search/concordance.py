"""A concordance: every match in the middle of its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drawdown_cli.models import Hit, How
from drawdown_cli.store.index import Index

WIDTH = 60
"""Letters of context on each side."""


class Line(NamedTuple):
    """A match with what stands before and after it."""

    doc: str
    title: str
    published: str
    source: str
    start: int
    end: int
    before: str
    match: str
    after: str
    term: str
    how: How


def concordance(index: Index, hits: Iterable[Hit], width: int = WIDTH) -> Iterator[Line]:
    """Yield a line for each match of each hit, in the order of the hits and then of the text."""
    for hit in hits:
        text = index.fetch([hit.doc])[hit.doc].text
        for match in hit.matches:
            yield Line(
                doc=hit.doc,
                title=hit.title,
                published=hit.published,
                source=hit.source,
                start=match.start,
                end=match.end,
                before=_whole_words(text, match.start - width, match.start),
                match=match.text,
                after=_whole_words(text, match.end, match.end + width),
                term=match.term,
                how=match.how,
            )


def _whole_words(text: str, start: int, end: int) -> str:
    """The text of a span on one line, without the words that its outer ends would cut."""
    start, end = max(0, start), min(len(text), end)
    cut = text[start:end]
    if start and cut and not text[start - 1].isspace() and not cut[0].isspace():
        head, space, rest = cut.partition(" ")
        cut = rest if space else head
    if end < len(text) and cut and not text[end].isspace() and not cut[-1].isspace():
        rest, space, tail = cut.rpartition(" ")
        cut = rest if space else tail
    return " ".join(cut.split())
