"""Load the TOML lexicons: words are data, checked when they enter, inflected once, looked up by token.

A file holds `schema = 1`, `kind`, `features` (the keys that its entries may have beside the common ones) and
`[[entry]]` tables:

    word      the dictionary form; several words where it is a phrase (the first one inflects)
    pos       verb, noun, adjective, particle or name
    lemma     the vocalised headword (default: word)
    sense     what tells two entries of one spelling apart
    present, masdar, participle    of a verb; `objects = true` where it takes attached pronouns
    plural    of a noun: a word, a list of words, or the sound endings ون and ات; `feminine = true` where the
              noun also stands with ta marbuta (وزير, وزيرة)
    forms     further written forms that no rule gives
    example, counter_example, note

A kind lives in `lexicons/<kind>.toml`, or in several files of the folder `lexicons/<kind>/`.
"""

from __future__ import annotations

import hashlib
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from drawdown_cli.arabic.inflect import (
    Inflection,
    PartOfSpeech,
    adjective_forms,
    hamza_spellings,
    noun_forms,
    past_forms,
    present_forms,
    without_proclitics,
)
from drawdown_cli.arabic.letters import INVISIBLE, PERSO_ARABIC, TEH_MARBUTA
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.errors import LexiconError
from drawdown_cli.models import Token

MOST_READINGS = 60_000
"""How many distinct words a lexicon remembers; a corpus has more, memory does not."""

FOLDER = Path(__file__).parent / "lexicons"

