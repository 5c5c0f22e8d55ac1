"""The rules that read one time expression, most specific first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from drawdown_cli.extract.timex.absolute import listed_day, month_year, named_date
from drawdown_cli.extract.timex.clock import clock, with_clock
from drawdown_cli.extract.timex.durations import distance, length, window
from drawdown_cli.extract.timex.hijri import hijri_cycle
from drawdown_cli.extract.timex.numeric import day_and_month, numeric_date
from drawdown_cli.extract.timex.parts import anniversary, cycle_and_year, nth, part, season, section
from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.relative import (
    deictic,
    reference,
    same_unit,
    that_moment,
    week_and_weekday,
    weekday,
)
from drawdown_cli.extract.timex.shapes import Length, Mention, Reference
from drawdown_cli.extract.timex.years import century, decade, year

Rule = Callable[[Reader, int], Mention | None]

NUMBER = "number"
"""The class of digits and number words, beside the classes of the lexicon."""

RULES: tuple[tuple[Rule, tuple[str, ...]], ...] = (
    (anniversary, ("this_day",)),
    (numeric_date, (NUMBER, "unit", "weekday")),
    (section, ("section",)),
    (season, ("season", "season_word", "this")),
    (part, ("part",)),
    (nth, (NUMBER, "unit", "weekday", "last")),
    (listed_day, (NUMBER,)),
    (named_date, (NUMBER, "unit", "weekday", "month", "hijri_month", "first_day")),
    (month_year, ("month", "hijri_month", "unit")),
    (decade, ("decade",)),
    (century, ("unit",)),
    (hijri_cycle, ("unit",)),
    (same_unit, ("unit", "same", "that")),
    (that_moment, ("that", "this")),
    (week_and_weekday, ("unit", "this")),
    (distance, ("bound", "from_that")),
    (window, (NUMBER, "unit", "bound")),
    (year, (NUMBER, "unit")),
    (cycle_and_year, ("unit", "this")),
    (reference, ("reference",)),
    (day_and_month, (NUMBER, "weekday")),
    (deictic, ("deictic", "unit")),
    (weekday, ("weekday", "unit", "this")),
    (clock, (NUMBER, "clock", "in")),
    (length, (NUMBER, "unit", "few")),
)
"""The rules, most specific first, each with the classes of word that it can begin with."""


@cache
def rules_for(classes: frozenset[str]) -> tuple[Rule, ...]:
    """Return the rules that can begin with a word of these classes, in order."""
    return tuple(rule for rule, starts in RULES if not classes.isdisjoint(starts))


def point(reader: Reader, index: int) -> Mention | None:
    """Return the first rule's reading of the words at a token, with the time of day that follows it."""
    for rule in rules_for(reader.classes(index)):
        found = rule(reader, index)
        if found is not None:
            return found if isinstance(found.time, (Length, Reference)) else with_clock(reader, found)
    return None
