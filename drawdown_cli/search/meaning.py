"""What a query means to one index: its parts with their words expanded, and the plan for the engine."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from typing import NamedTuple

from drawdown_cli.arabic.stem import is_stop_word, parts
from drawdown_cli.models import ArticleFilter, How
from drawdown_cli.search.expand import PROCLITICS, Expansion, Words, expand
from drawdown_cli.search.query import Both, Node, Phrase, SearchQuery, Typed, Word
from drawdown_cli.store.plan import Clause, Every, Field, OneOf, Plan, Some, Terms, Weighted
from drawdown_cli.store.plan import Sequence as InSequence
from drawdown_cli.store.vocabulary import Term

_EXACT_WEIGHT = 0.3
_TITLE_WEIGHT = 0.5
_MOST_SEQUENCES = 24


class Meaning(NamedTuple):
    """A query whose words are expanded, by their numbers; `scored` are those that carry content."""

    some: tuple[Node, ...]
    required: tuple[Node, ...]
    excluded: tuple[Node, ...]
    expansions: Mapping[int, Expansion]
    scored: frozenset[int]

    def scoring(self) -> tuple[Node, ...]:
        """The parts that give an article its score."""
        return self.required + self.some

    def nodes(self) -> Iterator[Node]:
        """Yield every part and part of a part."""
        for node in (*self.some, *self.required, *self.excluded):
            yield from _within(node)


def understand(query: SearchQuery, words: Words, *, exact: bool, fuzzy: int | None) -> Meaning:
    """Return what a query means to an index with this vocabulary.

    Stop words are left out of the words that may match, unless nothing else is left.
    """
    some = _telling(query)
    expansions: dict[int, Expansion] = {}
    for node in (*some, *query.required):
        for leaf in _leaves(node):
            _expand_leaf(leaf, words, 0 if exact else fuzzy, expansions)
    scored = frozenset(expansions)
    for node in query.excluded:
        for leaf in _leaves(node):
            _expand_leaf(leaf, words, 0, expansions)
    if exact:
        expansions = {number: _as_spelt(expansion) for number, expansion in expansions.items()}
    return Meaning(some, query.required, query.excluded, expansions, scored)


def demanding(query: SearchQuery) -> SearchQuery:
    """Return a query whose plain words must all be there, stop words apart."""
    return query._replace(some=(), required=query.required + _telling(query))


def plan_for(
    meaning: Meaning,
    within: ArticleFilter,
    speaker_ids: tuple[str, ...] | None = None,
    *,
    in_quotes: bool = False,
) -> Plan:
    """Return what the engine is asked: articles, some speakers' quotations, or `in_quotes` anybody's."""
    return Plan(
        tuple(_clause(node, meaning) for node in meaning.some),
        tuple(_clause(node, meaning) for node in meaning.required),
        tuple(_clause(node, meaning) for node in meaning.excluded if not _has_phrase(node)),
        within,
        speaker_ids,
        in_quotes or speaker_ids is not None,
    )


def words_of(node: Node) -> Iterator[int]:
    """Yield the numbers of the words of a part."""
    for leaf in _leaves(node):
        yield from range(leaf.number, leaf.number + (len(leaf.words) if isinstance(leaf, Phrase) else 1))


def phrase_terms(phrase: Phrase, expansions: Mapping[int, Expansion]) -> list[frozenset[Term]]:
    """Return, for each word of a phrase, the terms that may stand there: proclitics are free."""
    return [
        frozenset(_with_proclitics(word, expansions[phrase.number + at]))
        for at, word in enumerate(phrase.words)
    ]


def _with_proclitics(word: Typed, expansion: Expansion) -> Iterator[Term]:
    base = parts(word.form).base
    bases = {base, *(proclitic + base for proclitic in PROCLITICS)}
    bases |= {base.removeprefix(proclitic) for proclitic in PROCLITICS}
    for variant in expansion.variants:
        if variant.how in (How.STEM, How.EXACT):
            yield from (term for term in variant.terms if term.base in bases)


def _as_spelt(expansion: Expansion) -> Expansion:
    form = expansion.word.form
    kept = (
        variant._replace(terms=tuple(term for term in variant.terms if term.form == form))
        for variant in expansion.variants
    )
    return Expansion(expansion.word, tuple(variant for variant in kept if variant.terms))


def _expand_leaf(leaf: Word | Phrase, words: Words, fuzzy: int | None, found: dict[int, Expansion]) -> None:
    if isinstance(leaf, Word):
        found[leaf.number] = expand(leaf.word, words, fuzzy=fuzzy, prefix=leaf.prefix)
        return
    for at, word in enumerate(leaf.words):
        found[leaf.number + at] = expand(word, words, fuzzy=0)


def _clause(node: Node, meaning: Meaning) -> Clause:
    if isinstance(node, Word):
        return _word_clause(node, meaning.expansions[node.number])
    if isinstance(node, Phrase):
        return _phrase_clause(node, meaning.expansions)
    clauses = tuple(_clause(part, meaning) for part in node.parts)
    return Every(clauses) if isinstance(node, Both) else Some(clauses)


def _word_clause(node: Word, expansion: Expansion) -> Clause:
    if node.prefix:
        return _prefix_clause(node, expansion)
    stems: dict[str, float] = {}
    forms: list[Weighted] = []
    for variant in expansion.variants:
        if variant.how is How.TRANSLITERATED:
            forms += [Weighted(Field.FORM, term.form, variant.weight) for term in variant.terms]
        for term in variant.terms:
            stems[term.stem] = max(stems.get(term.stem, 0.0), variant.weight)
    titled = tuple(Weighted(Field.TITLE, stem, weight * _TITLE_WEIGHT) for stem, weight in stems.items())
    if node.in_title:
        return Terms(titled)
    written = [Weighted(Field.STEM, stem, weight) for stem, weight in stems.items()]
    exact = Terms((Weighted(Field.FORM, node.word.form, _EXACT_WEIGHT),))
    return Some((Terms(tuple(written + forms)), exact, Terms(titled)))


def _prefix_clause(node: Word, expansion: Expansion) -> Clause:
    terms = [term for variant in expansion.variants for term in variant.terms]
    if node.in_title:
        return OneOf(Field.TITLE, tuple(sorted({term.stem for term in terms})))
    return OneOf(Field.FORM, tuple(term.form for term in terms))


def _phrase_clause(node: Phrase, expansions: Mapping[int, Expansion]) -> Clause:
    field = Field.TITLE if node.in_title else Field.STEM
    stems = [sorted({term.stem for term in terms}) for terms in phrase_terms(node, expansions)]
    count = 1
    for some in stems:
        count *= len(some)
    if count <= _MOST_SEQUENCES:
        return Some(tuple(InSequence(field, chosen) for chosen in product(*stems)))
    return Every(tuple(Terms(tuple(Weighted(field, stem, 1.0) for stem in some)) for some in stems))


def _telling(query: SearchQuery) -> tuple[Node, ...]:
    telling = tuple(node for node in query.some if not _is_stop_word(node))
    return telling if telling or query.required else query.some


def _is_stop_word(node: Node) -> bool:
    return isinstance(node, Word) and not node.in_title and not node.prefix and is_stop_word(node.word.form)


def _has_phrase(node: Node) -> bool:
    return any(isinstance(leaf, Phrase) for leaf in _leaves(node))


def _leaves(node: Node) -> Iterator[Word | Phrase]:
    for part in _within(node):
        if isinstance(part, (Word, Phrase)):
            yield part


def _within(node: Node) -> Iterator[Node]:
    yield node
    if not isinstance(node, (Word, Phrase)):
        for part in node.parts:
            yield from _within(part)
