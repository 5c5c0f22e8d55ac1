"""The order of the analysis: a pure function of one article and the lexicons."""

from __future__ import annotations

from hashlib import blake2b
from itertools import count

from drawdown_cli.extract.attribution import find_quotes
from drawdown_cli.extract.changes import find_changes
from drawdown_cli.extract.quantities import find_quantities
from drawdown_cli.extract.timex import find_timexes
from drawdown_cli.extract.zones import zoned
from drawdown_cli.models import Article, Change, Document, Quote


def analyze(article: Article) -> Document:
    """Return the article with its sentences, time expressions, quantities, quotations and changes."""
    tokenized = zoned(article.text)
    timexes = tuple(find_timexes(tokenized, article.published))
    quantities = tuple(find_quantities(tokenized, timexes))
    ids = FactIds(article)
    quotes = tuple(_named(article, ids, quote) for quote in find_quotes(tokenized, timexes))
    changes = find_changes(tokenized, article.published, timexes, quantities, quotes)
    sourced = tuple(_sourced(article, ids, change) for change in changes)
    return Document(article, tokenized, timexes, quantities, quotes, sourced)


def _named(article: Article, ids: FactIds, quote: Quote) -> Quote:
    """Return a quotation with its id and its article."""
    published = article.published.value
    return quote._replace(id=ids.next("q", quote), doc=article.doc, title=article.title, published=published)


def _sourced(article: Article, ids: FactIds, change: Change) -> Change:
    """Return a change with its id, and its article as its one source."""
    doc, published = article.doc, article.published.value
    sources = tuple(source._replace(doc=doc, published=published) for source in change.sources)
    return change._replace(id=ids.next("c", change), doc=doc, sources=sources)


class FactIds:
    """Short ids of an article's facts, which stay the same while the article and a fact's place do."""

    def __init__(self, article: Article) -> None:
        self._article = article.id
        self._given: set[str] = set()

    def next(self, prefix: str, fact: Quote | Change) -> str:
        """Return the id of a fact; a further one of the same words gets another."""
        for number in count():
            place = f"{self._article}:{fact.start}:{fact.end}" + (f":{number}" if number else "")
            name = prefix + blake2b(place.encode(), digest_size=5).hexdigest()
            if name not in self._given:
                break
        self._given.add(name)
        return name
