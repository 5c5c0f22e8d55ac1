"""Work the speakers out anew where quotations came or went: the bookkeeping, in one transaction.

Who is who is decided elsewhere. Which mentions got or lost quotations is noted in the transaction that stores
or removes those: a run that was broken off leaves the tables behind, not wrong.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drawdown_cli.store.speakers import VERSION, VERSION_FACT, MentionRow, SpeakerTables

_GONE = (
    "(SELECT mention FROM stale_mentions s "
    "WHERE NOT EXISTS (SELECT 1 FROM quote_rows q WHERE q.mention = s.mention))"
)
_SPOKEN = (
    "(SELECT mention, count(*) AS quotes, min(since) AS since, max(until) AS until FROM quote_rows "
    "WHERE mention IN (SELECT mention FROM stale_mentions) GROUP BY mention)"
)
_BATCH = 5000


class Mention(NamedTuple):
    """A mention to be placed: its name, type and role, the numbers of name and role, how often and when."""

    number: int
    name: str
    type: str
    role: str
    name_number: int
    role_number: int
    quotes: int
    since: int | None
    until: int | None


class Regrouping:
    """One transaction that brings the speakers up to date; to be called in the order of its methods."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._placed: list[tuple[int | None, ...]] = []
        self._words: list[tuple[int, int]] = []
        sql = "SELECT value FROM facts_about_index WHERE name = ?"
        if connection.execute(sql, (VERSION_FACT,)).fetchone() != (str(VERSION),):
            for table in ("speakers", "spoken", "speaker_words"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("INSERT OR IGNORE INTO stale_mentions SELECT number FROM mentions")
        self._families = {
            family
            for (family,) in connection.execute(
                "SELECT DISTINCT family FROM spoken WHERE mention IN (SELECT mention FROM stale_mentions)"
            )
        }

    def stale(self) -> Iterator[Mention]:
        """Yield the mentions that got or lost quotations and have some."""
        for table, column in (("spoken", "mention"), ("mentions", "number")):
            self._connection.execute(f"DELETE FROM {table} WHERE {column} IN {_GONE}")
        rows = self._connection.execute(
            "SELECT m.number, n.string, t.string, r.string, m.speaker, m.role, x.quotes, x.since, x.until "
            f"FROM {_SPOKEN} x JOIN mentions m ON m.number = x.mention "
            "JOIN strings n ON n.number = m.speaker JOIN strings t ON t.number = m.speaker_type "
            "JOIN strings r ON r.number = m.role"
        )
        yield from map(Mention._make, rows)

    def place(self, mention: Mention, family: int, title: int, words: Mapping[int, Iterable[int]]) -> None:
        """Note to what family a mention belongs, and under which keys its name and its role are found."""
        self._families.add(family)
        self._placed.append((mention.number, family, title, *mention[-3:]))
        self._words += [(key, string) for string, keys in words.items() for key in keys]
        if len(self._placed) >= _BATCH:
            self._write_placed()

    def families(self) -> Iterator[list[MentionRow]]:
        """Yield the mentions that may mean one speaker, where some are new or gone."""
        self._write_placed()
        tables = SpeakerTables(self._connection)
        for family in sorted(self._families):
            rows = list(tables.in_family(family))
            self._connection.executemany(
                "DELETE FROM speakers WHERE number = ?", {(row.speaker,) for row in rows}
            )
            yield rows

    def _write_placed(self) -> None:
        insert = self._connection.executemany
        insert("INSERT OR REPLACE INTO spoken VALUES (?, 0, ?, ?, ?, ?, ?)", self._placed)
        insert("INSERT OR IGNORE INTO speaker_words VALUES (?, ?)", self._words)
        self._placed, self._words = [], []

    def add(self, name: str, kind: str, mentions: Sequence[int]) -> None:
        """Store a speaker with the mentions that mean him."""
        marks = ", ".join("?" * len(mentions))
        number = self._connection.execute(
            "INSERT INTO speakers (name, type, quotes, since, until) "
            f"SELECT ?, ?, sum(quotes), min(since), max(until) FROM spoken WHERE mention IN ({marks})",
            (name, kind, *mentions),
        ).lastrowid
        sql = "UPDATE spoken SET speaker = ? WHERE mention = ?"
        self._connection.executemany(sql, [(number, mention) for mention in mentions])

    def finish(self) -> None:
        """Note that the speakers are complete."""
        self._connection.execute("DELETE FROM stale_mentions")
        self._connection.execute("DELETE FROM speakers WHERE number NOT IN (SELECT speaker FROM spoken)")
        sql = "INSERT OR REPLACE INTO facts_about_index VALUES (?, ?)"
        self._connection.execute(sql, (VERSION_FACT, str(VERSION)))
