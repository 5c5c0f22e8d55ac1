"""Changes told without their verb: a second number, a second base, each with a place or date of its own.

'900 soldiers in Syria and 2,500 in Iraq'; 'handed over Faya on 26 December, then Abeche on 11 January'.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.followers import followers
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.listed import has_verb, next_bases, next_places
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.numbers import may_count_troops, stands_bare
from drawdown_cli.extract.changes.places import stands_elsewhere
from drawdown_cli.extract.changes.scene import Counted, Dated, Scene
from drawdown_cli.extract.changes.sequels import next_parts, next_phases
from drawdown_cli.extract.changes.shares import as_told, is_whole, nation_of, shares, wholes
from drawdown_cli.extract.changes.steps import steps
from drawdown_cli.extract.changes.when import before_other, is_a_date, is_ahead, is_past, of_report, when_of
from drawdown_cli.models import Category, Published, Status, ValueRole

_REACH, _DATE_REACH, _JOINT = 9, 6, 4
_PLACED = frozenset({Category.WITHDRAWAL, Category.DEPLOYMENT, Category.MISSION})


def elliptic(
    scene: Scene, forces: Sequence[Force], drafts: Sequence[Draft], published: Published
) -> Iterator[Draft]:
    """Yield the drafts that follow others without a verb of their own."""
    told = {token for draft in drafts for token in _told_by(scene, draft)}
    for draft in drafts:
        if draft.amount.quantity:
            yield from _numbers(scene, forces, draft, told, published)
        if draft.category is Category.BASE:
            yield from next_bases(scene, draft, published)
        if draft.category in _PLACED and draft.when.last > 0:
            yield from next_places(scene, draft, published)
    yield from wholes(scene, drafts, published)
    yield from next_phases(scene, drafts, published)
    yield from followers(scene, forces, drafts, published)
    yield from next_parts(scene, drafts, published)


def _numbers(
    scene: Scene, forces: Sequence[Force], draft: Draft, told: set[int], published: Published
) -> Iterator[Draft]:
    """Yield the numbers that go on from a draft's, none of them `told` by another."""
    if _tells_size(draft) or _moves(draft):
        for counted, dated in steps(scene, max(_told_by(scene, draft)) + 1):
            if not told & {*range(counted.first, counted.last)}:
                told.update(range(counted.first, counted.last))
                yield _of_nation(scene, _stepped(draft, counted, dated, published), counted)
    if _tells_size(draft) or _moves(draft):
        yield from _listed(scene, forces, draft, told, published)
    for share in shares(scene, draft):
        if not told & {*share.amount.tokens}:
            told.update(share.amount.tokens)
            yield share


def _listed(
    scene: Scene, forces: Sequence[Force], draft: Draft, told: set[int], published: Published
) -> Iterator[Draft]:
    """'1,000 in Chad, 600 in Niger, against 900 in 2020, and 350 in Senegal': each from the last."""
    before, last = draft, max(_told_by(scene, draft)) + 1
    for counted in scene.counted:
        if told & {*range(counted.first, counted.last)}:
            continue
        second = _second(scene, forces, before, counted, published, last)
        if second:
            told.update(second.amount.tokens)
            yield second
            goes_on = second.category is draft.category and second.status is draft.status
            before, last = (second if goes_on else before), max(last, counted.last)


def _told_by(scene: Scene, draft: Draft) -> tuple[int, ...]:
    """The tokens of a draft's numbers; what had been, on a date of its own, is told apart."""
    goal, former = draft.amount.tokens[:2], draft.amount.tokens[2:]
    before = range(former[0] - _JOINT, former[0]) if former else range(0)
    apart = any(_is_contrast(scene, index) for index in before if index >= scene.first)
    dated = former and any(former[0] < dated.first <= former[0] + _DATE_REACH for dated in scene.dated)
    return goal if apart and dated else draft.amount.tokens


def _tells_size(draft: Draft) -> bool:
    return draft.category is Category.LEVEL or draft.amount.role is ValueRole.RESULT


def _moves(draft: Draft) -> bool:
    """'Sent 600 in 1992, then 550 in 2004': so many as move, each time."""
    return draft.category in _PLACED and draft.amount.role is ValueRole.MOVED


