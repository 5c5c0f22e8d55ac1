"""Put a sentence's changes together: its drafts, then their names: force, place, base, attribution."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawdown_cli.extract.changes.drafts import Draft, draft_of
from drawdown_cli.extract.changes.ellipsis import elliptic
from drawdown_cli.extract.changes.forces import Force, is_at_home, owner_of, with_owner
from drawdown_cli.extract.changes.headcounts import counted_troops
from drawdown_cli.extract.changes.homeward import homeward
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.measures import UNITS
from drawdown_cli.extract.changes.missions import find_missions
from drawdown_cli.extract.changes.places import Spot, base_of, find_spots, place_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found
from drawdown_cli.extract.changes.standing import standing_readings
from drawdown_cli.extract.changes.triggers import trigger_readings
from drawdown_cli.models import (
    Category,
    Change,
    ChangeSource,
    Confidence,
    DateBasis,
    Published,
    Quote,
)
from drawdown_cli.nations import COMBAT, country_of

_BASE_REACH = 5
_WITH_AGENT = ("object", "size", "stay")


def changes_in(
    scene: Scene, forces: list[Force], published: Published, quotes: Sequence[Quote]
) -> Iterator[Change]:
    """Yield the changes of one sentence in order."""
    troops = list(counted_troops(scene, UNITS))
    readings = [*trigger_readings(scene), *standing_readings(scene, troops)]
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
        if draft and not _is_told(draft, drafts):
            drafts.append(draft)
    drafts += elliptic(scene, forces, drafts, published)
    for draft in _resulting(sorted(drafts, key=lambda draft: draft.reading.mark.first)):
        change = _settle(scene, draft, spots, quotes)
        if change:
            yield change


def _resulting(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """'Sends 3,000, so that the number reaches 14,000': what results stands as what it results from."""
    before: Draft | None = None
    for draft in drafts:
        result = draft.reading.tense is Tense.PRESENT and carries_li(draft.reading.mark)
        before = _as_result(draft, before) if result and before else draft
        yield before


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
        if _repeats(draft, other) or _is_what_ends(draft, other):
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


# --- names ----------------------------------------------------------------------------------------------


def _settle(scene: Scene, draft: Draft, spots: Sequence[Spot], quotes: Sequence[Quote]) -> Change | None:
    reading, slots = draft.reading, draft.slots
    home = _homecomer(scene, draft, spots)
    if home:
        slots = replace(slots, owner=home)
        draft = replace(draft, slots=slots)
    known = slots.force.key if slots.force else slots.owner
    spot = place_of(scene, list(spots), reading.mark, country_of(known))
    country = spot.country if spot else ""
    force = _force_name(scene, draft, country or scene.memory.country)
    if spot and spot.country == country_of(force):
        # 'The last of them returned to Havana': whose they are was not known before.
        spot = place_of(scene, list(spots), reading.mark, country_of(force))
    base = slots.base or base_of(scene, draft.first, min(scene.last, draft.last + _BASE_REACH))
    place = spot.key if spot else ""
    if base and not place:
        place = str(base.entry.feature("country"))
    if not place:
        place = _assembled_in(scene, reading.mark.first, force)
    if not place and scene.memory.country != country_of(force):
        place = scene.memory.place
    if not place and (is_at_home(force) or _is_at_border(scene, slots.last)):
        # An army that mostly fights at home is at home where the text names no other country.
        place = country_of(force)
    category = homeward(scene, draft, spots, force)
    if category is Category.DEPLOYMENT and not place and base is None and _is_raised(scene, draft, force):
        return None
    if not force or (category is draft.category and _is_nowhere(draft, place, base)):
        return None
    if spot:
        scene.memory.place, scene.memory.country = spot.key, spot.country
    scene.memory.force = force.removesuffix(COMBAT)
    return _change(scene, draft, category, force, place, base, quotes)


def _homecomer(scene: Scene, draft: Draft, spots: Sequence[Spot]) -> str:
    """'There returned to Norway its unit': the pronoun points at where they return."""
    reading, force = draft.reading, draft.slots.force
    if force is None or force.key or not force.owned or reading.mark.entry.feature("goal") != "home":
        return ""
    goals = (spot for spot in spots if reading.mark.first < spot.first < force.first and spot.side == "to")
    goal = next(goals, None)
    place = scene.mark(goal.first, Role.PLACE) if goal else None
    return str(place.entry.feature("actor")) if place else ""


def _is_raised(scene: Scene, draft: Draft, force: str) -> bool:
    """'Raised its army to 200,000', 'deployed 45,000 policemen': at home, where the text is nowhere else."""
    home = country_of(force)
    frame = draft.reading.mark.entry.feature("frame")
    abroad = any(
        str(mark.entry.feature("country")) != home for mark in scene.all_marks(Role.PLACE, Role.BASE)
    )
    if not home or frame not in ("object", "size") or scene.memory.country not in ("", home) or abroad:
        return False
    quantity = draft.amount.quantity
    return (quantity is not None and quantity.unit == "police") or not any(
        _leads_to_unknown(scene, index) for index in range(draft.reading.mark.last, scene.last - 1)
    )


def _leads_to_unknown(scene: Scene, index: int) -> bool:
    """Whether 'to' or 'in' stands before a word that may be a place unknown to the lexicon."""
    preposition = scene.mark(index, Role.PREPOSITION)
    if preposition is None or preposition.entry.feature("side") not in ("to", "in"):
        return False
    area = scene.mark(index + 1, Role.AREA)
    if area and area.definite:
        return True
    at = index + 2 if scene.mark(index + 1, Role.AREA) and index + 2 < scene.last else index + 1
    return at not in scene.marks and scene.count_at(at) is None and scene.date_at(at) is None


def _assembled_in(scene: Scene, at: int, force: str) -> str:
    """'The Somali parliament agreed to the sending of Ethiopian forces': where the parliament sits."""
    for index in range(scene.first, at - 1):
        if scene.mark(index, Role.ASSEMBLY):
            nation = scene.mark(index + 1, Role.NATIONALITY)
            country = str(nation.entry.feature("country")) if nation else ""
            return country if country != country_of(force) else ""
    return ""


def _is_nowhere(draft: Draft, place: str, base: Mark | None) -> bool:
    """Forces that arrive, uncounted, at no place that the text names are no news of a deployment."""
    arrives = draft.category is Category.DEPLOYMENT and draft.reading.mark.entry.feature("frame") == "subject"
    return arrives and not place and base is None and draft.amount.quantity is None


def _force_name(scene: Scene, draft: Draft, host: str) -> str:
    slots, at = draft.slots, draft.reading.mark.first
    if slots.owner:
        return slots.owner
    force = slots.force
    if force is None and slots.mission:
        force = slots.mission.force
    if force is None and slots.mission and slots.mission.owned and scene.memory.force:
        return scene.memory.force
    if force is None and slots.mission and slots.mission.tenant:
        return slots.mission.tenant
    if force is None:
        return owner_of(scene, max(at + 1, slots.last), host) or scene.memory.force
    keeper = _keeper(scene, force.first) if not force.key else ""
    if keeper:
        return keeper
    agent = draft.reading.mark.entry.feature("frame") in _WITH_AGENT
    named: Force = with_owner(scene, force, host, agent=agent)
    return named.key + COMBAT if named.key and named.combat else named.key


def _keeper(scene: Scene, at: int) -> str:
    """'Germany has the second largest force, of 1,100 soldiers': the state behind 'has'."""
    left, _ = scene.clause(at)
    for index in range(at - 2, left - 1, -1):
        mark = scene.mark(index, Role.TRIGGER)
        if mark and mark.entry.feature("keeper"):
            state = scene.mark(index + 1, Role.PLACE, Role.GROUP)
            return str(state.entry.feature("actor") or state.entry.feature("key")) if state else ""
    return ""


def _is_at_border(scene: Scene, last: int) -> bool:
    area = (scene.mark(index, Role.AREA) for index in range(last, min(last + 4, scene.last)))
    return any(mark is not None and mark.entry.feature("border") for mark in area)


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
