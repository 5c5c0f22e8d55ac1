"""When a change takes place: the time expression that governs its trigger, else the day of the report."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.changes.borrowed import without_own
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.narrative import DISTANCE
from drawdown_cli.extract.changes.offsets import days_of
from drawdown_cli.extract.changes.readings import Reading, Tense, read
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.status import Standing
from drawdown_cli.extract.changes.weights import FAR, dates_accord, weight_of
from drawdown_cli.extract.changes.when import (
    DEADLINES,
    When,
    is_a_date,
    is_ahead,
    is_past,
    when_of,
)
from drawdown_cli.extract.changes.yearless import dates_of
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Category, DateMod, Grain, Published, Status, Timex

_STILL_REACH, _SINCE_REACH, _PUT = 6, 7, 8
_PHASES = ("begin", "complete", "light")
_WEEK = timedelta(days=7)
_YEAR = len("2024")


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
    done = _is_done(scene, reading, state)
    own: list[tuple[int, Dated]] = []
    telling: list[Dated] = []
    for dated in dates_of(scene, reading, state, published):
        if former[0] < dated.first < former[1]:
            continue  # the date of what was
        since = level and state.status is not Status.PLANNED and _has_held_since(scene, reading, dated)
        if not is_a_date(dated.timex) or since:
            continue
        suits = _suits(reading, dated.timex, published, aside=aside or _was_put(scene, reading, dated.timex))
        if done and _is_due(scene, reading, dated, published):
            continue
        if dated.first < still or not (suits or reading.tense is Tense.FUTURE):
            continue
        if _is_before_report(scene, state, dated):
            continue
        if _belongs_to_report(scene, reading, state, dated):
            telling.append(dated)
        elif suits and not _is_foregone(state, dated, reading, published):
            own.append((weight_of(scene, reading, span, dated, published), dated))
    own.sort(key=lambda pair: pair[0])
    if own and own[0][0] < FAR:
        nearest = own[0][1]
        return _coming(scene, reading, state, nearest, published) or _at_that_time(scene, reading, nearest)
    # 'Cancelled the accord signed in 2012 and demanded the withdrawal': the accord keeps its date.
    telling = [dated for dated in telling if not dates_accord(scene, dated)]
    return without_own(scene, reading, state, telling, published)


def _at_that_time(scene: Scene, reading: Reading, dated: Dated) -> When:
    """'Deserted since August 2021, when it withdrew its soldiers': in that month, not since."""
    when = when_of(dated)
    near = range(dated.last, min(reading.mark.first, dated.last + 2))
    if dated.timex.mod is not DateMod.SINCE or when.date_start is None or not scene.says(near, "when"):
        return when
    months = {Grain.MONTH: 1, Grain.YEAR: 12}.get(when.grain, 0)
    end = days_of(months, "M", when.date_start)[0] - timedelta(days=1) if months else when.date_start
    return replace(when, date_end=end, mod=DateMod.ON)


def _has_held_since(scene: Scene, reading: Reading, dated: Dated) -> bool:
    """'There are 900 since 2014', 'since the leaving of the French in 2022 there are 900': today."""
    if dated.timex.mod is DateMod.SINCE:
        return True
    if dated.first > reading.mark.first:
        return False
    for index in range(dated.first - 1, max(scene.first, dated.first - _SINCE_REACH) - 1, -1):
        if scene.is_comma(index):
            return False
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("verbal"):
            return True
    return False


def _coming(
    scene: Scene, reading: Reading, state: Standing, dated: Dated, published: Published
) -> When | None:
    """'The army completes on Sunday the withdrawal': beside a present a day of the week is the coming one."""
    phase = scene.operator(state.governor, *_PHASES) if state.governor >= 0 else None
    present = phase.inflection.form == "present" if phase else reading.tense is Tense.PRESENT
    verb = state.governor if phase else reading.mark.first
    if not present or state.status is not Status.ONGOING or not _is_weekday(scene, dated):
        return None
    if dated.first < verb or carries_li(reading.mark) or any(map(scene.is_comma, range(verb, dated.first))):
        return None
    when = when_of(dated)
    if not is_past(when, published) or when.date_start is None or when.date_end is None:
        return None
    return replace(when, date_start=when.date_start + _WEEK, date_end=when.date_end + _WEEK)


def _is_weekday(scene: Scene, dated: Dated) -> bool:
    """Whether a date is but the name of a day."""
    if dated.last - dated.first > 2:
        return False
    forms = lexicon("time").find_word(scene.tokens[dated.last - 1].norm)
    return any(form.entry.feature("class") == "weekday" for form in forms)


def _is_done(scene: Scene, reading: Reading, state: Standing) -> bool:
    """'Completed their withdrawal from Niamey and will leave Agadez by September'."""
    if reading.tense is not Tense.NOUN or state.status is not Status.OCCURRED:
        return False
    phase = scene.operator(state.governor, "complete", "light") if state.governor >= 0 else None
    return phase is not None and phase.inflection.form == "past"


def _is_due(scene: Scene, reading: Reading, dated: Dated, published: Published) -> bool:
    when, today = when_of(dated), published.today_end or published.end
    if today is None or when.date_start is None or when.date_start <= today:
        return False
    between = range(reading.mark.last, dated.first)
    verbs = (mark for index in between for mark in scene.marks.get(index, ()) if mark.role is Role.TRIGGER)
    return any(mark.proclitic.startswith(WAW) and mark.inflection.form == "present" for mark in verbs)


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


def _was_put(scene: Scene, reading: Reading, timex: Timex) -> bool:
    """'Put an end to its mission after ten years': a verb of the past, and how long it had lasted."""
    if reading.tense is not Tense.PARTICLE or timex.rule != DISTANCE or len(timex.value) > _YEAR:
        return False
    before = range(max(scene.first, reading.mark.first - _PUT), reading.mark.first)
    verbs = (scene.operator(index, "light") for index in before)
    return any(verb.inflection.form == "past" for verb in verbs if verb)


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
        if dated.first > verb and (dated.timex.mod in DEADLINES or _is_term(scene, dated)):
            continue  # 'gave them until January to withdraw'
        that = next((i for i in range(verb, trigger) if scene.operator(i, "that")), trigger)
        if dated.first < that and (
            dated.first > verb or not _is_fronted(scene, dated, verb) or verb == state.report
        ):
            return True
    return False


def _is_before_report(scene: Scene, state: Standing, dated: Dated) -> bool:
    """'... in 2014, and in statements that will anger Moscow he said': so a clause may open."""
    for index in range(dated.last + 1, state.report):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.proclitic == WAW and scene.is_comma(index - 1):
            return True
    return False


def _is_term(scene: Scene, dated: Dated) -> bool:
    """'Set the end of December as the date for the leaving of': a date right before the word for one."""
    at = dated.last + 1 if dated.last < scene.last and scene.is_comma(dated.last) else dated.last
    term = scene.operator(at, "plan") if at < scene.last else None
    return term is not None and bool(term.entry.feature("deadline"))


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
