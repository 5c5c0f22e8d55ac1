"""Join, inside one article, the rows that tell one event in other words: the mission ends, the forces leave.

`merging` joins rows of one category and status. Here the vaguer row, without a number, joins the fuller one
although it names the force more broadly, or calls the withdrawal the end of a mission or of a base.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from drawdown_cli.models import Category, Change, DateBasis, Status, ValueRole
from drawdown_cli.nations import COMBAT, country_of_place, is_broad, is_part_of

Join = Callable[[Change, Change], Change]

_LEAVING = frozenset({Category.WITHDRAWAL, Category.MISSION})
_MOVES = frozenset({Category.WITHDRAWAL, Category.DEPLOYMENT})
_PHASED = frozenset({Category.MISSION, Category.BASE})
_END = "mission-end"
_AHEAD = frozenset({Status.PLANNED, Status.DEMANDED, Status.POSSIBLE})
_DONE, _TODAY = (Status.ONGOING, Status.OCCURRED), timedelta(days=1)
_NEWS, _DAY_LENGTH = timedelta(days=7), len("2021-12-31")
_APART = 80
"""More characters than stand between two changes of one sentence, which tells each for its own sake."""


def gathered(rows: Iterable[Change], join: Join) -> list[Change]:
    """Return one article's rows, each row that tells no event of its own joined to the one that does."""
    events: list[Change] = []
    for row in sorted(rows, key=_vagueness):
        at = next((n for n, event in enumerate(events) if _is_restated(row, event)), None)
        if at is None:
            events.append(row)
        else:
            events[at] = join(events[at], row)
    return events


def _vagueness(row: Change) -> tuple[bool, bool, bool, int, str]:
    return not _is_counted(row), _is_untimed(row), is_broad(row.force), row.start, row.id


def _is_restated(row: Change, event: Change) -> bool:
    """Whether a row says no more than an event that the article tells more fully."""
    return (
        not _is_counted(row)
        and row.value_role is not ValueRole.SHARE
        and _is_one_kind(row, event)
        and _is_one_status(row, event)
        and _is_one_force(row.force, event.force)
        and _is_one_place(row, event)
        and _is_one_time(row, event)
    )


def _is_counted(row: Change) -> bool:
    return row.value is not None or row.low is not None or row.high is not None


def _is_one_kind(row: Change, event: Change) -> bool:
    if row.category is event.category:
        # 'The forces will stay' after 'it will keep 28,500' is the same plan.
        return row.category in (*_MOVES, Category.LEVEL) or (
            row.category in _PHASED and row.rule == event.rule
        )
    if {row.category, event.category} != _LEAVING or _END not in (row.rule, event.rule):
        return False
    gap = max(row.start, event.start) - min(row.end, event.end)
    return gap > _APART and (_inside(row, event) or _inside(event, row))


def _is_one_status(row: Change, event: Change) -> bool:
    """What goes on, and on the day of the report is done, is one event."""
    if row.status is event.status:
        return True
    return (row.status, event.status) == _DONE and _is_untimed(row) and abs(_end(event) - _end(row)) <= _TODAY


def _end(row: Change) -> timedelta:
    return (row.date_end or date.max) - date.min


def _is_one_force(one: str, other: str) -> bool:
    """'The UN mission' after 'MINUSMA' is the same; two nations are not, nor all and the combat troops."""
    first, second = one.removesuffix(COMBAT), other.removesuffix(COMBAT)
    if one.endswith(COMBAT) != other.endswith(COMBAT):
        return False
    return not (first and second) or is_part_of(first, second) or is_part_of(second, first)


def _is_one_place(row: Change, event: Change) -> bool:
    if row.base and event.base and row.base != event.base:
        return False
    if row.place == event.place or not (row.place and event.place):
        return True
    countries = country_of_place(row.place), country_of_place(event.place)
    return countries[0] == countries[1] and (row.place in countries or event.place in countries)


def _is_one_time(row: Change, event: Change) -> bool:
    if _is_untimed(row):
        return row.status in _AHEAD or _is_untimed(event) or abs(_end(event) - _end(row)) <= _TODAY
    if _is_untimed(event):
        return False
    return _inside(row, event) or _inside(event, row)


def _is_untimed(row: Change) -> bool:
    """Whether a row has no date but that of the report, or of the day on which a plan was announced."""
    if row.date_basis is DateBasis.PUBLISHED:
        return True
    # 'Voted today on the renewal': a mission planned on a day that is past was decided then.
    fronted = bool(row.date_text) and row.text.startswith(row.date_text)
    announced = row.status in _AHEAD and (fronted or row.category is Category.MISSION)
    published = min((source.published for source in row.sources), default="")
    if not announced or row.date_end is None or len(published) < _DAY_LENGTH:
        return False
    return timedelta() <= date.fromisoformat(published) - row.date_end <= _NEWS


def _days(row: Change) -> tuple[object, object]:
    return row.date_start, row.date_end


def _inside(fine: Change, coarse: Change) -> bool:
    if None in (*_days(fine), *_days(coarse)):
        return _days(fine) == _days(coarse)
    return coarse.date_start <= fine.date_start and fine.date_end <= coarse.date_end  # type: ignore[operator]
