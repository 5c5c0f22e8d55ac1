"""Numbers that are parts or wholes of one told: '766 out of 950', '4,500, among them 640 Americans'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawdown_cli.arabic.letters import SEEN, TEH, WAW, YEH
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.numbers import may_count_troops
from drawdown_cli.extract.changes.scene import Counted, Dated, Scene
from drawdown_cli.extract.changes.when import before_other, is_a_date, is_ahead, of_report, when_of
from drawdown_cli.models import Category, DateMod, Published, Status, ValueRole
from drawdown_cli.nations import country_of

_MOVES = frozenset({Category.WITHDRAWAL, Category.DEPLOYMENT})
_REACH, _DATE_REACH, _AMONG, _ABOUT, _BACK = 8, 7, 3, 2, 24
_AHEAD = (SEEN + TEH, SEEN + YEH)
_FUTURE = 5


def wholes(scene: Scene, drafts: Sequence[Draft], published: Published) -> Iterator[Draft]:
    """Yield the levels of which a part moved: '766 soldiers left, out of 950 that were there'."""
    if "whole" not in scene.kinds:
        return
    for counted in scene.counted:
        before = range(max(scene.first, counted.first - _ABOUT), counted.first)
        out_of = next((mark for at in before if (mark := scene.operator(at, "whole"))), None)
        moved = _moved_before(drafts, out_of.first) if out_of else None
        if moved is None or not may_count_troops(scene, counted):
            continue
        whole = as_told(moved, counted)
        if counted.last < scene.last and _is_to_come(scene, counted):
            yield replace(whole, status=Status.PLANNED)  # 'out of 4,000 that will settle there'
        else:
            yield _held(scene, whole, counted, published)


def is_whole(scene: Scene, counted: Counted) -> bool:
    """Whether a number is one of which another is a part: '90 out of 120'."""
    return scene.says(range(max(scene.first, counted.first - _ABOUT), counted.first), "whole")


def _moved_before(drafts: Sequence[Draft], index: int) -> Draft | None:
    """Return the move, of soldiers or of nobody counted, that stands last before a token."""
    near = [d for d in drafts if index - _BACK <= d.reading.mark.first < index and d.category in _MOVES]
    moved = max(near, key=lambda draft: draft.reading.mark.first, default=None)
    return moved if moved and moved.amount.unit in ("", "troops") else None


def _held(scene: Scene, whole: Draft, counted: Counted, published: Published) -> Draft:
    """'Out of 1,200 that were there in May', else before they moved; of those that are to move, today."""
    amount = replace(whole.amount, role=ValueRole.RESULT)
    level = replace(whole, category=Category.LEVEL, status=Status.OCCURRED, amount=amount)
    after = (dated for dated in scene.dated if counted.last <= dated.first <= counted.last + _DATE_REACH)
    dated = next((each for each in after if _dates(scene, counted, each)), None)
    if dated and not is_ahead(when_of(dated), published):
        return replace(level, when=when_of(dated), last=dated.last)
    if whole.status is Status.OCCURRED:
        return replace(level, when=before_other(whole.when))
    return replace(level, status=Status.ONGOING, when=of_report(published))


def _dates(scene: Scene, counted: Counted, dated: Dated) -> bool:
    parted = any(scene.is_comma(at) or scene.is_break(at) for at in range(counted.last, dated.first))
    return not parted and is_a_date(dated.timex) and dated.timex.mod is not DateMod.SINCE


def _is_to_come(scene: Scene, counted: Counted) -> bool:
    norm = scene.tokens[counted.last].norm
    after = scene.tokens[counted.last + 1].norm if counted.last + 1 < scene.last else ""
    return any(len(word) >= _FUTURE and word.startswith(_AHEAD) for word in (norm, after))


def shares(scene: Scene, draft: Draft) -> Iterator[Draft]:
    """Yield the numbers that a number is made of, by nation: 'among them 640 Americans and 850 Italians'.

    States that give so many each go on as well: 'Italy sends 600 soldiers and Germany 400'.
    """
    if not draft.amount.quantity or draft.amount.unit != "troops":
        return
    last = max(draft.amount.tokens[:2]) + 1
    listed = draft.category is Category.LEVEL and nation_of(scene, last) is not None
    for counted in scene.counted:
        if counted.first < last:
            continue
        between = range(last, counted.first)
        if len(between) > _REACH or not may_count_troops(scene, counted) or _has_verb(scene, between):
            return
        nation = nation_of(scene, counted.last) if draft.category is Category.LEVEL else None
        near = range(max(last, counted.first - _AMONG), counted.first)
        if nation and not (listed and _is_joined(scene, counted)):
            among = any(mark.entry.feature("part") for at in near if (mark := scene.mark(at, Role.FORCE)))
            nation = nation if among else None
        giver = None if nation else _giver(scene, draft, counted, near)
        key = (
            str(nation.entry.feature("key")) if nation else str(giver.entry.feature("actor")) if giver else ""
        )
        if not key:
            return
        listed, last = nation is not None, max(counted.last, nation.last if nation else 0)
        if country_of(key) != scene.memory.country and key != _key(draft):
            first = min(counted.first, giver.first) if giver else counted.first
            force = Force(first, last, key, "troops", False, False, False, False, True)
            share = as_told(draft, counted)
            yield replace(share, slots=replace(draft.slots, force=force, owner=""), first=first, last=last)


def nation_of(scene: Scene, index: int) -> Mark | None:
    """The nation of a number: '640 Americans', '640 American soldiers'."""
    at = index + 1 if index < scene.last and scene.mark(index, Role.FORCE) else index
    marks = scene.marks.get(at, ()) if at < scene.last else ()
    nations = (mark for mark in marks if mark.role is Role.NATIONALITY and not mark.entry.feature("weak"))
    return next((mark for mark in nations if not mark.definite and not mark.proclitic), None)


def _giver(scene: Scene, draft: Draft, counted: Counted, near: range) -> Mark | None:
    """'Italy sends 600 and Germany 400': a state right before its number, as before the first one."""
    states = [mark for at in near if (mark := scene.mark(at, Role.PLACE)) and mark.entry.feature("actor")]
    state = states[-1] if states else None
    if state is None or counted.first - state.last > 1 or state.proclitic not in ("", WAW):
        return None
    joined = state.proclitic == WAW or scene.operator(state.first - 1, "next")
    first = draft.amount.tokens[0]
    gives = (scene.mark(at, Role.PLACE) for at in range(max(scene.first, first - _AMONG), first))
    lists = any(mark.entry.feature("actor") and not _is_where(scene, mark) for mark in gives if mark)
    return state if joined and lists else None


def _is_where(scene: Scene, mark: Mark) -> bool:
    return bool(mark.proclitic.strip(WAW)) or scene.mark(mark.first - 1, Role.PREPOSITION) is not None


def _is_joined(scene: Scene, counted: Counted) -> bool:
    """Whether 'and' stands before a number, alone or on it."""
    return any(scene.tokens[at].norm.startswith(WAW) for at in (counted.first - 1, counted.first))


def _key(draft: Draft) -> str:
    return draft.slots.force.key if draft.slots.force else draft.slots.owner


def _has_verb(scene: Scene, between: range) -> bool:
    verbs = (mark for index in between for mark in scene.marks.get(index, ()) if mark.role is Role.TRIGGER)
    return any(mark.inflection.form in ("past", "present", "jussive") for mark in verbs)


def as_told(draft: Draft, counted: Counted) -> Draft:
    """Return the draft for another number, its trigger moved there so that its place is found."""
    quantity, tokens = counted.quantity, (counted.first, counted.last - 1)
    role = draft.amount.role or ValueRole.RESULT
    amount = replace(draft.amount, value=quantity.value, quantity=quantity, tokens=tokens, from_value=None,
                     to_value=None, unit="troops", role=role)  # fmt: skip
    mark = draft.reading.mark._replace(first=counted.first, last=counted.last)
    reading = draft.reading._replace(mark=mark)
    return replace(draft, reading=reading, amount=amount, first=counted.first, last=counted.last)
