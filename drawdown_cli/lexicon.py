"""The lexicons: words are data, checked when they enter, inflected once, looked up by token.

A kind lives in `lexicons/<kind>.toml`, or in several files of the folder `lexicons/<kind>/`; `entries` says
what such a file holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from drawdown_cli.arabic.inflect import Inflection, PartOfSpeech
from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.proclitics import rests, without_proclitics
from drawdown_cli.compiled import compiled
from drawdown_cli.entries import Entry, entry_of, read_entries
from drawdown_cli.forms import Inflected, inflect
from drawdown_cli.memo import Memo
from drawdown_cli.models import Token
from drawdown_cli.wordfiles import FOLDER, files_of

MOST_READINGS = 20_000
"""How many distinct words a lexicon remembers; a corpus has more, memory does not."""

MOST_WORDS = 60_000
"""Of how many distinct words it is remembered whether any lexicon knows them."""

_WILL = "س"
_ARTICLE = ALEF + LAM


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which an entry stands in a text: `length` tokens, with proclitics and inflection."""

    entry: Entry
    inflection: Inflection
    proclitic: str
    length: int


class _Candidate(NamedTuple):
    entry: Entry
    inflection: Inflection
    rest: tuple[str, ...]


class _Phrase(NamedTuple):
    """A phrase that a word may begin, and its words after the second."""

    form: Form
    rest: tuple[str, ...]


class _Reading(NamedTuple):
    """What a folded word may be by itself, and by their second word, with its article or without, phrases."""

    words: tuple[Form, ...]
    phrases: Mapping[str, Sequence[_Phrase]]


_UNKNOWN = _Reading((), {})


class _Vocabulary:
    """The forms of all lexicons that have been read: most words of a text are none of them."""

    def __init__(self) -> None:
        self.lexicons = 0
        self.may_know = Memo(self._may_know, most=MOST_WORDS)
        self._forms: set[str] = set()

    def meet(self, forms: Iterable[str]) -> None:
        """Note the forms of one lexicon more."""
        self.lexicons += 1
        self._forms.update(forms)
        self.may_know.clear()

    def _may_know(self, norm: str) -> bool:
        return not self._forms.isdisjoint(rests(norm))


_vocabulary = _Vocabulary()


class _Known(NamedTuple):
    """The tokens of a text that one of so many lexicons may know: numbers, words, and the words behind."""

    tokens: Sequence[Token]
    lexicons: int
    indexes: list[int]
    norms: list[str]
    seconds: list[str]


# Several lexicons are asked about the same text, one after another: the latest is kept.
_latest: list[_Known] = []


def _known(tokens: Sequence[Token]) -> _Known:
    latest = _latest[0] if _latest else None
    if latest is None or latest.tokens is not tokens or latest.lexicons != _vocabulary.lexicons:
        may_know, norms = _vocabulary.may_know, [token.norm for token in tokens]
        indexes = [index for index, norm in enumerate(norms) if may_know[norm]]
        norms.append("")
        words, seconds = [norms[index] for index in indexes], [norms[index + 1] for index in indexes]
        latest = _Known(tokens, _vocabulary.lexicons, indexes, words, seconds)
        _latest[:] = [latest]
    return latest


