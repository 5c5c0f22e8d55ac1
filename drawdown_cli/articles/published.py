"""Find an article's own date, with its grain and its basis.

First a date line near the top, its day and month in the order that the weekdays of the text support; then a
weekday with day and month, whose year follows from what the text calls past and coming; then the year alone.
"""

from __future__ import annotations

from datetime import date, timedelta

from drawdown_cli.articles.clues import Clues, find_clues
from drawdown_cli.extract.timex.calendar import Interval, iso_value, month_of, year_of
from drawdown_cli.extract.timex.shapes import CalendarDate
from drawdown_cli.models import Grain, Published, PublishedBasis, TokenizedText

UNDATED = Published("", Grain.NONE, PublishedBasis.UNKNOWN, None, None, None, None)
_YEARS_AHEAD = 30
_DAYS = (0, -1)
"""How far the day that the text calls today may lie from the page's stamp."""


def find_published(tokenized: TokenizedText) -> Published:
    """Return the date that the text states or implies for itself."""
    clues = find_clues(tokenized)
    return _from_stamp(clues) or _from_dated_weekday(clues) or _from_years(clues) or UNDATED


def published_on(value: str, basis: PublishedBasis) -> Published:
    """Return the date of publication that a file's metadata gives as ISO (day, month or year).

    Raises ValueError when `value` is no ISO date.

    >>> published_on("2021-07-23", PublishedBasis.MANIFEST).start
    datetime.date(2021, 7, 23)
    >>> published_on("2024-09", PublishedBasis.MANIFEST).end
    datetime.date(2024, 9, 30)
    """
    parts = value.strip().split("-")
    if len(parts) == 1 and len(parts[0]) == 4 and parts[0].isascii() and parts[0].isdigit():
        return _published(year_of(int(parts[0])), basis)
    if len(parts) == 2 and len(value.strip()) == 7:
        first = date.fromisoformat(value.strip() + "-01")
        return _published(month_of(first.year, first.month), basis)
    day = date.fromisoformat(value.strip()[:10])
    return _published(Interval(day, day, Grain.DAY), basis)


def _published(found: Interval, basis: PublishedBasis, today: date | None = None) -> Published:
    start, end = (today, today) if today else (found.start, found.end)
    return Published(iso_value(found), found.grain, basis, found.start, found.end, start, end)


def _from_stamp(clues: Clues) -> Published | None:
    if clues.stamp is None:
        return None
    readings = _readings(clues.stamp)
    if not readings:
        return None
    for shift in _DAYS:
        for day in readings:
            today = day + timedelta(days=shift)
            if clues.today_weekday is not None and today.weekday() == clues.today_weekday:
                sure = len(readings) == 1
                basis = PublishedBasis.STATED if sure else PublishedBasis.INFERRED
                return _published(Interval(day, day, Grain.DAY), basis, today)
    day = _best_reading(readings, clues)
    basis = PublishedBasis.STATED if len(readings) == 1 else PublishedBasis.INFERRED
    return _published(Interval(day, day, Grain.DAY), basis)


def _readings(stamp: CalendarDate) -> list[date]:
    """The days that a stamp may mean: day before month first."""
    pairs = [(stamp.month, stamp.day)]
    if stamp.swapped:
        pairs.append((stamp.day, stamp.month))
    found = []
    for month, day in pairs:
        try:
            found.append(date(stamp.year or 0, month or 0, day or 0))
        except ValueError:
            continue
    if stamp.weekday is not None and any(day.weekday() == stamp.weekday for day in found):
        found = [day for day in found if day.weekday() == stamp.weekday]
    return found


def _best_reading(readings: list[date], clues: Clues) -> date:
    """The reading whose month the text names, else day before month."""
    likely = [day for day in readings if day.month not in clues.other_months] or readings
    named = [day for day in likely if day.month in clues.months]
    return named[0] if len(named) == 1 else likely[0]


def _from_dated_weekday(clues: Clues) -> Published | None:
    """'الخميس، 11 حزيران/يونيو' without a year: the first year that fits the weekday and the bounds."""
    dated = clues.dated_weekday
    if dated is None or clues.not_before is None:
        return None
    first, last = _year_bounds(clues)
    for year in range(first, last + 1):
        try:
            day = date(year, dated.month or 0, dated.day or 0)
        except ValueError:
            continue
        if day.weekday() == dated.weekday:
            return _published(Interval(day, day, Grain.DAY), PublishedBasis.INFERRED)
    return None


def _from_years(clues: Clues) -> Published | None:
    """The year alone, where 'this year' or 'next year' is named beside its number, or the bounds meet."""
    if clues.this_year is not None:
        return _published(year_of(clues.this_year), PublishedBasis.INFERRED)
    if clues.not_before is None or clues.not_after is None:
        return None
    if clues.next_year and clues.not_before <= clues.not_after - 1:
        return _published(year_of(clues.not_after - 1), PublishedBasis.INFERRED)
    if clues.not_before == clues.not_after:
        return _published(year_of(clues.not_after), PublishedBasis.INFERRED)
    return None


def _year_bounds(clues: Clues) -> tuple[int, int]:
    first = clues.this_year or clues.not_before or 0
    return first, clues.this_year or clues.not_after or first + _YEARS_AHEAD
