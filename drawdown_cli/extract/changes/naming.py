"""Settle what a draft is about: its category by where it leads, its force, place and base."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.homeward import field_of, homeward, left_behind
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.missions import Mission
from drawdown_cli.extract.changes.owners import is_at_home, is_location, owner_of, with_owner
from drawdown_cli.extract.changes.ownsoil import sayers_soil, soil_of
from drawdown_cli.extract.changes.places import Spot, base_of, place_of
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.strengths import nation_of_men
from drawdown_cli.models import Category
from drawdown_cli.nations import COMBAT, country_of, group_of, is_local, is_part_of, is_region, theatre_of

_BASE_REACH, _NEXT, _SPEAKER_REACH = 5, 2, 10
_ALLIED = frozenset({"un", "coalition"})
_WITH_AGENT = ("object", "size", "stay")


class Names(NamedTuple):
    """The category that a change's names make of it, its force, its place and its named base."""

    category: Category
    force: str
    place: str
    base: Mark | None


def names_of(scene: Scene, draft: Draft, spots: Sequence[Spot]) -> Names | None:
    """Return what a draft is about, or None where its names make it no change; remember them."""
    home = _homecomer(scene, draft, spots)
    if home:
        draft = replace(draft, slots=replace(draft.slots, owner=home))
    force, spot = _force_and_spot(scene, draft, spots)
    base = draft.slots.base or base_of(scene, draft.first, min(scene.last, draft.last + _BASE_REACH))
    place = _place_name(scene, draft, force, spot, base)
    category = homeward(scene, draft, spots, force)
    field = field_of(scene, draft, spots, force)
    if field:
        spot, place = field, field.key
    if category is Category.WITHDRAWAL and place in ("", country_of(force)):
        place = left_behind(scene, draft, spots) or place
    if category is Category.DEPLOYMENT and not place and base is None and _is_raised(scene, draft, force):
        return None
    told = place
    if spot is None and place == theatre_of(force) and not _leads_away(scene, draft):
        told = scene.memory.place
    if not force or (category is draft.category and _is_nowhere(draft, told, base)):
        return None
    if spot:
        scene.memory.place, scene.memory.country = spot.key, spot.country
    elif place and place == theatre_of(force):
        scene.memory.place = scene.memory.country = place
    if not is_local(force, scene.memory.country):
        scene.memory.force = force.removesuffix(COMBAT)
    return Names(category, force, place, base)


def _force_and_spot(scene: Scene, draft: Draft, spots: Sequence[Spot]) -> tuple[str, Spot | None]:
    slots, mark = draft.slots, draft.reading.mark
    known = slots.force.key if slots.force else slots.owner
    spot = place_of(scene, list(spots), mark, country_of(known))
    force = _force_name(scene, draft, (spot.country if spot else "") or scene.memory.country)
    if spot and spot.country == country_of(force):
        # 'The last of them returned to Havana': whose they are was not known before.
        spot = place_of(scene, list(spots), mark, country_of(force))
    return force, spot


def _place_name(scene: Scene, draft: Draft, force: str, spot: Spot | None, base: Mark | None) -> str:
    """The place named beside a change, else its base's, its parliament's, or the one spoken of."""
    place = sayers_soil(scene, draft, force) or (spot.key if spot else "")
    place = place or (str(base.entry.feature("country")) if base else "")
    place = (
        place or _assembled_in(scene, draft.reading.mark.first, force) or _received_in(scene, draft, force)
    )
    place = place or _theatre(scene, draft, force) or soil_of(scene, draft, force)
    if not place and scene.memory.country != country_of(force) and not _is_another_report(scene, force):
        place = scene.memory.place
    if not place and (is_at_home(force) or _is_at_border(scene, draft.slots.last)):
        # An army that mostly fights at home is at home where the text names no other country.
        return country_of(force)
    return place


def _theatre(scene: Scene, draft: Draft, force: str) -> str:
    """'MINUSMA ended its mission': where it is at work, or the town there of which the text speaks."""
    kinds = draft.slots.mission.kinds if draft.slots.mission else ()
    # 'Sweden withdraws its soldiers from MINUSMA': the mission that they leave.
    left = scene.all_marks(Role.GROUP) if draft.category is Category.WITHDRAWAL else ()
    names = (force, *kinds, *(str(mark.entry.feature("key")) for mark in left))
    theatre = next((found for name in names if (found := theatre_of(name))), "")
    spoken_of = scene.memory.country == theatre or is_region(theatre)
    return scene.memory.place or theatre if spoken_of else theatre


def _is_another_report(scene: Scene, force: str) -> bool:
    """News in brief: a paragraph about another force, in a text that names no place twice."""
    memory = scene.memory
    if not memory.scattered or not memory.force or not scene.opens_paragraph():
        return False
    one, other = force.removesuffix(COMBAT), memory.force
    return one != other and not is_part_of(one, other) and not is_part_of(other, one)


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


def _leads_away(scene: Scene, draft: Draft) -> bool:
    """'Arrived at Abu Suwayr': a place that no lexicon knows."""
    _, right = scene.clause(draft.reading.mark.first)
    return any(_leads_to_unknown(scene, index) for index in range(draft.reading.mark.last, right - 1))


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


