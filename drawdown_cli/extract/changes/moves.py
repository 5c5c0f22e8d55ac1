"""Frames of movement and size: forces that come, go, stay, grow and shrink."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.arabic.letters import BEH
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.lasting import working_abroad
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.meant import force_meant, force_spoken_of, part_of_them
from drawdown_cli.extract.changes.nearby import (
    actors_after,
    force_after,
    force_before,
    force_before_plural,
    owner,
)
from drawdown_cli.extract.changes.numbers import TROOP_UNITS, bare_numbers, is_excepted, may_count_troops
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots, is_held, with_force, with_meant
from drawdown_cli.extract.changes.states import speakers_slots, speaks, state_slots
from drawdown_cli.models import Category, TokenKind

_WIDE, _PART_REACH, _OBJECT_REACH, _WATCHFUL, _TIME_REACH = 8, 4, 5, 2, 3


def moving(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The forces withdrew', 'the withdrawal of the forces': the force is the subject."""
    state = state_slots(scene, reading) if _acts_itself(scene, reading) else None
    return state or _moving(scene, found, reading)


def _moving(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    force = force_after(scene, found, reading)
    needs = reading.mark.entry.feature("needs")
    if (needs == "town" and not _leaves_town(scene, reading, force)) or _is_no_move(scene, reading, force):
        return None
    if needs == "goal":
        # A decision comes, a player moves.
        return _coming(scene, found, reading, force or force_before_plural(scene, found, reading))
    if force and force.kind == "mission" and not speaks(reading):
        leaver = _leaver(scene, reading)
        if leaver:
            return Slots(reading.mark.first, force.last, owner=leaver)
    own = speaks(reading) or _is_time_told(scene, reading) or part_of_them(scene, reading.mark.last)
    if force is None and not own:
        force = force_before(scene, found, reading)
    if force is None:
        force = _spread(scene, found, reading)
    if force is None:
        slots = state_slots(scene, reading)
        slots = slots or _numbered(scene, found, reading) or _numbered_before(scene, found, reading)
        meant = None if slots else force_meant(scene, found, reading)
        return with_meant(reading, meant) if meant else slots or speakers_slots(scene, reading)
    if force.kind == "presence" and reading.mark.entry.feature("goal"):
        return None  # 'the presence goes back to the 19th century'
    # 'The number of the forces reached', 'the mission of the forces came to': neither moves.
    return (
        None
        if is_held(found, force, reading.mark.first) or _is_size(scene, force)
        else with_force(reading, force)
    )


def _is_no_move(scene: Scene, reading: Reading, force: Force | None) -> bool:
    _, right = scene.clause(reading.mark.first)
    # 'Came out into existence'
    born = scene.says(range(reading.mark.last, right), "effect")
    return born or _is_of_number(scene, reading) or _goes_on_doing(scene, reading, force)


def _is_of_number(scene: Scene, reading: Reading) -> bool:
    """'So that the number comes to 3,000': a number moves nowhere; 'a number of soldiers' does."""
    at = reading.mark.last
    number = scene.mark(at, Role.QUANTIFIER) if at < scene.last and reading.tense is not Tense.NOUN else None
    if number is None or not number.entry.feature("size"):
        return False
    return number.definite and scene.mark(number.last, Role.FORCE) is None


def _is_time_told(scene: Scene, reading: Reading) -> bool:
    """'There were 1,100 soldiers at the beginning of the withdrawal': when it was, not who withdrew."""
    if reading.tense is not Tense.NOUN or not reading.mark.definite or reading.mark.inflection.suffix:
        return False
    for index in range(reading.mark.first - 1, max(scene.first, reading.mark.first - _TIME_REACH) - 1, -1):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition:
            return bool(preposition.entry.feature("side") == "adjunct")
        if scene.operator(index, "begin", "complete"):
            continue
        if scene.is_comma(index) or scene.names((index,), Role.FORCE, Role.TRIGGER):
            return False
    return False


def _spread(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """'The deployment of the battalion was completed': the noun of its presence, behind a phase."""
    at = reading.mark.first
    if (
        reading.tense is not Tense.NOUN
        or at == scene.first
        or not scene.operator(at - 1, "begin", "complete")
    ):
        return None
    force = next((f for f in found.forces if f.first == at and f.kind == "presence"), None)
    return replace(force, first=reading.mark.last, kind="troops") if force and force.key else None


def _goes_on_doing(scene: Scene, reading: Reading, force: Force | None) -> bool:
    """'The forces will no longer take part': spelt as 'will not return', with a verb behind it."""
    if not reading.negated:
        return False
    index = force.last if force else reading.mark.last
    verb = scene.mark(index, Role.TRIGGER, Role.OPERATOR) if index < scene.last else None
    return verb is not None and verb.inflection.form == "present" and not verb.proclitic


def _acts_itself(scene: Scene, reading: Reading) -> bool:
    """'Britain withdraws from Mali, accusing it of working with ...': a state right behind its verb."""
    at = reading.mark.last
    if reading.tense is Tense.NOUN or not reading.mark.entry.feature("actor") or at >= scene.last:
        return False
    state = scene.mark(at, Role.PLACE)
    return state is not None and bool(state.entry.feature("actor")) and not state.proclitic


def _coming(scene: Scene, found: Found, reading: Reading, force: Force | None) -> Slots | None:
    """'The forces came to Mali', 'most of them moved to Kenya': of those named before no number is told."""
    meant = force or force_meant(scene, found, reading)
    if meant is None or not _goes_there(scene, reading, meant):
        return None
    return with_force(reading, force) if force else with_meant(reading, meant)


def _leaves_town(scene: Scene, reading: Reading, force: Force | None) -> bool:
    """'It left Kidal': one may leave a capital with a delegation, and leave an impression in a country."""
    # 'MINUSMA left Timbuktu': the force stands right behind the verb, the town behind the force.
    at = force.last if force and force.first == reading.mark.last else reading.mark.last
    place = scene.mark(at, Role.PLACE, Role.BASE) if at < scene.last else None
    return place is not None and (place.role is Role.BASE or bool(place.entry.feature("town")))


def _leaver(scene: Scene, reading: Reading) -> str:
    """'Sweden will leave the mission': the state right before a verb that takes its object by itself."""
    at = reading.mark.first - 1
    if reading.tense is Tense.NOUN or at < scene.first or reading.mark.last >= scene.last:
        return ""
    state = scene.mark(at, Role.PLACE, Role.GROUP)
    free = state is not None and not state.proclitic and not scene.mark(at - 1, Role.PREPOSITION)
    return owner(state) if state and free and not scene.mark(reading.mark.last, Role.PREPOSITION) else ""


def moved(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'France withdrew its forces', 'the withdrawal of 2,000 soldiers': the force is the object."""
    force = force_after(scene, found, reading)
    if force and _gives_base(scene, reading, force):
        return None
    # 'The Italians deployed 1,100 men': a people acts, and is never sent.
    if force and (force.kind == "people" or _is_agent(scene, reading, force)):
        force = _object_after(scene, found, force)
    if force is None and _moves_base(scene, reading):
        return None
    if force is None and (reading.mark.inflection.suffix or _may_be_passive(scene, reading)):
        force = force_before(scene, found, reading)
    if force is None and (reading.mark.inflection.suffix or _has_part(scene, reading)):
        force = force_meant(scene, found, reading)
        return with_meant(reading, force) if force else None
    if force is None and _takes_part(scene, reading):
        force = force_spoken_of(scene, found, reading.mark.first)
        return with_meant(reading, force) if force else None
    return with_force(reading, force) if force and force.kind not in ("people", "presence") else None


def _gives_base(scene: Scene, reading: Reading, force: Force) -> bool:
    """'The army returned to Chad the base': a force that gives back, and what it gives."""
    if reading.mark.entry.feature("goal") != "home":
        return False
    _, right = scene.clause(reading.mark.first)
    for index in range(force.last, min(right, force.last + _WIDE)):
        noun = scene.mark(index, Role.BASE, Role.BASE_NOUN)
        if noun:
            return scene.mark(index - 1, Role.PREPOSITION) is None
    return False


def _moves_base(scene: Scene, reading: Reading) -> bool:
    """'The forces had transferred to the authorities last month a base': no one is sent."""
    suffix = reading.mark.inflection.suffix
    for index in range(reading.mark.last, min(scene.last, reading.mark.last + _WIDE)):
        if scene.mark(index, Role.BASE_NOUN, Role.BASE):
            return not suffix
        if scene.is_comma(index) or scene.is_break(index) or scene.mark(index, Role.PREPOSITION):
            return False
    return False


def _takes_part(scene: Scene, reading: Reading) -> bool:
    """'It may withdraw a part of them': the object is a part of the forces spoken of."""
    for index in range(reading.mark.last, min(scene.last - 1, reading.mark.last + _PART_REACH)):
        part = scene.mark(index + 1, Role.FORCE) if scene.mark(index, Role.QUANTIFIER) else None
        if part and part.entry.feature("part"):
            return True
    return False


def _has_part(scene: Scene, reading: Reading) -> bool:
    """'Withdrew half of them three years later': a part of those spoken of, and a date."""
    part = scene.mark(reading.mark.last, Role.QUANTIFIER) if reading.mark.last < scene.last else None
    if part is None or not part.inflection.suffix or part.entry.feature("size"):
        return False
    verb = reading.tense in (Tense.PAST, Tense.FUTURE)
    return verb and part.last < scene.last and scene.date_at(part.last) is not None


def _goes_there(scene: Scene, reading: Reading, force: Force) -> bool:
    form = reading.mark.inflection
    between = range(reading.mark.last, force.first)
    if force.kind == "group" and between:
        return False  # 'the summit of ECOWAS set out in Abuja'
    marks = (mark for index in between for mark in scene.marks.get(index, ()))
    if any(mark.proclitic.endswith(BEH) and mark.role is Role.FORCE for mark in marks):
        return False  # 'a race set out, with the participation of 300 soldiers'
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
    goals = (Role.PLACE, Role.HERE, Role.BASE, Role.AREA)
    return any(scene.mark(at, *goals) for i in sides for at in (i + 1, i + 2))


def _numbered(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'And 900 are stationed in Syria': a bare number right behind a verb that stations."""
    if not reading.mark.entry.feature("standing") or reading.tense is not Tense.PRESENT:
        return None
    numbers = bare_numbers(scene, reading.mark.last, min(scene.last, reading.mark.last + 3))
    force = force_spoken_of(scene, found, reading.mark.first) if numbers else None
    if force is None:
        return None
    return Slots(reading.mark.first, numbers[0].last, force, counted=numbers[0])


def _numbered_before(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'Sends 90 soldiers, and 40 will arrive in March': a bare number right before a verb in the plural."""
    at, form = reading.mark.first, reading.mark.inflection
    if reading.tense is Tense.NOUN or (form.gender, form.number) != ("m", "p"):
        return None
    counted = scene.count_at(at - 1) if at > scene.first else None
    if counted is None or counted.last != at or not may_count_troops(scene, counted):
        return None
    force = force_spoken_of(scene, found, at)
    return Slots(counted.first, reading.mark.last, force, counted=counted) if force else None


def _is_agent(scene: Scene, reading: Reading, force: Force) -> bool:
    """'The American forces withdrew [their] equipment': a force right after the verb, then another noun."""
    if reading.tense is Tense.NOUN:
        group = scene.mark(force.first, Role.GROUP)
        sends = group is not None and not group.entry.feature("mission")
        return sends and reading.mark.entry.feature("category") == Category.DEPLOYMENT
    if force.owned or force.first > reading.mark.last or force.kind == "mission":
        return force.kind == "mission" and not force.owned
    definite = any(mark.definite for mark in scene.marks.get(force.first, ()))
    # 'The forces of MINUSMA' are definite by whose they are.
    definite = definite or scene.names(range(force.first, force.last), Role.GROUP)
    return definite and not scene.count_at(force.first) and _takes_object(scene, force.last)


def _object_after(scene: Scene, found: Found, agent: Force) -> Force | None:
    """Return the force that is sent or withdrawn by the one before it: its own, or counted."""
    after = [f for f in found.forces if agent.last <= f.first < agent.last + _OBJECT_REACH]
    return next((f for f in after if f.owned or scene.count_at(f.first)), None)


def _takes_object(scene: Scene, index: int) -> bool:
    """Whether another noun, or a number of something else ('200 tonnes'), stands at a token."""
    if index >= scene.last or scene.date_at(index) or scene.is_break(index):
        return False
    counted = scene.count_at(index)
    if counted:
        return counted.quantity.unit not in TROOP_UNITS
    known = scene.mark(index, Role.PREPOSITION, Role.QUANTIFIER, Role.HOME)
    return scene.tokens[index].kind is TokenKind.WORD and not known


def staying(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The forces will remain', 'keep 900 soldiers': a level holds on; who remains watchful stays nowhere."""
    if scene.says(range(reading.mark.last, min(scene.last, reading.mark.last + _WATCHFUL)), "alert"):
        return None
    force = force_after(scene, found, reading) or force_before(scene, found, reading, reach=7)
    if force is None and found.troops and reading.tense is not Tense.PARTICIPLE:
        force = force_meant(scene, found, reading) or _kept(scene, found, reading)
        if force is None and any(is_excepted(scene, counted) for counted in found.troops):
            force = force_spoken_of(scene, found, reading.mark.first)
            return with_meant(reading, force) if force else None  # 'there remained but 650'
    if force is None:
        return working_abroad(scene, reading)
    return with_force(reading, force) if force.kind not in ("people", "mission") else None


def _kept(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """'The keeping of 200 soldiers': Arabic keeps with a preposition, which parts no noun from its object."""
    at = reading.mark.last
    if reading.tense is not Tense.NOUN or at >= scene.last or scene.mark(at, Role.PREPOSITION) is None:
        return None
    # 'The keeping of no fewer than 500 soldiers': the words of a bound are one phrase.
    bound = scene.mark(at + 1, Role.QUANTIFIER) if at + 1 < scene.last else None
    last = bound.last if bound else at + 2
    return next((f for f in found.forces if at < f.first <= last and f.kind == "troops"), None)


def _may_be_passive(scene: Scene, reading: Reading) -> bool:
    """A transitive verb without an object after it: 'the forces will be withdrawn', 'which France sent'.

    'If Seoul does not pay': a verb in the present with its subject behind it is none.
    """
    at = reading.mark.last
    pays = reading.negated and next(actors_after(scene, at, 1), None) is not None
    return reading.tense in (Tense.PAST, Tense.PRESENT, Tense.FUTURE) and not pays


def _is_size(scene: Scene, force: Force) -> bool:
    before = scene.mark(force.first - 1, Role.QUANTIFIER) if force.first > scene.first else None
    return before is not None and bool(before.entry.feature("size"))
