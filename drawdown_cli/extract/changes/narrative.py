"""Distances that a narrative counts from what it told: 'sent them in 2013, withdrew them a year later'."""

from __future__ import annotations

from datetime import date, timedelta

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.offsets import LENGTH_RE, days_of
from drawdown_cli.extract.changes.readings import Tense, read
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.status import follows_before, is_told_of
from drawdown_cli.extract.changes.when import DEADLINES, is_a_date, is_ahead, is_past, when_of
from drawdown_cli.models import DateMod, Grain, Published, Timex, TimexBasis, TimexType

DISTANCE, WINDOW, DISTANCE_TOLD = "distance_ahead", "window_ahead", "distance_told"
_COUNTED = frozenset({DISTANCE, WINDOW})
_HAPPENED = ("begin", "complete", "light", "past", "follow")
_SAID = ("report", "plan", "demand", "light")
_BACK, _ON, _GRANTED = 24, 7, 8
_UNITS = {Grain.YEAR: "Y", Grain.MONTH: "M", Grain.DAY: "D"}
_COARSE = frozenset({Grain.YEAR, Grain.SEASON, Grain.HALF, Grain.QUARTER})
_MONTHS = 12
_LASTED = 3
_NEWS = timedelta(days=14)


def narrated(scene: Scene, published: Published) -> list[Dated]:
    """Return a sentence's dates; the distances of what has happened count from the date told before."""
    told: list[Dated] = []
    for dated in scene.dated:
        term = _term(scene, dated, told, published)
        if term:
            told.append(dated._replace(timex=term))
            continue
        origin = _origin(scene, dated, told, published) if dated.timex.rule in _COUNTED else None
        timex = _counted_from(dated.timex, origin) if origin else None
        lies_ahead = timex is not None and is_ahead(when_of(Dated(-1, -1, timex)), published)
        if timex and not lies_ahead:
            told.append(dated._replace(timex=timex))
        elif _is_age(scene, dated, published):
            told.append(dated._replace(timex=dated.timex._replace(basis=TimexBasis.UNRESOLVED)))
        else:
            told.append(dated)
    return told


def _is_age(scene: Scene, dated: Dated, published: Published) -> bool:
    """'Put an end to its mission after ten years': so long had it lasted; nobody announces so far ahead."""
    if dated.timex.rule != DISTANCE or dated.timex.grain is not Grain.YEAR:
        return False
    today, then = published.today_end or published.end, dated.timex.date_start
    verb = _verb_of(scene, dated)
    past = verb is not None and verb.inflection.form == "past"
    return past and today is not None and then is not None and then.year - today.year >= _LASTED


def _term(scene: Scene, dated: Dated, told: list[Dated], published: Published) -> Timex | None:
    """'Gave them six months to withdraw': a length between a demand and what is demanded is a deadline."""
    length = LENGTH_RE.fullmatch(dated.timex.value) if dated.timex.type is TimexType.DURATION else None
    purpose = scene.mark(dated.last, Role.TRIGGER, Role.OPERATOR) if dated.last < scene.last else None
    if length is None or purpose is None or not carries_li(purpose):
        return None
    before = range(max(scene.first, dated.first - _GRANTED), dated.first)
    granted = [mark for index in before if (mark := scene.operator(index, "demand", "grant"))]
    beside = [each.timex for each in told if _is_told(each.timex, published)]
    # 'The accord gives them 60 days': from when, it does not say.
    if not granted or not (beside or granted[-1].inflection.form == "past"):
        return None
    origin = beside[-1].date_end if beside else published.today_end or published.end
    if origin is None:
        return None
    _, end, _ = days_of(int(length[1]), length[2], origin)
    return _dated(dated.timex, end, end, Grain.DAY)._replace(mod=DateMod.BY, type=TimexType.DATE)


def _origin(scene: Scene, dated: Dated, told: list[Dated], published: Published) -> Timex | None:
    """Return the date that a distance counts from: the last past one told, None where that is today."""
    beside = [each.timex for each in told if _is_told(each.timex, published)]
    verb = _verb_of(scene, dated)
    if verb is not None and _has_happened(scene, verb):
        before = scene.memory.when
        return beside[-1] if beside else before if before and _is_told(before, published) else None
    # 'Ordered in January that they leave within three months': counted from when it was said.
    said = beside and any(_was_said(scene, index) for index in range(scene.first, dated.first))
    return beside[-1] if said and not _is_news(beside[-1], published) else None


