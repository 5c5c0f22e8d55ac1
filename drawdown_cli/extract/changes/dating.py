"""When a change takes place: the time expression that governs its trigger, else the day of the report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.offsets import Offset, days_of
from drawdown_cli.extract.changes.readings import Reading, Tense, read
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.status import Standing
from drawdown_cli.extract.changes.yearless import dates_of
from drawdown_cli.models import (
    Category,
    DateBasis,
    DateMod,
    Grain,
    Published,
    Status,
    Timex,
    TimexBasis,
    TimexType,
)

_FAR = 40
_STILL_REACH = 6
_DAY = timedelta(days=1)
_SEASON = timedelta(days=90)
"""A weight at which a time expression belongs to something else."""

_AHEAD = frozenset({DateMod.BY, DateMod.BEFORE, DateMod.UNTIL})


@dataclass(frozen=True, slots=True)
class When:
    """A change's date, the tokens (half-open) that say it (-1: none) and how it is known."""

    date_start: date | None
    date_end: date | None
    mod: DateMod
    grain: Grain
    basis: DateBasis
    text: str
    first: int
    last: int


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
    aside = counts and state.status is not Status.PLANNED
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
            own.append((_weight(scene, reading, span, dated, published), dated))
    own.sort(key=lambda pair: pair[0])
    if own and own[0][0] < _FAR:
        return when_of(own[0][1])
    if _says_then(scene, reading) and scene.memory.when:
        return when_of(Dated(-1, -1, scene.memory.when))
    if telling:
        return when_of(telling[-1])
    return of_report(published)


def from_other(scene: Scene, offset: Offset, published: Published) -> When:
    """'It opened on Monday, two months before the leaving of': counted from the event beside it, or today."""
    beside = [dated for dated in scene.dated if is_a_date(dated.timex) and dated.last <= offset.dated.first]
    origin = when_of(beside[-1]) if beside else of_report(published)
    day = origin.date_end or origin.date_start
    if day is None:
        return of_report(published)
    first, last, grain = days_of(offset, day)
    dated = offset.dated
    return When(first, last, DateMod.ON, grain, DateBasis.IMPLIED, dated.timex.text, dated.first, dated.last)


def from_earlier(scene: Scene, offset: Offset, published: Published) -> When | None:
    """'Sent them in 2013, then withdrew them two years later': counted from the past date told before."""
    beside = [dated for dated in scene.dated if is_a_date(dated.timex) and dated.last <= offset.dated.first]
    told = beside[-1] if beside else Dated(-1, -1, scene.memory.when) if scene.memory.when else None
    day = told and (told.timex.date_end or told.timex.date_start)
    if day is None:
        return None
    first, last, grain = days_of(offset, day)
    dated = offset.dated
    when = When(first, last, DateMod.ON, grain, DateBasis.IMPLIED, dated.timex.text, dated.first, dated.last)
    return None if is_ahead(when, published) else when


def _still(scene: Scene, reading: Reading) -> int:
    """'There are still': what still holds has no date of what stands before; -1 where nothing says so."""
    left, _ = scene.clause(reading.mark.first)
    near = range(reading.mark.first, max(left, reading.mark.first - _STILL_REACH) - 1, -1)
    return next((index for index in near if scene.operator(index, "still")), -1)


def _is_foregone(state: Standing, dated: Dated, reading: Reading, published: Published) -> bool:
    """'Arrived last week, and Romania promised to send': a plan has no past date that stands before it."""
    planned = state.status is Status.PLANNED and dated.first < reading.mark.first
    return planned and is_past(when_of(dated), published)


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


def _says_then(scene: Scene, reading: Reading) -> bool:
    left, right = scene.clause(reading.mark.first)
    return any(scene.operator(index, "then") for index in range(left, right))


def of_report(published: Published) -> When:
    """Return the day of the report itself, as the date of what has none of its own."""
    start, end = published.today_start or published.start, published.today_end or published.end
    return When(start, end, DateMod.ON, published.grain, DateBasis.PUBLISHED, "", -1, -1)


def before_report(published: Published) -> When:
    """Return some time before the report, as the date of what was and has none of its own."""
    today = published.today_start or published.start
    end = today - _DAY if today and today > date.min else today
    return When(None, end, DateMod.BEFORE, published.grain, DateBasis.IMPLIED, "", -1, -1)


def is_a_date(timex: Timex) -> bool:
    """Whether a time expression names a point or a bounded stretch of time."""
    if timex.type is TimexType.SET or timex.basis is TimexBasis.UNRESOLVED:
        return False
    return timex.date_start is not None or timex.date_end is not None


def when_of(dated: Dated) -> When:
    """Return a time expression as the date of a change; a deadline is its last day."""
    timex = dated.timex
    start, end = timex.date_start, timex.date_end
    if timex.mod in _AHEAD:
        start = start if start and end and _same_unit(timex) else end or start
        end = end or start
    basis = DateBasis.STATED if timex.basis is TimexBasis.STATED else DateBasis.IMPLIED
    return When(start, end, timex.mod, timex.grain, basis, timex.text, dated.first, dated.last)


def _same_unit(timex: Timex) -> bool:
    """Whether a deadline's two ends bound one named unit ('by September'), not the time up to it."""
    days = (timex.date_end - timex.date_start).days if timex.date_start and timex.date_end else 0
    longest = {Grain.DAY: 0, Grain.WEEK: 6, Grain.MONTH: 30, Grain.QUARTER: 92, Grain.SEASON: 92,
               Grain.HALF: 184, Grain.YEAR: 366}  # fmt: skip
    return days <= longest.get(timex.grain, 0)


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


