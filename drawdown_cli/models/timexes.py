"""Time expressions and quantities."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.models.grades import Confidence, Grain


class TimexType(StrEnum):
    """TIMEX3's types of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexBasis(StrEnum):
    """Whether a date stands in the text or follows from the article's date."""

    STATED = "stated"
    IMPLIED = "implied"
    UNRESOLVED = "unresolved"


class DateMod(StrEnum):
    """How a date bounds what happened."""

    ON = "on"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    ABOUT = "about"
    START = "start"
    MID = "mid"
    END = "end"


class Timex(NamedTuple):
    """A time expression and the interval that it names.

    `value` is ISO or TIMEX3 ("2021-07-23", "2021-H1", "P3M", "PRESENT_REF"); `date_start` and `date_end` are
    inclusive, either may be open (None). `mod` keeps the bound or the part that the words name (by, until,
    end ...); `anchor` the ISO date from which a relative expression was counted.
    """

    start: int
    end: int
    text: str
    value: str
    date_start: date | None
    date_end: date | None
    grain: Grain
    type: TimexType
    mod: DateMod
    basis: TimexBasis
    anchor: str
    rule: str
    confidence: Confidence


class QuantityForm(StrEnum):
    """The kind of number."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    PERCENT = "percent"


class Quantity(NamedTuple):
    """An amount with its bounds and the unit that it counts.

    `low` and `high` are None where the words leave them open; `comparator` is one of = ~ > <; `unit` is the
    lexicon's key (troops, bases, percent ...), empty when the number stands alone.
    """

    start: int
    end: int
    text: str
    value: float | int | None
    low: float | int | None
    high: float | int | None
    comparator: str
    unit: str
    unit_text: str
    form: QuantityForm
    rule: str
    confidence: Confidence
