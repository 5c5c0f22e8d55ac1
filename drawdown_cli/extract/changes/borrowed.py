"""Dates that a change borrows: from what announced it, from the event beside it, from history told before."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.narrative import DISTANCE_TOLD
from drawdown_cli.extract.changes.offsets import Offset, days_of
from drawdown_cli.extract.changes.owners import is_location
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.status import Standing, follows_before
from drawdown_cli.extract.changes.when import (
    DEADLINES,
    When,
    before,
    before_report,
    between,
    is_a_date,
    is_long_past,
    is_past,
    of_report,
    when_of,
)
from drawdown_cli.models import DateBasis, DateMod, Published, Status, Timex

_NEXT = 2


def without_own(
    scene: Scene, reading: Reading, state: Standing, telling: list[Dated], published: Published
) -> When:
    """Return the date of a change that has none of its own: then, when told, after or about what was told."""
    then = _then(scene, reading, published) if _says_then(scene, reading) else None
    if then:
        return when_of(Dated(-1, -1, then))
    if telling:
        due = _due_behind(scene, reading, telling[-1]) if state.status is Status.PLANNED else None
        return due or _foretold(scene, reading, telling[-1]) or when_of(telling[-1])
    told = _told_before(scene, reading, published)
    if told:
        return between(told, published)
    next_to = _right_after(scene, reading, published) if follows_before(scene, reading.mark.first) else None
    if next_to:
        return next_to
    return _as_told(scene, reading, state, published) or of_report(published)


def from_other(scene: Scene, offset: Offset, published: Published) -> When:
    """'It opened on Monday, two months before the leaving of': counted from the event beside it, or today."""
    beside = [dated for dated in scene.dated if is_a_date(dated.timex) and dated.last <= offset.first]
    origin = when_of(beside[-1]) if beside else of_report(published)
    day = origin.date_end or origin.date_start
    if day is None:
        return of_report(published)
    if not offset.length:
        return replace(before(day), text=offset.text, first=offset.first, last=offset.last)
    first, last, grain = days_of(offset.length, offset.unit, day)
    return When(first, last, DateMod.ON, grain, DateBasis.IMPLIED, offset.text, offset.first, offset.last)


def once(scene: Scene, reading: Reading, published: Published) -> When:
    """Return the time before the report, or before what the sentence tells next, as the date of what was."""
    after = (when_of(dated) for dated in scene.dated if dated.first >= reading.mark.last)
    told = next((when for when in after if when.date_start and is_past(when, published)), None)
    return before(told.date_start) if told and told.date_start else before_report(published)


def _due_behind(scene: Scene, reading: Reading, telling: Dated) -> When | None:
    """'Agreed last year to end the mission, which fights the group, by September': the term agreed on."""
    start = when_of(telling).date_start
    for dated in scene.dated:
        between = range(reading.mark.last, dated.first)
        if not between or dated.timex.mod not in (DateMod.BY, DateMod.BEFORE):
            continue
        if any(scene.is_comma(at) or scene.is_break(at) or _tells_on(scene, at) for at in between):
            return None
        when = when_of(dated)
        return when if start and when.date_end and when.date_end > start else None
    return None


def _tells_on(scene: Scene, index: int) -> bool:
    """Whether another change or report begins; one behind 'which' only tells of a noun."""
    if scene.operator(index, "report", "that"):
        return True
    return scene.mark(index, Role.TRIGGER) is not None and not scene.operator(index - 1, "which")


def _foretold(scene: Scene, reading: Reading, telling: Dated) -> When | None:
    """'Announced in 1966 that it would leave by 1968': what was to come then, though it is past now."""
    if reading.tense is not Tense.FUTURE:
        return None
    start = when_of(telling).date_start
    _, right = scene.clause(reading.mark.first)
    for dated in scene.dated:
        when = when_of(dated)
        if not reading.mark.last <= dated.first < right or not is_a_date(dated.timex):
            continue
        ahead = start is not None and when.date_end is not None and when.date_end >= start
        return when if ahead else None
    return None


def _told_before(scene: Scene, reading: Reading, published: Published) -> Timex | None:
    """'Came in 2004 with 6,700 men, then grew to 8,940': the date that what comes next came after."""
    at = reading.mark.first
    before = range(max(scene.first, at - _NEXT), at)
    if reading.tense is not Tense.PAST or not scene.says(before, "next"):
        return None
    told = [dated.timex for dated in scene.dated if dated.last <= at and is_a_date(dated.timex)]
    then = told[-1] if told else None
    return then if then and is_long_past(when_of(Dated(-1, -1, then)), published) else None


def _right_after(scene: Scene, reading: Reading, published: Published) -> When | None:
    """'They were 37,000 in 2004, before it withdrew a brigade': soon after the date told before."""
    before = [dated for dated in scene.dated if dated.last <= reading.mark.first and is_a_date(dated.timex)]
    if not before or not is_past(when_of(before[-1]), published):
        return None
    when = when_of(before[-1])
    if not is_long_past(when, published):
        return between(before[-1].timex, published)
    return replace(when, mod=DateMod.AFTER, basis=DateBasis.IMPLIED)


def _as_told(scene: Scene, reading: Reading, state: Standing, published: Published) -> When | None:
    """'... in November 1956. The force that replaced them had 6,000 men': history goes on about that time."""
    told = scene.memory.told
    governed = max(state.report, state.governor) >= 0
    if told is None or reading.tense is not Tense.PAST or reading.negated or governed or _is_elsewhere(scene):
        return None
    when = when_of(Dated(-1, -1, told))
    dated = any(is_a_date(each.timex) and each.timex.rule != DISTANCE_TOLD for each in scene.dated)
    if dated or when.mod in DEADLINES or when.mod is DateMod.SINCE or not _is_old(when, published):
        return None
    return replace(when, mod=DateMod.ABOUT, basis=DateBasis.IMPLIED)


def _is_elsewhere(scene: Scene) -> bool:
    """Whether a sentence names another country than the sentences before told of."""
    places = [mark for mark in scene.all_marks(Role.PLACE) if is_location(scene, mark)]
    countries = {str(mark.entry.feature("country")) for mark in places}
    return bool(countries) and scene.memory.country not in countries


def _is_old(when: When, published: Published) -> bool:
    """Whether a date lies years back: last year's events mix with the news."""
    today, end = published.today_start or published.start, when.date_end
    return today is not None and end is not None and today.year - end.year > 1


def _then(scene: Scene, reading: Reading, published: Published) -> Timex | None:
    """'In 2018 he ordered their return, and they were then 2,000': the past date told last."""
    before = (dated.timex for dated in reversed(scene.dated) if dated.last <= reading.mark.first)
    past = (
        timex for timex in before if is_a_date(timex) and is_past(when_of(Dated(-1, -1, timex)), published)
    )
    return next(past, None) or scene.memory.when


def _says_then(scene: Scene, reading: Reading) -> bool:
    left, right = scene.clause(reading.mark.first)
    return scene.says(range(left, right), "then")
