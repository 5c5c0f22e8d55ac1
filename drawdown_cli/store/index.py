"""The index that every command opens: articles with all that was found in them, in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from operator import attrgetter
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from drawdown_cli.models import Article, Change, ChangeFilter, Document, Quote, QuoteFilter, Sentence
from drawdown_cli.store.copies import families, in_time, originals, told_once
from drawdown_cli.store.decoding import Strings
from drawdown_cli.store.facts import FactTables
from drawdown_cli.store.lock import writer_lock
from drawdown_cli.store.protocol import FileState, Health
from drawdown_cli.store.reading import (
    IN_TIME,
    count_undated,
    read_articles,
    read_changes,
    read_headings,
    read_quotes,
    read_sentences,
)
from drawdown_cli.store.rows import Value
from drawdown_cli.store.searching import REMOVED_FLOOR, SearchStore
from drawdown_cli.store.speakers import SpeakerTables
from drawdown_cli.store.sqlite import SCHEMA, connect, move_old, told
from drawdown_cli.store.vocabulary import write_neighbours
from drawdown_cli.versions import analysis_version

if TYPE_CHECKING:
    from drawdown_cli.store.prepared import Prepared
    from drawdown_cli.store.regrouping import Regrouping
    from drawdown_cli.store.relinking import Relinking
    from drawdown_cli.store.writing import Writer


class Index:
    """An open index; a context manager. Open it with `write=True` to store, which takes the writer's lock."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, held: ExitStack, aside: Path | None
    ) -> None:
        self.path = path
        self.aside = aside  # where an index of an older schema was moved to
        self._connection = connection
        self._held = held
        self._run_began = 0
        self._strings = Strings(connection)
        self.facts = FactTables(connection, self._strings)
        self.speakers = SpeakerTables(connection)
        self.searching = SearchStore(path, connection)

    @classmethod
    def open(cls, path: Path | str, *, write: bool = False, wait: float = 10.0) -> Self:
        """Open the index at `path`, to write also making it.

        One of an older schema is moved `aside` first. Raises NoIndex, OldIndex, ForeignIndex, IndexLocked or
        StoreError.
        """
        path = Path(path)
        with ExitStack() as held:
            if write:
                held.enter_context(writer_lock(path, wait))
            aside = move_old(path) if write else None
            connection = connect(path, write=write)
            return cls(path, connection, held.pop_all(), aside)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None and self._run_began:
            self.write_neighbours()
            self._renew_search()
        self.close()

    def empty_log(self) -> None:
        """Move what the write-ahead log holds into the file, unless another process still reads it there."""
        self._connection.execute("PRAGMA busy_timeout = 0")
        self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

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
        from drawdown_cli.store.prepared import Prepared, prepare

        prepared = [one if isinstance(one, Prepared) else prepare(one) for one in documents]
        with self._changing() as writer:
            writer.put(prepared)
            for article_id in kept:
                writer.keep(article_id)
            for state in finished:
                writer.finish_file(state)
            for state in same:
                writer.note_state(state)
            self._note("analysis", analysis_version())
        return len(prepared)

    def forget(self, paths: Iterable[str]) -> int:
        """Remove the files at `paths` with their articles; return how many articles went."""
        with self._changing() as writer:
            gone = sum(writer.forget_file(path) for path in paths)
            # A copy may own the article that a forgotten file held too: let it be read again.
            self._connection.execute("DELETE FROM files WHERE path NOT IN (SELECT path FROM articles)")
        return gone

    @contextmanager
    def relinking(self) -> Iterator[Relinking]:
        """One transaction that brings the facts up to date with the articles."""
        from drawdown_cli.store.relinking import Relinking

        with told(self.path), self._transaction():
            yield Relinking(self._connection, self._strings)

    @contextmanager
    def regrouping(self) -> Iterator[Regrouping]:
        """One transaction that brings the speakers up to date with the quotations."""
        from drawdown_cli.store.regrouping import Regrouping

        with told(self.path), self._transaction():
            yield Regrouping(self._connection)

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

    def originals(self, docs: Iterable[str] | None = None) -> dict[str, str]:
        """Return, for each document, or each of `docs`, that is a copy of another, the name of that one."""
        with told(self.path):
            return originals(self._connection, docs)

    def files(self) -> dict[str, FileState]:
        """Return the state of every file that was read to its end, by path."""
        with told(self.path):
            rows = self._connection.execute("SELECT path, size, mtime_ns, digest FROM files")
            return {row[0]: FileState(*row) for row in rows}

    @contextmanager
    def _changing(self) -> Iterator[Writer]:
        """One transaction, of a generation of its own: all of it is stored, or nothing."""
        from drawdown_cli.store.writing import Writer

        with told(self.path), self._transaction():
            writer = Writer(self._connection, self._next_generation(), self._run_began)
            yield writer
            writer.finish()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def write_neighbours(self) -> None:
        """Write the keys by which the neighbours of new words are found."""
        with told(self.path), self._transaction():
            write_neighbours(self._connection)

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

    def headings(self, docs: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Return the titles and the URLs of the articles of these document names, by name."""
        with told(self.path):
            return read_headings(self._connection, docs)

    def docs_beginning_with(self, prefix: str, limit: int = 20) -> list[str]:
        """Return the document names that begin with `prefix`, in order."""
        sql = "SELECT doc FROM articles WHERE substr(doc, 1, ?) = ? ORDER BY doc LIMIT ?"
        with told(self.path):
            return [row[0] for row in self._connection.execute(sql, (len(prefix), prefix, limit))]

    def sentences(self, doc: str) -> tuple[Sentence, ...]:
        """Return the sentences of an article in order; token numbers are not kept and come as -1."""
        with told(self.path):
            return read_sentences(self._connection, doc)

    def quotes(self, wanted: QuoteFilter) -> Iterator[Quote]:
        """Yield the quotations that the filter admits, by date of publication, article and place.

        What a copy of an article only repeats comes once, unless copies are wanted.
        """
        with told(self.path):
            found = read_quotes(self._connection, self._strings, wanted)
            yield from found if wanted.copies else told_once(found, self._families, attrgetter("content"))

    def changes(self, wanted: ChangeFilter) -> Iterator[Change]:
        """Yield the changes that the filter admits as each article reports them, by date.

        An article and its copies count as one source: what a copy only repeats comes once, unless copies
        are wanted.
        """
        with told(self.path):
            found = sorted(read_changes(self._connection, self._strings, wanted), key=in_time)
            yield from found if wanted.copies else told_once(found, self._families, attrgetter("text"))

    def corrects_changes(self) -> bool:
        """Whether the changes that this index yields are others than those it stores."""
        return False

    def corrects_quotes(self) -> bool:
        """Whether the quotations that this index yields are others than those it stores."""
        return False

    def count_undated(self, wanted: QuoteFilter | ChangeFilter) -> int:
        """Return how many quotations or changes a filter between dates leaves out because they have none."""
        if wanted.undated or (wanted.since is None and wanted.until is None):
            return 0
        with told(self.path):
            return count_undated(self._connection, wanted)

    def inventory(self) -> Iterator[dict[str, Value]]:
        """Yield, for each article, where it comes from, how it is dated, and how much was found in it."""
        sql = (
            "SELECT a.doc, a.title, a.source, a.published, a.published_basis, a.characters, "
            "(SELECT count(*) FROM quote_rows q WHERE q.article = a.number) AS quotes, "
            "(SELECT count(*) FROM change_rows c WHERE c.article = a.number) AS changes, a.url, a.path, a.id "
            f"FROM articles a ORDER BY {IN_TIME}"
        )
        with told(self.path):
            rows = self._connection.execute(sql)
            names = [column[0] for column in rows.description]
            yield from (dict(zip(names, row, strict=True)) for row in rows)

    @property
    def analysis(self) -> str:
        """The version of code and lexicons that made the facts."""
        return self._fact("analysis")

    def is_empty(self) -> bool:
        """Whether there is no article."""
        with told(self.path):
            return not self._connection.execute("SELECT EXISTS (SELECT 1 FROM articles)").fetchone()[0]

    def is_stale(self) -> bool:
        """Whether there are articles that today's code and lexicons would read differently."""
        with told(self.path):
            return not self.is_empty() and self.analysis != analysis_version()

    def health(self) -> Health:
        """Return what is in the index, and whether today's code and lexicons would read it differently."""
        with told(self.path):
            articles, quotes, changes = (
                self._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
                for table in ("articles", "quote_rows", "change_rows")
            )
            generation = int(self._fact("generation") or 0)
        stale = bool(articles) and self.analysis != analysis_version()
        size = self.path.stat().st_size
        return Health(articles, quotes, changes, size, SCHEMA, self.analysis, stale, generation)

    def _families(self, docs: Iterable[str]) -> dict[str, str]:
        return families(self._connection, docs)

    def _read_articles(self, rest: str, values: Sequence[object]) -> Iterator[Article]:
        with told(self.path):
            yield from read_articles(self._connection, rest, values)
