"""Which numbers of a sentence count soldiers."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.extract.changes.compatriots import compatriots
from drawdown_cli.extract.changes.losses import is_loss
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.numbers import (
    LEAST,
    MOST,
    TROOP_UNITS,
    may_count_troops,
    quantity_size,
    stands_bare,
    unit_of,
)
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.models import QuantityForm

_EXCEPTED, _HAD = 3, 6


def counted_troops(scene: Scene, units: frozenset[str] = TROOP_UNITS) -> Sequence[Counted]:
    """Return the quantities of a sentence that count soldiers and no casualties."""
    return [
        counted
        for counted in scene.counted
        if counted.quantity.form is QuantityForm.CARDINAL
        and (
            unit_of(scene, counted) in units
            or _is_of_force(scene, counted)
            or compatriots(scene, counted) is not None
            or _is_had_by_people(scene, counted)
            or (_is_of_them(scene, counted) and may_count_troops(scene, counted))
        )
        and not is_loss(scene, counted)
    ]


def _is_of_force(scene: Scene, counted: Counted) -> bool:
    """'10,800 of the peacekeepers', '300 of them': the number's part of a force follows it."""
    if unit_of(scene, counted) or not LEAST <= quantity_size(counted.quantity) <= MOST:
        return False
    if (
        _is_part(scene, counted.last)
        or _is_part(scene, counted.first - 1)
        or _is_part(scene, counted.first - 2)
    ):
        return True
    if counted.last + 1 >= scene.last:
        return False
    preposition = scene.mark(counted.last, Role.PREPOSITION)
    partitive = preposition is not None and preposition.entry.feature("side") == "from"
    return partitive and scene.mark(counted.last + 1, Role.FORCE, Role.GROUP) is not None


def _is_part(scene: Scene, index: int) -> bool:
    """Whether 'of them' stands at a token."""
    mark = scene.mark(index, Role.FORCE)
    return mark is not None and bool(mark.entry.feature("part"))


def _is_of_them(scene: Scene, counted: Counted) -> bool:
    """'But 600 remain', 'and they are about 20,000', 'and in it 1,500': a bare number of those spoken of."""
    before = range(max(scene.first, counted.first - _EXCEPTED), counted.first)
    they = (scene.operator(index, "boundary") for index in before)
    if any(mark.entry.feature("they") for mark in they if mark):
        return True
    return scene.says(before, "except", "therein") or _still_there(scene, counted, before)


def _still_there(scene: Scene, counted: Counted, before: range) -> bool:
    """'And some 200 are still in Agadez', where forces have been spoken of: whoever is still there."""
    still = scene.operator(counted.last, "still")
    if still is None and not scene.says(before, "still"):
        return False
    after = still.last if still else counted.last
    there = scene.mark(after, Role.PREPOSITION) if after < scene.last else None
    spoken = scene.memory.force or Role.FORCE in scene.roles
    return bool(spoken) and there is not None and there.entry.feature("side") == "in"


def _is_had_by_people(scene: Scene, counted: Counted) -> bool:
    """'And the British have there 9,500': whose the number is, where the sentence speaks of soldiers."""
    before = range(max(scene.first, counted.first - _HAD), counted.first)
    owner = next((mark for at in before if (mark := scene.mark(at, Role.NATIONALITY))), None)
    if owner is None or not carries_li(owner) or not may_count_troops(scene, counted):
        return False
    return stands_bare(scene, counted) and any(scene.mark(each.last, Role.FORCE) for each in scene.counted)
