"""Frames of missions: begun, ended, prolonged, turned into another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from drawdown_cli.extract.changes.beside import mission_after, mission_before
from drawdown_cli.extract.changes.civilians import points_at_civilians
from drawdown_cli.extract.changes.founding import founding
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.missions import Mission
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.extract.changes.undertaken import undertakes_else
from drawdown_cli.nations import LOCAL, is_local

_ALLIED = frozenset({"un", "coalition"})
_HANDED_OVER = frozenset({"combat", "peacekeeping", "training"})
"""Kinds of mission that pass from one army to another."""


def concluding(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'Ended its combat mission', 'the mission has ended': a mission begins, ends or goes on."""
    if reading.mark.entry.feature("phase") == "handover":
        # A duty is handed on; a mission by its own name hands it on.
        duties = [m for m in found.missions if _is_duty(scene, reading, m)]
        found = replace(found, missions=duties)
    mission = mission_after(scene, found, reading, reach=3 if reading.tense is Tense.NOUN else 12)
    if mission is None and (reading.tense is not Tense.NOUN or reading.mark.inflection.suffix):
        mission = mission_before(scene, found, reading) or _mission_meant(scene, found, reading)
        mission = None if _is_of_term(scene, reading) or _renews_else(scene, reading, mission) else mission
    if mission is None:
        return founding(scene, found, reading)
    if not _suits(scene, reading, mission) or (
        _is_civil(scene, reading, mission) or _is_base_of(scene, reading, mission)
    ):
        return None
    if mission.owned and points_at_civilians(scene, mission.first):
        return None
    if undertakes_else(scene, reading, mission):
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


def _is_of_term(scene: Scene, reading: Reading) -> bool:
    """'Renewed for another year that ends in November': what ends is the year."""
    if reading.tense is not Tense.PRESENT or reading.mark.proclitic:
        return False
    for index in range(reading.mark.first - 1, scene.first - 1, -1):
        if scene.is_comma(index) or scene.is_break(index):
            return False
        mark = scene.mark(index, Role.TRIGGER)
        if mark and mark.entry.feature("phase") == "extend":
            return True
    return False


def _renews_else(scene: Scene, reading: Reading, mission: Mission | None) -> bool:
    """'Despite the dispute over MINUSMA, the minister renewed his readiness': nothing of it."""
    transitive = reading.mark.entry.feature("phase") == "extend" and not reading.mark.inflection.suffix
    if mission is None or not transitive or reading.tense is Tense.NOUN:
        return False
    return scene.operator(reading.mark.first - 1, "perfect") is not None and any(
        scene.is_comma(index) for index in range(mission.last, reading.mark.first)
    )


