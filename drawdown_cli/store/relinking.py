"""Work the facts out anew where articles came or went: the bookkeeping, in one transaction.

What merges and what contradicts is decided elsewhere. Which articles the tables have not taken in is noted in
the transaction that stores or removes those: a run that was broken off leaves them behind, not wrong.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from drawdown_cli.models import Change, ChangeSource, Grain
from drawdown_cli.store.decoding import Decoder, Strings
from drawdown_cli.store.facts import VERSION, VERSION_FACT
from drawdown_cli.store.filters import LAST_DAY
from drawdown_cli.store.packed import unpack_text
from drawdown_cli.store.prepared import CHANGE
from drawdown_cli.store.rows import id_number, quoted
from drawdown_cli.store.strings import Numberer
from drawdown_cli.store.told import pack_links, pack_told, told_change, unpack_told

Place = tuple[int, int]
"""Where a change is stored: its article and its ordinal in it."""

_CHANGE = quoted(CHANGE, "r")
_START, _END = CHANGE.index("start"), CHANGE.index("end")
_FINENESS = {grain: number for number, grain in enumerate(Grain)}

_OF_KIND = "JOIN facts f ON f.number = l.fact JOIN fact_kinds k ON k.number = f.kind"
_FACT = "kind, id, first_day, last_day, published, start, alike, conflicts_with, fulfils, told"
_SCRATCH = f"""
    CREATE TEMP TABLE held (
        block INTEGER, alike INTEGER, local INTEGER, article INTEGER, ordinal INTEGER, words TEXT,
        PRIMARY KEY (block, alike, local, article, ordinal)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE leaving (fact INTEGER PRIMARY KEY);
    CREATE TEMP TABLE relinked (block INTEGER PRIMARY KEY);
    CREATE TEMP TABLE made (made INTEGER PRIMARY KEY, {_FACT});
    CREATE TEMP TABLE reported (made INTEGER, article INTEGER, ordinal INTEGER);
    CREATE TEMP TABLE ordered (place INTEGER PRIMARY KEY, made INTEGER UNIQUE);
"""
_ORDER = (
    "INSERT INTO ordered (made) SELECT made FROM made ORDER BY first_day, last_day, id, made",
    f"INSERT INTO facts (number, {_FACT}) SELECT :last + o.place, {_FACT} FROM ordered o "
    "CROSS JOIN made m ON m.made = o.made ORDER BY o.place",
    "INSERT INTO fact_reports SELECT :last + o.place, r.article, r.ordinal FROM reported r "
    "JOIN ordered o ON o.made = r.made ORDER BY 1, 2, 3",
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


class Relinking:
    """One transaction that takes in what the facts do not know yet; to be called in the order of its methods.

    The words of a source that it yields come after the place where its change is stored.
    """

    def __init__(self, connection: sqlite3.Connection, strings: Strings) -> None:
        self._connection = connection
        self._decode = Decoder(Change, CHANGE, "c", strings)
        self._numberer = Numberer(connection)
        self._kinds: dict[tuple[object, ...], int] = {}
        self._made = 0
        for sql in _SCRATCH.split(";"):
            connection.execute(sql)
        self._spread()

    def families(self) -> Iterator[tuple[list[Change], dict[str, str]]]:
        """Yield the changes of each article to be taken in, or of an article and its copies.

        The second value names the original of each copy.
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
            changes = [change for article in members for change in self._changes(article)]
            yield changes, {docs[article]: docs[root] for article in members if article != root}

    def hold(self, keys: Keys, sources: Iterable[ChangeSource]) -> None:
        """Keep the reports of one fact by one article until all that may be the same are together."""
        rows = [(*keys, *place_of(source), words_of(source)) for source in sources]
        self._connection.executemany("INSERT INTO held VALUES (?, ?, ?, ?, ?, ?)", rows)

    def loosen(self) -> None:
        """Take apart the facts that what is held, or what is gone, may change."""
        for sql in (
            "INSERT INTO leaving SELECT number FROM facts WHERE alike IN (SELECT alike FROM held UNION "
            "SELECT f.alike FROM loose_facts l JOIN facts f ON f.number = l.fact)",
            f"INSERT INTO relinked SELECT block FROM held UNION SELECT k.block FROM leaving l {_OF_KIND}",
            "INSERT INTO held SELECT k.block, f.alike, k.local, m.article, m.ordinal, NULL FROM leaving l "
            f"{_OF_KIND} JOIN fact_reports m ON m.fact = l.fact",
            "DELETE FROM fact_reports WHERE fact IN (SELECT fact FROM leaving)",
            "DELETE FROM facts WHERE number IN (SELECT fact FROM leaving)",
        ):
            self._connection.execute(sql)

    def blocks(self) -> Iterator[tuple[list[Fact], Iterator[tuple[Keys, list[Change]]]]]:
        """Yield the facts that may bear on one another, and the reports that others are to be made of.

        Each group of reports may be of one fact.
        """
        for (block,) in self._connection.execute("SELECT block FROM relinked ORDER BY block").fetchall():
            yield self._kept(block), self._groups(block)

    def store(self, facts: Iterable[tuple[Fact, Change]]) -> None:
        """Store facts, each as it is now linked; what has not changed is left alone."""
        for fact, row in facts:
            links = pack_links(row.conflicts_with), pack_links(row.fulfils)
            if not fact.number:
                self._add(fact, links)
            elif row is not fact.row:
                sql = "UPDATE facts SET conflicts_with = ?, fulfils = ? WHERE number = ?"
                self._connection.execute(sql, (*links, fact.number))

    def finish(self) -> None:
        """Number the new facts in order of time, and note that the facts are complete."""
        (last,) = self._connection.execute("SELECT coalesce(max(number), 0) FROM facts").fetchone()
        for sql in _ORDER:
            self._connection.execute(sql, {"last": last} if ":last" in sql else {})
        for table in ("unlinked", "loose_facts"):
            self._connection.execute(f"DELETE FROM {table}")
        sql = "INSERT OR REPLACE INTO facts_about_index VALUES (?, ?)"
        self._connection.execute(sql, (VERSION_FACT, str(VERSION)))
        for table in ("held", "leaving", "relinked", "made", "reported", "ordered"):
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

    def _changes(self, article: int) -> Iterator[Change]:
        rows = self._connection.execute(
            f"SELECT a.doc, a.published, a.text, r.ordinal, {_CHANGE} FROM change_rows r "
            "JOIN articles a ON a.number = r.article WHERE r.article = ? ORDER BY r.ordinal",
            (article,),
        )
        text = ""
        for doc, published, packed, ordinal, *row in rows:
            text = text or unpack_text(packed)
            yield self._change((article, ordinal), doc, published, row, text[row[_START] : row[_END]])

    def _groups(self, block: int) -> Iterator[tuple[Keys, list[Change]]]:
        rows = self._connection.execute(
            "SELECT h.block, h.alike, h.local, h.article, h.ordinal, h.words, a.doc, a.published, "
            f"CASE WHEN h.words IS NULL THEN a.text END, {_CHANGE} FROM held h "
            "JOIN change_rows r ON r.article = h.article AND r.ordinal = h.ordinal "
            "JOIN articles a ON a.number = h.article WHERE h.block = ? "
            "ORDER BY h.block, h.alike, h.local, h.article, h.ordinal",
            (block,),
        )
        for key, some in groupby(rows, lambda row: row[:3]):
            reports = []
            for _, _, _, article, ordinal, words, doc, published, packed, *row in some:
                own = words if packed is None else unpack_text(packed)[row[_START] : row[_END]]
                reports.append(self._change((article, ordinal), doc, published, row, own))
            yield Keys(*key), reports

    def _kept(self, block: int) -> list[Fact]:
        rows = self._connection.execute(
            "SELECT f.number, f.alike, k.local, f.told, f.conflicts_with, f.fulfils FROM fact_kinds k "
            "JOIN facts f ON f.kind = k.number WHERE k.block = ? ORDER BY f.number",
            (block,),
        )
        return [
            Fact(number, Keys(block, alike, bool(local)), told_change(unpack_told(*told)), ())
            for number, alike, local, *told in rows
        ]

    def _change(self, place: Place, doc: str, published: str, row: Sequence[int], words: str) -> Change:
        marked = "{} {} {}".format(*place, words)
        source = ChangeSource(doc, row[_START], row[_END], marked, published)
        return self._decode(row, doc=doc, text=words, sources=(source,), conflicts_with=(), fulfils=())

    def _add(self, fact: Fact, links: tuple[str | None, str | None]) -> None:
        self._made += 1
        row = fact.row
        start, end = (day and day.toordinal() for day in (row.date_start, row.date_end))
        days = (start or 0, end or LAST_DAY) if start or end else (None, None)
        published = min(source.published for source in row.sources)
        sql = f"INSERT INTO made VALUES ({', '.join('?' * (_FACT.count(',') + 2))})"
        kind, number = self._kind(fact), id_number(row.id)
        told = pack_told(row)
        self._connection.execute(
            sql, (self._made, kind, number, *days, published, row.start, fact.keys.alike, *links, told)
        )
        reports = [(self._made, *place) for place in fact.members]
        self._connection.executemany("INSERT INTO reported VALUES (?, ?, ?)", reports)

    def _kind(self, fact: Fact) -> int:
        row, keys = fact.row, fact.keys
        words = row.category.value, row.status.value, row.force, row.place, row.base
        kind = (keys.local, _FINENESS[row.grain], keys.block, *words)
        if kind not in self._kinds:
            self._numberer.learn([words])
            self._kinds[kind] = self._stored_kind(kind[:3], self._numberer.numbered(words))
        return self._kinds[kind]

    def _stored_kind(self, numbers: Sequence[object], words: Sequence[object]) -> int:
        columns = ("local", "fineness", "block", "category", "status", "force", "place", "base")
        values = (*numbers, *words)
        where = " AND ".join(f'"{name}" = ?' for name in columns)
        sql = f"SELECT number FROM fact_kinds WHERE {where}"
        found = self._connection.execute(sql, values).fetchone()
        if found:
            return int(found[0])
        sql = f"INSERT INTO fact_kinds ({quoted(columns)}) VALUES ({', '.join('?' * len(columns))})"
        return self._connection.execute(sql, values).lastrowid or 0

    def _docs(self, articles: Sequence[int]) -> Iterator[tuple[int, str]]:
        for article in articles:
            yield from self._connection.execute(
                "SELECT number, doc FROM articles WHERE number = ?", (article,)
            )


def place_of(source: ChangeSource) -> Place:
    """Return where the change of a source, as `Relinking` yields it, is stored."""
    article, ordinal, _ = source.text.split(" ", 2)
    return int(article), int(ordinal)


def words_of(source: ChangeSource) -> str:
    """Return the words of a source as `Relinking` yields it."""
    return source.text.split(" ", 2)[2]
