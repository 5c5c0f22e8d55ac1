"""The tables of speakers: which mentions mean one speaker, and by which words they are found."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

VERSION = 1
"""Rises whenever mentions are grouped in another way: then all speakers are worked out again."""
VERSION_FACT = "speakers"
_CHUNK = 500

_DAY = "coalesce(date({} + 1721424.5), '')"
_MENTIONS = (
    "SELECT s.mention, s.speaker, i.string, n.string, t.string, r.string, "
    f"{_DAY.format('s.since')}, {_DAY.format('s.until')}, s.quotes FROM spoken s "
    "JOIN mentions m ON m.number = s.mention JOIN strings i ON i.number = m.speaker_id "
    "JOIN strings n ON n.number = m.speaker JOIN strings t ON t.number = m.speaker_type "
    "JOIN strings r ON r.number = m.role"
)


class Spoken(NamedTuple):
    """What is quoted under one mention: a name in a role, how often, from when to when (ISO days or '')."""

    key: str
    name: str
    type: str
    role: str
    since: str
    until: str
    quotes: int


class MentionRow(NamedTuple):
    """A mention with the speaker that it means."""

    mention: int
    speaker: int
    spoken: Spoken


class SpeakerTables:
    """The speakers of an open index."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def are_complete(self) -> bool:
        """Whether the speakers are those of the quotations that are stored."""
        sql = (
            "SELECT coalesce((SELECT value FROM facts_about_index WHERE name = ?), '') = ? "
            "AND NOT EXISTS (SELECT 1 FROM stale_mentions)"
        )
        return bool(self._connection.execute(sql, (VERSION_FACT, str(VERSION))).fetchone()[0])

    def all(self) -> Iterator[MentionRow]:
        """Yield all mentions."""
        return self._rows("", ())

    def of_speakers(self, numbers: Iterable[int]) -> Iterator[MentionRow]:
        """Yield the mentions that mean these speakers."""
        return self._among("s.speaker", sorted(set(numbers)))

    def with_title(self, title: int) -> Iterator[MentionRow]:
        """Yield the mentions whose role has the words of a key."""
        return self._rows("WHERE s.title = ?", (title,))

    def in_family(self, family: int) -> Iterator[MentionRow]:
        """Yield the mentions of one family."""
        return self._rows("WHERE s.family = ?", (family,))

    def in_families_of(self, ids: Sequence[str]) -> Iterator[MentionRow]:
        """Yield the mentions that may mean the same speakers as those of these speaker ids."""
        marks = ", ".join("?" * len(ids))
        return self._rows(
            "WHERE s.family IN (SELECT o.family FROM spoken o JOIN mentions om ON om.number = o.mention "
            f"JOIN strings os ON os.number = om.speaker_id WHERE os.string IN ({marks}))",
            ids,
        )

    def meant_by(self, key: str, name: str, kind: str, role: str) -> int | None:
        """Return the speaker whom a mention means."""
        row = self._connection.execute(
            "SELECT s.speaker FROM mentions m JOIN spoken s ON s.mention = m.number WHERE "
            + " AND ".join(
                f"m.{column} = (SELECT number FROM strings WHERE string = ?)"
                for column in ("speaker_id", "speaker", "speaker_type", "role")
            ),
            (key, name, kind, role),
        ).fetchone()
        return int(row[0]) if row else None

    def strings_with(self, keys: Iterable[int]) -> dict[int, str]:
        """Return the names and roles that have a word of one of these keys, by their numbers."""
        found: dict[int, str] = {}
        for some in _chunks(sorted(set(keys))):
            found.update(
                self._connection.execute(
                    "SELECT s.number, s.string FROM speaker_words w JOIN strings s ON s.number = w.string "
                    f"WHERE w.key IN ({', '.join('?' * len(some))})",
                    some,
                )
            )
        return found

    def called(self, names: Iterable[int], roles: Iterable[int]) -> set[int]:
        """Return the speakers who have one of these names or roles, each a string's number."""
        found = set()
        for column, numbers in (("speaker", names), ("role", roles)):
            for some in _chunks(sorted(set(numbers))):
                sql = (
                    "SELECT DISTINCT s.speaker FROM mentions m JOIN spoken s ON s.mention = m.number "
                    f"WHERE m.{column} IN ({', '.join('?' * len(some))})"
                )
                found |= {speaker for (speaker,) in self._connection.execute(sql, some)}
        return found

    def ids(self) -> list[str]:
        """Return the ids that quotations carry for their speakers."""
        sql = (
            "SELECT string FROM strings WHERE number IN (SELECT m.speaker_id FROM mentions m "
            "JOIN spoken s ON s.mention = m.number) ORDER BY string"
        )
        return [string for (string,) in self._connection.execute(sql)]

    def _among(self, column: str, values: Sequence[int]) -> Iterator[MentionRow]:
        for some in _chunks(values):
            yield from self._rows(f"WHERE {column} IN ({', '.join('?' * len(some))})", some)

    def _rows(self, where: str, values: Sequence[int | str]) -> Iterator[MentionRow]:
        sql = f"{_MENTIONS} {where} ORDER BY i.string, n.string, r.string"
        for mention, speaker, *row in self._connection.execute(sql, values):
            yield MentionRow(mention, speaker, Spoken(*row))


def _chunks(values: Sequence[int]) -> Iterator[Sequence[int]]:
    for at in range(0, len(values), _CHUNK):
        yield values[at : at + _CHUNK]
