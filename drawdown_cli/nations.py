"""The names that changes give to forces and places, and the countries to which these belong."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from drawdown_cli.compiled import compiled
from drawdown_cli.wordfiles import FOLDER

LOCAL = "local"
"""The force of the host country that the text does not name: 'the army', 'the police'."""

COMBAT = " combat"
"""Ends the name of a force of which only the combat troops are meant."""

ARMED = "armed"
"""The kind of a group that bears arms and is no state's."""

_ALLIED = frozenset({"un", "coalition"})
_NATIONS_TOGETHER = frozenset({"International", "Multinational force"})
_WHOLES = {"African": "African Union"}
_BROAD = frozenset({"", "UN", "Foreign", "African", "African Union", *_NATIONS_TOGETHER})

_FILES = [FOLDER / "changes" / f"{name}.toml" for name in ("nationalities", "groups", "missions", "places")]


class _Nations(NamedTuple):
    """By their names: the countries of forces and places, of other groups the kinds, owners and theatres."""

    forces: dict[str, str]
    places: dict[str, str]
    groups: dict[str, str]
    owners: dict[str, str]
    theatres: dict[str, str]
    regions: dict[str, str]


def is_local(force: str, country: str) -> bool:
    """Whether a force is an armed group or belongs to the country where it stands.

    >>> is_local("Iraqi", "Iraq"), is_local("American", "Iraq"), is_local("Hezbollah", "Syria")
    (True, False, True)
    """
    key = force.removesuffix(COMBAT)
    if key == LOCAL or group_of(key) == ARMED:
        return True
    return bool(country) and country_of(key) == country


def country_of(force: str) -> str:
    """Return the country to which a national force belongs.

    >>> country_of("French combat"), country_of("NATO")
    ('France', '')
    """
    return _nations().forces.get(force.removesuffix(COMBAT), "")


def group_of(force: str) -> str:
    """Return the kind of a force that is no country's.

    >>> group_of("Hezbollah"), group_of("French")
    ('armed', '')
    """
    return _nations().groups.get(force, "")


def is_broad(force: str) -> bool:
    """Whether a force's name may mean any of several forces.

    >>> is_broad("Foreign"), is_broad("French")
    (True, False)
    """
    return force in _BROAD


def is_part_of(mission: str, whole: str) -> bool:
    """Whether a mission is one of those that a broader name may mean.

    >>> is_part_of("MINUSMA", "UN"), is_part_of("ATMIS", "African Union"), is_part_of("ATMIS", "UN")
    (True, True, False)
    """
    if mission == whole:
        return True
    kind = group_of(mission)
    if whole == "UN":
        return kind == "un"
    if whole == "Foreign":
        return kind != ARMED
    if whole in _NATIONS_TOGETHER:
        return kind in _ALLIED
    return _nations().owners.get(mission, "") == _WHOLES.get(whole, whole)


def country_of_place(place: str) -> str:
    """Return the country in which a place lies.

    >>> country_of_place("Mosul"), country_of_place("Nowhere")
    ('Iraq', '')
    """
    return _nations().places.get(place, "")


def theatre_of(mission: str) -> str:
    """Return where a mission or an operation is at work, which its name alone does not say.

    >>> theatre_of("MINUSMA"), theatre_of("Resolute Support"), theatre_of("French")
    ('Mali', 'Afghanistan', '')
    """
    return _nations().theatres.get(mission, "")


def is_region(place: str) -> bool:
    """Whether a place is a part of the world with several countries.

    >>> is_region("Sahel"), is_region("Mali")
    (True, False)
    """
    return place in _nations().regions


@cache
def _nations() -> _Nations:
    return _Nations(*compiled("nations", [*_FILES, Path(__file__)], lambda: (*_read_nations(),)))


def _read_nations() -> _Nations:
    return _Nations(
        {key: country for key, country in _named("nationalities", "nationality", "country") if country},
        # Of two places of one name, the first is meant.
        dict(reversed(_named("places", "place", "country"))),
        dict(_named("groups", "group", "group")),
        {key: owner for key, owner in _named("groups", "group", "of") if owner},
        {
            key: theatre
            for file, role in (("groups", "group"), ("missions", "operation"))
            for key, theatre in _named(file, role, "theatre")
            if theatre
        },
        {key: region for key, region in _named("places", "place", "region") if region},
    )


def _named(file: str, role: str, feature: str) -> list[tuple[str, str]]:
    from drawdown_cli.lexicon import entries_of

    entries = (entry for entry in entries_of("changes", file) if entry.feature("role") == role)
    return [(str(entry.feature("key")), str(entry.feature(feature))) for entry in entries]
