"""Names across scripts: what Latin letters the press writes for Arabic sounds, compared letter by letter.

English, French and German press spellings, ISO 233, DIN 31635 and BGN/PCGN romanisation are read alike. The
Arabic script leaves short vowels out and Latin spellings disagree on all vowels, so a name is found by the
skeleton of its consonants, in classes wide enough for both scripts, and then scored by an alignment.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product

from drawdown_cli.arabic.letters import ALEF, HAMZA, HEH, WAW, YEH
from drawdown_cli.arabic.stem import parts


class _ClassTable(dict[int, str]):
    """Consonants as their classes; whatever else stands in a word goes."""

    def __missing__(self, code: int) -> str:
        return ""


_CLASSES = {
    "b": "ب",
    "t": "تط",
    "s": "ثسص",
    "x": "ش",
    "j": "ج",
    "h": "حه",
    "k": "خكقغ",
    "d": "دذضظز",
    "r": "ر",
    "f": "ف",
    "l": "ل",
    "m": "م",
    "n": "ن",
}
_CLASS_OF = {letter: name for name, letters in _CLASSES.items() for letter in letters}
"""Consonants that misspellings and romanisations confuse; long vowels, hamza and ain have no class."""
_CLASSES_OF_LETTERS = _ClassTable({ord(letter): name for letter, name in _CLASS_OF.items()})
_DOUBLED_CLASS = re.compile(r"(.)\1+")

# For each Latin unit the Arabic letters that it may stand for, with the cost of reading it so.
_READINGS: dict[str, dict[str, float]] = {
    "b": {"ب": 0},
    "p": {"ب": 0},
    "v": {"ف": 0, "ب": 0.3, WAW: 0.3},
    "f": {"ف": 0},
    "ph": {"ف": 0},
    "t": {"ت": 0, "ط": 0.05},
    "th": {"ث": 0, "ذ": 0.1, "ت": 0.4, "ظ": 0.3},
    "d": {"د": 0, "ض": 0.05, "ذ": 0.3, "ظ": 0.4},
    "dh": {"ذ": 0, "ظ": 0, "ض": 0.05, "د": 0.4},
    "z": {"ز": 0, "ظ": 0.05, "ذ": 0.1, "س": 0.5, "ض": 0.3},
    "zh": {"ز": 0, "ج": 0.1, "ش": 0.5},
    "j": {"ج": 0, YEH: 0.3, "خ": 0.5},
    "dj": {"ج": 0},
    "s": {"س": 0, "ص": 0.05, "ث": 0.2, "ز": 0.3, "ش": 0.5},
    "sh": {"ش": 0},
    "ch": {"ش": 0.05, "خ": 0.3, "ك": 0.3},
    "c": {"ك": 0.05, "س": 0.1, "ق": 0.15},
    "k": {"ك": 0, "ق": 0.1, "خ": 0.5},
    "q": {"ق": 0, "ك": 0.2, "غ": 0.4},
    "kh": {"خ": 0, "ك": 0.5},
    "g": {"غ": 0.1, "ج": 0.1, "ك": 0.1, "ق": 0.2},
    "gh": {"غ": 0, "ق": 0.3, "ج": 0.4, "ك": 0.3},
    "h": {"ه": 0, "ح": 0, "خ": 0.5},
    "l": {"ل": 0},
    "m": {"م": 0},
    "n": {"ن": 0},
    "r": {"ر": 0},
    "w": {WAW: 0, "ف": 0.3},
    "y": {YEH: 0},
    "'": {"ع": 0, HAMZA: 0},
}
_UNITS = {"dsch": "dj", "sch": "sh", "tch": "ch", "dzh": "dj", "ck": "k", "qu": "q", "x": "ks", "ss": "s"}
_VOWELS = {ALEF: "a", WAW: "ou", YEH: "iey"}
_UNWRITTEN = frozenset("ع" + HAMZA)
_CARRIED = (ALEF + YEH, ALEF + WAW)  # an alef that carries the long vowel of Iran
# Letters that ISO 233, DIN 31635 and the Library of Congress mark, where the mark changes the sound.
_MARKED = str.maketrans(
    {"š": "sh", "ş": "sh", "ḫ": "kh", "ẖ": "kh", "ḵ": "kh", "ġ": "gh", "ğ": "gh", "ṯ": "th", "ḏ": "dh"}
    | {"ǧ": "j", "č": "ch", "ž": "zh", "ʿ": "'", "ʾ": "'", "‘": "'", "’": "'", "`": "'", "ẓ": "dh"}
)
_LATIN_UNIT = re.compile(r"dsch|sch|tch|dzh|dj|ck|qu|ss|(?:sh|ch|kh|gh|th|dh|zh|ph)|[aeiouy]+|[a-z']")
_LATIN_ARTICLE = re.compile(r"(?:[aeu]l|(?P<sun>[aeu](?:sh|th|dh|[sdnrtz])))[-' ](?=(?P<next>..))")
_SERVANT = re.compile("[aeiou]bd[aeiou][lrnsz]")
"""Abdul, Abdel, Abder ...: the article of the name that follows, written to its first word."""
_FIRST_GREEK = "\N{GREEK CAPITAL LETTER HETA}"
_MAX_SKELETONS = 48

_ROMAN: dict[str, str] = {
    **dict(zip("ابتجحدرزسصضطظعفقكلمنهوي" + HAMZA, "abtjhdrzssdtz'fqklmnhwy'", strict=True)),
    "ث": "th",
    "خ": "kh",
    "ذ": "dh",
    "ش": "sh",
    "غ": "gh",
}


def is_latin(word: str) -> bool:
    """Whether a word is written in Latin letters."""
    return word[:1].isalpha() and word[0] < _FIRST_GREEK


def romanize(norm: str) -> str:
    """Return a folded Arabic word in plain Latin letters, long vowels as vowels.

    >>> romanize("الكاظمي"), romanize("سوداني")
    ('al-kazmi', 'sudani')
    """
    article, rest = ("al-", norm[2:]) if parts(norm).proclitic == "ال" else ("", norm)
    return article + "".join(_roman(rest, at) for at in range(len(rest)))


def _roman(word: str, at: int) -> str:
    letter = word[at]
    between = at > 0 and not _is_vowel(word[at - 1])
    if letter == WAW and between:
        return "u"
    if letter == YEH and between:
        return "i"
    if letter == HEH and at == len(word) - 1:
        return "a"
    return _ROMAN.get(letter, letter)


def _is_vowel(letter: str) -> bool:
    return letter in _VOWELS


@lru_cache(maxsize=200_000)
def skeleton(norm: str) -> str:
    """Return the consonant classes of a folded Arabic word without proclitics.

    Words with one skeleton are spelt, or romanised, in ways that are easily confused.

    >>> skeleton("كاظمي") == skeleton("قاضم") == "kdm"
    True
    """
    return _undoubled(norm.removesuffix(HEH).translate(_CLASSES_OF_LETTERS))


def _undoubled(classes: str) -> str:
    return _DOUBLED_CLASS.sub(r"\1", classes)


def skeletons(latin: str) -> tuple[str, ...]:
    """Return every skeleton that a Latin spelling may stand for.

    >>> "kdm" in skeletons("al-Kadhimi"), "bxmrk" in skeletons("Peshmerga")
    (True, True)
    """
    found: dict[str, None] = {}
    for spelling in without_article(plain_latin(latin)):
        for picked in product(*_choices(_consonants(spelling))):
            found.setdefault(_undoubled("".join(picked)))
            if len(found) >= _MAX_SKELETONS:
                return tuple(found)
    return tuple(found)


def plain_latin(word: str) -> str:
    """Return a Latin word in lower case, its marked letters as the digraphs of the press.

    >>> plain_latin("al-Kāẓimī"), plain_latin("Şadr")
    ('al-kadhimi', 'shadr')
    """
    composed = unicodedata.normalize("NFC", word).lower().translate(_MARKED)
    plain = "".join(c for c in unicodedata.normalize("NFKD", composed) if not unicodedata.combining(c))
    return plain + "h" if plain.endswith("vic") else plain


def without_article(latin: str) -> tuple[str, ...]:
    """Return the readings of a plain Latin name as regards its article (al-, as-, el).

    >>> without_article("al-kadhimi"), without_article("alsudani"), without_article("ash-sharq")
    (('kadhimi',), ('sudani', 'alsudani'), ('sharq',))
    """
    match = _LATIN_ARTICLE.match(latin)
    if match and (not match["sun"] or match["next"].startswith(match["sun"][1:])):
        return (latin[match.end() :].replace("-", ""),)
    bare = latin.replace("-", "")
    if _SERVANT.fullmatch(bare):
        return (bare[:3], bare)
    if bare[:2] in ("al", "el") and len(bare) >= 6:
        return (bare[2:], bare)
    return (bare,)


def _units(spelling: str) -> list[str]:
    units: list[str] = []
    for unit in _LATIN_UNIT.findall(spelling):
        plain = _UNITS.get(unit, unit)
        for piece in plain if plain == "ks" else (plain,):
            doubled = units and units[-1] == piece and piece[0] not in "aeiouy"
            if not doubled:
                units.append(piece)
    return units


def _consonants(spelling: str) -> list[str]:
    sounded = [unit for unit in _units(spelling) if unit[0] not in "aeiouy'w"]
    # The h of -ah is ta marbuta, or the Arabic heh that a skeleton leaves out.
    return sounded[:-1] if sounded[-1:] == ["h"] and spelling.endswith("h") else sounded


def _choices(consonants: list[str]) -> list[tuple[str, ...]]:
    """The classes of each consonant; a g behind n (Washington), and ch as t-sh, may be read otherwise."""
    choices = []
    for at, unit in enumerate(consonants):
        silent = ("",) if unit == "g" and at and consonants[at - 1] == "n" else ()
        choices.append((*_classes(unit), *silent, *(("tx",) if unit == "ch" else ())))
    return choices


def _classes(unit: str) -> tuple[str, ...]:
    readings = sorted(_READINGS[unit].items(), key=lambda item: item[1])
    return tuple(dict.fromkeys(_CLASS_OF.get(letter, "") for letter, _ in readings))


# --- alignment -------------------------------------------------------------------------------------------

_FOREIGN = 1.2  # a consonant read as one that it does not stand for
_LOST_CONSONANT = 1.0
_LOST_VOWEL = 0.05  # a short vowel, which Arabic does not write
_LOST_LAST_VOWEL = 0.45  # Sudan is not Sudani
_LOST_LETTER = 0.35  # a long vowel that the Latin spelling leaves out
_OTHER_VOWEL = 0.45
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
    spellings = without_article(plain_latin(latin))
    return max(_similarity(_units(spelling), norm) for spelling in spellings)


def _similarity(units: list[str], norm: str) -> float:
    letters = sum(unit[0] not in "aeiouy'" for unit in units)
    return max(0.0, 1.0 - _alignment_cost(units, norm) / max(2.0, letters)) if units else 0.0


def _alignment_cost(units: list[str], norm: str) -> float:
    row = [0.0]
    for at, letter in enumerate(norm):
        row.append(row[-1] + _letter_lost(letter, at, norm))
    for number, unit in enumerate(units):
        lost = _unit_lost(units, number)
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


def _unit_lost(units: list[str], number: int) -> float:
    unit, first, last = units[number], number == 0, number == len(units) - 1
    if unit[0] in "aeiouy":
        if last or first:
            return _LOST_LAST_VOWEL if unit[0] in "iouy" or first else 2 * _LOST_VOWEL
        return _LOST_VOWEL if len(unit) == 1 else 4 * _LOST_VOWEL
    if unit == "'":
        return _LOST_VOWEL
    if unit == "g" and not first and units[number - 1] == "n":
        return _SILENT
    return 2 * _LOST_VOWEL if unit == "h" and last else _LOST_CONSONANT


def _letter_lost(letter: str, at: int, norm: str) -> float:
    if letter in _UNWRITTEN or (at == 0 and norm[:2] in _CARRIED):
        return _LOST_VOWEL
    if letter == HEH and at == len(norm) - 1:
        return 2 * _LOST_VOWEL
    if at and letter == norm[at - 1]:
        return _DOUBLED
    return _LOST_LETTER if letter in _VOWELS else _LOST_CONSONANT


def _read_as(unit: str, letter: str, *, first: bool, final: bool) -> float:
    if unit[0] in "aeiouy":
        if letter == HEH and final:
            return 0.0 if unit[-1] in "ae" else _OTHER_VOWEL
        if letter == "ع" or (first and letter == ALEF):
            return _LOST_VOWEL
        sounds = _VOWELS.get(letter)
        if sounds is None:
            return _FOREIGN
        return 0.0 if any(vowel in sounds for vowel in unit) else _OTHER_VOWEL
    return _READINGS[unit].get(letter, _FOREIGN)


def _read_as_two(unit: str, letters: str) -> float:
    if unit == "ch":
        return 0.0 if letters == "تش" else _FOREIGN
    first, second = (_VOWELS.get(letter, "") for letter in letters)
    if unit[0] not in "aeiouy" or not first or not second or unit[-1] not in second:
        return _FOREIGN
    return 0.0 if unit[0] in first and len(unit) > 1 else _DIPHTHONG
