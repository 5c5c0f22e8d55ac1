"""`drawdown index`: bring files and folders into the index."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from drawdown_cli.cli.options import Settings, with_settings
from drawdown_cli.errors import UsageError

if TYPE_CHECKING:
    from drawdown_cli.articles.reading import ReadOptions
    from drawdown_cli.indexing import Summary

EXAMPLES = (
    "Examples:  drawdown index ~/articles   |   drawdown index news.csv --column text=body   |   "
    "cat news.jsonl | drawdown index -"
)
_REASONS = 20

Paths = Annotated[list[str] | None, typer.Argument(metavar="[PATH]…", help="Files and folders; - is stdin.")]
Prune = Annotated[bool, typer.Option("--prune", help="Drop articles whose files have vanished.")]
WithExamples = Annotated[bool, typer.Option("--with-examples", help="Also index the shipped articles.")]
TrustMtime = Annotated[
    bool, typer.Option("--trust-mtime", help="Date an undated article by its file's modification time.")
]
Column = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="FIELD=NAME",
        help="Where a table holds id, text, title, source, url or published.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, metavar="N", help="Processes that share the work [one a core]."),
]


@with_settings
def index(
    settings: Settings,
    paths: Paths = None,
    prune: Prune = False,
    with_examples: WithExamples = False,
    trust_mtime: TrustMtime = False,
    column: Column = None,
    jobs: Jobs = None,
) -> None:
    """Read files and folders into the index: only what is new or changed, on all cores."""
    from drawdown_cli.articles.reading import ReadOptions
    from drawdown_cli.articles.shipped import data_folder

    wanted = list(paths or []) + ([str(data_folder())] if with_examples else [])
    if not wanted:
        raise UsageError("name files or folders to index; see: drawdown index --help")
    options = ReadOptions(columns=_columns(column or []), trust_mtime=trust_mtime)
    summary = _run(settings, wanted, prune=prune, jobs=jobs, options=options)
    _tell(summary, settings)
    raise typer.Exit(2 if summary.failed else 0)


def _run(
    settings: Settings, paths: list[str], *, prune: bool, jobs: int | None, options: ReadOptions
) -> Summary:
    from drawdown_cli.articles.streams import spooled
    from drawdown_cli.cli.opening import own_index, tell
    from drawdown_cli.cli.progress import ProgressLine
    from drawdown_cli.indexing import index_paths, index_stream
    from drawdown_cli.store.index import Index

    line = ProgressLine(quiet=settings.quiet)
    files = [path for path in paths if path != "-"]
    try:
        with Index.open(own_index(settings), write=True) as store:
            if store.aside:
                tell(
                    settings,
                    f"the index was made by an older drawdown: it is now {store.aside}, and is made anew",
                )
            summary = index_paths(files, store, prune=prune, jobs=jobs, options=options, progress=line)
            if "-" in paths:
                with spooled(sys.stdin.buffer) as stream:
                    summary += index_stream(stream, store, jobs=jobs, options=options, progress=line)
    except KeyboardInterrupt:
        line.clear()
        print(f"drawdown: {line.last.articles:,} articles are stored; run it again to go on", file=sys.stderr)
        raise
    line.clear()
    return summary


def _columns(pairs: list[str]) -> dict[str, str]:
    from drawdown_cli.articles.readers.tables import FIELDS

    columns = dict(pair.partition("=")[::2] for pair in pairs)
    for field, name in columns.items():
        if field not in FIELDS or not name:
            raise UsageError(f"--column takes FIELD=NAME, FIELD one of {', '.join(FIELDS)}; not {field!r}")
    return columns


def _tell(summary: Summary, settings: Settings) -> None:
    """Say on stderr what was done; what failed even when asked to be quiet."""
    from drawdown_cli.cli.stderr import tell

    failed = [skipped for skipped in summary.skipped if skipped.failed]
    left_out = [skipped for skipped in summary.skipped if not skipped.failed]
    for some in (failed, [] if settings.quiet else left_out):
        shown = some if settings.verbose else some[:_REASONS]
        for skipped in shown:
            tell(f"drawdown: {skipped.path}: {skipped.reason}")
        if len(shown) < len(some):
            tell(f"drawdown: and {len(some) - len(shown):,} more; see them with -v")
    if not settings.quiet:
        tell(summary_text(summary))


def summary_text(summary: Summary) -> str:
    """Return the last line of a run.

    >>> from drawdown_cli.indexing import Summary
    >>> summary_text(Summary(added=1200, unchanged=1))
    'indexed: 1,200 added, 0 changed, 1 unchanged'
    """
    parts = [f"{summary.added:,} added, {summary.changed:,} changed, {summary.unchanged:,} unchanged"]
    if summary.removed:
        parts.append(f"{summary.removed:,} removed")
    if summary.vanished:
        parts.append(f"{summary.vanished:,} of vanished files kept (--prune drops them)")
    left_out = len(summary.skipped) - summary.failed
    if left_out:
        parts.append(f"{left_out:,} left out")
    if summary.other_types:
        kinds = ", ".join(f"{count:,} {ending}" for ending, count in summary.other_types.most_common(5))
        parts.append(f"{sum(summary.other_types.values()):,} of other types ({kinds})")
    if summary.failed:
        parts.append(f"{summary.failed:,} failed")
    return "indexed: " + ", ".join(parts)
