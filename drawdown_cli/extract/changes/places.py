"""Find where a change takes place: countries, towns, bases, and 'the country' that the text has named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF_HAMZA_BELOW, BEH, WAW
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.modifiers import QUOTES
from drawdown_cli.extract.changes.obligations import is_upon
from drawdown_cli.extract.changes.scene import Scene

_FROM, _TO, _IN, _OUTSIDE = "from", "to", "in", "outside"
_WANTED = {
    "withdrawal": (_FROM, _IN),
    "deployment": (_TO, _IN),
    "level": (_IN,),
    "mission": (_IN,),
    "base": (_IN,),
}
_LIES, _IN_MARKS = 3, 3
_DIRECT = frozenset({"subject", "invade", "intervene"})
"""Frames whose place may be the verb's own object: 'left Mali', 'entered Afghanistan'."""


class Spot(NamedTuple):
    """A place at a token: its name, its country, and how it is joined on (from, to, in, outside or "")."""

    first: int
    last: int
    key: str
    country: str
    side: str
    capital: bool


def find_spots(scene: Scene, forces: Sequence[Force]) -> list[Spot]:
    """Return the places that a sentence names, in order; 'the Saudi forces' names none."""
    inside = {index: force.key for force in forces for index in range(force.first + 1, force.last)}
    spots = (spot for spot in spots_of(scene) if not _is_owner(scene, spot, inside.get(spot.first)))
    return sorted(spot for spot in (*spots, *_area_spots(scene)) if not is_described(scene, spot))


def is_described(scene: Scene, spot: Spot) -> bool:
    """'Niger, the country that lies in West Africa': where a country lies, not where anything happens."""
    if "located" not in scene.kinds:
        return False
    near = range(max(scene.first + 1, spot.first - _LIES), spot.first)
    located = next((index for index in near if scene.operator(index, "located")), 0)
    return bool(located) and scene.mark(located - 1, Role.HERE, Role.PLACE, Role.AREA) is not None


def _is_owner(scene: Scene, spot: Spot, force: str | None) -> bool:
    """'The Saudi forces', 'the forces of the United States': whose they are, not where."""
    if force is None or spot.side not in ("", _FROM):
        return False
    if spot.side:
        return True  # '300 soldiers of Ghana and Togo'
    place = scene.mark(spot.first, Role.PLACE)
    owned = place is not None and bool(force) and place.entry.feature("actor") == force
    return owned or scene.mark(spot.first, Role.NATIONALITY) is not None


def spots_of(scene: Scene) -> Iterator[Spot]:
    """Yield the places that a sentence names, 'the country' and adjectives among them."""
    if scene.sided is None:
        scene.sided = list(_sided(scene))
    for mark, side in scene.sided:
        if mark.role is Role.HERE:
            yield _here(scene, mark, side)
            continue
        country = mark.entry.feature("country")
        key = mark.entry.feature("key") if mark.role is Role.PLACE else country
        # 'Against Iran', 'the attacks on Israel' name no place of the force; a bare capital is a government.
        capital = bool(mark.entry.feature("capital"))
        yield Spot(mark.first, mark.last, key, country, side, capital)


def _sided(scene: Scene) -> Iterator[tuple[Mark, str]]:
    """Yield each mark of a place, and how it is joined on."""
    for first in scene.all_marks(Role.PLACE, Role.HERE, Role.BASE):
        base = first.role is Role.BASE and not is_base(scene, first)
        mark = scene.mark(first.first, Role.PLACE) if base else first  # the town of a base's name
        if mark is not None:
            yield _meant(scene, mark), _side(scene, mark.first)


def _meant(scene: Scene, mark: Mark) -> Mark:
    """Of two towns of one name, return the one of a country whose forces the sentence names."""
    towns = [each for each in scene.marks[mark.first] if each.role is Role.PLACE]
    if len(towns) == 1 or mark.role is not Role.PLACE:
        return mark
    nations = {each.entry.feature("country") for each in scene.all_marks(Role.NATIONALITY)}
    return next((town for town in towns if town.entry.feature("country") in nations), mark)


def _here(scene: Scene, mark: Mark, side: str) -> Spot:
    """'The country', 'there': what was named before, or what an adjective names ('the Afghan territory')."""
    country = _country_after(scene, mark.last)
    key = country or scene.memory.place
    return Spot(mark.first, mark.last, key, country or scene.memory.country, side or _IN, False)


