"""Frames of movement and size: forces that come, go, stay, grow and shrink."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.extract.changes.counts import force_of_size
from drawdown_cli.extract.changes.forces import Force, owner_of
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.nearby import (
    VERB_REACH,
    actors_after,
    blocks,
    force_after,
    force_before,
    force_meant,
    force_spoken_of,
    owner,
)
from drawdown_cli.extract.changes.numbers import TROOP_UNITS, bare_numbers, is_excepted
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots, with_force
from drawdown_cli.models import Category, TokenKind
from drawdown_cli.nations import country_of

_WIDE = 8


def moving(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The forces withdrew', 'the withdrawal of the forces': the force is the subject."""
    force = force_after(scene, found, reading)
    if reading.mark.entry.feature("needs") == "goal":
        # A decision comes, a player moves.
        force = force or force_meant(scene, found, reading)
        return with_force(reading, force) if force and _goes_there(scene, reading, force) else None
    if force is None and not _speaks(reading):
        force = force_before(scene, found, reading)
    if force is None:
        slots = _actor_slots(scene, reading)
        slots = slots or _numbered(scene, found, reading)
        meant = None if slots else force_meant(scene, found, reading)
        return _with_meant(reading, meant) if meant else slots or _speakers_slots(scene, reading)
    if force.kind == "presence" and reading.mark.entry.feature("goal"):
        return None  # 'the presence goes back to the 19th century'
    # 'The number of the forces reached', 'the mission of the forces came to': neither moves.
    return None if _is_held(found, force) or _is_size(scene, force) else with_force(reading, force)


