"""Find the noun phrases that name a military mission, and of which kind it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from drawdown_cli.arabic.letters import ALEF, BEH, HEH, MEEM, TEH, TEH_MARBUTA, YEH
from drawdown_cli.extract.changes.forces import Force, has_alliance, has_council
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.modifiers import QUOTES
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import TokenKind
from drawdown_cli.nations import ARMED, group_of

_REACH, _LEAST_NAME = 8, 5
_MILITARY_KINDS = frozenset(
    {"combat", "military", "advisory", "training", "peacekeeping", "stabilization", "counter-terrorism"}
)

_OF_NATION = (False, False, False, False, False)
_OF_STATE = (False, False, False, False, True)


@dataclass(frozen=True, slots=True)
class Mission:
    """A mission as named at tokens `first` to `last` (exclusive).

    `kinds` are its kinds (combat, advisory ...) or the operation's name; `force` is whose it is; `military`
    says that the words leave no doubt that soldiers do it, `firm` that it is a duty that can change hands.
    """

    first: int
    last: int
    kinds: tuple[str, ...]
    force: Force | None
    military: bool
    owned: bool
    firm: bool
    tenant: str
    duty: bool = False


def find_missions(scene: Scene, forces: list[Force]) -> list[Mission]:
    """Return the missions that a sentence names, in order."""
    missions: list[Mission] = []
    covered = scene.first
    for mark in scene.all_marks(Role.MISSION, Role.OPERATION, Role.GROUP):
        if mark.first < covered:
            continue
        mission = _named(mark, forces) if mark.role is Role.GROUP else _mission(scene, mark, forces)
        if mission:
            missions.append(mission)
            covered = mission.last
    return missions


def kinds_between(scene: Scene, first: int, last: int) -> tuple[str, ...]:
    """Return the kinds of mission that stand between two tokens."""
    return tuple(
        dict.fromkeys(
            str(mark.entry.feature("key"))
            for index in range(first, last)
            for mark in scene.marks.get(index, ())
            if mark.role in (Role.MISSION_KIND, Role.OPERATION) and mark.entry.feature("key") != "military"
        )
    )


def _named(mark: Mark, forces: list[Force]) -> Mission | None:
    """A mission of the United Nations or of an alliance by its own name: UNIFIL, MINUSMA."""
    if not mark.entry.feature("mission"):
        return None
    force = next((force for force in forces if force.first <= mark.first < force.last), None)
    return Mission(mark.first, mark.last, (), force, True, False, False, "") if force else None


def _mission(scene: Scene, head: Mark, forces: list[Force]) -> Mission | None:
    if head.inflection.suffix == YEH or _is_of_moving(scene, head):
        return None  # 'operational' is spelt like 'my operations'
    kinds: list[str] = []
    force = next(
        (f for f in forces if f.first <= head.first < f.last and f.kind == "mission" and f.key), None
    )
    last = max(head.last, force.last if force else 0)
    operation = head.role is Role.OPERATION
    if operation:
        kinds.append(head.entry.feature("key"))
    council = has_council(scene) and (head.definite or not head.entry.feature("weak"))
    quoted = head.last < scene.last and scene.tokens[head.last].text in QUOTES
    quoted = quoted and not head.entry.feature("weak")
    titled = _is_named(scene, head)
    military = operation or quoted or titled or force is not None or bool(head.entry.feature("firm"))
    tenant = str(head.entry.feature("tenant"))
    trained = False
    for index in _phrase(scene, head):
        mark = scene.mark(index, Role.MISSION_KIND, Role.OPERATION)
        if mark:
            kinds.append(mark.entry.feature("key"))
            military |= mark.role is Role.OPERATION or _is_military(head, kinds[-1])
            tenant = tenant or mark.entry.feature("tenant")
            # Whoever a mission trains or supports does not own it.
            trained |= mark.inflection.form == "noun"
            last = mark.last
        if trained:
            continue
        named = next((f for f in forces if f.first == index and not f.joined), None)
        if named and force is None and _may_own(named):
            force, last = named, max(last, named.last)
            military |= named.kind != "people"
    nation = None if force else _nations(scene, head, last)
    if nation:
        force, last, military = nation, max(last, nation.last), military or nation.firm
    owned = bool(head.inflection.suffix)
    # 'A support mission was given to the American forces.'
    military |= bool(kinds) and any(each.firm and each.kind == "troops" for each in forces)
    # 'Its mandate' is a president's as well as a mission's.
    if _is_civil(scene, head) or (owned and not military and _is_of_embassy(scene, head)):
        return None
    of_mission = has_alliance(scene) or any(each.kind == "mission" for each in forces)
    owned_well = owned and (not head.entry.feature("weak") or of_mission)
    known = owned_well or _is_spoken_of(scene, head)
    if not (military or (council and (head.definite or kinds)) or known):
        return None
    firm = bool(head.entry.feature("firm"))
    return Mission(
        head.first,
        last,
        tuple(k for k in kinds if k != "military"),
        force,
        military,
        owned,
        firm,
        tenant,
        bool(head.entry.feature("duty")),
    )


def _is_of_moving(scene: Scene, head: Mark) -> bool:
    """'The operation of withdrawing the forces': a move, and no mission."""
    if head.definite or head.last >= scene.last:
        return False
    return any(
        mark.role is Role.TRIGGER
        and mark.entry.feature("frame") in ("subject", "object", "base")
        and mark.inflection.form == "masdar"
        and not mark.proclitic
        for mark in scene.marks.get(head.last, ())
    )


def _nations(scene: Scene, head: Mark, last: int) -> Force | None:
    """'A European mission to train', 'Spain's mission in Afghanistan': whose it is, right behind its noun."""
    at = head.last
    if at >= scene.last or head.inflection.suffix or head.entry.feature("weak"):
        return None
    nation, state = scene.mark(at, Role.NATIONALITY), scene.mark(at, Role.PLACE)
    if nation and last > at + 1:
        return Force(at, nation.last, str(nation.entry.feature("key")), "mission", *_OF_NATION)
    actor = str(state.entry.feature("actor")) if state and not state.proclitic else ""
    if not actor or state is None or state.last + 1 >= scene.last:
        return None
    inside = scene.mark(state.last, Role.PREPOSITION)
    abroad = scene.mark(state.last + 1, Role.PLACE)
    if inside is None or abroad is None or inside.entry.feature("side") != "in":
        return None
    return Force(at, state.last, actor, "mission", *_OF_STATE)


