"""Intervals of days: units of the calendar, moved, cut into parts and written as ISO values."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

from drawdown_cli.models import Grain

ONE_DAY = timedelta(days=1)
MONTHS_OF = {
    Grain.MONTH: 1,
    Grain.QUARTER: 3,
    Grain.HALF: 6,
    Grain.YEAR: 12,
    Grain.DECADE: 120,
    Grain.CENTURY: 1200,
}
DAYS_OF = {Grain.DAY: 1, Grain.WEEK: 7}


class Interval(NamedTuple):
    """Days from `start` to `end`, both included; `grain` says how finely they are known."""

    start: date | None
    end: date | None
    grain: Grain


def unit_of(day: date, grain: Grain) -> Interval:
    """Return the week, month, year … that holds a day.

    >>> unit_of(date(2021, 7, 23), Grain.WEEK)[:2]
    (datetime.date(2021, 7, 19), datetime.date(2021, 7, 25))
    """
    if grain is Grain.WEEK:
        monday = moved(day, -day.weekday(), Grain.DAY)
        return Interval(monday, moved(monday, 6, Grain.DAY), grain)
    if grain not in MONTHS_OF:
        return Interval(day, day, grain)
    size = MONTHS_OF[grain]
    first = (day.year * 12 + day.month - 1) // size * size
    return months(first, size, grain)


def months(first: int, count: int, grain: Grain) -> Interval:
    """Return the interval of `count` months from month number `first` (year * 12 + month - 1)."""
    first = min(max(first, 12), 9998 * 12)
    last = first + count - 1
    year, month = divmod(last, 12)
    return Interval(
        date(first // 12, first % 12 + 1, 1), date(year, month + 1, monthrange(year, month + 1)[1]), grain
    )


def month_of(year: int, month: int) -> Interval:
    """Return a month of a year."""
    return months(year * 12 + month - 1, 1, Grain.MONTH)


def year_of(year: int) -> Interval:
    """Return a whole year."""
    return months(year * 12, 12, Grain.YEAR)


def moved(day: date, count: float, grain: Grain) -> date:
    """Return `day` moved by a number of units; the last day of a month stays within its month.

    >>> moved(date(2021, 3, 31), -1, Grain.MONTH)
    datetime.date(2021, 2, 28)
    """
    if grain in MONTHS_OF:
        whole = int(count * MONTHS_OF[grain])
        number = min(max(day.year * 12 + day.month - 1 + whole, 12), 9998 * 12 + 11)
        year, month = divmod(number, 12)
        return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
    days = int(count * DAYS_OF.get(grain, 0))
    ordinal = min(max(day.toordinal() + days, date(1, 1, 1).toordinal()), date(9998, 12, 31).toordinal())
    return date.fromordinal(ordinal)


def valid_date(year: int, month: int, day: int) -> date | None:
    """Return the day, None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def part_of(interval: Interval, part: str) -> Interval:
    """Return the start, middle or end of an interval.

    The single words (beginning, end, middle of a month) name a day; the others a stretch: thirds of a month
    as Arabic counts them, the first and the last quarter of a year.
    """
    start, end, grain = interval
    if start is None or end is None:
        return interval
    if part == "start":
        return Interval(start, start, Grain.DAY)
    if part == "end":
        return Interval(end, end, Grain.DAY)
    if part == "mid" and grain is Grain.MONTH:
        middle = date(start.year, start.month, 15)
        return Interval(middle, middle, Grain.DAY)
    return _stretch(start, end, grain, part)


def _stretch(start: date, end: date, grain: Grain, part: str) -> Interval:
    if grain is Grain.YEAR:
        first = start.year * 12
        at, count = {"early": (0, 3), "mid": (5, 2), "middle": (4, 4), "late": (9, 3)}[part]
        return months(first + at, count, Grain.MONTH)._replace(grain=Grain.INTERVAL)
    if grain in (Grain.DECADE, Grain.CENTURY):
        years = MONTHS_OF[grain] // 12
        at, count = {"early": (0, 3), "mid": (4, 3), "middle": (4, 3), "late": (7, 3)}[part]
        first = (start.year + at * years // 10) * 12
        return months(first, count * years // 10 * 12, Grain.INTERVAL)
    length = (end - start).days + 1
    third = max(1, length // 3)
    if part == "early":
        return Interval(start, start + timedelta(days=third - 1), Grain.INTERVAL)
    if part == "late":
        return Interval(start + timedelta(days=2 * third), end, Grain.INTERVAL)
    return Interval(start + timedelta(days=third), start + timedelta(days=2 * third - 1), Grain.INTERVAL)


_DIGITS = {Grain.MONTH: 7, Grain.YEAR: 4, Grain.DECADE: 3, Grain.CENTURY: 2}
"""So many characters of its first day are the name of a unit."""


def iso_value(interval: Interval) -> str:
    """Return an interval as ISO: a unit by its own name, anything else as start/end with the end excluded.

    >>> iso_value(month_of(2021, 7)), iso_value(Interval(date(2021, 7, 1), date(2021, 7, 10), Grain.INTERVAL))
    ('2021-07', '2021-07-01/2021-07-11')
    """
    start, end, grain = interval
    if start is not None and end is not None:
        named = _unit_value(start, end, grain)
        if named:
            return named
    first = start.isoformat() if start else ".."
    return f"{first}/{(end + ONE_DAY).isoformat() if end else '..'}"


def _unit_value(start: date, end: date, grain: Grain) -> str:
    day = start.isoformat()
    if start == end:
        return day
    if unit_of(start, grain)[:2] != (start, end):
        return ""
    if grain is Grain.WEEK:
        year, week, _ = start.isocalendar()
        return f"{year:04}-W{week:02}"
    if grain in (Grain.QUARTER, Grain.HALF):
        letter, months_of = ("Q", 3) if grain is Grain.QUARTER else ("H", 6)
        return f"{day[:4]}-{letter}{(start.month - 1) // months_of + 1}"
    return day[: _DIGITS.get(grain, 0)]