def _suits(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """Some triggers ask more of a mission: 'handed over' a duty of security, 'put an end' with its 'to'."""
    needs = reading.mark.entry.feature("needs")
    if needs in _BESIDE:
        _, right = scene.clause(reading.mark.first)
        return _BESIDE[needs](scene, range(reading.mark.last, min(right, mission.last + _WIDE)), mission)
    if needs == "li":
        return carries_li(scene.marks[mission.first][0])
    follows = mission.first > reading.mark.first
    if needs != "firm" or mission.firm or (follows and not _HANDED_OVER.isdisjoint(mission.kinds)):
        return needs == "firm" or not mission.duty
    return follows and (_is_handed_on(scene, mission) or _is_command(scene, reading, mission))


def _is_duty(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """Whether a mission is what is handed on: a duty, or the command of a mission by its own name."""
    if scene.mark(mission.first, Role.MISSION):
        return not _hands_over(reading, mission)
    return scene.says((mission.first - 1, mission.first - 2), "seat")


def _hands_over(reading: Reading, mission: Mission) -> bool:
    """'The mission MONUSCO handed over': whose mission it is stands with it, right behind the verb."""
    named = mission.force is not None or bool(mission.tenant)
    return named and mission.first == reading.mark.last and not mission.kinds


def _is_handed_on(scene: Scene, mission: Mission) -> bool:
    """'Handed its duties over to the United Nations', 'took them over from the African force'."""
    for index in range(mission.last, min(scene.last, mission.last + _WIDE)):
        if scene.is_comma(index) or scene.is_break(index):
            return False
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") in ("to", "from"):
            return scene.names((index + 1, index + 2), Role.GROUP, Role.FORCE)
        heir = scene.mark(index, Role.GROUP, Role.FORCE)
        if heir:
            return carries_li(heir)
    return False


def _is_command(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """'NATO took over the command of the operations': an alliance; generals and states take their turns."""
    between = range(reading.mark.last, mission.first)
    allied = (scene.mark(index, Role.GROUP) for index in between)
    if not scene.says(between, "seat"):
        return False
    return _is_handed_on(scene, mission) or any(
        mark.entry.feature("group") in _ALLIED for mark in allied if mark
    )


def _is_base_of(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """'Will take over the positions of UNIFIL': a base stands between, and it is what changes hands."""
    between = range(reading.mark.last, mission.first)
    if scene.names(range(mission.first - 2, mission.first), Role.TITLE):
        return not _is_command(scene, reading, mission)
    return not mission.kinds and scene.names(between, Role.BASE_NOUN)


def _is_civil(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """'The Cuban doctors ended their mission', 'the term of the mission's head': whose it is."""
    whose = mission.first + 1
    if whose < min(mission.last, scene.last) and scene.names((whose,), Role.TITLE):
        return True
    between = (scene.mark(index, Role.BLOCKER) for index in (*range(reading.mark.last, mission.first), whose))
    return any(mark.entry.feature("block") in ("civil", "rescue", "game") for mark in between if mark)


def _has_doors(scene: Scene, near: range, mission: Mission) -> bool:
    """'The mission closed its doors'; 'the United Nations closed its mission'."""
    if mission.owned and mission.first < near.start + 2:
        return True
    return scene.says(near, "doors")


def _takes_effect(scene: Scene, near: range, mission: Mission) -> bool:
    """'The mission saw the light', 'entered into effect': behind the verb or behind the mission."""
    after = range(mission.last, min(scene.last, mission.last + _WIDE))
    return scene.says((*near, *after), "effect")


def _has_heir(scene: Scene, near: range, mission: Mission) -> bool:
    """'A mission of the Union succeeds Atmis': one mission after another; a war 'leaves behind' ruins."""
    others = (
        scene.mark(index, Role.MISSION, Role.OPERATION, Role.GROUP) for index in near if index >= mission.last
    )
    return any(
        other is not None and (other.role is not Role.GROUP or bool(other.entry.feature("mission")))
        for other in others
    )


def _takes_no_place(scene: Scene, near: range, mission: Mission) -> bool:
    """'The mission took the place of': spelt as 'dissolved the mission'."""
    return not scene.says(near, "stead")


def _nears_its_end(scene: Scene, near: range, mission: Mission) -> bool:
    """'The mission reached its end', 'breathes its last'."""
    after = range(mission.last, min(scene.last, mission.last + _WIDE))
    return scene.says((*near, *after), "ending")


def _is_known_by_name(scene: Scene, near: range, mission: Mission) -> bool:
    """'UNAMID was born': children are, too."""
    return scene.mark(mission.first, Role.GROUP, Role.OPERATION) is not None


def _is_founded(scene: Scene, near: range, mission: Mission) -> bool:
    """'The rise of a security mission'; that the mission undertakes a visit is spelt alike."""
    head = scene.mark(mission.first, Role.MISSION)
    return head is not None and not head.definite and not head.proclitic and mission.first == near.start


def _is_mandate(scene: Scene, near: range, mission: Mission) -> bool:
    """'The mandate of the mission was withdrawn': right behind the verb, where forces would stand."""
    head = scene.mark(mission.first, Role.MISSION)
    actor = scene.mark(near.start, Role.GROUP) if near.start < scene.last else None
    start = actor.last if actor else near.start
    return head is not None and bool(head.entry.feature("mandate")) and mission.first - start <= 1


_WIDE = 8
_BESIDE: dict[str, Callable[[Scene, range, Mission], bool]] = {
    "doors": _has_doors,
    "heir": _has_heir,
    "effect": _takes_effect,
    "whole": _takes_no_place,
    "ending": _nears_its_end,
    "named": _is_known_by_name,
    "founded": _is_founded,
    "mandate": _is_mandate,
}


def _mission_meant(scene: Scene, found: Found, reading: Reading) -> Mission | None:
    """'Will end in 2025, and in Erbil is to end a year later': a verb without a subject."""
    at = reading.mark.last
    preposition = scene.mark(at, Role.PREPOSITION) if at < scene.last else None
    if preposition is None or reading.mark.inflection.gender != "f":
        return None
    before = [mission for mission in found.missions if mission.last <= reading.mark.first]
    return before[-1] if before else None


def _with_mission(reading: Reading, mission: Mission, old: str, new: str) -> Slots:
    first, last = min(reading.mark.first, mission.first), max(reading.mark.last, mission.last)
    return Slots(first, last, mission.force, mission=mission, mission_from=old, mission_to=new)
