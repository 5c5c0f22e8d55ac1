"""Resolve what the words say to days, against the article's own date and the dates already named.

The resolvers of the shapes live in `names`, `anchored` and `divisions`.
"""

from __future__ import annotations

from datetime import date
from functools import singledispatch
from typing import NamedTuple

from drawdown_cli.extract.timex.calendar import Interval
from drawdown_cli.extract.timex.shapes import Time


class Anchor(NamedTuple):
    """What a relative expression counts from.

    `day` is the day that the text calls today (one end of it where it is known to a month or a year, and
    then `wide`); `last` the last date named; `future` whether the words around speak of what is to come;
    `alone` whether there are no words around; `told` the last date named where the text goes on from there.
    """

    day: date | None
    wide: bool
    last: Interval | None
    future: bool
    alone: bool = False
    told: Interval | None = None


@singledispatch
def resolve(time: Time, anchor: Anchor) -> Interval | None:
    """Return the days that an expression names, None where the anchor it needs is unknown."""
    return None
