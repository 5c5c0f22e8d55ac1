"""`drawdown quotes`: who said what, where, and how to cite it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from drawdown_cli.cli.completing import choices, several, speakers
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
    from drawdown_cli.models import Quote
    from drawdown_cli.records import Record
    from drawdown_cli.speakers.userfile import KnownSpeaker

EXAMPLES = (
    "Examples:  drawdown quotes --speaker كيربي   |   drawdown quotes --speaker McKenzie --cite bibtex   |   "
    'drawdown quotes --speaker anonymous --about "مهمة استشارية" --context'
)

_BATCH = 500

Speaker = Annotated[
    str,
    typer.Option(
        "--speaker",
        metavar="NAME",
        help="A name in Arabic or Latin letters, an office, or a kind: person, role, organisation, "
        "document, media, anonymous, collective.",
        autocompletion=speakers,
    ),
]
About = Annotated[
    str,
    typer.Option(
        "--about", metavar="QUERY", help="Only quotations with all of these words, asked as in search."
    ),
]
Kind = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="NAMES",
        help="direct, mixed, indirect (several: commas).",
        autocompletion=several("direct", "mixed", "indirect"),
    ),
]
Context = Annotated[bool, typer.Option("--context", help="Show the sentence around.")]
Cite = Annotated[
    str | None,
    typer.Option(
        "--cite",
        metavar="STYLE",
        help="plain, bibtex or csl.",
        autocompletion=choices("plain", "bibtex", "csl"),
    ),
]


@with_settings
def quotes(
    settings: Settings,
    speaker: Speaker = "",
    about: About = "",
    kind: Kind = None,
    since: Since = None,
    until: Until = None,
    source: Source = None,
    undated: Undated = False,
    copies: Copies = False,
    rejected: Rejected = False,
    context: Context = False,
    cite: Cite = None,
    limit: Limit = None,
) -> None:
    """List quotations: who said what, when, in which article."""
    from drawdown_cli import models
    from drawdown_cli.cli.opening import open_index, tell
    from drawdown_cli.cli.renewing import renew_speakers, renew_words
    from drawdown_cli.cli.showing import end
    from drawdown_cli.speakers import QuoteQuery, find_quotes

    style = _style(cite)
    within = models.QuoteFilter(
        kinds=one_of("--kind", kind, models.QuoteKind),
        since=parse_since(since),
        until=parse_until(until),
        sources=tuple(source or ()),
        undated=undated,
        copies=copies,
    )
    query = QuoteQuery(speaker=speaker, about=about, within=within)
    with open_index(settings, rejected=rejected) as index:
        renew_speakers(index, settings)
        if about:
            renew_words(index, settings)
        found = find_quotes(index, query, known_speakers(), say=lambda message: tell(settings, message))
        if left_out := index.count_undated(within):
            tell(settings, f"{left_out} quotations without a date were left out; to see them: --undated")
        if style:
            end(_cite(list(islice(found, limit)), style, index, settings))
        end(_show(islice(found, limit), index, settings, context=context))


def _show(found: Iterator[Quote], index: CorrectedIndex, settings: Settings, *, context: bool) -> int:
    from drawdown_cli.cli.showing import output_of, show, show_told
    from drawdown_cli.records import extended, json_of
    from drawdown_cli.render.export import JSON_FORMATS

    as_they_are = not context and not index.corrects_quotes()
    if as_they_are and output_of(settings).chosen in JSON_FORMATS:
        return show_told(extended(map(json_of, found), {"correction": None}), settings, index)
    return show("quotes", _records(found, index, context=context), settings, index)


def _style(cite: str | None) -> str | None:
    if cite is None:
        return None
    from drawdown_cli.speakers.citing import Style

    if cite not in set(Style):
        raise UsageError(f"--cite takes {', '.join(Style)}; not {cite!r}")
    return cite


def known_speakers() -> tuple[KnownSpeaker, ...]:
    """Return what the user's speakers.toml, beside config.toml, says."""
    from drawdown_cli.cli.config import config_file
    from drawdown_cli.speakers.userfile import read_speakers

    return read_speakers(config_file().with_name("speakers.toml"))


def _records(found: Iterator[Quote], index: CorrectedIndex, *, context: bool) -> Iterator[Record]:
    from drawdown_cli.records import to_record
    from drawdown_cli.speakers.context import around

    while some := list(islice(found, _BATCH)):
        sentences = around(index, some) if context else {}
        for quote in some:
            record = to_record(quote)
            record["correction"] = index.correction_of(record)
            if context:
                record["context"] = sentences[quote.id]
            yield record


def _cite(found: Sequence[Quote], style: str, index: CorrectedIndex, settings: Settings) -> int:
    from datetime import UTC, datetime

    from drawdown_cli.cli.showing import output_of
    from drawdown_cli.render.output import opened
    from drawdown_cli.speakers.citing import Provenance, Style, cite
    from drawdown_cli.versions import versions

    articles = index.fetch(sorted({quote.doc for quote in found}))
    corrections = {quote.id: index.correction_of({"id": quote.id}) for quote in found}
    own = {name: said["fields"] or [said["verdict"]] for name, said in corrections.items() if said}
    provenance = Provenance(datetime.now(UTC).date(), versions(index.analysis), own)
    with opened(output_of(settings)) as sink:
        cited = [(quote, articles[quote.doc]) for quote in found]
        sink.write(cite(cited, Style(style), provenance))
    return len(found)
