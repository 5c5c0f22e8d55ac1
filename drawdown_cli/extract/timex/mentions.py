"""Find the time expressions of a text, before any is resolved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drawdown_cli.arabic.numerals import is_numeric
from drawdown_cli.extract.timex.points import point
from drawdown_cli.extract.timex.ranges import bounded, range_between
from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.shapes import Mention
from drawdown_cli.extract.timex.traps import is_trap
from drawdown_cli.models import Paragraph, Token, TokenizedText


class _Reading(NamedTuple):
    """The mentions of a text, each with the paragraph that bounds its words."""

    tokens: Sequence[Token]
    reader: Reader
    found: list[tuple[Paragraph, Mention]]


# An article is read for its own date first, and with that date for all the others: the latest text is kept.
_latest: list[_Reading] = []


def find_mentions(tokenized: TokenizedText) -> Iterator[tuple[Reader, Mention]]:
    """Yield the time expressions of a text in order, with the reader that holds its words."""
    if not _latest or _latest[0].tokens is not tokenized.tokens:
        _latest[:] = [_read(tokenized)]
    _, reader, found = _latest[0]
    for paragraph, mention in found:
        reader.start, reader.end = paragraph.first, paragraph.last
        yield reader, mention


def _read(tokenized: TokenizedText) -> _Reading:
    reader = Reader(tokenized)
    found: list[tuple[Paragraph, Mention]] = []
    for paragraph in tokenized.paragraphs:
        reader.start, reader.end = paragraph.first, paragraph.last
        index = paragraph.first
        while index < paragraph.last:
            mention, index = _mention_at(reader, index)
            if mention is not None:
                found.append((paragraph, bounded(reader, mention)))
    return _Reading(tokenized.tokens, reader, found)


def _mention_at(reader: Reader, index: int) -> tuple[Mention | None, int]:
    if not reader.forms(index) and not is_numeric(reader.tokens[index]):
        return None, index + 1
    never = reader.word(index, "never")
    if never:
        return None, index + never.length
    found = range_between(reader, index) or point(reader, index)
    if found is None:
        return None, index + 1
    if is_trap(reader, found):
        return None, found.last
    return found, found.last
