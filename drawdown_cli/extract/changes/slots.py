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
