"""Put a sentence's changes together: frame, status, date, number, place, force, attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from drawdown_cli.extract.changes.dating import When, date_of, fits, is_ahead, is_past
from drawdown_cli.extract.changes.forces import COMBAT, Force, country_of, find_forces, owner_of, with_owner
from drawdown_cli.extract.changes.frames import fill
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.missions import find_missions
from drawdown_cli.extract.changes.numbers import (
    BASE_UNITS,
    FORMATION_UNITS,
    NO_AMOUNT,
    TROOP_UNITS,
    Amount,
    amount_of,
    counted_troops,
)
from drawdown_cli.extract.changes.places import Spot, base_of, find_spots, goal_of, place_of
from drawdown_cli.extract.changes.readings import Reading, Tense, read
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.extract.changes.status import Standing, standing
from drawdown_cli.models import (
    Category,
    Change,
    ChangeSource,
    Confidence,
    DateBasis,
    Published,
    Quote,
    Status,
    ValueRole,
)

_UNITS = TROOP_UNITS | FORMATION_UNITS
_LONGEST = 400
_WITH_AGENT = ("object", "size", "stay")


@dataclass(frozen=True, slots=True)
class Draft:
    """A change before its names are settled."""

    reading: Reading
    slots: Slots
    state: Standing
    status: Status
    when: When
    amount: Amount
    category: Category
    first: int
    last: int


def changes_in(scene: Scene, published: Published, quotes: Sequence[Quote]) -> Iterator[Change]:
    """Yield the changes of one sentence in order."""
    readings = list(_readings(scene))
    if not readings:
        return
    forces = find_forces(scene)
    found = Found(forces, find_missions(scene, forces), list(counted_troops(scene, _UNITS)))
    spots = find_spots(scene)
    drafts: list[Draft] = []
    for reading in readings:
        draft = _draft(scene, found, reading, published)
        if draft and not _is_told(draft, drafts):
            drafts.append(draft)
    for draft in drafts:
        change = _settle(scene, draft, spots, quotes)
        if change:
            yield change


def _readings(scene: Scene) -> Iterator[Reading]:
    for index in sorted(scene.marks):
        entries: dict[int, list[Mark]] = {}
        for mark in scene.marks[index]:
            if mark.role is Role.TRIGGER:
                entries.setdefault(id(mark.entry), []).append(mark)
        for marks in entries.values():
            yield read(scene, marks)


def _draft(scene: Scene, found: Found, reading: Reading, published: Published) -> Draft | None:
    slots = fill(scene, found, reading)
    if slots is None:
        return None
    state = standing(scene, reading, slots.last)
    if state.dropped:
        return None
    category = Category(reading.mark.entry.feature("category"))
    amount = _amount(scene, reading, slots)
    if _is_standing_level(reading, amount):
        category = Category.LEVEL
    if category is Category.LEVEL and amount.role is ValueRole.MOVED:
        amount = replace(amount, role=ValueRole.RESULT)
    span = _evidence(scene, reading, slots, amount)
    when = date_of(scene, reading, state, span, published)
    status = _status(scene, reading, state, when, published, amount)
    if status is None or not _is_asserted(scene, reading, when, amount, category):
        return None
    first, last = _extent(scene, span, state, when)
    return Draft(reading, slots, state, status, when, amount, category, first, last)


def _extent(scene: Scene, span: tuple[int, int], state: Standing, when: When) -> tuple[int, int]:
    """The change's words: its evidence, what governs it, and its date where that stands near."""
    first, last = min(span[0], state.first), span[1]
    if when.last > 0:
        first, last = (first, max(last, when.last)) if when.first >= first else (when.first, last)
    if scene.tokens[last - 1].end - scene.tokens[first].start > _LONGEST:
        return span
    return first, last


def _amount(scene: Scene, reading: Reading, slots: Slots) -> Amount:
    frame = reading.mark.entry.feature("frame")
    if slots.counted:
        return _counted_amount(slots.counted)
    if frame in ("mission", "change", "transition", "invade"):
        return NO_AMOUNT
    _, right = scene.clause(reading.mark.first)
    right = _amount_end(scene, reading, slots, right)
    first = min(reading.mark.first, slots.first)
    if frame == "base":
        return amount_of(scene, first, right, BASE_UNITS, sized=True)
    troops = amount_of(scene, first, right, _UNITS, sized=frame == "size")
    return troops if troops.quantity else amount_of(scene, first, right, BASE_UNITS, sized=frame == "size")


def _amount_end(scene: Scene, reading: Reading, slots: Slots, right: int) -> int:
    """The numbers of a change stand before the next trigger of its clause."""
    for index in range(max(slots.last, reading.mark.last), right):
        mark = scene.mark(index, Role.TRIGGER)
        if mark and mark.inflection.form in ("past", "present", "jussive"):
            return index
    return right


def _counted_amount(counted: Counted) -> Amount:
    quantity = counted.quantity
    unit = quantity.unit if quantity.unit in FORMATION_UNITS else "troops"
    return Amount(
        quantity.value, ValueRole.RESULT, quantity, unit, None, None, (counted.first, counted.last - 1)
    )


def _is_standing_level(reading: Reading, amount: Amount) -> bool:
    """'Washington deploys 900 soldiers in Syria': in the present, a number that stands there."""
    return bool(
        reading.mark.entry.feature("standing")
        and reading.tense is Tense.PRESENT
        and not reading.negated
        and amount.quantity
    )


