"""Troop levels as series of points for charts: one series for each force and place."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from drawdown_cli.models import Category, Change, DateMod, Status, ValueRole
from drawdown_cli.nations import country_of_place

_LIMITS = frozenset({DateMod.BY, DateMod.BEFORE, DateMod.UNTIL})
_AHEAD = frozenset({Status.PLANNED, Status.DEMANDED, Status.POSSIBLE})
_UNTRUE = frozenset({Status.DENIED, Status.DEMANDED})


class Point(NamedTuple):
    """A number of soldiers on a day, with its bounds; `planned` where it lies ahead or is only possible."""

    day: date
    last: date
    value: float | int
    low: float | int
    high: float | int
    planned: bool
    deadline: bool
    id: str


class Series(NamedTuple):
    """The levels of one force in one country, in order of time, and the days by which more was to change."""

    force: str
    place: str
    points: tuple[Point, ...]
    deadlines: tuple[date, ...]


def level_series(rows: Iterable[Change]) -> list[Series]:
    """Return the troop levels that rows state, and the results of withdrawals and deployments, by force."""
    found: dict[tuple[str, str], list[Point]] = {}
    deadlines: dict[tuple[str, str], set[date]] = {}
    for row in rows:
        key = row.force, country_of_place(row.place) or row.place
        point = _point(row)
        if point:
            found.setdefault(key, []).append(point)
        if row.date_end and row.date_mod in _LIMITS and row.status in _AHEAD:
            deadlines.setdefault(key, set()).add(row.date_end)
    return [
        Series(
            force,
            place,
            tuple(sorted(points, key=lambda point: (point.day, point.value))),
            tuple(sorted(deadlines.get((force, place), ()))),
        )
        for (force, place), points in sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    ]


def _point(row: Change) -> Point | None:
    counted = row.category is Category.LEVEL or row.value_role is ValueRole.RESULT
    if not counted or row.unit != "troops" or row.status in _UNTRUE:
        return None
    day, last = row.date_start or row.date_end, row.date_end or row.date_start
    value = row.value if row.value is not None else _middle(row)
    if day is None or last is None or value is None:
        return None
    low = row.low if row.low is not None else value
    high = row.high if row.high is not None else value
    planned = row.status in (Status.PLANNED, Status.POSSIBLE)
    return Point(day, last, value, low, high, planned, row.date_mod.value in ("by", "before"), row.id)


def _middle(row: Change) -> float | int | None:
    if row.low is None or row.high is None:
        return row.low if row.low is not None else row.high
    return (row.low + row.high) / 2
