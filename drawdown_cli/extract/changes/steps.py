"""Numbers that go on from one that a verb told: '5,200 in 2020, then 3,000 in May and 2,500 in June'."""

from __future__ import annotations

from collections.abc import Iterator

from drawdown_cli.arabic.letters import FEH, WAW
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.numbers import may_count_troops, stands_bare
from drawdown_cli.extract.changes.scene import Counted, Dated, Scene
from drawdown_cli.extract.changes.when import is_a_date

_REACH, _JOINT, _DATE_REACH, _NEAR = 10, 4, 5, 1
_JOINED = (WAW, FEH)


def steps(scene: Scene, last: int) -> Iterator[tuple[Counted, Dated]]:
    """Yield the numbers behind a token that each have a joint before and a date behind, while they go on."""
    for counted in scene.counted:
        if counted.first < last or scene.date_at(counted.first):
            continue
        dated = _date_behind(scene, counted) or _date_before(scene, last, counted)
        if dated is None or not _goes_on(scene, last, counted):
            return
        yield counted, dated
        last = max(counted.last, dated.last)


def _goes_on(scene: Scene, last: int, counted: Counted) -> bool:
    """Whether 'then' or 'and', and no verb of its own, leads on to a number of soldiers."""
    between = range(last, counted.first)
    apart = sum(scene.date_at(index) is None for index in between[: 2 * _REACH])
    if len(between) > 2 * _REACH or apart > _REACH or not may_count_troops(scene, counted):
        return False
    near = range(max(last, counted.first - _JOINT), counted.first + 1)
    joined = scene.says(between, "next")
    joined = joined or any(_is_joined(scene, index) for index in near)
    return joined and not any(_parts(scene, index) for index in between)


def _is_joined(scene: Scene, index: int) -> bool:
    """'And to 100', 'so to 600', 'and 4,100': the conjunction stands alone or on the word behind it."""
    token = scene.tokens[index]
    if token.norm in _JOINED:
        return True
    preposition = scene.mark(index, Role.PREPOSITION, Role.QUANTIFIER)
    numbered = scene.count_at(index) is not None
    return (numbered or preposition is not None) and token.norm.startswith(_JOINED)


def _parts(scene: Scene, index: int) -> bool:
    if scene.operator(index, "which", "that", "boundary", "against", "beside"):
        return True
    if scene.date_at(index):
        return False
    return any(
        mark.inflection.form in ("past", "present", "jussive")
        for mark in scene.marks.get(index, ())
        if mark.role in (Role.TRIGGER, Role.OPERATOR)
    ) and not scene.mark(index, Role.PREPOSITION, Role.QUANTIFIER)


def _date_before(scene: Scene, last: int, counted: Counted) -> Dated | None:
    """'Then twelve years later some 550': the date behind 'then', and the number right behind it."""
    for dated in scene.dated:
        if last <= dated.first and counted.first - _NEAR <= dated.last <= counted.first:
            opens = dated.first > scene.first and scene.operator(dated.first - 1, "next") is not None
            return dated if opens and is_a_date(dated.timex) else None
    return None


def _date_behind(scene: Scene, counted: Counted) -> Dated | None:
    """The date right behind a number, or behind the soldiers that it counts."""
    for dated in scene.dated:
        if not counted.last <= dated.first <= counted.last + _DATE_REACH or not is_a_date(dated.timex):
            continue
        between = range(counted.last, dated.first)
        parted = any(scene.is_comma(at) or _parts(scene, at) or scene.count_at(at) for at in between)
        bare = stands_bare(scene, counted) or scene.mark(counted.last, Role.FORCE) is not None
        return None if parted or not bare else dated
    return None
