"""Gather what a text says of its own date: stamps, weekdays, years past and coming."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from drawdown_cli.extract.timex.mentions import find_mentions
from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.shapes import (
    CalendarDate,
    Clock,
    Cycle,
    Deictic,
    Mention,
    MonthOf,
    Part,
    Range,
    Section,
    Time,
)
from drawdown_cli.extract.timex.tense import is_future
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import DateMod, Grain, TokenizedText, TokenKind

_HEADER_PARAGRAPHS = 12
_STAMP_WORDS = 8
_LINE_TOKENS, _STAMP_LINE = 14, 24
_ZONE_LETTERS = 3
_PAST_STAMP = 250
"""How far past a stamp the text is read for the day that it calls today."""
_DATELINE_TOKENS = 12
_EITHER = (DateMod.AFTER, DateMod.UNTIL, DateMod.BEFORE)
"""Bounds that say nothing of whether their year has come."""


@dataclass(slots=True)
class Clues:
    """What a text says of its own date."""

    stamp: CalendarDate | None = None
    stamp_rank: int = 0
    stamp_at: int = 0
    today_weekday: int | None = None
    dated_weekday: CalendarDate | None = None
    this_year: int | None = None
    next_year: bool = False
    past_years: list[int] = field(default_factory=list)
    coming_years: list[int] = field(default_factory=list)
    epoch: int | None = None
    months: set[int] = field(default_factory=set)
    other_months: set[int] = field(default_factory=set)
    """Months that the text calls past or coming: the article's own is none of them."""

    @property
    def not_before(self) -> int | None:
        """The last year that the text speaks of as past, or that a name in it implies."""
        years = [*self.past_years, *([self.epoch] if self.epoch else [])]
        return max(years, default=None)

    @property
    def not_after(self) -> int | None:
        """The first year that the text speaks of as coming."""
        first = self.not_before or 0
        return min((year for year in self.coming_years if year >= first), default=None)


def find_clues(tokenized: TokenizedText) -> Clues:
    """Return what the text says of its own date, in one pass over its time expressions."""
    clues = Clues()
    for reader, mention in find_mentions(tokenized):
        if clues.stamp is not None and mention.first > clues.stamp_at + _PAST_STAMP:
            break
        _note_stamp(clues, tokenized, reader, mention)
        _note_today(clues, mention)
        _note_date(clues, mention.time)
        _note_years(clues, reader, mention)
    if clues.stamp is None:
        clues.epoch = _epoch(tokenized)
    return clues


def _note_stamp(clues: Clues, tokenized: TokenizedText, reader: Reader, mention: Mention) -> None:
    """A full date alone on a line near the top, or in the dateline that opens the body."""
    time = mention.time.day if isinstance(mention.time, Clock) else mention.time
    if not isinstance(time, CalendarDate) or None in (time.year, time.month, time.day) or time.hijri:
        return
    rank = _stamp_rank(tokenized, reader, mention)
    if rank > clues.stamp_rank:
        clues.stamp, clues.stamp_rank, clues.stamp_at = time, rank, mention.last


def _stamp_rank(tokenized: TokenizedText, reader: Reader, mention: Mention) -> int:
    """4 beside a word for publishing, 3 alone on its line, 2 in a dateline, 1 beside a word for updating."""
    label = _label(reader, mention) if reader.end - reader.start <= _STAMP_LINE else ""
    if label:
        return 4 if label == "published" else 1
    header = tokenized.paragraphs[: _HEADER_PARAGRAPHS + 1]
    near_top = bool(header) and reader.start <= header[-1].first
    if near_top and _is_line(reader, mention):
        return 3
    dateline = mention.first - reader.start <= _DATELINE_TOKENS and _is_dateline(reader, mention)
    return 2 if near_top and dateline else 0


def _is_line(reader: Reader, mention: Mention) -> bool:
    """Whether a line holds at most one word beside the date."""
    outside = (reader.end - reader.start) - (mention.last - mention.first)
    if outside > _LINE_TOKENS:
        return False
    around = (*range(reader.start, mention.first), *range(mention.last, reader.end))
    return sum(_is_other_word(reader, index) for index in around) <= 1


def _is_other_word(reader: Reader, index: int) -> bool:
    """A word that is no part of a date: no era, no zone, no word of time."""
    token = reader.tokens[index]
    if token.kind is TokenKind.LATIN:
        return len(token.norm) > _ZONE_LETTERS
    return token.kind is TokenKind.WORD and len(token.norm) > 1 and not reader.classes(index)


def _label(reader: Reader, mention: Mention) -> str:
    for index in range(max(reader.start, mention.first - _STAMP_WORDS), mention.first):
        if index > reader.start and reader.tokens[index - 1].kind is TokenKind.WORD:
            continue
        for form in lexicon("stamps").find(reader.tokens, index, reader.end):
            gap = reader.tokens[index + form.length : mention.first]
            if all(token.kind is not TokenKind.WORD or len(token.norm) <= 3 for token in gap):
                return str(form.entry.features["stamp"])
    return ""


def _is_dateline(reader: Reader, mention: Mention) -> bool:
    """'بغداد - 23 يوليو 2021 - ' or 'عمان 5 أيار 2019 (بترا)'."""
    return reader.mark(mention.last, "-–—/(") and mention.first - reader.start <= 6


def _note_today(clues: Clues, mention: Mention) -> None:
    """'اليوم (الخميس)', 'أمس الثلاثاء'."""
    time = mention.time
    if clues.today_weekday is None and isinstance(time, Deictic) and time.weekday is not None:
        clues.today_weekday = (time.weekday - time.days) % 7


def _note_date(clues: Clues, time: Time) -> None:
    if isinstance(time, Clock) and time.day is not None:
        time = time.day
    if not isinstance(time, CalendarDate) or time.hijri or time.month is None:
        return
    if not time.swapped:
        (clues.months if time.shift is None else clues.other_months).add(time.month)
    if time.year is None and None not in (time.weekday, time.day) and clues.dated_weekday is None:
        clues.dated_weekday = time


def _note_years(clues: Clues, reader: Reader, mention: Mention) -> None:
    for time in _parts(mention.time):
        if isinstance(time, Cycle) and time.unit is Grain.YEAR and time.shift == 1:
            clues.next_year = True
        if isinstance(time, CalendarDate) and time.year is not None and not time.hijri:
            if mention.rule in ("this_year", "part_of_this_year"):
                clues.this_year = time.year
            if mention.mod is DateMod.BY or is_future(reader, mention):
                clues.coming_years.append(time.year)
            elif mention.mod not in _EITHER:
                clues.past_years.append(time.year)


def _parts(time: Time) -> Iterator[Time]:
    yield time
    if isinstance(time, (Part, Section, MonthOf)):
        yield from _parts(time.of)
    if isinstance(time, Range):
        for end in (time.start, time.end):
            if end is not None:
                yield from _parts(end)


def _epoch(tokenized: TokenizedText) -> int | None:
    """The latest first year of the people and events that the text names."""
    found = lexicon("epochs").find_all(tokenized.tokens)
    years = [forms[0].entry.features["not_before"] for forms in found if forms]
    return max(years, default=None)
