"""Score found quotations and changes against annotated ones: precision, recall and F1.

A quotation is found when its span and the annotated one share half of their union (Jaccard), each paired
once, best overlap first. A change is found when it overlaps the annotated words and category, value and
date agree. Optional annotations are neither demanded nor counted against precision.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.models import Change, Quote

WIDEST_SOURCE = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldQuote:
    """An annotated quotation; any of `speakers` is right."""

    doc: str
    start: int
    end: int
    kind: str
    speakers: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldChange:
    """An annotated change: the spans that tell it, and what an answer may say."""

    doc: str
    spans: tuple[tuple[int, int], ...]
    category: frozenset[str]
    status: frozenset[str]
    date_start: date
    date_end: date
    value: float | int | None
    required: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Counts, from which the figures follow."""

    needed: int
    found: int
    right: int
    given: int
    exact: int = 0
    exact_of: int = 0
    attribute: int = 0
    named: int = 0

    @property
    def precision(self) -> float:
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        return self.found / self.needed if self.needed else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def attributed(self) -> float:
        """The share of what was found that has the right speaker (quotes) or status (changes)."""
        return self.attribute / self.found if self.found else 1.0

    @property
    def names(self) -> float:
        """The share of what was found whose speaker has the annotated name, and not a word more or less."""
        return self.named / self.found if self.found else 1.0

    @property
    def end_to_end(self) -> float:
        """F1 where a quotation with a wrong speaker, or a change with a wrong status, is wrong."""
        precision = self.attribute / self.given if self.given else 1.0
        recall = self.attribute / self.needed if self.needed else 1.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    def __add__(self, other: Score) -> Score:
        return Score(**{name: getattr(self, name) + getattr(other, name) for name in self.__slots__})


NOTHING = Score(needed=0, found=0, right=0, given=0)


def score_quotes(gold: Sequence[GoldQuote], quotes: Sequence[Quote]) -> Score:
    pairs = sorted(
        (
            (_jaccard(quote, annotated), number, quote, annotated)
            for number, quote in enumerate(quotes)
            for annotated in gold
            if quote.doc == annotated.doc
        ),
        key=lambda pair: -pair[0],
    )
    taken_quotes: set[int] = set()
    matched: dict[int, Quote] = {}
    for overlap, number, quote, annotated in pairs:
        if overlap >= 0.5 and number not in taken_quotes and id(annotated) not in matched:
            taken_quotes.add(number)
            matched[id(annotated)] = quote
    needed = [annotated for annotated in gold if annotated.required]
    found = [(matched[id(annotated)], annotated) for annotated in needed if id(annotated) in matched]
    direct = [annotated for annotated in needed if annotated.kind == "direct"]
    return Score(
        needed=len(needed),
        found=len(found),
        right=len(found),
        given=len(quotes) - len(matched) + len(found),
        exact=sum((q.start, q.end) == (g.start, g.end) for q, g in found if g.kind == "direct"),
        exact_of=len(direct),
        attribute=sum(any(same_speaker(q.speaker, name) for name in g.speakers) for q, g in found),
        named=sum(any(_same_words(q.speaker, name) for name in g.speakers) for q, g in found),
    )


def _jaccard(quote: Quote, gold: GoldQuote) -> float:
    shared = min(quote.end, gold.end) - max(quote.start, gold.start)
    union = max(quote.end, gold.end) - min(quote.start, gold.start)
    return max(0, shared) / union if union else 0.0


def same_speaker(name: str, gold: str) -> bool:
    """Whether a name holds every content word of the annotated one, and at most three more."""
    words, wanted = _content_words(name), _content_words(gold)
    return bool(wanted) and set(wanted) <= set(words) and len(words) <= len(wanted) + 3


def _same_words(name: str, gold: str) -> bool:
    return set(_content_words(name)) == set(_content_words(gold))


def _content_words(name: str) -> list[str]:
    words = []
    for word in re.findall(r"\w+", fold(name.replace("،", " "))):
        bare = re.sub(r"^(?:لل|ال|و?بال)", "", word)
        words.append(re.sub(r"ين$", "ون", re.sub(r"^ل(?=مس|مص)", "", bare)))
    return words


def score_changes(gold: Sequence[GoldChange], changes: Sequence[Change]) -> Score:
    used: set[str] = set()
    found = attribute = 0
    for annotated in sorted(gold, key=lambda row: not row.required):
        fitting = [change for change in changes if _fits(change, annotated)]
        fitting.sort(key=lambda change: (change.status not in annotated.status, change.id in used))
        if fitting:
            used.add(fitting[0].id)
        if annotated.required and fitting:
            found += 1
            attribute += fitting[0].status in annotated.status
    return Score(
        needed=sum(row.required for row in gold),
        found=found,
        right=len(used),
        given=len(changes),
        attribute=attribute,
    )


def _fits(change: Change, gold: GoldChange) -> bool:
    return (
        _overlaps(change, gold)
        and change.category in gold.category
        and (gold.value is None or change.value == gold.value)
        and (_dated(change, gold) or not gold.required)
    )


def _overlaps(change: Change, gold: GoldChange) -> bool:
    return any(
        source.doc == gold.doc
        and source.end - source.start <= WIDEST_SOURCE
        and min(source.end, end) > max(source.start, start)
        for source in change.sources
        for start, end in gold.spans
    )


def _dated(change: Change, gold: GoldChange) -> bool:
    first, last = change.date_start or change.date_end, change.date_end or change.date_start
    if first is None or last is None:
        return False
    touches = first <= gold.date_end and last >= gold.date_start
    # An interval far wider than the annotated one is no answer.
    return touches and last.year - first.year <= gold.date_end.year - gold.date_start.year + 1


def total(scores: Iterable[Score]) -> Score:
    return sum(scores, NOTHING)
