"""Changes told without their verb: a second number, a second base, each with a place or date of its own.

'900 soldiers in Syria and 2,500 in Iraq'; 'handed over Faya on 26 December, then Abeche on 11 January'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.changes.dating import is_a_date, when_of
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.numbers import NO_AMOUNT, quantity_size, unit_of
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.models import Category

_REACH, _DATE_REACH = 9, 6
_LEAST = 10


def elliptic(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the drafts that follow others without a verb of their own."""
    for draft in drafts:
        if draft.category is Category.LEVEL and draft.amount.quantity:
            yield from _second_number(scene, draft)
        if draft.category is Category.BASE:
            yield from _second_base(scene, draft)
        if draft.category in (Category.WITHDRAWAL, Category.DEPLOYMENT) and draft.when.last > 0:
            yield from _second_place(scene, draft)


def _second_number(scene: Scene, draft: Draft) -> Iterator[Draft]:
    last = max(draft.amount.tokens) + 1
    for counted in scene.counted:
        if not last < counted.first <= last + _REACH or not _stands_alone(scene, counted):
            continue
        if _has_verb(scene, last, counted.first) or not _is_placed(scene, counted.last):
            continue
        yield _at(draft, counted)
        return


def _at(draft: Draft, counted: Counted) -> Draft:
    """Return the draft for the second number, its trigger moved there so that its place is found."""
    quantity, tokens = counted.quantity, (counted.first, counted.last - 1)
    amount = replace(draft.amount, value=quantity.value, quantity=quantity, tokens=tokens)
    mark = draft.reading.mark._replace(first=counted.first, last=counted.last)
    reading = draft.reading._replace(mark=mark)
    return replace(draft, reading=reading, amount=amount, first=counted.first, last=counted.last)


def _stands_alone(scene: Scene, counted: Counted) -> bool:
    return not unit_of(scene, counted) and quantity_size(counted.quantity) >= _LEAST


def _is_placed(scene: Scene, index: int) -> bool:
    preposition = scene.mark(index, Role.PREPOSITION) if index + 1 < scene.last else None
    if preposition is None or preposition.entry.feature("side") not in ("in", "from"):
        return False
    return any(scene.mark(at, Role.PLACE, Role.GROUP) for at in range(index + 1, min(index + 4, scene.last)))


def _has_verb(scene: Scene, first: int, last: int) -> bool:
    return any(
        mark.inflection.form in ("past", "present", "jussive")
        for index in range(first, last)
        for mark in scene.marks.get(index, ())
        if mark.role in (Role.TRIGGER, Role.OPERATOR)
    )


def _second_place(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """'They left Burkina Faso in February, and Niger in December': the verb is not said again."""
    for index in range(draft.when.last, min(scene.last - 2, draft.when.last + 3)):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition is None or preposition.proclitic != WAW:
            continue
        place = scene.mark(index + 1, Role.PLACE)
        dated = next((d for d in scene.dated if place and place.last <= d.first <= place.last + 2), None)
        if place and dated and is_a_date(dated.timex) and not _has_verb(scene, place.last, dated.last + 1):
            mark = draft.reading.mark._replace(first=index, last=index + 1)
            reading = draft.reading._replace(mark=mark)
            bare = replace(draft, reading=reading, amount=NO_AMOUNT)
            yield replace(bare, when=when_of(dated), first=index, last=dated.last)
        return


def _second_base(scene: Scene, draft: Draft) -> Iterator[Draft]:
    for index in range(draft.last, min(scene.last, draft.last + _REACH)):
        base = scene.mark(index, Role.BASE)
        if base is None or base is draft.slots.base or _has_verb(scene, draft.last, index):
            continue
        dated = next((d for d in scene.dated if base.last <= d.first <= base.last + _DATE_REACH), None)
        if dated and is_a_date(dated.timex):
            slots = replace(draft.slots, base=base)
            yield replace(draft, slots=slots, when=when_of(dated), first=index, last=dated.last)
            return
