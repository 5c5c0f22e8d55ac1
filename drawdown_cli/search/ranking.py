"""The score of an article for a query: BM25 over the best way each word is written, exact forms on top.

The statistics are SQLite's: a score depends on what the index holds, not on how it came to hold it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from drawdown_cli.search.expand import Expansion
from drawdown_cli.search.meaning import Meaning, phrase_forms, words_of
from drawdown_cli.search.query import Either, Node, Phrase, Word
from drawdown_cli.store.vocabulary import Totals
from drawdown_cli.store.words import Words

K1, B = 1.2, 0.75
EXACT = 0.3  # the word itself, on top of its stem
TITLE = 0.5
PHRASE = 1.3
FOLLOWING = 0.15  # two words of the query side by side
GRAMS = 0.3  # letters in fours: what is left of words that no stem joins
FULL = 3.0  # a word that an average article repeats so often scores in full
RANKED_CLOSELY = 60

_Group = tuple[int, int]  # the number of a query word, and of its variant


class Scorer:
    """Scores articles for one query."""

    def __init__(self, meaning: Meaning, totals: Totals) -> None:
        self._meaning = meaning
        self._articles = max(1, totals.articles)
        self._average = max(1.0, totals.words / self._articles)
        self._groups: dict[str, list[_Group]] = defaultdict(list)
        self._values: dict[_Group, float] = {}
        self._exact: dict[int, float] = {}
        self._idf: dict[int, float] = {}
        for number, expansion in meaning.expansions.items():
            self._learn(number, expansion)
        self._phrases = {
            node.number: phrase_forms(node, meaning.expansions)
            for node in meaning.nodes()
            if isinstance(node, Phrase)
        }
        self._following = _neighbours(meaning)
        self._grams = {
            number: _grams(expansion.word.form)
            for number, expansion in meaning.expansions.items()
            if number in meaning.scored
        }
        self._best = sum(self._ideal(node) for node in meaning.scoring())

    def qualifies(self, words: Words) -> bool:
        """Whether an article answers the query at all."""
        view = _View(self, words)
        meaning = self._meaning
        if any(view.score(node) is not None for node in meaning.excluded):
            return False
        if any(view.score(node) is None for node in meaning.required):
            return False
        if meaning.required or not meaning.some:
            return True
        return any(view.score(node) is not None for node in meaning.some)

    def score(self, words: Words) -> float:
        """Return the score of an article that qualifies, before it is ranked closely."""
        view = _View(self, words)
        return sum(view.score(node) or 0.0 for node in self._meaning.scoring())

    def close_score(self, words: Words) -> float:
        """Return what word order and shared letters add to an article's score."""
        places: dict[int, set[int]] = defaultdict(set)
        for at, form in enumerate(words.body):
            for number, _ in self._groups.get(form, ()):
                places[number].add(at)
        score = 0.0
        for one, other in self._following:
            if any(at + 1 in places[other] for at in places[one]):
                score += FOLLOWING * (self._idf[one] + self._idf[other]) / 2
        text = " ".join(words.body)
        norm = self.length_norm(words)
        for number, grams in self._grams.items():
            if grams:
                shared = sum(_saturated(text.count(gram), norm) for gram in grams) / len(grams)
                score += GRAMS * self._idf[number] * shared
        return score

    def percent(self, score: float) -> float:
        """Return a score as a share of the best that the query can have, 0 to 100."""
        return round(min(100.0, 100.0 * score / self._best), 2) if self._best else 0.0

    def length_norm(self, words: Words) -> float:
        """BM25's length of a text in units of the average."""
        return K1 * (1 - B + B * len(words.body) / self._average)

    def _learn(self, number: int, expansion: Expansion) -> None:
        own = next(
            (term for v in expansion.variants for term in v.terms if term.form == expansion.word.form), None
        )
        known = [self._rarity(v.df) for v in expansion.variants if v.weight >= 1.0]
        ceiling = known[0] if known else self._rarity(0)
        self._idf[number] = (
            known[0] if known else max((self._rarity(v.df) for v in expansion.variants), default=ceiling)
        )
        for at, variant in enumerate(expansion.variants):
            # A rare misspelling must not outweigh the word that was meant.
            self._values[number, at] = variant.weight * min(ceiling, self._rarity(variant.df))
            for term in variant.terms:
                self._groups[term.form].append((number, at))
        if own:
            self._exact[number] = EXACT * self._rarity(own.df)

    def _rarity(self, df: int) -> float:
        df = min(df, self._articles)
        return log(1 + (self._articles - df + 0.5) / (df + 0.5))

    def _ideal(self, node: Node) -> float:
        numbers = list(words_of(node))
        values = [self._idf[number] * (1 + EXACT) * _saturated(FULL, K1) for number in numbers]
        if isinstance(node, Either):
            return max((self._ideal(part) for part in node.parts), default=0.0)
        return sum(values) * (PHRASE if isinstance(node, Phrase) else 1.0)


