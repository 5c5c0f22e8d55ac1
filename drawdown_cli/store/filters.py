"""Filters as SQL conditions: what a query asks for is decided inside the engine, never after a limit."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from drawdown_cli.models import ChangeFilter, QuoteFilter

if TYPE_CHECKING:
    from drawdown_cli.store.facts import FactFilter

Conditions = tuple[str, list[object]]

LAST_DAY = date.max.toordinal()


def quote_conditions(wanted: QuoteFilter) -> Conditions:
    """Return the WHERE clause and its values for quotations (tables r and a)."""
    return _where(
        [
            _named("speaker_id", wanted.speaker_ids),
            _named("speaker_type", wanted.speaker_types),
            _numbered("r.kind", wanted.kinds),
            _identified(wanted.ids),
            _among("a.source", wanted.sources),
            _listed("a.doc", wanted.docs),
            _spoken(wanted),
        ]
    )


def change_conditions(wanted: ChangeFilter) -> Conditions:
    """Return the WHERE clause and its values for changes (tables r and a)."""
    return _where(
        [
            _numbered("r.category", wanted.categories),
            _numbered("r.status", wanted.statuses),
            _numbered("r.place", wanted.places),
            _numbered('r."force"', wanted.forces),
            _identified(wanted.ids),
            _among("a.source", wanted.sources),
            _among("a.doc", wanted.docs),
            _in_time(wanted),
        ]
    )


def fact_conditions(wanted: FactFilter) -> Conditions:
    """Return the WHERE clause and its values for facts (table f)."""
    dates = _meets(("f.first_day", "f.last_day"), wanted.since, wanted.until, undated=wanted.undated)
    # Where dates are asked for, their index is the one to go by.
    kind = "+f.kind" if dates else "f.kind"
    kinds = f"{kind} IN ({', '.join(map(str, wanted.kinds))})", list[object]()
    return _where([kinds, dates, ("f.conflicts_with IS NOT NULL", []) if wanted.disputed else None])


def _spoken(wanted: QuoteFilter) -> Conditions | None:
    """What was spoken between dates, told from their index alone before any row is looked up."""
    found = _meets(("since", "until"), wanted.since, wanted.until, undated=wanted.undated)
    if found is None:
        return None
    condition, values = found
    return f"(r.article, r.ordinal) IN (SELECT article, ordinal FROM quote_rows WHERE {condition})", values


def _in_time(wanted: ChangeFilter) -> Conditions | None:
    columns = ("r.date_start", "r.date_end")
    found = _overlaps(columns, wanted.since, wanted.until, undated=wanted.undated)
    if found is None or not wanted.whole_articles:
        return found
    condition, values = found
    return f"r.article IN (SELECT r.article FROM change_rows r WHERE {condition})", values


def _where(parts: Iterable[Conditions | None]) -> Conditions:
    kept = [part for part in parts if part]
    sql = " AND ".join(f"({condition})" for condition, _ in kept)
    return (f"WHERE {sql}" if kept else ""), [value for _, values in kept for value in values]


def _among(column: str, values: Sequence[str]) -> Conditions | None:
    return (
        (f"{column} IN ({', '.join('?' * len(values))})", [str(value) for value in values])
        if values
        else None
    )


def _listed(column: str, values: Sequence[str] | None) -> Conditions | None:
    """One of any number of values, which SQLite takes as one; none at all where the list is empty."""
    if values is None:
        return None
    return f"{column} IN (SELECT value FROM json_each(?))", [json.dumps(values)]


def _identified(ids: Sequence[str]) -> Conditions | None:
    """One of some ids, of which a row holds the digits."""
    found = _among("r.id", ids)
    return found and (found[0], [int(name[1:], 16) for name in ids])


def _numbered(column: str, values: Sequence[str]) -> Conditions | None:
    """One of some strings, in a column that holds their numbers."""
    if not values:
        return None
    condition, strings = _among("string", values) or ("", [])
    return f"{column} IN (SELECT number FROM strings WHERE {condition})", strings


def _named(column: str, values: Sequence[str]) -> Conditions | None:
    """A mention of which a column holds one of some strings."""
    found = _numbered(f"m.{column}", values)
    return found and (f"r.mention IN (SELECT m.number FROM mentions m WHERE {found[0]})", found[1])


def _meets(
    bounds: tuple[str, str], since: date | None, until: date | None, *, undated: bool
) -> Conditions | None:
    """Whatever touches the inclusive interval, of what has both bounds or none."""
    if since is None and until is None:
        return None
    days = (until.toordinal() if until else LAST_DAY, since.toordinal() if since else 0)
    dated = f"{bounds[0]} <= ? AND {bounds[1]} >= ?"
    return (f"({dated}) OR {bounds[0]} IS NULL" if undated else dated), [*days]


def _overlaps(
    bounds: tuple[str, str], since: date | None, until: date | None, *, undated: bool
) -> Conditions | None:
    """Whatever touches the inclusive interval; an open end reaches as far as it likes."""
    if since is None and until is None:
        return None
    start, end = bounds
    parts, values = [f"({start} IS NOT NULL OR {end} IS NOT NULL)"], list[object]()
    if since is not None:
        parts.append(f"coalesce({end}, {LAST_DAY}) >= ?")
        values.append(since.toordinal())
    if until is not None:
        parts.append(f"coalesce({start}, 0) <= ?")
        values.append(until.toordinal())
    dated = " AND ".join(parts)
    return (f"({dated}) OR ({start} IS NULL AND {end} IS NULL)" if undated else dated), values
