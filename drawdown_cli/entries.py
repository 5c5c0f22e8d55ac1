"""Read the files of the lexicons, and refuse what could never match.

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

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from drawdown_cli.arabic.inflect import PartOfSpeech
from drawdown_cli.arabic.letters import INVISIBLE, PERSO_ARABIC
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.errors import LexiconError

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


def read_entries(path: Path, kind: str) -> list[Entry]:
    """Read and check one lexicon file.

    Raises LexiconError naming the file and the entry.
    """
    import tomllib

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
        return entry_of(kind, raw)
    except ValueError as error:
        raise LexiconError(file, word, f"pos must be one of {', '.join(PartOfSpeech)}") from error


def entry_of(kind: str, raw: Mapping[str, Any]) -> Entry:
    """Return the entry of a table that was checked before.

    Raises ValueError where there is no such part of speech.
    """
    return Entry(
        kind,
        raw["word"],
        PartOfSpeech(raw.get("pos", "")),
        raw.get("lemma", raw["word"]),
        raw.get("sense", ""),
        raw,
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
