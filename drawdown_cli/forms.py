"""All forms in which the entries of a lexicon are written, in plain values that can be kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drawdown_cli.arabic.inflect import (
    Inflection,
    PartOfSpeech,
    adjective_forms,
    hamza_spellings,
    noun_forms,
    past_forms,
    present_forms,
)
from drawdown_cli.arabic.letters import TEH_MARBUTA
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.entries import Entry

_MOST_INFLECTIONS = 1024


class Inflected(NamedTuple):
    """The forms of entries; `numbers` holds, for each folded form, entries and inflections in one number."""

    inflections: tuple[tuple[str, ...], ...]
    numbers: dict[str, tuple[int, ...]]

    def readings(self, form: str) -> Iterator[tuple[int, Inflection]]:
        """Yield the places of the entries that a folded form may be, each with what the form says."""
        for number in self.numbers.get(form, ()):
            entry, inflection = divmod(number, _MOST_INFLECTIONS)
            yield entry, Inflection(*self.inflections[inflection])


def inflect(entries: Sequence[Entry]) -> Inflected:
    """Return all forms of all entries; of a phrase those of its first word."""
    found: dict[str, tuple[int, ...]] = {}
    inflections: dict[tuple[str, ...], int] = {}
    for at, entry in enumerate(entries):
        for surface, inflection in _forms(entry, entry.word.split()[0]):
            number = at * _MOST_INFLECTIONS + inflections.setdefault(tuple(inflection), len(inflections))
            for spelling in hamza_spellings(surface):
                form = fold(spelling)
                known = found.get(form, ())
                if number not in known:
                    found[form] = (*known, number)
    return Inflected(tuple(inflections), found)


def _forms(entry: Entry, head: str) -> Iterator[tuple[str, Inflection]]:
    features = entry.features
    objects = bool(features.get("objects", False))
    for form in features.get("forms", ()):
        yield form, Inflection(entry.pos.value)
    if entry.pos is PartOfSpeech.VERB:
        yield from past_forms(head, objects=objects)
        if "present" in features:
            yield from present_forms(features["present"], objects=objects)
        if "masdar" in features:
            yield from noun_forms(features["masdar"], form="masdar")
        if "participle" in features:
            yield from adjective_forms(features["participle"])
    elif entry.pos is PartOfSpeech.NOUN:
        plurals = features.get("plural", ())
        yield from noun_forms(head, (plurals,) if isinstance(plurals, str) else tuple(plurals))
        if features.get("feminine", False):
            yield from noun_forms(head + TEH_MARBUTA, ("ات",))
    elif entry.pos is PartOfSpeech.ADJECTIVE:
        yield from adjective_forms(head)
    else:
        yield head, Inflection(entry.pos.value)
