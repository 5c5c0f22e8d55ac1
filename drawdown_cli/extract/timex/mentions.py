"""Find the time expressions of a text, before any is resolved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from drawdown_cli.extract.timex.points import RULES, point
from drawdown_cli.extract.timex.ranges import bounded, range_between
from drawdown_cli.extract.timex.reader import FOR, Reader
from drawdown_cli.extract.timex.shapes import CalendarDate, Mention
from drawdown_cli.extract.timex.traps import is_trap
from drawdown_cli.models import Paragraph, Token, TokenizedText


class _Reading(NamedTuple):
    """The mentions of a text, each with the paragraph that bounds its words."""

    tokens: Sequence[Token]
    reader: Reader
    found: list[tuple[Paragraph, Mention]]


# An article is read for its own date first, and with that date for all the others: the latest text is kept.
_latest: list[_Reading] = []

_GAP = 3
STARTS = frozenset({"never", "from", "between"}.union(*(starts for _, starts in RULES)))
"""The classes of word that anything can begin with."""
_LEADS = frozenset({"in", "this", "that", "from", "between", "bound"})
"""Of them those that begin nothing without a word of time behind them; they are half of all."""
_NO_TIME = _LEADS | {"to", "upon", "clause", "plan", "past", "not_today", "no_future"}
"""The classes of words that are around times, and none themselves."""
_REACH = 10
"""Tokens from the beginning of a word that leads to a time, past 'not less than', to that time."""


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
    beginnings = _beginnings(reader)
    found: list[tuple[Paragraph, Mention]] = []
    for paragraph in tokenized.paragraphs:
        reader.start, reader.end = paragraph.first, paragraph.last
        mentions = _agree_calendars(reader, list(_in_paragraph(reader, beginnings)))
        found.extend((paragraph, mention) for mention in mentions)
    return _Reading(tokenized.tokens, reader, found)


def _beginnings(reader: Reader) -> list[int]:
    """The tokens at which a time expression may begin, in order."""
    found: list[int] = []
    time_at = len(reader.tokens) + _REACH
    for index, classes in reversed(reader.classified()):
        if not classes <= _NO_TIME:
            time_at = index
        if time_at - index <= _REACH and not STARTS.isdisjoint(classes):
            found.append(index)
    return found[::-1]


def _in_paragraph(reader: Reader, beginnings: Sequence[int]) -> Iterator[Mention]:
    at = reader.start
    first, last = bisect_left(beginnings, reader.start), bisect_left(beginnings, reader.end)
    for index in beginnings[first:last]:
        if index >= at:
            mention, at = _mention_at(reader, index)
            if mention is not None:
                yield bounded(reader, mention)


def _mention_at(reader: Reader, index: int) -> tuple[Mention | None, int]:
    never = reader.word(index, "never")
    if never:
        return None, index + never.length
    found = range_between(reader, index) or point(reader, index)
    if found is None:
        return None, index + 1
    return (None if is_trap(reader, found) else found), found.last


def _agree_calendars(reader: Reader, found: list[Mention]) -> list[Mention]:
    """Give a Hijri day the Gregorian date beside it: the sighted month may be a day off the reckoned one."""
    agreed = list(found)
    for at, (one, other) in enumerate(pairwise(found)):
        agreed[at] = _as_beside(reader, agreed[at], other)
        agreed[at + 1] = _as_beside(reader, other, one)
    return agreed


def _as_beside(reader: Reader, one: Mention, other: Mention) -> Mention:
    first, second = (one, other) if one.first < other.first else (other, one)
    if not (_is_day(one, hijri=True) and _is_day(other, hijri=False)):
        return one
    gap = range(first.last, second.first)
    joined = len(gap) <= _GAP and all(_is_joint(reader, at) for at in gap)
    return one._replace(time=other.time) if joined else one


def _is_joint(reader: Reader, at: int) -> bool:
    return reader.word(at, "matching") is not None or reader.mark(at, "/()،,-–") or reader.norm(at) == FOR


def _is_day(mention: Mention, *, hijri: bool) -> bool:
    time = mention.time
    return isinstance(time, CalendarDate) and time.day is not None and time.hijri is hijri
