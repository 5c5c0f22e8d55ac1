"""The user's corrections.toml: what they say of single facts, each named by its id.

[[correction]]
id = "q490d16beb9"                  # any export tells it, and drawdown show --explain
speaker = "مصطفى الكاظمي"
note = "the ministry's spokesman read the statement out"

[[correction]]
id = "cf91445f5f0"
reject = true
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any, NamedTuple

from drawdown_cli.errors import InputError, UsageError
from drawdown_cli.isodates import bounds
from drawdown_cli.models import Category, DateMod, QuoteKind, SpeakerType, Status

_ID = re.compile(r"[qc][0-9a-f]{10}", re.ASCII)
_HEADING = re.compile(r"\s*\[\[\s*correction\s*\]\]")
_PLACE = re.compile(r"(?P<reason>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)", re.DOTALL)
_COMMON = ("id", "accept", "reject", "note", "doc", "words")


def is_id(name: str) -> bool:
    """Whether a word can be a fact's id: q or c and ten hexadecimal digits."""
    return bool(_ID.fullmatch(name))


class Verdict(StrEnum):
    """What a user says of a fact."""

    ACCEPTED = "accepted"
    FIXED = "fixed"
    REJECTED = "rejected"


class Correction(NamedTuple):
    """What a user says of one fact: `fixes` are the new values by the key of the file.

    By `doc` and `words` a fact is known again that another version of the analysis cuts otherwise.
    """

    id: str
    verdict: Verdict
    fixes: Mapping[str, Any]
    note: str
    doc: str
    words: str
    line: int


class _Wrong(Exception):
    """A key of an entry that cannot be read; the reason names the remedy."""

    def __init__(self, key: str, reason: str) -> None:
        self.key = key
        super().__init__(reason)


def add_correction(path: Path, entry: Mapping[str, Any]) -> None:
    """Write one more correction into a corrections.toml, which is made where there is none.

    Raises UsageError for an entry that says nothing sensible, InputError for a file that cannot be read or
    written; it stays as it is.
    """
    import json
    import os

    try:
        _correction(entry, 0)
    except _Wrong as wrong:
        raise UsageError(f"{wrong.key}: {wrong}") from wrong
    read_corrections(path)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in entry.items()]
    gap = "\n" if before.strip() else ""
    text = "\n".join([before.rstrip("\n") + gap, "[[correction]]", *lines]).lstrip("\n") + "\n"
    draft = path.with_suffix(".new")
    try:
        draft.write_text(text, encoding="utf-8")
        os.replace(draft, path)
    except OSError as error:
        raise InputError(
            str(path), f"{error.strerror or error}; make it a file that can be written"
        ) from error


def read_corrections(path: Path) -> dict[str, Correction]:
    """Return what a corrections.toml says, by the ids of the facts; nothing where there is none.

    Raises InputError naming the file, the line and the remedy.
    """
    import tomllib

    try:
        text = path.read_text(encoding="utf-8")
        data = tomllib.loads(text)
    except FileNotFoundError:
        return {}
    except tomllib.TOMLDecodeError as error:
        raise InputError(str(path), _syntax(str(error))) from error
    except UnicodeDecodeError as error:
        raise InputError(str(path), "is not in UTF-8; save it so") from error
    except OSError as error:
        raise InputError(str(path), f"{error.strerror or error}; make it a file that can be read") from error
    return _checked(path, text.splitlines(), data)


def _syntax(message: str) -> str:
    match = _PLACE.fullmatch(message)
    if not match:
        return f"{message}; mend it, or move the file away"
    return f"line {match['line']}: {match['reason']}, at column {match['column']}; mend this line"