def _is_news(timex: Timex, published: Published) -> bool:
    """'Announced on Wednesday that they leave within a month': the report's own days, no history."""
    today, said = published.today_start or published.start, timex.date_end or timex.date_start
    return today is None or said is None or today - said < _NEWS


def _is_told(timex: Timex, published: Published) -> bool:
    plain = timex.mod not in DEADLINES and timex.mod is not DateMod.SINCE
    return plain and is_a_date(timex) and is_past(when_of(Dated(-1, -1, timex)), published)


def _verb_of(scene: Scene, dated: Dated) -> Mark | None:
    """The verb that a distance stands with: the nearest before it in its clause, else the one behind it."""
    after = range(dated.last, min(scene.last, dated.last + _ON))
    behind = next((verb for index in after if (verb := _verb_at(scene, index))), None)
    if behind and _is_fronted(scene, dated):
        return behind
    for index in range(dated.first - 1, max(scene.first, dated.first - _BACK) - 1, -1):
        if scene.is_break(index) or scene.operator(index, "that"):
            break
        verb = _verb_at(scene, index)
        if verb:
            return verb
    return behind


def _is_fronted(scene: Scene, dated: Dated) -> bool:
    """'..., and a year later left': what opens its clause goes with the verb behind it."""
    before = dated.first - 1
    opens = before < scene.first or scene.is_comma(before) or scene.operator(before, "next") is not None
    return opens or scene.tokens[dated.first].norm.startswith(WAW)


def _verb_at(scene: Scene, index: int) -> Mark | None:
    if scene.date_at(index) or scene.mark(index, Role.PREPOSITION):
        return None
    marks = (mark for mark in scene.marks.get(index, ()) if mark.role in (Role.TRIGGER, Role.OPERATOR))
    return next((mark for mark in marks if mark.inflection.form in ("past", "present", "jussive")), None)


def _has_happened(scene: Scene, verb: Mark) -> bool:
    if verb.role is Role.OPERATOR and verb.entry.feature("op") not in _HAPPENED:
        return False
    if follows_before(scene, verb.first):
        return is_told_of(scene, verb.first)
    reading = read(scene, [mark for mark in scene.marks[verb.first] if mark.entry is verb.entry])
    return reading.tense is Tense.PAST and not reading.negated


def _was_said(scene: Scene, index: int) -> bool:
    said = scene.operator(index, *_SAID)
    return said is not None and said.inflection.form == "past"


def _counted_from(timex: Timex, origin: Timex) -> Timex | None:
    first, last = origin.date_start or origin.date_end, origin.date_end or origin.date_start
    if first is None or last is None or timex.date_start is None or not timex.anchor:
        return None
    today = date.fromisoformat(timex.anchor[:10])
    if timex.rule == WINDOW:
        end = timex.date_end or timex.date_start
        return _dated(timex, first, last + (end - today), timex.grain)
    length, unit = _distance(timex, today)
    if not unit:
        return None
    start, end, grain = days_of(length, unit, last)
    if unit != "Y" and (origin.grain in _COARSE or (unit == "D" and first != last)):
        # 'In 2003 ... three months later': the year of the one leaves the month of the other open.
        start, grain = days_of(length, unit, first)[0], Grain.INTERVAL
    return _dated(timex, start, end, grain)


def _dated(timex: Timex, start: date, end: date, grain: Grain) -> Timex:
    return timex._replace(
        date_start=start, date_end=end, grain=grain, basis=TimexBasis.IMPLIED, rule=DISTANCE_TOLD
    )


def _distance(timex: Timex, today: date) -> tuple[int, str]:
    """Count a distance back from the date that it was read as: the units between it and the report."""
    day, unit = timex.date_start, _UNITS.get(timex.grain, "")
    if day is None or unit in ("", "D"):
        return ((day - today).days if day else 0), unit
    years = day.year - today.year
    return (years if unit == "Y" else years * _MONTHS + day.month - today.month), unit
