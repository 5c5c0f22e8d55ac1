"""Changes that go on from one told: 'and was completed in February', 'the Italians followed in May'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawdown_cli.arabic.letters import FEH, WAW
from drawdown_cli.extract.changes.amounts import NO_AMOUNT
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.nearby import owner
from drawdown_cli.extract.changes.readings import Tense, read
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.when import is_a_date, is_ahead, when_of
from drawdown_cli.models import Category, DateMod, Published, Status

_EVENTS = frozenset({Category.WITHDRAWAL, Category.DEPLOYMENT, Category.MISSION, Category.BASE})
_MOVES = frozenset({Category.WITHDRAWAL, Category.DEPLOYMENT})
_DATE_REACH, _ACTOR_REACH = 2, 4


def next_phases(scene: Scene, drafts: Sequence[Draft], published: Published) -> Iterator[Draft]:
    """Yield what a phase without its event tells: 'the withdrawal began in May and ended in February'."""
    if not drafts:
        return
    for index in scene.marks:
        phase = scene.operator(index, "begin", "complete")
        event = _event_before(drafts, index) if phase else None
        if phase is None or event is None or not _is_finite(scene, phase, event):
            continue
        dated = _date_at(scene, phase.last)
        if dated is None or dated.timex.mod is DateMod.SINCE or dated.first == event.when.first:
            continue
        if not is_ahead(when_of(dated), published):
            yield _sequel(event, index, dated)


def next_actors(scene: Scene, drafts: Sequence[Draft], published: Published) -> Iterator[Draft]:
    """Yield who did the same: 'the Italians followed them in May, then the French in June'."""
    for draft in drafts:
        if draft.category not in _MOVES or draft.status is not Status.OCCURRED:
            continue
        last = draft.last
        while (found := _actor_behind(scene, last)) is not None:
            actor, dated = found
            if is_ahead(when_of(dated), published):
                return
            force = Force(actor.first, actor.last, owner(actor), "troops", False, False, False, False, True)
            sequel = _sequel(draft, actor.first, dated)
            yield replace(sequel, slots=replace(draft.slots, force=force, owner="", mission=None))
            last = dated.last


def _event_before(drafts: Sequence[Draft], index: int) -> Draft | None:
    """The last event told before a phase, unless the phase is its own."""
    if any(draft.first <= index < draft.last for draft in drafts):
        return None
    events = [draft for draft in drafts if draft.category in _EVENTS and draft.last <= index]
    return max(events, key=lambda draft: draft.last, default=None)


def _is_finite(scene: Scene, phase: Mark, event: Draft) -> bool:
    """'And was completed', 'which had begun': a past at the head of its clause or behind a particle."""
    reading = read(scene, [mark for mark in scene.marks[phase.first] if mark.entry is phase.entry])
    it = bool(reading.mark.inflection.suffix)  # 'began the withdrawal, and ended it'
    if reading.tense is not Tense.PAST or reading.negated or (it and event.reading.tense is not Tense.NOUN):
        return False
    before = phase.first - 1
    heads = phase.proclitic in (WAW, FEH) or scene.is_comma(before)
    return heads or scene.operator(before, "perfect", "past", "next") is not None


def _date_at(scene: Scene, index: int) -> Dated | None:
    """The date that stands right at a token, behind no more than its preposition."""
    near = (dated for dated in scene.dated if index <= dated.first <= index + 1)
    dated = next(near, None)
    return dated if dated and is_a_date(dated.timex) else None


def _actor_behind(scene: Scene, last: int) -> tuple[Mark, Dated] | None:
    """The next actor with a date of its own behind 'then', or behind a verb of following."""
    for index in range(last, min(scene.last, last + _ACTOR_REACH)):
        follows = scene.operator(index, "follow", "next") is not None
        if not follows or (index + 1 < scene.last and scene.operator(index + 1, "follow")):
            continue
        actor = (
            scene.mark(index + 1, Role.NATIONALITY, Role.PLACE, Role.GROUP)
            if index + 1 < scene.last
            else None
        )
        if actor is None or not owner(actor) or actor.inflection.suffix:
            return None
        dated = next((d for d in scene.dated if actor.last <= d.first <= actor.last + _DATE_REACH), None)
        return (actor, dated) if dated and is_a_date(dated.timex) else None
    return None


def _sequel(draft: Draft, index: int, dated: Dated) -> Draft:
    reading = draft.reading._replace(mark=draft.reading.mark._replace(first=index, last=index + 1))
    return replace(
        draft, reading=reading, status=Status.OCCURRED, when=when_of(dated), amount=NO_AMOUNT, first=index,
        last=dated.last,
    )  # fmt: skip
