"""Find the quotations that a query is about: its words must stand in what was said."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import NamedTuple

from drawdown_cli.models import ArticleFilter
from drawdown_cli.search.articles import Say, from_sources
from drawdown_cli.search.meaning import demanding, plan_for, understand
from drawdown_cli.search.query import parse_query
from drawdown_cli.search.ranking import Scorer, View
from drawdown_cli.store.index import Index
from drawdown_cli.store.packed import NUMBERS
from drawdown_cli.store.searching import quiet
from drawdown_cli.store.words import Numbers, text_words

_OTHER = 0  # no term has this number


class Topic(NamedTuple):
    """What a query is about: the articles that may say it, and what tells whether a quotation does.

    `loose` says that any of the query's words are enough.
    """

    docs: tuple[str, ...]
    loose: bool
    scorer: Scorer
    terms: dict[str, int]

    def is_of(self, content: str) -> bool:
        """Return whether the words of a quotation answer the query."""
        words = array(NUMBERS, [self.terms.get(form, _OTHER) for form in text_words(content)])
        return View(self.scorer, Numbers(array(NUMBERS), words)).total() is not None


def topics_of(
    index: Index,
    query: str,
    within: ArticleFilter,
    speaker_ids: tuple[str, ...] | None = None,
    *,
    say: Say = quiet,
) -> Iterator[Topic]:
    """Yield the topic of a query all of whose words must be there, then the one that any of them make.

    `speaker_ids` None means whoever speaks. Raises QueryError where the query cannot be read, StoreError
    where the index cannot.
    """
    asked = parse_query(query)
    narrowed = from_sources(index, asked, within)
    if narrowed is None:
        return
    searching = index.searching
    strict = demanding(asked)
    may_be_loose = bool(asked.some) and len(strict.required) > 1
    for one in (strict, asked) if may_be_loose else (strict,):
        meaning = understand(one, searching.vocabulary, exact=False, fuzzy=None)
        plan = plan_for(meaning, narrowed, speaker_ids, in_quotes=True)
        scorer = Scorer(meaning, searching.vocabulary.totals(), searching.vocabulary.spellings)
        terms = {
            term.form: term.number
            for expansion in meaning.expansions.values()
            for variant in expansion.variants
            for term in variant.terms
        }
        yield Topic(searching.docs_quoting(plan, say), one is asked, scorer, terms)
