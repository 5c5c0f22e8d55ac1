"""Write new facts of the timeline in order of time: each with its kind, its reports and what it tells."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drawdown_cli.models import Change, Grain
from drawdown_cli.store.filters import LAST_DAY
from drawdown_cli.store.rows import Value, id_number, quoted
from drawdown_cli.store.strings import Numberer
from drawdown_cli.store.told import pack_links, pack_told

Place = tuple[int, int]
"""Where a change is stored: its article and its ordinal in it."""

_FINENESS = {grain: number for number, grain in enumerate(Grain)}
_KIND = ("local", "fineness", "block", "category", "status", "force", "place", "base")
_FACT = (
    "kind", "id", "first_day", "last_day", "published", "start", "alike", "conflicts_with", "fulfils", "told",
)  # fmt: skip
_COLUMNS = ", ".join(_FACT)
_SCRATCH = f"""
    CREATE TEMP TABLE made (made INTEGER PRIMARY KEY, {_COLUMNS});
    CREATE TEMP TABLE reported (made INTEGER, article INTEGER, ordinal INTEGER);
    CREATE TEMP TABLE ordered (place INTEGER PRIMARY KEY, made INTEGER UNIQUE);
"""
_IN_ORDER = (
    "INSERT INTO ordered (made) SELECT made FROM made ORDER BY first_day, last_day, id, made",
    f"INSERT INTO facts (number, {_COLUMNS}) SELECT :last + o.place, {_COLUMNS} FROM ordered o "
    "CROSS JOIN made m ON m.made = o.made ORDER BY o.place",
    "INSERT INTO fact_reports SELECT :last + o.place, r.article, r.ordinal FROM reported r "
    "CROSS JOIN ordered o ON o.made = r.made ORDER BY 1, 2, 3",
)


class Keys(NamedTuple):
    """Under what a report is held: facts that may contradict it, and that may be the same; whose forces."""

    block: int
    alike: int
    local: bool


class Fact(NamedTuple):
    """A fact with all its reports and links; of a new one `number` is 0 and `members` say where those are."""

    number: int
    keys: Keys
    row: Change
    members: Sequence[Place]


class FactWriter:
    """Writes facts inside one transaction; new ones are there when it has finished."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._numberer = Numberer(connection)
        self._kinds: dict[tuple[Value, ...], int] = {}
        self._made = 0
        for sql in _SCRATCH.split(";"):
            connection.execute(sql)

    def write(self, facts: Iterable[tuple[Fact, Change]]) -> None:
        """Write facts, each as it is now linked; a stored one whose links are the same is left alone."""
        made, reported, linked = [], [], []
        for fact, row in facts:
            links = pack_links(row.conflicts_with), pack_links(row.fulfils)
            if fact.number:
                if row is not fact.row:
                    linked.append((*links, fact.number))
                continue
            self._made += 1
            made.append((self._made, *self._row(fact), *links, pack_told(row)))
            reported += [(self._made, *place) for place in fact.members]
        marks = ", ".join("?" * (len(_FACT) + 1))
        self._connection.executemany(f"INSERT INTO made VALUES ({marks})", made)
        self._connection.executemany("INSERT INTO reported VALUES (?, ?, ?)", reported)
        sql = "UPDATE facts SET conflicts_with = ?, fulfils = ? WHERE number = ?"
        self._connection.executemany(sql, linked)

    def finish(self) -> None:
        """Number the new facts in order of time: a query finds those of a season side by side."""
        (last,) = self._connection.execute("SELECT coalesce(max(number), 0) FROM facts").fetchone()
        for sql in _IN_ORDER:
            self._connection.execute(sql, {"last": last} if ":last" in sql else {})
        for table in ("made", "reported", "ordered"):
            self._connection.execute(f"DROP TABLE temp.{table}")

    def _row(self, fact: Fact) -> tuple[Value, ...]:
        row = fact.row
        start, end = (day and day.toordinal() for day in (row.date_start, row.date_end))
        days = (start or 0, end or LAST_DAY) if start or end else (None, None)
        published = min(source.published for source in row.sources)
        return self._kind(fact), id_number(row.id), *days, published, row.start, fact.keys.alike

    def _kind(self, fact: Fact) -> int:
        row, keys = fact.row, fact.keys
        words = row.category.value, row.status.value, row.force, row.place, row.base
        kind = (keys.local, _FINENESS[row.grain], keys.block, *words)
        if kind not in self._kinds:
            self._numberer.learn([words])
            self._kinds[kind] = self._numbered_kind((*kind[:3], *self._numberer.numbered(words)))
        return self._kinds[kind]

    def _numbered_kind(self, kind: tuple[Value, ...]) -> int:
        same = " AND ".join(f'"{name}" = ?' for name in _KIND)
        found = self._connection.execute(f"SELECT number FROM fact_kinds WHERE {same}", kind).fetchone()
        if found:
            return int(found[0])
        sql = f"INSERT INTO fact_kinds ({quoted(_KIND)}) VALUES ({', '.join('?' * len(_KIND))})"
        return self._connection.execute(sql, kind).lastrowid or 0