_COMMON = frozenset(
    {
        "word",
        "pos",
        "lemma",
        "sense",
        "present",
        "masdar",
        "participle",
        "objects",
        "plural",
        "feminine",
        "forms",
        "example",
        "counter_example",
        "note",
    }
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of a lexicon; `features` holds what is particular to its kind."""

    kind: str
    word: str
    pos: PartOfSpeech
    lemma: str
    sense: str
    features: Mapping[str, Any]
    example: str
    counter_example: str

    def feature(self, name: str, default: str = "") -> Any:
        """Return a feature, or `default` where the entry does not have it."""
        return self.features.get(name, default)


class Form(NamedTuple):
    """A way in which an entry stands in a text: `length` tokens, with proclitics and inflection."""

    entry: Entry
    inflection: Inflection
    proclitic: str
    length: int


class _Candidate(NamedTuple):
    entry: Entry
    inflection: Inflection
    rest: tuple[str, ...]


class _Readings(NamedTuple):
    """What a folded word may be by itself, and the phrases that it may begin with their other words."""

    words: tuple[Form, ...]
    phrases: tuple[tuple[Form, tuple[str, ...]], ...]


_UNKNOWN = _Readings((), ())


class Lexicon:
    """The entries of one kind, found by the tokens that write them."""

    def __init__(self, kind: str, entries: Sequence[Entry]) -> None:
        self.kind = kind
        self.entries = tuple(entries)
        self._readings: dict[str, _Readings] = {}

    @cached_property
    def _by_form(self) -> dict[str, list[_Candidate]]:
        """All forms of all entries: made when a word is first looked up, for many ask for names alone."""
        forms: dict[str, list[_Candidate]] = {}
        for entry in self.entries:
            for first, candidate in _candidates(entry):
                found = forms.setdefault(first, [])
                if candidate not in found:
                    found.append(candidate)
        return forms

    def find(self, tokens: Sequence[Token], index: int, last: int | None = None) -> tuple[Form, ...]:
        """Return the entries that begin at token `index`, longest first; `last` bounds phrases."""
        words, phrases = self._readings.get(tokens[index].norm) or self._read(tokens[index].norm)
        if not phrases:
            return words
        end = len(tokens) if last is None else last
        forms = [form for form, rest in phrases if _continues(tokens, index + 1, end, rest)]
        return tuple(sorted((*forms, *words), key=_longest_first)) if forms else words

    def find_word(self, norm: str) -> tuple[Form, ...]:
        """Return the one-word entries that a folded word may be."""
        return (self._readings.get(norm) or self._read(norm)).words

    def _read(self, norm: str) -> _Readings:
        if len(self._readings) >= MOST_READINGS:
            self._readings.clear()
        # Most words are in no lexicon: what is left of one without its proclitics is worked out once for all.
        if self._by_form.keys().isdisjoint(_rests(norm)):
            self._readings[norm] = _UNKNOWN
            return _UNKNOWN
        words: list[Form] = []
        phrases: list[tuple[Form, tuple[str, ...]]] = []
        for candidate, proclitic in self._analyses(norm):
            form = Form(candidate.entry, candidate.inflection, proclitic, 1 + len(candidate.rest))
            if candidate.rest:
                phrases.append((form, candidate.rest))
            else:
                words.append(form)
        words.sort(key=_longest_first)
        known = self._readings[norm] = _Readings(tuple(words), tuple(phrases))
        return known

    def _analyses(self, norm: str) -> Iterator[tuple[_Candidate, str]]:
        for pos in PartOfSpeech:
            for proclitic, rest in without_proclitics(norm, pos):
                for candidate in self._by_form.get(rest, ()):
                    if _class_of(candidate) is pos:
                        yield candidate, proclitic


@lru_cache(maxsize=10_000)
def _rests(norm: str) -> frozenset[str]:
    """What may be left of a folded word, as a word of any class."""
    # Their proclitics include those of the other classes.
    widest = (PartOfSpeech.NOUN, PartOfSpeech.VERB, PartOfSpeech.NAME)
    return frozenset(rest for pos in widest for _, rest in without_proclitics(norm, pos))


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
        if norm != word and norm != "ال" + word:
            return False
    return True


@cache
def lexicon(kind: str) -> Lexicon:
    """Return the lexicon of one kind, read once a process.

    Raises LexiconError when a file could never match, or says something it must not.
    """
    return Lexicon(kind, [entry for path in _files(kind) for entry in _entries_in(path, kind)])


def entries_of(kind: str, name: str) -> tuple[Entry, ...]:
    """Return the entries of one file of a kind, for those who ask for names and look up no words.

    >>> entries_of("changes", "groups")[0].kind
    'changes'
    """
    return _entries_in(FOLDER / kind / f"{name}.toml", kind)


@cache
def _entries_in(path: Path, kind: str) -> tuple[Entry, ...]:
    return tuple(read_entries(path, kind))


@cache
def lexicon_digest() -> str:
    """Return a short digest of all lexicon files, by which an index knows that it is stale."""
    digest = hashlib.blake2b(digest_size=8)
    for path in sorted(FOLDER.rglob("*.toml")):
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def kinds() -> tuple[str, ...]:
    """Return the kinds of lexicon that there are."""
    return tuple(
        sorted({path.relative_to(FOLDER).parts[0].removesuffix(".toml") for path in FOLDER.rglob("*.toml")})
    )


def _files(kind: str) -> list[Path]:
    folder = FOLDER / kind
    return sorted(folder.glob("*.toml")) if folder.is_dir() else [FOLDER / f"{kind}.toml"]


def read_entries(path: Path, kind: str) -> list[Entry]:
    """Read and check one lexicon file.

    Raises LexiconError naming the file and the entry.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LexiconError(path.name, "", str(error)) from error
    if data.get("schema") != 1 or data.get("kind") != kind:
        raise LexiconError(path.name, "", f"needs schema = 1 and kind = {kind!r} at its top")
    allowed = _COMMON | set(data.get("features", ()))
    entries = [_entry(path.name, kind, raw, allowed) for raw in data.get("entry", ())]
    _refuse_twins(path.name, entries)
    return entries


def _entry(file: str, kind: str, raw: Mapping[str, Any], allowed: set[str] | frozenset[str]) -> Entry:
    word = raw.get("word", "")
    unknown = set(raw) - allowed
    if unknown:
        raise LexiconError(file, word, f"has the unknown key {sorted(unknown)[0]!r}")
    for spelling in _spellings(raw):
        _refuse_unmatchable(file, spelling)
    try:
        pos = PartOfSpeech(raw.get("pos", ""))
    except ValueError as error:
        raise LexiconError(file, word, f"pos must be one of {', '.join(PartOfSpeech)}") from error
    return Entry(
        kind,
        word,
        pos,
        raw.get("lemma", word),
        raw.get("sense", ""),
        MappingProxyType(dict(raw)),
        raw.get("example", ""),
        raw.get("counter_example", ""),
    )


def _spellings(raw: Mapping[str, Any]) -> Iterator[str]:
    yield raw.get("word", "")
    for key in ("present", "masdar", "participle", "plural", "forms"):
        value = raw.get(key, ())
        yield from (value,) if isinstance(value, str) else value


def _refuse_unmatchable(file: str, spelling: str) -> None:
    if not spelling.strip():
        raise LexiconError(file, spelling, "has no word")
    for character in spelling:
        name = unicodedata.name(character, "an unnamed character")
        if (
            "PRESENTATION FORM" in name
            or "LIGATURE" in name
            or character in INVISIBLE
            or character in PERSO_ARABIC
        ):
            raise LexiconError(file, spelling, f"holds {name}, which no folded text has")
    edges = spelling[0] + spelling[-1]
    if any(unicodedata.category(edge)[0] in "PZ" for edge in edges):
        raise LexiconError(file, spelling, "begins or ends with punctuation or a space")


def _refuse_twins(file: str, entries: Sequence[Entry]) -> None:
    seen: dict[tuple[str, PartOfSpeech, str], str] = {}
    for entry in entries:
        key = (fold(entry.word), entry.pos, entry.sense)
        if key in seen:
            raise LexiconError(file, entry.word, f"folds like {seen[key]!r}; merge them or give each a sense")
        seen[key] = entry.word


def _candidates(entry: Entry) -> Iterator[tuple[str, _Candidate]]:
    head, *rest = entry.word.split()
    folded_rest = tuple(fold(word) for word in rest)
    for surface, inflection in _inflected(entry, head):
        for spelling in hamza_spellings(surface):
            yield fold(spelling), _Candidate(entry, inflection, folded_rest)


def _inflected(entry: Entry, head: str) -> Iterator[tuple[str, Inflection]]:
    features = entry.features
    objects = bool(features.get("objects", False))
    for form in features.get("forms", ()):
        yield form, Inflection(entry.pos.value)
    if entry.pos is PartOfSpeech.VERB:
        yield from past_forms(head, objects=objects)
        if "present" in features:
            yield from present_forms(features["present"], objects=objects)
        if "masdar" in features:
            yield from noun_forms(features["masdar"], form="masdar")
        if "participle" in features:
            yield from adjective_forms(features["participle"])
    elif entry.pos is PartOfSpeech.NOUN:
        plurals = features.get("plural", ())
        yield from noun_forms(head, (plurals,) if isinstance(plurals, str) else tuple(plurals))
        if features.get("feminine", False):
            yield from noun_forms(head + TEH_MARBUTA, ("ات",))
    elif entry.pos is PartOfSpeech.ADJECTIVE:
        yield from adjective_forms(head)
    else:
        yield head, Inflection(entry.pos.value)
