"""Load the annotated cases for the timeline, for dates and for numbers; spans are found by their words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent

CATEGORIES = frozenset({"level", "withdrawal", "deployment", "mission", "base"})
STATUSES = frozenset({"occurred", "ongoing", "planned", "demanded", "possible", "denied"})
COMPARATORS = frozenset({"=", "~", ">", "<"})
CONSTRUCTIONS = tomllib.loads((GOLD / "constructions.toml").read_text(encoding="utf-8"))

# A calendar date of any grain with a part of the day or a clock time (2021-07-23TEV), or an open end ("..").
_POINT = (
    r"(?:\d{2,4}|\d{4}-(?:\d\d(?:-\d\d)?|W\d\d|Q[1-4]|H[12]|SP|SU|FA|WI))(?:T(?:MO|AF|EV|NI|\d\d:\d\d))?|\.\."
)
VALUE_RE = re.compile(
    rf"(?:{_POINT})(?:/(?:{_POINT}))?|T\d\d:\d\d|T(?:MO|AF|EV|NI)|P\d+[YMWD]|(?:PRESENT|PAST|FUTURE)_REF"
)


class CaseError(ValueError):
    """A case that contradicts itself: the file, the case, what is wrong."""

    def __init__(self, path: Path, case_id: str, problem: str) -> None:
        super().__init__(f"{path.parent.name}/{path.name}: {case_id}: {problem}")


@dataclass(frozen=True, slots=True)
class ExpectedChange:
    """A change to find: where it is told (first place first) and what an answer may say of it."""

    spans: tuple[tuple[int, int], ...]
    category: frozenset[str]
    status: frozenset[str]
    date_start: date
    date_end: date
    value: float | int | None
    optional: bool


@dataclass(frozen=True, slots=True)
class TimelineCase:
    """A short report and the changes in it."""

    id: str
    construction: str
    text: str
    published: date
    expect: tuple[ExpectedChange, ...]


def timeline_cases(name: str) -> Iterator[TimelineCase]:
    """Yield the cases of a file of gold/timeline ("build" or "scored")."""
    path = GOLD / "timeline" / f"{name}.toml"
    for row in _rows(path):
        yield TimelineCase(
            id=row["id"],
            construction=row["construction"],
            text=row["text"],
            published=date.fromisoformat(row["published"]),
            expect=tuple(_expected_change(path, row, each) for each in row["expect"]),
        )


def _expected_change(path: Path, row: dict[str, Any], each: dict[str, Any]) -> ExpectedChange:
    allowed = {"text", "nth", "also", "category", "status", "date_start", "date_end", "value", "optional"}
    _check(path, row, set(each) <= allowed, f"unknown keys {set(each) - allowed}")
    first = _find(path, row, each["text"], each.get("nth"))
    others = tuple(_find(path, row, words, None) for words in each.get("also", ()))
    change = ExpectedChange(
        spans=(first, *others),
        category=frozenset(each["category"]),
        status=frozenset(each["status"]),
        date_start=date.fromisoformat(each["date_start"]),
        date_end=date.fromisoformat(each["date_end"]),
        value=each.get("value"),
        optional=each.get("optional", False),
    )
    _check(path, row, bool(change.category) and change.category <= CATEGORIES, "bad category")
    _check(path, row, bool(change.status) and change.status <= STATUSES, "bad status")
    _check(path, row, change.date_start <= change.date_end, "date_start after date_end")
    return change


@dataclass(frozen=True, slots=True)
class ExpectedTimex:
    """A time expression and the values that count as right, the conventional one first."""

    span: tuple[int, int]
    text: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TimexCase:
    """A sentence and the time expressions in it."""

    id: str
    construction: str
    text: str
    published: date
    expect: tuple[ExpectedTimex, ...]


def timex_cases(name: str) -> Iterator[TimexCase]:
    """Yield the cases of a file of gold/timex."""
    path = GOLD / "timex" / f"{name}.toml"
    for row in _rows(path):
        yield TimexCase(
            id=row["id"],
            construction=row["construction"],
            text=row["text"],
            published=date.fromisoformat(row["published"]),
            expect=tuple(_expected_timex(path, row, each) for each in row["expect"]),
        )


def _expected_timex(path: Path, row: dict[str, Any], each: list[str]) -> ExpectedTimex:
    words, *values = each
    _check(path, row, bool(values), f"no value: {words}")
    for value in values:
        _check(path, row, VALUE_RE.fullmatch(value) is not None, f"not a value: {value}")
    return ExpectedTimex(span=_find(path, row, words, None), text=words, values=tuple(values))


ANY = "*"


@dataclass(frozen=True, slots=True)
class ExpectedQuantity:
    """A number with its bounds: None where it is open, `ANY` where careful readers differ."""

    span: tuple[int, int]
    text: str
    value: float | str | None
    low: float | str | None
    high: float | str | None
    comparator: str
    unit: str


@dataclass(frozen=True, slots=True)
class QuantityCase:
    """A sentence and the numbers in it."""

    id: str
    construction: str
    text: str
    expect: tuple[ExpectedQuantity, ...]


def quantity_cases(name: str) -> Iterator[QuantityCase]:
    """Yield the cases of a file of gold/quantities."""
    path = GOLD / "quantities" / f"{name}.toml"
    for row in _rows(path):
        yield QuantityCase(
            id=row["id"],
            construction=row["construction"],
            text=row["text"],
            expect=tuple(_expected_quantity(path, row, each) for each in row["expect"]),
        )


def _expected_quantity(path: Path, row: dict[str, Any], each: list[Any]) -> ExpectedQuantity:
    words, value, low, high, comparator, unit, *nth = each
    _check(path, row, comparator in COMPARATORS | {ANY}, f"bad comparator: {comparator}")
    for number in (value, low, high):
        _check(path, row, number in {"", ANY} or isinstance(number, int | float), f"bad number: {number}")
    numbers = [each for each in (low, value, high) if isinstance(each, int | float)]
    _check(path, row, numbers == sorted(numbers), f"bounds out of order: {words}")
    _check(path, row, comparator != "=" or low == value == high, f"exact, yet bounds differ: {words}")
    return ExpectedQuantity(
        span=_find(path, row, words, nth[0] if nth else None),
        text=words,
        value=None if value == "" else value,
        low=None if low == "" else low,
        high=None if high == "" else high,
        comparator=comparator,
        unit=unit,
    )


def _rows(path: Path) -> list[dict[str, Any]]:
    rows = list(tomllib.loads(path.read_text(encoding="utf-8"))["case"])
    for row in rows:
        _check(path, row, row["construction"] in CONSTRUCTIONS[path.parent.name], "unknown construction")
    return rows


def _check(path: Path, row: dict[str, Any], holds: bool, problem: str) -> None:
    if not holds:
        raise CaseError(path, row["id"], problem)


def _find(path: Path, row: dict[str, Any], words: str, nth: int | None) -> tuple[int, int]:
    """The span of the words in the case's text; the nth where they occur more than once."""
    starts = _occurrences(row["text"], words)
    _check(path, row, bool(starts), f"not in the text: {words}")
    _check(path, row, len(starts) == 1 or nth is not None, f"occurs {len(starts)} times, nth needed: {words}")
    _check(path, row, nth is None or 1 <= nth <= len(starts), f"no occurrence number {nth}: {words}")
    start = starts[(nth or 1) - 1]
    return start, start + len(words)


def _occurrences(text: str, words: str) -> list[int]:
    """Where the words stand as whole words."""
    starts = [i for i in range(len(text)) if text.startswith(words, i)]
    return [
        i for i in starts if _is_edge(text, i - 1, words[0]) and _is_edge(text, i + len(words), words[-1])
    ]


def _is_edge(text: str, i: int, neighbour: str) -> bool:
    """Whether a word ends here; a digit after a letter begins one (a preposition written onto a number)."""
    if not 0 <= i < len(text):
        return True
    letters = text[i].isalpha() and neighbour.isalpha()
    digits = text[i].isdigit() and neighbour.isdigit()
    return not (letters or digits)
