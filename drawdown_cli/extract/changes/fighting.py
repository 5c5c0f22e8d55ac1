"""The frame of taking part in combat: forces that no longer do, or from a day on will not."""

from __future__ import annotations

from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.nearby import force_before
from drawdown_cli.extract.changes.owners import owner_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots

COMBAT = "combat"
_REACH, _BEFORE = 14, 8


def fighting(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The forces no longer carry out combat missions', 'will not take part in the fighting any more'.

    That soldiers who are sent will not fight changes nothing: they never did.
    """
    if not (reading.tense is Tense.PARTICLE or (reading.negated and _no_longer(scene, reading))):
        return None
    last = _combat_after(scene, reading.mark.last)
    if last < 0:
        return None
    force = _force(scene, found, reading, last)
    owner = "" if force else owner_of(scene, reading.mark.first, "", remember=False)
    if force is None and not owner:
        return None
    first = min(reading.mark.first, force.first) if force else reading.mark.first
    return Slots(first, last, force, owner=owner, mission_from=COMBAT)


def _force(scene: Scene, found: Found, reading: Reading, last: int) -> Force | None:
    after = (f for f in found.forces if reading.mark.last <= f.first < last and f.kind == "troops")
    return next(after, None) or force_before(scene, found, reading)


def _no_longer(scene: Scene, reading: Reading) -> bool:
    """Whether 'no longer' stands before the verb, or from when on ('after December') behind it."""
    before = range(max(scene.first, reading.mark.first - _BEFORE), reading.mark.first)
    if scene.says(before, "no-more"):
        return True
    after = range(reading.mark.last, min(scene.last, reading.mark.last + _REACH))
    dated = any(reading.mark.last <= each.first < after.stop for each in scene.dated)
    return reading.tense in (Tense.FUTURE, Tense.PRESENT) and dated


def _combat_after(scene: Scene, first: int) -> int:
    """Return the token after 'combat missions' or 'in the fighting' behind a verb; -1 without."""
    for index in range(first, min(scene.last, first + _REACH)):
        if scene.is_comma(index) or scene.is_break(index):
            return -1
        kind = scene.mark(index, Role.MISSION_KIND)
        if kind is None or kind.entry.feature("key") != COMBAT:
            continue
        before = scene.mark(index - 1, Role.MISSION, Role.PREPOSITION)
        if before and (before.role is Role.MISSION or before.entry.feature("side") == "in"):
            return kind.last
        phrase = scene.mark(index, Role.MISSION)  # one phrase: 'the combat missions'
        if phrase:
            return phrase.last
    return -1