def _evidence(scene: Scene, reading: Reading, slots: Slots, amount: Amount) -> tuple[int, int]:
    tokens = (reading.mark.first, reading.mark.last - 1, slots.first, slots.last - 1, *amount.tokens)
    return min(tokens), max(tokens) + 1


def _status(
    scene: Scene, reading: Reading, state: Standing, when: When, published: Published, amount: Amount
) -> Status | None:
    status = state.status
    if status is None and state.announced:
        telic = reading.mark.entry.feature("announced") == Status.OCCURRED
        status = Status.OCCURRED if telic else Status.PLANNED
    if status is None:
        status = _status_by_date(scene, reading, when, published, amount)
    if status is Status.OCCURRED and not fits(status, when, published):
        return Status.PLANNED
    return status


def _status_by_date(
    scene: Scene, reading: Reading, when: When, published: Published, amount: Amount
) -> Status | None:
    """A noun of which nothing is said has the status that its date gives it; without a date it is a topic."""
    if is_ahead(when, published):
        return Status.PLANNED
    if when.basis is not DateBasis.PUBLISHED:
        return Status.OCCURRED if is_past(when, published) else Status.ONGOING
    if reading.tense is not Tense.NOUN:
        return Status.PLANNED
    if reading.mark.first <= scene.first + 1 and (amount.quantity or reading.mark.entry.feature("announced")):
        return Status.OCCURRED if reading.mark.entry.feature("announced") else Status.PLANNED
    return None


def _is_asserted(scene: Scene, reading: Reading, when: When, amount: Amount, category: Category) -> bool:
    """Whether a relative clause ('the forces that remain') says more than which forces are meant."""
    before = reading.mark.first - 1
    while before >= scene.first and scene.operator(before, "still", "perfect", "negation"):
        before -= 1
    if before < scene.first or not scene.operator(before, "which"):
        return True
    return when.basis is not DateBasis.PUBLISHED or amount.quantity is not None


def _is_told(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether an earlier trigger of the sentence has told this change: one number, one change."""
    for other in drafts:
        shared = set(draft.amount.tokens) & set(other.amount.tokens)
        if shared:
            return True
        same_trigger = draft.reading.mark.first == other.reading.mark.first
        if same_trigger:
            return True
    return False


# --- names ----------------------------------------------------------------------------------------------


def _settle(scene: Scene, draft: Draft, spots: Sequence[Spot], quotes: Sequence[Quote]) -> Change | None:
    reading, slots = draft.reading, draft.slots
    known = slots.force.key if slots.force else slots.owner
    spot = place_of(scene, list(spots), reading.mark, country_of(known))
    country = spot.country if spot else ""
    force = _force_name(scene, draft, country or scene.memory.country)
    base = slots.base or base_of(scene, draft.first, draft.last)
    place = spot.key if spot else ""
    if base and not place:
        place = str(base.entry.feature("country"))
    if not place and scene.memory.country != country_of(force):
        place = scene.memory.place
    if not force:
        return None
    category = _homeward(scene, draft, spots, force)
    return _change(scene, draft, category, force, place, base, quotes)


def _force_name(scene: Scene, draft: Draft, host: str) -> str:
    slots, at = draft.slots, draft.reading.mark.first
    if slots.owner:
        return slots.owner
    force = slots.force
    if force is None and slots.mission:
        force = slots.mission.force
    if force is None:
        return owner_of(scene, max(at + 1, slots.last), host) or scene.memory.force
    agent = draft.reading.mark.entry.feature("frame") in _WITH_AGENT
    named: Force = with_owner(scene, force, host, agent=agent)
    return named.key + COMBAT if named.key and named.combat else named.key


def _homeward(scene: Scene, draft: Draft, spots: Sequence[Spot], force: str) -> Category:
    """A return home is a withdrawal; so is a redeployment to outside the country."""
    if draft.category is not Category.DEPLOYMENT:
        return draft.category
    _, right = scene.clause(draft.reading.mark.first)
    for index in range(draft.reading.mark.last, right):
        if scene.mark(index, Role.HOME):
            return Category.WITHDRAWAL
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "outside":
            return Category.WITHDRAWAL
    goal = goal_of(scene, list(spots), draft.reading.mark.first)
    if goal is None:
        away = draft.reading.mark.entry.feature("frame") == "object" and _is_away(scene, draft, spots, right)
        return Category.WITHDRAWAL if away else draft.category
    return Category.WITHDRAWAL if goal.country == (country_of(force) or "-") else draft.category


def _is_away(scene: Scene, draft: Draft, spots: Sequence[Spot], right: int) -> bool:
    """'Moved most of the forces from Somalia': a move from a place to nowhere named."""
    at = draft.reading.mark.first
    return any(at < spot.first < right and spot.side == "from" for spot in spots)


def _change(
    scene: Scene,
    draft: Draft,
    category: Category,
    force: str,
    place: str,
    base: Mark | None,
    quotes: Sequence[Quote],
) -> Change:
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
        rule=f"{category}-{draft.reading.mark.entry.feature('frame')}",
        confidence=_confidence(draft, place),
    )


def _confidence(draft: Draft, place: str) -> Confidence:
    if draft.when.basis is DateBasis.PUBLISHED or not place:
        return Confidence.LOW if not place else Confidence.MEDIUM
    return Confidence.HIGH
