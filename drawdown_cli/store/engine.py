"""The tantivy folder beside the index: it proposes candidates for a plan. Derived, never the truth."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import tantivy
from tantivy import Occur, Query

from drawdown_cli.models import ArticleFilter
from drawdown_cli.store.plan import Candidate, Clause, Every, Field, OneOf, Plan, Sequence, Some, Terms
from drawdown_cli.store.words import Words

VERSION = 2
"""Rises whenever the folder's schema or what is written into it changes."""

_ARTICLE, _QUOTE = 0, 1
_FIRST_DAY, _LAST_DAY = 0, date.max.toordinal()
_HEAP = 64_000_000


class Bounds(NamedTuple):
    """The days within which something was published or said, counted as dates are; None where unknown."""

    start: int | None
    end: int | None


class Entry(NamedTuple):
    """What the folder holds of one article, or of one quotation (`quote` is its ordinal in the article)."""

    article: int
    quote: int | None
    speaker: str
    source: str
    bounds: Bounds
    words: Words
    stems: Words


class Engine:
    """An open search folder."""

    def __init__(self, folder: Path) -> None:
        self._index = tantivy.Index.open(str(folder))
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    @classmethod
    def make(cls, folder: Path) -> Engine:
        """Make an empty search folder."""
        folder.mkdir(parents=True)
        tantivy.Index(_schema(), str(folder))
        return cls(folder)

    def generation(self) -> int:
        """Return the generation of the store up to which the folder is filled; -1 for another version."""
        found = self._searcher.search(Query.term_query(self._schema, "version", VERSION), 1).hits
        if not found:
            return -1
        return int(self._searcher.fast_field_values("generation", [found[0][1]])[0] or 0)

    def write(self, gone: Iterable[int], entries: Iterable[Entry], generation: int) -> None:
        """Let articles go, take entries in, and be at `generation`: all of it or nothing.

        Raises ValueError when another process is writing.
        """
        writer = self._index.writer(_HEAP, 1)
        for article in gone:
            writer.delete_documents_by_term("article", article)
        for entry in entries:
            writer.add_document(_document(entry))
        writer.delete_documents_by_query(Query.exists_query("generation"))
        writer.add_document(tantivy.Document(version=VERSION, generation=generation))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def candidates(self, plan: Plan, limit: int) -> list[Candidate]:
        """Return the articles, or quotations, that answer a plan, the likeliest first."""
        hits = self._searcher.search(self._query(plan), limit, count=False).hits
        places = [place for _, place in hits]
        articles = self._searcher.fast_field_values("article", places)
        quotes = self._searcher.fast_field_values("quote", places)
        return [
            Candidate(int(article or 0), int(quote or 0))
            for article, quote in zip(articles, quotes, strict=True)
        ]

    def _query(self, plan: Plan) -> Query:
        in_quotes = plan.in_quotes
        clauses = [(Occur.Must, Query.const_score_query(part, 0.0)) for part in self._filters(plan)]
        clauses += [(Occur.Must, self._clause(clause, in_quotes)) for clause in plan.required]
        clauses += [(Occur.MustNot, self._clause(clause, in_quotes)) for clause in plan.excluded]
        if plan.some:
            some = self._clause(Some(plan.some), in_quotes)
            clauses.append((Occur.Should if plan.required else Occur.Must, some))
        return Query.boolean_query(clauses)

    def _clause(self, clause: Clause, in_quotes: bool) -> Query:
        if isinstance(clause, Terms):
            return self._best(clause, in_quotes)
        if isinstance(clause, OneOf):
            return Query.term_set_query(self._schema, _name(clause.field, in_quotes), list(clause.terms))
        if isinstance(clause, Sequence):
            name = _name(clause.field, in_quotes)
            if len(clause.stems) == 1:
                return self._term(name, clause.stems[0])
            return Query.phrase_query(self._schema, name, list(clause.stems))
        occur = Occur.Must if isinstance(clause, Every) else Occur.Should
        return Query.boolean_query([(occur, self._clause(part, in_quotes)) for part in clause.clauses])

    def _best(self, clause: Terms, in_quotes: bool) -> Query:
        if not clause.terms:
            return Query.empty_query()
        return Query.disjunction_max_query(
            [
                Query.boost_query(self._term(_name(field, in_quotes), term), weight)
                for field, term, weight in clause.terms
            ]
        )

    def _term(self, name: str, value: str | int) -> Query:
        return Query.term_query(self._schema, name, value)

    def _filters(self, plan: Plan) -> Iterator[Query]:
        yield self._term("kind", _QUOTE if plan.in_quotes else _ARTICLE)
        if plan.speaker_ids is not None:
            yield Query.term_set_query(self._schema, "speaker", list(plan.speaker_ids))
        if plan.within.sources:
            yield Query.term_set_query(self._schema, "source", list(plan.within.sources))
        if plan.within.since or plan.within.until:
            yield self._dates(plan.within)

    def _dates(self, within: ArticleFilter) -> Query:
        def between(field: str, low: int, high: int) -> Query:
            kind = tantivy.FieldType.Integer
            return Query.range_query(self._schema, field, kind, low, high)

        since = within.since.toordinal() if within.since else _FIRST_DAY
        until = within.until.toordinal() if within.until else _LAST_DAY
        dated = Query.boolean_query(
            [
                (Occur.Must, between("end", since, _LAST_DAY)),
                (Occur.Must, between("start", _FIRST_DAY, until)),
            ]
        )
        if not within.undated:
            return dated
        undated = self._term("undated", 1)
        return Query.boolean_query([(Occur.Should, dated), (Occur.Should, undated)])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    for name in ("article", "quote", "generation"):
        builder.add_integer_field(name, indexed=name == "article", fast=True)
    for name in ("kind", "version", "undated"):
        builder.add_integer_field(name, indexed=True)
    for name in ("start", "end"):
        builder.add_integer_field(name, indexed=True, fast=True)
    for name in ("source", "speaker"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for in_quotes in (False, True):
        for field in Field:
            positions = "freq" if field is Field.FORM else "position"
            builder.add_text_field(
                _name(field, in_quotes), tokenizer_name="whitespace", index_option=positions
            )
    return builder.build()


def _name(field: Field, in_quotes: bool) -> str:
    return f"quote_{field.value}" if in_quotes else field.value


def _document(entry: Entry) -> tantivy.Document:
    in_quotes = entry.quote is not None
    document = tantivy.Document(article=entry.article, kind=_QUOTE if in_quotes else _ARTICLE)
    document.add_text("source", entry.source)
    if entry.quote is not None:
        document.add_integer("quote", entry.quote)
        document.add_text("speaker", entry.speaker)
    if entry.bounds.start or entry.bounds.end:
        document.add_integer("start", entry.bounds.start or _FIRST_DAY)
        document.add_integer("end", entry.bounds.end or _LAST_DAY)
    else:
        document.add_integer("undated", 1)
    document.add_text(_name(Field.FORM, in_quotes), f"{entry.words.title} {entry.words.body}")
    document.add_text(_name(Field.STEM, in_quotes), entry.stems.body)
    document.add_text(_name(Field.TITLE, in_quotes), entry.stems.title)
    return document
