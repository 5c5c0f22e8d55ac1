"""The score of an article for a query: BM25 over the best way each word is written, exact forms on top.

The statistics are SQLite's: a score depends on what the index holds, not on how it came to hold it. Words are
the numbers of terms, here called simply words.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import log
from typing import TypeVar

from drawdown_cli.search.expand import Expansion
from drawdown_cli.search.meaning import Meaning, phrase_terms, words_of
from drawdown_cli.search.query import Either, Node, Phrase, Word
from drawdown_cli.store.vocabulary import Totals
from drawdown_cli.store.words import Numbers

K1, B = 0.9, 0.75
EXACT = 0.3  # the word itself, on top of its stem
TITLE = 0.5
PHRASE = 1.3
FOLLOWING = 0.15  # two words of the query side by side
TOGETHER = 0.5  # words of the query in one stretch of the text
STRETCH = 25
GRAMS = 0.3  # letters in fours: what is left of words that no stem joins
FULL = 5.0  # a word that an average article repeats so often scores in full
RANKED_CLOSELY = 40

Spellings = Callable[[set[int]], Mapping[int, str]]
T = TypeVar("T")
_Group = tuple[int, int]  # the number of a query word, and of its variant


class Scorer:
    """Scores articles for one query."""

    def __init__(self, meaning: Meaning, totals: Totals, spellings: Spellings) -> None:
        self.meaning = meaning
        self.spellings = spellings
        self.groups: dict[int, list[_Group]] = defaultdict(list)
        self.values: dict[_Group, float] = {}
        self.exact: dict[int, tuple[int, float]] = {}
        self.idf: dict[int, float] = {}
        self._articles = max(1, totals.articles)
        self._average = max(1.0, totals.words / self._articles)
        for number, expansion in meaning.expansions.items():
            self._learn(number, expansion)
        self.phrases = {
            node.number: [
                frozenset(term.number for term in terms) for terms in phrase_terms(node, meaning.expansions)
            ]
            for node in meaning.nodes()
            if isinstance(node, Phrase)
        }
        self._best = sum(self._ideal(node) for node in meaning.scoring())

    def percent(self, score: float) -> float:
        """Return a score as a share of the best that the query can have, 0 to 100."""
        return round(min(100.0, 100.0 * score / self._best), 2) if self._best else 0.0

    def length_norm(self, words: Numbers) -> float:
        """BM25's length of a text in units of the average."""
        return K1 * (1 - B + B * len(words.body) / self._average)

    def _learn(self, number: int, expansion: Expansion) -> None:
        terms = [term for variant in expansion.variants for term in variant.terms]
        known = [self._rarity(v.df) for v in expansion.variants if v.weight >= 1.0]
        ceiling = known[0] if known else self._rarity(0)
        guessed = max((self._rarity(v.df) for v in expansion.variants), default=ceiling)
        self.idf[number] = known[0] if known else guessed
        for at, variant in enumerate(expansion.variants):
            # A rare misspelling must not outweigh the word that was meant.
            self.values[number, at] = variant.weight * min(ceiling, self._rarity(variant.df))
            for term in variant.terms:
                self.groups[term.number].append((number, at))
        for own in terms:
            if own.form == expansion.word.form:
                self.exact[number] = (own.number, EXACT * self._rarity(own.df))

    def _rarity(self, df: int) -> float:
        df = min(df, self._articles)
        return log(1 + (self._articles - df + 0.5) / (df + 0.5))

    def _ideal(self, node: Node) -> float:
        if isinstance(node, Either):
            return max((self._ideal(part) for part in node.parts), default=0.0)
        full = _saturated(FULL, K1)
        boost = PHRASE if isinstance(node, Phrase) else 1.0
        best = 0.0
        for number in words_of(node):
            exact = max(self.exact.get(number, (0, 0.0))[1], EXACT * self.idf[number])
            best += self.idf[number] * (boost * full + GRAMS * full + TOGETHER) + boost * exact * full
        return best


