"""Levels that no verb tells: 'there are still 350 soldiers', 'Washington has 900 soldiers in Syria'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from drawdown_cli.arabic.inflect import Inflection, PartOfSpeech
from drawdown_cli.arabic.letters import WAW
from drawdown_cli.entries import Entry
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.nearby import harms
from drawdown_cli.extract.changes.numbers import is_excepted
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.models import Category

_FAR, _REACH, _NEAR, _APART = 10, 8, 4, 3
_FEATURES = {"role": Role.TRIGGER, "category": Category.LEVEL, "frame": "count", "weak": True}
_STANDS = Entry("changes", "", PartOfSpeech.PARTICLE, "", "", MappingProxyType(_FEATURES), "", "")


def standing_readings(scene: Scene, troops: Sequence[Counted]) -> Iterator[Reading]:
    """Yield a reading for each number of soldiers that stands there by 'still' or by its possessor."""
    for counted in troops:
        if _goes_on(scene, counted):
            mark = Mark(Role.TRIGGER, _STANDS, Inflection("noun"), "", counted.first, counted.last)
            yield Reading(mark, Tense.NOUN, False, False)
            continue
        for index in range(max(scene.first, counted.first - _FAR), counted.first):
            if index not in scene.marks:
                continue
            reach = _NEAR if scene.operator(index, "has") else _REACH
            near = counted.first - index <= reach or scene.operator(index, "no-more")
            if not (near or _had(scene, index) or _was_there(scene, index)):
                continue
            if (
                scene.operator(index, "still", "has")
                or (scene.operator(index, "no-more") and is_excepted(scene, counted))
                or _possessor(scene, index)
                or _was_there(scene, index)
                or _were(scene, index, counted)
                or _is_there(scene, index, counted)
            ):
                mark = Mark(Role.TRIGGER, _STANDS, Inflection("noun"), "", index, index + 1)
                yield Reading(mark, Tense.NOUN, False, False)
                break


def _goes_on(scene: Scene, counted: Counted) -> bool:
    """'250 soldiers are still training them': the number before its verb."""
    after = range(counted.last, min(scene.last, counted.last + _NEAR))
    for index in after:
        if scene.operator(index, "still"):
            return not harms(scene, index + 1)
        if not scene.mark(index, Role.FORCE, Role.NATIONALITY, Role.FORCE_KIND) and not scene.operator(
            index, "past"
        ):
            return False
    return False


def _had(scene: Scene, index: int) -> bool:
    """'France had at the height of the war about 5,000 soldiers': the possessor right behind 'was'."""
    return _possessor(scene, index) and index > scene.first and scene.operator(index - 1, "past") is not None


def _was_there(scene: Scene, index: int) -> bool:
    """'There were in Niger about a thousand soldiers': the verb of being, then the place."""
    preposition = scene.mark(index + 1, Role.PREPOSITION) if scene.operator(index, "past") else None
    return preposition is not None and preposition.entry.feature("side") == "in"


def _were(scene: Scene, index: int, counted: Counted) -> bool:
    """'Some 1,100 German soldiers were in Afghanistan when': the verb of being, the number, the place."""
    if not scene.operator(index, "past") or not all(
        _is_light(scene, at) for at in range(index + 1, counted.first)
    ):
        return False
    for at in range(counted.last, min(scene.last, counted.last + _NEAR)):
        preposition = scene.mark(at, Role.PREPOSITION)
        if preposition:
            located = preposition.entry.feature("side") == "in" and scene.mark(at + 1, Role.PLACE)
            behind = range(at + 2, min(scene.last, at + 2 + _APART))
            # 'Were in Syria killed', 'had left': what comes next is told of them.
            return bool(located) and not (scene.says(behind, "perfect") or _is_harmed(scene, behind))
        if not scene.mark(at, Role.FORCE, Role.NATIONALITY, Role.FORCE_KIND):
            return False
    return False


def _is_there(scene: Scene, index: int, counted: Counted) -> bool:
    """'And in Syria 900 soldiers': a place of its own right before the number, and no verb."""
    they = scene.operator(index, "boundary")
    if scene.operator(index, "therein") or (they and they.entry.feature("they")):
        return counted.first - index <= 2
    preposition = scene.mark(index, Role.PREPOSITION)
    if preposition is None or preposition.entry.feature("side") != "in":
        return False
    if preposition.proclitic != WAW and index != scene.first:
        return False
    place = scene.mark(index + 1, Role.PLACE)
    if place is None or not 0 <= counted.first - place.last <= _APART:
        return False
    if not all(_is_light(scene, at) for at in range(place.last, counted.first)):
        return False
    return not _is_harmed(scene, range(counted.last, min(scene.last, counted.last + 2 * _NEAR)))


def _is_harmed(scene: Scene, indexes: range) -> bool:
    return any(harms(scene, index) for index in indexes)


def _is_light(scene: Scene, index: int) -> bool:
    """Whether a word only says when, or about how many: 'in Iraq at present some 1,400'."""
    return scene.date_at(index) is not None or scene.mark(index, Role.QUANTIFIER) is not None


def _possessor(scene: Scene, index: int) -> bool:
    """'To Washington [belong] 900 soldiers': a state or an alliance with the preposition of possession."""
    mark = scene.mark(index, Role.PLACE, Role.INSTITUTION, Role.GROUP, Role.FORCE, Role.NATIONALITY)
    if mark is None or not carries_li(mark):
        return False
    if mark.role is Role.FORCE:
        return index > scene.first and scene.operator(index - 1, "past", "still") is not None
    return mark.role in (Role.GROUP, Role.NATIONALITY) or bool(mark.entry.feature("actor"))
