"""How far a fact may be trusted and how finely a date is known."""

from enum import StrEnum


class Confidence(StrEnum):
    """How far a reader may trust a fact."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Grain(StrEnum):
    """The unit to which a date is known, finest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    DURATION = "duration"
    SET = "set"
    REF = "ref"
    NONE = ""
