"""Score found dates and numbers against annotated ones.

An annotated expression is found when an answer overlaps it; its value is right when one of the overlapping
answers names the same days (whatever the notation), or the same amount within the same bounds.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from gold.event_cases import ANY, ExpectedQuantity, ExpectedTimex
from gold.scoring import Score

from drawdown_cli.models import Quantity, Timex

DAY = timedelta(days=1)
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
DURATION_DAYS = {"D": 1, "W": 7, "M": 30, "Y": 365}
POINT_RE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|([QH])(\d)|(SP|SU|FA|WI)))?")


def score_timexes(expected: Sequence[ExpectedTimex], found: Sequence[Timex]) -> Score:
    """Count expressions found, spans that are exact, and values that are right (as the attribute)."""
    near = [[x for x in found if _overlap(each.span, (x.start, x.end))] for each in expected]
    return Score(
        needed=len(expected),
        found=sum(map(bool, near)),
        right=sum(any(_overlap(each.span, (x.start, x.end)) for each in expected) for x in found),
        given=len(found),
        exact=sum(
            any((x.start, x.end) == each.span for x in xs) for each, xs in zip(expected, near, strict=True)
        ),
        exact_of=len(expected),
        attribute=sum(
            any(same_value(x.value, value) for x in xs for value in each.values)
            for each, xs in zip(expected, near, strict=True)
        ),
    )


def score_quantities(expected: Sequence[ExpectedQuantity], found: Sequence[Quantity]) -> Score:
    """Count numbers found, values that are right (as exact), and those right in all (as the attribute)."""
    near = [[x for x in found if _overlap(each.span, (x.start, x.end))] for each in expected]
    pairs = list(zip(expected, near, strict=True))
    return Score(
        needed=len(expected),
        found=sum(map(bool, near)),
        right=sum(any(_overlap(each.span, (x.start, x.end)) for each in expected) for x in found),
        given=len(found),
        exact=sum(any(_same_number(x.value, each.value) for x in xs) for each, xs in pairs),
        exact_of=len(expected),
        attribute=sum(any(_same_quantity(x, each) for x in xs) for each, xs in pairs),
    )


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return min(one[1], other[1]) > max(one[0], other[0])


def _same_quantity(found: Quantity, expected: ExpectedQuantity) -> bool:
    numbers = (
        (found.value, expected.value),
        (found.low, expected.low),
        (found.high, expected.high),
    )
    words = ((found.comparator, expected.comparator), (found.unit, expected.unit))
    return all(_same_number(*pair) for pair in numbers) and all(w in (v, ANY) for v, w in words)


def _same_number(found: float | None, expected: float | str | None) -> bool:
    if expected == ANY:
        return True
    if found is None or expected is None:
        return found is expected
    return abs(found - float(expected)) <= 1e-3 * abs(float(expected))


class Days(NamedTuple):
    """The inclusive days that a value names, None where it is open, and the clock time if it has one."""

    first: date | None
    last: date | None
    clock: str
    loose: bool


def same_value(found: str, expected: str) -> bool:
    """Whether two TIMEX3 values name the same time.

    >>> same_value("2021-03/2021-06-01", "2021-03-01/2021-05-31"), same_value("2021-H1", "2021")
    (True, False)
    """
    if found == expected:
        return True
    if found[:1] == expected[:1] == "P":
        return _duration(found) == _duration(expected) is not None
    one, other = _days(found), _days(expected)
    if one is None or other is None:
        return False
    slack = DAY if one.loose or other.loose else 0 * DAY
    return (one.first, one.clock) == (other.first, other.clock) and _near(one.last, other.last, slack)


def _near(one: date | None, other: date | None, slack: timedelta) -> bool:
    return one == other if one is None or other is None else abs(one - other) <= slack


def _duration(value: str) -> int | None:
    match = re.fullmatch(r"P(\d+)([DWMY])", value)
    return int(match[1]) * DURATION_DAYS[match[2]] if match else None


def _days(value: str) -> Days | None:
    """The days of a value; an interval's end may or may not be meant to belong to it (`loose`)."""
    if "/" not in value:
        return _point(value)
    first, last = (None if end in ("", "..") else _point(end) for end in value.split("/", 1))
    end = last.first - DAY if last and last.first else None
    return Days(first.first if first else None, end, "", True)


def _point(value: str) -> Days | None:
    """The days of a single value; a part of the day counts as the day."""
    day, _, clock = value.partition("T")
    clock = clock if re.match(r"\d\d", clock) else ""
    if not day:
        return Days(None, None, clock, False) if clock else None
    try:
        span = _calendar_days(day)
    except ValueError:
        return None
    return Days(*span, clock, False) if span else None


def _calendar_days(day: str) -> tuple[date, date] | None:
    if re.fullmatch(r"\d{2,3}", day):
        years = 10 ** (4 - len(day))
        return date(int(day) * years, 1, 1), date(int(day) * years + years - 1, 12, 31)
    match = POINT_RE.fullmatch(day)
    if not match:
        return None
    year, month, day_of_month, week, part, number, season = match.groups()
    if week:
        monday = date.fromisocalendar(int(year), int(week), 1)
        return monday, monday + 6 * DAY
    if day_of_month:
        return date.fromisoformat(day), date.fromisoformat(day)
    months = {"Q": 3, "H": 6}.get(part, 3 if season else 1 if month else 12)
    first = SEASON_MONTHS.get(season) or int(month or 0) or (int(number or 1) - 1) * months + 1
    return _months(int(year), first, months)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    last_year, last_month = year + (month + count - 2) // 12, (month + count - 2) % 12 + 1
    return date(year, month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
