"""Work the facts out anew where articles came or went: the bookkeeping, in one transaction.

What merges and what contradicts is decided elsewhere. Which articles the tables have not taken in is noted in
the transaction that stores or removes those: a run that was broken off leaves them behind, not wrong.
"""

from __future__ import annotations

import marshal
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from drawdown_cli.models import Change, ChangeSource
from drawdown_cli.store.decoding import Decoder, Strings
from drawdown_cli.store.facts import VERSION, VERSION_FACT
from drawdown_cli.store.factwriting import Fact, FactWriter, Keys, Place
from drawdown_cli.store.packed import unpack_text
from drawdown_cli.store.prepared import CHANGE
from drawdown_cli.store.rows import quoted
from drawdown_cli.store.told import told_change, unpack_told

_START, _END = CHANGE.index("start"), CHANGE.index("end")

_SCRATCH = """
    CREATE TEMP TABLE held (
        block INTEGER, alike INTEGER, local INTEGER, article INTEGER, ordinal INTEGER, report BLOB
    );
    CREATE TEMP TABLE leaving (fact INTEGER PRIMARY KEY);
"""
_REPORT = f"r.article, r.ordinal, a.doc, a.published, a.text, {quoted(CHANGE, 'r')}"
_KIN = "(SELECT article FROM copies UNION SELECT original FROM copies)"
_ALONE = (
    f"SELECT a.doc, {_REPORT} FROM unlinked u CROSS JOIN articles a ON a.number = u.article "
    f"CROSS JOIN change_rows r ON r.article = u.article WHERE u.article NOT IN {_KIN} "
    "ORDER BY u.article, r.ordinal"
)
_WITH_COPIES = (
    f"SELECT o.doc, {_REPORT} FROM unlinked u LEFT JOIN copies c ON c.article = u.article "
    "JOIN articles o ON o.number = coalesce(c.original, u.article) "
    "JOIN articles a ON a.number = u.article JOIN change_rows r ON r.article = u.article "
    f"WHERE u.article IN {_KIN} ORDER BY o.number, r.article, r.ordinal"
)
_OF_KIND = "JOIN facts f ON f.number = l.fact JOIN fact_kinds k ON k.number = f.kind"
_LEAVING = (
    f"SELECT k.block, f.alike, k.local, {_REPORT} FROM leaving l {_OF_KIND} "
    "JOIN fact_reports m ON m.fact = l.fact JOIN articles a ON a.number = m.article "
    "JOIN change_rows r ON r.article = m.article AND r.ordinal = m.ordinal ORDER BY r.article, r.ordinal"
)

_HELD = "SELECT * FROM held ORDER BY block, alike, local, article, ordinal"

_BATCH = 5000

Groups = Iterator[tuple[Keys, list[Change]]]


class _Report(NamedTuple):
    """A change as an article reports it: where it is stored, in whose words, its row."""

    article: int
    ordinal: int
    doc: str
    published: str
    words: str
    row: list[Any]


