"""States that go on working from another country until a day: their forces stay there so long."""

from __future__ import annotations

from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.nearby import actors_after, owner
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.slots import Slots
from drawdown_cli.models import DateMod
from drawdown_cli.nations import country_of

_NAME, _WAY = 3, 6


def working_abroad(scene: Scene, reading: Reading) -> Slots | None:
    """'The United States will go on working from Iraq until 2026'."""
    if reading.tense not in (Tense.FUTURE, Tense.PRESENT) or not any(map(_is_term, scene.dated)):
        return None
    state = next(actors_after(scene, reading.mark.last, _NAME), None)
    if state is None or state.last >= scene.last or not scene.operator(state.last, "work"):
        return None
    place = _from_where(scene, state.last + 1)
    if place is None or place.entry.feature("country") in ("", country_of(owner(state))):
        return None
    until = any(_is_term(each) and each.first >= place.last for each in scene.dated)
    return Slots(reading.mark.first, place.last, owner=owner(state)) if until else None


def _from_where(scene: Scene, first: int) -> Mark | None:
    """The country behind 'from', before any comma: who works with another is not there."""
    for index in range(first, min(scene.last - 1, first + _WAY)):
        if scene.is_comma(index):
            return None
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "from":
            return scene.mark(index + 1, Role.PLACE)
    return None


def _is_term(dated: Dated) -> bool:
    return dated.timex.mod is DateMod.UNTIL
