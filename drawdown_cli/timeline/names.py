"""From what a user types for a place or a force to the names that the timeline uses."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.errors import UsageError
from drawdown_cli.nations import COMBAT, LOCAL

if TYPE_CHECKING:
    from drawdown_cli.entries import Entry

_ALIKE = 0.8
_PLACES = ("place", "base", "institution")
_FORCES = ("nationality", "group")


def place_keys(names: Iterable[str]) -> tuple[str, ...]:
    """Return the places that a user means: a country with all its towns and bases, or the town alone.

    >>> place_keys(["الموصل"])
    ('Mosul',)
    >>> {"Iraq", "Mosul"} <= set(place_keys(["Iraq"]))
    True

    Raises UsageError for a name that no lexicon knows.
    """
    return tuple(dict.fromkeys(key for name in names for key in _place(name)))


def force_keys(names: Iterable[str]) -> tuple[str, ...]:
    """Return the forces that a user means, combat troops among them; a country stands for its forces.

    >>> force_keys(["فرنسا"]), force_keys(["local"])
    (('French', 'French combat'), ('local',))
    >>> force_keys(["القوات الأميركية"]) == force_keys(["United States"])
    True

    Raises UsageError for a name that no lexicon knows.
    """
    keys: dict[str, None] = {}
    for name in names:
        if fold(name) == LOCAL:
            keys[LOCAL] = None
            continue
        entry = _named("--force", name, (*_FORCES, *_PLACES))
        key = _force(entry)
        keys |= {key: None, key + COMBAT: None}
    return tuple(keys)


def place_key(name: str) -> str:
    """Return the timeline's name of a place; one that no lexicon knows stays as it is.

    >>> place_key("العراق"), place_key("Atlantis")
    ('Iraq', 'Atlantis')
    """
    entry = _known(name, _PLACES)
    return str(entry.feature("key")) if entry else name


def force_key(name: str) -> str:
    """Return the timeline's name of a force, or of a country's; one that no lexicon knows stays as it is.

    >>> force_key("فرنسا"), force_key("American combat"), force_key("Wagner")
    ('French', 'American combat', 'Wagner')
    """
    entry = _known(name.removesuffix(COMBAT), (*_FORCES, *_PLACES))
    if entry is None:
        return name
    return _force(entry) + (COMBAT if name.endswith(COMBAT) else "")


def _force(entry: Entry) -> str:
    """Whose forces an entry means; of a place, its country's."""
    if entry.feature("role") not in _PLACES:
        return str(entry.feature("key"))
    country = entry.feature("country")
    inside = (each for each in _entries(_PLACES) if each.feature("country") == country)
    known = (str(each.feature("actor")) for each in (entry, *inside) if each.feature("actor"))
    return next(known, str(entry.feature("key")))


def _place(name: str) -> list[str]:
    entry = _named("--place", name, _PLACES)
    key, country = str(entry.feature("key")), str(entry.feature("country"))
    if key != country:
        return [key]
    inside = [each for each in _entries(_PLACES) if each.feature("country") == country]
    return [
        country,
        *dict.fromkeys(str(each.feature("key")) for each in inside if each.feature("key") != country),
    ]


def _known(name: str, roles: tuple[str, ...]) -> Entry | None:
    """The entry of which this is the word, in any form, or the key; 'the French forces' end in one."""
    from drawdown_cli.lexicon import lexicon

    words = tokens(name)
    for start in range(len(words)):
        for form in lexicon("changes").find(words, start):
            if form.entry.feature("role") in roles and start + form.length == len(words):
                return form.entry
    return next((entry for entry in _entries(roles) if fold(name) == fold(str(entry.feature("key")))), None)


def _named(option: str, name: str, roles: tuple[str, ...]) -> Entry:
    known = _known(name, roles)
    if known is not None:
        return known
    entries = _entries(roles)
    best = max(entries, key=lambda entry: _likeness(name, entry))
    if _likeness(name, best) >= _ALIKE:
        return best
    raise UsageError(f"{option}: {name!r} is in no lexicon; nearest: {best.feature('key')} ({best.word})")


def _likeness(name: str, entry: Entry) -> float:
    from drawdown_cli.arabic.similarity import name_similarity

    return max(name_similarity(name, entry.word), name_similarity(name, str(entry.feature("key"))))


@cache
def _entries(roles: tuple[str, ...]) -> tuple[Entry, ...]:
    from drawdown_cli.lexicon import lexicon

    return tuple(entry for entry in lexicon("changes").entries if entry.feature("role") in roles)
