"""Who has to move forces without a verb that says so: 'It is upon France to withdraw its soldiers'."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.scene import Scene

_ACTOR = 4
_BARE = ("", ALEF + LAM)
_NOUNS = frozenset({"masdar", "noun"})


def obliged_at(scene: Scene, noun: Mark) -> int:
    """Return the 'upon' before a state and a noun of movement; a token before the sentence for none."""
    none, at = scene.first - 1, noun.first
    if noun.proclitic not in _BARE or noun.inflection.form not in _NOUNS or at - 1 < scene.first:
        return none
    if scene.operator(at - 1, "upon") and scene.operator(at - 2, "that"):
        return at - 1
    for index in range(at - 1, max(scene.first, at - _ACTOR) - 1, -1):
        actor = scene.mark(index, Role.PLACE, Role.GROUP)
        if actor:
            return index - 1 if actor.last == at and is_upon(scene, actor) else none
    return none


def is_upon(scene: Scene, actor: Mark) -> bool:
    """Whether 'upon' stands before a state, and what it has to do behind it: that it, or a noun."""
    upon = scene.mark(actor.first - 1, Role.PREPOSITION) if actor.first > scene.first else None
    if upon is None or not upon.entry.feature("duty") or actor.proclitic or actor.last >= scene.last:
        return False
    if scene.operator(actor.last, "that"):
        return True
    nouns = (mark for mark in scene.marks.get(actor.last, ()) if mark.role is Role.TRIGGER)
    return not actor.entry.feature("town") and any(
        mark.proclitic in _BARE and mark.inflection.form in _NOUNS for mark in nouns
    )
