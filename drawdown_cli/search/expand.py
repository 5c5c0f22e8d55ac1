"""Expand a word of the query into the words of the index that it may mean, each with a weight.

What matched how, best first: the word itself, its stem, words a proclitic away, misspellings and respellings,
and names in the other script. The constants were measured; see tests/benchmarks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from drawdown_cli.arabic.alignment import transliteration_similarity
from drawdown_cli.arabic.similarity import edit_costs
from drawdown_cli.arabic.stem import parts, stem_of
from drawdown_cli.arabic.transliterate import (
    is_latin,
    plain_latin,
    skeleton,
    skeletons,
    without_article,
)
from drawdown_cli.models import How
from drawdown_cli.search.query import Typed
from drawdown_cli.store.vocabulary import Term, key, shortened

FUZZY_WEIGHT = 0.6  # for each unit of distance
KNOWN_WEIGHT = 0.7  # a word that the index knows is seldom a misspelling
KNOWN_IN = 3
CLITIC_WEIGHT = 0.9
LIKE_SOUNDING = 0.88  # the least similarity of a name in the other script
MOST_VARIANTS = 12

PROCLITICS = ("و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "فب", "فل", "وس", "فس")
_SHORTEST_REST = 3
_OTHER_START = 0.5
_MOST_UNLIKE = 1.0
_UNRELATED = 9.0


class Words(Protocol):
    """What expansion asks of an index's vocabulary."""

    def with_stems(self, stems: Iterable[str]) -> list[Term]:
        """Return the words of these stems."""
        ...

    def with_bases(self, bases: Iterable[str]) -> list[Term]:
        """Return the words that are one of these without their proclitics."""
        ...

    def beginning(self, start: str) -> list[Term]:
        """Return the words that begin so."""
        ...

    def neighbours(self, keys: Iterable[int]) -> Iterator[str]:
        """Yield the bases under these keys."""
        ...


class Variant(NamedTuple):
    """Words of the index that count as one way to write a word of the query."""

    how: How
    weight: float
    terms: tuple[Term, ...]

    @property
    def df(self) -> int:
        """About how many articles hold one of them."""
        return sum(term.df for term in self.terms)


class Expansion(NamedTuple):
    """A word of the query with its variants, the best first."""

    word: Typed
    variants: tuple[Variant, ...]


def expand(word: Typed, words: Words, *, fuzzy: int | None = None, prefix: bool = False) -> Expansion:
    """Return the variants of a word; `fuzzy` is the greatest distance allowed, None by the word's length."""
    if prefix:
        return Expansion(word, tuple(_beginning(word.form, words)))
    own = _own(word.form, words)
    found = [own] if own.terms else []
    if not word.form[0].isdigit():
        found += _clitic_variants(word.form, own, words)
        if fuzzy != 0:
            taken = {term.stem for variant in found for term in variant.terms}
            found += _neighbours(word, own, taken, words, fuzzy)
    return Expansion(word, tuple(found))


def _own(form: str, words: Words) -> Variant:
    return Variant(How.STEM, 1.0, tuple(words.with_stems([parts(form).stem])))


def _beginning(form: str, words: Words) -> Iterator[Variant]:
    """The words that begin so, also behind an article."""
    terms = {*words.beginning(form), *words.beginning(parts(form).base)}
    if terms:
        yield Variant(How.STEM, 1.0, tuple(sorted(terms)))


# --- proclitics ------------------------------------------------------------------------------------------


def _clitic_variants(form: str, own: Variant, words: Words) -> Iterator[Variant]:
    """Words a proclitic away, if the index bears it out: a word is commoner without its proclitic.

    So قوات finds وقوات, but وزير does not find زير, nor does زير find وزير.
    """
    bare = parts(form)
    whole_stems = len(bare.stem) >= _SHORTEST_REST
    unit, look_up = (bare.stem, words.with_stems) if whole_stems else (bare.base, words.with_bases)
    longer = look_up([proclitic + unit for proclitic in PROCLITICS])
    shorter = look_up(_rests(unit) if not bare.proclitic else ())
    for terms, more in ((longer, False), (shorter, True)):
        for group in _grouped(terms, whole_stems=whole_stems).values():
            df = sum(term.df for term in group)
            if not own.df or (df > own.df if more else df <= own.df):
                yield Variant(How.STEM, CLITIC_WEIGHT, group)


