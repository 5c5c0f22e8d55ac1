"""Load the annotated cases for the timeline, for dates and for numbers; spans are found by their words."""

from __future__ import annotations

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

TIMELINE_CONSTRUCTIONS = frozenset(
    {
        # what is said
        "withdrawal-completed",
        "withdrawal-ongoing",
        "withdrawal-plan",
        "withdrawal-deadline",
        "withdrawal-demand",
        "withdrawal-possible",
        "withdrawal-denied",
        "reduction-amount",
        "reduction-from-to",
        "reduction-share",
        "deployment-completed",
        "deployment-plan",
        "deployment-uncertain",
        "level-current",
        "level-past",
        "level-bounds",
        "level-planned",
        "mission-end",
        "mission-change",
        "mission-start",
        "base-handover",
        "base-opening",
        "attributed",
        # several dates or mentions in three to six sentences
        "announcement-and-deadline",
        "background-history",
        "restated",
        "mixed-report",
        # nothing to find
        "trap-casualties",
        "trap-attack",
        "trap-aid",
        "trap-sport",
        "trap-election",
        "trap-age",
        "trap-prisoners",
        "trap-talks",
        "trap-budget",
        "trap-arrests",
        "trap-refugees",
        "trap-host-army",
        "trap-metaphor",
        "trap-equipment",
    }
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
        _check(path, row, row["construction"] in TIMELINE_CONSTRUCTIONS, "unknown construction")
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


def _rows(path: Path) -> list[dict[str, Any]]:
    return list(tomllib.loads(path.read_text(encoding="utf-8"))["case"])


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
    inside = 0 <= i < len(text) and text[i].isalnum() and neighbour.isalnum()
    return not inside