def _second(
    scene: Scene, forces: Sequence[Force], draft: Draft, counted: Counted, published: Published, last: int
) -> Draft | None:
    """A second number: of another place, of another force, or of another time; `last` ends the one before."""
    # '10,000 soldiers, including 2,500 from the United States, and 1,100 from Germany'
    parts = scene.says(range(draft.reading.mark.first, counted.first), "including")
    if parts or not may_count_troops(scene, counted) or is_whole(scene, counted):
        return None
    joint = range(max(scene.first, counted.first - _JOINT), counted.first)
    if _tells_size(draft) and last < counted.first and any(_is_contrast(scene, index) for index in joint):
        return _compared(scene, draft, counted, published)
    if draft.category is not Category.LEVEL and not _moves(draft):
        return None
    own = next((force for force in forces if force.first <= counted.first < force.last), None)
    foreign = own is not None and bool(own.key) and own.key != _key(draft)
    if own is None and scene.says(joint, "beside"):
        own = _of_group(scene, counted)
        foreign = own is not None and own.key != _key(draft)
    beside = scene.says(joint, "beside")
    near = last <= counted.first <= last + _REACH and not has_verb(scene, last, counted.first)
    placed = _is_placed(scene, _end(counted, own))
    placed = placed or (stands_elsewhere(scene, counted.first - 2) and stands_bare(scene, counted))
    if not (near or beside) or not (foreign or placed):
        return None
    if _moves(draft) and (foreign or any(_is_part(scene, index) for index in joint)):
        return None  # 'deployed 900, among them 300 in Gao'
    second = as_told(draft, counted)
    return replace(second, slots=replace(second.slots, force=own, owner="")) if own and foreign else second


def _is_part(scene: Scene, index: int) -> bool:
    mark = scene.mark(index, Role.FORCE)
    return mark is not None and bool(mark.entry.feature("part"))


def _of_group(scene: Scene, counted: Counted) -> Force | None:
    """'Besides about 7,000 of the countries of the alliance': whose they are stands behind 'of'."""
    preposition = scene.mark(counted.last, Role.PREPOSITION) if counted.last < scene.last else None
    if preposition is None or preposition.entry.feature("side") != "from":
        return None
    for index in range(counted.last, min(scene.last, counted.last + _JOINT)):
        mark = scene.mark(index, Role.GROUP)
        if mark:
            key = str(mark.entry.feature("key"))
            return Force(counted.first, mark.last, key, "troops", False, False, False, False, True)
    return None


def _is_contrast(scene: Scene, index: int) -> bool:
    """'Against 1,100', 'after it had been 1,100'."""
    if scene.operator(index, "against"):
        return True
    was = scene.operator(index, "past")
    if was is None:
        return False
    if was.proclitic == WAW and was.inflection.number == "p":
        return True  # ', and they were 10,000 in 2021'
    before = range(max(scene.first, index - 2), index)
    return scene.says(before, "boundary")


def _key(draft: Draft) -> str:
    return draft.slots.force.key if draft.slots.force else draft.slots.owner


def _end(counted: Counted, force: Force | None) -> int:
    return max(counted.last, force.last if force else 0)


def _compared(scene: Scene, draft: Draft, counted: Counted, published: Published) -> Draft:
    """'900 soldiers, against 2,500 in 2020': what was, on its own date, else some time before."""
    after = (dated for dated in scene.dated if counted.last <= dated.first <= counted.last + _DATE_REACH)
    dated = next((dated for dated in after if is_a_date(dated.timex)), None)
    then = replace(as_told(draft, counted), status=Status.OCCURRED, category=Category.LEVEL)
    if not _is_placed(scene, counted.last):
        then = replace(then, reading=draft.reading)  # where the other number is
    if dated is None and draft.status is Status.PLANNED:
        return replace(then, status=Status.ONGOING, when=of_report(published))  # 'to 100, instead of 300'
    if dated is None:
        return replace(then, when=before_other(draft.when))
    return replace(then, when=when_of(dated), last=dated.last)


def _stepped(draft: Draft, counted: Counted, dated: Dated, published: Published) -> Draft:
    step = replace(as_told(draft, counted), when=when_of(dated), last=dated.last)
    told = draft.status in (Status.OCCURRED, Status.ONGOING)
    if told and is_ahead(step.when, published):
        return replace(step, status=Status.PLANNED)
    return replace(step, status=Status.OCCURRED) if told and is_past(step.when, published) else step


def _of_nation(scene: Scene, step: Draft, counted: Counted) -> Draft:
    """'60 Hungarians and 30 Finns left': the second number is of a nation of its own."""
    nation = nation_of(scene, counted.last)
    key = str(nation.entry.feature("key")) if nation else ""
    if nation is None or key == _key(step):
        return step
    force = Force(counted.first, nation.last, key, "troops", False, False, False, False, True)
    return replace(step, slots=replace(step.slots, force=force, owner=""))


def _is_placed(scene: Scene, index: int) -> bool:
    preposition = scene.mark(index, Role.PREPOSITION) if index + 1 < scene.last else None
    if preposition is None or preposition.entry.feature("side") not in ("in", "from"):
        return False
    return scene.names(range(index + 1, min(index + 4, scene.last)), Role.PLACE, Role.GROUP)
