"""Whose a force is: by its own words, by the pronoun that it carries, or by what was told before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from drawdown_cli.arabic.letters import BEH, WAW
from drawdown_cli.extract.changes.events import outside_asides
from drawdown_cli.extract.changes.forces import Force, has_council
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.obligations import is_upon
from drawdown_cli.extract.changes.offices import home_before, sayer_of, teller_of
from drawdown_cli.extract.changes.outlets import is_of_outlet
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.lexicon import entries_of
from drawdown_cli.models import Category
from drawdown_cli.nations import ARMED, LOCAL, country_of

_LEFT_REACH, _ENTERED_REACH, _NAME = 10, 4, 3
_NATIONAL, _COUNCIL = "national", "UN"
_FINITE = frozenset({"past", "present", "jussive"})


def owner_of(scene: Scene, index: int, host: str, *, remember: bool = True) -> str:
    """Return whose the force at `index` is by the actors before it: the nearest that is not the host.

    With `remember` a state of which the sentences before have spoken may be its owner.
    """
    home = home_before(scene, index)
    if home >= scene.first and not any(_actors(scene, home, index)):
        sayer = sayer_of(scene, home)
        if sayer:
            return sayer
    teller = teller_of(scene, index)
    if teller and not any(_actors(scene, teller.that, index)):
        return teller.key
    for led in (False, True) if "lead" in scene.kinds else (True,):
        for actor in reversed(list(_actors(scene, scene.first, index, led=led))):
            if country_of(actor) != host or not host:
                return actor
    if not remember and not scene.memory.force:
        return ""
    return scene.memory.actor if country_of(scene.memory.actor) != host else ""


def with_owner(scene: Scene, force: Force, host: str, *, agent: bool = False) -> Force:
    """Return the force with its owner's name where a pronoun, or the sentences before, tell it.

    With `agent` whoever sends or withdraws the force is its owner ('Paris decided to send 800 soldiers').
    """
    if force.key:
        return force
    if force.bare_army or (force.owned and _is_of_army(scene, force.first)):
        return replace(force, key=LOCAL)
    if not force.owned and has_council(scene) and _keeps_peace(scene, force):
        return replace(force, key=scene.memory.mission or _COUNCIL)
    # 'The mission will be reduced' by a resolution that a state drafted: it is not that state's.
    agent = agent and (force.kind != "mission" or not scene.memory.force)
    owner = owner_of(scene, force.first, host, remember=force.firm) if force.owned or agent else ""
    return replace(force, key=owner or scene.memory.force or owner_of(scene, force.first, host))


def _keeps_peace(scene: Scene, force: Force) -> bool:
    """'The Council renewed the mandate of the peacekeeping forces': in its sentence they are its own."""
    before = (mark for mark in scene.all_marks(Role.GROUP) if mark.first < force.first)
    if any(mark.entry.feature("group") != "un" for mark in before):
        return False
    inside = (mark for index in range(force.first, force.last) for mark in scene.marks.get(index, ()))
    return any(
        mark.role is Role.FORCE_KIND and mark.entry.feature("kind") == "peacekeeping" for mark in inside
    )


def _is_of_army(scene: Scene, index: int) -> bool:
    """'The army whose units advanced': the pronoun is the army's, in a sentence that names no state."""
    armies = (mark for mark in scene.all_marks(Role.FORCE) if mark.first < index)
    bare = any(_is_bare_army(scene, mark) for mark in armies)
    return bare and not any(_actors(scene, scene.first, index))


def _is_bare_army(scene: Scene, mark: Mark) -> bool:
    army = mark.definite and not mark.inflection.suffix and mark.entry.feature("kind") == "army"
    return bool(army) and not (mark.last < scene.last and scene.mark(mark.last, Role.NATIONALITY, Role.PLACE))


def is_at_home(key: str) -> bool:
    """Whether a country's army mostly fights at home, so that an unknown place is one of its own."""
    return key in _home_armies()


@cache
def _home_armies() -> frozenset[str]:
    return frozenset(
        entry.feature("key")
        for entry in entries_of("changes", "nationalities")
        if entry.feature("role") == Role.NATIONALITY and entry.feature("home")
    )


