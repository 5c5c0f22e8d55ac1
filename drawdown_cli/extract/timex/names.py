"""Resolve dates that name their year, month or day."""

from __future__ import annotations

from datetime import date, timedelta

from drawdown_cli.extract.timex.calendar import Interval, month_of, months, valid_date, year_of
from drawdown_cli.extract.timex.hijri import hijri_interval, hijri_today
from drawdown_cli.extract.timex.resolve import Anchor, resolve
from drawdown_cli.extract.timex.shapes import CalendarDate, Century, Decade, HijriCycle
from drawdown_cli.models import Grain

_HALF_YEAR = timedelta(days=183)
_FIRST_COMMON = 1600
"""Years from here on are of the common era, whatever the month."""


@resolve.register
def _calendar_date(time: CalendarDate, anchor: Anchor) -> Interval | None:
    if time.hijri:
        return _hijri_date(time, anchor)
    if time.year is not None:
        return _with_year(time, time.year, anchor)
    if anchor.day is None or time.month is None:
        return None
    return _with_year(time, _year_for(time, anchor.day, anchor), anchor)


def _with_year(time: CalendarDate, year: int, anchor: Anchor) -> Interval | None:
    if time.month is None:
        return year_of(year)
    if time.day is None:
        return month_of(year, time.month)
    day = _best_order(time, year, anchor)
    return Interval(day, day, Grain.DAY) if day else None


def _best_order(time: CalendarDate, year: int, anchor: Anchor) -> date | None:
    """Day before month, unless the weekday or the article's own date speaks for the other order."""
    assert time.month is not None
    assert time.day is not None
    day = valid_date(year, time.month, time.day)
    if not time.swapped:
        return day
    other = valid_date(year, time.day, time.month)
    if time.weekday is not None and day and day.weekday() == time.weekday:
        return day
    if other and time.weekday is not None and day and day.weekday() != time.weekday == other.weekday():
        return other
    near = anchor.day is not None and other is not None and abs(other - anchor.day).days <= 1
    return other if near else day


def _year_for(time: CalendarDate, today: date, anchor: Anchor) -> int:
    """The year that a date leaves out: the one whose weekday agrees, else the one that the tense favours."""
    assert time.month is not None
    if time.shift is not None:
        last = anchor.last.end if time.then and anchor.last else None
        return _year_by_shift(time, last or today)
    agreeing = _year_by_weekday(time, today) or _told_year(time, today, anchor.told)
    if agreeing:
        return agreeing
    first = _first_day(time, today.year)
    if anchor.wide or anchor.alone or first is None:
        return today.year
    if first - today > _HALF_YEAR and not anchor.future:
        return today.year - 1
    if anchor.future and today - first > _HALF_YEAR:
        return today.year + 1
    return today.year


def _told_year(time: CalendarDate, today: date, told: Interval | None) -> int:
    """'Landed on 7 May 2000, ... and left in mid-June': history told on names its year once; else 0."""
    if told is None or told.start is None or told.grain not in (Grain.DAY, Grain.MONTH):
        return 0
    year = told.start.year
    then = _first_day(time, year)
    return year if year < today.year and then is not None and told.start <= then < today else 0


def _year_by_weekday(time: CalendarDate, today: date) -> int:
    """The nearest year in which the named weekday falls on the date, 0 where none is near."""
    if time.weekday is None or time.day is None:
        return 0
    for year in (today.year + step for step in (0, -1, 1, -2, 2)):
        day = valid_date(year, time.month or 1, time.day)
        if day and day.weekday() == time.weekday:
            return year
    return 0


def _year_by_shift(time: CalendarDate, today: date) -> int:
    """'يناير الماضي' ended before today, 'يناير المقبل' begins after it; a shift of two is a year further."""
    assert time.month is not None
    assert time.shift is not None
    if time.shift == 0:
        return today.year
    whole = month_of(today.year, time.month) if time.day is None else None
    first = whole.start if whole else _first_day(time, today.year)
    last = whole.end if whole else first
    further = abs(time.shift) - 1
    if time.shift < 0:
        before = last is not None and last < today
        return today.year - further - (0 if before else 1)
    after = first is not None and first > today
    return today.year + further + (0 if after else 1)


def _first_day(time: CalendarDate, year: int) -> date | None:
    return valid_date(year, time.month or 1, time.day or 1)


def _hijri_date(time: CalendarDate, anchor: Anchor) -> Interval | None:
    if time.year is not None and time.year < _FIRST_COMMON:
        return hijri_interval(time.year, time.month, time.day)
    if time.year is not None:
        return _hijri_in_year(time, time.year)
    if anchor.day is None:
        return None
    year, _ = hijri_today(anchor.day)
    found = hijri_interval(year, time.month, time.day) if year else None
    if found is None or found.start is None or found.end is None:
        return None
    shift = time.shift or 0
    late = shift < 0 and found.end >= anchor.day
    early = shift > 0 and found.start <= anchor.day
    if time.shift is None and found.start - anchor.day > _HALF_YEAR and not anchor.future:
        return hijri_interval(year - 1, time.month, time.day)
    return hijri_interval(year + shift, time.month, time.day) if late or early else found


def _hijri_in_year(time: CalendarDate, year: int) -> Interval | None:
    """'رمضان 2019': the Hijri month that begins in a Gregorian year."""
    for hijri in range(year - 581, year - 577):
        found = hijri_interval(hijri, time.month, time.day)
        if found and found.start and found.start.year == year:
            return found
    return None


@resolve.register
def _hijri_cycle(time: HijriCycle, anchor: Anchor) -> Interval | None:
    year = hijri_today(anchor.day)[0] if anchor.day else 0
    return hijri_interval(year + time.shift, None, None) if year else None


@resolve.register
def _decade(time: Decade, anchor: Anchor) -> Interval | None:
    return months(time.start * 12, 120, Grain.DECADE)


@resolve.register
def _century(time: Century, anchor: Anchor) -> Interval | None:
    return months(max(time.number, 1) * 1200, 1200, Grain.CENTURY)
