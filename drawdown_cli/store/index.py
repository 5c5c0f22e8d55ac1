"""The index that every command opens: articles with all that was found in them, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import Self

from drawdown_cli.models import (
    Article,
    Change,
    ChangeFilter,
    ChangeSource,
    Document,
    Quote,
    QuoteFilter,
    Sentence,
    Zone,
)
from drawdown_cli.store.copies import hand_over, link_copy, originals, told_once
from drawdown_cli.store.filters import change_conditions, quote_conditions
from drawdown_cli.store.lock import writer_lock
from drawdown_cli.store.prepared import (
    ARTICLE,
    CHANGE,
    PUBLISHED,
    QUOTE,
    Prepared,
    Rows,
    prepare,
    published_of,
    published_row,
)
from drawdown_cli.store.protocol import FileState, Health
from drawdown_cli.store.rows import Value, from_row, quoted, to_row
from drawdown_cli.store.searching import REMOVED_FLOOR, SearchStore
from drawdown_cli.store.sqlite import MIGRATIONS, connect, told
from drawdown_cli.store.vocabulary import VocabularyWriter
from drawdown_cli.versions import analysis_version


class Index:
    """An open index; a context manager. Open it with `write=True` to store, which takes the writer's lock."""

    def __init__(self, path: Path, connection: sqlite3.Connection, held: ExitStack) -> None:
        self.path = path
        self._connection = connection
        self._held = held
        self._run_began = 0
        self.searching = SearchStore(path, connection)

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False, wait: float = 10.0) -> Self:
        """Open the index at `path`, to write also making it.

        Raises NoIndex, ForeignIndex, IndexLocked or StoreError.
        """
        path = Path(path)
        with ExitStack() as held:
            if write:
                held.enter_context(writer_lock(path, wait))
            connection = connect(path, write=write)
            return cls(path, connection, held.pop_all())

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._run_began:
            self._renew_search()
        self.close()

    def close(self) -> None:
        """Close the file and let go of the lock."""
        self._connection.close()
        self._held.close()

    # --- storing -----------------------------------------------------------------------------------------

    def put_batch(
        self,
        documents: Iterable[Document | Prepared],
        finished: Iterable[FileState] = (),
        *,
        kept: Iterable[str] = (),
        same: Iterable[FileState] = (),
    ) -> int:
        """Store documents, and the state of files read to their end, in one transaction; return how many.

        `kept` are the ids of articles, `same` the states of whole files, that were found as they are stored.
        """
        stored = 0
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                generation = self._next_generation()
                words = VocabularyWriter(self._connection, generation)
                for document in documents:
                    prepared = document if isinstance(document, Prepared) else prepare(document)
                    self._put(prepared, generation, words)
                    stored += 1
                for article_id in kept:
                    self._connection.execute(
                        "UPDATE articles SET generation = ? WHERE id = ?", (generation, article_id)
                    )
                for state in finished:
                    self._finish(state, words)
                for state in same:
                    self._note_state(state)
                words.write()
                self._note("analysis", analysis_version())
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")
        return stored

    def forget(self, paths: Iterable[str]) -> int:
        """Remove the files at `paths` with their articles; return how many articles went."""
        gone = 0
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            generation = self._next_generation()
            words = VocabularyWriter(self._connection, generation)
            for path in paths:
                gone += self._remove("path = ?", (path,), words)
                self._connection.execute("DELETE FROM files WHERE path = ?", (path,))
            # A copy may own the article that a forgotten file held too: let it be read again.
            self._connection.execute("DELETE FROM files WHERE path NOT IN (SELECT path FROM articles)")
            words.write()
            self._connection.execute("COMMIT")
        return gone

    def forget_states(self) -> None:
        """Forget which files were read, so that the next run reads all of them again; articles stay."""
        with told(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.execute("DELETE FROM files")
            self._note("outdated", self._fact("generation") or "0")
            self._connection.execute("COMMIT")

    def article_ids(self, path: str) -> frozenset[str]:
        """Return the ids of the articles that came from a file, without those read before `forget_states`."""
        with told(self.path):
            outdated = int(self._fact("outdated") or 0)
            rows = self._connection.execute(
                "SELECT id FROM articles WHERE path = ? AND generation > ?", (path, outdated)
            )
            return frozenset(row[0] for row in rows)

    def articles_by_file(self) -> dict[str, int]:
        """Return how many articles came from each file."""
        with told(self.path):
            return dict(self._connection.execute("SELECT path, count(*) FROM articles GROUP BY path"))

    def originals(self) -> dict[str, str]:
        """Return, for each document that is a copy of another, the name of that one."""
        with told(self.path):
            return originals(self._connection)

    def files(self) -> dict[str, FileState]:
        """Return the state of every file that was read to its end, by path."""
        with told(self.path):
            rows = self._connection.execute("SELECT path, size, mtime_ns, digest FROM files")
            return {row[0]: FileState(*row) for row in rows}

    def _put(self, prepared: Prepared, generation: int, words: VocabularyWriter) -> None:
        article = prepared.article
        # An edited article has a new id but keeps its name: the older one of this file makes way.
        self._remove(
            "id = ? OR (doc = ? AND path = ? AND generation < ?)",
            (article.id, article.doc, article.path, self._run_began),
            words,
        )
        row = [*to_row(article, ARTICLE), *published_row(article.published), generation, article.text]
        row[ARTICLE.index("doc")] = doc = self._free_doc(article)
        names = (*ARTICLE, *PUBLISHED, "generation", "text")
        sql = f"INSERT INTO articles ({quoted(names)}) VALUES ({', '.join('?' * len(names))})"
        number = self._connection.execute(sql, row).lastrowid or 0
        words.add(number, doc, prepared.words)
        self._insert("sentences", ("start", "end", "zone"), number, prepared.sentences)
        self._insert("quotes", (*QUOTE, "since", "until"), number, prepared.quotes)
        self._insert("changes", CHANGE, number, prepared.changes)
        link_copy(self._connection, number, prepared.sketch, words.words_of)

    def _insert(self, table: str, names: Sequence[str], number: int, rows: Rows) -> None:
        """Insert rows that belong to an article; one that is there already by its id is replaced."""
        sql = f"INSERT OR REPLACE INTO {table} (article, {quoted(names)}) VALUES (?{', ?' * len(names)})"
        self._connection.executemany(sql, [(number, *row) for row in rows])

    def _free_doc(self, article: Article) -> str:
        """The document's name, told apart by its id where another article has it already."""
        taken = self._connection.execute("SELECT 1 FROM articles WHERE doc = ?", (article.doc,)).fetchone()
        return f"{article.doc}~{article.id[:6]}" if taken else article.doc

    def _finish(self, state: FileState, words: VocabularyWriter) -> None:
        self._remove("path = ? AND generation < ?", (state.path, self._run_began), words)
        self._note_state(state)

    def _note_state(self, state: FileState) -> None:
        self._connection.execute(
            "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)",
            (state.path, state.size, state.mtime_ns, state.digest),
        )

    def _remove(self, where: str, values: Sequence[object], words: VocabularyWriter) -> int:
        numbers = self._connection.execute(f"SELECT number FROM articles WHERE {where}", values).fetchall()
        for (number,) in numbers:
            hand_over(self._connection, number, words.words_of)
            words.remove(number)
            self._connection.execute("DELETE FROM articles WHERE number = ?", (number,))
        return len(numbers)

    def _renew_search(self) -> None:
        """Bring the search folder to what was stored; what it has let go need not be kept in mind."""
        with told(self.path):
            try:
                self.searching.catch_up()
            except (ValueError, OSError):
                return  # the articles are safe; the next search makes the folder anew and says so
            generation = self._fact("generation")
            self._connection.execute("DELETE FROM removed WHERE generation <= ?", (int(generation),))
            self._note(REMOVED_FLOOR, generation)

    def _next_generation(self) -> int:
        generation = int(self._fact("generation") or 0) + 1
        self._run_began = self._run_began or generation
        self._note("generation", str(generation))
        return generation

    def _fact(self, name: str) -> str:
        row = self._connection.execute(
            "SELECT value FROM facts_about_index WHERE name = ?", (name,)
        ).fetchone()
        return row[0] if row else ""

    def _note(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO facts_about_index VALUES (?, ?)", (name, value))

    # --- asking ------------------------------------------------------------------------------------------

    def articles(self) -> Iterator[Article]:
        """Yield all articles in order of their document names."""
        yield from self._read_articles("ORDER BY doc", ())

    def fetch(self, docs: Sequence[str]) -> dict[str, Article]:
        """Return the articles of these document names, by name; unknown names are left out."""
        found = {}
        for at in range(0, len(docs), 500):
            some = docs[at : at + 500]
            where = f"WHERE doc IN ({', '.join('?' * len(some))})"
            found.update({article.doc: article for article in self._read_articles(where, some)})
        return found

    def docs_beginning_with(self, prefix: str, limit: int = 20) -> list[str]:
        """Return the document names that begin with , in order."""
        sql = "SELECT doc FROM articles WHERE substr(doc, 1, ?) = ? ORDER BY doc LIMIT ?"
        with told(self.path):
            return [row[0] for row in self._connection.execute(sql, (len(prefix), prefix, limit))]

    def sentences(self, doc: str) -> tuple[Sentence, ...]:
        """Return the sentences of an article in order; token numbers are not kept and come as -1."""
        sql = (
            "SELECT s.start, s.end, s.zone FROM sentences s JOIN articles a ON a.number = s.article "
            "WHERE a.doc = ? ORDER BY s.start"
        )
        with told(self.path):
            rows = self._connection.execute(sql, (doc,)).fetchall()
        return tuple(Sentence(start, end, -1, -1, -1, Zone(zone)) for start, end, zone in rows)

    def quotes(self, wanted: QuoteFilter) -> Iterator[Quote]:
        """Yield the quotations that the filter admits, by date of publication, article and place.

        What a copy of an article only repeats comes once.
        """
        yield from told_once(self._all_quotes(wanted), self.originals(), attrgetter("content"))

    def _all_quotes(self, wanted: QuoteFilter) -> Iterator[Quote]:
        where, values = quote_conditions(wanted)
        sql = (
            f"SELECT a.doc, a.title, a.published, {quoted(QUOTE, 'q')} FROM quotes q "
            f"JOIN articles a ON a.number = q.article {where} "
            "ORDER BY coalesce(a.published_start, '9999'), a.doc, q.start"
        )
        with told(self.path):
            for doc, title, published, *row in self._connection.execute(sql, values):
                yield from_row(Quote, QUOTE, row, doc=doc, title=title, published=published)

    def changes(self, wanted: ChangeFilter) -> Iterator[Change]:
        """Yield the changes that the filter admits as each article reports them, by date.

        An article and its copies count as one source: what a copy only repeats comes once.
        """
        yield from told_once(self._all_changes(wanted), self.originals(), attrgetter("text"))

    def _all_changes(self, wanted: ChangeFilter) -> Iterator[Change]:
        where, values = change_conditions(wanted)
        sql = (
            f"SELECT a.doc, a.published, {quoted(CHANGE, 'c')} FROM changes c "
            f"JOIN articles a ON a.number = c.article {where} "
            "ORDER BY coalesce(c.date_start, c.date_end, '9999'), a.doc, c.start"
        )
        start, end, text = (CHANGE.index(name) for name in ("start", "end", "text"))
        with told(self.path):
            for doc, published, *row in self._connection.execute(sql, values):
                source = ChangeSource(doc, row[start], row[end], row[text], published)
                yield from_row(Change, CHANGE, row, doc=doc, sources=(source,), conflicts_with=(), fulfils=())

    def inventory(self) -> Iterator[dict[str, Value]]:
        """Yield, for each article, where it comes from, how it is dated, and how much was found in it."""
        sql = (
            "SELECT a.doc, a.title, a.source, a.published, a.published_basis, length(a.text) AS characters, "
            "(SELECT count(*) FROM quotes q WHERE q.article = a.number) AS quotes, "
            "(SELECT count(*) FROM changes c WHERE c.article = a.number) AS changes, a.url, a.path, a.id "
            "FROM articles a ORDER BY coalesce(a.published_start, '9999'), a.doc"
        )
        with told(self.path):
            rows = self._connection.execute(sql)
            names = [column[0] for column in rows.description]
            yield from (dict(zip(names, row, strict=True)) for row in rows)

    def health(self) -> Health:
        """Return what is in the index, and whether today's code and lexicons would read it differently."""
        with told(self.path):
            articles, quotes, changes = (
                self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("articles", "quotes", "changes")
            )
            analysis = self._fact("analysis")
            generation = int(self._fact("generation") or 0)
        stale = bool(articles) and analysis != analysis_version()
        size = self.path.stat().st_size
        return Health(articles, quotes, changes, size, len(MIGRATIONS), analysis, stale, generation)

    def _read_articles(self, rest: str, values: Sequence[object]) -> Iterator[Article]:
        sql = f"SELECT {quoted((*ARTICLE, *PUBLISHED))}, text FROM articles {rest}"
        with told(self.path):
            for *row, text in self._connection.execute(sql, tuple(values)):
                known, when = row[: len(ARTICLE)], row[len(ARTICLE) :]
                yield from_row(Article, ARTICLE, known, published=published_of(when), text=text)
