"""Numbers that held earlier: at their height, formerly, before something that has a date."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.extract.changes.amounts import Amount
from drawdown_cli.extract.changes.borrowed import once
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.status import Standing
from drawdown_cli.extract.changes.when import When, before_other, is_past, when_of
from drawdown_cli.models import Category, DateBasis, Published, Status

_ASIDE = 4


def held(
    scene: Scene,
    reading: Reading,
    amount: Amount,
    category: Category,
    when: When,
    state: Standing,
    published: Published,
) -> tuple[When, Standing]:
    """Return when a number held that the words put in the past, and its standing; others as they are."""
    level = category is Category.LEVEL
    if (level or amount.quantity) and when.basis is DateBasis.PUBLISHED and _is_peak(scene, reading):
        return once(scene, reading, published), replace(state, status=Status.OCCURRED)
    if not level:
        return when, state
    if _is_former(scene, reading, amount):
        earlier = before_other(when) if when.first <= reading.mark.first else when
        return earlier, replace(state, status=Status.OCCURRED)
    if state.status is Status.OCCURRED:
        return _held_before(scene, reading, when, published), state
    return when, state


def _is_peak(scene: Scene, reading: Reading) -> bool:
    if "peak" not in scene.kinds:
        return False
    left, right = scene.clause(reading.mark.first)
    past = reading.tense is Tense.PAST or scene.says(range(left, right), "past")
    # 'Against 5,300 at its height' speaks of the other number.
    right = next((index for index in range(left, right) if scene.operator(index, "against")), right)
    return past and scene.says(range(left, right), "peak")


def _is_former(scene: Scene, reading: Reading, amount: Amount) -> bool:
    """'There are 1,500 since May, and formerly there were 2,400': a number of no date but an earlier one."""
    if "formerly" not in scene.kinds or not amount.tokens:
        return False
    ends = (reading.mark.first, *amount.tokens)
    left, right = scene.clause(reading.mark.first)
    near = range(max(left, min(ends) - _ASIDE), min(right, max(ends) + _ASIDE))
    # 'Two years before that' is a date of its own.
    return any(scene.operator(index, "formerly") and scene.date_at(index) is None for index in near)


def _held_before(scene: Scene, reading: Reading, when: When, published: Published) -> When:
    """'There were 700, before he ordered them out in December': a number of no date of its own."""
    if when.basis is not DateBasis.PUBLISHED or "boundary" not in scene.kinds:
        return when
    ahead = (scene.operator(index, "boundary") for index in range(reading.mark.last, scene.last))
    before = next((mark for mark in ahead if mark and mark.entry.feature("before")), None)
    if before is None:
        return when
    dates = (when_of(dated) for dated in scene.dated if dated.first >= before.last)
    told = next((date for date in dates if is_past(date, published)), None)
    return before_other(told) if told else when
