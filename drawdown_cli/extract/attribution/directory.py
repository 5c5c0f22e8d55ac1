"""Persons found by the words of their names and titles, so that no name is compared with every other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from drawdown_cli.arabic.letters import ALEF, WAW, YEH
from drawdown_cli.extract.attribution.offices import stems
from drawdown_cli.extract.attribution.shapes import ARTICLE

_MOST = 200


@dataclass(slots=True)
class Person:
    """A person as one mention names him."""

    name: str
    words: tuple[str, ...]
    roles: tuple[str, ...]
    gender: str
    at: int


@dataclass(slots=True)
class Directory:
    """The persons of an article by word of the name, by surname, by first two words, by word of a title."""

    words: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    surnames: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))
    pairs: dict[tuple[str, ...], list[Person]] = field(default_factory=lambda: defaultdict(list))
    titles: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))

    def alike(self, words: tuple[str, ...]) -> list[Person]:
        """Return who may be meant by a name, in order of their first mention; of very many the latest."""
        if not words:
            return []
        near = self.surnames.get(skeleton(words[-1]), [])[-_MOST:]
        other = self.words.get(words[0], []) if len(words) == 1 else self.pairs.get(words[:2], [])
        found = {id(person): person for person in (*other[-_MOST:], *near)}
        return sorted(found.values(), key=lambda person: person.at)

    def titled(self, stem: str) -> Iterator[Person]:
        """Yield the persons with this word in a title."""
        yield from self.titles.get(stem, [])[:_MOST]


def directory_of(persons: Iterable[Person]) -> Directory:
    """Return the directory of all persons whom an article names."""
    found = Directory()
    for person in persons:
        for word in set(person.words):
            found.words[word].append(person)
        found.surnames[skeleton(person.words[-1])].append(person)
        found.pairs[person.words[:2]].append(person)
        for stem in {stem for role in person.roles for stem in stems(role)}:
            found.titles[stem].append(person)
    return found


@lru_cache(maxsize=50_000)
def skeleton(word: str) -> str:
    """Return a name without the long vowels that transliterations waver in.

    >>> skeleton("ماكينزي") == skeleton("ماكنزي")
    True
    """
    bare = word.removeprefix(ARTICLE) if len(word) > 4 else word
    kept = bare[:1] + "".join(letter for letter in bare[1:] if letter not in (ALEF, WAW, YEH))
    return kept.replace("غ", "ج").replace("ك", "ج") if len(kept) > 2 else bare