def moved(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'France withdrew its forces', 'the withdrawal of 2,000 soldiers': the force is the object."""
    force = force_after(scene, found, reading)
    if force and _is_agent(scene, reading, force):
        after = [f for f in found.forces if force.last <= f.first < force.last + 5]
        force = next((f for f in after if f.owned or scene.count_at(f.first)), None)
    if force is None and (reading.mark.inflection.suffix or _may_be_passive(scene, reading)):
        force = force_before(scene, found, reading)
    if force is None and reading.mark.inflection.suffix:
        force = force_meant(scene, found, reading)
        return _with_meant(reading, force) if force else None
    return with_force(reading, force) if force and force.kind not in ("people", "presence") else None


def _is_held(found: Found, force: Force) -> bool:
    """Whether a force is only named as whose a mission is."""
    return any(mission.first < force.first < mission.last for mission in found.missions)


def _goes_there(scene: Scene, reading: Reading, force: Force) -> bool:
    form = reading.mark.inflection
    # 'The advisers, who came to it in 2002': the pronoun of a plural verb is the goal.
    it = form.number == "p" and (form.suffix or scene.operator(reading.mark.last, "thereto"))
    return not _is_size(scene, force) and (bool(it) or _has_goal(scene, reading))


def _has_goal(scene: Scene, reading: Reading) -> bool:
    """Whether 'to' or 'in' and a place stand behind a trigger of many other senses."""
    _, right = scene.clause(reading.mark.first)
    sides = (
        index
        for index in range(reading.mark.last, right - 1)
        if (mark := scene.mark(index, Role.PREPOSITION)) and mark.entry.feature("side") in ("to", "in")
    )
    return any(scene.mark(at, Role.PLACE, Role.HERE, Role.BASE) for i in sides for at in (i + 1, i + 2))


def _numbered(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'And 900 are stationed in Syria': a bare number right behind a verb that stations."""
    if not reading.mark.entry.feature("standing") or reading.tense is not Tense.PRESENT:
        return None
    numbers = bare_numbers(scene, reading.mark.last, min(scene.last, reading.mark.last + 3))
    force = force_spoken_of(scene, found, reading.mark.first) if numbers else None
    if force is None:
        return None
    return Slots(reading.mark.first, numbers[0].last, force, counted=numbers[0])


def _with_meant(reading: Reading, force: Force) -> Slots:
    """Return the slots of a trigger whose force was named before: with a number of its own, or none."""
    if force.first <= reading.mark.first <= force.last + 1:
        return with_force(reading, force)
    return Slots(reading.mark.first, reading.mark.last, force)


def _is_agent(scene: Scene, reading: Reading, force: Force) -> bool:
    """'The American forces withdrew [their] equipment': a force right after the verb, then another noun."""
    if reading.tense is Tense.NOUN:
        group = scene.mark(force.first, Role.GROUP)
        sends = group is not None and not group.entry.feature("mission")
        return sends and reading.mark.entry.feature("category") == Category.DEPLOYMENT
    if force.owned or force.first > reading.mark.last or force.kind == "mission":
        return force.kind == "mission" and not force.owned
    definite = any(mark.definite for mark in scene.marks.get(force.first, ()))
    return definite and not scene.count_at(force.first) and _takes_object(scene, force.last)


def _takes_object(scene: Scene, index: int) -> bool:
    """Whether another noun, or a number of something else ('200 tonnes'), stands at a token."""
    if index >= scene.last or scene.date_at(index) or scene.is_break(index):
        return False
    counted = scene.count_at(index)
    if counted:
        return counted.quantity.unit not in TROOP_UNITS
    known = scene.mark(index, Role.PREPOSITION, Role.QUANTIFIER, Role.HOME)
    return scene.tokens[index].kind is TokenKind.WORD and not known


def sized(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'Reduced the number of its forces', 'its presence grew to': the size of a force changes."""
    force = force_after(scene, found, reading)
    if force is None and reading.tense is not Tense.NOUN:
        force = force_before(scene, found, reading)
    meant = force is None
    if force is None:
        force = force_of_size(scene, found, reading)
    if force is None:
        return _bases_sized(scene, found, reading)
    if _is_held(found, force):
        return None  # 'widened the mission of its forces'
    if meant:
        return _with_meant(reading, force)
    return with_force(reading, force) if force.kind != "people" else None


def _bases_sized(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The coalition reduced the number of its bases': a force, and behind the trigger its bases."""
    after = range(reading.mark.last, min(scene.last, reading.mark.last + _WIDE))
    noun = next(
        (mark for i in after if (mark := scene.mark(i, Role.BASE_NOUN)) and mark.inflection.suffix), None
    )
    if noun is None:
        return None
    left, _ = scene.clause(reading.mark.first)
    force = next((f for f in found.forces if left <= f.first < noun.first and f.kind != "people"), None)
    owner_key = "" if force else owner_of(scene, noun.first, scene.memory.country)
    if force is None and not owner_key:
        return None
    return Slots(reading.mark.first, noun.last, force, owner=owner_key)


def ended(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'End the presence of the forces': a presence ends."""
    force = force_after(scene, found, reading)
    return with_force(reading, force) if force and force.kind == "presence" else None


def staying(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The forces will remain', 'keep 900 soldiers': a level holds on."""
    force = force_after(scene, found, reading) or force_before(scene, found, reading, reach=7)
    if force is None and found.troops and reading.tense is not Tense.PARTICIPLE:
        force = force_meant(scene, found, reading) or _kept(scene, found, reading)
        if force is None and any(is_excepted(scene, counted) for counted in found.troops):
            force = force_spoken_of(scene, found, reading.mark.first)
            return _with_meant(reading, force) if force else None  # 'there remained but 650'
    if force is None or force.kind in ("people", "mission"):
        return None
    return with_force(reading, force)


def _kept(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """'The keeping of 200 soldiers': Arabic keeps with a preposition, which parts no noun from its object."""
    at = reading.mark.last
    if reading.tense is not Tense.NOUN or at >= scene.last or scene.mark(at, Role.PREPOSITION) is None:
        return None
    return next((f for f in found.forces if at < f.first <= at + 2 and f.kind == "troops"), None)


def transitional(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'A transition of the forces in two phases': a mission changes, into what is not said."""
    at = reading.mark.last
    force = next((f for f in found.forces if at <= f.first < at + _WIDE and f.kind == "troops"), None)
    return with_force(reading, force) if force else None


def crossing(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The last unit crossed the border': only borders and bridges are crossed by forces."""
    after = range(reading.mark.last, min(scene.last, reading.mark.last + VERB_REACH))
    crossed = next((index for index in after if _is_crossed(scene, index)), None)
    slots = moving(scene, found, reading) if crossed else None
    return slots and replace(slots, last=max(slots.last, (crossed or 0) + 1))


def _is_crossed(scene: Scene, index: int) -> bool:
    area = scene.mark(index, Role.AREA)
    return area is not None and bool(area.entry.feature("border"))


def emptied(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The base was emptied of American soldiers': the force stands after 'of'."""
    at = reading.mark.last
    force = next((f for f in found.forces if at <= f.first < at + VERB_REACH and f.kind == "troops"), None)
    return with_force(reading, force) if force else None


def _actor_slots(scene: Scene, reading: Reading) -> Slots | None:
    """'France's withdrawal from Mali', 'the American withdrawal': a state stands for its forces."""
    if _is_ours(scene, reading):
        return _from_ours(scene, reading)
    if not reading.mark.entry.feature("actor"):
        return None
    at = reading.mark.last
    actor = next(actors_after(scene, at, 3), None)
    if actor is None:
        return _from_place(scene, reading)
    for index in range(actor.last, min(scene.last, actor.last + 5)):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "from":
            place = scene.mark(index + 1, Role.PLACE, Role.HERE) or scene.mark(index + 2, Role.PLACE)
            place = place or _part_of_host(scene, index + 1, owner(actor))
            return Slots(reading.mark.first, place.last, owner=owner(actor)) if place else None
        if blocks(scene, index) or scene.is_comma(index):
            return None
    return None


def _part_of_host(scene: Scene, index: int, actor: str) -> Mark | None:
    """'Israel withdrew from the south': of the country that the text speaks of, if it is not its own."""
    area = scene.mark(index, Role.AREA) if index < scene.last else None
    host = scene.memory.country
    return area if area and area.definite and host not in ("", country_of(actor)) else None


def _is_ours(scene: Scene, reading: Reading) -> bool:
    """'We do not plan to leave Somalia': a verbal noun behind a verb of the first person."""
    near = range(max(scene.first, reading.mark.first - 3), reading.mark.first)
    verbs = (mark.inflection for index in near if (mark := scene.operator(index, "plan", "deny")))
    ours = any(form.form == "present" and (form.gender, form.number) == ("", "p") for form in verbs)
    return ours and reading.tense is Tense.NOUN


def _from_ours(scene: Scene, reading: Reading) -> Slots | None:
    place = scene.mark(reading.mark.last, Role.PLACE) if reading.mark.last < scene.last else None
    if place is None or place.entry.feature("town") or place.entry.feature("capital"):
        return None
    actor = owner_of(scene, reading.mark.first, str(place.entry.feature("country")))
    return Slots(reading.mark.first, place.last, owner=actor) if actor else None


def _speaks(reading: Reading) -> bool:
    form = reading.mark.inflection
    return form.form in ("present", "jussive") and (form.gender, form.number) == ("", "p")


def _speakers_slots(scene: Scene, reading: Reading) -> Slots | None:
    """'We will not leave Syria', a minister says: the forces of whoever speaks."""
    at = reading.mark.last
    if not _speaks(reading):
        return None
    near = range(at, min(scene.last, at + 2))
    place = next((m for i in near if (m := scene.mark(i, Role.PLACE, Role.BASE, Role.BASE_NOUN))), None)
    if place is None or place.entry.feature("town") or place.entry.feature("capital"):
        return None  # delegations leave towns
    actor = owner_of(scene, reading.mark.first, str(place.entry.feature("country")))
    return Slots(reading.mark.first, place.last, owner=actor) if actor else None


def _from_place(scene: Scene, reading: Reading) -> Slots | None:
    """'Moscow does not intend to withdraw from its bases': a place right after, the actor before."""
    at = reading.mark.last
    preposition = scene.mark(at, Role.PREPOSITION) if at + 1 < scene.last else None
    if preposition is None or preposition.entry.feature("side") != "from":
        return None
    roles = (Role.PLACE, Role.HERE, Role.BASE, Role.BASE_NOUN)
    place = scene.mark(at + 1, *roles) or (
        scene.mark(at + 2, *roles) if scene.mark(at + 1, Role.AREA) else None
    )
    country = str(place.entry.feature("country")) if place else ""
    actor = owner_of(scene, reading.mark.first, country or scene.memory.country) if place else ""
    actor = actor or (scene.memory.force if place else "")
    return Slots(reading.mark.first, place.last, owner=actor) if place and actor else None


def _may_be_passive(scene: Scene, reading: Reading) -> bool:
    """A transitive verb without an object after it: 'the forces will be withdrawn', 'which France sent'."""
    return reading.tense in (Tense.PAST, Tense.PRESENT, Tense.FUTURE)


def _is_size(scene: Scene, force: Force) -> bool:
    before = scene.mark(force.first - 1, Role.QUANTIFIER) if force.first > scene.first else None
    return before is not None and bool(before.entry.feature("size"))