def _actors(scene: Scene, first: int, last: int, *, led: bool = True) -> Iterator[str]:
    """Yield the actors between two tokens, with `led` also those who only lead an alliance."""
    for index in outside_asides(scene, range(first, last)):
        mark = scene.mark(index, Role.PLACE, Role.INSTITUTION, Role.NATIONALITY, Role.GROUP)
        if mark is None or (mark.role is not Role.GROUP and is_of_outlet(scene, index)):
            continue
        if (mark.role is Role.PLACE and _only_asks(scene, index)) or (not led and only_leads(scene, index)):
            continue
        if (mark.role is Role.NATIONALITY and not mark.entry.feature("weak")) or (
            mark.role is Role.GROUP and mark.entry.feature("group") != ARMED
        ):
            yield mark.entry.feature("key")
        elif mark.entry.feature("actor") and not mark.entry.feature("town") and not is_location(scene, mark):
            yield mark.entry.feature("actor")


def _only_asks(scene: Scene, index: int) -> bool:
    """'Agreed to the request of the authorities of Niamey for the withdrawal of': who asks does not move."""
    for at in (index - 1, index - 2):
        asked = [mark for kind, mark in scene.operators.get(at, ()) if kind == "demand"]
        if any(mark.inflection.form in ("masdar", "noun") for mark in asked):
            return scene.mark(at - 1, Role.PREPOSITION) is not None
    return False


def only_leads(scene: Scene, index: int) -> bool:
    """Whether an actor at a token only leads what is another's: 'the alliance that Russia leads'."""
    lead = scene.operator(index - 1, "lead")
    return lead is not None and (bool(lead.inflection.suffix) or lead.inflection.form not in _FINITE)


def is_location(scene: Scene, mark: Mark) -> bool:
    """Whether a place only tells where: behind 'in', or left behind by a withdrawal."""
    before = mark.first - 1
    if mark.proclitic.endswith(BEH):
        return True
    if before < scene.first:
        return False
    if _is_entered(scene, mark):
        return True
    joined = _place_before(scene, mark.first) if mark.proclitic.startswith(WAW) else None
    if joined:
        return is_location(scene, joined)
    if before > scene.first and scene.mark(before, Role.AREA):
        before -= 1  # 'from the state of Chad'
    preposition = scene.mark(before, Role.PREPOSITION)
    return preposition is not None and _locates(scene, preposition, mark)


def _locates(scene: Scene, preposition: Mark, place: Mark) -> bool:
    """Whether a preposition makes the place behind it one where something is, or from where, or to where."""
    side, before = preposition.entry.feature("side"), preposition.first
    if preposition.entry.feature("companion") or is_upon(scene, place):
        return False  # 'the accord with France', 'it is upon France that it ...'
    # 'Does not intend to return to Mali'
    return side in ("in", "to", "adjunct") or (side == "from" and _is_left(scene, before))


def _place_before(scene: Scene, index: int) -> Mark | None:
    """'In Burkina Faso and Niger': the place that ends right before a token."""
    near = (scene.mark(at, Role.PLACE) for at in range(index - 1, max(scene.first, index - _NAME) - 1, -1))
    return next((mark for mark in near if mark and mark.last == index), None)


def _is_entered(scene: Scene, mark: Mark) -> bool:
    """'The army had entered Kabul', 'the forces left Helmand': the object of a verb whose force acts."""
    for index in range(mark.first - 1, max(scene.first, mark.first - _ENTERED_REACH) - 1, -1):
        verb = scene.mark(index, Role.TRIGGER)
        if verb is None or verb.inflection.form not in ("past", "present"):
            if scene.mark(index, Role.PREPOSITION, Role.PLACE) or scene.is_comma(index):
                return False
            continue
        around = (index - 1, index - 2, index - 3, *range(index + 1, mark.first))
        moves = verb.entry.feature("frame") == "subject"
        return moves and any(scene.mark(at, Role.FORCE) or _is_military(scene, at) for at in around)
    return False


def _is_military(scene: Scene, index: int) -> bool:
    group = scene.mark(index, Role.GROUP)
    return group is not None and group.entry.feature("group") == _NATIONAL


def _is_left(scene: Scene, index: int) -> bool:
    """'Withdrew from Mali, and from Burkina Faso in February': who is left behind does not act."""
    for at in range(index - 1, max(scene.first, index - _LEFT_REACH) - 1, -1):
        if scene.operator(at, "demand"):
            return False
        mark = scene.mark(at, Role.TRIGGER)
        if mark and not scene.mark(at, Role.PREPOSITION):
            home = mark.entry.feature("goal") == "home"
            return home or bool(mark.entry.feature("category") == Category.WITHDRAWAL)
    return False
