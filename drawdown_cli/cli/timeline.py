"""`drawdown timeline`: troop-level and mission changes in order of time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from drawdown_cli.cli.completing import several
from drawdown_cli.cli.options import (
    Copies,
    Limit,
    Rejected,
    Settings,
    Since,
    Source,
    Undated,
    Until,
    one_of,
    parse_since,
    parse_until,
    with_settings,
)
from drawdown_cli.errors import UsageError

if TYPE_CHECKING:
    from drawdown_cli.corrections import CorrectedIndex
    from drawdown_cli.models import Change
    from drawdown_cli.records import Record

EXAMPLES = (
    "Examples:  drawdown timeline --place العراق --since 2020   |   drawdown timeline --plot -o levels.svg   "
    "|   drawdown timeline --format ics -o drawdown.ics"
)
_CALENDARS = ("timelinejs", "ics")

Category = Annotated[
    str | None,
    typer.Option(
        "--category",
        metavar="NAMES",
        help="level, withdrawal, deployment, mission, base.",
        autocompletion=several("level", "withdrawal", "deployment", "mission", "base"),
    ),
]
Status = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="NAMES",
        help="occurred, ongoing, planned, demanded, possible, denied.",
        autocompletion=several("occurred", "ongoing", "planned", "demanded", "possible", "denied"),
    ),
]
Place = Annotated[
    list[str] | None, typer.Option("--place", metavar="NAME", help="Country, town or base (repeatable).")
]
Force = Annotated[
    list[str] | None,
    typer.Option("--force", metavar="NAME", help="Whose forces (repeatable); local: the host country's own."),
]
NoMerge = Annotated[bool, typer.Option("--no-merge", help="Every report by itself.")]
Conflicts = Annotated[bool, typer.Option("--conflicts", help="Only what other reports contradict.")]
Plot = Annotated[bool, typer.Option("--plot", help="A chart of troop levels.")]


@with_settings
def timeline(
    settings: Settings,
    category: Category = None,
    status: Status = None,
    place: Place = None,
    force: Force = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    undated: Undated = False,
    copies: Copies = False,
    rejected: Rejected = False,
    no_merge: NoMerge = False,
    conflicts: Conflicts = False,
    plot: Plot = False,
    limit: Limit = None,
) -> None:
    """List troop-level and mission changes in order of time, each once, with its sources.

    Besides what every command writes, --format takes ics (a calendar) and timelinejs.
    """
    from drawdown_cli import models
    from drawdown_cli.cli.opening import open_index, tell
    from drawdown_cli.cli.showing import end
    from drawdown_cli.render.output import Format
    from drawdown_cli.timeline.asking import read_timeline
    from drawdown_cli.timeline.names import force_keys, place_keys

    if settings.format and settings.format not in (*Format, *_CALENDARS):
        raise UsageError(f"--format takes {', '.join((*Format, *_CALENDARS))}; not {settings.format!r}")
    wanted = models.ChangeFilter(
        categories=one_of("--category", category, models.Category),
        statuses=one_of("--status", status, models.Status),
        places=place_keys(place or ()),
        forces=force_keys(force or ()),
        since=parse_since(since),
        until=parse_until(until),
        sources=tuple(source or ()),
        undated=undated,
        copies=copies,
    )
    with open_index(settings, rejected=rejected) as index:
        say = partial(tell, settings)
        rows = read_timeline(index, wanted, merge=not no_merge, disputed=conflicts, say=say)
        if left_out := index.count_undated(wanted):
            say(f"{left_out} changes without a date were left out; to see them: --undated")
        end(_show(rows[:limit], index, settings, plot=plot))


def _show(rows: Sequence[Change], index: CorrectedIndex, settings: Settings, *, plot: bool) -> int:
    from drawdown_cli.cli.showing import output_of, show

    if settings.format in _CALENDARS:
        return _export(rows, index, settings)
    if plot and settings.output and settings.output.suffix == ".svg":
        from drawdown_cli.render.svg import write_svg
        from drawdown_cli.versions import versions

        made_by = versions(index.analysis)
        return write_svg(rows, output_of(settings), lang=settings.lang or "ar", versions=made_by)
    if plot:
        from drawdown_cli.render.plot import show_plot
        from drawdown_cli.timeline.series import level_series

        return show_plot(level_series(rows), output_of(settings))
    return show("timeline", _records(rows, index, settings), settings, index)


def _export(rows: Sequence[Change], index: CorrectedIndex, settings: Settings) -> int:
    from drawdown_cli.cli.showing import output_of
    from drawdown_cli.render.ics import write_ics
    from drawdown_cli.render.output import opened
    from drawdown_cli.render.timelinejs import write_timelinejs
    from drawdown_cli.timeline.readable import readable_records
    from drawdown_cli.versions import versions

    write = write_ics if settings.format == "ics" else write_timelinejs
    lang, made_by = settings.lang or "en", versions(index.analysis)
    with opened(output_of(Settings(**{**vars(settings), "format": "json"}))) as sink:
        records = list(_marked(readable_records(rows, index, lang), index))
        return write(records, sink, lang=lang, versions=made_by)


def _records(rows: Sequence[Change], index: CorrectedIndex, settings: Settings) -> Iterator[Record]:
    from drawdown_cli.cli.showing import output_of
    from drawdown_cli.records import to_record
    from drawdown_cli.render.output import Format

    if output_of(settings).chosen is Format.TABLE:
        from drawdown_cli.timeline.readable import readable_records

        return _marked(readable_records(rows, index, settings.lang or "en"), index)
    return _marked((to_record(row) for row in rows), index)


def _marked(records: Iterable[Record], index: CorrectedIndex) -> Iterator[Record]:
    """The records, each with what the user has corrected in it."""
    for record in records:
        yield {**record, "correction": index.correction_of(record)}
