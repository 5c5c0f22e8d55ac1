"""Read gold quotation cases, finding each quoted content's span in its text.

>>> [case] = quote_cases_of('''
... constructions = ["headline"]
... [[case]]
... id = "two-words"
... construction = "headline"
... text = "الوزير: سنغادر"
... [[case.expect]]
... content = "سنغادر"
... kind = "direct"
... speaker = "الوزير"
... cue = ""
... ''')
>>> case.expect[0].start, case.expect[0].end
(8, 14)
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

KINDS = frozenset({"direct", "indirect", "mixed"})
CASE_KEYS = frozenset({"id", "construction", "text", "published", "expect"})
EXPECT_KEYS = frozenset({"content", "nth", "kind", "speaker", "also", "cue", "optional"})


class BadCase(ValueError):
    """A case that does not say clearly what it expects."""

    def __init__(self, case: str, why: str) -> None:
        super().__init__(f"{case}: {why}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpectedQuote:
    """A quotation that a case expects; `also` holds other names of the speaker that are as right."""

    start: int
    end: int
    content: str
    kind: str
    speaker: str
    also: tuple[str, ...]
    cue: str
    optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteCase:
    """A short text, the construction that it tries, and every quotation in it."""

    id: str
    construction: str
    text: str
    published: date | None
    expect: tuple[ExpectedQuote, ...]


def quote_cases(path: Path) -> Iterator[QuoteCase]:
    """Yield the cases of a TOML file in its order."""
    yield from quote_cases_of(path.read_text(encoding="utf-8"))


def quote_cases_of(toml: str) -> Iterator[QuoteCase]:
    """Yield the cases of a TOML text, refusing any that is unclear."""
    tables = tomllib.loads(toml)
    seen: set[str] = set()
    for table in tables["case"]:
        case = _case(table)
        if case.id in seen:
            raise BadCase(case.id, "two cases have this id")
        if case.construction not in tables["constructions"]:
            raise BadCase(case.id, f"construction {case.construction!r} is not in the file's list")
        seen.add(case.id)
        yield case


def find_span(text: str, content: str, nth: int | None = None) -> tuple[int, int]:
    """Return where `content` stands in `text`; one that stands there twice needs its `nth`.

    >>> find_span("قال نعم ثم قال لا", "قال", 2)
    (11, 14)
    """
    starts = [i for i in range(len(text)) if text.startswith(content, i)] if content else []
    if not starts:
        raise ValueError(f"not in the text: {content!r}")
    if nth is None and len(starts) > 1:
        raise ValueError(f"{len(starts)} times in the text, say which (nth): {content!r}")
    if not 1 <= (nth or 1) <= len(starts):
        raise ValueError(f"no number {nth} in the text: {content!r}")
    start = starts[(nth or 1) - 1]
    return start, start + len(content)


def _case(table: dict[str, Any]) -> QuoteCase:
    name = table.get("id", "(no id)")
    if not {"id", "construction", "text", "expect"} <= table.keys() <= CASE_KEYS:
        raise BadCase(name, f"wrong keys {sorted(table)}")
    published = table.get("published")
    try:
        return QuoteCase(
            id=name,
            construction=table["construction"],
            text=table["text"],
            published=date.fromisoformat(published) if published else None,
            expect=tuple(_expected(table["text"], row) for row in table["expect"]),
        )
    except ValueError as error:
        raise BadCase(name, str(error)) from error


def _expected(text: str, row: dict[str, Any]) -> ExpectedQuote:
    if not {"content", "kind", "speaker", "cue"} <= row.keys() <= EXPECT_KEYS:
        raise ValueError(f"wrong keys {sorted(row)}")
    optional = row.get("optional", False)
    if row["kind"] not in KINDS:
        raise ValueError(f"kind {row['kind']!r}")
    if row["cue"] not in text:
        raise ValueError(f"cue not in the text: {row['cue']!r}")
    if not (row["speaker"] or optional):
        raise ValueError(f"nobody speaks: {row['content']!r}")
    start, end = find_span(text, row["content"], row.get("nth"))
    return ExpectedQuote(
        start=start,
        end=end,
        content=row["content"],
        kind=row["kind"],
        speaker=row["speaker"],
        also=tuple(row.get("also", ())),
        cue=row["cue"],
        optional=optional,
    )
