"""Resolve parts of a period: its end, its quarters and seasons, its n-th Friday; ranges and clock times."""

from __future__ import annotations

from datetime import date, timedelta

from drawdown_cli.extract.timex.calendar import MONTHS_OF, Interval, months, part_of, unit_of
from drawdown_cli.extract.timex.resolve import Anchor, resolve
from drawdown_cli.extract.timex.shapes import Clock, Nth, Part, Range, Season, Section
from drawdown_cli.models import Grain

_SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


@resolve.register
def _part(time: Part, anchor: Anchor) -> Interval | None:
    of = resolve(time.of, anchor)
    return part_of(of, time.part) if of else None


@resolve.register
def _section(time: Section, anchor: Anchor) -> Interval | None:
    of = resolve(time.of, anchor)
    if of is None or of.start is None or of.end is None:
        return None
    number = time.parts if time.number < 0 else time.number
    length = MONTHS_OF.get(of.grain, 0) // time.parts
    if not length:
        days = ((of.end - of.start).days + 1) // time.parts
        start = of.start + timedelta(days=days * (number - 1))
        end = of.end if number == time.parts else of.start + timedelta(days=days * number - 1)
        return Interval(start, end, Grain.INTERVAL)
    grain = {3: Grain.QUARTER, 6: Grain.HALF}.get(length, Grain.INTERVAL)
    first = of.start.year * 12 + of.start.month - 1 + length * (number - 1)
    return months(first, length, grain)


@resolve.register
def _season(time: Season, anchor: Anchor) -> Interval | None:
    month = _SEASON_MONTHS[time.season]
    if time.of is not None:
        of = resolve(time.of, anchor)
        return months(of.start.year * 12 + month - 1, 3, Grain.SEASON) if of and of.start else None
    if anchor.day is None or (time.loose and not anchor.future):
        return None
    number = anchor.day.year * 12 + month - 1
    found = months(number, 3, Grain.SEASON)
    assert found.start is not None
    assert found.end is not None
    if (time.shift == -1 and found.end >= anchor.day) or _is_to_come(time, found.start, anchor):
        number -= 12
    if (time.shift == 1 and found.start <= anchor.day) or _is_gone(time, found.end, anchor):
        number += 12
    return months(number, 3, Grain.SEASON)


def _is_to_come(time: Season, start: date, anchor: Anchor) -> bool:
    """'They left before the winter', said in spring: what has happened did so in the last one."""
    return time.shift is None and not anchor.future and anchor.day is not None and start > anchor.day


def _is_gone(time: Season, end: date, anchor: Anchor) -> bool:
    """'They will leave by the summer', said in autumn: the next one."""
    return time.shift is None and anchor.future and anchor.day is not None and end < anchor.day


@resolve.register
def _nth(time: Nth, anchor: Anchor) -> Interval | None:
    of = resolve(time.of, anchor)
    if of is None or of.start is None or of.end is None:
        return None
    if time.unit is Grain.DAY:
        return _nth_day(time, of.start, of.end)
    if time.unit is Grain.WEEK:
        return _nth_week(time.number, of.start, of.end)
    size = MONTHS_OF[time.unit]
    span = (of.end.year - of.start.year) * 12 + of.end.month - of.start.month + 1
    number = span // size if time.number < 0 else time.number
    if not 1 <= number <= span // size:
        return None
    return months(of.start.year * 12 + of.start.month - 1 + (number - 1) * size, size, time.unit)


def _nth_day(time: Nth, start: date, end: date) -> Interval | None:
    step = 1 if time.weekday is None else 7
    if time.number < 0:
        day = end if time.weekday is None else end - timedelta(days=(end.weekday() - time.weekday) % 7)
    else:
        first = (
            start if time.weekday is None else start + timedelta(days=(time.weekday - start.weekday()) % 7)
        )
        day = first + timedelta(days=step * (time.number - 1))
    return Interval(day, day, Grain.DAY) if start <= day <= end else None


def _nth_week(number: int, start: date, end: date) -> Interval:
    """The last week is the last whole one; the first holds the first day."""
    if number < 0:
        week = unit_of(end, Grain.WEEK)
        assert week.end is not None
        return week if week.end <= end else unit_of(end - timedelta(days=7), Grain.WEEK)
    return unit_of(start + timedelta(days=7 * (number - 1)), Grain.WEEK)


@resolve.register
def _range(time: Range, anchor: Anchor) -> Interval | None:
    start = resolve(time.start, anchor) if time.start else None
    end = resolve(time.end, anchor) if time.end else None
    if (time.start and start is None) or (time.end and end is None):
        return None
    first, last = start.start if start else None, end.end if end else None
    if first and last and first > last:
        return None
    return Interval(first, last, Grain.INTERVAL)


@resolve.register
def _clock(time: Clock, anchor: Anchor) -> Interval | None:
    if time.day is None:
        return None
    return resolve(time.day, anchor)