def _rests(unit: str) -> list[str]:
    return [
        unit[len(proclitic) :]
        for proclitic in PROCLITICS
        if unit.startswith(proclitic) and len(unit) - len(proclitic) >= _SHORTEST_REST
    ]


def _grouped(terms: Iterable[Term], *, whole_stems: bool) -> Mapping[str, tuple[Term, ...]]:
    groups: dict[str, list[Term]] = {}
    for term in terms:
        groups.setdefault(term.stem if whole_stems else term.base, []).append(term)
    return {name: tuple(group) for name, group in groups.items()}


# --- neighbours ------------------------------------------------------------------------------------------


class _Near(NamedTuple):
    cost: float
    base: str
    how: How


def _neighbours(
    word: Typed, own: Variant, taken: set[str], words: Words, fuzzy: int | None
) -> Iterator[Variant]:
    base = _base_of(word)
    near = _near(word, base, words, own, fuzzy)[: 2 * MOST_VARIANTS]
    known = KNOWN_WEIGHT if own.df >= KNOWN_IN else 1.0
    stems = _grouped(words.with_stems({stem_of(one.base) for one in near}), whole_stems=True)
    left = MOST_VARIANTS
    for cost, other, how in near:
        stem = stem_of(other)
        terms = stems.get(stem, ())
        if how is How.TRANSLITERATED:
            terms = tuple(term for term in terms if term.base == other)
        if stem in taken or not terms:
            continue
        taken.add(stem)
        yield Variant(how, known * FUZZY_WEIGHT**cost, terms)
        left -= 1
        if not left:
            return


def _near(word: Typed, base: str, words: Words, own: Variant, fuzzy: int | None) -> list[_Near]:
    keys = {key(text) for text in shortened(base)}
    keys |= {key("#" + bones) for bones in _skeletons(word, base) if len(bones) > 1}
    most = _most(base, own, fuzzy)
    near = _within(word, base, words.neighbours(keys), most)
    if (not near and not own.terms and len(base) >= 6 and fuzzy is None) or fuzzy == 2:
        twice = {key(text) for once in shortened(base) for text in shortened(once)}
        near = _within(word, base, words.neighbours(keys | twice), 2.0)
    return near


def _within(word: Typed, base: str, others: Iterable[str], most: float) -> list[_Near]:
    latin = is_latin(base)
    same: list[str] = []
    foreign: list[str] = []
    for other in others:
        (same if is_latin(other) is latin else foreign).append(other)
    near = [
        _Near(cost, other, How.FUZZY)
        for other, spelt in zip(same, edit_costs(base, same), strict=True)
        if spelt <= most and (cost := spelt + _first_letter(base, other)) <= most and other != base
    ]
    near += [one for other in foreign if (one := _sounding(word, base, other)).cost <= _MOST_UNLIKE]
    return sorted(near)


def _first_letter(base: str, other: str) -> float:
    """Writers seldom mistake a word's first letter."""
    alike = base[0] == other[0] or skeleton(base[0]) == skeleton(other[0])
    return 0.0 if alike else _OTHER_START


def _sounding(word: Typed, base: str, other: str) -> _Near:
    latin, arabic = (word.text, other) if is_latin(base) else (other, base)
    similarity = transliteration_similarity(latin, arabic)
    cost = (1.0 - similarity) * 3 if similarity >= LIKE_SOUNDING else _UNRELATED
    return _Near(cost, other, How.TRANSLITERATED)


def _most(base: str, own: Variant, fuzzy: int | None) -> float:
    """The greatest distance for a word of this length, as the index knows it or not."""
    if fuzzy is not None:
        return float(fuzzy) if len(base) > 3 else 0.0
    if len(base) <= 3:
        return 0.0
    if len(base) == 4:
        return 0.5 if own.df >= KNOWN_IN else 1.0
    return 1.0 if own.df >= KNOWN_IN else 1.5


def _base_of(word: Typed) -> str:
    return without_article(plain_latin(word.text))[0] if is_latin(word.form) else parts(word.form).base


def _skeletons(word: Typed, base: str) -> tuple[str, ...]:
    return skeletons(word.text) if is_latin(word.form) else (skeleton(base),)
