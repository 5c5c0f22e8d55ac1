"""The frame of numbers: how many soldiers there are, and whose."""

from __future__ import annotations

from drawdown_cli.arabic.inflect import PartOfSpeech
from drawdown_cli.arabic.letters import HEH
from drawdown_cli.extract.changes.civilians import points_at_civilians
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.governors import is_purpose
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.meant import force_meant, force_spoken_of
from drawdown_cli.extract.changes.nearby import VERB_REACH, force_after, force_before, harms, owner
from drawdown_cli.extract.changes.numbers import bare_numbers, is_excepted, stands_bare
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.extract.changes.strengths import describes_unit
from drawdown_cli.nations import is_local

_TASK_REACH, _MOVED, _EVENT = 3, 4, 4
_JOINED = (Role.FORCE, Role.GROUP, Role.MISSION, Role.OPERATION, Role.PLACE, Role.HERE, Role.AREA)


def counting(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The force consists of 1,500 soldiers', '2,500 soldiers present in Iraq': a number holds."""
    left, right = scene.clause(reading.mark.first)
    at = reading.mark.first
    if _is_of_exercise(scene, left, right) or is_purpose(reading) or _tells_of_others(scene, reading):
        return None
    counted = None if _is_task(scene, reading, right) else next(iter(_numbers(scene, found, reading)), None)
    if counted is None:
        return _absent(scene, found, reading)
    if (
        _counts_else(scene, at, counted)
        or _counts_movers(scene, reading, counted)
        or not _is_close(scene, at, counted)
        or _founds_base(scene, reading, counted)
    ):
        return None
    force = _holder(scene, found, reading, counted)
    if force is None:
        excepted = is_excepted(scene, counted)
        keeper = scene.mark(at, Role.PLACE, Role.INSTITUTION, Role.GROUP) if excepted else None
        meant = force_spoken_of(scene, found, at) if excepted and keeper is None else None
        if meant:
            return Slots(at, counted.last, meant, counted=counted)
        return Slots(at, counted.last, owner=owner(keeper), counted=counted) if keeper else None
    return Slots(
        min(at, counted.first), max(reading.mark.last, counted.last, force.last), force, counted=counted
    )


def _tells_of_others(scene: Scene, reading: Reading) -> bool:
    return (
        _describes_civilians(scene, reading)
        or _numbers_others(scene, reading)
        or _tells_of_event(scene, reading)
        or describes_unit(scene, reading.mark)
    )


def _tells_of_event(scene: Scene, reading: Reading) -> bool:
    """'The withdrawal, which comprises 3,000 soldiers': an event, and no force, has the number."""
    which = reading.mark.first - 1
    if which <= scene.first or not scene.operator(which, "which") or reading.tense is Tense.NOUN:
        return False
    event = None
    for index in range(which - 1, max(scene.first, which - _EVENT) - 1, -1):
        event = scene.mark(index, Role.TRIGGER)
        if event or not (index == which - 1 or scene.mark(index, Role.PREPOSITION, Role.PLACE)):
            break
    return event is not None and event.entry.feature("frame") in ("subject", "object")


def _counts_movers(scene: Scene, reading: Reading, counted: Counted) -> bool:
    """'The number of the soldiers who were withdrawn came to 5,000': so many have moved.

    So has who stands behind a noun of moving: 'works on an option of withdrawing 4,500 soldiers'.
    """
    behind = (at for at in (counted.first - 1, counted.first - 2) if at > reading.mark.first)
    marks = (mark for at in behind for mark in scene.marks.get(at, ()) if mark.role is Role.TRIGGER)
    nouns = (mark for mark in marks if mark.inflection.form == "masdar" and not mark.inflection.suffix)
    if any(mark.entry.feature("frame") == "object" for mark in nouns):
        return True
    if "which" not in scene.kinds:
        return False
    between = range(reading.mark.last, counted.first)
    which = next((index for index in between if scene.operator(index, "which")), None)
    near = range(which + 1, min(counted.first, which + _MOVED)) if which is not None else ()
    moves = (scene.mark(index, Role.TRIGGER) for index in near)
    return any(
        mark.entry.feature("frame") in ("subject", "object") and not mark.entry.feature("standing")
        for mark in moves
        if mark
    )


def _describes_civilians(scene: Scene, reading: Reading) -> bool:
    """'A delegation composed of 40 experts', 'an Iranian delegation composed of 25'."""
    at = reading.mark.first - 1
    while at > scene.first and scene.mark(at, Role.NATIONALITY):
        at -= 1
    head = scene.mark(at, Role.BLOCKER) if at >= scene.first else None
    described = reading.mark.entry.pos is PartOfSpeech.ADJECTIVE or reading.tense is Tense.PARTICIPLE
    return described and head is not None


def _numbers_others(scene: Scene, reading: Reading) -> bool:
    """'The number of the candidates fell from 40 to 12': what a number is of stands right behind it."""
    at = reading.mark.last
    if reading.tense is not Tense.NOUN or reading.mark.inflection.suffix or at >= scene.last:
        return False
    others = scene.mark(at, Role.BLOCKER)
    return others is not None and others.definite and not scene.mark(at, Role.FORCE, Role.NATIONALITY)


def _founds_base(scene: Scene, reading: Reading, counted: Counted) -> bool:
    """'Will set up a camp to shelter 500 of its soldiers': the base is what the verb is about."""
    marks = scene.marks.get(reading.mark.first, ())
    if not any(mark.role is Role.TRIGGER and mark.entry.feature("frame") == "base" for mark in marks):
        return False
    between = range(reading.mark.last, counted.first)
    return any(scene.mark(at, Role.BASE_NOUN) and not scene.mark(at - 1, Role.PREPOSITION) for at in between)


def _numbers(scene: Scene, found: Found, reading: Reading) -> list[Counted]:
    """Return the numbers that a trigger may tell, the likeliest first."""
    left, right = scene.clause(reading.mark.first)
    at, measure = reading.mark.first, bool(reading.mark.entry.feature("measure"))
    after = [c for c in found.troops if at <= c.first < min(right, at + VERB_REACH + 4)]
    before = [c for c in found.troops if max(left, at - 8) <= c.first < at]
    able = after if reading.tense is not Tense.PARTICIPLE else [*before[::-1], *after]
    if not able and reading.tense is not Tense.NOUN and not measure:
        able = before[::-1]
    sizing = (
        _is_sizing(scene, reading)
        or _measures_force(scene, found, reading)
        or _is_they(scene, at, measure=measure)
    )
    if sizing or (not able and measure and _before_when(scene, found, left)):
        # 'Their number peaked at 140,000, among them 100,000 Americans': the first that stands bare.
        bare = bare_numbers(scene, at, min(right, at + VERB_REACH + 4, *(c.first for c in able[:1])))
        able = [*(counted for counted in bare if stands_bare(scene, counted)), *able]
    return able


def _is_they(scene: Scene, at: int, *, measure: bool) -> bool:
    """'And they number 14,000': a verb of measure right behind the pronoun of the force."""
    they = scene.operator(at - 1, "boundary") if measure and at > scene.first else None
    return they is not None and bool(they.entry.feature("subject"))


def _holder(scene: Scene, found: Found, reading: Reading, counted: Counted) -> Force | None:
    """Return the force that a number counts: the one beside it, the clause's, else the one spoken of."""
    left, right = scene.clause(reading.mark.first)
    force = _counted_force(found, counted)
    if force is None or not force.key:
        near = [f for f in found.forces if left <= f.first < right and f.key and f.kind != "people"]
        near = [f for f in near if not is_local(f.key, "")]
        near = near or _before_when(scene, found, left)
        nearest = next((f for f in reversed(near) if f.last <= counted.first), None)
        force = nearest or force or next(iter(near), None)
    if force is None:
        force = next((f for f in found.forces if left <= f.first < right and f.kind == "troops"), None)
    force = force or force_of_size(scene, found, reading) or force_meant(scene, found, reading)
    still = not counted.quantity.unit and "still" in scene.kinds
    if force is None and (still or _is_they(scene, reading.mark.first, measure=True)):
        return force_spoken_of(scene, found, reading.mark.first)
    return force


def _absent(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'London denied the presence of British soldiers': none are there, however many were said to be."""
    before = reading.mark.first - 1
    if reading.tense is not Tense.NOUN or before < scene.first:
        return None
    if not scene.operator(before, "deny", "negation") and not scene.operator(before - 1, "deny"):
        return None
    force = next((f for f in found.forces if f.first <= reading.mark.last <= f.last), None)
    return Slots(reading.mark.first, force.last, force) if force and force.key else None


def _counts_else(scene: Scene, at: int, counted: Counted) -> bool:
    """'79 metres high, and hundreds clapped': the trigger's number is the first behind it."""
    between = [c for c in scene.counted if at < c.first < counted.first]
    return any(scene.is_comma(index) for c in between for index in range(c.last, counted.first))


def _before_when(scene: Scene, found: Found, left: int) -> list[Force]:
    """'Peaked in 2011, when it exceeded 130,000': what is counted stands in the clause before."""
    if left <= scene.first or not scene.operator(left - 1, "when"):
        return []
    sized = any(
        mark.entry.feature("size") for i in range(scene.first, left) for mark in scene.marks.get(i, ())
    )
    return [f for f in found.forces if f.last <= left and f.kind != "people"][-1:] if sized else []


def force_of_size(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """'Their number fell to 3,500', 'to reduce them': the pronoun points back at the force."""
    if reading.mark.inflection.suffix == HEH and _speaks_of_size(scene, reading.mark.first):
        return force_spoken_of(scene, found, reading.mark.first)
    if reading.mark.inflection.suffix:
        theirs = points_at_civilians(scene, reading.mark.first)
        return None if theirs else force_meant(scene, found, reading)
    before = range(max(scene.first, reading.mark.first - 2), reading.mark.first)
    number = next((mark for at in before if (mark := scene.mark(at, Role.QUANTIFIER))), None)
    # 'That their number fell from 15,000 to 5,000': the pronoun is the force's.
    counted = number is not None and number.entry.feature("size") and bool(number.inflection.suffix)
    if counted or _falls_to_number(scene, reading):
        return force_spoken_of(scene, found, reading.mark.first)
    sizes = (
        scene.mark(i, Role.QUANTIFIER)
        for i in range(reading.mark.last, min(scene.last, reading.mark.last + 3))
    )
    size = next((mark for mark in sizes if mark), None)
    if size and size.entry.feature("size") and _is_own_mission(scene, size.last):
        return force_spoken_of(scene, found, size.first)
    if size is None or not (size.entry.feature("size") and size.definite):
        return None
    return force_spoken_of(scene, found, reading.mark.first)


def _is_own_mission(scene: Scene, index: int) -> bool:
    """'The alliance raised the strength of its mission': the mission is its own, or the one spoken of."""
    mission = scene.mark(index, Role.MISSION) if index < scene.last else None
    if mission is None or mission.inflection.suffix:
        return mission is not None
    after = (counted for counted in scene.counted if counted.first >= mission.last)
    return mission.definite and all(stands_bare(scene, counted) for counted in after)


def _speaks_of_size(scene: Scene, at: int) -> bool:
    """'Their number was 5,200 before he reduced it': the pronoun is the number's."""
    return any(mark.entry.feature("size") for i in range(scene.first, at) for mark in scene.marks.get(i, ()))


def _falls_to_number(scene: Scene, reading: Reading) -> bool:
    """'Before it falls to 8,400': a verb of size without a subject."""
    near = range(reading.mark.last, min(scene.last, reading.mark.last + 2))
    at = next((index for index in near if scene.mark(index, Role.PREPOSITION)), reading.mark.last)
    preposition = scene.mark(at, Role.PREPOSITION) if at < scene.last else None
    if preposition is None or preposition.entry.feature("side") != "to":
        return False
    return any(scene.count_at(index) for index in range(at + 1, min(at + 4, scene.last)))


def _is_task(scene: Scene, reading: Reading, right: int) -> bool:
    """'500 soldiers take part in handing out aid': a task, no force or mission that they belong to."""
    if reading.mark.entry.feature("needs") != "force":
        return False
    for index in range(reading.mark.last, min(right, reading.mark.last + VERB_REACH) - 1):
        preposition = scene.mark(index, Role.PREPOSITION)
        if (
            preposition
            and preposition.entry.feature("side") == "in"
            and not preposition.entry.feature("duty")
        ):
            named = range(index + 1, min(scene.last, index + _TASK_REACH))
            return not any(scene.mark(at, *_JOINED) or scene.date_at(at) for at in named)
    return False


def _is_of_exercise(scene: Scene, left: int, right: int) -> bool:
    """Whether a clause speaks of an exercise: who takes part in one is not stationed there."""
    return any(
        left <= mark.first < right and mark.entry.feature("block") == "exercise"
        for mark in scene.all_marks(Role.BLOCKER)
    )


def _is_sizing(scene: Scene, reading: Reading) -> bool:
    """'Their number reached': a word for number stands right at the trigger, so a bare number counts them."""
    near = range(reading.mark.first, min(scene.last, reading.mark.last + 3))
    return any(mark.entry.feature("size") for i in near for mark in scene.marks.get(i, ()))


def _measures_force(scene: Scene, found: Found, reading: Reading) -> bool:
    """'The force comprises 5,100 [men]': a verb of measure whose subject is a force."""
    if not reading.mark.entry.feature("measure"):
        return False
    force = force_before(scene, found, reading) or force_after(scene, found, reading)
    return force is not None and force.kind not in ("people", "presence")


def _counted_force(found: Found, counted: Counted) -> Force | None:
    return next(
        (
            f
            for f in found.forces
            if f.first < counted.last + 3 and f.last > counted.first and f.kind != "presence"
        ),
        None,
    )


def _is_close(scene: Scene, at: int, counted: Counted) -> bool:
    first, last = sorted((at, counted.first))
    between = range(first + 1, last)
    return not any(
        scene.is_break(i) or scene.operator(i, "report") or harms(scene, i) or _tells_number(scene, i)
        for i in between
    )


def _tells_number(scene: Scene, index: int) -> bool:
    """Whether another verb, after a comma, has the number for itself: ', and it housed 7,000'."""
    mark = scene.mark(index, Role.TRIGGER)
    verb = mark is not None and mark.inflection.form in ("past", "present")
    return verb and any(scene.is_comma(at) for at in (index - 1, index - 2))
