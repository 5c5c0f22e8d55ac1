"""Find the mission beside a trigger: behind it, or before it in its clause."""

from __future__ import annotations

from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.missions import Mission
from drawdown_cli.extract.changes.nearby import LEFT_REACH, stops
from drawdown_cli.extract.changes.readings import Reading
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found


def mission_after(scene: Scene, found: Found, reading: Reading, *, reach: int) -> Mission | None:
    """Return the mission right behind a trigger, unless a clause or another phase begins before it."""
    at = reading.mark.last
    # A date between a verb and its object makes neither of them another clause's.
    reach += sum(dated.last - dated.first for dated in scene.dated if at <= dated.first < at + reach)
    for mission in found.missions:
        if at <= mission.first < at + reach and not any(
            stops(scene, i, noun=False)
            or _is_topic(scene, i)
            or _is_phase_verb(scene, i)
            or _is_renewed(scene, reading, i)
            for i in range(at, mission.first)
        ):
            return mission
    return None


def _is_renewed(scene: Scene, reading: Reading, index: int) -> bool:
    """'Renewed its commitment to reducing its mission': another thing than the mission is renewed."""
    if reading.mark.entry.feature("phase") != "extend":
        return False
    other = scene.operator(index, "plan", "demand")
    return other is not None and bool(other.inflection.suffix) and other.inflection.form in ("masdar", "noun")


def _is_topic(scene: Scene, index: int) -> bool:
    """'A round of talks began about the mission': the mission is only spoken of."""
    preposition = scene.mark(index, Role.PREPOSITION)
    return preposition is not None and bool(preposition.entry.feature("topic"))


def mission_before(scene: Scene, found: Found, reading: Reading) -> Mission | None:
    """Return the mission before a trigger in its clause, the nearest first."""
    at = reading.mark.first
    left, _ = scene.clause(at)
    for mission in reversed(found.missions):
        if max(left, at - LEFT_REACH) <= mission.first and mission.last <= at:
            return mission
    return None


def _is_phase_verb(scene: Scene, index: int) -> bool:
    """Whether a phase stands at a token; without 'and' a past is a noun of its spelling: 'the work of'."""
    operator = scene.operator(index, "begin", "complete")
    return operator is not None and bool(operator.inflection.form != "past" or operator.proclitic)
