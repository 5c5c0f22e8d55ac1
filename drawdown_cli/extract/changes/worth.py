"""Whether a draft is worth a row: what only stands, stays or describes changes nothing."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, HEH, LAM
from drawdown_cli.extract.changes.amounts import Amount
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.numbers import TROOP_UNITS
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found
from drawdown_cli.extract.changes.when import When
from drawdown_cli.models import Category, DateBasis, Status, TimexType, TokenKind

_HORIZON, _WHERE, _ANTECEDENT, _RELATIVE, _PART, _COUNTED = 6, 3, 8, 8, 3, 4
_PURPOSE = 9
_OF_THINGS = (HEH + ALEF, HEH)


def is_worth_a_row(scene: Scene, found: Found, draft: Draft) -> bool:
    """Whether an analyst would put a draft into the table."""
    return not (
        _only_stands(draft)
        or not _is_asserted(scene, draft.reading, draft.when, draft.amount)
        or _only_stays(scene, draft)
        or _only_describes(scene, draft)
        or _is_sum_of_years(draft)
        or _is_circumstance(scene, draft)
        or _is_any(scene, draft)
        or _only_gives_reason(scene, draft)
        or _was_a_base(scene, draft)
        or _is_a_size(scene, draft)
        or _moves_things(scene, found, draft)
        or _is_for_exercise(scene, draft)
    )


def _only_stands(draft: Draft) -> bool:
    """'Russian forces are stationed in Hmeimim': nothing changes, and no number says how many there are."""
    reading = draft.reading
    standing = reading.mark.entry.feature("standing") and reading.tense is Tense.PRESENT
    return (
        bool(standing)
        and draft.status is Status.ONGOING
        and not _is_counted(draft)
        and not _is_dated(draft.when)
    )


def _is_asserted(scene: Scene, reading: Reading, when: When, amount: Amount) -> bool:
    """Whether a relative clause ('the forces that remain') says more than which forces are meant."""
    before = reading.mark.first - 1
    while before >= scene.first and scene.operator(before, "still", "perfect", "negation"):
        before -= 1
    if before < scene.first or not scene.operator(before, "which"):
        return True
    return _is_dated(when) or amount.quantity is not None


def _only_stays(scene: Scene, draft: Draft) -> bool:
    """'The forces will stay', 'it keeps a presence': not how many, until when, what for, or which."""
    if draft.category is not Category.LEVEL or _is_counted(draft) or draft.status is Status.DENIED:
        return False
    if _is_told_by_number(scene, draft) or _keeps_another(scene, draft):
        return True
    dated = _is_dated(draft.when) and draft.when.first > draft.reading.mark.first
    return not (dated or _has_an_end(scene, draft) or _is_of_a_part(scene, draft))


def _is_told_by_number(scene: Scene, draft: Draft) -> bool:
    """'80 soldiers will stay': another trigger has told how many there are."""
    last = draft.reading.mark.first
    return any(
        last - _COUNTED <= each.first < last and each.quantity.unit in TROOP_UNITS for each in scene.counted
    )


def _keeps_another(scene: Scene, draft: Draft) -> bool:
    """'The force will keep up its patrols': who keeps stands before it; what it keeps is none."""
    force, mark = draft.slots.force, draft.reading.mark
    keeps = any(each.entry.feature("keeps") for each in scene.marks[mark.first])
    # 'Will keep' is spelt as 'will stay', but for the preposition of what it keeps.
    after = scene.mark(mark.last, Role.PREPOSITION) if mark.last < scene.last else None
    on = after is not None and bool(after.entry.feature("duty"))
    keeps = keeps and (on or bool(mark.entry.feature("keeps")))
    return keeps and force is not None and force.last <= mark.first


def _has_an_end(scene: Scene, draft: Draft) -> bool:
    """'Will stay for five years', 'until the vote', 'to train the police': an end of either kind is told."""
    first = draft.reading.mark.last
    last = min(scene.last, max(draft.slots.last, first) + _HORIZON)
    lasts = any(each.timex.type is TimexType.DURATION for each in scene.dated if first <= each.first < last)
    behind = range(first, last)
    return lasts or any(scene.operator(index, "until") or _is_purpose(scene, index) for index in behind)


def _is_purpose(scene: Scene, index: int) -> bool:
    mark = scene.mark(index, Role.MISSION_KIND, Role.MISSION)
    return mark is not None and carries_li(mark)


def _is_of_a_part(scene: Scene, draft: Draft) -> bool:
    """'A small battalion will stay', 'some of the forces': a part stays where the others leave."""
    force = draft.slots.force
    if force is None or force.first == force.last or force.kind == "presence" or force.owned:
        return False
    near = range(max(scene.first, force.first - _PART), force.first)
    parts = (scene.mark(index, Role.QUANTIFIER, Role.FORCE) for index in near)
    if any(
        mark.entry.feature("some") or (mark.role is Role.FORCE and not mark.definite)
        for mark in parts
        if mark
    ):
        return True
    inside = (mark for index in range(force.first, force.last) for mark in scene.marks.get(index, ()))
    return draft.status is Status.PLANNED and not any(mark.definite for mark in inside)


def _only_describes(scene: Scene, draft: Draft) -> bool:
    """'The departing forces', 'where they were stationed': which forces are meant, or which place."""
    reading = draft.reading
    if _is_counted(draft) or draft.when.first > reading.mark.first:
        return False
    if reading.tense is Tense.PARTICIPLE and draft.category is not Category.LEVEL:
        return reading.mark.definite and not _is_dated(draft.when)
    before = range(max(scene.first, reading.mark.first - _WHERE), reading.mark.first)
    relative = any(scene.operator(index, "which") or _is_where(scene, index) for index in before)
    return relative and bool(reading.mark.entry.feature("standing"))


def _is_sum_of_years(draft: Draft) -> bool:
    """'150,000 soldiers served there over two decades': never so many at a time."""
    served = draft.reading.tense is Tense.PAST and draft.reading.mark.entry.feature("serves")
    return bool(served) and draft.when.basis is DateBasis.PUBLISHED


def _is_circumstance(scene: Scene, draft: Draft) -> bool:
    """'He said during the handover', 'the moves come within the rotation': no event is told."""
    mark = draft.reading.mark
    before = scene.mark(mark.first - 1, Role.PREPOSITION) if mark.first > scene.first else None
    if draft.reading.tense is Tense.NOUN and scene.operator(mark.first - 1, "peak"):
        return True  # 'at the height of their deployment'
    if draft.reading.tense is Tense.NOUN:
        told = _is_counted(draft) or _is_dated_behind(scene, draft)
        if scene.operator(mark.first - 1, "ceremony") and mark.first - 1 > scene.first:
            before = scene.mark(mark.first - 2, Role.PREPOSITION)  # 'during the rites of the handover'
        return before is not None and bool(before.entry.feature("during")) and not told
    after = scene.mark(mark.last, Role.PREPOSITION) if mark.last < scene.last else None
    return draft.reading.tense is Tense.PRESENT and after is not None and bool(after.entry.feature("within"))


def _is_any(scene: Scene, draft: Draft) -> bool:
    """'Any reduction of the forces will weaken it': none is told, but where it is denied or dated."""
    at = draft.reading.mark.first
    if draft.reading.tense is not Tense.NOUN or at == scene.first or draft.status is Status.DENIED:
        return False
    any_ = scene.mark(at - 1, Role.QUANTIFIER)
    whichever = any_ is not None and bool(any_.entry.feature("any")) and not any_.inflection.suffix
    return whichever and not _is_dated(draft.when)


def _only_gives_reason(scene: Scene, draft: Draft) -> bool:
    """'The dispute over the entry of the forces', 'after the withdrawal': no news without its own date."""
    mark = draft.reading.mark
    if draft.reading.tense is not Tense.NOUN or mark.first == scene.first or _is_counted(draft):
        return False
    before = scene.mark(mark.first - 1, Role.PREPOSITION)
    aside = before is not None and before.entry.feature("side") == "adjunct"
    aside = aside and not (before and before.entry.feature("companion"))
    return aside and draft.state.governor < 0 and not _is_dated_behind(scene, draft)


def _was_a_base(scene: Scene, draft: Draft) -> bool:
    """'They were using the airport as a base': nobody opens one."""
    if (
        draft.category is not Category.BASE
        or draft.reading.tense is not Tense.PRESENT
        or _is_dated(draft.when)
    ):
        return False
    before = range(max(scene.first, draft.reading.mark.first - _WHERE), draft.reading.mark.first)
    return scene.says(before, "past")


def _is_a_size(scene: Scene, draft: Draft) -> bool:
    """'Without knowing the size of the forces': a noun spelt as 'it cut down', which heads its clause."""
    mark = draft.reading.mark
    noun = scene.mark(mark.first, Role.QUANTIFIER) if draft.reading.tense is Tense.PAST else None
    if noun is None or not noun.entry.feature("size") or mark.first == scene.first or mark.proclitic:
        return False
    known = mark.first - 1 in scene.marks
    return scene.tokens[mark.first - 1].kind is TokenKind.WORD and not known


def _is_dated_behind(scene: Scene, draft: Draft) -> bool:
    """'The invasion of Iraq in 2003': a date that no mark parts from its noun."""
    between = range(draft.reading.mark.last, draft.when.first)
    apart = any(scene.tokens[index].kind is TokenKind.MARK for index in between)
    return draft.when.first >= draft.reading.mark.last and not apart


def _is_where(scene: Scene, index: int) -> bool:
    boundary = scene.operator(index, "boundary")
    return boundary is not None and bool(boundary.entry.feature("where"))


def _moves_things(scene: Scene, found: Found, draft: Draft) -> bool:
    """'A tweet that the palace published', 'equipment that it could not move': the pronoun is of things."""
    mark, force = draft.reading.mark, draft.slots.force
    moved = mark.entry.feature("frame") == "object" and mark.inflection.suffix in _OF_THINGS
    if not moved or force is None or force.first >= mark.last or _is_counted(draft):
        return False
    before = range(max(scene.first, mark.first - _RELATIVE), mark.first)
    which = next((index for index in reversed(before) if scene.operator(index, "which")), None)
    if which is not None and any(which - _ANTECEDENT <= each.first < which for each in found.forces):
        return False
    if which is None and not _may_be_relative(scene, draft):
        return False
    return _is_unknown_noun(scene, mark.first if which is None else which)


def _may_be_relative(scene: Scene, draft: Draft) -> bool:
    """'..., and withdrew them': joined to what was told, no clause of the noun before it."""
    mark = draft.reading.mark
    if mark.proclitic or mark.first == scene.first or scene.tokens[mark.first - 1].kind is not TokenKind.WORD:
        return False
    # 'Its deployment' is spelt as 'he published it', which is said of tweets, and has a subject.
    told = scene.mark(mark.first - 1, Role.BLOCKER)
    if draft.reading.tense is not Tense.NOUN or (told and told.entry.feature("block") == "report"):
        return True
    vague = not scene.tokens[mark.first - 1].norm.startswith(ALEF + LAM)
    return vague and mark.last < scene.last and scene.tokens[mark.last].norm.startswith(ALEF + LAM)


def _is_unknown_noun(scene: Scene, index: int) -> bool:
    """Whether before a token stands a noun of which no lexicon knows that it could be a force or act."""
    before = index - 1
    if before > scene.first and scene.tokens[before].kind is TokenKind.MARK:
        before -= 1
    if before < scene.first or scene.date_at(before):
        return False
    known = any(mark.role is not Role.BLOCKER for mark in scene.marks.get(before, ()))
    return scene.tokens[before].kind is TokenKind.WORD and not known


def _is_for_exercise(scene: Scene, draft: Draft) -> bool:
    """'2,000 soldiers arrived to take part in manoeuvres': when these end, they go home."""
    home = draft.reading.mark.entry.feature("goal") == "home"
    if draft.category is not Category.DEPLOYMENT or home or Role.BLOCKER not in scene.roles:
        return False
    first = max(draft.slots.last, draft.reading.mark.last)
    for index in range(first, min(scene.last, first + _PURPOSE)):
        blocker = scene.mark(index, Role.BLOCKER)
        if blocker and blocker.entry.feature("block") == "exercise":
            # 'The trainings of the army' are a mission.
            men = scene.mark(blocker.last, Role.FORCE) if blocker.last < scene.last else None
            return men is None or not men.definite or bool(men.inflection.suffix)
        aside = scene.mark(index, Role.PREPOSITION)
        apart = aside is not None and aside.entry.feature("side") == "adjunct"
        within = aside is not None and (aside.entry.feature("within") or aside.entry.feature("during"))
        if scene.is_comma(index) or scene.is_break(index) or (apart and not within):
            return False
    return False


def _is_counted(draft: Draft) -> bool:
    return draft.amount.quantity is not None


def _is_dated(when: When) -> bool:
    return when.basis is not DateBasis.PUBLISHED
