"""How far words and names are apart: edit distance weighted by what Arabic writers confuse.

The one home of rapidfuzz.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

from drawdown_cli.arabic.alignment import transliteration_similarity
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.stem import parts
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.arabic.transliterate import is_latin, plain_latin, skeleton
from drawdown_cli.models import TokenKind

_Distance = Callable[[str, str], float]

_FEW = 100
"""Words that Python compares in less time than rapidfuzz takes to load."""
_LOOSE_ARTICLES = frozenset({"al", "el", "ul"})


def edit_cost(one: str, other: str) -> float:
    """Return the weighted distance of two folded words: half their edits, half their skeletons' edits.

    A lost long vowel, or a letter confused with its neighbour in sound, costs a half; else an edit costs one.

    >>> edit_cost("نورمان", "نوريمان"), edit_cost("حفتر", "حفطر"), edit_cost("قتال", "قتام")
    (0.5, 0.5, 1.0)
    """
    from rapidfuzz.distance import OSA

    return _edit_costs(one, (other,), OSA.distance)[0]


def edit_costs(word: str, others: Sequence[str]) -> list[float]:
    """Return the weighted distance of a folded word from each of many."""
    if len(others) <= _FEW and "rapidfuzz" not in sys.modules:
        return _edit_costs(word, others, edits)
    from rapidfuzz.distance import OSA

    return _edit_costs(word, others, OSA.distance)


def edits(one: str, other: str) -> int:
    """Return how many letters to add, drop, change or swap with their neighbour, as rapidfuzz counts them.

    >>> edits("انسحاب", "انحساب"), edits("قوات", "قوة"), edits("", "لا")
    (1, 2, 2)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        last, before, row = before, row, [at + 1]
        for to, wanted in enumerate(other):
            cost = min(before[to + 1] + 1, row[to] + 1, before[to] + (letter != wanted))
            if at and to and letter == other[to - 1] and one[at - 1] == wanted:
                cost = min(cost, last[to - 1] + 1)
            row.append(cost)
    return row[-1]


def _edit_costs(word: str, others: Iterable[str], distance: _Distance) -> list[float]:
    if is_latin(word):  # Latin letters have no skeleton of this kind: each edit counts
        return [float(distance(word, other)) for other in others]
    bones = skeleton(word)
    return [(distance(word, other) + distance(bones, skeleton(other))) / 2 for other in others]


@lru_cache(maxsize=100_000)
def word_similarity(one: str, other: str) -> float:
    """Return how alike two words are, each in Arabic or Latin script, from 0 to 1.

    >>> word_similarity("السوداني", "Sudani"), word_similarity("الكاظمي", "الكاضمي") > 0.85
    (1.0, True)
    """
    if is_latin(one) and is_latin(other):
        return _latin_similarity(plain_latin(one), plain_latin(other))
    if is_latin(other):
        one, other = other, one
    bare = parts(fold(other)).base
    if is_latin(one):
        return transliteration_similarity(one, bare)
    first = parts(fold(one)).base
    return max(0.0, 1.0 - edit_cost(first, bare) / max(3, min(len(first), len(bare))))


@lru_cache(maxsize=50_000)
def name_similarity(one: str, other: str) -> float:
    """Return how well two names may name one person, across scripts, from 0 to 1.

    The shorter name's words each find their best word in the longer one, in order: a surname alone matches
    the full name, a little less than the full name itself.

    >>> name_similarity("Mustafa al-Kadhimi", "مصطفى الكاظمي") > 0.9
    True
    >>> name_similarity("مصطفى الكاظمي", "عادل عبد المهدي") < 0.5
    True
    """
    first, second = _name_words(one), _name_words(other)
    if not first or not second:
        return 0.0
    shorter, longer = sorted((first, second), key=len)
    found = _best_in_order(shorter, longer) / len(shorter)
    missing = len(longer) - len(shorter)
    apart = found * (1.0 - 0.08 * min(missing, 2) / len(longer))
    # نصر الله is Nasrallah: words that one script parts, the other joins.
    return max(apart, word_similarity("".join(first), "".join(second))) if missing else apart


def sequence_similarity(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of words that two texts have in common in order, from 0 to 1.

    >>> sequence_similarity(["a", "b", "c", "d"], ["a", "x", "c", "d"])
    0.75
    """
    from rapidfuzz.distance import Indel

    return Indel.normalized_similarity(one, other)


def _latin_similarity(one: str, other: str) -> float:
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(one.replace("-", ""), other.replace("-", ""))


def _name_words(name: str) -> list[str]:
    words = [token.text for token in tokens(name) if token.kind in (TokenKind.WORD, TokenKind.LATIN)]
    return [word for word in words[:-1] if word.lower() not in _LOOSE_ARTICLES] + words[-1:]


def _best_in_order(shorter: Sequence[str], longer: Sequence[str]) -> float:
    """The highest sum of similarities that pairs the shorter name's words with the longer one's in order."""
    best = [0.0] * (len(longer) + 1)
    for word in shorter:
        row = [0.0]
        for at, other in enumerate(longer):
            row.append(max(row[-1], best[at + 1], best[at] + word_similarity(word, other)))
        best = row
    return best[-1]