def _checked(path: Path, lines: list[str], data: Mapping[str, Any]) -> dict[str, Correction]:
    headings = [number for number, line in enumerate(lines, 1) if _HEADING.match(line)]
    found: dict[str, Correction] = {}
    for key in data:
        if key != "correction":
            line = _line_of(key, lines, 0)
            raise InputError(str(path), f"line {line}: {key!r} is not known; begin each with [[correction]]")
    entries = data.get("correction", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        line = _line_of("correction", lines, 0)
        raise InputError(str(path), f"line {line}: begin each correction with [[correction]]")
    for number, entry in enumerate(entries):
        line = headings[number] if number < len(headings) else 1
        try:
            correction = _correction(entry, line)
            if correction.id in found:
                raise _Wrong("id", f"corrected on line {found[correction.id].line} already; join the two")
        except _Wrong as wrong:
            place = _line_of(wrong.key, lines, line)
            raise InputError(str(path), f"line {place}: {wrong.key}: {wrong}") from wrong
        found[correction.id] = correction
    return found


def _line_of(key: str, lines: list[str], start: int) -> int:
    """The line below `start` on which a key or its table stands, before the next entry; else `start`."""
    for number, line in enumerate(lines[start:], start + 1):
        if re.match(rf"\s*\[*\s*[\"']?{re.escape(key)}\b", line):
            return number
        if start and _HEADING.match(line):
            break
    return max(start, 1)


def _correction(entry: Mapping[str, Any], line: int) -> Correction:
    name = entry.get("id")
    if not isinstance(name, str) or not is_id(name):
        raise _Wrong("id", f"{name!r} is no fact's; copy the id from an export or drawdown show --explain")
    readers = _QUOTE if name.startswith("q") else _CHANGE
    fixes = {}
    for key, value in entry.items():
        if key in readers:
            fixes[key] = _read(key, value, readers[key])
        elif key not in _COMMON:
            what = "a quotation" if readers is _QUOTE else "a change"
            raise _Wrong(key, f"is no key for {what}; {_meant(key, (*_COMMON, *readers))}")
    accepted, rejected = (_flag(entry, key) for key in ("accept", "reject"))
    if rejected and (accepted or fixes):
        raise _Wrong("reject", "what is rejected can be neither accepted nor fixed; keep one of them")
    if not (accepted or rejected or fixes):
        raise _Wrong("id", f"says nothing of the fact; add accept, reject or one of {', '.join(readers)}")
    verdict = Verdict.REJECTED if rejected else Verdict.FIXED if fixes else Verdict.ACCEPTED
    note, doc, words = (str(entry.get(key, "")) for key in ("note", "doc", "words"))
    return Correction(name, verdict, fixes, note, doc, words, line)


def _meant(key: str, known: tuple[str, ...]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(key, known, 1)
    return f"did you mean {near[0]}?" if near else f"use {', '.join(known)}"


def _flag(entry: Mapping[str, Any], key: str) -> bool:
    value = entry.get(key, False)
    if not isinstance(value, bool):
        raise _Wrong(key, f"{value!r} is neither true nor false; write {key} = true")
    return value


def _read(key: str, value: Any, reader: Callable[[Any], Any]) -> Any:
    try:
        return reader(value)
    except ValueError as error:
        raise _Wrong(key, str(error)) from error


def _words(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"{value!r} is no text; write it between quotation marks")
    return value.strip()


def _number(value: Any) -> float | int:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value < 1e12:
        raise ValueError(f"{value!r} is no amount; write it in digits, without quotation marks: 2500")
    return value


def _days(value: Any) -> tuple[str, date, date]:
    """A day, a month, a year, or two of them with a slash between: as written, first day, last day."""
    if isinstance(value, date):
        value = str(value)[:10]
    words = str(value)
    ends = [bounds(part.strip()) for part in words.split("/", 1)]
    if ends[-1][1] < ends[0][0]:
        raise ValueError(f"{words!r} ends before it begins; write the earlier day first")
    return words, ends[0][0], ends[-1][1]


def _one_of(kind: type[StrEnum]) -> Callable[[Any], StrEnum]:
    def read(value: Any) -> StrEnum:
        if value not in set(kind):
            raise ValueError(f"{value!r} is not known; use one of {', '.join(kind)}")
        return kind(value)

    return read


_QUOTE: dict[str, Callable[[Any], Any]] = {
    "speaker": _words,
    "speaker_type": _one_of(SpeakerType),
    "role": _words,
    "kind": _one_of(QuoteKind),
    "date": _days,
}
_CHANGE: dict[str, Callable[[Any], Any]] = {
    "date": _days,
    "date_mod": _one_of(DateMod),
    "value": _number,
    "unit": _words,
    "status": _one_of(Status),
    "category": _one_of(Category),
    "force": _words,
    "place": _words,
}
