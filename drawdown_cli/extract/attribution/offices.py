"""The words of a title as they are compared: folded and bare, and one name for all names of an office."""

from __future__ import annotations

from functools import cache, lru_cache

from drawdown_cli.arabic.letters import LAM, TEH_MARBUTA, WAW
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.lexicon import lexicon

_LONGEST_WALI = 5  # والي is a governor, والية a woman who is one
_Stems = tuple[str, ...]


@lru_cache(maxsize=20_000)
def stems(text: str) -> _Stems:
    """Return words as they are compared: folded, without article and case; an office by one name.

    >>> stems("رئيس الحكومة العراقية") == stems("رئيس الوزراء العراقي")
    True
    """
    return _one_name(_bare(text))


def _bare(text: str) -> _Stems:
    found = []
    for word in fold(text).split():
        bare = word.strip('،,.()"«»')
        bare = (
            bare.removeprefix(WAW) if bare.startswith(WAW + ARTICLE) and len(bare) > _LONGEST_WALI else bare
        )
        bare = bare.removeprefix(LAM + LAM).removeprefix(ARTICLE)
        if bare:
            found.append(bare[:-2] + "ون" if bare.endswith("ين") else bare.removesuffix(fold(TEH_MARBUTA)))
    return tuple(found)


def _one_name(words: _Stems) -> _Stems:
    """Name an office as most do: 'the head of diplomacy' is the foreign minister."""
    known = _offices()
    if known.keys().isdisjoint(words):
        return words
    named: list[str] = []
    at = 0
    while at < len(words):
        same = next(
            (office for office in known.get(words[at], ()) if words[at:][: len(office[0])] == office[0]), None
        )
        named += same[1] if same else words[at : at + 1]
        at += len(same[0]) if same else 1
    return tuple(named)


@lru_cache(maxsize=20_000)
def other_office(name: str, role: str) -> bool:
    """Whether a title that only tells a nation (الرئيس المالي) is none that presides over something else.

    >>> other_office("الرئيس المالي", "رئيس الوزراء المالي"), other_office("الرئيس المالي", "رئيس مالي")
    (True, False)
    """
    called, held = fold(name).split(), fold(role).split()
    first = stems(name)[:1]
    if len(called) < 2 or len(held) < 2 or not _presides(first) or called[:1] == list(first):
        return False
    known = lexicon("speakers").find_word(held[1])
    return held[:1] == list(first) and not any(form.entry.sense == "country" for form in known)


@lru_cache(maxsize=20_000)
def is_called(noun: str, role: str) -> bool:
    """Whether a title is one of those that a general noun means.

    >>> is_called("الضابط", "قائد القوة العميد"), is_called("الضابط", "وزير الدفاع")
    (True, False)
    """
    meant = {stem for word in _bare(noun)[:1] for stem in _callings().get(word, ())}
    return not meant.isdisjoint(_bare(role))


@cache
def _callings() -> dict[str, frozenset[str]]:
    entries = (entry for entry in lexicon("offices").entries if entry.feature("callings"))
    return {_bare(entry.word)[0]: frozenset(_bare(" ".join(entry.feature("callings")))) for entry in entries}


def _presides(first: _Stems) -> bool:
    return any(
        form.entry.features.get("presides") for word in first for form in lexicon("offices").find_word(word)
    )


@cache
def _offices() -> dict[str, list[tuple[_Stems, _Stems]]]:
    """The names of offices, longest first, and what each means, by their first word."""
    found: dict[str, list[tuple[_Stems, _Stems]]] = {}
    entries = (entry for entry in lexicon("offices").entries if entry.feature("means"))
    for entry in sorted(entries, key=lambda entry: -len(entry.word.split())):
        name = _bare(entry.word)
        found.setdefault(name[0], []).append((name, _bare(entry.feature("means"))))
    return found
