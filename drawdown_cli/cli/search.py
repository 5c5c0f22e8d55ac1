"""`drawdown search`: articles by words, whatever their spelling."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from drawdown_cli.cli.completing import speakers
from drawdown_cli.cli.options import (
    Copies,
    Limit,
    Settings,
    Since,
    Source,
    Undated,
    Until,
    parse_since,
    parse_until,
    with_settings,
)
from drawdown_cli.errors import QueryError, UsageError

if TYPE_CHECKING:
    from drawdown_cli.models import Hit
    from drawdown_cli.records import Record
    from drawdown_cli.search.articles import SearchOptions
    from drawdown_cli.store.index import Index

EXAMPLES = (
    'Examples:  drawdown search "مهمة استشارية"   |   drawdown search Kadhimi   |   '
    "drawdown search انسحاب -بايدن --kwic"
)
LIMIT = 10

Query = Annotated[
    str,
    typer.Argument(
        help='Words, "phrases", -not, OR, ( ), title:, source:, prefix*.',
        metavar="[QUERY]",
        show_default=False,
    ),
]
Exact = Annotated[bool, typer.Option("--exact", help="Only the spelling as typed.")]
Fuzzy = Annotated[
    int | None,
    typer.Option("--fuzzy", min=0, max=2, metavar="0..2", help="Misspellings allowed [by length of word]."),
]
Kwic = Annotated[bool, typer.Option("--kwic", help="A concordance: each match in its line.")]
Passages = Annotated[
    int, typer.Option("--passages", min=1, metavar="N", help="Passages shown of an article.")
]
Speaker = Annotated[
    str,
    typer.Option(
        "--speaker",
        metavar="NAME",
        help="Search inside this speaker's quotations.",
        autocompletion=speakers,
    ),
]
Batch = Annotated[bool, typer.Option("--batch", help='Read JSONL {"id", "query"}, write JSONL of hits.')]


@with_settings
def search(
    settings: Settings,
    query: Query = "",
    exact: Exact = False,
    fuzzy: Fuzzy = None,
    kwic: Kwic = False,
    passages: Passages = 1,
    speaker: Speaker = "",
    since: Since = None,
    until: Until = None,
    source: Source = None,
    undated: Undated = False,
    copies: Copies = False,
    limit: Limit = LIMIT,
    batch: Batch = False,
) -> None:
    """Find articles by words, names and phrases, however they are spelt."""
    from drawdown_cli.cli.opening import open_index, tell
    from drawdown_cli.cli.renewing import renew_words
    from drawdown_cli.cli.showing import end, show
    from drawdown_cli.models import ArticleFilter
    from drawdown_cli.search.articles import SearchOptions, count_undated, search_articles

    if bool(query) is batch:
        raise UsageError(
            "give a QUERY, or --batch and queries on standard input; see: drawdown search --help"
        )
    within = ArticleFilter(
        since=parse_since(since),
        until=parse_until(until),
        sources=tuple(source or ()),
        undated=undated,
        copies=copies,
    )
    options = SearchOptions(exact=exact, fuzzy=fuzzy, limit=limit, passages=passages, within=within)
    with open_index(settings) as index:
        renew_words(index, settings)
        if speaker:
            options = options._replace(speaker_ids=_speaker_ids(index, speaker, settings))
        if batch:
            raise typer.Exit(_run_batch(index, options))
        hits = search_articles(index, query, options, say=lambda message: tell(settings, message))
        if left_out := count_undated(index, query, options):
            tell(settings, f"{left_out} articles without a date were left out; to see them: --undated")
        if kwic:
            end(show("kwic", _lines(index, hits), settings, index))
        end(show("search", map(_record, hits), settings, index))


def _speaker_ids(index: Index, name: str, settings: Settings) -> tuple[str, ...]:
    """The ids under which a speaker is quoted; who was meant, or near, is told."""
    from drawdown_cli.cli.opening import tell
    from drawdown_cli.cli.quotes import known_speakers
    from drawdown_cli.cli.renewing import renew_speakers
    from drawdown_cli.speakers.matching import describe, match_speakers
    from drawdown_cli.speakers.quoting import registry_of

    renew_speakers(index, settings)
    registry = registry_of(index, known_speakers(), say=lambda message: tell(settings, message))
    matches = match_speakers(registry, name)
    meant = matches.speakers
    if matches.kind is not None:
        meant = tuple(speaker for speaker in registry.speakers if speaker.type is matches.kind)
    elif not meant:
        near = f"; near: {describe(matches.near)}" if matches.near else ""
        tell(settings, f"nobody called {name!r} is quoted{near}; see: drawdown speakers")
    return tuple(sorted({key for speaker in meant for key in speaker.keys}))


def _record(hit: Hit) -> Record:
    from drawdown_cli.records import to_record

    return to_record(hit)


def _lines(index: Index, hits: Iterable[Hit]) -> Iterator[Record]:
    from drawdown_cli.records import to_record
    from drawdown_cli.search.concordance import concordance

    return (to_record(line) for line in concordance(index, hits))


def _run_batch(index: Index, options: SearchOptions) -> int:
    """Answer each line of standard input; one that cannot be answered does not stop the rest."""
    from drawdown_cli.search.articles import search_articles
    from drawdown_cli.search.query import plain_words
    from drawdown_cli.versions import versions

    found = failed = 0
    made_by = versions(index.analysis)
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            query = str(asked["query"])
        except (ValueError, KeyError, TypeError) as error:
            reason = f"has no key {error}" if isinstance(error, KeyError) else str(error)
            print(f"drawdown: standard input: line {number}: {reason}", file=sys.stderr)
            failed += 1
            continue
        try:
            hits = search_articles(index, query, options)
        except QueryError as error:
            # Questions from elsewhere are not written in our syntax: take their words.
            print(f"drawdown: standard input: line {number}: {error.reason}; read as words", file=sys.stderr)
            hits = search_articles(index, plain_words(query), options)
        for hit in hits:
            record = {"query_id": asked.get("id"), **_record(hit), "versions": made_by}
            sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
        found += len(hits)
    if failed:
        return 2
    return 0 if found else 1
