"""Find the noun phrases that name a force: whose it is, of what kind, and whether it is the host's own."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drawdown_cli.arabic.letters import ALEF, LAM, WAW
from drawdown_cli.extract.changes.civilians import describes, points_at_civilians
from drawdown_cli.extract.changes.compatriots import compatriots
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.modifiers import Modifiers, name_behind
from drawdown_cli.extract.changes.numbers import whole_of
from drawdown_cli.extract.changes.origins import origin_behind
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.models import TokenKind
from drawdown_cli.nations import group_of

COMMAND = "command"
"""The kind of a force that only tells who commands: 'the commander of the forces' is a man."""

_NAMING = (Role.FORCE, Role.GROUP, Role.NATIONALITY)
_ALLIED = frozenset({"un", "coalition"})
_SENT_REACH, _RESCUE_REACH, _STRENGTH_REACH = 4, 4, 4
_NATIONAL = "national"
_UNITED = frozenset({"", "UN", "African Union", "European Union", "International", "NATO"})
"""Whose missions are named after their long names: 'the UN mission in Mali (MINUSMA)'."""


@dataclass(frozen=True, slots=True)
class Force:
    """A force as named at tokens `first` to `last` (exclusive).

    `key` is its name in the lexicon, empty where the words leave it open; `kind` is troops, presence,
    people, mission, mercenaries or peacekeepers; `owned` says that a pronoun points at its owner.
    """

    first: int
    last: int
    key: str
    kind: str
    combat: bool
    owned: bool
    joined: bool
    bare_army: bool
    firm: bool


def find_forces(scene: Scene) -> list[Force]:
    """Return the forces that a sentence names, in order."""
    forces: list[Force] = []
    covered = scene.first
    for mark in scene.all_marks(*_NAMING):
        index = mark.first
        if index < covered:
            continue
        force = _headed(scene, index, told=bool(forces)) or _group(scene, index) or _people(scene, index)
        if force:
            long_named = force.key in _UNITED or force.kind == "mission"
            name = _name(scene, force) if long_named else None
            if name:
                last = name.last if force.kind == "mission" else force.last
                force = replace(force, key=str(name.entry.feature("key")), last=last)
            forces.append(force)
            covered = force.last
    return forces


def _name(scene: Scene, force: Force) -> Mark | None:
    return name_behind(scene, force.last, mission=force.kind == "mission")


def _headed(scene: Scene, index: int, *, told: bool) -> Force | None:
    head = scene.mark(index, Role.FORCE)
    if head is None:
        return None
    if head.entry.feature("part"):
        return None if points_at_civilians(scene, index, men=True) else _part(scene, head)
    parts = Modifiers(scene, head)
    named = scene.mark(index, Role.GROUP)
    parts.key = parts.key or (str(named.entry.feature("key")) if named else "")
    plural = head.inflection.number in ("p", "d") or scene.count_at(index) is not None
    counted = _is_counted(scene, index)
    singular = head.entry.feature("singular")
    kind = head.entry.feature("kind")
    known = (told or bool(scene.memory.force or scene.memory.actor)) and head.definite
    weak = bool(head.entry.feature("weak")) or (singular == "weak" and not plural and not known)
    weak = weak and not (kind == "mission" and head.definite and has_council(scene))
    supported = bool(parts.key or parts.military or parts.combat) or _is_sent(scene, head)
    soldiers = _strength(scene, head) if weak and not supported else None
    if soldiers:
        nation = scene.mark(soldiers.last + 1, Role.NATIONALITY)
        supported, parts.key = True, str(nation.entry.feature("key")) if nation else ""
    if weak and not (
        supported or (counted and kind == "troops") or (head.inflection.suffix and kind != "mission")
    ):
        return None
    if singular == "counted" and not (plural or counted or _is_told_apart(scene, index)):
        return None  # one French trainer, one American soldier: a man, no force
    theirs = weak and not supported and bool(head.inflection.suffix) and points_at_civilians(scene, index)
    if theirs or _is_of_rescue(scene, head.last):
        return None
    owned = bool(head.inflection.suffix) or parts.owned
    if index > scene.first and scene.mark(index - 1, Role.TITLE):
        kind = COMMAND
    first = _with_count(scene, index)
    origin = None if parts.key or kind == "mission" else origin_behind(scene, head, first, parts.last)
    return Force(
        first,
        origin.last if origin else parts.last,
        origin.key if origin else parts.key,
        "troops" if kind == "army" else kind,
        parts.combat,
        owned,
        _is_joined(head) or (first > scene.first and scene.tokens[first - 1].norm == WAW),
        (head.entry.feature("kind") == "army" or parts.army) and not parts.key and not owned,
        not weak or supported,
    )


def _is_sent(scene: Scene, head: Mark) -> bool:
    """'Sent the 82nd Division', 'sent a brigade to': a formation as the object of a verb that moves."""
    formation = head.entry.feature("formation")
    if not formation or not any(_is_moved(scene, at) for at in range(head.first - _SENT_REACH, head.first)):
        return False
    if head.definite:
        return head.last < scene.last and scene.tokens[head.last].kind is TokenKind.NUMBER
    if formation != "bare" or head.last >= scene.last:
        return False
    return bool(scene.mark(head.last, Role.PREPOSITION) or scene.operator(head.last, "part-of"))


def _strength(scene: Scene, head: Mark) -> Counted | None:
    """'A first batch 120 soldiers strong': the number of soldiers that it counts."""
    for index in range(head.last, min(scene.last - 1, head.last + _STRENGTH_REACH)):
        strength = scene.mark(index, Role.TRIGGER)
        if strength and strength.inflection.suffix and strength.entry.feature("frame") == "count":
            counted = scene.count_at(index + 1)
            return counted if counted and counted.quantity.unit == "troops" else None
    return None


def _is_moved(scene: Scene, index: int) -> bool:
    marks = scene.marks.get(index, ()) if index >= scene.first else ()
    return any(mark.role is Role.TRIGGER and mark.entry.feature("frame") == "object" for mark in marks)


def _part(scene: Scene, head: Mark) -> Force | None:
    """'5,600 of them', 'of them about 3,000': a part of the force last spoken of, with its number."""
    near = range(max(scene.first, head.first - 1), min(scene.last, head.last + 2))
    numbered = any(scene.count_at(index) for index in near)
    first = _with_count(scene, head.first)
    return Force(first, head.last, "", "troops", False, False, False, False, True) if numbered else None


def has_council(scene: Scene) -> bool:
    """Whether the United Nations are named, or were just spoken of, so that 'the mission' is theirs."""
    named = (mark.entry.feature("group") for mark in scene.all_marks(Role.GROUP))
    return "un" in named or "un" in (group_of(scene.memory.force), group_of(scene.memory.mission))


def has_alliance(scene: Scene) -> bool:
    """Whether an alliance or the United Nations are named, so that 'its mandate' is that of a mission."""
    named = (mark.entry.feature("group") for mark in scene.all_marks(Role.GROUP))
    return any(kind in _ALLIED for kind in named) or group_of(scene.memory.force) in _ALLIED


def _is_told_apart(scene: Scene, index: int) -> bool:
    """'The last soldier', 'not one soldier': one that stands for all."""
    if scene.count_at(index + 1) or (index > scene.first and scene.mark(index - 1, Role.QUANTIFIER)):
        return True
    # 'No longer any' is one phrase.
    before = range(max(scene.first, index - 4), index - 1)
    return any(mark.last == index for at in before if (mark := scene.mark(at, Role.TRIGGER)))


def _is_of_rescue(scene: Scene, index: int) -> bool:
    """Whether one of the words behind a head speaks of rescue."""
    rescue = (mark for mark in scene.all_marks(Role.BLOCKER) if mark.entry.feature("block") == "rescue")
    return any(index <= mark.first < index + _RESCUE_REACH for mark in rescue)


def _is_joined(mark: Mark) -> bool:
    return mark.proclitic.startswith(WAW)


def _is_counted(scene: Scene, index: int) -> bool:
    return _with_count(scene, index) < index or scene.count_at(index) is not None


def _with_count(scene: Scene, index: int) -> int:
    """Return where the phrase of a head begins: at its number, also in 'one hundred of its trainers'."""
    for at in (index, index - 1, index - 2):
        if at < scene.first:
            break
        counted = scene.count_at(at)
        if counted:
            return min(_with_part(scene, counted.first), index)
        preposition = scene.mark(at, Role.PREPOSITION)
        if at < index and (preposition is None or preposition.entry.feature("side") != "from"):
            break
    return index


def _with_part(scene: Scene, index: int) -> int:
    """'90 out of 120 soldiers': the phrase begins at the number of the part."""
    part = scene.count_at(index - 3) if index - 3 >= scene.first else None
    return part.first if part and whole_of(scene, part) else index


def _group(scene: Scene, index: int) -> Force | None:
    mark = scene.mark(index, Role.GROUP)
    if mark is None:
        return None
    firm = mark.entry.feature("group") != _NATIONAL
    return Force(
        _with_count(scene, index), mark.last, mark.entry.feature("key"), "group", False, False,
        _is_joined(mark), False, firm,
    )  # fmt: skip


def _people(scene: Scene, index: int) -> Force | None:
    """'The Americans': a nationality in the sound masculine plural, standing for the soldiers."""
    mark = scene.mark(index, Role.NATIONALITY)
    first = _with_count(scene, index) if mark and index > scene.first else index
    counted = scene.count_at(first) if first < index else None
    if mark and counted and compatriots(scene, counted) is mark:
        return Force(first, mark.last, mark.entry.feature("key"), "troops", False, False, False, False, True)
    if (
        mark is None
        or mark.entry.feature("weak")
        or not scene.tokens[index].norm.lstrip(WAW).startswith(ALEF + LAM)
    ):
        return None
    plural = mark.inflection.number == "p" and mark.inflection.gender == "m"
    people = mark.entry.feature("people") and mark.inflection.number == "s"
    if mark.inflection.suffix or not (plural or people) or describes(scene, index):
        return None
    return Force(
        index, mark.last, mark.entry.feature("key"), "people", False, False,
        _is_joined(mark), False, False,
    )  # fmt: skip
