"""Where a query's words stand in an article, and the passages that show them best."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drawdown_cli.arabic.stem import index_form
from drawdown_cli.arabic.tokenize import placed_words
from drawdown_cli.models import How, Match, Passage, Span
from drawdown_cli.search.meaning import Meaning, phrase_terms, words_of
from drawdown_cli.search.query import Phrase
from drawdown_cli.search.ranking import phrase_places
from drawdown_cli.store.vocabulary import Term

LENGTH = 280
"""Letters that a passage may have before it ends with its sentence."""
_LONGEST = 600
_LAST_DIGIT = "9"
_REPEATED = 0.15  # what a further match of the same word adds to a passage


class _Sense(NamedTuple):
    number: int
    weight: float
    how: How


class Finder(NamedTuple):
    """Finds the words of one query in texts."""

    typed: Mapping[int, tuple[str, str]]
    senses: Mapping[str, tuple[_Sense, ...]]
    phrases: tuple[tuple[int, tuple[frozenset[str], ...]], ...]
    exact: bool

    @classmethod
    def of(cls, meaning: Meaning, *, exact: bool) -> Finder:
        """Return the finder of a query's words."""
        phrases = [node for node in meaning.nodes() if isinstance(node, Phrase)]
        excluded = {number for node in meaning.excluded for number in words_of(node)}
        in_phrases = {number for phrase in phrases for number in words_of(phrase)} | excluded
        senses: dict[str, list[_Sense]] = {}
        for number, expansion in meaning.expansions.items():
            if number in in_phrases:
                continue
            for variant in expansion.variants:
                for term in variant.terms:
                    senses.setdefault(term.form, []).append(_Sense(number, variant.weight, variant.how))
        return cls(
            {n: (e.word.text, e.word.form) for n, e in meaning.expansions.items()},
            {form: tuple(sorted(some, key=lambda s: (-s.weight, s.number))) for form, some in senses.items()},
            tuple(
                (phrase.number, tuple(_forms(terms) for terms in phrase_terms(phrase, meaning.expansions)))
                for phrase in phrases
                if phrase.number not in excluded
            ),
            exact,
        )

    def matches(self, text: str, within: Sequence[Span]) -> tuple[Match, ...]:
        """Return the words of a text that match, in order, inside the given spans (none: anywhere)."""
        found = [
            (start, end, norm if norm[0] > _LAST_DIGIT else index_form(norm))
            for start, end, norm in placed_words(text)
            if not within or any(span.start <= start and end <= span.end for span in within)
        ]
        in_phrases = dict(self._in_phrases([form for *_, form in found])) if self.phrases else {}
        senses = self.senses
        return tuple(
            match
            for at, (start, end, form) in enumerate(found)
            if (form in senses or at in in_phrases)
            and (match := self._match(Span(start, end), text[start:end], form, in_phrases.get(at)))
            is not None
        )

    def _in_phrases(self, forms: Sequence[str]) -> Iterator[tuple[int, int]]:
        """The places of words that belong to a phrase, each with the number of the query's word."""
        for number, phrase in self.phrases:
            for start in phrase_places(forms, phrase):
                for at in range(len(phrase)):
                    yield start + at, number + at

    def _match(self, span: Span, text: str, form: str, number: int | None) -> Match | None:
        how = How.STEM
        if number is None:
            sense = self.senses[form][0]
            number, how = sense.number, sense.how
        typed, typed_form = self.typed[number]
        if text == typed:
            how = How.EXACT
        elif self.exact:
            return None
        elif form == typed_form:
            how = How.FOLDED
        return Match(*span, text, typed, how)


def best_passages(
    text: str, matches: Sequence[Match], sentences: Sequence[Span], count: int, length: int = LENGTH
) -> tuple[Passage, ...]:
    """Return the passages densest in matches, the best first, none overlapping another.

    Sentences are joined to passages of up to `length` letters.
    """
    chosen: list[Passage] = []
    found = _windows(text, matches, sentences, length)
    windows = sorted(found, key=lambda window: (-window[0], window[1].start))
    for _, span, inside in windows:
        if len(chosen) == count:
            break
        if all(span.end <= other.start or other.end <= span.start for other in chosen):
            chosen.append(Passage(span.start, span.end, text[span.start : span.end], inside))
    return tuple(chosen)


def _windows(
    text: str, matches: Sequence[Match], sentences: Sequence[Span], length: int
) -> Iterator[tuple[float, Span, tuple[Match, ...]]]:
    """Runs of sentences that begin with one that matches."""
    starts = [match.start for match in matches]
    spans = sentences or [Span(0, len(text))]
    for at, sentence in enumerate(spans):
        first = bisect_left(starts, sentence.start)
        if first == len(starts) or starts[first] >= sentence.end:
            continue
        end = at
        while end + 1 < len(spans) and spans[end + 1].end - sentence.start <= length:
            if text[spans[end].end : spans[end + 1].start].strip():
                break  # something that is not shown stands between
            end += 1
        span = Span(sentence.start, spans[end].end)
        if span.end - span.start > _LONGEST:
            span = _around(text, span, matches[first:])
        inside = tuple(m for m in matches[first:] if span.start <= m.start and m.end <= span.end)
        yield _density(inside), span, inside


def _density(matches: Sequence[Match]) -> float:
    worth = {How.EXACT: 1.0, How.FOLDED: 1.0, How.STEM: 0.9, How.FUZZY: 0.5, How.TRANSLITERATED: 0.7}
    best: dict[str, float] = {}
    for match in matches:
        best[match.term] = max(best.get(match.term, 0.0), worth[match.how])
    return sum(best.values()) + _REPEATED * min(len(matches) - len(best), 5)


def _around(text: str, span: Span, matches: Sequence[Match]) -> Span:
    """The part of an overlong sentence that holds the most matches, cut between words."""
    inside = [match for match in matches if match.start < span.end]
    best = max(
        inside, key=lambda first: sum(first.start <= match.start < first.start + LENGTH for match in inside)
    )
    start, end = max(span.start, best.start - LENGTH // 4), min(span.end, best.start + LENGTH)
    while start > span.start and not text[start - 1].isspace():
        start -= 1
    while end < span.end and not text[end].isspace():
        end += 1
    return Span(start, end)


def _forms(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset(term.form for term in terms)
