"""What a sentence names, and what fills a trigger's frame."""

from __future__ import annotations

from dataclasses import dataclass

from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Mark
from drawdown_cli.extract.changes.missions import Mission
from drawdown_cli.extract.changes.readings import Reading
from drawdown_cli.extract.changes.scene import Counted


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence names, found once for all its triggers."""

    forces: list[Force]
    missions: list[Mission]
    troops: list[Counted]


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills a trigger's frame, and the tokens between which it stands."""

    first: int
    last: int
    force: Force | None = None
    owner: str = ""
    base: Mark | None = None
    mission: Mission | None = None
    mission_from: str = ""
    mission_to: str = ""
    counted: Counted | None = None


def with_force(reading: Reading, force: Force) -> Slots:
    """Return the slots of a trigger and the force beside it."""
    return Slots(min(reading.mark.first, force.first), max(reading.mark.last, force.last), force)


def is_held(found: Found, force: Force, trigger: int) -> bool:
    """Whether a force is only named as whose a mission is; one that the trigger parts from it is not."""
    return any(
        mission.first < force.first < mission.last and not mission.first < trigger < force.first
        for mission in found.missions
    )


def with_meant(reading: Reading, force: Force) -> Slots:
    """Return the slots of a trigger whose force was named before: with a number of its own, or none."""
    if force.first <= reading.mark.first <= force.last + 1:
        return with_force(reading, force)
    return Slots(reading.mark.first, reading.mark.last, force)
