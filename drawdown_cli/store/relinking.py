"""Work the facts out anew where articles came or went: the bookkeeping, in one transaction.

What merges and what contradicts is decided elsewhere. Which articles the tables have not taken in is noted in
the transaction that stores or removes those: a run that was broken off leaves them behind, not wrong.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from drawdown_cli.models import Change, ChangeSource
from drawdown_cli.store.facts import (
    CHANGE_COLUMNS,
    CONFLICTS,
    FULFILLED,
    FULFILS,
    VERSION,
    VERSION_FACT,
    FactTables,
)
from drawdown_cli.store.filters import LAST_DAY
from drawdown_cli.store.packed import unpack_text
from drawdown_cli.store.prepared import CHANGE
from drawdown_cli.store.rows import id_number

Place = tuple[int, int]
"""Where a change is stored: its article and its ordinal in it."""

_START, _END = CHANGE.index("start"), CHANGE.index("end")
_IN_ROWS = "JOIN change_rows r ON r.article = {0}.article AND r.ordinal = {0}.ordinal"

_SCRATCH = """
    CREATE TEMP TABLE held (
        block INTEGER, alike INTEGER, local INTEGER, article INTEGER, ordinal INTEGER,
        PRIMARY KEY (block, alike, local, article, ordinal)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE leaving (fact INTEGER PRIMARY KEY);
    CREATE TEMP TABLE relinked (block INTEGER PRIMARY KEY);
"""


class Keys(NamedTuple):
    """Under what a report is held: facts that may contradict it, and that may be the same; whose forces."""

    block: int
    alike: int
    local: bool


class Fact(NamedTuple):
    """A fact to be stored: whose report it shows, what others add to that, and all reports of it."""

    lead: Change
    filled: Mapping[str, object]
    members: Sequence[Place]


class Numbered(NamedTuple):
    """A stored fact; its sources name the documents and their dates, no words."""

    number: int
    local: bool
    change: Change


class Relinking:
    """One transaction that takes in what the facts do not know yet; to be called in the order of its methods.

    The source of a change that it yields has, instead of words, the place where the change is stored.
    """

    def __init__(self, connection: sqlite3.Connection, tables: FactTables) -> None:
        self._connection = connection
        self._tables = tables
        self._scratch()
        self._spread()
        (self._last,) = connection.execute("SELECT coalesce(max(number), 0) FROM facts").fetchone()

    def families(self) -> Iterator[tuple[list[Change], dict[str, str]]]:
        """Yield the changes of each article to be taken in, or of an article and its copies.

        The second value names the original of each copy; the sources of such a family have words.
        """
        roots = dict(
            self._connection.execute(
                "SELECT article, original FROM copies UNION SELECT original, original FROM copies"
            )
        )
        families: dict[int, list[int]] = {}
        for (article,) in self._connection.execute("SELECT article FROM unlinked").fetchall():
            if article in roots:
                families.setdefault(roots[article], []).append(article)
            else:
                yield list(self._changes(article)), {}
        for root, members in families.items():
            docs = dict(self._docs(members))
            changes = [change for article in members for change in self._changes(article, words=True)]
            yield changes, {docs[article]: docs[root] for article in members if article != root}

    def hold(self, keys: Keys, members: Iterable[Place]) -> None:
        """Keep the reports of one fact by one article until all that may be the same are together."""
        rows = [(*keys, *place) for place in members]
        self._connection.executemany("INSERT INTO held VALUES (?, ?, ?, ?, ?)", rows)

    def loosen(self) -> None:
        """Take apart the facts that what is held, or what is gone, may change."""
        for sql in (
            "INSERT INTO leaving SELECT number FROM facts WHERE alike IN (SELECT alike FROM held UNION "
            "SELECT f.alike FROM loose_facts l JOIN facts f ON f.number = l.fact)",
            "INSERT INTO relinked SELECT block FROM held UNION "
            "SELECT f.block FROM leaving l JOIN facts f ON f.number = l.fact",
            "INSERT INTO held SELECT f.block, f.alike, f.local, m.article, m.ordinal FROM leaving l "
            "JOIN facts f ON f.number = l.fact JOIN fact_reports m ON m.fact = l.fact",
            "DELETE FROM fact_links WHERE fact IN "
            "(SELECT number FROM facts WHERE block IN (SELECT block FROM relinked))",
            "DELETE FROM fact_reports WHERE fact IN (SELECT fact FROM leaving)",
            "DELETE FROM facts WHERE number IN (SELECT fact FROM leaving)",
        ):
            self._connection.execute(sql)

    def groups(self) -> Iterator[tuple[Keys, list[Change]]]:
        """Yield the reports that may be of one fact."""
        rows = self._connection.execute(
            "SELECT h.block, h.alike, h.local, h.article, h.ordinal, a.doc, a.published, "
            f"{CHANGE_COLUMNS} FROM held h {_IN_ROWS.format('h')} JOIN articles a ON a.number = h.article "
            "ORDER BY h.block, h.alike, h.local, h.article, h.ordinal"
        )
        for key, some in groupby(rows, lambda row: row[:3]):
            yield (
                Keys(*key),
                [
                    self._change((article, ordinal), doc, published, row, "")
                    for _, _, _, article, ordinal, doc, published, *row in some
                ],
            )

    def add(self, keys: Keys, facts: Iterable[Fact]) -> None:
        """Store facts."""
        rows, members = [], []
        for fact in facts:
            self._last += 1
            rows.append((self._last, *self._row(keys, fact)))
            members += [(self._last, *place) for place in sorted(fact.members)]
        self._connection.executemany("INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
        self._connection.executemany("INSERT INTO fact_reports VALUES (?, ?, ?)", members)

    def blocks(self) -> Iterator[list[Numbered]]:
        """Yield the facts that may bear on one another, where some of them are new or gone."""
        for (block,) in self._connection.execute("SELECT block FROM relinked").fetchall():
            sources: dict[int, list[ChangeSource]] = {}
            for fact, doc, published in self._connection.execute(
                "SELECT m.fact, a.doc, a.published FROM facts f JOIN fact_reports m ON m.fact = f.number "
                "JOIN articles a ON a.number = m.article WHERE f.block = ?",
                (block,),
            ):
                sources.setdefault(fact, []).append(ChangeSource(doc, 0, 0, "", published))
            rows = self._connection.execute(
                f"SELECT f.number, f.local, f.filled, {CHANGE_COLUMNS} FROM facts f {_IN_ROWS.format('f')} "
                "WHERE f.block = ? ORDER BY f.number",
                (block,),
            )
            yield [
                Numbered(number, bool(local), self._sourced(row, filled, sources[number]))
                for number, local, filled, *row in rows
            ]

    def link(self, conflicts: Iterable[tuple[int, int]], fulfilments: Iterable[tuple[int, int]]) -> None:
        """Store pairs of facts that contradict each other, and of events with the plans that they fulfil."""
        rows = {row for one, other in conflicts for row in ((one, CONFLICTS, other), (other, CONFLICTS, one))}
        rows |= {
            row for event, plan in fulfilments for row in ((event, FULFILS, plan), (plan, FULFILLED, event))
        }
        self._connection.executemany("INSERT INTO fact_links VALUES (?, ?, ?)", sorted(rows))

    def finish(self) -> None:
        """Note that the facts are complete."""
        for table in ("unlinked", "loose_facts"):
            self._connection.execute(f"DELETE FROM {table}")
        sql = "INSERT OR REPLACE INTO facts_about_index VALUES (?, ?)"
        self._connection.execute(sql, (VERSION_FACT, str(VERSION)))
        for table in ("held", "leaving", "relinked"):
            self._connection.execute(f"DROP TABLE temp.{table}")

    def _scratch(self) -> None:
        for sql in _SCRATCH.split(";"):
            self._connection.execute(sql)

    def _spread(self) -> None:
        """What a copy tells depends on its family: all of it is taken in together."""
        if not self._is_of_this_version():
            for table in ("facts", "fact_reports", "fact_links", "loose_facts"):
                self._connection.execute(f"DELETE FROM {table}")
            self._connection.execute("INSERT OR IGNORE INTO unlinked SELECT number FROM articles")
        for sql in (
            "INSERT OR IGNORE INTO unlinked "
            "SELECT c.original FROM unlinked u JOIN copies c ON c.article = u.article",
            "INSERT OR IGNORE INTO unlinked "
            "SELECT c.article FROM unlinked u JOIN copies c ON c.original = u.article",
            "DELETE FROM unlinked WHERE article NOT IN (SELECT number FROM articles)",
            "INSERT OR IGNORE INTO loose_facts SELECT m.fact FROM unlinked u "
            "JOIN fact_reports m ON m.article = u.article",
            "DELETE FROM fact_reports WHERE article IN (SELECT article FROM unlinked)",
        ):
            self._connection.execute(sql)

    def _is_of_this_version(self) -> bool:
        sql = "SELECT value FROM facts_about_index WHERE name = ?"
        return bool(self._connection.execute(sql, (VERSION_FACT,)).fetchone() == (str(VERSION),))

    def _changes(self, article: int, *, words: bool = False) -> Iterator[Change]:
        rows = self._connection.execute(
            f"SELECT a.doc, a.published, {'a.text' if words else 'NULL'}, r.ordinal, {CHANGE_COLUMNS} "
            "FROM change_rows r JOIN articles a ON a.number = r.article "
            "WHERE r.article = ? ORDER BY r.ordinal",
            (article,),
        )
        for doc, published, packed, ordinal, *row in rows:
            text = unpack_text(packed)[row[_START] : row[_END]] if words else ""
            yield self._change((article, ordinal), doc, published, row, text)

    def _change(self, place: Place, doc: str, published: str, row: Sequence[int], text: str) -> Change:
        source = ChangeSource(doc, row[_START], row[_END], "{} {}".format(*place), published)
        return self._tables.decode(row, doc=doc, text=text, sources=(source,), conflicts_with=(), fulfils=())

    def _sourced(self, row: Sequence[object], filled: str | None, sources: list[ChangeSource]) -> Change:
        return self._tables.change(row, filled, "")._replace(sources=tuple(sources))

    def _row(self, keys: Keys, fact: Fact) -> tuple[object, ...]:
        lead = fact.lead
        start, end = (day and day.toordinal() for day in (lead.date_start, lead.date_end))
        days = (start or 0, end or LAST_DAY) if start or end else (None, None)
        filled = json.dumps(fact.filled, ensure_ascii=False) if fact.filled else None
        return (
            id_number(lead.id), *place_of(lead.sources[0]), *days,
            keys.local, keys.alike, keys.block, filled,
        )  # fmt: skip

    def _docs(self, articles: Sequence[int]) -> Iterator[tuple[int, str]]:
        for article in articles:
            yield from self._connection.execute(
                "SELECT number, doc FROM articles WHERE number = ?", (article,)
            )


def place_of(source: ChangeSource) -> Place:
    """Return where the change of a source, as `Relinking` yields it, is stored."""
    article, ordinal = source.text.split()
    return int(article), int(ordinal)
