"""A state that sends foreign forces away wants them off its own soil: 'Mali expelled the French forces'."""

from __future__ import annotations

from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.governors import governors
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.offices import sayer_of
from drawdown_cli.extract.changes.owners import is_at_home
from drawdown_cli.extract.changes.readings import Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import Category
from drawdown_cli.nations import country_of

_GOES = frozenset({Category.WITHDRAWAL, Category.MISSION, Category.BASE})
_OBJECTS = frozenset({"object", "presence", "mission"})
_SUBJECT = 3
_SOIL = ("أراضيه", "أراضينا")


def soil_of(scene: Scene, draft: Draft, force: str) -> str:
    """Return the country of the state that expels a force, ends its presence or demands that it leave."""
    if draft.category not in _GOES:
        return ""
    reading = draft.reading
    frame = reading.mark.entry.feature("frame")
    if reading.tense is not Tense.NOUN and frame in _OBJECTS:
        return _state_behind(scene, reading.mark.last, force, sender=frame == "presence")
    asked = next((each for each in governors(scene, reading) if each.kind == "demand"), None)
    return _state_behind(scene, asked.token + 1, force) if asked and asked.tense is not Tense.NOUN else ""


def _state_behind(scene: Scene, first: int, force: str, *, sender: bool = False) -> str:
    """'Mali', 'the Malian government' right behind a verb; who sends soldiers may mean others' soil."""
    for index in range(first, min(scene.last, first + _SUBJECT)):
        if scene.is_comma(index) or scene.names((index,), Role.FORCE, Role.PREPOSITION):
            return ""
        mark: Mark | None = scene.mark(index, Role.PLACE, Role.NATIONALITY)
        if mark is None:
            continue
        actor = str(mark.entry.feature("actor" if mark.role is Role.PLACE else "key") or "")
        country = str(mark.entry.feature("country"))
        hosts = not mark.proclitic.strip("ال") and (sender or is_at_home(actor))
        return country if hosts and country != country_of(force) else ""
    return ""


def sayers_soil(scene: Scene, draft: Draft, force: str) -> str:
    """'The president of Kazakhstan said that they will leave his country': whose state says it."""
    if draft.category not in _GOES or not force:
        return ""
    at = draft.reading.mark.last
    _, right = scene.clause(at)
    for index in range(at, right):
        home = scene.mark(index, Role.HOME)
        here = scene.mark(index, Role.HERE)
        own = here is not None and here.entry.word.startswith(_SOIL)
        if home or own:
            return _of_sayer(scene, index, force) if _is_left(scene, index) else ""
    return ""


def _is_left(scene: Scene, index: int) -> bool:
    """'From its soil', 'the leaving of his country [by them]'."""
    preposition = scene.mark(index - 1, Role.PREPOSITION)
    return preposition is not None and preposition.entry.feature("side") == "from"


def _of_sayer(scene: Scene, index: int, force: str) -> str:
    country = country_of(sayer_of(scene, index))
    return country if country != country_of(force) else ""
