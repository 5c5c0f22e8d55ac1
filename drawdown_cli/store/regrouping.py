"""Work the speakers out anew where quotations came or went: the bookkeeping, in one transaction.

Who is who is decided elsewhere. Which mentions got or lost quotations is noted in the transaction that stores
or removes those: a run that was broken off leaves the tables behind, not wrong.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from drawdown_cli.store.speakers import VERSION, VERSION_FACT, MentionRow, SpeakerTables


class Mention(NamedTuple):
    """A mention to be placed: its name, type and role, and the numbers of name and role."""

    number: int
    name: str
    type: str
    role: str
    name_number: int
    role_number: int


class Regrouping:
    """One transaction that brings the speakers up to date; to be called in the order of its methods."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
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
        rows = self._connection.execute(
            "SELECT m.number, n.string, t.string, r.string, m.speaker, m.role FROM stale_mentions x "
            "JOIN mentions m ON m.number = x.mention JOIN strings n ON n.number = m.speaker "
            "JOIN strings t ON t.number = m.speaker_type JOIN strings r ON r.number = m.role"
        ).fetchall()
        for row in rows:
            mention = Mention(*row)
            sql = "SELECT count(*) FROM quote_rows WHERE mention = ?"
            if self._connection.execute(sql, (mention.number,)).fetchone()[0]:
                yield mention
            else:
                self._connection.execute("DELETE FROM spoken WHERE mention = ?", (mention.number,))
                self._connection.execute("DELETE FROM mentions WHERE number = ?", (mention.number,))

    def place(self, mention: Mention, family: int, title: int, words: Mapping[int, Iterable[int]]) -> None:
        """Count a mention's quotations; note under which keys its name and its role are found."""
        self._families.add(family)
        self._connection.execute(
            "INSERT OR REPLACE INTO spoken SELECT ?, 0, ?, ?, count(*), min(since), max(until) "
            "FROM quote_rows WHERE mention = ?",
            (mention.number, family, title, mention.number),
        )
        rows = [(key, string) for string, keys in words.items() for key in keys]
        self._connection.executemany("INSERT OR IGNORE INTO speaker_words VALUES (?, ?)", rows)

    def families(self) -> Iterator[list[MentionRow]]:
        """Yield the mentions that may mean one speaker, where some are new or gone."""
        tables = SpeakerTables(self._connection)
        for family in sorted(self._families):
            rows = list(tables.in_family(family))
            self._connection.executemany(
                "DELETE FROM speakers WHERE number = ?", {(row.speaker,) for row in rows}
            )
            yield rows

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
