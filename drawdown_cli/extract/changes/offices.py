"""Whose state speaks: 'the prime minister of Britain announced that his country will send'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF, HEH
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.scene import Scene

_TITLE, _SAYER, _BEFORE = 3, 7, 10
_TOLD = 12


class Teller(NamedTuple):
    """The state that tells another of itself, and the 'that' which points at it."""

    key: str
    that: int


def is_of_state(scene: Scene, before: Iterable[int]) -> bool:
    """Whether a minister, a president or a government stands at one of these tokens."""
    before = tuple(before)
    marks = (scene.mark(index, Role.BLOCKER) for index in before)
    state = any(mark.entry.feature("block") == "politics" for mark in marks if mark)
    return state or scene.names(before, Role.TITLE, Role.ASSEMBLY)


def home_before(scene: Scene, index: int) -> int:
    """'His country' right behind a token or before it in its clause; a token before the sentence for none."""
    left, _ = scene.clause(index)
    near = range(min(index + 1, scene.last - 1), max(left, scene.first) - 1, -1)
    homes = (at for at in near if scene.mark(at, Role.HOME) and not scene.mark(at - 1, Role.PREPOSITION))
    return next(homes, scene.first - 1)


def sayer_of(scene: Scene, index: int) -> str:
    """The state whose officer, or which itself, says what holds 'his country' at a token."""
    said = next((at for at in range(index - 1, scene.first - 1, -1) if scene.operator(at, "report")), None)
    if said is None:
        left, _ = scene.clause(index)
        return next(_states(scene, range(left, index), bare=scene.first - 2), "")
    told = range(said + 1, min(index, said + _SAYER))
    that = next((at for at in told if scene.operator(at, "that")), told.stop)
    ahead = _states(scene, range(said + 1, that), bare=said + 2)
    behind = _states(scene, range(max(scene.first, said - _BEFORE), said), bare=said - 2)
    return next(ahead, "") or next(behind, "")


def teller_of(scene: Scene, index: int) -> Teller | None:
    """Return who tells another of itself: 'Paris informed Chad that it would withdraw its forces'."""
    before = range(index - 1, max(scene.first, index - _TOLD) - 1, -1)
    that = next((at for at in before if scene.operator(at, "that")), None)
    if that is None or not scene.tokens[that].norm.endswith((HEH, HEH + ALEF)):
        return None
    near = range(that - 1, max(scene.first, that - _TOLD) - 1, -1)
    said = next((at for at in near if scene.operator(at, "report")), None)
    verb = scene.operator(said, "report") if said is not None else None
    if said is None or verb is None or not verb.entry.feature("tells"):
        return None
    key = next(_states(scene, range(said + 1, min(that, said + _TITLE + 1)), bare=said + 2), "")
    return Teller(key, that) if key else None


def _states(scene: Scene, tokens: range, *, bare: int) -> Iterator[str]:
    """Yield whose ministers stand between two tokens, and a state right beside the verb."""
    for at in tokens:
        mark = scene.mark(at, Role.PLACE, Role.NATIONALITY)
        if mark is None or scene.mark(at - 1, Role.PREPOSITION) or scene.mark(at, Role.PREPOSITION):
            continue
        place = mark.role is Role.PLACE
        beside = place and abs(at - bare) <= 1
        if beside or is_of_state(scene, range(max(scene.first, at - _TITLE), at)):
            actor = str(mark.entry.feature("actor" if place else "key") or "")
            if actor:
                yield actor
