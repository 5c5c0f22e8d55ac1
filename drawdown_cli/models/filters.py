"""What a query asks for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from drawdown_cli.models.changes import Category, Status
from drawdown_cli.models.quotes import QuoteKind, SpeakerType


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Which articles: published within the inclusive interval, from one of the sources (empty: any)."""

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFilter:
    """Which quotations; an empty tuple admits all."""

    speaker_ids: tuple[str, ...] = ()
    speaker_types: tuple[SpeakerType, ...] = ()
    kinds: tuple[QuoteKind, ...] = ()
    docs: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Which changes; an empty tuple admits all. `whole_articles` adds all changes of an article that has one
    between the dates: what merges with it may bear another date.
    """

    categories: tuple[Category, ...] = ()
    statuses: tuple[Status, ...] = ()
    places: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False
    whole_articles: bool = False
