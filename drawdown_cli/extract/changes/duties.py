"""Frames of missions: begun, ended, prolonged, turned into another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drawdown_cli.extract.changes.civilians import points_at_civilians
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.missions import Mission, kinds_between
from drawdown_cli.extract.changes.nearby import LEFT_REACH, force_after, force_before, stops
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.nations import LOCAL, is_local

_HANDED_OVER = frozenset({"combat", "peacekeeping", "training"})
"""Kinds of mission that pass from one army to another."""


def concluding(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'Ended its combat mission', 'the mission has ended': a mission begins, ends or goes on."""
    mission = _mission_after(scene, found, reading, reach=3 if reading.tense is Tense.NOUN else 12)
    if mission is None and (reading.tense is not Tense.NOUN or reading.mark.inflection.suffix):
        mission = _mission_before(scene, found, reading) or _mission_meant(scene, found, reading)
    if (
        mission is None
        or not _suits(scene, reading, mission)
        or (_is_civil(scene, reading, mission) or _is_base_of(scene, reading, mission))
    ):
        return None
    if mission.owned and points_at_civilians(scene, mission.first):
        return None
    if mission.force is None:
        left, right = scene.clause(reading.mark.first)
        able = (f for f in found.forces if left <= f.first < right and not is_local(f.key or LOCAL, ""))
        # An operation that is known is its owner's, whoever is named behind it.
        able = (f for f in able if not mission.tenant or f.first < mission.first)
        actor = next((force for force in able if force.kind != "people"), None)
        mission = replace(mission, force=actor)
    kinds = " ".join(mission.kinds)
    starts = reading.mark.entry.feature("phase") in ("start", "extend")
    return _with_mission(reading, mission, "" if starts else kinds, kinds if starts else "")


