"""Times of day: 'الساعة 11:00 صباحا', 'الواحدة والربع بعد الظهر', with their zone."""

from __future__ import annotations

from typing import NamedTuple

from drawdown_cli.arabic.numerals import number_word
from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.shapes import Clock, Mention
from drawdown_cli.models import TokenKind

_HALF_DAY = 12
_AFTERNOON_HOURS = {"pm": range(12), "night": range(6, 12), "noon": range(4)}
"""The hours to which 'in the afternoon', 'at night', 'at noon' add twelve."""
_LATIN_ZONES = {"gmt": 0, "utc": 0}


class ClockTime(NamedTuple):
    """A time of day as read, with the token after it."""

    hour: int
    minute: int | None
    second: int | None
    offset: int | None
    last: int
    named: bool
    """Whether a part of the day or a zone follows."""


def clock(reader: Reader, index: int) -> Mention | None:
    """Read a time of day by itself."""
    found = clock_time(reader, index)
    if found is None:
        return None
    time = Clock(found.hour, found.minute, found.second, None, found.offset)
    return Mention(index, found.last, time, "clock")


def with_clock(reader: Reader, mention: Mention) -> Mention:
    """Join the time of day that follows a date to it: '7 يناير 2015، الساعة 11:00 صباحا'."""
    at = mention.last
    if reader.mark(at, "،,-–"):
        at += 1
    found = clock_time(reader, at) or _digital(reader, at, strict=True)
    if found is None:
        return mention
    time = Clock(found.hour, found.minute, found.second, mention.time, found.offset)
    return Mention(mention.first, found.last, time, "date_and_clock")


def clock_time(reader: Reader, index: int) -> ClockTime | None:
    """Read a time of day after the word for 'hour'."""
    at = index
    if reader.word(at, "in"):
        at += 1
    form = reader.word(at, "clock")
    if form is None:
        return _without_word(reader, at)
    at += form.length
    return _digital(reader, at, strict=False) or _spoken(reader, at)


def _without_word(reader: Reader, at: int) -> ClockTime | None:
    """'عند الثامنة مساء', '18:30 بتوقيت غرينتش': the part of the day or the zone says what it is."""
    found = _digital(reader, at, strict=True) or (_spoken(reader, at) if reader.ordinal(at) else None)
    return found if found and found.named and not _opens_day(reader, found.last) else None


def _opens_day(reader: Reader, last: int) -> bool:
    """'الأولى صباح السبت': the part of the day belongs to the day after it."""
    opens = reader.word(last - 1, "daypart_of") or reader.word(last, "weekday", "deictic")
    return opens is not None


def _digital(reader: Reader, at: int, *, strict: bool) -> ClockTime | None:
    hour = reader.digits(at)
    if not hour or int(hour) > 24:
        return None
    numbers: list[int] = []
    last = at + 1
    while reader.mark(last, ":") and len(reader.digits(last + 1)) == 2 and len(numbers) < 2:
        numbers.append(int(reader.digits(last + 1)))
        last += 2
    if (strict and not numbers) or any(number > 59 for number in numbers):
        return None
    minute, second = (*numbers, None, None)[:2]
    return _finished(reader, int(hour), minute, second, last)


def _spoken(reader: Reader, at: int) -> ClockTime | None:
    """'الحادية عشرة والنصف', 'الواحدة إلا ربعا'."""
    numeral = reader.ordinal(at) or reader.numeral(at)
    if numeral is None or not isinstance(numeral.value, int) or not 1 <= numeral.value <= _HALF_DAY:
        return None
    minute, last = None, numeral.last
    word = number_word(reader.norm(last))
    if word and word.role == "fraction" and word.joined:
        minute, last = int(60 * word.value), last + 1
    return _finished(reader, numeral.value, minute, None, last)


def _finished(reader: Reader, hour: int, minute: int | None, second: int | None, last: int) -> ClockTime:
    digits_end = last
    half, last = _half(reader, last)
    offset, last = _zone(reader, last)
    if half in ("am", "night") and hour == _HALF_DAY:
        hour = 0
    elif hour < _HALF_DAY and hour in _AFTERNOON_HOURS.get(half, ()):
        hour += _HALF_DAY
    return ClockTime(hour % 24, minute, second, offset, last, last > digits_end)


def _half(reader: Reader, at: int) -> tuple[str, int]:
    form = reader.word(at, "daypart")
    if form:
        return form.entry.features["half"], at + form.length
    return "", at


def _zone(reader: Reader, at: int) -> tuple[int | None, int]:
    form = reader.word(at, "zone")
    if form:
        hours = form.entry.features["hours"]
        return (None if hours == 99 else hours), at + form.length
    start = at
    if reader.word(at, "zone_word"):
        at += 1
    if 0 <= at < reader.end and reader.tokens[at].kind is TokenKind.LATIN:
        offset = _LATIN_ZONES.get(reader.norm(at))
        if offset is not None:
            return offset, at + 1
    return None, start
