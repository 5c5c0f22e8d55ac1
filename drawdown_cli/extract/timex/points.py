"""The rules that read one time expression, most specific first."""

from __future__ import annotations

from collections.abc import Callable

from drawdown_cli.extract.timex.absolute import century, decade, month_year, named_date, year
from drawdown_cli.extract.timex.clock import clock, with_clock
from drawdown_cli.extract.timex.durations import distance, length, window
from drawdown_cli.extract.timex.hijri import hijri_cycle
from drawdown_cli.extract.timex.numeric import day_and_month, numeric_date
from drawdown_cli.extract.timex.parts import nth, part, season, section
from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.relative import cycle, deictic, reference, same_unit, weekday
from drawdown_cli.extract.timex.shapes import Length, Mention, Reference

Rule = Callable[[Reader, int], Mention | None]

RULES: tuple[Rule, ...] = (
    numeric_date,
    section,
    season,
    part,
    nth,
    named_date,
    month_year,
    decade,
    century,
    hijri_cycle,
    same_unit,
    distance,
    window,
    year,
    cycle,
    reference,
    day_and_month,
    deictic,
    weekday,
    clock,
    length,
)


def point(reader: Reader, index: int) -> Mention | None:
    """Return the first rule's reading of the words at a token, with the time of day that follows it."""
    for rule in RULES:
        found = rule(reader, index)
        if found is not None:
            return found if isinstance(found.time, (Length, Reference)) else with_clock(reader, found)
    return None
