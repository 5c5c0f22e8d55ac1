"""`drawdown timeline`: troop-level and mission changes in order of time."""

from __future__ import annotations

import json
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
    from drawdown_cli.cli.renewing import renew_facts
    from drawdown_cli.cli.showing import end
    from drawdown_cli.render.output import Format
    from drawdown_cli.timeline.asking import TimelineQuery, read_timeline, tell_timeline
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
        query = TimelineQuery(wanted, merged=not no_merge, disputed=conflicts, limit=limit)
        renew_facts(index, query, settings)
        if left_out := index.count_undated(wanted):
            say(f"{left_out} changes without a date were left out; to see them: --undated")
        if plot and settings.format not in _CALENDARS:
            end(_plot(read_timeline(index, query, say=say), index, settings))
        end(_show(tell_timeline(index, query, say=say), index, settings))


def _plot(rows: Sequence[Change], index: CorrectedIndex, settings: Settings) -> int:
    from drawdown_cli.cli.showing import output_of

    if settings.output and settings.output.suffix == ".svg":
        from drawdown_cli.render.svg import write_svg
        from drawdown_cli.versions import versions

        made_by = versions(index.analysis)
        return write_svg(rows, output_of(settings), lang=settings.lang or "ar", versions=made_by)
    from drawdown_cli.render.plot import show_plot
    from drawdown_cli.timeline.series import level_series

    return show_plot(level_series(rows), output_of(settings))


def _show(told: Iterable[str], index: CorrectedIndex, settings: Settings) -> int:
    from drawdown_cli.cli.showing import output_of, show, show_told
    from drawdown_cli.records import extended
    from drawdown_cli.render.export import JSON_FORMATS
    from drawdown_cli.render.output import Format
    from drawdown_cli.timeline.readable import readable_records

    if settings.format in _CALENDARS:
        return _export(map(json.loads, told), index, settings)
    chosen = output_of(settings).chosen
    if chosen in JSON_FORMATS and not index.corrects_changes():
        return show_told(extended(told, {"correction": None}), settings, index)
    records: Iterator[Record] = map(json.loads, told)
    if chosen is Format.TABLE:
        records = readable_records(records, index, settings.lang or "en")
    return show("timeline", _marked(records, index), settings, index)


def _export(records: Iterable[Record], index: CorrectedIndex, settings: Settings) -> int:
    from drawdown_cli.cli.showing import output_of
    from drawdown_cli.render.ics import write_ics
    from drawdown_cli.render.output import opened
    from drawdown_cli.render.timelinejs import write_timelinejs
    from drawdown_cli.timeline.readable import readable_records
    from drawdown_cli.versions import versions

    write = write_ics if settings.format == "ics" else write_timelinejs
    lang, made_by = settings.lang or "en", versions(index.analysis)
    with opened(output_of(Settings(**{**vars(settings), "format": "json"}))) as sink:
        rows = list(_marked(readable_records(records, index, lang), index))
        return write(rows, sink, lang=lang, versions=made_by)


def _marked(records: Iterable[Record], index: CorrectedIndex) -> Iterator[Record]:
    """The records, each with what the user has corrected in it."""
    for record in records:
        yield {**record, "correction": index.correction_of(record)}
