"""Which country a text speaks of as the place of forces, and when it turns to another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.offices import is_of_state
from drawdown_cli.extract.changes.owners import is_at_home
from drawdown_cli.extract.changes.places import is_described, spots_of
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.nations import country_of, group_of

_FROM, _TO, _IN = "from", "to", "in"
_TITLE = 2
_DATELINE = frozenset("-–—(")
_ALLIED = frozenset({"un", "coalition"})


def host_of(scenes: Iterable[Scene]) -> str:
    """Return the country of which a text speaks most as the place of forces, none of them its own."""
    told = [scene for scene in scenes if scene.marks]
    spots = (spot for scene in told for spot in spots_of(scene) if not is_described(scene, spot))
    counts = Counter(spot.country for spot in spots if spot.side == _IN)
    owners = Counter(
        str(mark.entry.feature("country")) for scene in told for mark in scene.all_marks(Role.NATIONALITY)
    )
    named = Counter(
        str(mark.entry.feature("country")) for scene in told for mark in scene.all_marks(Role.PLACE)
    )
    # Of two in which as much happens, the one that is named more often.
    hosts = sorted((country for country in counts if country), key=lambda each: (-counts[each], -named[each]))
    # The country whose forces the text is about is rarely where they are.
    sender = owners.most_common(1)[0][0] if owners else ""
    host = next((country for country in hosts if country != sender or len(hosts) == 1), "")
    return host or _dateline(told, owners) or _ministers(told)


def _ministers(scenes: Sequence[Scene]) -> str:
    """'The Somali minister said that the forces will leave the country': his, if it sends no soldiers."""
    if not any(scene.all_marks(Role.HERE) for scene in scenes):
        return ""
    for scene in scenes:
        for mark in scene.all_marks(Role.NATIONALITY):
            before = range(max(scene.first, mark.first - _TITLE), mark.first)
            if is_at_home(str(mark.entry.feature("key"))) and is_of_state(scene, before):
                return str(mark.entry.feature("country"))
    return ""


def _dateline(scenes: Sequence[Scene], owners: Counter[str]) -> str:
    """'Sarajevo - ...': where a report comes from is 'the country', unless that sends soldiers."""
    at = scenes[0].first if scenes else 0
    town = scenes[0].mark(at, Role.PLACE) if scenes else None
    if town is None or town.last >= scenes[0].last or scenes[0].tokens[town.last].text not in _DATELINE:
        return ""
    country = str(town.entry.feature("country"))
    # 'The town' may be any in a report from Washington.
    home = is_at_home(str(town.entry.feature("actor")))
    sends = town.entry.feature("capital") and not home
    here = any(
        scene.all_marks(Role.HERE)
        or (not sends and any(mark.definite for mark in scene.all_marks(Role.AREA)))
        for scene in scenes
    )
    return country if here and (home or country not in owners) else ""


def is_scattered(scenes: Sequence[Scene]) -> bool:
    """Whether a text comes back to no country, not even as 'the country': news in brief."""
    if any(scene.all_marks(Role.HERE) for scene in scenes):
        return False
    roles = (Role.PLACE, Role.BASE, Role.NATIONALITY)
    named = ({mark.entry.feature("country") for mark in scene.all_marks(*roles)} for scene in scenes)
    counts = Counter(country for countries in named for country in countries)
    hosts = {spot.country for scene in scenes for spot in spots_of(scene) if spot.side == _IN}
    return all(counts[country] <= 1 for country in hosts)


def is_abroad(scene: Scene) -> bool:
    """Whether a paragraph begins that names a place, and none of the country spoken of."""
    country = scene.memory.country
    if group_of(scene.memory.force) in _ALLIED or not scene.memory.scattered:
        return False  # the missions of the United Nations stand in many countries
    if not country or not scene.opens_paragraph():
        return False
    if any(mark.entry.feature("part") or mark.inflection.suffix for mark in scene.all_marks(Role.FORCE)):
        return False  # 'and 6,400 of them will return to'
    named = {spot.country for spot in spots_of(scene) if spot.side in (_IN, _FROM, _TO)}
    named -= {country_of(scene.memory.force)}  # where they go home to
    return bool(named) and country not in named
