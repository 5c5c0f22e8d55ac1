"""Numbers of compatriots that stand for soldiers: '28,500 Americans guard the zone', '450 of the French'."""

from __future__ import annotations

from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.numbers import LEAST, quantity_size, unit_of
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.models import Category, QuantityForm
from drawdown_cli.nations import country_of

_CIVIL = frozenset({"civil", "rescue", "aid", "game", "sport", "casualty", "captive", "vote", "science"})
_FRAMES = frozenset({"subject", "object", "count", "stay"})
_PARTICIPLES = frozenset({"participle", "noun"})
_STANDING = _PARTICIPLES | {"present", "jussive"}
_REACH = 10


def compatriots(scene: Scene, counted: Counted) -> Mark | None:
    """Return the nationality that a number counts, where the text speaks of that nation's soldiers.

    Refugees, travellers and workers are counted by their nation, too: so a verb that stations soldiers must
    stand beside the number, or forces of that nation in the sentence or in those before it.
    """
    if counted.quantity.form is not QuantityForm.CARDINAL or counted.last >= scene.last:
        return None
    if unit_of(scene, counted) or quantity_size(counted.quantity) < LEAST:
        return None
    mark = _nation_after(scene, counted.last)
    if mark is None or _is_host(scene, mark) or _speaks_of_civilians(scene):
        return None
    return mark if _is_of_soldiers(scene, counted, mark) else None


def _nation_after(scene: Scene, index: int) -> Mark | None:
    """'900 Germans', '20 of the British': with 'of' it is a plural with the article."""
    preposition = scene.mark(index, Role.PREPOSITION)
    if preposition is None:
        mark = scene.mark(index, Role.NATIONALITY)
        return mark if mark and not mark.proclitic and not mark.entry.feature("weak") else None
    if preposition.entry.feature("side") != "from" or index + 1 >= scene.last:
        return None
    mark = scene.mark(index + 1, Role.NATIONALITY)
    plural = mark is not None and (mark.inflection.number == "p" or bool(mark.entry.feature("people")))
    return mark if mark and plural and mark.definite and not mark.entry.feature("weak") else None


def _is_host(scene: Scene, mark: Mark) -> bool:
    country = country_of(str(mark.entry.feature("key")))
    return not country or country == scene.memory.country


def _speaks_of_civilians(scene: Scene) -> bool:
    return any(mark.entry.feature("block") in _CIVIL for mark in scene.all_marks(Role.BLOCKER))


def _is_of_soldiers(scene: Scene, counted: Counted, nation: Mark) -> bool:
    # '5,400 Americans were evacuated': mostly civilians.
    near = [mark for mark in _triggers(scene, counted) if not mark.entry.feature("evacuates")]
    if any(_stations(mark) for mark in near):
        return True
    if _is_beside_soldiers(scene, counted):
        return True
    # Those whose armies fight at home come to bases abroad as refugees.
    if not nation.entry.feature("home") and _leaves_base(scene, counted) and any(map(_leaves, near)):
        return True
    key = str(nation.entry.feature("key"))
    if scene.memory.force != key and not any(
        _is_soldier_of(scene, mark, key) for mark in scene.all_marks(Role.FORCE)
    ):
        return False
    return any(mark.entry.feature("frame") in _FRAMES for mark in near)


def _leaves(mark: Mark) -> bool:
    left = mark.entry.feature("category") == Category.WITHDRAWAL
    return bool(left and mark.entry.feature("frame") == "subject")


def _leaves_base(scene: Scene, counted: Counted) -> bool:
    """'60 Hungarians left the camp': who leaves a base served there; who comes may be a refugee."""
    left, right = scene.clause(counted.first)
    nouns = (scene.mark(index, Role.BASE, Role.BASE_NOUN) for index in range(left, right))
    return any(not mark.entry.feature("weak") for mark in nouns if mark)


def _is_beside_soldiers(scene: Scene, counted: Counted) -> bool:
    """'340,000 Soviet soldiers, and in the west 250,000 Americans': the second number of a pair."""
    before = [each for each in scene.counted if each.last <= counted.first]
    among = (scene.mark(at, Role.FORCE) for at in range(max(scene.first, counted.first - 2), counted.first))
    if any(mark.entry.feature("part") for mark in among if mark):
        return False  # 'among them 50 Britons'
    return bool(before) and scene.mark(before[-1].last, Role.FORCE) is not None


def _triggers(scene: Scene, counted: Counted) -> list[Mark]:
    """The triggers around a number, in its clause."""
    left, right = scene.clause(counted.first)
    around = range(max(left, counted.first - _REACH), min(right, counted.last + _REACH))
    found = (mark for index in around for mark in scene.marks.get(index, ()))
    return [mark for mark in found if mark.role is Role.TRIGGER]


def _stations(mark: Mark) -> bool:
    """Whether a verb says of whoever stands beside it that they serve, guard or are deployed."""
    entry = mark.entry
    stands = entry.feature("standing") and mark.inflection.form in _STANDING
    return bool(stands or entry.feature("serves"))


def _is_soldier_of(scene: Scene, head: Mark, key: str) -> bool:
    """'Its soldiers', where the state is named; 'the German soldiers'."""
    if head.entry.feature("weak") or head.entry.feature("part"):
        return False
    if head.inflection.suffix:
        return any(place.entry.feature("actor") == key for place in scene.all_marks(Role.PLACE))
    near = range(head.last, min(scene.last, head.last + 3))
    nations = (mark for index in near if (mark := scene.mark(index, Role.NATIONALITY)))
    return any(mark.entry.feature("key") == key for mark in nations)
