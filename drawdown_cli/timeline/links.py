"""Link the timeline's rows: what contradicts what, and which plan an event fulfils.

Rows are compared only where they can bear on one another: `block` says whose forces where, and inside a block
each rule looks up its partners by time, so that the work grows with the rows and their links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from drawdown_cli.models import Category, Change, Grain, Status
from drawdown_cli.nations import COMBAT
from drawdown_cli.timeline.merging import block, interval, standing

_GRACE = timedelta(days=92)
"""How long after its deadline an event may still fulfil a plan."""

_LAST_DEADLINE = date.max - _GRACE
_FINE = frozenset({Grain.SECOND, Grain.MINUTE, Grain.HOUR, Grain.DAY, Grain.WEEK, Grain.MONTH})
_AFFIRMED = frozenset({Status.OCCURRED, Status.ONGOING, Status.PLANNED})
_LEAVING = frozenset({Category.WITHDRAWAL, Category.MISSION, Category.BASE})


class Placed(NamedTuple):
    """A row with its number in the timeline, the days on which rules compare it, and its articles.

    Of two rows of which nobody `wanted` either, nothing needs to be known.
    """

    number: int
    first: date
    last: date
    docs: frozenset[str]
    row: Change
    wanted: bool


Pair = tuple[Placed, Placed]
_Pointer = tuple[date, str]
"""What is pointed at: its first day, by which pointers are in order, and its id."""
Key = Callable[[Placed], object]


def linked(rows: Iterable[Change], among: Sequence[Change]) -> list[Change]:
    """Return the rows with `conflicts_with` and `fulfils` filled from all the rows that there are."""
    wanted = list(rows)
    ids = {row.id for row in wanted}
    blocks: dict[tuple[str, ...], list[Placed]] = {block(row): [] for row in wanted}
    for number, row in enumerate(among):
        if (held := blocks.get(block(row))) is not None:
            docs = frozenset(source.doc for source in row.sources)
            held.append(Placed(number, *interval(row), docs, row, row.id in ids))
    disputes: dict[str, set[_Pointer]] = {}
    plans: dict[str, set[_Pointer]] = {}
    for held in blocks.values():
        for one, other in conflicts(held):
            for at, against in ((one, other), (other, one)):
                if at.wanted:
                    disputes.setdefault(at.row.id, set()).add((against.first, against.row.id))
        for event, plan in fulfilments(held):
            if event.wanted:
                plans.setdefault(event.row.id, set()).add((interval(plan.row)[0], plan.row.id))
    return [_link(row, disputes.get(row.id, ()), plans.get(row.id, ())) for row in wanted]


def _link(row: Change, disputes: Iterable[_Pointer], plans: Iterable[_Pointer]) -> Change:
    contradicting = tuple(row_id for _, row_id in sorted(disputes))
    fulfilled = tuple(row_id for _, row_id in sorted(plans))
    if (contradicting, fulfilled) == (row.conflicts_with, row.fulfils):
        return row
    return row._replace(conflicts_with=contradicting, fulfils=fulfilled)


# --- contradictions -------------------------------------------------------------------------------------


def conflicts(held: Sequence[Placed]) -> Iterator[Pair]:
    """Yield the pairs of one block that cannot both be true."""
    yield from _denials(held)
    yield from _numbers(held)
    yield from _scopes(held)


def _denials(held: Sequence[Placed]) -> Iterator[Pair]:
    """What one denies another affirms: at one time, or in one article whenever."""
    for group in _grouped(held, lambda placed: (placed.row.category, _scope(placed.row))):
        denials = [placed for placed in group if placed.row.status is Status.DENIED]
        if not denials:
            continue
        claims = [placed for placed in group if placed.row.status in _AFFIRMED]
        for denial, claim in (*meeting(denials, claims), *_of_one_article(denials, claims)):
            if not (denial.row.base and claim.row.base and denial.row.base != claim.row.base):
                yield denial, claim


def _of_one_article(ones: Sequence[Placed], others: Sequence[Placed]) -> Iterator[Pair]:
    by_doc: dict[str, list[Placed]] = {}
    for other in others:
        for doc in other.docs:
            by_doc.setdefault(doc, []).append(other)
    return ((one, other) for one in ones for doc in one.docs for other in by_doc.get(doc, ()))


def _numbers(held: Sequence[Placed]) -> Iterator[Pair]:
    """3,000 against 3,200 for one date: figures that no bound reconciles."""
    counted = [placed for placed in held if placed.row.value is not None]
    for group in _grouped(counted, _kind_of_number):
        if len({placed.row.value for placed in group}) < 2:
            continue
        yield from filter(_differ, _at_one_time(group))


def _kind_of_number(placed: Placed) -> tuple[object, ...]:
    row = placed.row
    return row.category, standing(row), row.unit, row.value_role, row.base, _scope(row)


def _at_one_time(group: Sequence[Placed]) -> Iterator[Pair]:
    """Yield the pairs of one date; where neither is known to less than a month, those that share a day."""
    fine = [placed for placed in group if placed.row.grain in _FINE]
    yield from _meeting_itself(fine)
    for same in _grouped(group, _time):
        vague = [placed for placed in same if placed.row.grain not in _FINE]
        yield from ((one, other) for one in vague for other in same if other.number != one.number)


def _time(placed: Placed) -> tuple[object, ...]:
    """What has no date at all speaks of one time only inside its article."""
    if placed.first == date.min:
        return (*sorted(placed.docs),)
    return placed.first, placed.last


def _differ(pair: Pair) -> bool:
    one, other = pair[0].row, pair[1].row
    return one.value != other.value and not _reconciled(one, other)


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


def _scopes(held: Sequence[Placed]) -> Iterator[Pair]:
    """All forces against combat forces, for one category, status and date."""
    leaving = [
        placed
        for placed in held
        if placed.row.category in _LEAVING and placed.row.status in _AFFIRMED and placed.row.grain in _FINE
    ]
    for group in _grouped(leaving, lambda at: (at.row.category, at.row.status, at.first, at.last)):
        combat = [placed for placed in group if _scope(placed.row)]
        yield from ((one, other) for one in combat for other in group if not _scope(other.row))


def _scope(row: Change) -> bool:
    return row.force.endswith(COMBAT)


# --- plans and their fulfilment -------------------------------------------------------------------------


def fulfilments(held: Sequence[Placed]) -> Iterator[Pair]:
    """Yield each event with the plans that it fulfils: announced before it ended, due or just overdue."""
    for group in _grouped(held, lambda placed: placed.row.category):
        events = [at for at in group if at.row.status is Status.OCCURRED and at.last != date.max]
        plans = [_open(at) for at in group if at.row.status is Status.PLANNED and at.last <= _LAST_DEADLINE]
        if events and plans:
            yield from filter(_is_fulfilled, meeting(events, plans))


def _open(plan: Placed) -> Placed:
    """Return a plan over the time in which an event may fulfil it."""
    announced = min((source.published for source in plan.row.sources if source.published), default="")
    return plan._replace(first=_day(announced) or date.min, last=plan.last + _GRACE)


def _day(published: str) -> date | None:
    """Return the first day of a date of publication, which may be a year or a month only."""
    try:
        return date.fromisoformat((published + "-01-01")[:10])
    except ValueError:
        return None


def _is_fulfilled(pair: Pair) -> bool:
    event, plan = pair[0].row, pair[1].row
    if event.base and plan.base and event.base != plan.base:
        return False
    if None in (event.value, plan.value):
        return event.category is not Category.LEVEL
    return event.value == plan.value


# --- pairs that meet ------------------------------------------------------------------------------------

_MOST_MONTHS = 36


def meeting(ones: Sequence[Placed], others: Sequence[Placed]) -> Iterator[Pair]:
    """Yield the pairs whose times share a day and of which one is wanted."""
    calendar = _Calendar(others)
    asked = calendar if all(one.wanted for one in ones) else _Calendar([at for at in others if at.wanted])
    for one in ones:
        able = (calendar if one.wanted else asked).near(one)
        yield from ((one, other) for other in able if one.first <= other.last and other.first <= one.last)


class _Calendar:
    """Rows by the months that they touch."""

    def __init__(self, rows: Sequence[Placed]) -> None:
        self._rows = rows
        self._by_month: dict[int, list[Placed]] = {}
        self._wide: list[Placed] = []
        for row in rows:
            months = _months(row)
            if len(months) > _MOST_MONTHS:
                self._wide.append(row)
                continue
            for month in months:
                self._by_month.setdefault(month, []).append(row)

    def near(self, one: Placed) -> Iterable[Placed]:
        """Return the rows that share a month with one, each once; all where it spans too many."""
        months = _months(one)
        if len(months) > _MOST_MONTHS:
            return self._rows
        # A pair that shares several months is met in the first of them.
        near = ((month, row) for month in months for row in self._by_month.get(month, ()))
        return (*self._wide, *(row for month, row in near if month == max(months[0], _month(row.first))))


def _meeting_itself(group: Sequence[Placed]) -> Iterator[Pair]:
    """Yield each pair of a group whose times share a day once."""
    return (pair for pair in meeting(group, group) if pair[0].number < pair[1].number)


def _months(placed: Placed) -> range:
    return range(_month(placed.first), _month(placed.last) + 1)


def _month(day: date) -> int:
    return day.year * 12 + day.month


def _grouped(held: Iterable[Placed], key: Key) -> Iterable[list[Placed]]:
    groups: dict[object, list[Placed]] = {}
    for placed in held:
        groups.setdefault(key(placed), []).append(placed)
    return groups.values()
