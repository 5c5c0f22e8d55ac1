"""Link the timeline's rows: what contradicts what, and which plan an event fulfils."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from drawdown_cli.extract.changes.forces import COMBAT
from drawdown_cli.extract.changes.places import country_of_place
from drawdown_cli.models import Category, Change, Grain, Status
from drawdown_cli.timeline.merging import interval, overlap, standing

_GRACE = timedelta(days=92)
"""How long after its deadline an event may still fulfil a plan."""

_MOST_YEARS = 4
_WIDE, _ALL = "wide", "all"
"""Stand for the years of what spans more than that, and for whatever there is."""

_FINE = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH})
_AFFIRMED = frozenset({Status.OCCURRED, Status.ONGOING, Status.PLANNED})
_LEAVING = frozenset({Category.WITHDRAWAL, Category.MISSION, Category.BASE})


def linked(rows: Iterable[Change], among: Sequence[Change]) -> list[Change]:
    """Return the rows with `conflicts_with` and `fulfils` filled from all the rows that there are."""
    found: dict[tuple[object, ...], list[_Placed]] = {}
    for other in among:
        placed = _placed(other)
        for key in (*_keys(other), _ALL):
            found.setdefault((*_group(other), key), []).append(placed)
    return [_link(row, found) for row in rows]


class _Placed(NamedTuple):
    """A row with its first and last day and the documents that report it."""

    first: date
    last: date
    docs: frozenset[str]
    row: Change


def _group(row: Change) -> tuple[str, ...]:
    return row.force.removesuffix(COMBAT), country_of_place(row.place) or row.place, row.category


def _keys(row: Change) -> Iterator[int | str]:
    """Yield what a row is looked up by: its articles, and the years that it touches, with its grace.

    A plan touches the years since it was announced: any event from then on may fulfil it.
    """
    yield from sorted(_docs(row))
    start, end = interval(row)
    if row.status is Status.PLANNED and (announced := _announced(row)):
        start = min(start, date(int(announced[:4]), 1, 1))
    first = start.year - (start > date.min + _GRACE and (start - _GRACE).year < start.year)
    last = end.year + (end < date.max - _GRACE and (end + _GRACE).year > end.year)
    yield from range(first, last + 1) if last - first <= _MOST_YEARS else (_WIDE,)


def _asked(row: Change) -> tuple[int | str, ...]:
    keys = tuple(_keys(row))
    return (_ALL,) if _WIDE in keys else (*keys, _WIDE)


def _announced(row: Change) -> str:
    return min((source.published for source in row.sources if source.published), default="")


def _placed(row: Change) -> _Placed:
    return _Placed(*interval(row), _docs(row), row)


def _link(row: Change, found: dict[tuple[object, ...], list[_Placed]]) -> Change:
    near = _near(row, found)
    return row._replace(
        conflicts_with=tuple(other.id for other in near if contradict(row, other)),
        fulfils=tuple(other.id for other in near if fulfils(row, other)),
    )


def _near(row: Change, found: dict[tuple[object, ...], list[_Placed]]) -> list[Change]:
    """The rows that may speak of the same: at one time or in one article, or plans that were still open."""
    first, last = interval(row)
    docs = _docs(row)
    early = first - _GRACE if first > date.min + _GRACE else first
    event = row.status is Status.OCCURRED
    group = _group(row)
    able = {
        placed.row.id: placed
        for key in _asked(row)
        for placed in found.get((*group, key), ())
        if placed.row.id != row.id
    }
    return [
        other
        for start, end, other_docs, other in able.values()
        if (
            (start <= last and end >= first)
            or (event and other.status is Status.PLANNED and end >= early)
            or not docs.isdisjoint(other_docs)
        )
    ]


def contradict(one: Change, other: Change) -> bool:
    """Whether two rows on one force and place cannot both be true."""
    return (
        _deny(one, other)
        or _deny(other, one)
        or _differ_in_number(one, other)
        or _differ_in_scope(one, other)
    )


def fulfils(event: Change, plan: Change) -> bool:
    """Whether an event is what a plan announced."""
    if event.status is not Status.OCCURRED or plan.status is not Status.PLANNED:
        return False
    if event.category is Category.LEVEL and None in (event.value, plan.value):
        return False
    if event.category is not plan.category or (event.base and plan.base and event.base != plan.base):
        return False
    if None not in (event.value, plan.value) and event.value != plan.value:
        return False
    announced = _announced(plan)
    start, end = interval(event)
    if end == date.max or interval(plan)[1] > date.max - _GRACE:
        return False
    return announced <= end.isoformat() and start <= interval(plan)[1] + _GRACE


def _deny(denial: Change, claim: Change) -> bool:
    if denial.status is not Status.DENIED or claim.status not in _AFFIRMED:
        return False
    if denial.category is not claim.category or (denial.base and claim.base and denial.base != claim.base):
        return False
    return _same_scope(denial, claim) and (overlap(denial, claim) or bool(_docs(denial) & _docs(claim)))


def _same_scope(one: Change, other: Change) -> bool:
    return one.force.endswith(COMBAT) == other.force.endswith(COMBAT)


def _docs(row: Change) -> frozenset[str]:
    return frozenset(source.doc for source in row.sources)


def _differ_in_number(one: Change, other: Change) -> bool:
    """3,000 against 3,200 for one date: figures that no bound reconciles."""
    if one.category is not other.category or standing(one) is not standing(other) or one.unit != other.unit:
        return False
    if one.value_role is not other.value_role or one.base != other.base or not _same_scope(one, other):
        return False
    if one.value is None or other.value is None or one.value == other.value:
        return False
    return _one_time(one, other) and not _reconciled(one, other)


def _one_time(one: Change, other: Change) -> bool:
    return interval(one) == interval(other) or (
        one.grain in _FINE and other.grain in _FINE and overlap(one, other)
    )


def _reconciled(one: Change, other: Change) -> bool:
    """'More than 2,500' and 3,000 agree; 'about 2,500' and 2,600 do as well."""
    for vague, sharp in ((one, other), (other, one)):
        if vague.value is None or sharp.value is None:
            continue
        if vague.comparator == ">" and sharp.value >= vague.value:
            return True
        if vague.comparator == "<" and sharp.value <= vague.value:
            return True
        if vague.comparator == "~" and abs(sharp.value - vague.value) <= 0.05 * vague.value:
            return True
    return False


def _differ_in_scope(one: Change, other: Change) -> bool:
    """All forces against combat forces, for one category, status and date."""
    return (
        one.category is other.category
        and one.category in _LEAVING
        and one.status is other.status
        and one.status in _AFFIRMED
        and not _same_scope(one, other)
        and one.grain in _FINE
        and interval(one) == interval(other)
    )