def _area_spots(scene: Scene) -> Iterator[Spot]:
    """'The Afghan capital', 'Syrian territory': an area and its adjective name the country."""
    for mark in scene.all_marks(Role.AREA):
        country = _country_after(scene, mark.last) or _country_after_name(scene, mark.last)
        if country and not mark.entry.feature("border"):
            yield Spot(mark.first, mark.last + 1, country, country, _side(scene, mark.first), False)


def _country_after(scene: Scene, index: int) -> str:
    mark = scene.mark(index, Role.NATIONALITY) if index < scene.last else None
    return str(mark.entry.feature("country")) if mark else ""


def _country_after_name(scene: Scene, index: int) -> str:
    """'The Somali town of Dolow': a name that no lexicon knows may stand before the adjective."""
    unknown = index + 1 < scene.last and index not in scene.marks and scene.count_at(index) is None
    if unknown and scene.tokens[index].text in QUOTES:
        return "" if scene.mark(index + 1, Role.PLACE) else _country_after(scene, index + _IN_MARKS)
    return _country_after(scene, index + 1) if unknown else ""


def place_of(scene: Scene, spots: list[Spot], trigger: Mark, owner: str) -> Spot | None:
    """Return the place of a change: after its trigger in the clause, else before; never the owner's."""
    at = trigger.first
    left, right = scene.clause(at)
    several = len(scene.counted) > 1
    ends = (
        i
        for i in range(at + 1, right)
        if scene.opens_clause(i)
        or scene.operator(i, "next", "including")
        or _moves_on(scene, i)
        or (several and stands_elsewhere(scene, i))
    )
    right = next(ends, right)
    able = [spot for spot in spots if _may_host(spot, owner) and not _is_speakers(scene, spot, at)]
    able = [spot for spot in able if not _is_of_sources(scene, trigger, spot)]
    direct = ("",) if trigger.entry.feature("frame") in _DIRECT else ()
    homeward = (_FROM,) if trigger.entry.feature("goal") == "home" else ()
    given = (_TO,) if trigger.entry.feature("phase") == "handover" else ()  # 'handed a base over to Chad'
    wanted = (*_WANTED[trigger.entry.feature("category")], *given, *direct, *homeward)
    after = [spot for spot in able if at < spot.first < right]
    before = [spot for spot in able if left <= spot.first < at]
    outer = [spot for spot in able if not left <= spot.first < right and spot.side == _IN]
    for group in (after, before[::-1], outer[::-1]):
        for side in wanted:
            for spot in group:
                behind = group is after and not _is_apart(scene, trigger, spot)
                bare = behind and (not spot.capital or _is_left_behind(scene, trigger, spot))
                if spot.side == side and (side or bare):
                    return spot
    return None


def _is_speakers(scene: Scene, spot: Spot, trigger: int) -> bool:
    """'A commander in Naples said that': where he speaks, in a text that speaks of another country."""
    host = scene.memory.country
    if spot.side != _IN or spot.first > trigger or host in ("", spot.country) or "that" not in scene.kinds:
        return False
    report = next(
        (at for at in range(spot.first - 1, scene.first - 1, -1) if scene.operator(at, "report")), -1
    )
    between = range(spot.last, trigger)
    return report >= 0 and any(
        scene.operator(at, "that") and scene.tokens[at].text.startswith(ALEF_HAMZA_BELOW) for at in between
    )


def _is_of_sources(scene: Scene, trigger: Mark, spot: Spot) -> bool:
    """', whereupon sources in New Delhi': a capital of another clause, in a text that is about elsewhere."""
    host = scene.memory.country
    away = spot.capital and spot.side == _IN and host not in ("", spot.country)
    return away and (spot.first < trigger.first or _is_apart(scene, trigger, spot))


def _moves_on(scene: Scene, index: int) -> bool:
    """'Completed their withdrawal from Niamey and will leave Agadez': a verb that 'and' joins on."""
    marks = [mark for mark in scene.marks.get(index, ()) if mark.role is Role.TRIGGER]
    return bool(marks) and all(
        mark.proclitic.startswith(WAW) and mark.inflection.form in ("past", "present") for mark in marks
    )


def _is_apart(scene: Scene, trigger: Mark, spot: Spot) -> bool:
    """'The leaving of the last unit, and what Ivory Coast announced': a comma, and then another phrase."""
    between = range(trigger.last, spot.first)
    return any(scene.is_comma(at) and scene.tokens[at + 1].norm.startswith(WAW) for at in between)


