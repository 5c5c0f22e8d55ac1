"""Filters as SQL conditions: what a query asks for is decided inside the engine, never after a limit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from drawdown_cli.models import ChangeFilter, QuoteFilter

Conditions = tuple[str, list[object]]


def quote_conditions(wanted: QuoteFilter) -> Conditions:
    """Return the WHERE clause and its values for quotations (tables q and a)."""
    return _where(
        [
            _among("q.speaker_id", wanted.speaker_ids),
            _among("q.speaker_type", wanted.speaker_types),
            _among("q.kind", wanted.kinds),
            _among("a.source", wanted.sources),
            _among("a.doc", wanted.docs) if wanted.docs else ("0", []) if wanted.docs == () else None,
            _overlaps(("q.since", "q.until"), wanted.since, wanted.until, undated=wanted.undated),
        ]
    )


def change_conditions(wanted: ChangeFilter) -> Conditions:
    """Return the WHERE clause and its values for changes (tables c and a)."""
    return _where(
        [
            _among("c.category", wanted.categories),
            _among("c.status", wanted.statuses),
            _among("c.place", wanted.places),
            _among('c."force"', wanted.forces),
            _among("a.source", wanted.sources),
            _in_time(wanted),
        ]
    )


def _in_time(wanted: ChangeFilter) -> Conditions | None:
    columns = ("c.date_start", "c.date_end")
    found = _overlaps(columns, wanted.since, wanted.until, undated=wanted.undated)
    if found is None or not wanted.whole_articles:
        return found
    condition, values = found
    return f"c.article IN (SELECT c.article FROM changes c WHERE {condition})", values


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


def _overlaps(
    bounds: tuple[str, str], since: date | None, until: date | None, *, undated: bool
) -> Conditions | None:
    """Whatever touches the inclusive interval; an open end reaches as far as it likes."""
    if since is None and until is None:
        return None
    start, end = bounds
    parts, values = [f"({start} IS NOT NULL OR {end} IS NOT NULL)"], []
    if since is not None:
        parts.append(f"coalesce({end}, '9999') >= ?")
        values.append(since.isoformat())
    if until is not None:
        parts.append(f"coalesce({start}, '0000') <= ?")
        values.append(until.isoformat())
    dated = " AND ".join(parts)
    return (f"({dated}) OR ({start} IS NULL AND {end} IS NULL)" if undated else dated), list(values)