def _weight(scene: Scene, reading: Reading, span: tuple[int, int], dated: Dated, published: Published) -> int:
    """Return how far a date stands from a trigger: the distance, and what comes between."""
    trigger = reading.mark.first
    first, last = span
    if first <= dated.first < last:
        return 0
    if dated.first >= last:
        between, weight = range(last, dated.first), dated.first - last
    else:
        between, weight = range(dated.last, first), first - dated.last + 3
    if dated.first > trigger and _opens_next(scene, dated):
        weight += _FAR
    if dated.timex.mod is DateMod.SINCE and any(scene.opens_clause(index) for index in between):
        weight += _FAR  # what has been since then is no date of what happened next
    due = dated.timex.mod in _AHEAD or is_ahead(when_of(dated), published)
    weight += sum(_barrier(scene, index, after=dated.first > trigger, due=due) for index in between)
    if dated.first < trigger and _opens_clause(scene, dated):
        weight = min(weight, 12 + sum(_hard(scene, index) for index in between))
    return weight + (_FAR if _goes_on(scene, reading, dated, published) else 0)


def _goes_on(scene: Scene, reading: Reading, dated: Dated, published: Published) -> bool:
    """'Was built in 1955, and 1,500 soldiers are there': what 'and' adds in the present is no history."""
    standing = reading.tense is Tense.PRESENT or bool(reading.mark.entry.feature("weak"))
    if not standing or dated.first > reading.mark.first:
        return False
    added, between = reading.mark.proclitic == WAW, range(dated.last, reading.mark.first)
    # 'There were 400 last month, but a hundred remain': today.
    parted = any(scene.is_break(at) or (reading.negated and scene.is_comma(at)) for at in between)
    return (added or parted) and is_past(when_of(dated), published)


def _opens_next(scene: Scene, dated: Dated) -> bool:
    """'And in December 2011, ...': a preposition with 'and' opens the next clause."""
    preposition = scene.mark(dated.first - 1, Role.PREPOSITION)
    return preposition is not None and preposition.proclitic == WAW


def _barrier(scene: Scene, index: int, *, after: bool, due: bool) -> int:
    if scene.is_comma(index):
        return 3
    if scene.operator(index, "against") or (after and _opens_own(scene, index)):
        return _FAR
    if scene.operator(index, "boundary"):
        return _FAR if after else 12
    if after and not due and _begins_aside(scene, index):
        return _FAR
    if scene.is_break(index):
        return 6
    return _verbal_barrier(scene, index, after=after)


def _verbal_barrier(scene: Scene, index: int, *, after: bool) -> int:
    """Another verb between a trigger and a date takes the date for itself, the more so after the trigger."""
    if scene.operator(index, "which"):
        return 10
    mark = scene.mark(index, Role.TRIGGER)
    stays = mark is not None and mark.entry.feature("frame") == "stay"
    if index > scene.first and scene.operator(index - 1, "negation") and not stays:
        return 0  # 'no later than'
    if stays and after:
        return _FAR  # 'and but 600 remained by 2015'
    named = scene.mark(index, Role.PLACE)  # Aden is spelt like 'they returned'
    if mark and not named and mark.inflection.form in ("past", "present", "jussive"):
        return 25 if after else 12
    if after and scene.operator(index, "past"):
        return 15  # 'a base that they had left in 2019'
    operator = scene.operator(index, "report", "plan", "demand", "light")
    return 12 if operator and operator.inflection.form in ("past", "present") else 0


def _opens_own(scene: Scene, index: int) -> bool:
    return scene.opens_clause(index) or _is_proviso(scene, index)


def _is_proviso(scene: Scene, index: int) -> bool:
    """'..., provided that the withdrawal ends by December': what is agreed on further has its own date."""
    if not scene.operator(index, "that") or index < scene.first + 2 or not scene.is_comma(index - 2):
        return False
    preposition = scene.mark(index - 1, Role.PREPOSITION)
    return preposition is not None and bool(preposition.entry.feature("duty"))


def _begins_aside(scene: Scene, index: int) -> bool:
    """'After the wounding of 30 in clashes on Monday', 'the accord signed in February': another's date."""
    if scene.operator(index, "which"):
        return True
    preposition = scene.mark(index, Role.PREPOSITION)
    if index + 1 < scene.last and scene.mark(index + 1, Role.PLACE, Role.AREA):
        return False  # 'around Idlib'
    dated = scene.date_at(index) or (scene.date_at(index + 1) if index + 1 < scene.last else None)
    return preposition is not None and preposition.entry.feature("side") == "adjunct" and dated is None


def _hard(scene: Scene, index: int) -> int:
    return 15 if scene.operator(index, "boundary") else 0


def _opens_clause(scene: Scene, dated: Dated) -> bool:
    """'In December 2011, the last combat troops left': what opens the sentence dates all its clauses."""
    before = range(scene.first, dated.first)
    words = [index for index in before if scene.mark(index, Role.PREPOSITION) is None]
    return len(words) <= 2


def is_ahead(when: When, published: Published) -> bool:
    """Whether a date lies after the report."""
    today = published.today_end or published.end
    start = when.date_start or when.date_end
    if start is None or today is None:
        return False
    last = when.date_end or start
    return start > today or (last > today and when.mod in (*_AHEAD, DateMod.END))


def is_past(when: When, published: Published) -> bool:
    """Whether a date lies before the report."""
    today = published.today_start or published.start
    end = when.date_end or when.date_start
    return end is not None and today is not None and end < today


def is_long_past(when: When, published: Published) -> bool:
    """Whether a date lies a season or more before the report: history, no news."""
    today, end = published.today_start or published.start, when.date_end
    return end is not None and today is not None and end < today - _SEASON
