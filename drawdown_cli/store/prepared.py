"""An analysed article as the rows that the index stores: made by any process, written by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from drawdown_cli.arabic.minhash import band_keys
from drawdown_cli.isodates import bounds
from drawdown_cli.models import Article, Change, Document, Grain, Published, PublishedBasis, Quote
from drawdown_cli.store.rows import Value, columns, to_row
from drawdown_cli.store.words import Words, article_words

ARTICLE = ("id", "doc", "path", "source", "url", "title")
PUBLISHED = (
    "published",
    "published_grain",
    "published_basis",
    "published_start",
    "published_end",
    "today_start",
    "today_end",
)
QUOTE = columns(Quote, frozenset({"doc", "title", "published"}))
CHANGE = columns(Change, frozenset({"doc", "sources", "conflicts_with", "fulfils"}))

Rows = tuple[tuple[Value, ...], ...]


class Prepared(NamedTuple):
    """An article with the rows of all that hangs on it, each without the article's number at its head."""

    article: Article
    words: Words
    sketch: tuple[int, ...]
    sentences: Rows
    quotes: Rows
    changes: Rows


def prepare(document: Document) -> Prepared:
    """Return the rows of an analysed article; pure, and small enough to pass between processes."""
    article = document.article
    words = article_words(article.title, document.tokenized.tokens)
    return Prepared(
        article,
        words,
        band_keys(words.body.split()),
        tuple((s.start, s.end, s.zone.value) for s in document.tokenized.sentences),
        tuple((*to_row(quote, QUOTE), *_spoken(quote, article)) for quote in document.quotes),
        tuple(tuple(to_row(change, CHANGE)) for change in document.changes),
    )


def published_row(published: Published) -> list[Value]:
    """Return an article's date in the columns of PUBLISHED."""
    ends = (published.start, published.end, published.today_start, published.today_end)
    return [
        published.value,
        published.grain.value,
        published.basis.value,
        *(end.isoformat() if end else None for end in ends),
    ]


def published_of(row: Sequence[str | None]) -> Published:
    """Return the date that the columns of PUBLISHED hold."""
    value, grain, basis, *ends = row
    dates = (date.fromisoformat(end) if end else None for end in ends)
    return Published(value or "", Grain(grain or ""), PublishedBasis(basis or ""), *dates)


def _spoken(quote: Quote, article: Article) -> tuple[str | None, str | None]:
    """The days between which a quotation was spoken: its own date, else the article's."""
    start, end = bounds(quote.date) if quote.date else (article.published.start, article.published.end)
    return (start.isoformat() if start else None, end.isoformat() if end else None)
