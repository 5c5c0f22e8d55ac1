"""Months without a year: what happened in one that lies ahead was last year, what is planned comes next."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.status import Standing
from drawdown_cli.extract.changes.when import When, is_ahead, when_of
from drawdown_cli.models import DateMod, Published, Status, Timex

_YEARLESS = frozenset({"date_without_year", "month_without_year"})
_HALF_YEAR = timedelta(days=183)
_BOUNDS = frozenset({DateMod.BY, DateMod.UNTIL, DateMod.BEFORE, DateMod.AFTER, DateMod.SINCE})


def dates_of(scene: Scene, reading: Reading, state: Standing, published: Published) -> Iterator[Dated]:
    """Yield a sentence's dates; a month without a year that a past verb has for itself is not to come."""
    today = published.today_end or published.end
    happened = _has_happened(reading, state)
    for dated in scene.dated:
        start = dated.timex.date_start
        lies_ahead = happened and today is not None and start is not None and start > today
        if lies_ahead and _is_yearless(dated.timex) and _is_its_own(scene, reading, state, dated):
            yield dated._replace(timex=_moved(dated.timex, -1))
        elif reading.mark.first < dated.first and _is_due(scene, reading, dated, state, today):
            yield dated._replace(timex=_moved(dated.timex, 1))
        else:
            yield dated


def as_coming(timex: Timex) -> Timex:
    """Return a month or day without a year in the year after the one that it was read in; else unchanged."""
    return _moved(timex, 1) if _is_yearless(timex) else timex


def told_after(dated: Dated, when: When, published: Published) -> Dated:
    """'Left Basra in 2006 and Nasiriya in December': the first such month from the date told before on."""
    start, since = dated.timex.date_start, when.date_start
    if start is None or since is None or when.first < 0 or not _is_yearless(dated.timex):
        return dated
    years = since.year - start.year
    years += _in_year(start, years) < since
    moved = dated._replace(timex=_moved(dated.timex, years)) if years else dated
    return dated if years > 0 and is_ahead(when_of(moved), published) else moved


def _is_due(scene: Scene, reading: Reading, dated: Dated, state: Standing, today: date | None) -> bool:
    """'Is to take over on 1 January', said in December: a plan's month is never past, nor long past.

    'He said in March that they would leave in April': what was planned then may be past by now.
    """
    since = dated.timex.mod is DateMod.SINCE and dated.timex.rule in _YEARLESS  # 'from January on'
    end = dated.timex.date_start if since else dated.timex.date_end
    due = state.status is Status.PLANNED and (since or _is_yearless(dated.timex))
    if today is None or end is None or not due:
        return False
    before = (each.timex.date_end for each in scene.dated if each.first < reading.mark.first)
    then = any(day is None or day < today for day in before)
    recounted = then or scene.says(range(scene.first, reading.mark.first), "past")
    return today - end > (_HALF_YEAR if recounted else timedelta())


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


def _moved(timex: Timex, years: int) -> Timex:
    start, end = timex.date_start, timex.date_end
    return timex._replace(
        date_start=_in_year(start, years) if start else None, date_end=_in_year(end, years) if end else None
    )


def _in_year(day: date, years: int) -> date:
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))
