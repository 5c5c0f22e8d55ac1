"""Drop the drafts of a sentence that only say again what another one of it tells."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.readings import Tense
from drawdown_cli.models import Category


def told_once(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts of a sentence without those that another one makes superfluous."""
    return [draft for draft in drafts if not _governs_another(draft, drafts)]


def _governs_another(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """'The mission, known as MONUSCO, began its withdrawal': a verb of phase that governs another event."""
    if draft.category is not Category.MISSION or draft.reading.tense is Tense.NOUN:
        return False
    token = draft.reading.mark.first
    governed = (other for other in drafts if other.state.governor == token and other is not draft)
    return any(other.category is not Category.LEVEL for other in governed)
