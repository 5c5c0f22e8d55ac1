"""Write articles, with all that hangs on them, into the tables: what one transaction of the index does."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from drawdown_cli.models import Article
from drawdown_cli.store.copies import hand_over, link_copy
from drawdown_cli.store.prepared import ARTICLE, CHANGE_ROW, PUBLISHED, QUOTE_ROW, Prepared, published_row
from drawdown_cli.store.protocol import FileState
from drawdown_cli.store.rows import quoted, to_row
from drawdown_cli.store.strings import Numberer
from drawdown_cli.store.vocabulary import VocabularyWriter

_ARTICLE = (*ARTICLE, *PUBLISHED, "generation", "characters", "sentences", "text")
_QUOTE = ("article", "mention", *QUOTE_ROW)
_CHANGE = ("article", *CHANGE_ROW)


def _insert(table: str, names: Sequence[str]) -> str:
    return f"INSERT INTO {table} ({quoted(names)}) VALUES ({', '.join('?' * len(names))})"


_INSERT_ARTICLE = _insert("articles", _ARTICLE)
_INSERT_QUOTE = _insert("quote_rows", _QUOTE)
_INSERT_CHANGE = _insert("change_rows", _CHANGE)


class Writer:
    """Changes the tables inside one transaction; `finish` must come before that ends.

    `run_began` is the generation with which this run began: what is older makes way.
    """

    def __init__(self, connection: sqlite3.Connection, generation: int, run_began: int) -> None:
        self._connection = connection
        self._generation = generation
        self._run_began = run_began
        self._words = VocabularyWriter(connection, generation)

    def put(self, documents: Sequence[Prepared]) -> None:
        """Store articles, each in the place of its older version."""
        numberer = Numberer(self._connection)
        numberer.learn(
            row for one in documents for rows in (one.quotes, one.mentions, one.changes) for row in rows
        )
        for prepared in documents:
            self._put(prepared, numberer)

    def keep(self, article_id: str) -> None:
        """Note that an article was found again as it is stored."""
        sql = "UPDATE articles SET generation = ? WHERE id = ?"
        self._connection.execute(sql, (self._generation, article_id))

    def finish_file(self, state: FileState) -> None:
        """Note that a file was read to its end; its articles of earlier runs go."""
        self.remove("path = ? AND generation < ?", (state.path, self._run_began))
        self.note_state(state)

    def note_state(self, state: FileState) -> None:
        """Note how a file was when it was read."""
        sql = "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)"
        self._connection.execute(sql, (state.path, state.size, state.mtime_ns, state.digest))

    def forget_file(self, path: str) -> int:
        """Remove a file with its articles; return how many articles went."""
        gone = self.remove("path = ?", (path,))
        self._connection.execute("DELETE FROM files WHERE path = ?", (path,))
        return gone

    def remove(self, where: str, values: Sequence[object]) -> int:
        """Remove articles; return how many."""
        numbers = self._connection.execute(f"SELECT number FROM articles WHERE {where}", values).fetchall()
        for (number,) in numbers:
            self._loosen(number)
            hand_over(self._connection, number, self._words.words_of)
            self._words.remove(number)
            self._connection.execute("DELETE FROM articles WHERE number = ?", (number,))
        return len(numbers)

    def finish(self) -> None:
        """Write what was counted over all articles."""
        self._words.write()

    def _put(self, prepared: Prepared, numberer: Numberer) -> None:
        article = prepared.article
        # An edited article has a new id but keeps its name: the older one of this file makes way.
        self.remove(
            "id = ? OR (doc = ? AND path = ? AND generation < ?)",
            (article.id, article.doc, article.path, self._run_began),
        )
        row = [*to_row(article, ARTICLE), *published_row(article.published)]
        row[ARTICLE.index("doc")] = doc = self._free_doc(article)
        rest = (self._generation, prepared.characters, prepared.sentences, prepared.text)
        number = self._connection.execute(_INSERT_ARTICLE, (*row, *rest)).lastrowid or 0
        self._words.add(number, doc, prepared.words)
        mentions = [numberer.mention(who) for who in prepared.mentions]
        quotes = zip(mentions, prepared.quotes, strict=True)
        insert = self._connection.executemany
        insert(_INSERT_QUOTE, [(number, who, *numberer.numbered(what)) for who, what in quotes])
        insert(_INSERT_CHANGE, [(number, *numberer.numbered(one)) for one in prepared.changes])
        link_copy(self._connection, number, prepared.sketch, self._words.words_of)
        self._connection.execute("INSERT INTO unlinked VALUES (?)", (number,))
        stale = [(mention,) for mention in set(mentions)]
        self._connection.executemany("INSERT OR IGNORE INTO stale_mentions VALUES (?)", stale)

    def _loosen(self, number: int) -> None:
        """Note what facts and speakers must do without an article that is about to go."""
        for sql in (
            "INSERT OR IGNORE INTO unlinked SELECT original FROM copies WHERE article = ?",
            "INSERT OR IGNORE INTO unlinked SELECT article FROM copies WHERE original = ?",
            "INSERT OR IGNORE INTO loose_facts SELECT fact FROM fact_reports WHERE article = ?",
            "DELETE FROM fact_reports WHERE article = ?",
            "DELETE FROM unlinked WHERE article = ?",
            "INSERT OR IGNORE INTO stale_mentions SELECT mention FROM quote_rows WHERE article = ?",
        ):
            self._connection.execute(sql, (number,))

    def _free_doc(self, article: Article) -> str:
        """The document's name, told apart by its id where another article has it already."""
        taken = self._connection.execute("SELECT 1 FROM articles WHERE doc = ?", (article.doc,)).fetchone()
        return f"{article.doc}~{article.id[:6]}" if taken else article.doc
