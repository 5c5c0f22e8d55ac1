"""Put a sentence's changes together: its drafts, then their names: force, place, base, attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from drawdown_cli.extract.changes.drafts import Draft, draft_of
from drawdown_cli.extract.changes.ellipsis import elliptic
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.headcounts import counted_troops
from drawdown_cli.extract.changes.holdings import holding_readings
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.measures import UNITS
from drawdown_cli.extract.changes.missions import find_missions
from drawdown_cli.extract.changes.naming import names_of
from drawdown_cli.extract.changes.places import Spot, find_spots
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.restated import told_once
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found
from drawdown_cli.extract.changes.standing import standing_readings
from drawdown_cli.extract.changes.triggers import trigger_readings
from drawdown_cli.extract.changes.worth import is_worth_a_row
from drawdown_cli.models import (
    Category,
    Change,
    ChangeSource,
    Confidence,
    DateBasis,
    Published,
    Quote,
    Status,
)
from drawdown_cli.nations import COMBAT

_BUILT = 6


def changes_in(
    scene: Scene, forces: list[Force], published: Published, quotes: Sequence[Quote]
) -> Iterator[Change]:
    """Yield the changes of one sentence in order."""
    troops = list(counted_troops(scene, UNITS))
    readings = [*trigger_readings(scene), *standing_readings(scene, troops), *holding_readings(scene)]
    if not readings:
        return
    found = Found(forces, find_missions(scene, forces), troops)
    spots = find_spots(scene, forces)
    drafts: list[Draft] = []
    # A bare noun of number ('the number of ...') speaks only where no verb has told it.
    if _is_about_games(scene):
        return
    for reading in sorted(readings, key=_rank):
        draft = draft_of(scene, found, reading, published)
        if draft and is_worth_a_row(scene, found, draft) and not _is_told(draft, drafts):
            drafts.append(draft)
    drafts += list(elliptic(scene, forces, drafts, published))
    scene.memory.operation |= any(mission.military for mission in found.missions)
    for draft in _resulting(
        scene, sorted(told_once(scene, drafts), key=lambda draft: draft.reading.mark.first)
    ):
        change = _change(scene, draft, spots, quotes)
        if change:
            scene.memory.gone = _gone(scene.memory.gone, change)
            yield change


def _gone(before: tuple[str, date | None], change: Change) -> tuple[str, date | None]:
    """Who has left, and when: whoever comes back later returns to the field."""
    if change.status is not Status.OCCURRED or change.category is Category.LEVEL:
        return before
    if change.category is Category.DEPLOYMENT:
        return "", None
    return change.force.removesuffix(COMBAT), change.date_end


def _resulting(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """'Sends 3,000, so that the number reaches 14,000': what results stands as what it results from."""
    before: Draft | None = None
    for draft in drafts:
        result = draft.reading.tense is Tense.PRESENT and carries_li(draft.reading.mark)
        result = result or (before is not None and _is_of_base(scene, draft, before))
        if before and not (result and _is_bare_size(before)):
            yield before
        before = _as_result(draft, before) if result and before else draft
    if before:
        yield before


def _is_of_base(scene: Scene, draft: Draft, before: Draft) -> bool:
    """'Will set up a base that houses 200 soldiers': what is not built yet houses nobody.

    Nor has a force that is still to be founded its strength.
    """
    founds = before.category in (Category.BASE, Category.MISSION)
    planned = founds and before.status in (Status.PLANNED, Status.POSSIBLE)
    its = draft.reading.tense is Tense.NOUN and bool(draft.reading.mark.inflection.suffix)
    if (
        not planned
        or draft.category is not Category.LEVEL
        or not (its or draft.reading.tense is Tense.PRESENT)
    ):
        return False
    between = range(before.last, draft.reading.mark.first)
    parted = any(scene.is_comma(index) or scene.is_break(index) for index in between)
    return not parted and not draft.reading.mark.proclitic and len(between) <= _BUILT


def _is_bare_size(draft: Draft) -> bool:
    """'Raised the number of its soldiers, to reach 900': what results tells how far."""
    return draft.reading.mark.entry.feature("frame") == "size" and draft.amount.quantity is None


def _as_result(draft: Draft, cause: Draft) -> Draft:
    own = draft.when.basis is not DateBasis.PUBLISHED
    return replace(draft, status=cause.status, when=draft.when if own else cause.when)


def _is_about_games(scene: Scene) -> bool:
    """Armies have teams: in a sentence about a match or a cup nobody deploys."""
    return any(mark.entry.feature("block") == "game" for mark in scene.all_marks(Role.BLOCKER))


def _rank(reading: Reading) -> tuple[bool, bool]:
    entry = reading.mark.entry
    return bool(entry.feature("weak") or entry.feature("late")), entry.feature("frame") == "base"


def _is_told(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an earlier trigger of the sentence has told this change: one number, one change."""
    for other in drafts:
        trigger = draft.reading.mark
        if set(draft.amount.tokens) & set(other.amount.tokens) or trigger.first == other.reading.mark.first:
            return True
        if _repeats(draft, other) or _is_what_ends(draft, other) or _is_outcome(draft, other):
            return True
        late = trigger.entry.feature("weak") or trigger.entry.feature("late")
        numbered = draft.amount.quantity is not None and other.amount.quantity is None
        if late and not numbered and other.slots.first - 3 <= trigger.first < other.slots.last:
            return True
    return False