class _View:
    """One article as a query sees it."""

    def __init__(self, scorer: Scorer, words: Words) -> None:
        self._scorer, self._words = scorer, words
        groups = scorer._groups
        self._norm = scorer.length_norm(words)
        self._forms = Counter([form for form in words.body if form in groups])
        self._counts: Counter[_Group] = Counter()
        for form, count in self._forms.items():
            for group in groups[form]:
                self._counts[group] += count
        self._title = {group for form in words.title if form in groups for group in groups[form]}

    def score(self, node: Node) -> float | None:
        """The score of a part of the query, None where it does not match."""
        if isinstance(node, Word):
            return self._word(node)
        if isinstance(node, Phrase):
            return self._phrase(node)
        scores = [self.score(part) for part in node.parts]
        matched = [score for score in scores if score is not None]
        if isinstance(node, Either):
            return max(matched, default=None)
        return sum(matched) if len(matched) == len(scores) else None

    def _word(self, node: Word) -> float | None:
        values = self._scorer._values
        variants = range(len(self._scorer._meaning.expansions[node.number].variants))
        groups = [(node.number, at) for at in variants]
        titled = max((values[group] for group in groups if group in self._title), default=None)
        if node.in_title:
            return titled
        found = [
            values[group] * _saturated(count, self._norm)
            for group in groups
            if (count := self._counts.get(group, 0))
        ]
        if not found and titled is None:
            return None
        exact = self._forms.get(node.word.form, 0)
        score = max(found, default=0.0) + TITLE * (titled or 0.0)
        if exact and node.number in self._scorer._exact:
            score += self._scorer._exact[node.number] * _saturated(exact, self._norm)
        return score

    def _phrase(self, node: Phrase) -> float | None:
        forms = self._scorer._phrases[node.number]
        text = self._words.title if node.in_title else self._words.body
        count = sum(1 for _ in phrase_places(text, forms))
        if not count:
            return None
        worth = sum(self._scorer._idf[node.number + at] for at in range(len(forms)))
        return PHRASE * worth * (1 + EXACT) * _saturated(count, self._norm)


def phrase_places(words: Sequence[str], forms: Sequence[frozenset[str]]) -> Iterable[int]:
    """Yield where, among an article's words, a phrase begins."""
    first = forms[0]
    for at in range(len(words) - len(forms) + 1):
        if words[at] in first and all(words[at + n] in some for n, some in enumerate(forms)):
            yield at


def rank(found: Mapping[str, Words], scorer: Scorer) -> list[tuple[float, str]]:
    """Return the names of the texts that answer, with their scores of 0 to 100, best first.

    Texts of one score stand in order of their names.
    """
    scores = [(scorer.score(words), name) for name, words in found.items() if scorer.qualifies(words)]
    scores.sort(key=lambda scored: (-scored[0], scored[1]))
    first = [(score + scorer.close_score(found[name]), name) for score, name in scores[:RANKED_CLOSELY]]
    first.sort(key=lambda scored: (-scored[0], scored[1]))
    return [(scorer.percent(score), name) for score, name in first + scores[RANKED_CLOSELY:]]


def _neighbours(meaning: Meaning) -> list[tuple[int, int]]:
    numbers = sorted(meaning.scored)
    return [(one, one + 1) for one in numbers if one + 1 in meaning.scored]


def _grams(form: str) -> list[str]:
    return [form[at : at + 4] for at in range(len(form) - 3)]


def _saturated(count: float, norm: float) -> float:
    return count * (K1 + 1) / (count + norm)
