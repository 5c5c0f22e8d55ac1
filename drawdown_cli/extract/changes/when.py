"""A change's date as a value: read from a time expression or from the report, ahead of it or past."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from drawdown_cli.extract.changes.scene import Dated
from drawdown_cli.models import DateBasis, DateMod, Grain, Published, Timex, TimexBasis, TimexType

_DAY = timedelta(days=1)
_SEASON = timedelta(days=90)

DEADLINES = frozenset({DateMod.BY, DateMod.BEFORE, DateMod.UNTIL})
_ENDS = DEADLINES | {DateMod.END}


@dataclass(frozen=True, slots=True)
class When:
    """A change's date, the tokens (half-open) that say it (-1: none) and how it is known."""

    date_start: date | None
    date_end: date | None
    mod: DateMod
    grain: Grain
    basis: DateBasis
    text: str
    first: int
    last: int


def of_report(published: Published) -> When:
    """Return the day of the report itself, as the date of what has none of its own."""
    start, end = published.today_start or published.start, published.today_end or published.end
    return When(start, end, DateMod.ON, published.grain, DateBasis.PUBLISHED, "", -1, -1)


def before_report(published: Published) -> When:
    """Return some time before the report, as the date of what was and has none of its own."""
    today = published.today_start or published.start
    return replace(before(today), grain=published.grain)


def before(day: date | None) -> When:
    """Return some time before a day."""
    end = day - _DAY if day and day > date.min else day
    return When(None, end, DateMod.BEFORE, Grain.DAY, DateBasis.IMPLIED, "", -1, -1)


def before_other(when: When) -> When:
    """Return some time before another date, or before the report where that is all there is."""
    earlier = before(when.date_start or when.date_end)
    return replace(earlier, grain=when.grain) if when.basis is DateBasis.PUBLISHED else earlier


def between(told: Timex, published: Published) -> When:
    """Return the time between a date told before and the report, as the date of what came next."""
    end = before_report(published).date_end
    start = told.date_end or told.date_start
    return When(start, end, DateMod.AFTER, Grain.INTERVAL, DateBasis.IMPLIED, told.text, -1, -1)


def is_a_date(timex: Timex) -> bool:
    """Whether a time expression names a point or a bounded stretch of time."""
    if timex.type is TimexType.SET or timex.basis is TimexBasis.UNRESOLVED:
        return False
    return timex.date_start is not None or timex.date_end is not None


def when_of(dated: Dated) -> When:
    """Return a time expression as the date of a change; a deadline is its last day."""
    timex = dated.timex
    start, end = timex.date_start, timex.date_end
    if timex.mod in DEADLINES:
        start = start if start and end and _same_unit(timex) else end or start
        end = end or start
    basis = DateBasis.STATED if timex.basis is TimexBasis.STATED else DateBasis.IMPLIED
    return When(start, end, timex.mod, timex.grain, basis, timex.text, dated.first, dated.last)


def _same_unit(timex: Timex) -> bool:
    """Whether a deadline's two ends bound one named unit ('by September'), not the time up to it."""
    days = (timex.date_end - timex.date_start).days if timex.date_start and timex.date_end else 0
    longest = {Grain.DAY: 0, Grain.WEEK: 6, Grain.MONTH: 30, Grain.QUARTER: 92, Grain.SEASON: 92,
               Grain.HALF: 184, Grain.YEAR: 366}  # fmt: skip
    return days <= longest.get(timex.grain, 0)


def is_ahead(when: When, published: Published) -> bool:
    """Whether a date lies after the report."""
    today = published.today_end or published.end
    start = when.date_start or when.date_end
    if start is None or today is None:
        return False
    last = when.date_end or start
    # 'In the coming months' begins today.
    return start > today or (last > today and (start == today or when.mod in _ENDS))


def is_past(when: When, published: Published) -> bool:
    """Whether a date lies before the report."""
    today = published.today_start or published.start
    end = when.date_end or when.date_start
    return end is not None and today is not None and end < today


def is_long_past(when: When, published: Published) -> bool:
    """Whether a date lies a season or more before the report: history, no news."""
    today, end = published.today_start or published.start, when.date_end
    return end is not None and today is not None and end < today - _SEASON
