"""Events dated by their distance from another: 'two months before they leave', 'ten years after'."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.models import Grain, TimexType

LENGTH_RE = re.compile(r"P(\d{1,3})([DWMY])")
"""A length of whole units: 'P6M'; 'PT6H' and 'PXM' are none."""

_REACH = 3
_GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}


class Offset(NamedTuple):
    """How many units an event lies from another (negative: before it), and the words of time that say so."""

    length: int
    unit: str
    dated: Dated


def offset_of(scene: Scene, reading: Reading) -> Offset | None:
    """Return the distance that stands right before a verbal noun: [two months before] the leaving."""
    at = reading.mark.first - 1
    if reading.tense is not Tense.NOUN or at <= scene.first:
        return None
    link = scene.mark(at, Role.PREPOSITION)
    if link is None or not (link.entry.feature("side") == "from" or link.entry.feature("duty")):
        return None
    length = scene.date_at(at - 1)
    if length is None or length.last != at or length.timex.type is not TimexType.DURATION:
        return None
    value = LENGTH_RE.fullmatch(length.timex.value)
    for index in range(length.first - 1, max(scene.first, length.first - _REACH) - 1, -1):
        mark = scene.mark(index, Role.PREPOSITION)
        if scene.mark(index, Role.QUANTIFIER):
            return None  # 'almost twenty years after' tells no year
        order = mark.entry.feature("order") if mark else ""
        if order and value:
            # 'Two months before it': the event comes after what is told.
            sign = 1 if order == "before" else -1
            return Offset(sign * int(value[1]), value[2], length)
    return None


def days_of(length: int, unit: str, origin: date) -> tuple[date, date, Grain]:
    """Return the unit of the calendar in which an event falls that lies so many units from a day.

    >>> days_of(2, "M", date(1999, 11, 1))[:2]
    (datetime.date(2000, 1, 1), datetime.date(2000, 1, 31))
    """
    if unit in "DW":
        width = timedelta(days=3 if unit == "W" else 0)
        day = origin + timedelta(days=length * (7 if unit == "W" else 1))
        return day - width, day + width, _GRAINS[unit]
    months = origin.year * 12 + origin.month - 1 + length * (12 if unit == "Y" else 1)
    year = min(max(months // 12, date.min.year), date.max.year - 1)
    if unit == "Y":
        return date(year, 1, 1), date(year, 12, 31), Grain.YEAR
    first = date(year, months % 12 + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first, last, Grain.MONTH
