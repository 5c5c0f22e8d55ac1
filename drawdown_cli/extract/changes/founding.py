"""Forces that the United Nations or an alliance found: each is a mission begun, though none is called so."""

from __future__ import annotations

from drawdown_cli.extract.changes.forces import Force, has_alliance
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.missions import kinds_between
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.nations import group_of

_REACH, _PURPOSE = 3, 4
_ALLIED = frozenset({"un", "coalition"})
_TOGETHER = frozenset({"", "International", "Multinational", "African", "European"})


def founding(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The council set up a force to keep the peace in Mali', 'the forming of an international force'."""
    if not reading.mark.entry.feature("founds"):
        return None
    at = reading.mark.last
    actor = next((f for f in found.forces if f.first == at and f.kind == "group"), None)
    at = actor.last if actor else at
    force = next((f for f in found.forces if at <= f.first <= at + _REACH and _is_one(scene, f)), None)
    if (
        force is None
        or _acts(reading, force)
        or any(scene.is_comma(index) for index in range(at, force.first))
    ):
        return None
    allied = group_of(force.key) in _ALLIED or (force.key in _TOGETHER and has_alliance(scene))
    if not allied:
        return None
    kinds = kinds_between(scene, force.last, min(scene.last, force.last + _PURPOSE))
    return Slots(reading.mark.first, force.last, force, mission_to=" ".join(kinds))


def _acts(reading: Reading, force: Force) -> bool:
    """'A force of the United Nations formed a chain': right behind a feminine verb it is the subject."""
    verb = reading.tense is not Tense.NOUN and reading.mark.inflection.gender == "f"
    return verb and force.first == reading.mark.last


def _is_one(scene: Scene, force: Force) -> bool:
    """'A force'; 'the forces' exist, and whoever shapes them founds none."""
    heads = [mark for mark in scene.marks.get(force.first, ()) if mark.role is Role.FORCE]
    return force.kind == "troops" and any(
        mark.inflection.number == "s" and not mark.definite and not mark.proclitic for mark in heads
    )
