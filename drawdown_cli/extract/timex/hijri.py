"""The Islamic calendar, by the library hijridate (Umm al-Qura, 1343 to 1500)."""

from __future__ import annotations

from datetime import date

from drawdown_cli.extract.timex.calendar import Interval
from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.relative import shift_after
from drawdown_cli.extract.timex.shapes import HijriCycle, Mention
from drawdown_cli.models import Grain

FIRST_YEAR, LAST_YEAR = 1343, 1500


def hijri_cycle(reader: Reader, index: int) -> Mention | None:
    """Read 'السنة الهجرية السابقة', 'العام الهجري الجديد' aside."""
    unit = reader.word(index, "unit")
    if unit is None or unit.entry.features["unit"] != Grain.YEAR or not reader.word(index + 1, "ah"):
        return None
    shift, last = shift_after(reader, index + 2)
    return None if shift is None else Mention(index, last, HijriCycle(shift), "hijri_year")


def hijri_interval(year: int, month: int | None, day: int | None) -> Interval | None:
    """Return the Gregorian days of a Hijri year, month or day; None outside the library's tables.

    >>> hijri_interval(1442, 9, 1)[0]
    datetime.date(2021, 4, 13)
    """
    from hijridate import Hijri

    if not FIRST_YEAR <= year < LAST_YEAR:
        return _tabular(year, month, day)
    try:
        first = Hijri(year, month or 1, day or 1)
        if day:
            start = end = first.to_gregorian()
        else:
            start = first.to_gregorian()
            last = Hijri(year, month or 12, 1)
            end = Hijri(year, month or 12, last.month_length()).to_gregorian()
    except (ValueError, OverflowError):
        return None
    grain = Grain.DAY if day else Grain.INTERVAL
    return Interval(date(start.year, start.month, start.day), date(end.year, end.month, end.day), grain)


def hijri_today(day: date) -> tuple[int, int]:
    """Return the Hijri year and month of a Gregorian day; (0, 0) outside the tables."""
    from hijridate import Gregorian

    try:
        found = Gregorian(day.year, day.month, day.day).to_hijri()
    except (ValueError, OverflowError):
        return 0, 0
    return found.year, found.month


def _tabular(year: int, month: int | None, day: int | None) -> Interval | None:
    """The arithmetic calendar, right to a day or two, for the years before the tables."""
    if not 1 <= year <= 1600:
        return None
    first = _tabular_day(year, month or 1, day or 1)
    if day:
        last = first
    elif month:
        last = _tabular_day(year + month // 12, month % 12 + 1, 1) - 1
    else:
        last = _tabular_day(year + 1, 1, 1) - 1
    return Interval(date.fromordinal(first), date.fromordinal(last), Grain.DAY if day else Grain.INTERVAL)


def _tabular_day(year: int, month: int, day: int) -> int:
    """Ordinal of a day in the arithmetic calendar (epoch 19 July 622, proleptic Gregorian)."""
    epoch = date(622, 7, 19).toordinal()
    return epoch + (year - 1) * 354 + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day - 1
