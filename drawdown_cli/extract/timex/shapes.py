"""Time expressions as the words put them, before they are resolved against any date."""

from __future__ import annotations

from typing import NamedTuple

from drawdown_cli.models import DateMod, Grain


class CalendarDate(NamedTuple):
    """A year, month or day by its name; what the words leave out is None.

    `shift` is what a word such as 'past' (-1) or 'coming' (1) says of the whole; `swapped` marks a numeric
    date whose day and month could change places; `then` that it follows the last date named.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    hijri: bool = False
    swapped: bool = False
    then: bool = False


class Cycle(NamedTuple):
    """A unit counted from the anchor's own: last year (-1), this month (0), next week (1).

    The `new` year is the next one until it has begun, and then its first months.
    """

    unit: Grain
    shift: int
    new: bool = False


class Weekday(NamedTuple):
    """A day of the week, Monday 0.

    `shift` is None where no word says past or coming; `week` the week that it is of, if one is named.
    """

    weekday: int
    shift: int | None = None
    week: Time | None = None


class Deictic(NamedTuple):
    """Today, yesterday, tomorrow: days from the anchor; `weekday` where it is named beside."""

    days: int
    weekday: int | None = None


class DayOf(NamedTuple):
    """A numbered day of a month that is itself relative ('the 16th of this month')."""

    day: int
    of: Time
    weekday: int | None = None


class MonthOf(NamedTuple):
    """A named month of a year that is itself relative ('June of next year')."""

    month: int
    of: Time
    day: int | None = None


class Part(NamedTuple):
    """The start, middle or end of something."""

    part: str
    of: Time


class Section(NamedTuple):
    """The n-th of equal parts of a year or month: a quarter, a half, a third; -1 is the last."""

    number: int
    parts: int
    of: Time


class Season(NamedTuple):
    """A season of a year, or of the year that `shift` names; a `loose` one dates only what is to come."""

    season: str
    of: Time | None
    shift: int | None = None
    loose: bool = False


class Nth(NamedTuple):
    """The n-th day, weekday or week of something; -1 is the last."""

    number: int
    unit: Grain
    weekday: int | None
    of: Time


class Amount(NamedTuple):
    """A number of units; None where the words leave it open ('some months')."""

    number: float | int | None
    unit: Grain


class Ago(NamedTuple):
    """A distance from a date: three months ago (-1), in five days (1); `base` None is the anchor."""

    amounts: tuple[Amount, ...]
    direction: int
    base: Time | None = None


class Window(NamedTuple):
    """The last or the next so many units, up to or from a date; `base` None is the anchor."""

    amounts: tuple[Amount, ...]
    direction: int
    base: Time | None = None


class Length(NamedTuple):
    """How long, not when."""

    amounts: tuple[Amount, ...]


class Decade(NamedTuple):
    """Ten years from `start`; `of` None is a decade of the last century."""

    start: int


class Century(NamedTuple):
    """The century whose number is given (20: 1900 to 1999 as the press counts)."""

    number: int


class HijriCycle(NamedTuple):
    """A year of the Islamic calendar counted from the anchor's own."""

    shift: int


class Reference(NamedTuple):
    """Now, lately, soon: TIMEX3's references without a date."""

    value: str


class That(NamedTuple):
    """A unit counted from the last date of the text: the same day (0), the following year (1)."""

    unit: Grain
    shift: int


class Anniversary(NamedTuple):
    """The anchor's own day and month in another year: 'on this day in 2005'."""

    of: Time


class Range(NamedTuple):
    """From one time to another, both included; either may be open."""

    start: Time | None
    end: Time | None


class Clock(NamedTuple):
    """A time of day, on `day` where the words name one; `offset` is its zone's, in hours from UTC."""

    hour: int
    minute: int | None
    second: int | None
    day: Time | None = None
    offset: int | None = None


Time = (
    CalendarDate
    | Cycle
    | Weekday
    | Deictic
    | DayOf
    | MonthOf
    | Part
    | Section
    | Season
    | Nth
    | Ago
    | Window
    | Length
    | Decade
    | Century
    | HijriCycle
    | Reference
    | That
    | Anniversary
    | Range
    | Clock
)


class Mention(NamedTuple):
    """A time expression in the text: its tokens (half-open), what it says, which rule read it."""

    first: int
    last: int
    time: Time
    rule: str
    mod: DateMod = DateMod.ON