class Relinking:
    """One transaction that takes in what the facts do not know yet; to be called in the order of its methods.

    The source of a change that it yields has, instead of words, the place where the change is stored.
    """

    def __init__(self, connection: sqlite3.Connection, strings: Strings) -> None:
        self._connection = connection
        self._decode = Decoder(Change, CHANGE, "c", strings)
        self._writer = FactWriter(connection)
        self._at_hand: Mapping[Place, _Report] = {}
        self._to_hold: list[tuple[Keys, _Report]] = []
        self._last_text = (0, "")
        for sql in _SCRATCH.split(";"):
            connection.execute(sql)
        self._spread()

    def families(self) -> Iterator[tuple[list[Change], dict[str, str]]]:
        """Yield the changes of each article to be taken in, or of an article and its copies.

        The second value names the original of each of a family's documents.
        """
        for sql in (_ALONE, _WITH_COPIES):
            for root, rows in groupby(self._connection.execute(sql), itemgetter(0)):
                reports = [self._report(row) for _, *row in rows]
                self._at_hand = {(report.article, report.ordinal): report for report in reports}
                family = {report.doc: root for report in reports} if sql == _WITH_COPIES else {}
                yield [self._change(report) for report in reports], family

    def hold(self, keys: Keys, members: Iterable[Place]) -> None:
        """Keep reports of a family that are one fact until all that may be the same are together."""
        self._to_hold += [(keys, self._at_hand[place]) for place in members]
        if len(self._to_hold) > _BATCH:
            self._hold()

    def loosen(self) -> None:
        """Take apart the facts that what is held, or what is gone, may change."""
        self._hold()
        self._connection.execute(
            "INSERT INTO leaving SELECT number FROM facts WHERE alike IN (SELECT alike FROM held UNION "
            "SELECT f.alike FROM loose_facts l JOIN facts f ON f.number = l.fact)"
        )
        # A block may have lost facts and get none.
        self._connection.execute(
            f"INSERT INTO held (block) SELECT DISTINCT k.block FROM leaving l {_OF_KIND}"
        )
        rows = self._connection.execute(_LEAVING)
        self._to_hold = [(Keys(*row[:3]), self._report(row[3:])) for row in rows]
        self._hold()
        for table, column in (("fact_reports", "fact"), ("facts", "number")):
            sql = f"DELETE FROM {table} WHERE {column} IN (SELECT fact FROM leaving)"
            self._connection.execute(sql)

    def blocks(self) -> Iterator[tuple[list[Fact], Groups]]:
        """Yield the facts that may bear on one another, and the reports that others are to be made of.

        Each group of reports may be of one fact.
        """
        for block, rows in groupby(self._connection.execute(_HELD), itemgetter(0)):
            yield self._kept(block), self._groups(rows)

    def store(self, facts: Iterable[tuple[Fact, Change]]) -> None:
        """Store facts, each as it is now linked; what has not changed is left alone."""
        self._writer.write(facts)

    def finish(self) -> None:
        """Note that the facts are complete."""
        self._writer.finish()
        for table in ("unlinked", "loose_facts"):
            self._connection.execute(f"DELETE FROM {table}")
        sql = "INSERT OR REPLACE INTO facts_about_index VALUES (?, ?)"
        self._connection.execute(sql, (VERSION_FACT, str(VERSION)))
        for table in ("held", "leaving"):
            self._connection.execute(f"DROP TABLE temp.{table}")

    def _spread(self) -> None:
        """What a copy tells depends on its family: all of it is taken in together."""
        if not self._is_of_this_version():
            for table in ("facts", "fact_kinds", "fact_reports", "loose_facts"):
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

    def _hold(self) -> None:
        self._connection.executemany(
            "INSERT INTO held VALUES (?, ?, ?, ?, ?, ?)",
            [(*keys, *report[:2], marshal.dumps(report[2:])) for keys, report in self._to_hold],
        )
        self._to_hold.clear()

    def _report(self, columns: Sequence[Any]) -> _Report:
        article, ordinal, doc, published, packed, *row = columns
        if article != self._last_text[0]:
            self._last_text = article, unpack_text(packed)
        words = self._last_text[1][row[_START] : row[_END]]
        return _Report(article, ordinal, doc, published, words, row)

    def _groups(self, rows: Iterable[Sequence[Any]]) -> Groups:
        reports = ((Keys(*row[:3]), _Report(*row[3:5], *marshal.loads(row[5]))) for row in rows if row[5])
        for keys, some in groupby(reports, itemgetter(0)):
            yield keys, [self._change(report) for _, report in some]

    def _kept(self, block: int) -> list[Fact]:
        rows = self._connection.execute(
            "SELECT f.number, f.alike, k.local, f.told, f.conflicts_with, f.fulfils FROM fact_kinds k "
            "JOIN facts f ON f.kind = k.number WHERE k.block = ? ORDER BY f.number",
            (block,),
        )
        return [
            Fact(number, Keys(block, alike, local), told_change(unpack_told(*told)), ())
            for number, alike, local, *told in rows
        ]

    def _change(self, report: _Report) -> Change:
        row, at = report.row, f"{report.article} {report.ordinal}"
        source = ChangeSource(report.doc, row[_START], row[_END], at, report.published)
        return self._decode(
            row, doc=report.doc, text=report.words, sources=(source,), conflicts_with=(), fulfils=()
        )


def place_of(source: ChangeSource) -> Place:
    """Return where the change of a source, as `Relinking` yields it, is stored."""
    article, ordinal = source.text.split()
    return int(article), int(ordinal)
