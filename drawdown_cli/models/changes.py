"""Changes of troop level and mission."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.models.grades import Confidence, Grain
from drawdown_cli.models.timexes import DateMod


class DateBasis(StrEnum):
    """Whether a fact's date is stated, implied by a relative expression, the article's, or the user's."""

    STATED = "stated"
    IMPLIED = "implied"
    PUBLISHED = "published"
    CORRECTED = "corrected"


class Category(StrEnum):
    """The kinds of change that the timeline lists."""

    LEVEL = "level"
    WITHDRAWAL = "withdrawal"
    DEPLOYMENT = "deployment"
    MISSION = "mission"
    BASE = "base"


class Status(StrEnum):
    """TimeML's tense, modality and polarity in one closed set."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DEMANDED = "demanded"
    POSSIBLE = "possible"
    DENIED = "denied"


class ValueRole(StrEnum):
    """What a change's value counts: the amount that results, the amount moved, or a share."""

    RESULT = "result"
    MOVED = "moved"
    SHARE = "share"
    NONE = ""


class ChangeSource(NamedTuple):
    """One report of a change."""

    doc: str
    start: int
    end: int
    text: str
    published: str


class Change(NamedTuple):
    """A change of troop level or mission, dated, with its status and its sources."""

    id: str
    category: Category
    status: Status
    date_start: date | None
    date_end: date | None
    date_mod: DateMod
    grain: Grain
    date_basis: DateBasis
    date_text: str
    value: float | int | None
    value_role: ValueRole
    low: float | int | None
    high: float | int | None
    comparator: str
    unit: str
    from_value: float | int | None
    to_value: float | int | None
    force: str
    place: str
    base: str
    mission_from: str
    mission_to: str
    text: str
    doc: str
    start: int
    end: int
    attributed_to: str
    sources: tuple[ChangeSource, ...]
    conflicts_with: tuple[str, ...]
    fulfils: tuple[str, ...]
    rule: str
    confidence: Confidence
