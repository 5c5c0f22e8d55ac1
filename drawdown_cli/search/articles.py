"""Search the articles of an index: the one function behind `drawdown search`, a notebook and the report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from drawdown_cli.models import Article, ArticleFilter, Hit, Match, Sentence, Span, Zone
from drawdown_cli.search.meaning import Meaning, plan_for, understand
from drawdown_cli.search.passages import LENGTH, Finder, best_passages
from drawdown_cli.search.query import SearchQuery, parse_query, relaxed
from drawdown_cli.search.ranking import Scorer, rank
from drawdown_cli.store.index import Index
from drawdown_cli.store.searching import Found, quiet

CANDIDATES = 200
"""How many of the engine's candidates are ranked, at least."""
_SPELT_CANDIDATES = 1000

Say = Callable[[str], None]


class SearchOptions(NamedTuple):
    """How to search: `exact` takes words as spelt, `fuzzy` bounds the distance (None: by length)."""

    exact: bool = False
    fuzzy: int | None = None
    limit: int | None = 10
    passages: int = 1
    within: ArticleFilter = ArticleFilter()
    speaker_ids: tuple[str, ...] | None = None


def search_articles(
    index: Index, query: str, options: SearchOptions | None = None, *, say: Say = quiet
) -> list[Hit]:
    """Return the articles that answer a query, best first; `say` hears what the reader should know.

    Raises QueryError where the query cannot be read, StoreError where the index cannot.
    """
    options = options or SearchOptions()
    asked = parse_query(query)
    within = from_sources(index, asked, options.within)
    if within is None:
        return []
    options = options._replace(within=within)
    hits = _hits(index, asked, options, say)
    loose = relaxed(asked)
    if not hits and loose is not None and not options.exact:
        hits = _hits(index, loose, options, say)
        if hits:
            say("no article has the phrase as it stands; its words were searched one by one")
    return hits


def from_sources(index: Index, query: SearchQuery, within: ArticleFilter) -> ArticleFilter | None:
    """Return the filter with the sources that a query names; None where none is called so."""
    if not query.sources:
        return within
    sources = index.searching.sources_like(query.sources)
    return within._replace(sources=sources) if sources else None


def count_undated(index: Index, query: str, options: SearchOptions) -> int:
    """Return about how many articles a search between dates leaves out because they have none."""
    if options.within.undated or not (options.within.since or options.within.until):
        return 0
    vocabulary = index.searching.vocabulary
    meaning = understand(parse_query(query), vocabulary, exact=options.exact, fuzzy=options.fuzzy)
    counts = [
        len(
            index.searching.candidates(
                plan_for(meaning, options.within._replace(undated=undated), options.speaker_ids),
                max(1, vocabulary.totals().articles * 4),
            )
        )
        for undated in (True, False)
    ]
    return counts[0] - counts[1]


def _hits(index: Index, query: SearchQuery, options: SearchOptions, say: Say) -> list[Hit]:
    vocabulary = index.searching.vocabulary
    meaning = understand(query, vocabulary, exact=options.exact, fuzzy=options.fuzzy)
    scorer = Scorer(meaning, vocabulary.totals(), vocabulary.spellings)
    found = _candidates(index, meaning, options, say)
    ranked = rank({name: one.words for name, one in found.items()}, scorer)
    finder = Finder.of(meaning, exact=options.exact)
    shown = _shown(index, ranked, found, finder, options)
    return list(islice(shown, options.limit))


def _candidates(index: Index, meaning: Meaning, options: SearchOptions, say: Say) -> dict[str, Found]:
    plan = plan_for(meaning, options.within, options.speaker_ids)
    if options.exact:
        spellings = sorted({expansion.word.text for expansion in meaning.expansions.values()})
        found = index.searching.find_spelt(plan, spellings, _SPELT_CANDIDATES, say)
    else:
        count = index.searching.vocabulary.totals().articles if options.limit is None else CANDIDATES
        found = index.searching.find(plan, max(CANDIDATES, options.limit or 0, count), say)
    return {f"{one.doc}\n{one.start:09}": one for one in found}


def _shown(
    index: Index,
    ranked: Sequence[tuple[float, str]],
    found: Mapping[str, Found],
    finder: Finder,
    options: SearchOptions,
) -> Iterator[Hit]:
    """The ranked articles as hits; several quotations of one article make one hit, as its copies do."""
    families: set[str] = set()
    scores: dict[str, float] = {}
    spans: dict[str, list[Span]] = {}
    for score, name in ranked:
        one = found[name]
        scores.setdefault(one.doc, score)
        if one.end >= 0:
            spans.setdefault(one.doc, []).append(Span(one.start, one.end))
    for doc, score in scores.items():
        family = doc if options.within.copies else index.originals([doc]).get(doc, doc)
        if family in families:
            continue
        article = index.fetch([doc])[doc]
        within = spans.get(doc, [])
        matches = finder.matches(article.text, within)
        if options.exact and not matches:
            continue
        families.add(family)
        yield _hit(index, article, score, matches, within, options.passages)


def _hit(
    index: Index,
    article: Article,
    score: float,
    matches: tuple[Match, ...],
    within: Sequence[Span],
    count: int,
) -> Hit:
    sentences = within or _telling(index.sentences(article.doc), matches)
    # What stands between two quotations was not said by the speaker.
    length = 0 if within else LENGTH
    passages = best_passages(article.text, matches, sorted(sentences), count, length)
    snippet = passages[0].text if passages else article.title
    return Hit(
        article.doc,
        article.title,
        article.published.value,
        article.source,
        score,
        snippet,
        matches,
        passages,
    )


def _telling(sentences: Sequence[Sentence], matches: Sequence[Match]) -> list[Span]:
    """The sentences that may be shown: those of the body, unless the article matches only around them."""
    own = [Span(s.start, s.end) for s in sentences if s.zone is Zone.BODY]
    if any(span.start <= match.start < span.end for span in own for match in matches):
        return own
    return [Span(s.start, s.end) for s in sentences]
