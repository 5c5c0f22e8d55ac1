"""Frames of presence: forces whose presence ends, that empty a base, cross a border or change their task."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.extract.changes.civilians import points_at_civilians
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.moves import moving
from drawdown_cli.extract.changes.nearby import VERB_REACH, force_after
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots, with_force

_WIDE, _FAR = 8, 14


def ended(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'End the presence of the forces': a presence ends."""
    force = force_after(scene, found, reading)
    if force is None or force.kind != "presence":
        _, right = scene.clause(reading.mark.first)
        after = (
            f for f in found.forces if reading.mark.last <= f.first < min(right, reading.mark.last + _FAR)
        )
        # 'The sailors, 81 of them, turned the page of their presence', 'the forces ended their presence'.
        own = (f for f in after if f.owned and f.kind == "presence")
        force = next((f for f in own if _is_its_own(scene, reading, f)), None)
    return with_force(reading, force) if force else None


def _is_its_own(scene: Scene, reading: Reading, presence: Force) -> bool:
    """Whether a presence is what the verb ends: nothing else stands before it that ends."""
    if scene.operator(presence.first - 1, "page"):
        return True
    between = range(reading.mark.last, presence.first)
    return reading.tense is not Tense.NOUN and not scene.names(between, Role.PREPOSITION, Role.TRIGGER)


def emptied(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The base was emptied of American soldiers': the force stands after 'of'."""
    at = reading.mark.last
    force = next((f for f in found.forces if at <= f.first < at + VERB_REACH and f.kind == "troops"), None)
    return with_force(reading, force) if force else None


def crossing(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The last unit crossed the border': only borders and bridges are crossed by forces."""
    after = range(reading.mark.last, min(scene.last, reading.mark.last + VERB_REACH))
    crossed = next((index for index in after if _is_crossed(scene, index)), None)
    # '5,000 persons crossed the border', before their verb or behind it.
    civil = bool(crossed) and any(
        points_at_civilians(scene, at, men=True) for at in (reading.mark.first, crossed or 0)
    )
    slots = moving(scene, found, reading) if crossed and not civil else None
    return slots and replace(slots, last=max(slots.last, (crossed or 0) + 1))


def _is_crossed(scene: Scene, index: int) -> bool:
    area = scene.mark(index, Role.AREA)
    return area is not None and bool(area.entry.feature("border"))


def transitional(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'A transition of the forces in two phases': a mission changes, into what is not said."""
    at = reading.mark.last
    force = next((f for f in found.forces if at <= f.first < at + _WIDE and f.kind == "troops"), None)
    return with_force(reading, force) if force else None
