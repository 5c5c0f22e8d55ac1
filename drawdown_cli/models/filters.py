"""What a query asks for."""

from datetime import date
from typing import NamedTuple

from drawdown_cli.models.changes import Category, Status
from drawdown_cli.models.quotes import QuoteKind, SpeakerType


class ArticleFilter(NamedTuple):
    """Which articles: published within the inclusive interval, from one of the sources (empty: any).

    `copies` shows also those that are a copy of another.
    """

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False
    copies: bool = False


class QuoteFilter(NamedTuple):
    """Which quotations; an empty tuple admits all. `copies` admits what a copy of an article repeats."""

    speaker_ids: tuple[str, ...] = ()
    speaker_types: tuple[SpeakerType, ...] = ()
    kinds: tuple[QuoteKind, ...] = ()
    docs: tuple[str, ...] | None = None
    ids: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False
    copies: bool = False


class ChangeFilter(NamedTuple):
    """Which changes; an empty tuple admits all. `whole_articles` adds all changes of an article that has one
    between the dates: what merges with it may bear another date. `copies` admits what a copy repeats.
    """

    categories: tuple[Category, ...] = ()
    statuses: tuple[Status, ...] = ()
    places: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    docs: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False
    copies: bool = False
    whole_articles: bool = False
