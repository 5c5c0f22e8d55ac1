"""Levels of bases that no verb of change tells: 'Turkey has 11 bases in northern Iraq'."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from drawdown_cli.arabic.inflect import Inflection, PartOfSpeech
from drawdown_cli.entries import Entry
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.nearby import owner
from drawdown_cli.extract.changes.numbers import BASE_UNITS, unit_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.models import Category, QuantityForm
from drawdown_cli.nations import country_of

_REACH, _NEXT, _BEHIND = 8, 2, 3
_FEATURES = {"role": Role.TRIGGER, "category": Category.LEVEL, "frame": "hold", "weak": True}
_HOLDS = Entry("changes", "", PartOfSpeech.PARTICLE, "", "", MappingProxyType(_FEATURES), "", "")


def holding_readings(scene: Scene) -> Iterator[Reading]:
    """Yield a reading for each number of bases behind the state that has, runs or keeps them."""
    for counted in scene.counted:
        cardinal = counted.quantity.form is QuantityForm.CARDINAL
        if cardinal and unit_of(scene, counted) in BASE_UNITS and _holder(scene, counted):
            mark = Mark(Role.TRIGGER, _HOLDS, Inflection("noun"), "", counted.first, counted.last)
            yield Reading(mark, Tense.NOUN, False, False)


def holding(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """Return the bases and whose they are, where they stand abroad."""
    counted = scene.count_at(reading.mark.first)
    holder = _holder(scene, counted) if counted else None
    if counted is None or holder is None or not _are_military(scene, counted):
        return None
    whose = owner(holder)
    abroad = _country(scene, counted) or scene.memory.country
    if not whose or abroad in ("", country_of(whose)):
        return None
    return Slots(holder.first, counted.last, owner=whose, counted=counted)


def _holder(scene: Scene, counted: Counted) -> Mark | None:
    """'To Turkey 11 bases', 'Russia runs two bases': a state with 'to', or right behind its verb."""
    for index in range(counted.first - 1, max(scene.first, counted.first - _REACH) - 1, -1):
        if scene.is_comma(index) or scene.is_break(index):
            return None
        state = scene.mark(index, Role.PLACE, Role.GROUP)
        if state is None or not owner(state):
            continue
        if carries_li(state) or scene.says(range(max(scene.first, index - _NEXT), index), "holds"):
            return state
    return None


def _are_military(scene: Scene, counted: Counted) -> bool:
    """'Two bases'; sites and points are soldiers' where the words say so."""
    after = range(counted.last, min(scene.last, counted.last + _BEHIND))
    if any(mark.entry.feature("block") for at in after if (mark := scene.mark(at, Role.BLOCKER))):
        return False
    return counted.quantity.unit == "bases" or scene.names(after, Role.FORCE_KIND)


def _country(scene: Scene, counted: Counted) -> str:
    """The country of the place where they stand: behind the number, or between it and the state."""
    _, right = scene.clause(counted.first)
    around = (*range(counted.last, right), *range(counted.first - 1, counted.first - _REACH, -1))
    for index in around:
        place = scene.mark(index, Role.PLACE) if index >= scene.first else None
        if place and _is_inside(scene, index):
            return str(place.entry.feature("country") or place.entry.feature("key"))
    return ""


def _is_inside(scene: Scene, index: int) -> bool:
    """'In Syria', 'in the north of Iraq'; 'in its dealings with China' names no place of bases."""
    before = scene.mark(index - 1, Role.PREPOSITION, Role.AREA) if index > scene.first else None
    return before is not None and (before.role is Role.AREA or before.entry.feature("side") == "in")
