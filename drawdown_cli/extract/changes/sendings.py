"""Frames of sending and withdrawing: a state or an army, and the forces that it moves."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.meant import force_meant, force_spoken_of
from drawdown_cli.extract.changes.nearby import actors_after, blocks, force_after, force_before
from drawdown_cli.extract.changes.numbers import TROOP_UNITS, may_count_troops, whole_of
from drawdown_cli.extract.changes.owners import owner_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.extract.changes.slots import Found, Slots, with_force, with_meant
from drawdown_cli.models import Category, TokenKind

_WIDE, _PART_REACH, _OBJECT_REACH = 8, 4, 5


def moved(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'France withdrew its forces', 'the withdrawal of 2,000 soldiers': the force is the object."""
    force = force_after(scene, found, reading)
    if force and _gives_base(scene, reading, force):
        return None
    # 'The Italians deployed 1,100 men': a people acts, and is never sent.
    if force and (force.kind == "people" or _is_agent(scene, reading, force)):
        force = _object_after(scene, found, force)
    if force is None and (_moves_base(scene, reading) or _takes_others(scene, reading)):
        return None
    if force is None and (reading.mark.inflection.suffix or _may_be_passive(scene, reading)):
        force = force_before(scene, found, reading)
    if force is None and (reading.mark.inflection.suffix or _has_part(scene, reading)):
        force = force_meant(scene, found, reading)
        return with_meant(reading, force) if force else None
    if force is None:
        slots = _numbered(scene, reading)
        if slots:
            return slots
    if force is None and _takes_part(scene, reading):
        force = force_spoken_of(scene, found, reading.mark.first)
        return with_meant(reading, force) if force else None
    return with_force(reading, force) if force and force.kind not in ("people", "presence") else None


def _numbered(scene: Scene, reading: Reading) -> Slots | None:
    """'Washington proposed the withdrawal of 12,000 out of 37,000': a bare number, and whose it is before."""
    counted = scene.count_at(reading.mark.last) if reading.tense is Tense.NOUN else None
    if counted is None or not may_count_troops(scene, counted) or whole_of(scene, counted) is None:
        return None
    whose = owner_of(scene, reading.mark.first, scene.memory.country, remember=False) or scene.memory.force
    return Slots(reading.mark.first, counted.last, owner=whose, counted=counted) if whose else None


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
    counted = _count_from(scene, index)
    if counted:
        return counted.quantity.unit not in TROOP_UNITS
    known = scene.mark(index, Role.PREPOSITION, Role.QUANTIFIER, Role.HOME)
    return scene.tokens[index].kind is TokenKind.WORD and not known


def _count_from(scene: Scene, index: int) -> Counted | None:
    """The number at a token, or behind what bounds it: 'more than 200'."""
    bound = scene.mark(index, Role.QUANTIFIER)
    return scene.count_at(index) or (scene.count_at(bound.last) if bound else None)


def _takes_others(scene: Scene, reading: Reading) -> bool:
    """'The soldiers evacuated 2,000 persons': the object of a finite verb is no force."""
    at = reading.mark.last
    if reading.tense is Tense.NOUN or Role.BLOCKER not in scene.roles or at >= scene.last:
        return False
    bound, counted = scene.mark(at, Role.QUANTIFIER), _count_from(scene, at)
    taken = counted.last if counted else bound.last if bound else at
    thing = scene.mark(taken, Role.BLOCKER) if taken < scene.last and blocks(scene, taken) else None
    # 'Were moved by helicopters'
    return thing is not None and not thing.proclitic.removesuffix(ALEF + LAM)


def _may_be_passive(scene: Scene, reading: Reading) -> bool:
    """A transitive verb without an object after it: 'the forces will be withdrawn', 'which France sent'.

    'If Seoul does not pay': a verb in the present with its subject behind it is none.
    """
    at = reading.mark.last
    pays = reading.negated and next(actors_after(scene, at, 1), None) is not None
    return reading.tense in (Tense.PAST, Tense.PRESENT, Tense.FUTURE) and not pays
