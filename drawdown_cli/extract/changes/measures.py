"""Which numbers of its clause a trigger tells."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.arabic.letters import BEH
from drawdown_cli.extract.changes.amounts import NO_AMOUNT, Amount, amount_of
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.numbers import BASE_UNITS, FORMATION_UNITS, TROOP_UNITS, is_share
from drawdown_cli.extract.changes.readings import Reading
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.extract.changes.slots import Slots
from drawdown_cli.extract.changes.strengths import describes_unit, unit_described
from drawdown_cli.models import Category, ValueRole

UNITS = TROOP_UNITS | FORMATION_UNITS
_MOVES = (Category.WITHDRAWAL, Category.DEPLOYMENT)
_HAD = 6


def measured(scene: Scene, reading: Reading, slots: Slots) -> Amount:
    """Return the amount that a trigger tells: before the next trigger of its clause."""
    frame = reading.mark.entry.feature("frame")
    if slots.counted:
        return _counted_amount(slots.counted)
    if is_had(scene, reading, slots):
        return NO_AMOUNT
    if frame in ("mission", "change", "transition", "invade"):
        return NO_AMOUNT
    _, right = scene.clause(reading.mark.first)
    right = _amount_end(scene, reading, slots, right)
    first = _amount_start(scene, reading, slots)
    share = _share(scene, reading, slots)
    if share:
        return share
    if frame == "base":
        return amount_of(scene, first, right, BASE_UNITS, sized=True)
    troops = amount_of(scene, first, right, UNITS, sized=frame == "size")
    return troops if troops.quantity else amount_of(scene, first, right, BASE_UNITS, sized=frame == "size")


def partial(scene: Scene, reading: Reading, slots: Slots) -> Amount:
    """'The rest of the soldiers', 'half of them': a part of those counted elsewhere, of no number."""
    if reading.mark.entry.feature("category") not in _MOVES:
        return NO_AMOUNT
    force = slots.force
    last = force.last if force and force.first >= reading.mark.last else reading.mark.last + 1
    around = [*range(reading.mark.last, last), *(range(force.first - 2, force.first) if force else ())]
    for index in around:
        part = scene.mark(index, Role.QUANTIFIER) if scene.first <= index < scene.last else None
        if part and (part.entry.feature("rest") or part.entry.feature("share")):
            return replace(NO_AMOUNT, role=ValueRole.SHARE, unit="troops")
    return NO_AMOUNT


def _share(scene: Scene, reading: Reading, slots: Slots) -> Amount | None:
    """'Withdraw half of its forces', 'half of the soldiers will leave': a fraction right before the force."""
    after = range(reading.mark.last, min(scene.last, reading.mark.last + 3))
    force = slots.force
    before = range(max(scene.first, force.first - 1), force.first) if force else range(0)
    for index in (*after, *(before if force and force.last <= reading.mark.first else ())):
        counted = scene.count_at(index)
        if counted:
            return (
                amount_of(scene, counted.first, counted.last, UNITS, sized=True)
                if is_share(counted)
                else None
            )
    return None


def _amount_start(scene: Scene, reading: Reading, slots: Slots) -> int:
    """'New Zealand, which has 95 soldiers there, deployed its forces': an aside has its own numbers."""
    force = slots.force
    if force and unit_described(scene, force.last):
        return force.last
    if force and force.first > reading.mark.last:
        between = range(reading.mark.last, force.first)
        aside = any(scene.is_comma(at) and scene.operator(at + 1, "which") for at in between)
        return force.first if aside else min(reading.mark.first, slots.first)
    return min(reading.mark.first, slots.first)


def _amount_end(scene: Scene, reading: Reading, slots: Slots, right: int) -> int:
    """The numbers of a change stand before the next trigger of its clause."""
    sized = reading.mark.entry.feature("frame") == "size"
    for index in range(max(slots.last, reading.mark.last), right):
        if scene.is_comma(index) and not sized:
            return index
        mark = scene.mark(index, Role.TRIGGER)
        # 'No fewer than' bounds a number; 'there remain no more than' tells another.
        bound = mark and mark.entry.feature("frame") != "stay" and scene.operator(index - 1, "negation")
        if mark and not bound and mark.inflection.form in ("past", "present", "jussive"):
            if describes_unit(scene, mark):
                continue
            return index
        if mark and mark.proclitic.endswith(BEH) and mark.entry.feature("category") == Category.BASE:
            return index  # 'began its withdrawal by handing over two bases'
    return right


def _counted_amount(counted: Counted) -> Amount:
    quantity = counted.quantity
    unit = quantity.unit if quantity.unit in FORMATION_UNITS else "troops"
    unit = "bases" if quantity.unit in BASE_UNITS else unit
    return Amount(
        quantity.value, ValueRole.RESULT, quantity, unit, None, None, (counted.first, counted.last - 1)
    )


def is_had(scene: Scene, reading: Reading, slots: Slots) -> bool:
    """'Washington has 450 soldiers whom it sent back in May': how many it has, not how many it sent."""
    force = slots.force
    if force is None or not reading.mark.inflection.suffix or force.last > reading.mark.first:
        return False
    before = range(max(scene.first, force.first - _HAD), force.first)
    return any(
        carries_li(mark) and mark.role in (Role.PLACE, Role.INSTITUTION, Role.GROUP)
        for index in before
        for mark in scene.marks.get(index, ())
    )


def counted_before(scene: Scene, reading: Reading, slots: Slots, first: int) -> Amount:
    """'3,000 soldiers whom it decided to deploy': the pronoun points at who stands counted before.

    An indefinite noun takes its clause without a particle; `first` is where what governs the trigger begins.
    """
    force = slots.force
    if (
        force is None
        or not reading.mark.inflection.suffix
        or force.last != first
        or first == reading.mark.first
    ):
        return NO_AMOUNT
    return amount_of(scene, force.first, force.last, UNITS, sized=False)