def _is_left_behind(scene: Scene, trigger: Mark, spot: Spot) -> bool:
    """'The Ethiopian forces left Mogadishu': a capital in the verb's own clause is where they were."""
    between = range(trigger.last, spot.first)
    apart = any(scene.is_comma(index) or scene.mark(index, Role.PREPOSITION) for index in between)
    return bool(trigger.entry.feature("objects")) and not apart


def stands_elsewhere(scene: Scene, index: int) -> bool:
    """'13,000 soldiers in South Sudan, and in Abyei 4,000': a place with 'and in' and a number of its own."""
    preposition = scene.mark(index, Role.PREPOSITION) if index >= scene.first else None
    if preposition is None or preposition.entry.feature("side") != _IN or preposition.proclitic != WAW:
        return False
    place = scene.mark(index + 1, Role.PLACE)
    counted = scene.count_at(place.last) if place and place.last < scene.last else None
    return counted is not None and counted.first == place.last if place else False


def goal_of(scene: Scene, spots: list[Spot], at: int) -> Spot | None:
    """Return the place to which something moves at token `at`."""
    _, right = scene.clause(at)
    moved = [spot for spot in spots if at < spot.first < right]
    left = [spot.country for spot in moved if spot.side == _FROM]
    for goal in moved:
        # 'Came back to the country from Somalia': 'the country' is not the one that they have left.
        home = left and (not goal.country or goal.country in left) and scene.mark(goal.first, Role.HERE)
        if goal.side in (_TO, _OUTSIDE) and not home:
            return goal
    return None


def base_of(scene: Scene, first: int, last: int) -> Mark | None:
    """Return the named base between two tokens."""
    for mark in scene.all_marks(Role.BASE):
        if first <= mark.first < last and is_base(scene, mark):
            return mark
    return None


def _may_host(spot: Spot, owner: str) -> bool:
    return bool(spot.key) and spot.country != owner


def is_base(scene: Scene, mark: Mark) -> bool:
    """Return whether a base's name stands for the base: many are towns or words, if 'base' is not there."""
    if not mark.entry.feature("headed"):
        return True
    return any(
        scene.mark(index, Role.BASE_NOUN) is not None
        for index in range(max(scene.first, mark.first - 2), mark.first)
    )


def _is_inside(scene: Scene, index: int) -> bool:
    """'In the war of Yemen', 'in the desert of Sinai': one unknown word between 'in' and the place."""
    preposition = scene.mark(index - 1, Role.PREPOSITION) if index not in scene.marks else None
    return preposition is not None and preposition.entry.feature("side") == _IN


def _is_adverbial(scene: Scene, index: int) -> bool:
    """'Fight rebels, north of Mozambique': a direction needs no preposition."""
    area = scene.mark(index, Role.AREA)
    return area is not None and bool(area.entry.feature("adverbial")) and not area.proclitic


def _side(scene: Scene, index: int) -> str:
    if carries_li(scene.marks[index][0]) and not (index > scene.first and scene.mark(index - 1, Role.AREA)):
        return _TO
    if scene.marks[index][0].proclitic.endswith(BEH):
        return _IN
    before = index - 1
    if before > scene.first and scene.tokens[before].text in QUOTES:
        before -= 1  # 'in the town of "Gao"'
    hops = 0
    while before >= scene.first and hops < 3:
        preposition = scene.mark(before, Role.PREPOSITION)
        area = scene.mark(before, Role.AREA, Role.BASE_NOUN)
        if preposition and area is None:  # 'amid' is spelt as 'in the middle of'
            return _side_of(scene, index, preposition)
        if area is None:
            adverbial = _is_adverbial(scene, before + 1) if hops else _is_inside(scene, before)
            return _IN if adverbial else ""
        if BEH in area.proclitic:
            return _IN
        before, hops = before - 1, hops + 1
    return ""


def _side_of(scene: Scene, index: int, preposition: Mark) -> str:
    side = str(preposition.entry.feature("side"))
    if side == _FROM and any(
        scene.operator(n, "work") for n in range(preposition.first - _LIES, preposition.first)
    ):
        return _IN  # 'works from Jordan'
    upon = is_upon(scene, scene.marks[index][0])
    # 'It is upon Canada that it ...' names no place.
    return side if side in (_IN, _FROM, _TO, _OUTSIDE) and not upon else "adjunct"
