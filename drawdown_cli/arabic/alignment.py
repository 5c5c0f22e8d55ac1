"""How well a Latin spelling reads as an Arabic word: their letters aligned, each reading with its cost."""

from __future__ import annotations

from functools import lru_cache

from drawdown_cli.arabic.letters import ALEF, HEH, YEH
from drawdown_cli.arabic.transliterate import (
    CARRIED,
    PAIRS,
    READINGS,
    UNWRITTEN,
    VOWELS,
    exonyms,
    plain_latin,
    units,
    without_article,
)

_FOREIGN = 1.2  # a consonant read as one that it does not stand for
_LOST_CONSONANT = 1.0
_LOST_VOWEL = 0.05  # a short vowel, which Arabic does not write
_LOST_LAST_VOWEL = 0.45  # Sudan is not Sudani
_LOST_LETTER = 0.35  # a long vowel that the Latin spelling leaves out
_OTHER_VOWEL = 0.45
_OTHER_ALEF = 0.3
_DIPHTHONG = 0.1  # a single Latin vowel for two letters: Biden, بايدن
_DOUBLED = 0.15
_SILENT = 0.3


@lru_cache(maxsize=50_000)
def transliteration_similarity(latin: str, norm: str) -> float:
    """Return how well a Latin spelling reads as a folded Arabic word without proclitics: 1 is perfect.

    >>> transliteration_similarity("Kazemi", "كاظمي") > 0.95
    True
    >>> transliteration_similarity("Tokyo", "طاقه") < 0.7
    True
    """
    if norm in exonyms(latin):
        return 1.0
    spellings = without_article(plain_latin(latin))
    return max(_similarity(units(spelling), norm) for spelling in spellings)


def _similarity(spelt: list[str], norm: str) -> float:
    letters = sum(unit[0] not in "aeiouy'" for unit in spelt)
    return max(0.0, 1.0 - _alignment_cost(spelt, norm) / max(2.0, letters)) if spelt else 0.0


def _alignment_cost(spelt: list[str], norm: str) -> float:
    row = [0.0]
    for at, letter in enumerate(norm):
        row.append(row[-1] + _letter_lost(letter, at, norm))
    for number, unit in enumerate(spelt):
        lost = _unit_lost(spelt, number)
        above, row = row, [row[0] + lost]
        for at, letter in enumerate(norm):
            cost = min(
                above[at + 1] + lost,
                row[-1] + _letter_lost(letter, at, norm),
                above[at] + _read_as(unit, letter, first=number == 0, final=at == len(norm) - 1),
            )
            if at:
                cost = min(cost, above[at - 1] + _read_as_two(unit, norm[at - 1 : at + 1]))
            row.append(cost)
    return row[-1]


def _unit_lost(spelt: list[str], number: int) -> float:
    unit, first, last = spelt[number], number == 0, number == len(spelt) - 1
    if unit[0] in "aeiouy":
        if last or first:
            return _LOST_LAST_VOWEL if unit[0] in "iouy" or first else 2 * _LOST_VOWEL
        return _LOST_VOWEL if len(unit) == 1 else 4 * _LOST_VOWEL
    if unit == "'":
        return _LOST_VOWEL
    if unit == "g" and not first and spelt[number - 1] == "n":
        return _SILENT
    return 2 * _LOST_VOWEL if unit == "h" and last else _LOST_CONSONANT


def _letter_lost(letter: str, at: int, norm: str) -> float:
    if letter in UNWRITTEN or (at == 0 and norm[:2] in CARRIED):
        return _LOST_VOWEL
    if letter == HEH and at == len(norm) - 1:
        return 2 * _LOST_VOWEL
    if at and letter == norm[at - 1]:
        return _DOUBLED
    return _LOST_LETTER if letter in VOWELS else _LOST_CONSONANT


def _read_as(unit: str, letter: str, *, first: bool, final: bool) -> float:
    if unit[0] not in "aeiouy":
        return READINGS[unit].get(letter, _FOREIGN)
    if final and letter == HEH:
        return 0.0 if unit[-1] in "ae" else _OTHER_VOWEL
    if final and letter == YEH and unit[-1] == "a":
        return _DIPHTHONG  # alef maksura, which folds to ya
    if letter == "ع" or (first and letter == ALEF):
        return _LOST_VOWEL
    return _vowel_as(unit, letter)


def _vowel_as(unit: str, letter: str) -> float:
    sounds = VOWELS.get(letter)
    if sounds is None:
        return _FOREIGN
    if any(vowel in sounds for vowel in unit):
        return 0.0
    return _OTHER_ALEF if letter == ALEF else _OTHER_VOWEL


def _read_as_two(unit: str, letters: str) -> float:
    if unit in PAIRS:
        return 0.0 if letters == PAIRS[unit] else _FOREIGN
    first, second = (VOWELS.get(letter, "") for letter in letters)
    if unit[0] not in "aeiouy" or not first or not second or unit[-1] not in second:
        return _FOREIGN
    return 0.0 if unit[0] in first and len(unit) > 1 else _DIPHTHONG