class View:
    """One article as a query sees it."""

    def __init__(self, scorer: Scorer, words: Numbers) -> None:
        self._scorer, self._words = scorer, words
        self._norm = scorer.length_norm(words)
        groups = scorer.groups
        self._seen: Counter[int] = Counter([word for word in words.body if word in groups])
        self._counts: Counter[_Group] = Counter()
        for word, count in self._seen.items():
            for group in groups[word]:
                self._counts[group] += count
        self._title = {group for word in words.title if word in groups for group in groups[word]}

    def total(self) -> float | None:
        """Return the article's score before it is looked at closely; None where it does not answer."""
        meaning = self._scorer.meaning
        if any(self._score(node) is not None for node in meaning.excluded):
            return None
        required = [self._score(node) for node in meaning.required]
        some = [score for node in meaning.some if (score := self._score(node)) is not None]
        if None in required or (meaning.some and not required and not some):
            return None
        return sum(score for score in required if score is not None) + sum(some)

    def _score(self, node: Node) -> float | None:
        """The score of a part of the query, None where it does not match."""
        if isinstance(node, Word):
            return self._word(node)
        if isinstance(node, Phrase):
            return self._phrase(node)
        scores = [self._score(part) for part in node.parts]
        matched = [score for score in scores if score is not None]
        if isinstance(node, Either):
            return max(matched, default=None)
        return sum(matched) if len(matched) == len(scores) else None

    def _word(self, node: Word) -> float | None:
        number, values = node.number, self._scorer.values
        variants = range(len(self._scorer.meaning.expansions[number].variants))
        titled = None
        if self._title:
            titled = max((values[number, at] for at in variants if (number, at) in self._title), default=None)
        if node.in_title:
            return titled
        found = [
            values[number, at] * _saturated(self._counts[number, at], self._norm)
            for at in variants
            if (number, at) in self._counts
        ]
        if not found and titled is None:
            return None
        word, worth = self._scorer.exact.get(number, (0, 0.0))
        exact = worth * _saturated(self._seen[word], self._norm) if word in self._seen else 0.0
        return max(found, default=0.0) + exact + TITLE * (titled or 0.0)

    def _phrase(self, node: Phrase) -> float | None:
        phrase = self._scorer.phrases[node.number]
        text = self._words.title if node.in_title else self._words.body
        count = sum(1 for _ in phrase_places(text, phrase))
        if not count:
            return None
        worth = sum(self._scorer.idf[node.number + at] for at in range(len(phrase)))
        return PHRASE * worth * (1 + EXACT) * _saturated(count, self._norm)


def phrase_places(words: Sequence[T], phrase: Sequence[AbstractSet[T]]) -> Iterable[int]:
    """Yield where, among an article's words, a phrase begins."""
    first = phrase[0]
    for at in range(len(words) - len(phrase) + 1):
        if words[at] in first and all(words[at + n] in some for n, some in enumerate(phrase)):
            yield at


def rank(found: Mapping[str, Numbers], scorer: Scorer) -> list[tuple[float, str]]:
    """Return the names of the texts that answer, with their scores of 0 to 100, best first.

    Texts of one score stand in order of their names.
    """
    totals = ((View(scorer, words).total(), name) for name, words in found.items())
    scores = sorted(
        ((total, name) for total, name in totals if total is not None),
        key=lambda scored: (-scored[0], scored[1]),
    )
    near = {name: found[name] for _, name in scores[:RANKED_CLOSELY]}
    gained = closeness(near, scorer)
    first = [(score + gained[name], name) for score, name in scores[:RANKED_CLOSELY]]
    first.sort(key=lambda scored: (-scored[0], scored[1]))
    return [(scorer.percent(score), name) for score, name in first + scores[RANKED_CLOSELY:]]


# --- the first candidates, looked at closely -------------------------------------------------------------


def closeness(texts: Mapping[str, Numbers], scorer: Scorer) -> dict[str, float]:
    """Return what word order and shared letters add to the scores of some texts."""
    numbers = {number for words in texts.values() for number in words.body}
    spelt = scorer.spellings(numbers)
    pairs = [(one, one + 1) for one in sorted(scorer.meaning.scored) if one + 1 in scorer.meaning.scored]
    grams = {
        number: grams
        for number in scorer.meaning.scored
        if (grams := _grams(scorer.meaning.expansions[number].word.form))
    }
    return {
        name: _order(words, scorer, pairs) + _letters(words, scorer, grams, spelt)
        for name, words in texts.items()
    }


def _order(words: Numbers, scorer: Scorer, pairs: Iterable[tuple[int, int]]) -> float:
    """What it is worth that words stand side by side, and that many stand in one stretch of the text."""
    groups = scorer.groups
    places = [
        (at, group[0], scorer.values[group])
        for at, word in enumerate(words.body)
        if word in groups
        for group in groups[word]
    ]
    at_places: dict[int, set[int]] = defaultdict(set)
    for at, number, _ in places:
        at_places[number].add(at)
    score = sum(
        FOLLOWING * (scorer.idf[one] + scorer.idf[other]) / 2
        for one, other in pairs
        if any(at + 1 in at_places[other] for at in at_places[one])
    )
    return score + TOGETHER * _best_stretch(places)


def _best_stretch(places: Sequence[tuple[int, int, float]]) -> float:
    """The most that different words of the query are worth in one stretch of `STRETCH` words."""
    best, first = 0.0, 0
    for last, (end, _, _) in enumerate(places):
        while places[first][0] <= end - STRETCH:
            first += 1
        worth: dict[int, float] = {}
        for _, number, value in places[first : last + 1]:
            if value > worth.get(number, 0.0):
                worth[number] = value
        best = max(best, sum(worth.values()))
    return best


def _letters(
    words: Numbers, scorer: Scorer, grams: Mapping[int, Sequence[str]], spelt: Mapping[int, str]
) -> float:
    """What the words of the query share in letters with a text, whatever stems they have."""
    text = " ".join([spelt[number] for number in words.body])
    norm = scorer.length_norm(words)
    score = 0.0
    for number, some in grams.items():
        shared = sum(_saturated(count, norm) for gram in some if (count := text.count(gram)))
        score += GRAMS * scorer.idf[number] * shared / len(some)
    return score


def _grams(form: str) -> list[str]:
    return [form[at : at + 4] for at in range(len(form) - 3)]


def _saturated(count: float, norm: float) -> float:
    return count * (K1 + 1) / (count + norm)
