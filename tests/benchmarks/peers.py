"""Other search engines over the same texts, each as its users would set it up, side by side with ours."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from drawdown_cli.arabic.stem import index_form, is_stop_word, stem
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.models import TokenKind

Ask = Callable[[str], list[str]]
"""A question to the names of at most ten texts, best first."""


def folded_words(text: str) -> list[str]:
    """Return a text's folded words."""
    return [index_form(t.norm) for t in tokens(text) if t.kind is not TokenKind.MARK and t.norm]


def light10(text: str) -> list[str]:
    """Return the light stems of a text's words without the stop words."""
    words = folded_words(text)
    return [stem(word) for word in words if not is_stop_word(word)] or [stem(word) for word in words]


def plain(text: str) -> list[str]:
    """Return the words as they stand."""
    return [t.text for t in tokens(text) if t.kind is not TokenKind.MARK]


def fts5(texts: Mapping[str, str], analyse: Callable[[str], Sequence[str]], tokenizer: str) -> Ask:
    """SQLite's full-text search over analysed words."""
    database = sqlite3.connect(":memory:")
    database.execute(f"CREATE VIRTUAL TABLE t USING fts5(doc UNINDEXED, words, tokenize = '{tokenizer}')")
    rows = [(doc, " ".join(analyse(text))) for doc, text in texts.items()]
    database.executemany("INSERT INTO t VALUES (?, ?)", rows)
    shortest = 3 if tokenizer == "trigram" else 1

    def ask(question: str) -> list[str]:
        words = [word for word in dict.fromkeys(analyse(question)) if len(word) >= shortest]
        match = " OR ".join('"' + word.replace('"', '""') + '"' for word in words)
        sql = "SELECT doc FROM t WHERE t MATCH ? ORDER BY rank LIMIT 10"
        return [doc for (doc,) in database.execute(sql, (match,))] if match else []

    return ask


def tantivy_words(texts: Mapping[str, str], analyse: Callable[[str], Sequence[str]], distance: int) -> Ask:
    """tantivy over analysed words, at most `distance` edits away."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("doc", stored=True, tokenizer_name="raw")
    builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
    schema = builder.build()
    index = tantivy.Index(schema)
    with index.writer(64_000_000, 1) as writer:
        for doc, text in texts.items():
            writer.add_document(tantivy.Document(doc=doc, words=" ".join(analyse(text))))
        writer.commit()
        writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def term(word: str) -> tantivy.Query:
        exact = tantivy.Query.term_query(schema, "words", word)
        if not distance or len(word) < 4:
            return exact
        fuzzy = tantivy.Query.fuzzy_term_query(schema, "words", word, distance)
        return tantivy.Query.disjunction_max_query([tantivy.Query.boost_query(exact, 2.0), fuzzy])

    def ask(question: str) -> list[str]:
        terms = [(tantivy.Occur.Should, term(word)) for word in dict.fromkeys(analyse(question))]
        hits = searcher.search(tantivy.Query.boolean_query(terms), 10, count=False).hits if terms else []
        return [searcher.doc(place)["doc"][0] for _, place in hits]

    return ask


def whoosh(texts: Mapping[str, str], analyse: Callable[[str], Sequence[str]]) -> Ask:
    """Whoosh-Reloaded over analysed words; raises ImportError where it is not installed."""
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.fields import ID, TEXT, Schema
    from whoosh.index import create_in
    from whoosh.query import Or, Term

    folder = tempfile.mkdtemp(prefix="whoosh-")
    index = create_in(folder, Schema(doc=ID(stored=True), words=TEXT(analyzer=SpaceSeparatedTokenizer())))
    writer = index.writer(limitmb=256)
    for doc, text in texts.items():
        writer.add_document(doc=doc, words=" ".join(analyse(text)))
    writer.commit()
    searcher = index.searcher()

    def ask(question: str) -> list[str]:
        words = list(dict.fromkeys(analyse(question)))
        found = searcher.search(Or([Term("words", word) for word in words]), limit=10)
        return [hit["doc"] for hit in found]

    return ask


def drawdown(texts: Mapping[str, str]) -> Ask:
    """Our own search, hits with their passages and all."""
    from factories import an_article

    from drawdown_cli.arabic.tokenize import tokenize
    from drawdown_cli.errors import QueryError
    from drawdown_cli.models import Document
    from drawdown_cli.search.articles import search_articles
    from drawdown_cli.search.query import plain_words
    from drawdown_cli.store.index import Index

    path = Path(tempfile.mkdtemp(prefix="drawdown-")) / "index.sqlite3"
    with Index.open(path, write=True) as index:
        articles = (an_article(text, doc=doc) for doc, text in texts.items())
        index.put_batch(Document(a, tokenize(a.text), (), (), (), ()) for a in articles)
    opened = Index.open(path)

    def ask(question: str) -> list[str]:
        try:
            return [hit.doc for hit in search_articles(opened, question)]
        except QueryError:
            return [hit.doc for hit in search_articles(opened, plain_words(question))]

    return ask


def engines() -> dict[str, Callable[[Mapping[str, str]], Ask]]:
    """Return every engine by name."""
    return {
        "drawdown": drawdown,
        "FTS5 unicode61": lambda texts: fts5(texts, plain, "unicode61"),
        "FTS5 light10": lambda texts: fts5(texts, light10, "unicode61"),
        "FTS5 trigram": lambda texts: fts5(texts, folded_words, "trigram"),
        "tantivy": lambda texts: tantivy_words(texts, plain, 0),
        "tantivy light10": lambda texts: tantivy_words(texts, light10, 0),
        "tantivy light10 fuzzy 1": lambda texts: tantivy_words(texts, light10, 1),
        "Whoosh light10": lambda texts: whoosh(texts, light10),
    }
