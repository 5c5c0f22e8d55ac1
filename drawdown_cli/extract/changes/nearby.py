"""Find the force, or the state that stands for it, beside a trigger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from drawdown_cli.arabic.letters import LAM, SEEN
from drawdown_cli.extract.changes.events import before_aside, outside_asides
from drawdown_cli.extract.changes.forces import COMMAND, Force
from drawdown_cli.extract.changes.homographs import is_of_transport
from drawdown_cli.extract.changes.losses import is_for
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found
from drawdown_cli.nations import is_local

VERB_REACH, LEFT_REACH, _PLURAL = 12, 14, 6
_NOUN_REACH = 7
_PLAIN = frozenset({"subject", "object", "size"})
"""Frames whose force follows without a preposition."""

_ALONE = ("", SEEN)
"""What a verb carries whose subject stands before it in its own clause: nothing, or the sin of the future."""

_HARM = frozenset({"casualty", "captive", "exercise", "reserve"})


def force_after(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """Return the force right after a trigger, unless another object stands before it."""
    at = reading.mark.last
    if _follows_subject(reading):
        return None
    noun = reading.tense in (Tense.NOUN, Tense.PARTICIPLE)
    blocked = noun and _is_of_quality(scene, reading)
    reach = range(at, min(scene.last, at + (_NOUN_REACH if noun else VERB_REACH)))
    for index in reach if noun else _past_asides(scene, at):
        force = next((f for f in found.forces if f.first <= index < f.last and f.first >= at), None)
        if force and not noun and _is_subject(reading, force):
            continue
        if not noun and (_is_verb(scene, index) or (force and index > at and is_enemy(force))):
            return None
        if force and (
            force.kind == COMMAND
            or _is_indirect(scene, reading, force)
            or (force.joined and not noun and _is_met(scene, at, index))
        ):
            return None
        if force:
            return None if blocked and not force.joined else unblocked(scene, force)
        if stops(scene, index, noun=noun) or (not noun and _is_of_other(scene, reading, index)):
            return None
        # 'A plane that carries the soldiers', 'planes carried them': what carries blocks nothing.
        blocked = blocked or (_blocks_object(scene, index, noun=noun) and not _carries(scene, reading, index))
        blocked = blocked and not scene.operator(index, "carry")
    return None


def _past_asides(scene: Scene, at: int) -> Iterator[int]:
    """'New Zealand, which has 95 soldiers there, deployed its forces': the words but those of the aside."""
    return islice(outside_asides(scene, range(at, min(scene.last, at + 2 * VERB_REACH))), VERB_REACH)


def _is_of_quality(scene: Scene, reading: Reading) -> bool:
    """'Raising the morale of the forces', 'strengthening peace operations': no force grows or is sent."""
    at = reading.mark.last
    if reading.mark.entry.feature("frame") not in ("object", "size") or at + 1 >= scene.last:
        return False
    if reading.mark.definite or reading.mark.inflection.suffix or scene.count_at(at) or scene.date_at(at):
        return False
    thing = scene.mark(at, Role.MISSION)
    if thing:
        return thing.inflection.number == "p" and not scene.mark(at, Role.FORCE)
    return scene.operator(at, "quality") is not None


def _is_of_other(scene: Scene, reading: Reading, index: int) -> bool:
    if index == reading.mark.last and reading.mark.entry.feature("frame") == "subject":
        decision = scene.operator(index, "plan", "demand", "talk")
        if decision and decision.inflection.form in ("noun", "masdar") and not scene.mark(index, Role.FORCE):
            return True  # 'there came the decision to withdraw its forces'
    return _is_other_event(scene, index) or _puts_down(scene, reading, index)


def _puts_down(scene: Scene, reading: Reading, index: int) -> bool:
    """'He put the decision down to' is spelt as 'he sent back': its object is a plan."""
    if reading.mark.entry.feature("goal") != "home" or reading.mark.entry.feature("frame") != "object":
        return False
    plan = scene.operator(index, "plan", "demand")
    return plan is not None and plan.inflection.form in ("noun", "masdar")


def _is_met(scene: Scene, first: int, last: int) -> bool:
    """'He travelled to Iraq to meet the leaders and the forces': behind a purpose, whom he meets."""
    return any(
        scene.tokens[index].norm.startswith(LAM + LAM) and index not in scene.marks
        for index in range(first, last)
    )


def _carries(scene: Scene, reading: Reading, index: int) -> bool:
    vehicle = scene.mark(index, Role.BLOCKER)
    if vehicle is None or vehicle.entry.feature("block") != "arms" or index != reading.mark.last:
        return False
    return reading.tense is not Tense.NOUN and scene.operator(reading.mark.first, "carry") is not None


def _follows_subject(reading: Reading) -> bool:
    """'80 soldiers will stay in the camp to train the Malians': a plural verb has its subject before."""
    form, frame = reading.mark.inflection, reading.mark.entry.feature("frame")
    plural = form.form in ("past", "present", "jussive") and (form.gender, form.number) == ("m", "p")
    return plural and frame in ("subject", "stay", "count")


def _is_verb(scene: Scene, index: int) -> bool:
    """Whether another trigger stands here as a verb: what follows is its own."""
    mark = scene.mark(index, Role.TRIGGER)
    if mark is None or is_of_transport(scene, index):
        return False
    return mark.inflection.form in ("past", "present") and mark.proclitic != LAM


def _is_other_event(scene: Scene, index: int) -> bool:
    """'Violence returned after the withdrawal of the forces': behind 'after' stands an event of its own."""
    mark = scene.mark(index, Role.TRIGGER)
    if mark is None or mark.inflection.form not in ("masdar", "noun"):
        return False
    preposition = scene.mark(index - 1, Role.PREPOSITION)
    return preposition is not None and preposition.entry.feature("side") == "adjunct"


def is_enemy(force: Force) -> bool:
    """'They returned in 2014 to fight the group': an armed group that stands apart from the verb."""
    return force.kind == "group" and is_local(force.key, "")


def force_before(scene: Scene, found: Found, reading: Reading, reach: int = LEFT_REACH) -> Force | None:
    """Return the force before a trigger in its clause, if it may be its subject."""
    at = reading.mark.first
    left, _ = scene.clause(at)
    at = (
        before_aside(scene, at)
        if reading.mark.proclitic in _ALONE and reading.tense is not Tense.NOUN
        else at
    )
    left = max(left, at - (reach + _PLURAL if _follows_subject(reading) else reach))
    for force in _subjects(scene, found, reading):
        if not (left <= force.first and force.last <= at) or _is_oblique(scene, force):
            continue
        if force.kind == COMMAND or _disagrees(scene, force, reading):
            continue
        if any(scene.is_comma(index) for index in range(force.last, at)):
            return None
        return unblocked(scene, force)
    return None


def _subjects(scene: Scene, found: Found, reading: Reading) -> list[Force]:
    """'460 soldiers of the battalion that guards the mission have left': a battalion is no 'they'.

    The nearest come first.
    """
    able = list(reversed(found.forces))
    if not _follows_subject(reading) or reading.mark.entry.feature("frame") == "count":
        return able
    return [force for force in able if not _is_one(scene, force)] or able


def _disagrees(scene: Scene, force: Force, reading: Reading) -> bool:
    """'The proposal to move the forces did not reach him': before a masculine singular stands no plural.

    'The soldiers were the last who left': behind 'who' it agrees with nobody.
    """
    if reading.mark.first > scene.first and scene.tokens[reading.mark.first - 1].norm == "من":
        return False
    form = reading.mark.inflection
    if form.form not in ("past", "present", "jussive") or (form.gender, form.number) != ("m", "s"):
        return False
    if reading.mark.entry.feature("frame") != "subject" or scene.count_at(force.first):
        return False
    heads = [mark for mark in scene.marks.get(force.first, ()) if mark.role is Role.FORCE]
    return bool(heads) and all(mark.inflection.number == "p" for mark in heads)


def _is_one(scene: Scene, force: Force) -> bool:
    """Whether a force is named by a noun in the singular, and not by how many they are."""
    heads = [mark for mark in scene.marks.get(force.first, ()) if mark.role is Role.FORCE]
    return bool(heads) and all(mark.inflection.number == "s" for mark in heads)


def force_before_plural(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """Return the subject of a verb in the plural, which stands before it: 'most of the men had moved to'."""
    return force_before(scene, found, reading) if _follows_subject(reading) else None


def actors_after(scene: Scene, first: int, reach: int) -> Iterator[Mark]:
    """Yield the states and alliances after a token, up to the next preposition."""
    for index in range(first, min(scene.last, first + reach)):
        mark = scene.mark(index, Role.NATIONALITY, Role.PLACE, Role.GROUP)
        if mark and owner(mark) and not mark.entry.feature("weak"):
            yield mark
        elif scene.mark(index, Role.PREPOSITION):
            return


def owner(mark: Mark) -> str:
    """Return whose forces an actor's mark speaks of."""
    return str(mark.entry.feature("key") if mark.role is not Role.PLACE else mark.entry.feature("actor"))