def _received_in(scene: Scene, draft: Draft, force: str) -> str:
    """'France hands a base over to the Malian army': the receiving army stands in its own country."""
    mark = draft.reading.mark
    if mark.entry.feature("phase") != "handover" or draft.category is not Category.BASE:
        return ""
    army = scene.mark(mark.last, Role.FORCE) if mark.last < scene.last else None
    nation = scene.mark(army.last, Role.NATIONALITY) if army and army.last < scene.last else None
    country = str(nation.entry.feature("country")) if nation else ""
    return country if country != country_of(force) else ""


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
    if force is None and slots.mission and scene.memory.force and _is_known(scene, draft, slots.mission):
        return scene.memory.force
    if force is None and slots.mission and slots.mission.tenant:
        return slots.mission.tenant
    if force is None:
        return owner_of(scene, max(at + 1, slots.last), host) or scene.memory.force
    keeper = _keeper_of(scene, draft, force, host) if not force.key else ""
    if keeper:
        return keeper
    agent = draft.reading.mark.entry.feature("frame") in _WITH_AGENT
    named: Force = with_owner(scene, force, host, agent=agent)
    return named.key + COMBAT if named.key and named.combat else named.key


def _is_known(scene: Scene, draft: Draft, mission: Mission) -> bool:
    """Whether a mission is of the force spoken of: 'its mission', 'the mission' of an alliance.

    A state that is named beside it ends its own, but prolongs the alliance's.
    """
    if mission.owned:
        return True
    if mission.tenant or group_of(scene.memory.force) not in _ALLIED or scene.all_marks(Role.GROUP):
        return False
    states = (mark for mark in scene.all_marks(Role.PLACE, Role.INSTITUTION) if mark.entry.feature("actor"))
    prolonged = draft.reading.mark.entry.feature("phase") == "extend"
    return bool(prolonged) or all(is_location(scene, mark) for mark in states)


def _keeper_of(scene: Scene, draft: Draft, force: Force, host: str) -> str:
    """Whose a force without a name is by what stands around it."""
    men = nation_of_men(scene, force.last) or _giver(scene, draft, force)
    men = men or _own_sender(scene, draft, force, host)
    return men or _told_keeper(scene, force, draft.reading.mark.first, host)


def _giver(scene: Scene, draft: Draft, force: Force) -> str:
    """'London takes part with 300 soldiers': the state right behind the verb and before its number."""
    state = scene.mark(draft.reading.mark.last, Role.PLACE) if draft.reading.mark.last < scene.last else None
    if state is None or state.proclitic or not 0 <= force.first - state.last <= 1:
        return ""
    verb = draft.reading.mark.inflection.form in ("past", "present")
    return str(state.entry.feature("actor") or "") if verb and scene.count_at(force.first) else ""


def _own_sender(scene: Scene, draft: Draft, force: Force, host: str) -> str:
    """'Addis Ababa sent forces to Tigray': the host itself right behind its verb sends its own."""
    mark = draft.reading.mark
    if mark.inflection.form not in ("past", "present") or mark.last >= scene.last or not host:
        return ""
    if mark.entry.feature("frame") not in _WITH_AGENT:
        return ""
    state = scene.mark(mark.last, Role.PLACE)
    if state is None or state.proclitic or state.last > force.first:
        return ""
    where = range(state.last, force.first)
    if not all(scene.mark(at, Role.PREPOSITION, Role.PLACE, Role.QUANTIFIER, Role.AREA) for at in where):
        return ""
    actor = str(state.entry.feature("actor") or "")
    return actor if actor and country_of(actor) == host else ""


def _told_keeper(scene: Scene, force: Force, at: int, host: str) -> str:
    keeper = _haver(scene, at, host) or _keeper(scene, force.first)
    return keeper if keeper or force.owned else _speakers(scene, force.first, host)


def _speakers(scene: Scene, at: int, host: str) -> str:
    """'An officer of the French forces said that 90 soldiers': whose soldiers speak, theirs are counted."""
    that = next(
        (i for i in range(at - 1, max(scene.first, at - _NEXT) - 1, -1) if scene.operator(i, "that")), -1
    )
    for index in range(that - 1, max(scene.first, that - _SPEAKER_REACH) - 1, -1):
        head = scene.mark(index, Role.FORCE)
        nation = scene.mark(head.last, Role.NATIONALITY) if head else None
        if nation:
            key = str(nation.entry.feature("key"))
            return "" if is_local(key, host) else key
    return ""


def _haver(scene: Scene, at: int, host: str) -> str:
    """'To Germany [belonged] 1,500 soldiers': the state by which a number is told to stand there."""
    state = scene.mark(at, Role.PLACE)
    if scene.operator(at, "has") and scene.operator(at - 1, "which"):
        state = scene.mark(at - 2, Role.PLACE)  # 'Georgia, which has 2,000 soldiers there'
    elif state is None or not carries_li(state):
        return ""
    if state is None:
        return ""
    actor = str(state.entry.feature("actor"))
    return actor if country_of(actor) != host else ""


def _keeper(scene: Scene, at: int) -> str:
    """'Germany has the second largest force, of 1,100 soldiers': the state behind 'has'."""
    left, _ = scene.clause(at)
    for index in range(at - 2, left - 1, -1):
        if scene.operator(index, "that"):
            break  # 'the ambassador to Chad said that Moscow ...'
        mark = scene.mark(index, Role.TRIGGER)
        if mark and mark.entry.feature("keeper"):
            state = scene.mark(index + 1, Role.PLACE, Role.GROUP)
            return str(state.entry.feature("actor") or state.entry.feature("key")) if state else ""
    return ""


def _is_at_border(scene: Scene, last: int) -> bool:
    area = (scene.mark(index, Role.AREA) for index in range(last, min(last + 4, scene.last)))
    return any(mark is not None and mark.entry.feature("border") for mark in area)
