"""Names across scripts: what Latin letters the press writes for Arabic sounds, compared letter by letter.

English, French and German press spellings, ISO 233, DIN 31635 and BGN/PCGN romanisation are read alike. The
Arabic script leaves short vowels out and Latin spellings disagree on all vowels, so a name is found by the
skeleton of its consonants, in classes wide enough for both scripts, and then scored by an alignment.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import product

from drawdown_cli.arabic.letters import ALEF, HAMZA, HEH, WAW, YEH
from drawdown_cli.arabic.normalize import fold
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
READINGS: dict[str, dict[str, float]] = {
    "b": {"ب": 0},
    "p": {"ب": 0},
    "v": {"ف": 0, "ب": 0.3, WAW: 0.3},
    "f": {"ف": 0},
    "ph": {"ف": 0},
    "t": {"ت": 0, "ط": 0.05},
    "th": {"ث": 0, "ذ": 0.1, "ت": 0.4, "ظ": 0.3},
    "d": {"د": 0, "ض": 0.05, "ذ": 0.2, "ظ": 0.4},
    "dh": {"ذ": 0, "ظ": 0, "ض": 0.05, "د": 0.4},
    "z": {"ز": 0, "ظ": 0.05, "ذ": 0.1, "س": 0.5, "ض": 0.3},
    "zh": {"ز": 0, "ج": 0.1, "ش": 0.5},
    "j": {"ج": 0, YEH: 0.3, "خ": 0.5},
    "dj": {"ج": 0},
    "s": {"س": 0, "ص": 0.05, "ث": 0.2, "ز": 0.3, "ش": 0.5},
    "sh": {"ش": 0},
    "ch": {"ش": 0.05, "خ": 0.3, "ك": 0.3},
    "c": {"ك": 0.05, "س": 0.1, "ق": 0.15, "ج": 0.3},
    "k": {"ك": 0, "ق": 0.1, "خ": 0.5},
    "q": {"ق": 0, "ك": 0.2, "غ": 0.4},
    "kh": {"خ": 0, "ك": 0.5},
    "g": {"غ": 0.1, "ج": 0.1, "ك": 0.1, "ق": 0.1},
    "gg": {"غ": 0.1, "ج": 0.1, "ك": 0.1, "ق": 0.2},
    "gh": {"غ": 0, "ق": 0.3, "ج": 0.4, "ك": 0.3},
    "h": {"ه": 0, "ح": 0, "خ": 0.5},
    "l": {"ل": 0},
    "m": {"م": 0, "ن": 0.3},
    "n": {"ن": 0},
    "r": {"ر": 0},
    "w": {WAW: 0, "ف": 0.3},
    "y": {YEH: 0},
    "'": {"ع": 0, HAMZA: 0},
}
PAIRS = {"ch": "تش", "gg": "قج"}
_UNITS = {"dsch": "dj", "sch": "sh", "tch": "ch", "dzh": "dj", "ck": "k", "qu": "q", "x": "ks", "ss": "s"}
VOWELS = {ALEF: "a", WAW: "ou", YEH: "iey"}
UNWRITTEN = frozenset("ع" + HAMZA)
CARRIED = (ALEF + YEH, ALEF + WAW)  # an alef that carries the long vowel of Iran
# Letters that ISO 233, DIN 31635 and the Library of Congress mark, where the mark changes the sound.
_MARKED = str.maketrans(
    {"š": "sh", "ş": "sh", "ḫ": "kh", "ẖ": "kh", "ḵ": "kh", "ġ": "gh", "ğ": "gh", "ṯ": "th", "ḏ": "dh"}
    | {"ǧ": "j", "č": "ch", "ž": "zh", "ʿ": "'", "ʾ": "'", "‘": "'", "’": "'", "`": "'", "ẓ": "dh"}
)
_LATIN_UNIT = re.compile(r"dsch|sch|tch|dzh|dj|ck|qu|ss|gg|(?:sh|ch|kh|gh|th|dh|zh|ph)|[aeiouy]+|[a-z']")
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
    return letter in VOWELS


@lru_cache(maxsize=20_000)
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
    found: dict[str, None] = dict.fromkeys(skeleton(base) for base in exonyms(latin))
    for spelling in without_article(plain_latin(latin)):
        for picked in product(*_choices(_consonants(spelling))):
            found.setdefault(_undoubled("".join(picked)))
            if len(found) >= _MAX_SKELETONS:
                return tuple(found)
    return tuple(found)


def exonyms(latin: str) -> frozenset[str]:
    """Return the folded Arabic names, without article, of a place that Latin script calls otherwise.

    >>> sorted(exonyms("Cairo")), sorted(exonyms("Erbil"))
    (['قاهره'], [])
    """
    return _exonyms().get(plain_latin(latin), frozenset())


@cache
def _exonyms() -> dict[str, frozenset[str]]:
    from drawdown_cli.compiled import compiled
    from drawdown_cli.wordfiles import files_of

    return compiled("exonyms", files_of("exonyms"), _read_exonyms)


def _read_exonyms() -> dict[str, frozenset[str]]:
    from drawdown_cli.lexicon import lexicon

    found: dict[str, set[str]] = {}
    for entry in lexicon("exonyms").entries:
        for name in entry.feature("latin"):
            found.setdefault(plain_latin(name), set()).add(parts(fold(entry.word)).base)
    return {name: frozenset(bases) for name, bases in found.items()}


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


def units(spelling: str) -> list[str]:
    """Return the letters and digraphs of a plain Latin spelling; a doubled consonant is one.

    >>> units("mckenzie"), units("abbas")
    (['m', 'k', 'e', 'n', 'z', 'ie'], ['a', 'b', 'a', 's'])
    """
    found: list[str] = []
    for unit in _LATIN_UNIT.findall(spelling):
        plain = _UNITS.get(unit, unit)
        for piece in plain if plain == "ks" else (plain,):
            if not found or found[-1] != piece or piece[0] in "aeiouy":
                found.append(piece)
    return found


def _consonants(spelling: str) -> list[str]:
    return [unit for unit in units(spelling) if unit[0] not in "aeiouy'w"]


def _choices(consonants: list[str]) -> list[tuple[str, ...]]:
    """The classes of each consonant, and what it may be read as beside some others."""
    return [
        (*_classes(unit), *_beside(unit, consonants[at - 1] if at else "", consonants[at + 1 : at + 2]))
        for at, unit in enumerate(consonants)
    ]


def _beside(unit: str, before: str, after: list[str]) -> tuple[str, ...]:
    """Washington's g is silent, Saleh's h may be ta marbuta's, Jumblatt's m is a noon, ch may be t-sh."""
    if unit == "h" and not after:
        return ("",)
    if unit == "m" and after and after[0] in ("b", "p"):
        return ("n",)
    return {"ch": ("tx",), "gg": ("kj",), "g": ("",) if before == "n" else ()}.get(unit, ())


def _classes(unit: str) -> tuple[str, ...]:
    if unit == "m":
        return ("m",)
    readings = sorted(READINGS[unit].items(), key=lambda item: item[1])
    return tuple(dict.fromkeys(_CLASS_OF.get(letter, "") for letter, _ in readings))
