"""The order of the analysis: a pure function of one article and the lexicons."""

from __future__ import annotations

from dataclasses import replace
from hashlib import blake2b
from typing import TypeVar

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes
from drawdown_cli.extract.changes import find_changes
from drawdown_cli.extract.quantities import find_quantities
from drawdown_cli.extract.timex import find_timexes
from drawdown_cli.extract.zones import mark_zones
from drawdown_cli.models import Article, Change, Document, Quote

Fact = TypeVar("Fact", Quote, Change)


def analyze(article: Article) -> Document:
    """Return the article with its sentences, time expressions, quantities, quotations and changes."""
    tokenized = mark_zones(tokenize(article.text))
    timexes = tuple(find_timexes(tokenized, article.published))
    quantities = tuple(find_quantities(tokenized, timexes))
    quotes = find_quotes(tokenized, timexes)
    named = tuple(
        replace(
            quote,
            id=fact_id("q", article, quote),
            doc=article.doc,
            title=article.title,
            published=article.published.value,
        )
        for quote in quotes
    )
    changes = find_changes(tokenized, article.published, timexes, quantities, named)
    sourced = tuple(_sourced(article, change) for change in changes)
    return Document(article, tokenized, timexes, quantities, named, sourced)


def _sourced(article: Article, change: Change) -> Change:
    """Return a change with its id, and its article as its one source."""
    doc, published = article.doc, article.published.value
    sources = tuple(replace(source, doc=doc, published=published) for source in change.sources)
    return replace(change, id=fact_id("c", article, change), doc=doc, sources=sources)


def fact_id(prefix: str, article: Article, fact: Fact) -> str:
    """Return a short id that stays the same while the article and the fact's place do."""
    place = f"{article.id}:{fact.start}:{fact.end}"
    return prefix + blake2b(place.encode(), digest_size=5).hexdigest()
