"""Number the strings that recur in quotations and changes, and the names of their speakers."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator

from drawdown_cli.store.prepared import Row

_CHUNK = 500


class Numberer:
    """Gives strings and mentions their numbers within one transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._strings: dict[str, int] = {"": 0}
        self._mentions: dict[Row, int] = {}

    def learn(self, rows: Iterable[Row]) -> None:
        """Take in the strings of rows: those that recur most get the smallest numbers."""
        met = Counter(value for row in rows for value in row if isinstance(value, str))
        asked = [string for string, _ in met.most_common() if string not in self._strings]
        self._strings.update(self._stored(asked))
        new = [string for string in asked if string not in self._strings]
        (last,) = self._connection.execute("SELECT max(number) FROM strings").fetchone()
        numbers = dict(zip(new, range(last + 1, last + 1 + len(new)), strict=True))
        self._connection.executemany("INSERT INTO strings (string, number) VALUES (?, ?)", numbers.items())
        self._strings.update(numbers)

    def numbered(self, row: Row) -> Row:
        """Return a row with numbers for its strings, which `learn` has seen."""
        strings = self._strings
        return tuple([strings[value] if type(value) is str else value for value in row])

    def mention(self, row: Row) -> int:
        """Return the number of a mention, whose strings `learn` has seen."""
        if row not in self._mentions:
            self._mentions[row] = self._mention(self.numbered(row))
        return self._mentions[row]

    def _mention(self, row: Row) -> int:
        found = self._connection.execute(
            "SELECT number FROM mentions "
            "WHERE speaker = ? AND speaker_id = ? AND speaker_type = ? AND role = ?",
            row,
        ).fetchone()
        if found:
            return int(found[0])
        sql = "INSERT INTO mentions (speaker, speaker_id, speaker_type, role) VALUES (?, ?, ?, ?)"
        return self._connection.execute(sql, row).lastrowid or 0

    def _stored(self, strings: list[str]) -> Iterator[tuple[str, int]]:
        for at in range(0, len(strings), _CHUNK):
            some = strings[at : at + _CHUNK]
            sql = f"SELECT string, number FROM strings WHERE string IN ({', '.join('?' * len(some))})"
            yield from self._connection.execute(sql, some)
