"""Numbers that count no forces: of the dead, the wounded and prisoners, and in the names of bases."""

from __future__ import annotations

from itertools import takewhile

from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.scene import Counted, Scene


def is_loss(scene: Scene, counted: Counted) -> bool:
    """Whether the words beside a number speak of the dead or of prisoners, or the number names a base."""
    soldiers = counted.last < scene.last and scene.mark(counted.last, Role.FORCE)
    if not soldiers and _names_base(scene, counted.first):
        return True
    if Role.BLOCKER not in scene.roles:
        return False
    after = range(counted.last, min(scene.last, counted.last + 3))
    around = (
        *range(max(scene.first, counted.first - 4), counted.first),
        *takewhile(lambda index: not scene.operator(index, "when"), after),
    )
    return any(
        mark.entry.feature("block") in ("casualty", "captive")
        for index in around
        for mark in scene.marks.get(index, ())
        if mark.role is Role.BLOCKER and not mark.entry.feature("particle")
    ) or any(
        mark.entry.feature("particle") and index > scene.first and not is_for(scene, index)
        for index in around
        for mark in scene.marks.get(index, ())
        if mark.role is Role.BLOCKER
    )


def is_for(scene: Scene, index: int) -> bool:
    """'For there arrived': the particle before a past tense is spelt like 'he lost'."""
    mark = scene.mark(index, Role.BLOCKER)
    past = mark is not None and mark.inflection.form == "past" and mark.entry.feature("particle")
    following = scene.mark(index + 1, Role.TRIGGER, Role.OPERATOR) if index + 1 < scene.last else None
    return bool(past) and following is not None and following.inflection.form == "past"


def _names_base(scene: Scene, index: int) -> bool:
    """Whether a bare number is a base's name: 'the [air] base 201'."""
    for at in (index - 1, index - 2):
        noun = scene.mark(at, Role.BASE, Role.BASE_NOUN) if at >= scene.first else None
        if noun:
            return noun.last > index or (noun.definite and noun.inflection.number == "s")
        if not (at >= scene.first and scene.tokens[at].norm.startswith(ALEF + LAM)):
            return False
    return False