def _suits(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """Some triggers ask more of a mission: 'handed over' a duty of security, 'put an end' with its 'to'."""
    needs = reading.mark.entry.feature("needs")
    if needs in _BESIDE:
        _, right = scene.clause(reading.mark.first)
        return _BESIDE[needs](scene, range(reading.mark.last, min(right, mission.last + _WIDE)), mission)
    if needs == "li":
        return carries_li(scene.marks[mission.first][0])
    follows = mission.first > reading.mark.first
    return needs != "firm" or mission.firm or (follows and not _HANDED_OVER.isdisjoint(mission.kinds))


def _is_base_of(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """'Will take over the positions of UNIFIL': a base stands between, and it is what changes hands."""
    between = range(reading.mark.last, mission.first)
    if any(scene.mark(index, Role.TITLE) for index in range(mission.first - 2, mission.first)):
        return True  # its command
    return not mission.kinds and any(scene.mark(index, Role.BASE_NOUN) for index in between)


def _is_civil(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """'The Cuban doctors ended their mission': whoever stands between the verb and it."""
    between = (scene.mark(index, Role.BLOCKER) for index in range(reading.mark.last, mission.first))
    return any(mark.entry.feature("block") in ("civil", "rescue", "game") for mark in between if mark)


def _has_doors(scene: Scene, near: range, mission: Mission) -> bool:
    """'The mission closed its doors'; 'the United Nations closed its mission'."""
    if mission.owned and mission.first < near.start + 2:
        return True
    return any(scene.operator(index, "doors") for index in near)


def _takes_effect(scene: Scene, near: range, mission: Mission) -> bool:
    """'The mission saw the light', 'entered into effect': behind the verb or behind the mission."""
    after = range(mission.last, min(scene.last, mission.last + _WIDE))
    return any(scene.operator(index, "effect") for index in (*near, *after))


def _has_heir(scene: Scene, near: range, mission: Mission) -> bool:
    """'A mission of the Union succeeds Atmis': one mission after another; a war 'leaves behind' ruins."""
    others = (
        scene.mark(index, Role.MISSION, Role.OPERATION, Role.GROUP) for index in near if index >= mission.last
    )
    return any(
        other is not None and (other.role is not Role.GROUP or bool(other.entry.feature("mission")))
        for other in others
    )


_WIDE = 8
_BESIDE: dict[str, Callable[[Scene, range, Mission], bool]] = {
    "doors": _has_doors,
    "heir": _has_heir,
    "effect": _takes_effect,
}


def changing(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The mission will become advisory', 'moved from combat to training': a mission becomes another."""
    left, right = scene.clause(reading.mark.first)
    at = reading.mark.last
    goal = _goal(scene, at, right)
    mission = _mission_after(scene, found, reading, reach=6) or _mission_before(scene, found, reading)
    if any(at < counted.first < right and _is_limit(scene, counted) for counted in found.troops):
        return None  # 'their share is limited to 170 men': a number, no kind of mission
    kinds = kinds_between(scene, goal, min(right, goal + 8)) if goal else ()
    if mission is None and not (goal and kinds and _names_mission(scene, goal)):
        return None
    force = mission.force if mission else None
    if mission is None or not mission.owned:
        force = force or force_before(scene, found, reading) or force_after(scene, found, reading)
    if mission is None:
        last = goal or reading.mark.last
        return Slots(reading.mark.first, min(right, last + 2), force, mission_to=" ".join(kinds))
    old = " ".join(mission.kinds) if not goal or mission.first < goal else ""
    last = max(reading.mark.last, mission.last, goal + 2 if goal else 0)
    first = min(reading.mark.first, mission.first)
    return Slots(max(left, first), min(right, last), force, mission=mission, mission_from=old,
                 mission_to=" ".join(kinds))  # fmt: skip


def _is_limit(scene: Scene, counted: Counted) -> bool:
    preposition = scene.mark(counted.first - 1, Role.PREPOSITION)
    return preposition is not None and bool(preposition.entry.feature("duty"))


def _mission_after(scene: Scene, found: Found, reading: Reading, *, reach: int) -> Mission | None:
    at = reading.mark.last
    # A date between a verb and its object makes neither of them another clause's.
    reach += sum(dated.last - dated.first for dated in scene.dated if at <= dated.first < at + reach)
    for mission in found.missions:
        if at <= mission.first < at + reach and not any(
            stops(scene, i, noun=False) or _is_phase_verb(scene, i) for i in range(at, mission.first)
        ):
            return mission
    return None


def _is_phase_verb(scene: Scene, index: int) -> bool:
    """Whether a phase stands at a token; without 'and' a past is a noun of its spelling: 'the work of'."""
    operator = scene.operator(index, "begin", "complete")
    return operator is not None and bool(operator.inflection.form != "past" or operator.proclitic)


def _mission_meant(scene: Scene, found: Found, reading: Reading) -> Mission | None:
    """'Will end in 2025, and in Erbil is to end a year later': a verb without a subject."""
    at = reading.mark.last
    preposition = scene.mark(at, Role.PREPOSITION) if at < scene.last else None
    if preposition is None or reading.mark.inflection.gender != "f":
        return None
    before = [mission for mission in found.missions if mission.last <= reading.mark.first]
    return before[-1] if before else None


def _mission_before(scene: Scene, found: Found, reading: Reading) -> Mission | None:
    at = reading.mark.first
    left, _ = scene.clause(at)
    for mission in reversed(found.missions):
        if max(left, at - LEFT_REACH) <= mission.first and mission.last <= at:
            return mission
    return None


def _with_mission(reading: Reading, mission: Mission, old: str, new: str) -> Slots:
    first, last = min(reading.mark.first, mission.first), max(reading.mark.last, mission.last)
    return Slots(first, last, mission.force, mission=mission, mission_from=old, mission_to=new)


def _goal(scene: Scene, first: int, right: int) -> int:
    """Return the token after 'to', or of a word that carries 'to' on itself; 0 where there is none."""
    for index in range(first, min(right, first + 10)):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "to":
            return index + 1
        mission = scene.mark(index, Role.MISSION, Role.MISSION_KIND)
        if mission and carries_li(mission):
            return index
    return 0


def _names_mission(scene: Scene, first: int) -> bool:
    return any(
        scene.mark(i, Role.MISSION, Role.MISSION_KIND, Role.OPERATION)
        for i in range(first, min(scene.last, first + 3))
    )
