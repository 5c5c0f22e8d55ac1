"""Dates that lie ahead only by their reading: what happened in a month without a year was last year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.status import Standing
from drawdown_cli.models import DateMod, Published, Status, Timex

_YEARLESS = frozenset({"date_without_year", "month_without_year"})
_BOUNDS = frozenset({DateMod.BY, DateMod.UNTIL, DateMod.BEFORE, DateMod.AFTER, DateMod.SINCE})


def dates_of(scene: Scene, reading: Reading, state: Standing, published: Published) -> Iterator[Dated]:
    """Yield a sentence's dates; a month without a year that a past verb has for itself is not to come."""
    today = published.today_end or published.end
    happened = _has_happened(reading, state)
    for dated in scene.dated:
        start = dated.timex.date_start
        lies_ahead = happened and today is not None and start is not None and start > today
        if lies_ahead and _is_yearless(dated.timex) and _is_its_own(scene, reading, state, dated):
            yield dated._replace(timex=_year_before(dated.timex))
        else:
            yield dated


def _has_happened(reading: Reading, state: Standing) -> bool:
    if reading.tense is Tense.PAST:
        return not reading.negated
    return reading.tense is Tense.NOUN and state.status in (Status.OCCURRED, Status.ONGOING)


def _is_yearless(timex: Timex) -> bool:
    return timex.rule in _YEARLESS and timex.mod not in _BOUNDS


def _is_its_own(scene: Scene, reading: Reading, state: Standing, dated: Dated) -> bool:
    """Whether no clause of its own stands between what has happened and the date."""
    first = min(reading.mark.first, state.governor) if state.governor >= 0 else reading.mark.first
    between = range(min(first + 1, dated.last), max(reading.mark.last, dated.first))
    return not any(
        scene.operator(index, "which", "that", "boundary", "plan", "demand")
        or scene.opens_clause(index)
        or scene.is_break(index)
        or _is_to_come(scene, index)
        for index in between
    )


def _is_to_come(scene: Scene, index: int) -> bool:
    mark = scene.mark(index, Role.TRIGGER)
    return mark is not None and mark.inflection.form in ("present", "jussive")


def _year_before(timex: Timex) -> Timex:
    start, end = timex.date_start, timex.date_end
    return timex._replace(date_start=_back(start) if start else None, date_end=_back(end) if end else None)


def _back(day: date) -> date:
    leap = (day.month, day.day) == (2, 29)
    return date(day.year - 1, day.month, 28 if leap else day.day)
