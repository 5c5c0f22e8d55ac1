"""Drop the drafts of a sentence that only say again what another one of it tells."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.governors import is_purpose
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.readings import Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import Category, DateBasis, Status

_AFTER = 3
_FALL = 6
"""Words from the number that a size falls from to the one that it falls to, at most."""


def told_once(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a sentence without those that another one makes superfluous."""
    return [
        draft
        for draft in drafts
        if not (
            _governs_another(draft, drafts)
            or _only_takes_place(scene, draft)
            or _reaches_over(draft, drafts)
            or _is_what_falls(scene, draft, drafts)
            or _is_named_again(draft, drafts)
            or _is_cause(scene, draft, drafts)
            or _is_turned(scene, draft, drafts)
            or _is_aim(draft, drafts)
        )
    ]


def _governs_another(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'The mission, known as MONUSCO, began its withdrawal': a verb of phase that governs another event."""
    if draft.category is not Category.MISSION or draft.reading.tense is Tense.NOUN:
        return False
    token = draft.reading.mark.first
    governed = (other for other in drafts if other.state.governor == token and other is not draft)
    return any(other.category is not Category.LEVEL for other in governed)


def _only_takes_place(scene: Scene, draft: Draft) -> bool:
    """'The withdrawal is being carried out by road': the verb's subject is the event, and no mission."""
    before = draft.reading.mark.first - 1
    if draft.category is not Category.MISSION or draft.reading.tense is Tense.NOUN or before < scene.first:
        return False
    subject, mission = scene.mark(before, Role.TRIGGER), draft.slots.mission
    if mission is not None and mission.first > before:
        return False  # 'with their departure ends the mission'
    return subject is not None and subject.inflection.form in ("masdar", "noun")


def _reaches_over(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'A move by allies for the expulsion of the forces': the forces are what is expelled, and not moved."""
    force, mark = draft.slots.force, draft.reading.mark
    if force is None or force.first < mark.last or mark.entry.feature("frame") != "object":
        return False
    return any(
        other.reading.tense is Tense.NOUN
        and other.slots.force == force
        and mark.last < other.reading.mark.first
        and other.reading.mark.last == force.first
        for other in drafts
    )


def _is_what_falls(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'To reduce its forces there from 2,000 to 1,000': the first number is told with the second."""
    if draft.category is not Category.LEVEL or not draft.amount.tokens:
        return False
    first, last = min(draft.amount.tokens), max(draft.amount.tokens)
    near = (index for index in (first - 1, first - 2) if index >= scene.first)  # 'from about 2,000'
    before = next((mark for index in near if (mark := scene.mark(index, Role.PREPOSITION))), None)
    if before is None or before.entry.feature("side") != "from":
        return False
    return any(
        last < min(other.amount.tokens) <= last + _FALL
        and other.reading.mark.entry.feature("frame") == "size"
        for other in drafts
        if other is not draft and other.amount.tokens
    )


def _is_named_again(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'On Monday he said that the alliance will leave by May, which he ties to its withdrawal': once told."""
    force = draft.slots.force
    topic = draft.reading.tense is Tense.NOUN and max(draft.state.report, draft.state.governor) < 0
    if force is None or not topic or draft.amount.quantity is not None:
        return False
    return any(
        other.category is draft.category
        and other.reading.tense in (Tense.PAST, Tense.FUTURE)
        and other.slots.force is not None
        and other.slots.force.key == force.key
        and draft.when.first < other.reading.mark.first < draft.reading.mark.first
        for other in drafts
    )


def _is_cause(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'700 have left since the council ordered their departure': what was ordered is what has happened."""
    governor = draft.state.governor
    if governor < 0 or draft.status is not Status.PLANNED or draft.when.basis is not DateBasis.PUBLISHED:
        return False
    if draft.amount.quantity is not None:
        return False
    return any(
        other.category is draft.category
        and other.status in (Status.OCCURRED, Status.ONGOING)
        and other.reading.mark.first < governor
        and _is_afterwards(scene, max(other.reading.mark.first, governor - _AFTER), governor)
        for other in drafts
    )


def _is_afterwards(scene: Scene, first: int, last: int) -> bool:
    """Whether 'after they ordered', 'since they ordered' stands between two tokens."""
    if scene.says(range(first, last), "boundary"):
        return True
    return any(
        scene.operator(index, "that") and scene.mark(index - 1, Role.PREPOSITION)
        for index in range(first + 1, last)
    )


def _is_turned(scene: Scene, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'The force moved from wide deployment to a deterrent presence': what a mission turns from, or into."""
    before = draft.reading.mark.first - 1
    if draft.reading.tense is not Tense.NOUN or before < scene.first or draft.amount.quantity is not None:
        return False
    preposition = scene.mark(before, Role.PREPOSITION)
    if preposition is None or preposition.entry.feature("side") not in ("from", "to"):
        return False
    return any(
        other.reading.mark.entry.feature("frame") == "change"
        and other.reading.mark.first < before < other.slots.last
        for other in drafts
    )


def _is_aim(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'40 soldiers will arrive in Lithuania to reinforce the battalion': that is why they come."""
    if not is_purpose(draft.reading) or draft.amount.quantity is not None:
        return False
    return draft.when.basis is DateBasis.PUBLISHED and any(
        other.category is draft.category is Category.DEPLOYMENT
        and other.reading.mark.first < draft.reading.mark.first
        and other.status is not Status.DENIED
        for other in drafts
    )
