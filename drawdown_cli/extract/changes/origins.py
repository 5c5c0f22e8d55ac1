"""Whose soldiers are counted by where they come from: '300 soldiers of Burkina Faso left it'.

Arabic has one preposition for 'of' and 'from', so the verb decides: what withdraws 'from Iraq' leaves it.
"""

from __future__ import annotations

from typing import NamedTuple

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import Category

_REACH, _AGENT = 10, 2
_STATES = (Role.PLACE, Role.INSTITUTION, Role.NATIONALITY)
_VERBS = frozenset({"past", "present", "jussive"})


class Origin(NamedTuple):
    """Whose soldiers come from the states that end before token `last`; of several nobody's alone."""

    key: str
    last: int


def origin_behind(scene: Scene, head: Mark, first: int, last: int) -> Origin | None:
    """Return the state behind 'of' where a phrase of soldiers without the article ends.

    `first` and `last` bound the phrase; None where the state is the place that they leave.
    """
    of = scene.mark(last, Role.PREPOSITION) if last + 1 < scene.last else None
    if of is None or of.entry.feature("side") != "from" or of.proclitic:
        return None
    if head.definite or head.inflection.suffix or head.entry.feature("part"):
        return None
    at = last + 2 if scene.mark(last + 1, Role.AREA) else last + 1
    state = _state(scene, at)
    if state is None or state.proclitic or state.entry.feature("country") == scene.memory.country:
        return None
    if _is_left(scene, first):
        return None
    joined = _joined_to(scene, state)
    return Origin("" if joined else str(state.entry.feature("actor")), joined or state.last)


def _state(scene: Scene, index: int) -> Mark | None:
    state = scene.mark(index, Role.PLACE) if index < scene.last else None
    return state if state and state.entry.feature("actor") and not state.entry.feature("town") else None


def _joined_to(scene: Scene, state: Mark) -> int:
    """'From Senegal, Ivory Coast and Bangladesh': where the last of the states ends, 0 where there is one."""
    last = 0
    while True:
        at = (last or state.last) + scene.is_comma(min(last or state.last, scene.last - 1))
        other = _state(scene, at)
        if other is None or (at == (last or state.last) and not other.proclitic.startswith(WAW)):
            return last
        last = other.last


def _is_left(scene: Scene, first: int) -> bool:
    """Whether the verb before the soldiers makes the state behind them the place that they leave."""
    verbs = _verb_before(scene, first)
    if not verbs:
        return False
    if any(map(_leaves, verbs)) or scene.operator(verbs[0].first, "carry"):
        return True  # 'moved 1,000 soldiers from Kuwait to Iraq'
    moved = any(verb.entry.feature("frame") == "object" for verb in verbs)
    # 'The United States sent 3,000 soldiers from Germany to Poland': its own.
    return moved and scene.names(range(max(scene.first, verbs[0].first - _AGENT), first), *_STATES)


def _leaves(verb: Mark) -> bool:
    entry = verb.entry
    return bool(entry.feature("category") == Category.WITHDRAWAL or entry.feature("goal") == "home")


def _verb_before(scene: Scene, first: int) -> list[Mark]:
    """The readings of the verb that moves the soldiers, behind what only tells their number."""
    left, _ = scene.clause(first)
    for at in range(first - 1, max(left, first - _REACH) - 1, -1):
        marks = [mark for mark in scene.marks.get(at, ()) if mark.role is Role.TRIGGER]
        moving = [
            mark for mark in marks if mark.entry.feature("frame") != "count" or mark.inflection.form in _VERBS
        ]
        if moving:
            return moving
    return []
