"""Who did the same as one told: 'the Italians followed in May', 'they were preceded by 100 Norwegians'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF, LAM, SEEN, WAW
from drawdown_cli.extract.changes.amounts import NO_AMOUNT, Amount
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.forces import COMMAND, Force
from drawdown_cli.extract.changes.listed import has_verb, may_act
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.nearby import owner
from drawdown_cli.extract.changes.numbers import may_count_troops
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.sequels import sequel_of
from drawdown_cli.extract.changes.when import When, is_a_date, is_ahead, when_of
from drawdown_cli.extract.changes.yearless import told_after
from drawdown_cli.models import Category, Published, Status, ValueRole
from drawdown_cli.nations import country_of

_MOVES = frozenset({Category.WITHDRAWAL, Category.DEPLOYMENT})
_REACH, _DATE_REACH, _HEAD = 4, 5, 2


class _Follower(NamedTuple):
    """Who followed, how many, when; `last` is the end of what says so, `ahead` 'they will be followed by'."""

    force: Force
    amount: Amount
    dated: Dated
    last: int
    ahead: bool = False


def followers(
    scene: Scene, forces: Sequence[Force], drafts: Sequence[Draft], published: Published
) -> Iterator[Draft]:
    """Yield who did the same: 'the Italians followed them in May, then 100 Norwegians in June'."""
    if not scene.dated or (
        scene.kinds.isdisjoint(("follow", "next")) and Role.NATIONALITY not in scene.roles
    ):
        return
    for draft in drafts:
        if draft.category not in _MOVES or draft.status not in (Status.OCCURRED, Status.PLANNED):
            continue
        last, when = draft.last, draft.when
        while (found := _behind(scene, forces, draft, last, when, published)) is not None:
            if is_ahead(when_of(found.dated), published) is not found.ahead:
                return
            if draft.status is Status.PLANNED and not found.ahead:
                break
            follower = sequel_of(draft, found.force.first, found.dated)
            first = min(found.force.first, found.dated.first)
            slots = replace(draft.slots, force=found.force, owner="", mission=None)
            status = Status.PLANNED if found.ahead else draft.status
            yield replace(
                follower, slots=slots, amount=found.amount, first=first, last=found.last, status=status
            )
            last, when = found.last, follower.when


def _behind(
    scene: Scene, forces: Sequence[Force], draft: Draft, last: int, when: When, published: Published
) -> _Follower | None:
    """The next who followed on a date of their own, behind 'then' or behind a verb of following."""
    for index in range(last, min(scene.last, last + _REACH)):
        compatriots = _named_alone(scene, index) if index < last + _HEAD else None
        if compatriots:
            dated = _date_right_at(scene, compatriots.last)
            told = told_after(dated, when, published) if dated else None
            return _Follower(compatriots, NO_AMOUNT, told, told.last) if told else None
        follows = scene.operator(index, "follow") or scene.operator(index, "next")
        if follows is None or (follows.last < scene.last and scene.operator(follows.last, "follow")):
            continue
        verb = scene.operator(index, "follow") is not None
        fronted = _date_right_at(scene, follows.last) if verb else None
        at = _inside_unit(scene, fronted.last if fronted else follows.last)
        place = None if verb else scene.mark(at, Role.PLACE)
        if place and not may_act(place, draft):
            return None  # 'left Mali in 2022, then Niger in 2023'
        named = (verb and _force_at(scene, forces, at)) or _actor_at(scene, at)
        named = named or (_as_many(scene, draft, at) if verb else None)
        if named is None:
            return None
        dated = fronted or _date_behind(scene, named.last)
        if dated is None:
            return None
        told = told_after(dated, when, published) if not follows.entry.feature("before") else dated
        ahead = verb and (follows.proclitic.endswith(SEEN) or bool(follows.entry.feature("ahead")))
        return _Follower(named, _amount_of(scene, named), told, max(named.last, dated.last), ahead)
    return None


def _named_alone(scene: Scene, index: int) -> Force | None:
    """'The Spanish forces left in April, and the Honduran in May': a nation alone behind 'and'."""
    nation = scene.mark(index, Role.NATIONALITY)
    if nation is None or nation.proclitic != WAW + ALEF + LAM or nation.inflection.suffix:
        return None
    plural = nation.inflection.number == "p" or nation.inflection.gender == "f"
    return _actor_at(scene, index) if plural else None


def _inside_unit(scene: Scene, index: int) -> int:
    """'A unit of 300 Ugandan soldiers', 'a contingent from Jamaica': who they are stands behind 'of'."""
    preposition = scene.mark(index + 1, Role.PREPOSITION) if index + 2 < scene.last else None
    of = preposition is not None and preposition.entry.feature("side") == "from"
    return index + 2 if of and scene.mark(index, Role.FORCE) else index


def _date_right_at(scene: Scene, index: int) -> Dated | None:
    """'They were followed on Monday by', 'followed in May by'."""
    near = (dated for dated in scene.dated if index <= dated.first <= index + 1)
    dated = next(near, None)
    return dated if dated and is_a_date(dated.timex) else None


def _date_behind(scene: Scene, index: int) -> Dated | None:
    """The date behind who followed, in their own clause."""
    dated = next((d for d in scene.dated if index <= d.first <= index + _DATE_REACH), None)
    if dated is None or not is_a_date(dated.timex):
        return None
    between = range(index, dated.first)
    parted = any(scene.is_comma(at) or scene.is_break(at) for at in between)
    parted = parted or scene.says(between, "next", "which", "that") or has_verb(scene, index, dated.first)
    return None if parted else dated


def _force_at(scene: Scene, forces: Sequence[Force], index: int) -> Force | None:
    """'100 Norwegian soldiers', 'a unit from Jamaica': a foreign force right behind the verb."""
    for force in forces:
        if index <= force.first <= index + _HEAD and force.kind != COMMAND:
            counted = scene.count_at(index)
            near = force.first == index or (counted is not None and counted.first == index)
            foreign = force.key and country_of(force.key) != scene.memory.country
            return replace(force, first=index) if near and foreign else None
    return None


def _actor_at(scene: Scene, index: int) -> Force | None:
    """'The Italians', 'Ethiopia', 'an Ethiopian battalion': a state or a people, with a force or none."""
    at = index + 1 if index < scene.last and scene.mark(index, Role.FORCE) else index
    actor: Mark | None = scene.mark(at, Role.NATIONALITY, Role.PLACE, Role.GROUP) if at < scene.last else None
    if actor is None or not owner(actor) or actor.inflection.suffix:
        return None
    return Force(actor.first, actor.last, owner(actor), "troops", False, False, False, False, True)


def _as_many(scene: Scene, draft: Draft, index: int) -> Force | None:
    """'They were followed by 100 soldiers today', 'by 100 others': more of the same force."""
    counted, force = scene.count_at(index), draft.slots.force
    if force is None or counted is None or counted.first != index or not may_count_troops(scene, counted):
        return None
    last = counted.last
    while last < scene.last and last < counted.last + _HEAD and scene.mark(last, Role.FORCE):
        last += 1
    return replace(force, first=index, last=last) if last > counted.last else None


def _amount_of(scene: Scene, force: Force) -> Amount:
    """How many followed, where a number of soldiers opens their name."""
    counted = scene.count_at(force.first)
    if counted is None or counted.first != force.first or not may_count_troops(scene, counted):
        return NO_AMOUNT
    tokens = (counted.first, counted.last - 1)
    return Amount(counted.quantity.value, ValueRole.MOVED, counted.quantity, "troops", None, None, tokens)