def stops(scene: Scene, index: int, *, noun: bool) -> bool:
    """Whether a trigger's phrase ends at a token; a verb's may hold prepositions before its object."""
    if scene.is_break(index) or scene.is_comma(index) or scene.operator(index, "that", "which"):
        return True
    preposition = scene.mark(index, Role.PREPOSITION)
    if preposition is None:
        return False
    return noun and not _is_partitive(scene, index, preposition)


def _blocks_object(scene: Scene, index: int, *, noun: bool) -> bool:
    """Whether a token stands where the force should; a government after its verb only acts."""
    mark = scene.mark(index, Role.BLOCKER)
    if mark is None:
        return False
    agent = not noun and mark.entry.feature("block") == "politics"
    return blocks(scene, index) and not agent


def harms(scene: Scene, index: int) -> bool:
    """Whether a token speaks of the dead, of prisoners or of an exercise."""
    if Role.BLOCKER not in scene.roles:
        return False
    blockers = (mark for mark in scene.marks.get(index, ()) if mark.role is Role.BLOCKER)
    harm = any(mark.entry.feature("block") in _HARM for mark in blockers)
    return harm and not is_for(scene, index)


def blocks(scene: Scene, index: int) -> bool:
    """Whether a token names what is no force: an ambassador, a team, a price."""
    return scene.mark(index, Role.BLOCKER) is not None and not scene.mark(index, Role.FORCE, Role.QUANTIFIER)


