"""The annotated sets, each as pairs of gold and what the pipeline finds: the five articles and the cases."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from gold.cases import quote_cases
from gold.event_cases import quantity_cases, timeline_cases, timex_cases
from gold.event_scoring import score_quantities, score_timexes
from gold.scoring import GoldChange, GoldQuote, Score, score_changes, score_quotes

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import find_published, published_on
from drawdown_cli.articles.reading import read_article
from drawdown_cli.articles.shipped import data_folder
from drawdown_cli.models import Article, Document, PublishedBasis
from drawdown_cli.pipeline import analyze
from drawdown_cli.timeline import build_timeline

HERE = Path(__file__).parent
# A set may lie in several files; any file is a set of its own, too.
FILES = {
    ("quotes", "build"): (
        "build",
        "build2",
        "build3",
        "build4",
        "build5",
        "build6",
        "build7",
        "build8",
        "build9",
    ),
    ("timeline", "build"): ("build", "build2", "build3", "build4", "build5"),
}


def article_scores(kind: str) -> Score:
    """The score on the five shipped articles together, as one corpus."""
    rows = [json.loads(line) for line in (HERE / f"{kind}.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = [analyze(read_article(path)) for path in sorted(data_folder().glob("*.txt"))]
    if kind == "quotes":
        return score_quotes(
            [gold_quote(row) for row in rows], [quote for document in documents for quote in document.quotes]
        )
    changes = [change for document in documents for change in document.changes]
    return score_changes([gold_change(row) for row in rows], build_timeline(changes))


def gold_quote(row: dict[str, Any]) -> GoldQuote:
    return GoldQuote(
        doc=row["doc"],
        start=row["start"],
        end=row["end"],
        kind=row["kind"],
        speakers=(row["speaker"],),
        required=row["required"],
    )


def gold_change(row: dict[str, Any]) -> GoldChange:
    return GoldChange(
        doc=row["doc"],
        spans=((row["start"], row["end"]),),
        category=frozenset(row["category"]),
        status=frozenset(row["status"]),
        date_start=date.fromisoformat(row["date_start"]),
        date_end=date.fromisoformat(row["date_end"]),
        value=row["value"],
        required=row["required"],
    )


def case_scores(kind: str, half: str) -> Iterator[tuple[str, str, Score]]:
    """Yield id, construction and score of every case of a set ("build", "scored") or a file ("build2")."""
    scores = {
        "quotes": _quote_scores,
        "timeline": _change_scores,
        "timex": _timex_scores,
        "quantities": _quantity_scores,
    }
    for file in FILES.get((kind, half), (half,)):
        yield from scores[kind](file)


def _quote_scores(half: str) -> Iterator[tuple[str, str, Score]]:
    for case in quote_cases(HERE / "quotes" / f"{half}.toml"):
        gold = [
            GoldQuote(
                doc=case.id,
                start=expected.start,
                end=expected.end,
                kind=expected.kind,
                speakers=(expected.speaker, *expected.also),
                required=not expected.optional,
            )
            for expected in case.expect
        ]
        found = analyzed(case.id, case.text, case.published).quotes
        yield case.id, case.construction, score_quotes(gold, found)


def _change_scores(half: str) -> Iterator[tuple[str, str, Score]]:
    for case in timeline_cases(half):
        gold = [
            GoldChange(
                doc=case.id,
                spans=expected.spans,
                category=expected.category,
                status=expected.status,
                date_start=expected.date_start,
                date_end=expected.date_end,
                value=expected.value,
                required=not expected.optional,
            )
            for expected in case.expect
        ]
        found = build_timeline(analyzed(case.id, case.text, case.published).changes)
        yield case.id, case.construction, score_changes(gold, found)


def _timex_scores(half: str) -> Iterator[tuple[str, str, Score]]:
    for case in timex_cases(half):
        found = analyzed(case.id, case.text, case.published).timexes
        yield case.id, case.construction, score_timexes(case.expect, found)


def _quantity_scores(half: str) -> Iterator[tuple[str, str, Score]]:
    for case in quantity_cases(half):
        found = analyzed(case.id, case.text, None).quantities
        yield case.id, case.construction, score_quantities(case.expect, found)


def analyzed(name: str, text: str, day: date | None) -> Document:
    published = (
        published_on(day.isoformat(), PublishedBasis.MANIFEST) if day else find_published(tokenize(text))
    )
    return analyze(Article(name, name, "", "", "", "", published, text))