class Lexicon:
    """The entries of one kind, found by the tokens that write them."""

    def __init__(self, kind: str, entries: Sequence[Entry], files: Sequence[Path] = ()) -> None:
        self.kind = kind
        self.entries = tuple(entries)
        self._files = files
        self._readings = Memo(self._read, most=MOST_READINGS)
        self._inflected = cache(self._inflect)

    def _inflect(self) -> Inflected:
        """All forms of all entries: made when a word is first looked up, for many ask for names alone."""
        kept = compiled(f"{self.kind}-forms", self._files, lambda: inflect(self.entries)._asdict())
        found = Inflected(**kept)
        _vocabulary.meet(found.numbers)
        return found

    def find(self, tokens: Sequence[Token], index: int, last: int | None = None) -> tuple[Form, ...]:
        """Return the entries that begin at token `index`, longest first; `last` bounds phrases."""
        words, phrases = self._readings[tokens[index].norm]
        end = len(tokens) if last is None else last
        if not phrases or index + 1 >= end:
            return words
        return _longest(words, phrases.get(tokens[index + 1].norm, ()), tokens, index + 2, end)

    def find_all(self, tokens: Sequence[Token]) -> list[tuple[Form, ...]]:
        """Return, for each token, the entries that begin at it."""
        found: list[tuple[Form, ...]] = [()] * len(tokens)
        self._inflected()  # its forms must be among those that are looked for
        known, end = _known(tokens), len(tokens)
        readings = map(self._readings.__getitem__, known.norms)
        for index, second, (words, phrases) in zip(known.indexes, known.seconds, readings, strict=True):
            more = phrases.get(second) if phrases else None
            found[index] = _longest(words, more, tokens, index + 2, end) if more else words
        return found

    def known(self, tokens: Sequence[Token]) -> Sequence[int]:
        """Return the numbers of the tokens that this lexicon, or another, may know."""
        self._inflected()  # its forms must be among those that are looked for
        return _known(tokens).indexes

    def find_word(self, norm: str) -> tuple[Form, ...]:
        """Return the one-word entries that a folded word may be."""
        return self._readings[norm].words

    def _read(self, norm: str) -> _Reading:
        known = self._inflected().numbers.keys()
        if not _vocabulary.may_know[norm] or known.isdisjoint(rests(norm)):
            return _UNKNOWN
        words: list[Form] = []
        phrases: dict[str, list[_Phrase]] = {}
        for candidate, proclitic in self._analyses(norm):
            form = Form(candidate.entry, candidate.inflection, proclitic, 1 + len(candidate.rest))
            if candidate.rest:
                second, *rest = candidate.rest
                for written in (second, _ARTICLE + second):
                    phrases.setdefault(written, []).append(_Phrase(form, tuple(rest)))
            else:
                words.append(form)
        words.sort(key=_longest_first)
        return _Reading(tuple(words), phrases)

    def _analyses(self, norm: str) -> Iterator[tuple[_Candidate, str]]:
        for pos in PartOfSpeech:
            for proclitic, rest in without_proclitics(norm, pos):
                for candidate in self._candidates(rest):
                    past = proclitic.endswith(_WILL) and candidate.inflection.form == "past"
                    if _class_of(candidate) is pos and not past:  # سرايا is no 'will' with 'they saw'
                        yield candidate, proclitic

    def _candidates(self, form: str) -> Iterator[_Candidate]:
        for at, inflection in self._inflected().readings(form):
            entry = self.entries[at]
            yield _Candidate(entry, inflection, tuple(map(fold, entry.word.split()[1:])))


def _longest(
    words: tuple[Form, ...], phrases: Sequence[_Phrase], tokens: Sequence[Token], third: int, end: int
) -> tuple[Form, ...]:
    """What begins two tokens before `third`: a word, and of the phrases those that go on there."""
    forms = [form for form, rest in phrases if not rest or _continues(tokens, third, end, rest)]
    return tuple(sorted((*forms, *words), key=_longest_first)) if forms else words


def _longest_first(form: Form) -> tuple[int, int]:
    return (-form.length, len(form.proclitic))


def _class_of(candidate: _Candidate) -> PartOfSpeech:
    """The class whose proclitics a form takes: a verb's masdar and participle take a noun's."""
    if candidate.entry.pos is PartOfSpeech.VERB and candidate.inflection.form in ("masdar", "participle"):
        return PartOfSpeech.NOUN
    return candidate.entry.pos


def _continues(tokens: Sequence[Token], index: int, end: int, rest: tuple[str, ...]) -> bool:
    if index + len(rest) > end:
        return False
    for n, word in enumerate(rest, index):
        norm = tokens[n].norm
        if norm != word and norm != _ARTICLE + word:
            return False
    return True


@cache
def lexicon(kind: str) -> Lexicon:
    """Return the lexicon of one kind, read once a process.

    Raises LexiconError when a file could never match, or says something it must not.
    """
    files = files_of(kind)
    return Lexicon(kind, [entry for path in files for entry in _entries_in(path, kind)], files)


def entries_of(kind: str, name: str) -> tuple[Entry, ...]:
    """Return the entries of one file of a kind, for those who ask for names and look up no words.

    >>> entries_of("changes", "groups")[0].kind
    'changes'
    """
    return _entries_in(FOLDER / kind / f"{name}.toml", kind)


@cache
def _entries_in(path: Path, kind: str) -> tuple[Entry, ...]:
    kept = compiled(f"{kind}-{path.stem}", [path], lambda: _raw_entries(path, kind))
    return tuple(entry_of(kind, raw) for raw in kept)


def _raw_entries(path: Path, kind: str) -> list[dict[str, Any]]:
    return [dict(entry.features) for entry in read_entries(path, kind)]
