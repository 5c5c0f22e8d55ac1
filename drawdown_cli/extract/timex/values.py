"""Write resolved time expressions as TIMEX3 values with their days, grain and basis."""

from __future__ import annotations

from datetime import date

from drawdown_cli.extract.timex.calendar import ONE_DAY, Interval, iso_value
from drawdown_cli.extract.timex.shapes import (
    Ago,
    Amount,
    Clock,
    Length,
    Mention,
    Part,
    Range,
    Reference,
    Season,
    Time,
    Window,
)
from drawdown_cli.models import DateMod, Grain, TimexType

_DURATION_UNITS = {
    Grain.DECADE: (10, "Y"),
    Grain.CENTURY: (100, "Y"),
    Grain.YEAR: (1, "Y"),
    Grain.MONTH: (1, "M"),
    Grain.WEEK: (1, "W"),
    Grain.DAY: (1, "D"),
    Grain.HOUR: (1, "H"),
    Grain.MINUTE: (1, "M"),
    Grain.SECOND: (1, "S"),
}
_CLOCK = (Grain.HOUR, Grain.MINUTE, Grain.SECOND)
_PART_MODS = {
    "start": DateMod.START,
    "early": DateMod.START,
    "mid": DateMod.MID,
    "middle": DateMod.MID,
    "late": DateMod.END,
    "end": DateMod.END,
}


def duration_value(amounts: tuple[Amount, ...]) -> str:
    """Return amounts as an ISO duration; X where the number is open.

    >>> duration_value((Amount(2, Grain.YEAR), Amount(1, Grain.MONTH)))
    'P2Y1M'
    """
    days = "".join(_amount(amount) for amount in amounts if amount.unit not in _CLOCK)
    hours = "".join(_amount(amount) for amount in amounts if amount.unit in _CLOCK)
    return f"P{days}{'T' + hours if hours else ''}"


def clock_value(clock: Clock, day: Interval | None) -> str:
    """Return a time of day, on its day where that is known."""
    time = f"{clock.hour:02}:{clock.minute or 0:02}"
    if clock.second is not None:
        time += f":{clock.second:02}"
    return f"{day.start.isoformat() if day and day.start else ''}T{time}"


def clock_grain(clock: Clock) -> Grain:
    """Return the unit to which a time of day is given."""
    if clock.second is not None:
        return Grain.SECOND
    return Grain.MINUTE if clock.minute is not None else Grain.HOUR


def season_value(season: Season, found: Interval) -> str:
    """Return a season as TIMEX3 writes it ('2011-FA')."""
    assert found.start is not None
    return f"{found.start.year}-{season.season}"


def reference_of(time: Time) -> str:
    """Return TIMEX3's reference for a stretch whose length the words leave open, else ""."""
    if isinstance(time, Reference):
        return time.value
    if isinstance(time, Window) and time.amounts[0].number is None:
        return "FUTURE_REF" if time.direction > 0 else "PAST_REF"
    if isinstance(time, Ago) and any(amount.number is None for amount in time.amounts):
        return "FUTURE_REF" if time.direction > 0 else "PAST_REF"
    return ""


def value_of(time: Time, found: Interval | None) -> str:
    """Return the TIMEX3 value of an expression, "" where it could not be resolved."""
    if isinstance(time, Length):
        return duration_value(time.amounts)
    if isinstance(time, Clock):
        return clock_value(time, found)
    if isinstance(time, Range) and isinstance(time.start, Clock) and isinstance(time.end, Clock):
        return f"{clock_value(time.start, found)}/{clock_value(time.end, found)}"
    if reference_of(time) or found is None:
        return reference_of(time)
    return season_value(time, found) if isinstance(time, Season) else iso_value(found)


def mod_of(mention: Mention) -> DateMod:
    """Return the bound before an expression, else the part of the period that it names."""
    if mention.mod is DateMod.ON and isinstance(mention.time, Part):
        return _PART_MODS[mention.time.part]
    return mention.mod


def within_bound(found: Interval, mod: DateMod, today: Interval | None) -> Interval:
    """Return the days that a bound leaves: a deadline is its last day, since and until are open.

    A date before which something is still to happen is a deadline too.
    """
    start, end, grain = found
    if start is None or end is None:
        return found
    if mod is DateMod.BEFORE:
        return _before(start, end, grain, today)
    bounds = {
        DateMod.BY: (end, end),
        DateMod.SINCE: (start, None),
        DateMod.UNTIL: (None, end),
        DateMod.AFTER: (end + ONE_DAY, None),
    }
    return Interval(*bounds.get(mod, (start, end)), grain)


def _before(start: date, end: date, grain: Grain, today: Interval | None) -> Interval:
    if today is None or today.end is None or start <= today.end:
        return Interval(None, start - ONE_DAY, grain)
    deadline = end if start == end else start - ONE_DAY
    return Interval(deadline, deadline, grain)


def type_of(time: Time) -> TimexType:
    """Return TIMEX3's type."""
    if isinstance(time, Length):
        return TimexType.DURATION
    return TimexType.TIME if isinstance(time, Clock) else TimexType.DATE


def _amount(amount: Amount) -> str:
    factor, letter = _DURATION_UNITS[amount.unit]
    if amount.number is None:
        return f"X{letter}"
    number = amount.number * factor
    return f"{int(number) if number == int(number) else round(number, 4)}{letter}"
