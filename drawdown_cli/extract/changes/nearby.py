"""Find the force, or the state that stands for it, beside a trigger."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from drawdown_cli.arabic.letters import ALEF, HEH, LAM
from drawdown_cli.extract.changes.forces import COMMAND, Force, owner_of
from drawdown_cli.extract.changes.losses import is_for
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found
from drawdown_cli.nations import is_local

VERB_REACH, LEFT_REACH = 12, 14
_NOUN_REACH = 7
_PARTICLES = 2
_PLAIN = frozenset({"subject", "object", "size"})
"""Frames whose force follows without a preposition."""

_HARM = frozenset({"casualty", "captive", "exercise", "reserve"})


def force_after(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """Return the force right after a trigger, unless another object stands before it."""
    at = reading.mark.last
    if _follows_subject(reading):
        return None
    noun = reading.tense in (Tense.NOUN, Tense.PARTICIPLE)
    blocked = False
    for index in range(at, min(scene.last, at + (_NOUN_REACH if noun else VERB_REACH))):
        force = next((f for f in found.forces if f.first <= index < f.last and f.first >= at), None)
        if force and not noun and _is_subject(reading, force):
            continue
        if not noun and (_is_verb(scene, index) or (force and index > at and _is_enemy(force))):
            return None
        if force and (force.kind == COMMAND or _is_indirect(scene, reading, force)):
            return None
        if force:
            return None if blocked and not force.joined else unblocked(scene, force)
        if stops(scene, index, noun=noun) or (not noun and _is_other_event(scene, index)):
            return None
        # 'A plane that carries the soldiers': what carries them blocks nothing.
        blocked = (blocked or _blocks_object(scene, index, noun=noun)) and not scene.operator(index, "carry")
    return None


def _follows_subject(reading: Reading) -> bool:
    """'80 soldiers will stay in the camp to train the Malians': a plural verb has its subject before."""
    form, frame = reading.mark.inflection, reading.mark.entry.feature("frame")
    plural = form.form in ("past", "present", "jussive") and (form.gender, form.number) == ("m", "p")
    return plural and frame in ("subject", "stay", "count")


def _is_verb(scene: Scene, index: int) -> bool:
    """Whether another trigger stands here as a verb: what follows is its own."""
    mark = scene.mark(index, Role.TRIGGER)
    return mark is not None and mark.inflection.form in ("past", "present") and mark.proclitic != LAM


def _is_other_event(scene: Scene, index: int) -> bool:
    """'Violence returned after the withdrawal of the forces': behind 'after' stands an event of its own."""
    mark = scene.mark(index, Role.TRIGGER)
    if mark is None or mark.inflection.form not in ("masdar", "noun"):
        return False
    preposition = scene.mark(index - 1, Role.PREPOSITION)
    return preposition is not None and preposition.entry.feature("side") == "adjunct"


def _is_enemy(force: Force) -> bool:
    """'They returned in 2014 to fight the group': an armed group that stands apart from the verb."""
    return force.kind == "group" and is_local(force.key, "")


def force_before(scene: Scene, found: Found, reading: Reading, reach: int = LEFT_REACH) -> Force | None:
    """Return the force before a trigger in its clause, if it may be its subject."""
    at = reading.mark.first
    left, _ = scene.clause(at)
    left = max(left, at - reach)
    for force in reversed(found.forces):
        if not (left <= force.first and force.last <= at) or _is_oblique(scene, force):
            continue
        if force.kind == COMMAND:
            continue
        if any(scene.is_comma(index) for index in range(force.last, at)):
            return None
        return unblocked(scene, force)
    return None


def force_meant(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """Return the force that a pronoun, or a verb without a subject, points back at.

    The last one of the sentence, else the one that the sentences before were about; a masculine singular
    ('he left') points at a person.
    """
    pronoun = reading.mark.inflection.suffix
    if pronoun and _leaves_it(reading):
        return force_spoken_of(scene, found, reading.mark.first)
    if not pronoun and reading.tense is not Tense.NOUN:
        pronoun = _part_of_them(scene, reading.mark.last)
    if is_phased(scene, reading) and (pronoun or reading.mark.definite):
        return force_spoken_of(scene, found, reading.mark.first)
    if pronoun == HEH and not _is_of_army(scene, found, reading):
        return None
    if not (pronoun or _is_without_subject(scene, reading) or _agrees_with(found, reading)):
        return None
    return force_spoken_of(scene, found, reading.mark.first)


def _agrees_with(found: Found, reading: Reading) -> bool:
    """'... then they left for good': a verb in the plural has its subject before it, here a force."""
    form = reading.mark.inflection
    plural = form.form in ("past", "present", "jussive") and (form.gender, form.number) == ("m", "p")
    return plural and any(f.last <= reading.mark.first and f.kind == "troops" for f in found.forces)


def _is_of_army(scene: Scene, found: Found, reading: Reading) -> bool:
    """'The Red Army entered; its withdrawal began': an army is a masculine, as a man is."""
    if reading.tense is not Tense.NOUN:
        return False
    before = [f for f in found.forces if f.last <= reading.mark.first]
    heads = scene.marks.get(before[-1].first, ()) if before else ()
    return any(
        mark.role in (Role.FORCE, Role.GROUP)
        and (mark.inflection.gender, mark.inflection.number) == ("m", "s")
        for mark in heads
    )


def is_phased(scene: Scene, reading: Reading) -> bool:
    """'The withdrawal began in May', 'its withdrawal ended on Sunday': a phase and a date beside it."""
    if reading.tense is not Tense.NOUN:
        return False
    at, last = reading.mark.first, reading.mark.last
    before = range(max(scene.first, at - _PARTICLES), at)
    after = range(last, min(scene.last, last + _PARTICLES))
    phases = [
        index
        for index in (*before, *after)
        if (phase := scene.operator(index, "begin", "complete")) and phase.inflection.form == "past"
    ]
    if not phases:
        return False
    end = max(last, phases[-1] + 1)
    return any(dated.first <= end + 1 and dated.last > end for dated in scene.dated if dated.first >= end)


def _leaves_it(reading: Reading) -> bool:
    """'They left it in 1984': the pronoun is the place, the subject the forces; 'he left it' is a man."""
    form = reading.mark.inflection
    verb = form.form in ("past", "present", "jussive") and (form.gender, form.number) != ("m", "s")
    return verb and reading.mark.entry.feature("frame") == "subject"


def force_spoken_of(scene: Scene, found: Found, at: int) -> Force | None:
    """Return the last force before a token of the sentence, else the one the text was about."""
    before = [f for f in found.forces if f.last <= at and f.kind != "people" and not _is_enemy(f)]
    before = [f for f in before if f.kind != "presence"] or [f for f in before if f.key]
    if before:
        return unblocked(scene, before[-1])
    known = scene.memory.force or _acts_again(scene, at)
    return Force(at, at, "", "troops", False, True, False, False, False) if known else None


def _acts_again(scene: Scene, at: int) -> str:
    """'Israel ended the occupation, after it had withdrawn in 1985': the state that acted before."""
    before = range(max(scene.first, at - _PARTICLES), at)
    goes_back = any(scene.operator(index, "past", "perfect") for index in before)
    verb = scene.mark(at, Role.TRIGGER)
    if not goes_back or verb is None or verb.inflection.form not in ("past", "present"):
        return ""
    return owner_of(scene, at, scene.memory.country)


def _part_of_them(scene: Scene, index: int) -> str:
    """'The last of them left': the pronoun of a part that stands where the subject does."""
    part = scene.mark(index, Role.QUANTIFIER) if index < scene.last else None
    return part.inflection.suffix if part and not part.entry.feature("size") else ""


def _is_without_subject(scene: Scene, reading: Reading) -> bool:
    form = reading.mark.inflection
    if reading.tense is Tense.NOUN:
        able = bool(reading.mark.entry.feature("actor")) and not _has_genitive(scene, reading)
        return able and (not reading.mark.definite or _is_planned(scene, reading.mark.last))
    if (form.gender, form.number) == ("m", "s") or form.number == "d" or reading.mark.last >= scene.last:
        return False  # a man, or two of something
    at = reading.mark.last
    of_it = scene.mark(at, Role.FORCE)
    if of_it and of_it.entry.feature("part") and not scene.count_at(at + 1):
        return True  # 'came out of it'
    if scene.mark(at, Role.PREPOSITION) and at + 1 < scene.last:
        at += 1
    elif scene.mark(at, Role.PLACE) and reading.mark.entry.feature("actor"):
        return False  # 'Israel withdrew': a place right behind such a verb acts
    located = scene.mark(at, Role.PLACE, Role.BASE_NOUN, Role.BASE, Role.HERE, Role.AREA, Role.FORCE_KIND)
    located = located or scene.mark(at, Role.HOME)
    return bool(located or scene.operator(at, "thereto") or scene.date_at(at))


def _has_genitive(scene: Scene, reading: Reading) -> bool:
    """'The departure of the president': a noun with the article right behind one without it is who leaves."""
    at = reading.mark.last
    if at >= scene.last or reading.mark.definite or scene.date_at(at):
        return False
    return scene.tokens[at].norm.startswith(ALEF + LAM) and not scene.mark(
        at, Role.PREPOSITION, Role.PLACE, Role.HERE
    )


def _is_planned(scene: Scene, index: int) -> bool:
    """'The withdrawal scheduled': a participle of a plan right behind a noun that names no force."""
    return index < scene.last and scene.operator(index, "plan") is not None


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
    agent = mark is not None and not noun and mark.entry.feature("block") == "politics"
    return blocks(scene, index) and not agent


def harms(scene: Scene, index: int) -> bool:
    """Whether a token speaks of the dead, of prisoners or of an exercise."""
    marks = scene.marks.get(index, ())
    if is_for(scene, index):
        return False
    return any(mark.role is Role.BLOCKER and mark.entry.feature("block") in _HARM for mark in marks)


def blocks(scene: Scene, index: int) -> bool:
    """Whether a token names what is no force: an ambassador, a team, a price."""
    return scene.mark(index, Role.BLOCKER) is not None and not scene.mark(index, Role.FORCE, Role.QUANTIFIER)


def _is_partitive(scene: Scene, index: int, preposition: Mark) -> bool:
    """'One thousand of its soldiers', 'the larger part of its forces': a part is no other place."""
    before = range(index - 3, index)
    return (
        preposition.entry.feature("side") == "from"
        and any(scene.count_at(i) or scene.mark(i, Role.QUANTIFIER, Role.FORCE, Role.TRIGGER) for i in before)
        and any(scene.mark(i, Role.FORCE) for i in range(index + 1, min(index + 4, scene.last)))
    )


def _is_subject(reading: Reading, force: Force) -> bool:
    """'The European Union sent', 'NATO withdrew': an alliance after a transitive verb acts."""
    return force.kind == "group" and reading.mark.entry.feature("frame") in ("object", "size", "stay")


def _is_indirect(scene: Scene, reading: Reading, force: Force) -> bool:
    """'Returned the base to the army': what follows a preposition is not what is sent or withdrawn."""
    if reading.mark.entry.feature("frame") not in _PLAIN or force.first <= reading.mark.last:
        return False
    counted = scene.count_at(force.first)
    if counted and counted.quantity.comparator in (">", "<", "~"):
        return False  # the preposition of 'no less than', of 'about'
    preposition = scene.mark(force.first - 1, Role.PREPOSITION)
    if preposition and preposition.entry.feature("exceed") and counted:
        return False
    return preposition is not None and not _is_partitive(scene, force.first - 1, preposition)


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
    before = force.first - 1
    preposition = scene.mark(before, Role.PREPOSITION) if before >= scene.first else None
    return preposition is not None and preposition.entry.feature("side") in ("adjunct", "in")
