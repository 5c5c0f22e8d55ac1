"""Whether a draft is worth a row: what only stands, stays or describes changes nothing."""

from __future__ import annotations

from drawdown_cli.extract.changes.amounts import Amount
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.when import When
from drawdown_cli.models import Category, DateBasis, Status, TimexType

_HORIZON = 6


def is_worth_a_row(scene: Scene, draft: Draft) -> bool:
    """Whether an analyst would put a draft into the table."""
    return (
        not _only_stands(draft)
        and _is_asserted(scene, draft.reading, draft.when, draft.amount)
        and not _only_stays(scene, draft)
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
    """'The forces will stay', 'it keeps a presence': how many is not said, nor until when."""
    if draft.category is not Category.LEVEL or _is_counted(draft) or draft.status is Status.DENIED:
        return False
    return not (_is_dated(draft.when) and draft.when.first > draft.reading.mark.first) and not _lasts(
        scene, draft
    )


def _lasts(scene: Scene, draft: Draft) -> bool:
    """'Will stay for five years', 'for 18 months': a length of time behind the verb and its force."""
    first = draft.reading.mark.last
    last = min(scene.last, max(draft.slots.last, first) + _HORIZON)
    return any(dated.timex.type is TimexType.DURATION for dated in scene.dated if first <= dated.first < last)


def _is_counted(draft: Draft) -> bool:
    return draft.amount.quantity is not None


def _is_dated(when: When) -> bool:
    return when.basis is not DateBasis.PUBLISHED
