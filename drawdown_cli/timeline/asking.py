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
from drawdown_cli.timeline import ALL, admits, build_timeline, in_order, is_of_kind, on_side

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
    """Return what `build_timeline` makes of an index's changes; only what the query needs is read.

    Reports that are not merged point at what the facts that they report contradict and fulfil.
    """
    if query.merged and _are_stored(index, query):
        return [told_change(text) for text in _told(index, query)]
    return _worked_out(index, query, say)


def tell_timeline(index: Index, query: TimelineQuery = WHOLE, *, say: Say = quiet) -> Iterator[str]:
    """Yield the records of what `read_timeline` returns as JSON."""
    if query.merged and _are_stored(index, query):
        return _told(index, query)
    return map(json_of, _worked_out(index, query, say))


def asks_facts(index: Index, query: TimelineQuery) -> bool:
    """Whether what the last run made of all reports answers a query."""
    own = query.merged and query.within.sources  # of some sources other reports are merged
    return not (own or query.within.copies or index.corrects_changes())


def _are_stored(index: Index, query: TimelineQuery) -> bool:
    return asks_facts(index, query) and index.facts.are_complete()


def _worked_out(index: Index, query: TimelineQuery, say: Say) -> list[Change]:
    """The rows that are not told as they are stored."""
    if _are_stored(index, query):
        return _each(index, query)
    behind = asks_facts(index, query)
    if behind:
        say(
            "the stored timeline is behind the articles: it is worked out for this question alone, which may "
            "take time; drawdown index stores it where the index can be written"
        )
    reports = index.changes(ALL if behind and query.merged else _around(query.within))
    rows = build_timeline(reports, query.within, merge=query.merged, disputed=query.disputed)
    return rows[: query.limit]


def _each(index: Index, query: TimelineQuery) -> list[Change]:
    """Every report by itself, with what the fact contradicts and fulfils that it reports."""
    wanted = query.within
    reports = index.changes(wanted._replace(places=(), forces=()))
    rows = in_order(row for row in on_side(reports, wanted) if admits(row, wanted))
    if not query.disputed:
        return list(index.facts.linked(rows[: query.limit]))
    return [row for row in index.facts.linked(rows) if row.conflicts_with][: query.limit]


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