def _is_partitive(scene: Scene, index: int, preposition: Mark) -> bool:
    """'One thousand of its soldiers', 'the larger part of its forces': a part is no other place."""
    before = range(index - 3, index)
    counted = any(scene.count_at(i) or scene.mark(i, Role.QUANTIFIER) for i in before)
    if preposition.entry.feature("side") != "from" or not (
        counted or scene.names(before, Role.FORCE, Role.TRIGGER)
    ):
        return False
    heads = (scene.mark(i, Role.FORCE) for i in range(index + 1, min(index + 4, scene.last)))
    head = next((mark for mark in heads if mark), None)
    # 'Germany withdraws from the mission': whoever leaves one is no part of it, unless counted.
    return head is not None and (counted or head.entry.feature("kind") != "mission")


def _is_subject(reading: Reading, force: Force) -> bool:
    """'The European Union sent', 'the Turks reinforced': an alliance or a people after the verb acts."""
    frame = reading.mark.entry.feature("frame")
    return (force.kind == "group" and frame in ("object", "size", "stay")) or (
        force.kind == "people" and frame == "size" and force.first == reading.mark.last
    )


def _is_indirect(scene: Scene, reading: Reading, force: Force) -> bool:
    """'Returned the base to the army': what follows a preposition is not what is sent or withdrawn."""
    if reading.mark.entry.feature("frame") not in _PLAIN or force.first <= reading.mark.last:
        return False
    if reading.tense is not Tense.NOUN and (_is_given(scene, force) or _decides(scene, force)):
        return True
    counted = scene.count_at(force.first)
    if counted and counted.quantity.comparator in (">", "<", "~"):
        return False  # the preposition of 'no less than', of 'about'
    preposition = preposition_before(scene, force.first)
    if preposition and preposition.entry.feature("exceed") and counted:
        return False
    return preposition is not None and not _is_partitive(scene, force.first - 1, preposition)


def _decides(scene: Scene, force: Force) -> bool:
    """'They will leave under a decision of the Council': who decides does not leave."""
    decision = scene.operator(force.first - 1, "plan", "demand") if force.kind == "group" else None
    return decision is not None and decision.inflection.form in ("noun", "masdar")


def _is_given(scene: Scene, force: Force) -> bool:
    """'They returned after its handing over to the Saudi forces': spelt with the preposition."""
    heads = [mark for mark in scene.marks.get(force.first, ()) if mark.role in (Role.FORCE, Role.GROUP)]
    return bool(heads) and all(carries_li(mark) for mark in heads)


def unblocked(scene: Scene, force: Force) -> Force | None:
    """Return the force unless the words beside it speak of the dead, of prisoners or of an exercise."""
    before = range(max(scene.first, force.first - 2), force.last)
    behind = takewhile(
        lambda index: not _is_aftermath(scene, index), range(force.last, min(scene.last, force.last + 2))
    )
    return None if any(harms(scene, index) for index in (*before, *behind)) else force


def _is_aftermath(scene: Scene, index: int) -> bool:
    """'Withdrew its battalion after the killing of ten': what stands behind 'after' is another event."""
    preposition = scene.mark(index, Role.PREPOSITION)
    return preposition is not None and preposition.entry.feature("side") == "adjunct"


def _is_oblique(scene: Scene, force: Force) -> bool:
    """Whether a force before the trigger is only the object of a preposition of circumstance."""
    preposition = preposition_before(scene, force.first)
    return preposition is not None and preposition.entry.feature("side") in ("adjunct", "in")


def preposition_before(scene: Scene, index: int) -> Mark | None:
    """Return the preposition that ends right before a token; some are of two words ('in the frame of')."""
    for at in (index - 1, index - 2):
        mark = scene.mark(at, Role.PREPOSITION) if at >= scene.first else None
        if mark and mark.last == index:
            return mark
    return None
