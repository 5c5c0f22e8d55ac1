"""Frames of missions that become others: 'from combat to training', 'Barkhane took the place of Serval'."""

from __future__ import annotations

from drawdown_cli.extract.changes.beside import mission_after, mission_before
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.missions import Mission, kinds_between
from drawdown_cli.extract.changes.modifiers import QUOTES
from drawdown_cli.extract.changes.nearby import force_after, force_before
from drawdown_cli.extract.changes.readings import Reading
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.nations import group_of

_REACH, _WIDE, _GOAL_REACH = 6, 8, 16
_ALLIED = frozenset({"un", "coalition"})


def changing(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The mission will become advisory', 'moved from combat to training': a mission becomes another."""
    left, right = scene.clause(reading.mark.first)
    at = reading.mark.last
    goal = _goal(scene, reading, right)
    mission = mission_after(scene, found, reading, reach=_REACH) or mission_before(scene, found, reading)
    mission = mission or _nations_mission(scene, reading, goal)
    if not _suits(scene, found, reading, mission):
        return None
    if mission is None:
        other = _renamed(scene, found, reading) or _become(scene, found, reading)
        if other:
            return other
    kinds = kinds_between(scene, goal, min(right, goal + _WIDE)) if goal else ()
    force = mission.force if mission else None
    if mission is None or not mission.owned:
        force = force or force_before(scene, found, reading) or force_after(scene, found, reading)
    if mission is None:
        if not goal or not _is_mission(scene, goal, force, kinds):
            return None
        old = _origin(scene, at, goal)
        return Slots(
            reading.mark.first, min(right, goal + 2), force, mission_from=old, mission_to=" ".join(kinds)
        )
    old, new = _path(scene, found, reading, mission, goal)
    last = max(reading.mark.last, mission.last, goal + 2 if goal else 0)
    first = min(reading.mark.first, mission.first)
    return Slots(max(left, first), min(right, last), force, mission=mission, mission_from=old,
                 mission_to=new or " ".join(kinds))  # fmt: skip


def succeeding(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'Barkhane took the place of Serval', 'NATO that of the European force': one mission after another."""
    pair = _successors(scene, found, reading)
    if pair is None:
        return None
    heir, former = pair
    new, old = (next((m for m in found.missions if m.first <= at < m.last), None) for at in pair)
    if new is None and old is None and not _is_allied(found, heir):
        return None
    force = next((f for f in found.forces if f.first <= heir < f.last), None) or (new.force if new else None)
    return Slots(
        reading.mark.first, former + 1, force, mission=new, owner="" if force or new is None else new.tenant,
        mission_from=" ".join(old.kinds) if old else "", mission_to=" ".join(new.kinds) if new else "",
    )  # fmt: skip


def relieving(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'A Chinese battalion took the place of the Indian one': soldiers who come when others go."""
    pair = _successors(scene, found, reading)
    if pair is None or any(m.first <= at < m.last for m in found.missions for at in pair):
        return None
    heir, former = (next((f for f in found.forces if f.first <= at < f.last), None) for at in pair)
    if heir is None or former is None or "troops" not in (heir.kind, former.kind):
        return None
    return None if heir.key == former.key else Slots(reading.mark.first, former.last, heir)


def _successors(scene: Scene, found: Found, reading: Reading) -> tuple[int, int] | None:
    """Return where who comes and who goes are named: before the word for 'place', and behind it."""
    _, right = scene.clause(reading.mark.first)
    window = range(reading.mark.last, min(right, reading.mark.last + _GOAL_REACH))
    stead = next((index for index in window if scene.operator(index, "stead")), None)
    if stead is None:
        return None
    named = sorted({f.first for f in found.forces} | {m.first for m in found.missions})
    heir = next((at for at in named if reading.mark.last <= at < stead), None)
    former = next((at for at in named if stead < at <= stead + 2), None)
    return (heir, former) if heir is not None and former is not None else None


def _is_allied(found: Found, at: int) -> bool:
    force = next((f for f in found.forces if f.first <= at < f.last), None)
    return force is not None and group_of(force.key) in _ALLIED


def _suits(scene: Scene, found: Found, reading: Reading, mission: Mission | None) -> bool:
    _, right = scene.clause(reading.mark.first)
    if any(reading.mark.last <= each.first < right and _is_limit(scene, each) for each in found.troops):
        return False  # 'their share is limited to 170 men': a number, no kind of mission
    if scene.says(range(reading.mark.last, right), "ready"):
        return False  # 'becomes ready for combat'
    if reading.mark.entry.feature("becomes") and scene.says(range(reading.mark.last, right), "most"):
        return False  # 'became the mission that suffered most'
    # A palace is spelt as 'to limit': its mission stands right behind it.
    if reading.mark.entry.feature("needs") == "name":
        return _bears_name(scene, reading) and mission is not None
    near = reading.mark.entry.feature("needs") == "near"
    return not near or (mission is not None and 0 <= mission.first - reading.mark.last <= 1)


def _renamed(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'Changed the name of its force from IFOR to SFOR'."""
    for index in range(reading.mark.last, min(scene.last, reading.mark.last + _REACH)):
        if scene.operator(index, "name"):
            force = next((f for f in found.forces if f.first == index + 1 and f.kind != "people"), None)
            return Slots(reading.mark.first, force.last, force) if force else None
    return None


def _become(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The foreign forces become a support force': what they become follows them without a preposition."""
    if not reading.mark.entry.feature("becomes"):
        return None
    _, right = scene.clause(reading.mark.first)
    force = next(
        (f for f in found.forces if 0 <= f.first - reading.mark.last <= 1 and f.kind != "people"), None
    )
    if force is None:
        return None
    for index in range(force.last, min(right, force.last + _GOAL_REACH) - 1):
        kinds = kinds_between(scene, index + 1, index + 2)
        if kinds and scene.mark(index, Role.FORCE, Role.MISSION):
            return Slots(reading.mark.first, index + 2, force, mission_to=" ".join(kinds))
    return None


def _bears_name(scene: Scene, reading: Reading) -> bool:
    """'The operation came to bear the name'."""
    _, right = scene.clause(reading.mark.first)
    return scene.says(range(reading.mark.last, right), "name")


def _path(scene: Scene, found: Found, reading: Reading, mission: Mission, goal: int) -> tuple[str, str]:
    """What the mission was, and, where one replaces the other, what it becomes."""
    if reading.mark.entry.feature("becomes") and not goal:
        return "", " ".join(mission.kinds)  # 'the mission became advisory'
    after = (each for each in found.missions if mission.last <= each.first < mission.last + _REACH)
    heir = next(after, None) if reading.mark.entry.feature("swap") and not goal else None
    old = " ".join(mission.kinds) if not goal or mission.first < goal else ""
    old = old or (_origin(scene, reading.mark.last, goal) if goal else "")
    return old, " ".join(heir.kinds) if heir else ""


def _nations_mission(scene: Scene, reading: Reading, goal: int) -> Mission | None:
    """'The Spanish mission is limited to training': a nation's, whose kind its goal tells."""
    if not goal or scene.mark(goal, Role.MISSION_KIND) is None:
        return None
    left, _ = scene.clause(reading.mark.first)
    for head in scene.all_marks(Role.MISSION):
        nation = scene.mark(head.last, Role.NATIONALITY) if left <= head.first < goal else None
        if nation and head.definite and nation.definite and not nation.entry.feature("weak"):
            key = str(nation.entry.feature("key"))
            force = Force(head.first, nation.last, key, "mission", False, False, False, False, True)
            return Mission(head.first, nation.last, (), force, True, False, False, "")
    return None


def _origin(scene: Scene, first: int, goal: int) -> str:
    """'From combat to training': the kind behind 'from'."""
    for index in range(first, goal - 1):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "from":
            return " ".join(kinds_between(scene, index + 1, goal))
    return ""


def _is_mission(scene: Scene, goal: int, force: Force | None, kinds: tuple[str, ...]) -> bool:
    """Whether what a force turns into is a mission: by its words, or by its name in marks."""
    named = _names_mission(scene, goal)
    if named and kinds:
        return True
    if force is None or force.kind in ("people", "presence"):
        return False
    quoted = goal < scene.last and scene.tokens[goal].text in QUOTES
    return (named and group_of(force.key) in _ALLIED) or (quoted and force.first > scene.first)


def _is_limit(scene: Scene, counted: Counted) -> bool:
    preposition = scene.mark(counted.first - 1, Role.PREPOSITION)
    return preposition is not None and bool(preposition.entry.feature("duty"))


def _goal(scene: Scene, reading: Reading, right: int) -> int:
    """Return the token after 'to', or of a word that carries 'to' on itself; 0 where there is none."""
    first, narrows = reading.mark.last, bool(reading.mark.entry.feature("narrows"))
    for index in range(first, min(right, first + _GOAL_REACH)):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "to":
            return index + 1
        # 'Is limited to training': Arabic limits on something, or in it.
        if preposition and narrows and scene.mark(index + 1, Role.MISSION_KIND):
            return index + 1
        mission = scene.mark(index, Role.MISSION, Role.MISSION_KIND)
        if mission and carries_li(mission):
            return index
    return 0


def _names_mission(scene: Scene, first: int) -> bool:
    return any(
        scene.mark(i, Role.MISSION, Role.MISSION_KIND, Role.OPERATION)
        for i in range(first, min(scene.last, first + 3))
    )
