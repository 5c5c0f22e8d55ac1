"""When a change takes place: the time expression that governs its trigger, else the day of the report."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.extract.changes.forces import is_location
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.offsets import Offset, days_of
from drawdown_cli.extract.changes.readings import Reading, Tense, read
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.status import Standing
from drawdown_cli.extract.changes.weights import FAR, weight_of
from drawdown_cli.extract.changes.when import (
    DEADLINES,
    When,
    before,
    before_report,
    between,
    is_a_date,
    is_ahead,
    is_long_past,
    is_past,
    of_report,
    when_of,
)
from drawdown_cli.extract.changes.yearless import dates_of
from drawdown_cli.models import Category, DateBasis, DateMod, Published, Status, Timex

_STILL_REACH, _NEXT = 6, 2


def date_of(
    scene: Scene,
    reading: Reading,
    state: Standing,
    span: tuple[int, int],
    published: Published,
    *,
    level: bool,
    former: tuple[int, int],
) -> When:
    """Return when a change takes place; `span` are the tokens of its trigger and what fills it.

    A `level` holds now, since whenever: what it has held since is not its date.
    """
    counts = level and reading.tense in (Tense.NOUN, Tense.PARTICIPLE) and _is_counting(reading)
    aside = counts and state.status is not Status.PLANNED and not _is_subject(scene, reading)
    still = _still(scene, reading) if level else -1
    own: list[tuple[int, Dated]] = []
    telling: list[Dated] = []
    for dated in dates_of(scene, reading, state, published):
        if former[0] < dated.first < former[1]:
            continue  # the date of what was
        if not is_a_date(dated.timex) or (level and dated.timex.mod is DateMod.SINCE):
            continue
        suits = _suits(reading, dated.timex, published, aside=aside)
        if dated.first < still or not (suits or reading.tense is Tense.FUTURE):
            continue
        if _belongs_to_report(scene, reading, state, dated):
            telling.append(dated)
        elif suits and not _is_foregone(state, dated, reading, published):
            own.append((weight_of(scene, reading, span, dated, published), dated))
    own.sort(key=lambda pair: pair[0])
    if own and own[0][0] < FAR:
        return when_of(own[0][1])
    return _without_own(scene, reading, state, telling, published)


def _without_own(
    scene: Scene, reading: Reading, state: Standing, telling: list[Dated], published: Published
) -> When:
    """The date of a change that has none of its own: then, when it was told, after or about what was told."""
    then = _then(scene, reading, published) if _says_then(scene, reading) else None
    if then:
        return when_of(Dated(-1, -1, then))
    if telling:
        due = _due_behind(scene, reading, telling[-1]) if state.status is Status.PLANNED else None
        return due or _foretold(scene, reading, telling[-1]) or when_of(telling[-1])
    told = _told_before(scene, reading, published)
    if told:
        return between(told, published)
    return _as_told(scene, reading, state, published) or of_report(published)


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


def _as_told(scene: Scene, reading: Reading, state: Standing, published: Published) -> When | None:
    """'... in November 1956. The force that replaced them had 6,000 men': history goes on about that time."""
    told = scene.memory.told
    governed = max(state.report, state.governor) >= 0
    if told is None or reading.tense is not Tense.PAST or reading.negated or governed or _is_elsewhere(scene):
        return None
    when = when_of(Dated(-1, -1, told))
    dated = any(is_a_date(each.timex) for each in scene.dated)
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


def _told_before(scene: Scene, reading: Reading, published: Published) -> Timex | None:
    """'Came in 2004 with 6,700 men, then grew to 8,940': the date that what comes next came after."""
    at = reading.mark.first
    before = range(max(scene.first, at - _NEXT), at)
    if reading.tense is not Tense.PAST or not scene.says(before, "next"):
        return None
    told = [dated.timex for dated in scene.dated if dated.last <= at and is_a_date(dated.timex)]
    then = told[-1] if told else None
    return then if then and is_long_past(when_of(Dated(-1, -1, then)), published) else None


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


def _still(scene: Scene, reading: Reading) -> int:
    """'There are still': what still holds has no date of what stands before; -1 where nothing says so."""
    if "still" not in scene.kinds:
        return -1
    left, _ = scene.clause(reading.mark.first)
    near = range(reading.mark.first, max(left, reading.mark.first - _STILL_REACH) - 1, -1)
    return next((index for index in near if scene.operator(index, "still")), -1)


def _is_foregone(state: Standing, dated: Dated, reading: Reading, published: Published) -> bool:
    """'Arrived last week, and Romania promised to send': a plan has no past date that stands before it."""
    planned = state.status is Status.PLANNED and dated.first < reading.mark.first
    planned = planned and dated.timex.mod not in DEADLINES  # 'in May they were given until July'
    return planned and is_past(when_of(dated), published)


def _is_subject(scene: Scene, reading: Reading) -> bool:
    """'Its strength is to reach 4,800 by 2027': a number that a verb in the present, or to come, has."""
    verb = scene.mark(reading.mark.first - 1, Role.TRIGGER) if reading.mark.first > scene.first else None
    return verb is not None and verb.inflection.form == "present"


def _is_counting(reading: Reading) -> bool:
    return bool(reading.mark.entry.feature("frame") == "count")


def _suits(reading: Reading, timex: Timex, published: Published, *, aside: bool) -> bool:
    """What happened has no date ahead, what will happen none that is past: 'ended after ten years'.

    A number told aside ('the forces, whose number is 700, by January') is today's.
    """
    when = when_of(Dated(-1, -1, timex))
    if timex.mod is DateMod.UNTIL and reading.mark.entry.feature("category") == Category.DEPLOYMENT:
        return False  # 'sends 150 soldiers until the end of 2022': when they come back
    if aside or (reading.tense is Tense.PAST and not reading.negated):
        return not is_ahead(when, published)
    return reading.tense is not Tense.FUTURE or not is_past(when, published)


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


def _belongs_to_report(scene: Scene, reading: Reading, state: Standing, dated: Dated) -> bool:
    """Whether a date says when the change was announced, decided or demanded, not when it takes place."""
    trigger = reading.mark.first
    if dated.first > trigger:
        return False
    for verb in (state.report, state.governor):
        if verb < 0 or not _has_own_date(scene, verb):
            continue
        if any(scene.opens_clause(index) for index in range(dated.last, verb + 1)):
            continue
        if dated.timex.mod in DEADLINES and dated.first > verb:
            continue  # 'gave them until January to withdraw'
        that = next((i for i in range(verb, trigger) if scene.operator(i, "that")), trigger)
        if dated.first < that and (
            dated.first > verb or not _is_fronted(scene, dated, verb) or verb == state.report
        ):
            return True
    return False


def _has_own_date(scene: Scene, verb: int) -> bool:
    marks = scene.marks.get(verb, ())
    operators = [mark for mark in marks if mark.role is Role.OPERATOR]
    if not operators:
        return False
    if operators[0].entry.feature("op") in ("begin", "complete", "light"):
        return False
    entry = operators[0].entry
    tense = read(scene, [mark for mark in operators if mark.entry is entry]).tense
    return tense is Tense.PAST or operators[0].entry.feature("op") == "report"


def _is_fronted(scene: Scene, dated: Dated, verb: int) -> bool:
    return dated.first <= scene.first + 3 and dated.first < verb
