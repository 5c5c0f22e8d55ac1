"""The tables of facts: what the changes of all articles amount to, and how facts bear on one another."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from drawdown_cli.models import Change
from drawdown_cli.store.decoding import Strings
from drawdown_cli.store.filters import LAST_DAY, fact_conditions
from drawdown_cli.store.rows import id_number
from drawdown_cli.store.told import unpack_told

VERSION = 3
"""Rises whenever changes are merged, linked or told in another way: then all facts are worked out again."""
VERSION_FACT = "facts"

_IN_TIME = f"coalesce(nullif(f.first_day, 0), f.last_day, {LAST_DAY}), k.fineness, f.published, f.start, f.id"


class FactKind(NamedTuple):
    """What facts have in common of which a filter wants all or none."""

    number: int
    category: str
    status: str
    force: str
    place: str
    base: str


class FactFilter(NamedTuple):
    """Which facts a query admits: of some kinds, between dates; `disputed` only what another contradicts."""

    kinds: tuple[int, ...]
    since: date | None
    until: date | None
    undated: bool
    disputed: bool
    limit: int | None


class FactTables:
    """The facts of an open index."""

    def __init__(self, connection: sqlite3.Connection, strings: Strings) -> None:
        self._connection = connection
        self._strings = strings

    def are_complete(self) -> bool:
        """Whether the facts are those of the articles that are stored."""
        sql = (
            "SELECT coalesce((SELECT value FROM facts_about_index WHERE name = ?), '') = ? "
            "AND NOT EXISTS (SELECT 1 FROM unlinked) AND NOT EXISTS (SELECT 1 FROM loose_facts)"
        )
        return bool(self._connection.execute(sql, (VERSION_FACT, str(VERSION))).fetchone()[0])

    def kinds(self, *, local: bool) -> Iterator[FactKind]:
        """Yield the kinds of facts about foreign forces, or about the host country's own."""
        sql = 'SELECT number, category, status, "force", place, base FROM fact_kinds WHERE local = ?'
        for number, *words in self._connection.execute(sql, (local,)).fetchall():
            yield FactKind(number, *map(self._strings.__getitem__, words))

    def linked(self, reports: Iterable[Change]) -> Iterator[Change]:
        """Yield reports, each with what the fact contradicts and fulfils that it reports."""
        sql = (
            "SELECT f.conflicts_with, f.fulfils FROM articles a JOIN change_rows r ON r.article = a.number "
            "JOIN fact_reports m ON m.article = r.article AND m.ordinal = r.ordinal "
            "JOIN facts f ON f.number = m.fact WHERE a.doc = ? AND r.id = ?"
        )
        for report in reports:
            found = self._connection.execute(sql, (report.doc, id_number(report.id))).fetchone()
            links = [tuple(json.loads(told)) if told else () for told in found or (None, None)]
            yield report._replace(conflicts_with=links[0], fulfils=links[1])

    def read(self, wanted: FactFilter) -> Iterator[str]:
        """Yield the records of the facts that a filter admits as JSON, in order of time."""
        where, values = fact_conditions(wanted)
        rows = self._connection.execute(
            "SELECT f.told, f.conflicts_with, f.fulfils FROM facts f JOIN fact_kinds k ON k.number = f.kind "
            f"{where} ORDER BY {_IN_TIME} LIMIT ?",
            (*values, -1 if wanted.limit is None else wanted.limit),
        )
        for told, conflicts_with, fulfils in rows:
            yield unpack_told(told, conflicts_with, fulfils)
