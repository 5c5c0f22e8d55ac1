"""Frames of movement and size: forces that come, go, stay, grow and shrink."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.arabic.letters import ALEF, BEH, LAM, WAW
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.lasting import working_abroad
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.meant import force_meant, force_spoken_of, part_of_them
from drawdown_cli.extract.changes.nearby import (
    force_after,
    force_before,
    force_before_plural,
    owner,
)
from drawdown_cli.extract.changes.numbers import bare_numbers, is_excepted, may_count_troops
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots, is_held, with_force, with_meant
from drawdown_cli.extract.changes.states import speakers_slots, speaks, state_slots
from drawdown_cli.models import TokenKind

_WATCHFUL, _TIME_REACH, _ONWARD = 2, 3, 6
_WHERE = (Role.PLACE, Role.HERE, Role.BASE, Role.BASE_NOUN, Role.AREA, Role.HOME)


def moving(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The forces withdrew', 'the withdrawal of the forces': the force is the subject."""
    state = state_slots(scene, reading) if _acts_itself(scene, reading) else None
    return state or _of_nation(scene, found, reading) or _moving(scene, found, reading)


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
        if force and force.kind == "presence" and reading.tense is Tense.NOUN:
            force = None  # 'the presence is needed for access to information'
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


def _of_nation(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The French withdrawal surprised the coalition's forces': whose it is by the noun's adjective."""
    at = reading.mark.last
    if reading.tense is not Tense.NOUN or not reading.mark.definite or at >= scene.last:
        return None
    nation = scene.mark(at, Role.NATIONALITY)
    key = str(nation.entry.feature("key")) if nation and not nation.entry.feature("weak") else ""
    force = force_after(scene, found, reading) if key and reading.mark.entry.feature("actor") else None
    other = force is not None and force.key not in ("", key) and force.first > at
    return Slots(reading.mark.first, at + 1, owner=key) if other else None


def _is_no_move(scene: Scene, reading: Reading, force: Force | None) -> bool:
    _, right = scene.clause(reading.mark.first)
    # 'Came out into existence'
    born = scene.says(range(reading.mark.last, right), "effect")
    return (
        born
        or _is_of_things(scene, reading)
        or _is_of_number(scene, reading)
        or _goes_on_doing(scene, reading, force)
    )


def _is_of_things(scene: Scene, reading: Reading) -> bool:
    """'The leaving of the forces and the return of sovereignty': what its genitive names is no force."""
    at = reading.mark.last
    bare = reading.tense is Tense.NOUN and not (reading.mark.definite or reading.mark.inflection.suffix)
    if not bare or at >= scene.last:
        return False
    thing = scene.tokens[at].kind is TokenKind.WORD and scene.tokens[at].norm.startswith(ALEF + LAM)
    if not thing or scene.mark(at, Role.BLOCKER):
        return thing and not scene.mark(at, Role.FORCE)
    return at not in scene.marks and reading.mark.proclitic.startswith(WAW)


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
    place = scene.mark(at, Role.PLACE, Role.BASE, Role.AREA) if at < scene.last else None
    if place and place.role is Role.AREA:
        return not place.definite and place.last < scene.last  # 'the province of Uruzgan'
    return place is not None and (place.role is Role.BASE or bool(place.entry.feature("town")))


def _leaver(scene: Scene, reading: Reading) -> str:
    """'Sweden will leave the mission': the state right before a verb that takes its object by itself."""
    at = reading.mark.first - 1
    if reading.tense is Tense.NOUN or at < scene.first or reading.mark.last >= scene.last:
        return ""
    state = scene.mark(at, Role.PLACE, Role.GROUP)
    free = state is not None and not state.proclitic and not scene.mark(at - 1, Role.PREPOSITION)
    return owner(state) if state and free and not scene.mark(reading.mark.last, Role.PREPOSITION) else ""


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


def staying(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The forces will remain', 'keep 900 soldiers': a level holds on; who remains watchful stays nowhere."""
    if scene.says(range(reading.mark.last, min(scene.last, reading.mark.last + _WATCHFUL)), "alert"):
        return None
    if reading.mark.entry.feature("onward") and _goes_on_with(scene, reading.mark.last):
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


def _goes_on_with(scene: Scene, first: int) -> bool:
    """'They will go on to guard the mission': what they go on with is no place."""
    for index in range(first, min(scene.last - 1, first + _ONWARD)):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and not preposition.proclitic:
            work = index + 1
            within = preposition.entry.feature("side") == "in" and not preposition.entry.feature("duty")
            placed = scene.mark(work, *_WHERE) or scene.date_at(work) or scene.count_at(work)
            return within and not placed
        if scene.mark(index, *_WHERE) or scene.is_comma(index):
            return False
    return False


def _kept(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """'The keeping of 200 soldiers': Arabic keeps with a preposition, which parts no noun from its object."""
    at = reading.mark.last
    if reading.tense is not Tense.NOUN or at >= scene.last or scene.mark(at, Role.PREPOSITION) is None:
        return None
    # 'The keeping of no fewer than 500 soldiers': the words of a bound are one phrase.
    bound = scene.mark(at + 1, Role.QUANTIFIER) if at + 1 < scene.last else None
    last = bound.last if bound else at + 2
    return next((f for f in found.forces if at < f.first <= last and f.kind == "troops"), None)


def _is_size(scene: Scene, force: Force) -> bool:
    before = scene.mark(force.first - 1, Role.QUANTIFIER) if force.first > scene.first else None
    return before is not None and bool(before.entry.feature("size"))
