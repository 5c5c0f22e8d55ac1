"""Ask an index for its timeline: from the facts that the last run worked out, or from all reports."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from drawdown_cli.models import Change, ChangeFilter
from drawdown_cli.nations import LOCAL
from drawdown_cli.store.index import Index
from drawdown_cli.store.searching import quiet
from drawdown_cli.timeline import ALL, admits, build_timeline, in_order

Say = Callable[[str], None]

_NEAR = 92
"""Days around a range within which its rows may be merged or linked."""


def read_timeline(
    index: Index,
    wanted: ChangeFilter = ALL,
    *,
    merge: bool = True,
    disputed: bool = False,
    say: Say = quiet,
) -> list[Change]:
    """Return what `build_timeline` makes of an index's changes; only what the filter needs is read."""
    if not merge or wanted.sources or wanted.copies or index.corrects_changes():
        return build_timeline(index.changes(_around(wanted)), wanted, merge=merge, disputed=disputed)
    if not index.facts.are_complete():
        say("the last index run was not finished: the timeline is worked out anew, which may take time")
        return build_timeline(index.changes(ALL), wanted, disputed=disputed)
    rows = index.facts.read(wanted, lambda row: admits(row, wanted), local=LOCAL in wanted.forces)
    return in_order(row for row in rows if row.conflicts_with or not disputed)


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