def _may_own(force: Force) -> bool:
    """'Barkhane, to fight the armed groups', 'Barkhane ended its presence': neither tells whose it is."""
    return group_of(force.key) != ARMED and not (force.kind == "presence" and force.owned)


def _is_military(head: Mark, kind: str) -> bool:
    """'A training mission', 'a maritime operation'; a maritime campaign may clean beaches."""
    return kind in _MILITARY_KINDS or (kind == "maritime" and not head.entry.feature("weak"))


def _is_spoken_of(scene: Scene, head: Mark) -> bool:
    """'The operation ended in 2015': the mission told before, where no other word says which one it is."""
    bare = head.definite and not head.inflection.suffix and head.inflection.number == "s"
    if not (bare and scene.memory.operation) or head.role is not Role.MISSION:
        return False
    after = head.last
    if after >= scene.last or scene.tokens[after].kind is TokenKind.MARK or scene.date_at(after):
        return True
    return scene.mark(after, Role.PREPOSITION, Role.OPERATOR) is not None


def _is_civil(scene: Scene, head: Mark) -> bool:
    """'The mission of the United Nations to find the facts', 'the diplomatic mission'."""
    marks = (scene.mark(index, Role.BLOCKER) for index in _phrase(scene, head))
    return any(mark.entry.feature("block") in ("rescue", "vote") for mark in marks if mark)


def _is_of_embassy(scene: Scene, head: Mark) -> bool:
    """'Opened its embassy, and its mission began work': diplomats have missions, too."""
    before = (scene.mark(index, Role.BLOCKER) for index in range(scene.first, head.first))
    return any(mark.entry.feature("block") in ("civil", "rescue") for mark in before if mark)


def _is_named(scene: Scene, head: Mark) -> bool:
    """'Operation Serval': a name that we need not know; no verbal noun and no adjective looks like it."""
    if not head.entry.feature("names") or head.definite or head.last >= scene.last:
        return False
    token = scene.tokens[head.last]
    plain = token.kind is TokenKind.WORD and len(token.norm) >= _LEAST_NAME and head.last not in scene.marks
    return (
        plain
        and head.inflection.number == "s"
        and not token.norm.startswith((ALEF, TEH, MEEM + TEH))
        and not token.norm.endswith((TEH_MARBUTA, HEH, ALEF + TEH))
        and scene.date_at(head.last) is None
    )


def _phrase(scene: Scene, head: Mark) -> Iterator[int]:
    """Yield the tokens of the phrase that a head begins: up to a comma, a verb, or a clause of its own."""
    for index in range(head.last, min(scene.last, head.last + _REACH)):
        if scene.tokens[index].kind is TokenKind.MARK and (scene.is_comma(index) or scene.is_break(index)):
            return
        if scene.operator(index, "that", "which", "boundary", "report", "future", "perfect", "stead"):
            return
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and (preposition.entry.feature("side") != "in" or preposition.entry.feature("duty")):
            return
        another = scene.mark(index, Role.MISSION)
        if another and another.proclitic.endswith(BEH):
            return  # 'replaced Operation Serval by Operation Barkhane'
        yield index
