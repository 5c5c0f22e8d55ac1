"""Places and bases that go on from one told, without its verb: 'Faya in December, then Abeche in January'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.changes.amounts import NO_AMOUNT
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.owners import is_at_home
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.when import is_a_date, is_ahead, when_of
from drawdown_cli.extract.changes.yearless import told_after
from drawdown_cli.models import Published, Status

_REACH, _DATE_REACH, _PLACE_REACH, _BASE_REACH = 9, 6, 3, 4


def next_places(scene: Scene, draft: Draft, published: Published) -> Iterator[Draft]:
    """Yield where else: 'they left Mali in August, Burkina Faso in February, and Niger in December'."""
    last, when = draft.when.last, draft.when
    while (found := _place_behind(scene, draft, last)) is not None:
        index, dated = found
        dated = told_after(dated, when, published)
        when = when_of(dated)
        told = draft.status in (Status.OCCURRED, Status.ONGOING) and is_ahead(when, published)
        # 'And Burkina Faso and Niger in 2023': each of them.
        others = (at for at in range(index + 2, dated.first) if _is_one_more(scene, at))
        for at in (index, *(other - 1 for other in others)):
            mark = draft.reading.mark._replace(first=at, last=at + 1)
            reading = draft.reading._replace(mark=mark)
            first = at if scene.mark(at, Role.PREPOSITION) else at + 1
            bare = replace(draft, reading=reading, amount=NO_AMOUNT, when=when, first=first, last=dated.last)
            yield replace(bare, status=Status.PLANNED) if told else bare
        last = dated.last


def next_bases(scene: Scene, draft: Draft, published: Published) -> Iterator[Draft]:
    """Yield what else: 'handed over base 101 in July, then base 201 a month after it'."""
    last, when = draft.last, draft.when
    for index in range(draft.last, min(scene.last, draft.last + 3 * _REACH)):
        base = scene.mark(index, Role.BASE)
        noun = base or scene.mark(index, Role.BASE_NOUN)
        if noun is None or index < last or (base and base is draft.slots.base):
            continue
        if any(has_verb(scene, at, at + 1) and not scene.operator(at, "follow") for at in range(last, index)):
            return
        dated = _date_of_base(scene, last, noun)
        if dated is None or not (base or _is_joined(scene, last, index)):
            continue
        if has_verb(scene, noun.last, dated.first):
            return  # 'one of 14 bases that it closes by April'
        first, last = min(index, dated.first), max(noun.last, dated.last)
        reading = draft.reading._replace(mark=draft.reading.mark._replace(first=index, last=noun.last))
        slots = replace(draft.slots, base=base)
        dated = told_after(dated, when, published)
        when = when_of(dated)
        yield replace(
            draft, reading=reading, slots=slots, amount=NO_AMOUNT, when=when, first=first, last=last
        )


def has_verb(scene: Scene, first: int, last: int) -> bool:
    """Return whether a verb that tells or governs a change stands between two tokens."""
    return any(
        mark.inflection.form in ("past", "present", "jussive")
        for index in range(first, last)
        for mark in scene.marks.get(index, ())
        if mark.role in (Role.TRIGGER, Role.OPERATOR)
    )


def _place_behind(scene: Scene, draft: Draft, last: int) -> tuple[int, Dated] | None:
    """The next place with 'and' or 'then' before it and a date behind it: at which token, and when."""
    for index in range(last, min(scene.last - 1, last + _PLACE_REACH)):
        preposition = scene.mark(index, Role.PREPOSITION)
        place = scene.mark(index + 1 if preposition else index, Role.PLACE)
        place = place or (_place_of_base(scene, index + 1) if preposition else None)
        if place is None or place.entry.feature("key") == draft.slots.owner:
            continue
        if not preposition and may_act(place, draft):
            return None
        then = index > last and scene.operator(index - 1, "next") is not None
        joined = scene.tokens[index].norm.startswith(WAW) and (preposition or place.proclitic == WAW)
        dated = next((d for d in scene.dated if place.last <= d.first <= place.last + 2), None)
        verb = dated and has_verb(scene, place.last, dated.last + 1)
        if (joined or then) and dated and is_a_date(dated.timex) and not verb:
            return index if preposition else index - 1, dated
        return None
    return None


def _place_of_base(scene: Scene, index: int) -> Mark | None:
    """'And from a second base in Abeche': the place of a base, or its name."""
    noun = scene.mark(index, Role.BASE_NOUN)
    if noun is None:
        return None
    behind = range(noun.last, min(scene.last, noun.last + _BASE_REACH))
    return next((mark for at in behind if (mark := scene.mark(at, Role.BASE, Role.PLACE))), None)


def _is_one_more(scene: Scene, index: int) -> bool:
    place = scene.mark(index, Role.PLACE)
    return place is not None and place.proclitic == WAW


def may_act(place: Mark, draft: Draft) -> bool:
    """'Spain left Iraq in April, and Honduras in May': beside a state stands another, not where it was.

    'France left Mali in 2022, and Niger in 2023': whose army fights at home sends none abroad.
    """
    actor = place.entry.feature("actor")
    force = draft.slots.force
    sends = draft.reading.mark.entry.feature("frame") == "object"
    state = sends or force is None or force.kind == "people"
    return state and bool(actor) and not place.entry.feature("town") and not is_at_home(str(actor))


def _is_joined(scene: Scene, first: int, index: int) -> bool:
    """Whether 'then' or 'and' stands between, so that a noun is one more of the kind."""
    between = range(first, index + 1)
    if scene.says(between, "which", "boundary"):
        return False
    return any(scene.operator(at, "next") or scene.tokens[at].norm.startswith(WAW) for at in between)


def _date_of_base(scene: Scene, last: int, base: Mark) -> Dated | None:
    """The date behind a base, or right before it: 'and three weeks after it the camp of'."""
    able = [dated for dated in scene.dated if is_a_date(dated.timex)]
    before = (dated for dated in able if last <= dated.first and dated.last == base.first)
    after = (dated for dated in able if base.last <= dated.first <= base.last + _DATE_REACH)
    return next(before, None) or next(after, None)
