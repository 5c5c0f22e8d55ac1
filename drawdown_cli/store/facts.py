"""The tables of facts: what the changes of all articles amount to, and how facts bear on one another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from drawdown_cli.models import Change, ChangeFilter, ChangeSource, ValueRole
from drawdown_cli.store.decoding import Decoder, Strings, fact_id
from drawdown_cli.store.filters import fact_conditions
from drawdown_cli.store.packed import unpack_text
from drawdown_cli.store.prepared import CHANGE
from drawdown_cli.store.rows import quoted

VERSION = 1
"""Rises whenever changes are merged or linked in another way: then all facts are worked out again."""
VERSION_FACT = "facts"

CONFLICTS, FULFILS, FULFILLED = 0, 1, 2

CHANGE_COLUMNS = quoted(CHANGE, "r")
_CHUNK = 500


class FactTables:
    """The facts of an open index."""

    def __init__(self, connection: sqlite3.Connection, strings: Strings) -> None:
        self._connection = connection
        self.decode = Decoder(Change, CHANGE, "c", strings)

    def are_complete(self) -> bool:
        """Whether the facts are those of the articles that are stored."""
        sql = (
            "SELECT coalesce((SELECT value FROM facts_about_index WHERE name = ?), '') = ? "
            "AND NOT EXISTS (SELECT 1 FROM unlinked) AND NOT EXISTS (SELECT 1 FROM loose_facts)"
        )
        return bool(self._connection.execute(sql, (VERSION_FACT, str(VERSION))).fetchone()[0])

    def read(
        self, wanted: ChangeFilter, admits: Callable[[Change], bool], *, local: bool
    ) -> Iterator[Change]:
        """Yield the facts between the filter's dates that `admits` lets through, with sources and links."""
        where, values = fact_conditions(wanted, local=local)
        sql = (
            f"SELECT f.number, f.filled, a.doc, {CHANGE_COLUMNS} FROM facts f JOIN change_rows r "
            "ON r.article = f.article AND r.ordinal = f.ordinal "
            f"JOIN articles a ON a.number = f.article {where}"
        )
        found: dict[int, Change] = {}
        for number, filled, doc, *row in self._connection.execute(sql, values):
            change = self.change(row, filled, doc)
            if admits(change):
                found[number] = change
        numbers = list(found)
        for at in range(0, len(numbers), _CHUNK):
            yield from self._told({number: found[number] for number in numbers[at : at + _CHUNK]})

    def change(self, row: Sequence[object], filled: str | None, doc: str) -> Change:
        """Return a fact as its fullest report and what others add tell it, without sources and links."""
        change = self.decode(row, doc=doc, text="", sources=(), conflicts_with=(), fulfils=())
        return change._replace(**filled_fields(json.loads(filled))) if filled else change

    def _told(self, facts: Mapping[int, Change]) -> Iterator[Change]:
        """Yield facts with the words of their reports, and with their links."""
        sources, links = self._sources(list(facts)), self._links(list(facts))
        for number, change in facts.items():
            own = sources[number]
            text = next(
                s.text for s in own if (s.doc, s.start, s.end) == (change.doc, change.start, change.end)
            )
            yield change._replace(
                text=text,
                sources=tuple(sorted(dict.fromkeys(own), key=by_publication)),
                conflicts_with=tuple(links.get((number, CONFLICTS), ())),
                fulfils=tuple(links.get((number, FULFILS), ())),
            )

    def _sources(self, numbers: Sequence[int]) -> dict[int, list[ChangeSource]]:
        rows = self._connection.execute(
            'SELECT m.fact, m.article, a.doc, a.published, r.start, r."end" FROM fact_reports m '
            "JOIN change_rows r ON r.article = m.article AND r.ordinal = m.ordinal "
            f"JOIN articles a ON a.number = m.article WHERE m.fact IN ({_marks(numbers)})",
            numbers,
        ).fetchall()
        texts = self._texts(sorted({article for _, article, *_ in rows}))
        sources: dict[int, list[ChangeSource]] = {}
        for fact, article, doc, published, start, end in rows:
            source = ChangeSource(doc, start, end, texts[article][start:end], published)
            sources.setdefault(fact, []).append(source)
        return sources

    def _texts(self, articles: Sequence[int]) -> dict[int, str]:
        texts: dict[int, str] = {}
        for at in range(0, len(articles), _CHUNK):
            some = articles[at : at + _CHUNK]
            sql = f"SELECT number, text FROM articles WHERE number IN ({_marks(some)})"
            texts.update((number, unpack_text(text)) for number, text in self._connection.execute(sql, some))
        return texts

    def _links(self, numbers: Sequence[int]) -> dict[tuple[int, int], list[str]]:
        """The ids that facts point at, in order of time."""
        links: dict[tuple[int, int], list[str]] = {}
        for fact, kind, other in self._connection.execute(
            "SELECT l.fact, l.kind, o.id FROM fact_links l JOIN facts o ON o.number = l.other "
            f"WHERE l.fact IN ({_marks(numbers)}) AND l.kind < {FULFILLED} "
            "ORDER BY l.fact, l.kind, coalesce(nullif(o.first_day, 0), o.last_day, 0), o.id",
            numbers,
        ):
            links.setdefault((fact, kind), []).append(fact_id("c", other))
        return links


def by_publication(source: ChangeSource) -> tuple[str, str, int, int]:
    """Return what puts sources in order."""
    return source.published, source.doc, source.start, source.end


def filled_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a change from those that a table holds as JSON."""
    known = dict(fields)
    if "value_role" in known:
        known["value_role"] = ValueRole(known["value_role"])
    return known


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
