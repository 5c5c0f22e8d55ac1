"""Build the timeline: one row for each fact with all its sources, in order of time, with its disputes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from drawdown_cli.models import Change, ChangeFilter, Grain
from drawdown_cli.nations import COMBAT, LOCAL, country_of_place, is_local
from drawdown_cli.timeline.links import linked
from drawdown_cli.timeline.merging import merged

if TYPE_CHECKING:
    from drawdown_cli.store.facts import FactKind

ALL = ChangeFilter()

_FINENESS = {grain: number for number, grain in enumerate(Grain)}
_LAST_DAY = date.max


def build_timeline(
    changes: Iterable[Change],
    wanted: ChangeFilter = ALL,
    *,
    merge: bool = True,
    disputed: bool = False,
) -> list[Change]:
    """Return the rows of the timeline that a filter admits, in order of time.

    With `merge`, reports of one fact are one row with all its sources; `disputed` keeps only rows that
    contradict another. The host country's own forces and armed groups are left out unless the filter asks
    for the force 'local'.
    """
    raw = on_side(changes, wanted)
    rows = merged(raw) if merge else raw
    kept = linked((row for row in rows if admits(row, wanted)), rows)
    return in_order(row for row in kept if row.conflicts_with or not disputed)


def on_side(changes: Iterable[Change], wanted: ChangeFilter) -> list[Change]:
    """Return the changes of foreign forces; the host country's own where a filter asks for those."""
    local = LOCAL in wanted.forces
    return [change for change in changes if is_local(change.force, country_of_place(change.place)) is local]


def admits(row: Change, wanted: ChangeFilter) -> bool:
    """Whether a row passes the filter's categories, statuses, places, forces and dates."""
    return is_of_kind(row, wanted) and _is_in_time(row, wanted)


def is_of_kind(row: Change | FactKind, wanted: ChangeFilter) -> bool:
    """Whether a row passes the filter, whenever it is."""
    return (
        (not wanted.categories or row.category in wanted.categories)
        and (not wanted.statuses or row.status in wanted.statuses)
        and (not wanted.places or _is_in(row, wanted.places))
        and _has_force(row, wanted.forces)
    )


def is_undated(row: Change) -> bool:
    """Whether a row has no date at all, not even its article's."""
    return row.date_start is None and row.date_end is None


def in_order(rows: Iterable[Change]) -> list[Change]:
    """Return rows in order of time, finer dates first."""
    return sorted(rows, key=_order)


def _has_force(row: Change | FactKind, forces: Sequence[str]) -> bool:
    return not forces or LOCAL in forces or row.force.removesuffix(COMBAT) in forces


def _is_in(row: Change | FactKind, places: Iterable[str]) -> bool:
    return any(place in (row.place, row.base, country_of_place(row.place)) for place in places)


def _is_in_time(row: Change, wanted: ChangeFilter) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    if is_undated(row):
        return wanted.undated
    start, end = row.date_start or date.min, row.date_end or _LAST_DAY
    return (wanted.since is None or end >= wanted.since) and (wanted.until is None or start <= wanted.until)


def _order(row: Change) -> tuple[date, int, str, int, str]:
    first = row.date_start or row.date_end or _LAST_DAY
    published = min((source.published for source in row.sources), default="")
    return first, _FINENESS[row.grain], published, row.start, row.id
