"""`drawdown report`: one HTML page with everything, to open, print and pass on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from drawdown_cli.cli.options import (
    Rejected,
    Settings,
    Since,
    Source,
    Undated,
    Until,
    parse_since,
    parse_until,
    with_settings,
)
from drawdown_cli.errors import UsageError

if TYPE_CHECKING:
    from drawdown_cli.corrections import CorrectedIndex
    from drawdown_cli.models import ChangeFilter, QuoteFilter
    from drawdown_cli.render.report import Findings
    from drawdown_cli.timeline.asking import Say

EXAMPLES = (
    "Examples:  drawdown report -o report.html   |   drawdown report -o 2021.html --since 2021 --until 2021"
)

Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="The page's heading.")]


@with_settings
def report(
    settings: Settings,
    title: Title = "القوات الأجنبية: خط زمني واقتباسات",
    since: Since = None,
    until: Until = None,
    source: Source = None,
    undated: Undated = False,
    rejected: Rejected = False,
) -> None:
    """Write one offline HTML page: timeline, chart of troop levels, quotations and the articles they cite."""
    from drawdown_cli import models
    from drawdown_cli.cli.opening import open_index, tell
    from drawdown_cli.cli.renewing import renew_facts, renew_speakers
    from drawdown_cli.cli.showing import end, output_of
    from drawdown_cli.render.output import opened
    from drawdown_cli.render.report import report_page
    from drawdown_cli.timeline.asking import TimelineQuery

    if settings.output is None:
        raise UsageError("name the file to write: drawdown report -o report.html")
    first, last, sources = parse_since(since), parse_until(until), tuple(source or ())
    changes = models.ChangeFilter(since=first, until=last, sources=sources, undated=undated)
    quotes = models.QuoteFilter(since=first, until=last, sources=sources, undated=undated)
    with open_index(settings, rejected=rejected) as index:
        renew_facts(index, TimelineQuery(changes), settings)
        renew_speakers(index, settings)
        findings = _findings(index, title, changes, quotes, partial(tell, settings))
    with opened(output_of(settings)) as sink:
        sink.write(report_page(findings) + "\n")
    tell(settings, f"{settings.output}: {len(findings.rows)} changes, {len(findings.quotes)} quotations")
    end(len(findings.rows) + len(findings.quotes))


def _findings(
    index: CorrectedIndex, title: str, changes: ChangeFilter, quotes: QuoteFilter, say: Say
) -> Findings:
    from drawdown_cli.cli.quotes import known_speakers
    from drawdown_cli.records import to_record
    from drawdown_cli.render.report import Findings
    from drawdown_cli.speakers import QuoteQuery, search_quotes
    from drawdown_cli.timeline.asking import TimelineQuery, read_timeline
    from drawdown_cli.timeline.readable import readable_records
    from drawdown_cli.timeline.series import level_series
    from drawdown_cli.versions import versions

    rows = read_timeline(index, TimelineQuery(changes), say=say)
    said = search_quotes(index, QuoteQuery(within=quotes), known_speakers(), say=say)
    docs = sorted({source.doc for row in rows for source in row.sources} | {quote.doc for quote in said})
    articles = index.fetch(docs)
    records = readable_records(map(to_record, rows), index, "ar")
    return Findings(
        title=title,
        rows=[{**row, "correction": index.correction_of(row)} for row in records],
        series=level_series(rows),
        quotes=said,
        corrections={quote.id: index.correction_of({"id": quote.id}) for quote in said},
        articles={doc: articles[doc] for doc in docs},
        sentences={doc: index.sentences(doc) for doc in docs},
        versions=versions(index.analysis),
    )
