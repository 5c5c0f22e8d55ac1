"""Ask an index for its timeline: from the facts that the last run worked out, or from all reports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import NamedTuple

from drawdown_cli.models import Change, ChangeFilter
from drawdown_cli.nations import LOCAL
from drawdown_cli.records import json_of
from drawdown_cli.store.facts import FactFilter
from drawdown_cli.store.index import Index
from drawdown_cli.store.searching import quiet
from drawdown_cli.store.told import told_change
from drawdown_cli.timeline import ALL, build_timeline, is_of_kind

Say = Callable[[str], None]

_NEAR = 92
"""Days around a range within which its rows may be merged or linked."""


class TimelineQuery(NamedTuple):
    """What to ask for: changes that a filter admits, reports of one `merged`, or only what is `disputed`."""

    within: ChangeFilter = ALL
    merged: bool = True
    disputed: bool = False
    limit: int | None = None


WHOLE = TimelineQuery()


def read_timeline(index: Index, query: TimelineQuery = WHOLE, *, say: Say = quiet) -> list[Change]:
    """Return what `build_timeline` makes of an index's changes; only what the query needs is read."""
    reports = _reports(index, query, say)
    if reports is None:
        return [told_change(text) for text in _told(index, query)]
    return _built(reports, query)


def tell_timeline(index: Index, query: TimelineQuery = WHOLE, *, say: Say = quiet) -> Iterator[str]:
    """Yield the records of what `read_timeline` returns as JSON."""
    reports = _reports(index, query, say)
    if reports is None:
        return _told(index, query)
    return map(json_of, _built(reports, query))


def asks_facts(index: Index, query: TimelineQuery) -> bool:
    """Whether what the last run made of all reports answers a query."""
    wanted = query.within
    return query.merged and not (wanted.sources or wanted.copies or index.corrects_changes())


def _reports(index: Index, query: TimelineQuery, say: Say) -> Iterator[Change] | None:
    """The reports to build the timeline of; None where what the last run made of them answers."""
    if not asks_facts(index, query):
        return index.changes(_around(query.within))
    if not index.facts.are_complete():
        say(
            "the stored timeline is behind the articles: it is worked out for this question alone, which may "
            "take time; drawdown index stores it where the index can be written"
        )
        return index.changes(ALL)
    return None


def _built(reports: Iterator[Change], query: TimelineQuery) -> list[Change]:
    rows = build_timeline(reports, query.within, merge=query.merged, disputed=query.disputed)
    return rows[: query.limit]


def _told(index: Index, query: TimelineQuery) -> Iterator[str]:
    wanted = query.within
    kinds = index.facts.kinds(local=LOCAL in wanted.forces)
    admitted = tuple(kind.number for kind in kinds if is_of_kind(kind, wanted))
    dates = wanted.since, wanted.until, wanted.undated
    return index.facts.read(FactFilter(admitted, *dates, query.disputed, query.limit))


def _around(wanted: ChangeFilter) -> ChangeFilter:
    """What the store may leave out: never a report that merging needs, or linking within a quarter.

    A report that names a year merges with the one that names its day: whole years are read.
    """
    since, until = wanted.since, wanted.until
    return wanted._replace(
        categories=(),
        statuses=(),
        places=(),
        forces=(),
        since=since and min(_moved(since, -_NEAR), since.replace(month=1, day=1)),
        until=until and max(_moved(until, _NEAR), until.replace(month=12, day=31)),
        whole_articles=True,
    )


def _moved(day: date, days: int) -> date:
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))
