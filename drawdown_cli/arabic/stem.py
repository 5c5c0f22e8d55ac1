"""Light stems of folded words, and the stop words that carry no content.

Light stemming after Larkey, Ballesteros and Connell (2007), 'Light Stemming for Arabic Information
Retrieval', with the article behind conjunctions and with لل, the plural's pronouns, the verb's plural and the
alef of tanween. A stem keeps three letters, where light10 leaves two.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF, HAMZA, WAW
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.memo import Memo


class Parts(NamedTuple):
    """A folded word parted: `proclitic + stem + suffix` is the word again."""

    proclitic: str
    stem: str
    suffix: str

    @property
    def base(self) -> str:
        """The word without its proclitics."""
        return self.stem + self.suffix


_ARTICLES = ("بال", "كال", "ال", "لل")
_CONJUNCTIONS = (WAW, "ف")
PROCLITICS = tuple(c + article for c in _CONJUNCTIONS for article in _ARTICLES) + _ARTICLES
"""What `parts` takes off the front of a word: always with the article, which tells it from a root."""

# Tried in this order, each once: ending within ending, as in قواتها (ها, then ات).
_ENDING_IN_ALEF = ("ها", "هما", "وا")
_SUFFIXES = ("هما", "هم", "وا", "ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي")
# قوة and قوات leave two letters and are one word; قوي would leave the same two and is another.
_FEMININE = frozenset({"ه", "ات"})
_ENDINGS = (HAMZA, ALEF, *_SUFFIXES)
_SHORTEST = 2
_SHORTEST_STEM = 3
_SHORTEST_BEFORE_ALEF = 3


def parts(norm: str) -> Parts:
    """Part a folded word into proclitics, stem and suffix.

    >>> parts("والقوات")
    Parts(proclitic='وال', stem='قو', suffix='ات')
    >>> parts("رسميا").stem == parts("الرسميه").stem
    True
    """
    return _parted[norm]


def stem(norm: str) -> str:
    """Return the light stem of a folded word.

    >>> stem("للمستشارين"), stem("واشنطن"), stem("mckenzie")
    ('مستشار', 'واشنطن', 'mckenzie')
    """
    return _parted[norm].stem


def stems(norms: Iterable[str]) -> list[str]:
    """Return the light stems of many words.

    >>> stems(["للمستشارين", "واشنطن"])
    ['مستشار', 'واشنطن']
    """
    return [_stemmed[norm] for norm in norms]


def stem_of(base: str) -> str:
    """Return the stem of a word that stands without its proclitics.

    >>> stem_of("قوات"), stem_of("الم")
    ('قو', 'الم')
    """
    return base[: _without_suffixes(base)] if _is_arabic(base) else base


@cache
def stop_words() -> frozenset[str]:
    """Return the folded stop words of the lexicon."""
    from drawdown_cli.compiled import compiled
    from drawdown_cli.wordfiles import files_of

    return compiled("stop_words", files_of("stop_words"), _folded_stop_words)


def _folded_stop_words() -> frozenset[str]:
    from drawdown_cli.lexicon import lexicon

    return frozenset(fold(entry.word) for entry in lexicon("stop_words").entries)


def is_stop_word(norm: str) -> bool:
    """Whether a folded word, also behind a conjunction, carries no content.

    >>> is_stop_word("وفي"), is_stop_word("ماء")
    (True, False)
    """
    known = stop_words()
    return norm in known or (norm[:1] in _CONJUNCTIONS and norm[1:] in known)


def index_form(norm: str) -> str:
    """Return the form under which a folded word is found: numbers lose the marks between thousands.

    >>> index_form("12,000"), index_form("2.5"), index_form("القوات")
    ('12000', '2.5', 'القوات')
    """
    if not norm[0].isdigit():
        return norm
    groups = norm.replace(_ARABIC_THOUSANDS, ",").replace(_ARABIC_COMMA, ",").split(",")
    if len(groups) > 1 and all(len(group.split(".")[0]) == 3 for group in groups[1:]):
        groups = ["".join(groups)]
    return ",".join(groups).replace(_ARABIC_DECIMAL, ".")


_ARABIC_THOUSANDS = "\N{ARABIC THOUSANDS SEPARATOR}"
_ARABIC_DECIMAL = "\N{ARABIC DECIMAL SEPARATOR}"
_ARABIC_COMMA = "\N{ARABIC COMMA}"


def _part(norm: str) -> Parts:
    if not _is_arabic(norm):
        return Parts("", norm, "")
    proclitic = _proclitic(norm)
    base = norm[len(proclitic) :]
    kept = _without_suffixes(base)
    return Parts(proclitic, base[:kept], base[kept:])


def _proclitic(norm: str) -> str:
    # Most words have none, and no ending: one look tells.
    if norm.startswith(PROCLITICS):
        for proclitic in PROCLITICS:
            if norm.startswith(proclitic) and len(norm) - len(proclitic) >= _SHORTEST:
                return proclitic
    return ""


def _without_suffixes(base: str) -> int:
    """How many letters of the base are its stem."""
    end = len(base)
    if not base.endswith(_ENDINGS):
        return end
    if base.endswith(HAMZA) and end > _SHORTEST_BEFORE_ALEF:
        end -= 1
    tanween = base.endswith(ALEF, 0, end) and not base.endswith(_ENDING_IN_ALEF, 0, end)
    if tanween and end > _SHORTEST_BEFORE_ALEF:
        end -= 1
    for suffix in _SUFFIXES:
        shortest = _SHORTEST if suffix in _FEMININE else _SHORTEST_STEM
        if base.endswith(suffix, 0, end) and end - len(suffix) >= shortest:
            end -= len(suffix)
    return end


def _is_arabic(norm: str) -> bool:
    return _is_arabic_letter(norm[0])


@cache
def _is_arabic_letter(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("ARABIC LETTER")


# An entry takes half a kilobyte, and whoever writes an index meets all its words: to them a stem is enough.
_parted = Memo(_part, most=40_000)
_stemmed = Memo[str, str](lambda norm: _part(norm).stem, most=100_000)
