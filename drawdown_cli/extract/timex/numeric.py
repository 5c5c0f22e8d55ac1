"""Dates in digits: every order and separator, Western and Arabic-Indic digits."""

from __future__ import annotations

from drawdown_cli.extract.timex.absolute import weekday_before
from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.shapes import CalendarDate, Mention
from drawdown_cli.models import Grain

_SEPARATORS = "/-–."
_CENTURY_PIVOT = 50


def numeric_date(reader: Reader, index: int) -> Mention | None:
    """Read '9/10/2021', '2021-07-23', '16.11.2016', '٢٣/٧/٢٠٢١'."""
    weekday, at = weekday_before(reader, index)
    if (unit := reader.word(at, "unit")) and unit.entry.features["unit"] == Grain.DAY:
        at += 1
    parts = _dotted(reader, at) or _separated(reader, at)
    if parts is None:
        return None
    numbers, last = parts
    date = _three(numbers, weekday)
    return Mention(index, last, date, "numeric_date") if date else None


def day_and_month(reader: Reader, index: int) -> Mention | None:
    """Read '22/4' where a word before it says that it is a date: 'في 22/4', 'الاثنين 11/10'."""
    weekday, at = weekday_before(reader, index)
    if not (reader.digits(at) and reader.mark(at + 1, "/-") and reader.digits(at + 2)):
        return None
    if reader.mark(at + 3, "/-") or not (reader.touches(at + 1) and reader.touches(at + 2)):
        return None
    first, second = int(reader.digits(at)), int(reader.digits(at + 2))
    told = (
        weekday is not None or index == 0 or reader.word(index - 1, "in", "to", "bound", "dated") is not None
    )
    if not told:
        return None
    if first <= 31 and 1 <= second <= 12 and first >= 1:
        swapped = first <= 12 and first != second
        return Mention(
            index,
            at + 3,
            CalendarDate(month=second, day=first, weekday=weekday, swapped=swapped),
            "day_and_month",
        )
    if 1 <= first <= 12 < second <= 31:
        return Mention(index, at + 3, CalendarDate(month=first, day=second, weekday=weekday), "day_and_month")
    return None


def _dotted(reader: Reader, at: int) -> tuple[list[str], int] | None:
    """'16.11.2016' is one token of digits and points."""
    if not 0 <= at < reader.end:
        return None
    numbers = reader.tokens[at].norm.split(".")
    return (numbers, at + 1) if len(numbers) == 3 and all(part.isdigit() for part in numbers) else None


def _separated(reader: Reader, at: int) -> tuple[list[str], int] | None:
    if not (reader.digits(at) and reader.digits(at + 2) and reader.digits(at + 4)):
        return None
    mark = reader.tokens[at + 1].text
    if mark not in _SEPARATORS or reader.tokens[at + 3].text != mark:
        return None
    if reader.mark(at + 5, "/") and reader.touches(at + 5) and reader.digits(at + 6):
        return None
    return [reader.digits(at + step) for step in (0, 2, 4)], at + 5


def _three(numbers: list[str], weekday: int | None) -> CalendarDate | None:
    a, b, c = (int(number) for number in numbers)
    if len(numbers[0]) == 4:
        return _checked(a, b, c, weekday)
    if len(numbers[2]) == 4:
        year = c
    elif len(numbers[2]) == 2 and all(len(number) <= 2 for number in numbers):
        year = 2000 + c if c < _CENTURY_PIVOT else 1900 + c
    else:
        return None
    if b > 12 >= a:
        return _checked(year, a, b, weekday)
    return _checked(year, b, a, weekday, swapped=a <= 12 and a != b)


def _checked(
    year: int, month: int, day: int, weekday: int | None, *, swapped: bool = False
) -> CalendarDate | None:
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1300 <= year <= 2100):
        return None
    hijri = 1370 < year < 1500
    return CalendarDate(year=year, month=month, day=day, weekday=weekday, hijri=hijri, swapped=swapped)
