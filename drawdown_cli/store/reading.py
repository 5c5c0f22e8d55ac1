"""Read articles, quotations and changes back from the tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from drawdown_cli.models import Article, Change, ChangeFilter, ChangeSource, Quote, QuoteFilter, Sentence
from drawdown_cli.store.decoding import Decoder, Strings
from drawdown_cli.store.filters import change_conditions, quote_conditions
from drawdown_cli.store.packed import unpack_text
from drawdown_cli.store.prepared import (
    ARTICLE,
    CHANGE,
    MENTION,
    PUBLISHED,
    QUOTE,
    published_of,
    unpack_sentences,
)
from drawdown_cli.store.rows import quoted

IN_TIME = "coalesce(a.published_start, '9999'), a.doc"
"""Puts articles (table a) in order; an index has them so."""


def read_articles(connection: sqlite3.Connection, rest: str, values: Sequence[object]) -> Iterator[Article]:
    """Yield articles; `rest` is the end of the query, with its values."""
    sql = f"SELECT {quoted((*ARTICLE, *PUBLISHED))}, text FROM articles {rest}"
    for *row, text in connection.execute(sql, tuple(values)):
        known = dict(zip(ARTICLE, row, strict=False))
        yield Article(**known, published=published_of(row[len(ARTICLE) :]), text=unpack_text(text))


def read_headings(connection: sqlite3.Connection, docs: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Return the titles and the URLs of articles by their document names."""
    rows = (connection.execute("SELECT doc, title, url FROM articles WHERE doc = ?", (doc,)) for doc in docs)
    return {doc: (title, url) for found in rows for doc, title, url in found}


def read_sentences(connection: sqlite3.Connection, doc: str) -> tuple[Sentence, ...]:
    """Return the sentences of an article in order."""
    row = connection.execute("SELECT sentences FROM articles WHERE doc = ?", (doc,)).fetchone()
    return unpack_sentences(row[0]) if row else ()


def read_quotes(connection: sqlite3.Connection, strings: Strings, wanted: QuoteFilter) -> Iterator[Quote]:
    """Yield the quotations that a filter admits, by date of publication, article and place."""
    where, values = quote_conditions(wanted)
    names = [name if name not in MENTION else f"m.{name}" for name in QUOTE]
    columns = ", ".join(name if "." in name else f'r."{name}"' for name in names)
    narrow = wanted._replace(kinds=(), sources=(), undated=False, copies=False) != QuoteFilter()
    # Where most of them are wanted, the articles in order tell the first before the last is looked up.
    tables = "quote_rows r JOIN articles a" if narrow else "articles a CROSS JOIN quote_rows r"
    sql = (
        f"SELECT r.article, {columns} FROM {tables} ON a.number = r.article "
        f"JOIN mentions m ON m.number = r.mention {where} ORDER BY {IN_TIME}, r.start"
    )
    spans = [(QUOTE.index(start), QUOTE.index(end)) for start, end in _SPANS]
    decode = Decoder(Quote, QUOTE, "q", strings)
    for article, rows in groupby(connection.execute(sql, values), itemgetter(0)):
        doc, title, published, text = _told(connection, article)
        for _, *row in rows:
            content, cue, source = (_cut(text, row[start], row[end]) for start, end in spans)
            yield decode(
                row, doc=doc, title=title, published=published, content=content, cue=cue, source=source
            )


def read_changes(connection: sqlite3.Connection, strings: Strings, wanted: ChangeFilter) -> Iterator[Change]:
    """Yield the changes that a filter admits as each article reports them, by article and place."""
    where, values = change_conditions(wanted)
    sql = (
        f"SELECT r.article, {quoted(CHANGE, 'r')} FROM change_rows r "
        f"JOIN articles a ON a.number = r.article {where} ORDER BY r.article, r.ordinal"
    )
    decode = Decoder(Change, CHANGE, "c", strings)
    first, last = CHANGE.index("start"), CHANGE.index("end")
    for article, rows in groupby(connection.execute(sql, values), itemgetter(0)):
        doc, _, published, text = _told(connection, article)
        for _, *row in rows:
            words = text[row[first] : row[last]]
            source = ChangeSource(doc, row[first], row[last], words, published)
            yield decode(row, doc=doc, text=words, sources=(source,), conflicts_with=(), fulfils=())


def count_undated(connection: sqlite3.Connection, wanted: QuoteFilter | ChangeFilter) -> int:
    """Return how many quotations or changes without any date a filter would admit, whatever its dates."""
    wanted = wanted._replace(since=None, until=None)
    if isinstance(wanted, QuoteFilter):
        table, days, (where, values) = "quote_rows", ("since", "until"), quote_conditions(wanted)
    else:
        table, days, (where, values) = "change_rows", ("date_start", "date_end"), change_conditions(wanted)
    # Without the articles an index by date answers by itself.
    articles = "JOIN articles a ON a.number = r.article" if wanted.sources or wanted.docs else ""
    sql = (
        f"SELECT count(*) FROM {table} r {articles} {where or 'WHERE 1'} "
        f"AND r.{days[0]} IS NULL AND r.{days[1]} IS NULL"
    )
    return int(connection.execute(sql, values).fetchone()[0])


_SPANS = (("start", "end"), ("cue_start", "cue_end"), ("source_start", "source_end"))
"""Of what was said, of the cue and of the words that name the speaker."""


def _told(connection: sqlite3.Connection, article: int) -> tuple[str, str, str, str]:
    sql = "SELECT doc, title, published, text FROM articles WHERE number = ?"
    *known, text = connection.execute(sql, (article,)).fetchone()
    return *known, unpack_text(text)


def _cut(text: str, start: int, end: int) -> str:
    """Return an article's words in a span; '' for the span of what is not there."""
    return text[start:end] if start >= 0 else ""
