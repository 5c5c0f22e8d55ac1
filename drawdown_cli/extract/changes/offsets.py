"""Events dated by their distance from another: 'two months before they leave', 'ten years after'."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF, HEH, SEEN, TEH, TEH_MARBUTA, YEH
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Grain, TimexType

LENGTH_RE = re.compile(r"P(\d{1,3})([DWMY])")
"""A length of whole units: 'P6M'; 'PT6H' and 'PXM' are none."""

_REACH, _FUTURE = 3, 5
_AHEAD = (SEEN + TEH, SEEN + YEH)
_ENDS = (TEH_MARBUTA, HEH, ALEF + TEH)
"""How the nouns end that begin as a verb of the future does: سيارات, سياسة."""

_UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}
_NEWS = ("D", "W", "M")
"""Units of which some have passed since the news of which a report reminds: 'weeks after'."""

_GRAINS = {"D": Grain.DAY, "W": Grain.WEEK, "M": Grain.MONTH, "Y": Grain.YEAR}


class Offset(NamedTuple):
    """How many units an event lies from another (negative: before it; 0: some), and the words that say so."""

    length: int
    unit: str
    text: str
    first: int
    last: int


def offset_of(scene: Scene, reading: Reading) -> Offset | None:
    """Return the distance that stands right before a verbal noun: [two months before] the leaving."""
    at = reading.mark.first - 1
    if reading.tense is not Tense.NOUN or at <= scene.first:
        return None
    link = scene.mark(at, Role.PREPOSITION)
    if link is None or not (link.entry.feature("side") == "from" or link.entry.feature("duty")):
        return None
    if any(_is_to_come(scene, index) for index in range(scene.clause(at)[0], at)):
        return None  # 'elections will be held a month after the leaving'
    length = scene.date_at(at - 1)
    return _of_length(scene, length, at) if length else _of_bare_unit(scene, at - 1)


def _of_length(scene: Scene, length: Dated, at: int) -> Offset | None:
    """'Two months after': a number of units."""
    value = LENGTH_RE.fullmatch(length.timex.value)
    if value is None or length.last != at or length.timex.type is not TimexType.DURATION:
        return None
    for index in range(length.first - 1, max(scene.first, length.first - _REACH) - 1, -1):
        mark = scene.mark(index, Role.PREPOSITION)
        if scene.mark(index, Role.QUANTIFIER):
            return None  # 'almost twenty years after' tells no year
        order = mark.entry.feature("order") if mark else ""
        if order:
            # 'Two months before it': the event comes after what is told.
            sign = 1 if order == "before" else -1
            return Offset(sign * int(value[1]), value[2], length.timex.text, length.first, length.last)
    return None


def _is_to_come(scene: Scene, index: int) -> bool:
    """Whether a verb of the future stands at a token, though no lexicon may know it."""
    norm = scene.tokens[index].norm
    return len(norm) >= _FUTURE and norm.startswith(_AHEAD) and not norm.endswith(_ENDS)


def _of_bare_unit(scene: Scene, at: int) -> Offset | None:
    """'A month after', 'weeks after': a unit without a number, right behind its preposition."""
    mark = scene.mark(at - 1, Role.PREPOSITION) if at > scene.first else None
    order = mark.entry.feature("order") if mark else ""
    if not order:
        return None
    token = scene.tokens[at]
    for form in lexicon("time").find_word(token.norm):
        unit = _UNITS.get(form.entry.feature("unit", ""))
        if unit and form.inflection.number == "s":
            return Offset(1 if order == "before" else -1, unit, token.text, at, at + 1)
        if unit in _NEWS and form.inflection.number == "p" and order == "after":
            return Offset(0, unit, token.text, at, at + 1)
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
