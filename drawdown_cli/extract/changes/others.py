"""Whether a trigger tells of people who are no force: captives, scouts, diplomats, watchers of a vote."""

from __future__ import annotations

from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.readings import Reading
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Slots

_WATCH = 3


def tells_of_others(scene: Scene, reading: Reading, slots: Slots) -> bool:
    """Whether the words around a trigger say that those who come or go are no soldiers."""
    return (
        _is_of_captives(scene, reading)
        or _is_of_voters(scene, slots)
        or _is_of_civilians(scene, reading, slots)
        or _is_of_scouts(scene, slots)
    )


def _is_of_captives(scene: Scene, reading: Reading) -> bool:
    """Who comes home in an exchange of prisoners is not redeployed."""
    if reading.mark.entry.feature("frame") not in ("subject", "object", "size"):
        return False
    return any(mark.entry.feature("block") == "captive" for mark in scene.all_marks(Role.BLOCKER))


def _is_of_scouts(scene: Scene, slots: Slots) -> bool:
    """'4,500 of its members', where the text speaks of scouts, of rescuers or of players."""
    if slots.force is None or slots.force.firm or slots.force.kind != "troops":
        return False
    return any(mark.entry.feature("block") in ("rescue", "game") for mark in scene.all_marks(Role.BLOCKER))


def _is_of_civilians(scene: Scene, reading: Reading, slots: Slots) -> bool:
    """'To withdraw 40 of its diplomats, so that but 20 of them remain': they are no force."""
    if slots.force is None or slots.force.key or reading.mark.entry.feature("frame") not in ("stay", "count"):
        return False
    civil = (mark for mark in scene.all_marks(Role.BLOCKER) if mark.entry.feature("block") == "civil")
    part = scene.mark(slots.force.last - 1, Role.FORCE)
    meant = slots.force.first == slots.force.last or (part and part.entry.feature("part"))
    return bool(meant) and any(mark.first < reading.mark.first for mark in civil)


def _is_of_voters(scene: Scene, slots: Slots) -> bool:
    """Who is sent to watch over an election is no army, unless the words say so."""
    observers = any(counted.quantity.unit == "observers" for counted in scene.counted)
    force = slots.force or (slots.mission.force if slots.mission else None)
    if force is None:
        return False
    observers = observers or any(_is_observer(scene, at) for at in range(force.first, force.last))
    if force.firm and not observers and not _is_watch(scene, slots):
        return False
    return scene.memory.voters or any(_is_vote(mark) for mark in scene.all_marks(Role.BLOCKER))


def _is_observer(scene: Scene, index: int) -> bool:
    mark = scene.mark(index, Role.FORCE)
    return mark is not None and bool(mark.entry.feature("watches"))


def _is_watch(scene: Scene, slots: Slots) -> bool:
    """Whether a force is the mission, or its observers, that the text sent to watch a vote."""
    force = slots.force
    mission = force is not None and (force.kind == "mission" or slots.mission is not None)
    return mission and (scene.memory.voters or watches_vote(scene))


def watches_vote(scene: Scene) -> bool:
    """Whether a sentence speaks of watching a vote: 'a mission to observe the elections'."""
    return any(
        _is_vote(mark) and any(_is_watching(scene, at) for at in range(mark.first - _WATCH, mark.first))
        for mark in scene.all_marks(Role.BLOCKER)
    )


def _is_vote(mark: Mark) -> bool:
    return bool(mark.entry.feature("block") == "vote")


def _is_watching(scene: Scene, index: int) -> bool:
    kind = scene.mark(index, Role.MISSION_KIND) if index >= scene.first else None
    return kind is not None and kind.entry.feature("key") == "monitoring"
