"""Resolve dates that count from the article's own date, or from the last date named."""

from __future__ import annotations

from datetime import date, timedelta

from drawdown_cli.extract.timex.calendar import MONTHS_OF, Interval, month_of, moved, unit_of, valid_date
from drawdown_cli.extract.timex.resolve import Anchor, resolve
from drawdown_cli.extract.timex.shapes import (
    Ago,
    Amount,
    Anniversary,
    Cycle,
    DayOf,
    Deictic,
    MonthOf,
    That,
    Weekday,
    Window,
)
from drawdown_cli.models import Grain

_VAGUE = {
    Grain.HOUR: (2, Grain.DAY),
    Grain.DAY: (2, Grain.WEEK),
    Grain.WEEK: (2, Grain.MONTH),
    Grain.MONTH: (3, Grain.MONTH),
    Grain.YEAR: (10, Grain.YEAR),
    Grain.DECADE: (3, Grain.DECADE),
    Grain.CENTURY: (3, Grain.CENTURY),
}
"""How far 'the coming days', 'months', 'years' may reach: a bound, not a measure.

The plural of few (أشهر) begins at three: more months than that the words do not claim.
"""

_NEW_MONTHS = 2


@resolve.register
def _cycle(time: Cycle, anchor: Anchor) -> Interval | None:
    if anchor.day is None:
        return None
    begun = time.new and anchor.day.month <= _NEW_MONTHS
    return unit_of(moved(anchor.day, 0 if begun else time.shift, time.unit), time.unit)


@resolve.register
def _deictic(time: Deictic, anchor: Anchor) -> Interval | None:
    if anchor.day is None:
        return None
    day = moved(anchor.day, time.days, Grain.DAY)
    return Interval(day, day, Grain.DAY)


@resolve.register
def _weekday(time: Weekday, anchor: Anchor) -> Interval | None:
    if time.week is not None:
        week = resolve(time.week, anchor)
        if week is None or week.start is None:
            return None
        day = moved(week.start, time.weekday, Grain.DAY)
        return Interval(day, day, Grain.DAY)
    if anchor.day is None:
        return None
    # By itself a weekday is the coming one, as on a calendar; in a report it is the past one.
    ahead = (time.weekday - anchor.day.weekday()) % 7
    day = anchor.day + timedelta(days=_weekday_steps(time.shift, ahead, anchor.future or anchor.alone))
    return Interval(day, day, Grain.DAY)


_SOON = 3


def _weekday_steps(shift: int | None, ahead: int, future: bool) -> int:
    if shift is None:
        return ahead if future else ahead - 7 if ahead else 0
    if shift == 0:
        # 'This Saturday', said on Sunday of what has happened, was yesterday.
        return ahead if future or ahead <= _SOON else ahead - 7
    if shift > 0:
        return (ahead or 7) + 7 * (shift - 1)
    return ahead - 7 + 7 * (shift + 1)


@resolve.register
def _day_of(time: DayOf, anchor: Anchor) -> Interval | None:
    of = resolve(time.of, anchor)
    if of is None or of.start is None:
        return None
    day = valid_date(of.start.year, of.start.month, time.day)
    return Interval(day, day, Grain.DAY) if day else None


@resolve.register
def _month_of_cycle(time: MonthOf, anchor: Anchor) -> Interval | None:
    of = resolve(time.of, anchor)
    if of is None or of.start is None:
        return None
    if time.day is None:
        return month_of(of.start.year, time.month)
    day = valid_date(of.start.year, time.month, time.day)
    return Interval(day, day, Grain.DAY) if day else None


@resolve.register
def _ago(time: Ago, anchor: Anchor) -> Interval | None:
    base = anchor.day
    if time.base is not None:
        # 'In 2017 ... three days before that': no day of a year is meant.
        named = None if _is_too_wide(time, anchor.last) else resolve(time.base, anchor)
        base = named.end if named else None
    if base is None or any(amount.number is None for amount in time.amounts):
        return None
    for number, unit in time.amounts:
        base = _moved_by(base, (number or 0) * time.direction, unit)
    grain = min((amount.unit for amount in time.amounts), key=list(Grain).index)
    if grain in (Grain.DAY, Grain.WEEK, Grain.HOUR, Grain.MINUTE, Grain.SECOND):
        return Interval(base, base, Grain.DAY)
    return unit_of(base, Grain.YEAR if grain in (Grain.DECADE, Grain.CENTURY) else grain)


def _is_too_wide(time: Ago, last: Interval | None) -> bool:
    wide = last is not None and last.grain not in (Grain.DAY, Grain.WEEK, Grain.MONTH)
    return wide and any(
        list(Grain).index(amount.unit) <= list(Grain).index(Grain.WEEK) for amount in time.amounts
    )


def _moved_by(day: date, number: float, unit: Grain) -> date:
    if unit in (Grain.HOUR, Grain.MINUTE, Grain.SECOND):
        hours = number / {Grain.HOUR: 24, Grain.MINUTE: 1440, Grain.SECOND: 86400}[unit]
        return moved(day, hours, Grain.DAY)
    if unit is Grain.WEEK:
        return moved(day, number * 7, Grain.DAY)
    if number != int(number) and unit in MONTHS_OF:
        return moved(day, round(number * MONTHS_OF[unit]), Grain.MONTH)
    return moved(day, number, unit)


@resolve.register
def _window(time: Window, anchor: Anchor) -> Interval | None:
    base = anchor.day
    if time.base is not None:
        named = resolve(time.base, anchor)
        base = named.end if named else None
    if base is None:
        return None
    amounts = [
        amount if amount.number is not None else Amount(*_VAGUE.get(amount.unit, (2, Grain.DAY)))
        for amount in time.amounts
    ]
    edge = base
    for number, unit in amounts:
        edge = _moved_by(edge, (number or 0) * time.direction, unit)
    start, end = sorted((base, edge))
    return Interval(start, end, Grain.INTERVAL)


@resolve.register
def _that(time: That, anchor: Anchor) -> Interval | None:
    if anchor.last is not None and anchor.last.start is not None:
        coarser = list(Grain).index(anchor.last.grain) > list(Grain).index(time.unit)
        unit = unit_of(_moved_by(anchor.last.start, time.shift, time.unit), time.unit)
        # 'At the beginning of 2022 ... late in the same year': a part of one unit is no longer than it.
        within = unit is not None and unit.end and anchor.last.end and anchor.last.end <= unit.end
        longer = coarser and not within and anchor.last.end != anchor.last.start
        return anchor.last if time.shift == 0 and longer else unit
    return _cycle(Cycle(time.unit, time.shift), anchor)


@resolve.register
def _anniversary(time: Anniversary, anchor: Anchor) -> Interval | None:
    of = resolve(time.of, anchor)
    if anchor.day is None or of is None or of.start is None:
        return None
    day = valid_date(of.start.year, anchor.day.month, anchor.day.day)
    return Interval(day, day, Grain.DAY) if day else None