def _is_what_ends(draft: Draft, other: Draft) -> bool:
    """'The deployment of the forces ended': the noun is the presence that ends."""
    presence = other.reading.mark.entry.feature("frame") == "presence"
    return presence and other.slots.first <= draft.reading.mark.first < other.slots.last


def _is_outcome(draft: Draft, other: Draft) -> bool:
    """'Was renamed, to become ATMIS': what a change of a mission leads to is that change."""
    missions = draft.category is other.category is Category.MISSION
    return missions and carries_li(draft.reading.mark) and other.reading.mark.first < draft.reading.mark.first


def _repeats(draft: Draft, other: Draft) -> bool:
    """'Sent 20,000 soldiers in what is known as the surge': a bare noun for the same event."""
    late = draft.reading.mark.entry.feature("late") and other.category is Category.WITHDRAWAL
    return (
        draft.reading.tense is Tense.NOUN
        and (draft.category is other.category or bool(late))
        and (draft.when.first >= 0 or bool(late))
        and draft.when.first == other.when.first
        and draft.amount.quantity is None
        and draft.reading.mark.first > other.reading.mark.first
    )


def _change(scene: Scene, draft: Draft, spots: Sequence[Spot], quotes: Sequence[Quote]) -> Change | None:
    """Return the change of a draft whose names are settled, or None where they make it none."""
    names = names_of(scene, draft, spots)
    if names is None:
        return None
    category, force, place, base = names
    start, end = scene.tokens[draft.first].start, scene.tokens[draft.last - 1].end
    text = scene.text[start:end]
    amount, quantity, when = draft.amount, draft.amount.quantity, draft.when
    trigger = scene.tokens[draft.reading.mark.first].start
    return Change(
        id="",
        category=category,
        status=draft.status,
        date_start=when.date_start,
        date_end=when.date_end,
        date_mod=when.mod,
        grain=when.grain,
        date_basis=when.basis,
        date_text=when.text,
        value=amount.value,
        value_role=amount.role,
        low=quantity.low if quantity else None,
        high=quantity.high if quantity else None,
        comparator=quantity.comparator if quantity else "",
        unit=amount.unit,
        from_value=amount.from_value,
        to_value=amount.to_value,
        force=force,
        place=place,
        base=str(base.entry.feature("key")) if base else "",
        mission_from=draft.slots.mission_from,
        mission_to=draft.slots.mission_to,
        text=text,
        doc="",
        start=start,
        end=end,
        attributed_to=next((q.id for q in quotes if q.start <= trigger < q.end), ""),
        sources=(ChangeSource("", start, end, text, ""),),
        conflicts_with=(),
        fulfils=(),
        rule=_rule(draft, category),
        confidence=_confidence(draft, place),
    )


def _rule(draft: Draft, category: Category) -> str:
    """Return what fired: the category, and the phase or the frame of its trigger."""
    entry = draft.reading.mark.entry
    return f"{category}-{entry.feature('phase') or entry.feature('frame')}"


def _confidence(draft: Draft, place: str) -> Confidence:
    if draft.when.basis is DateBasis.PUBLISHED or not place:
        return Confidence.LOW if not place else Confidence.MEDIUM
    return Confidence.HIGH
