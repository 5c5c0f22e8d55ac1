"""Find time expressions and resolve them against the article's own date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from drawdown_cli.extract.timex import anchored, divisions, names  # noqa: F401 (they register resolvers)
from drawdown_cli.extract.timex.calendar import Interval
from drawdown_cli.extract.timex.mentions import find_mentions
from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.resolve import Anchor, resolve
from drawdown_cli.extract.timex.shapes import (
    Ago,
    CalendarDate,
    Century,
    Clock,
    DayOf,
    Decade,
    Deictic,
    Length,
    Mention,
    MonthOf,
    Nth,
    Part,
    Range,
    Season,
    Section,
    That,
    Time,
    Window,
)
from drawdown_cli.extract.timex.tense import continues, is_future, stands_alone
from drawdown_cli.extract.timex.values import (
    clock_grain,
    mod_of,
    reference_of,
    type_of,
    value_of,
    within_bound,
)
from drawdown_cli.models import Confidence, DateMod, Grain, Published, Timex, TimexBasis, TokenizedText

_BOUNDS = frozenset({DateMod.SINCE, DateMod.UNTIL, DateMod.BY, DateMod.BEFORE, DateMod.AFTER})


def find_timexes(tokenized: TokenizedText, published: Published) -> Iterator[Timex]:
    """Yield the time expressions of a text in order."""
    last: Interval | None = None
    told: Mention | None = None
    then: Interval | None = None
    for reader, mention in find_mentions(tokenized):
        history = then is not None and _is_history(then, published)
        within = then if told and continues(reader, told, mention, history=history) else None
        found = resolved(reader, mention, published, last, within)
        yield _timex(reader, tokenized.text, mention, found, published)
        if found is None or found.start is None or not _is_date(mention.time):
            continue
        if not _is_distance(mention.time):
            goes_on = mod_of(mention) not in _BOUNDS and (within or _is_stated(mention.time))
            told, then = (mention, found) if goes_on else (None, None)
        last = found


def resolved(
    reader: Reader,
    mention: Mention,
    published: Published,
    last: Interval | None,
    told: Interval | None = None,
) -> Interval | None:
    """Return the days that a mention names; where today is known to a month or a year, all days it may be.

    `last` is the last date named, and `told` the same where the text goes on telling of its year.
    """
    future = is_future(reader, mention, due=mod_of(mention) is DateMod.BY)
    alone = stands_alone(reader, mention)
    start, end = published.today_start, published.today_end
    if start is None or end is None or start == end:
        return resolve(mention.time, Anchor(start, False, last, future, alone, told))
    early = resolve(mention.time, Anchor(start, True, last, future, alone, told))
    late = resolve(mention.time, Anchor(end, True, last, future, alone, told))
    if early is None or late is None or early == late:
        return early if late is not None else None
    return _hull(early, late, published)


def _hull(early: Interval, late: Interval, published: Published) -> Interval:
    found = Interval(early.start, late.end, Grain.INTERVAL)
    whole = Interval(published.today_start, published.today_end, published.grain)
    finer = early.grain in (Grain.DAY, Grain.WEEK) and early.start != late.start
    return whole if finer or found[:2] == whole[:2] else found


def _timex(
    reader: Reader, text: str, mention: Mention, found: Interval | None, published: Published
) -> Timex:
    time, mod = mention.time, mod_of(mention)
    start = reader.tokens[mention.first].start
    end = reader.tokens[mention.last - 1].end
    today = Interval(published.today_start, published.today_end, published.grain)
    days = within_bound(found, mod, today) if found else Interval(None, None, Grain.NONE)
    basis = _basis(time, found)
    implied = basis is TimexBasis.IMPLIED and published.today_start is not None
    return Timex(
        start=start,
        end=end,
        text=text[start:end],
        value=value_of(time, found),
        date_start=days.start,
        date_end=days.end,
        grain=_grain(time, found),
        type=type_of(time),
        mod=mod,
        basis=basis,
        anchor=_today(published.today_start, published.today_end) if implied else "",
        rule=mention.rule,
        confidence=_confidence(time, found, basis, published),
    )


def _today(start: date | None, end: date | None) -> str:
    if start is None or end is None:
        return ""
    return start.isoformat() if start == end else f"{start.isoformat()}/{end.isoformat()}"


def _is_date(time: Time) -> bool:
    if isinstance(time, Ago) and time.base is None and time.direction > 0:
        return False  # 'ten days later' counts from something else
    return not isinstance(time, (Length, Window, Clock, Decade, Century))


def _is_history(last: Interval, published: Published) -> bool:
    """Last year's dates mix with this year's; older ones are told for themselves."""
    today = published.today_start
    return today is not None and last.start is not None and today.year - last.start.year > 1


def _is_distance(time: Time) -> bool:
    """'Two weeks later' parts no date from the one told before it."""
    return isinstance(time, (Ago, Window, That))


def _grain(time: Time, found: Interval | None) -> Grain:
    if isinstance(time, Length):
        return Grain.DURATION
    if isinstance(time, Clock):
        return clock_grain(time)
    if reference_of(time):
        return Grain.REF
    return found.grain if found else Grain.NONE


def _basis(time: Time, found: Interval | None) -> TimexBasis:
    if isinstance(time, Length):
        return TimexBasis.STATED
    if found is None:
        return TimexBasis.UNRESOLVED
    return TimexBasis.STATED if _is_stated(time) else TimexBasis.IMPLIED


def _is_stated(time: Time) -> bool:
    """Whether the words name the year themselves."""
    if isinstance(time, CalendarDate):
        return time.year is not None
    if isinstance(time, Range):
        return all(_is_stated(end) for end in (time.start, time.end) if end is not None)
    within = _within(time)
    return isinstance(time, (Decade, Century)) if within is None else _is_stated(within)


def _within(time: Time) -> Time | None:
    """The period or day that an expression is part of."""
    if isinstance(time, Clock):
        return time.day
    return time.of if isinstance(time, (Part, Section, Nth, MonthOf, DayOf, Season)) else None


def _confidence(time: Time, found: Interval | None, basis: TimexBasis, published: Published) -> Confidence:
    if found is None and basis is TimexBasis.UNRESOLVED:
        return Confidence.LOW
    if _weekday_disagrees(time, found):
        return Confidence.LOW
    if basis is TimexBasis.STATED:
        return Confidence.HIGH
    known = published.today_start is not None and published.today_start == published.today_end
    return Confidence.MEDIUM if known else Confidence.LOW


def _weekday_disagrees(time: Time, found: Interval | None) -> bool:
    day = time.day if isinstance(time, Clock) else time
    if (
        not isinstance(day, (CalendarDate, Deictic))
        or day.weekday is None
        or found is None
        or found.start is None
    ):
        return False
    return found.start == found.end and found.start.weekday() != day.weekday
