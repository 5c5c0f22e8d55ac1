"""Articles as read, and their dates of publication."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.models.grades import Grain


class PublishedBasis(StrEnum):
    """How an article's own date was found."""

    MANIFEST = "manifest"
    STATED = "stated"
    INFERRED = "inferred"
    FILE = "file"
    UNKNOWN = "unknown"


class Published(NamedTuple):
    """An article's own date, the anchor of its relative dates.

    `value` is ISO at the grain known (2021-07-23, 2024-09, 2024 or ""); `start` and `end` are its inclusive
    bounds. `today_start` and `today_end` bound the day that the text itself calls today, which may be the
    day before the page's stamp.
    """

    value: str
    grain: Grain
    basis: PublishedBasis
    start: date | None
    end: date | None
    today_start: date | None
    today_end: date | None


class Article(NamedTuple):
    """One article as read: its text never changes after this."""

    id: str
    doc: str
    path: str
    source: str
    url: str
    title: str
    published: Published
    text: str
