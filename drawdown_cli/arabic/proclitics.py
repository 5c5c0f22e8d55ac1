"""Strip off words what Arabic writes onto them: conjunctions, prepositions, the article, the future's sin."""

from __future__ import annotations

from collections.abc import Iterator

from drawdown_cli.arabic.inflect import PartOfSpeech
from drawdown_cli.arabic.letters import ALEF, LAM

_CONJUNCTIONS = ("", "و", "ف")
_NOUN_PROCLITICS = ("", "ال", "ب", "ل", "ك", "بال", "كال", "لل")
_VERB_PROCLITICS = ("", "س", "ل", "أ")
_BY_CLASS = {
    PartOfSpeech.VERB: _VERB_PROCLITICS,
    PartOfSpeech.NOUN: _NOUN_PROCLITICS,
    PartOfSpeech.ADJECTIVE: _NOUN_PROCLITICS,
    PartOfSpeech.NAME: ("", "ب", "ل", "ك"),
    PartOfSpeech.PARTICLE: ("",),
}


def without_proclitics(norm: str, part_of_speech: PartOfSpeech) -> Iterator[tuple[str, str]]:
    """Yield every way to part a folded word into proclitics and rest, the whole word first.

    >>> [(proclitic, rest) for proclitic, rest in without_proclitics("وللقوات", PartOfSpeech.NOUN)]
    [('', 'وللقوات'), ('و', 'للقوات'), ('ول', 'لقوات'), ('ولل', 'قوات')]
    """
    for conjunction in _CONJUNCTIONS:
        if not norm.startswith(conjunction):
            continue
        after = norm[len(conjunction) :]
        for proclitic in _BY_CLASS[part_of_speech]:
            rest = after[len(proclitic) :]
            # A one-letter rest is no word; the article needs two letters after it.
            if after.startswith(proclitic) and len(rest) >= 2:
                yield conjunction + proclitic, rest
        if part_of_speech is PartOfSpeech.NAME and after.startswith(LAM + LAM):
            # A name's own article loses its alef after the preposition: للعراق is to Iraq (العراق).
            yield conjunction + LAM, ALEF + LAM + after[2:]


def _widest() -> dict[str, tuple[str, ...]]:
    """Every proclitic of any class, by its first letter."""
    classes = dict.fromkeys(proclitic for some in _BY_CLASS.values() for proclitic in some)
    whole = dict.fromkeys(conjunction + proclitic for conjunction in _CONJUNCTIONS for proclitic in classes)
    return {
        letter: tuple(proclitic for proclitic in whole if proclitic[:1] == letter)
        for letter in {proclitic[:1] for proclitic in whole}
    }


_WIDEST = _widest()


def rests(norm: str) -> list[str]:
    """Return what may be left of a folded word, as a word of any class: what no lexicon has, none knows.

    >>> rests("وللقوات")
    ['وللقوات', 'للقوات', 'لقوات', 'قوات', 'القوات']
    """
    if len(norm) < 2:
        return []
    found = [norm]
    for proclitic in _WIDEST.get(norm[0], ()):
        if norm.startswith(proclitic):
            rest = norm[len(proclitic) :]
            if len(rest) >= 2:
                found.append(rest)
            if proclitic.endswith(LAM + LAM):
                found.append(ALEF + LAM + rest)
    return found
