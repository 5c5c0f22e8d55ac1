"""The sentences around a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.models import Quote
from drawdown_cli.store.index import Index


def around(index: Index, quotes: Sequence[Quote]) -> dict[str, str]:
    """Return, by the id of each quotation, the article's sentences that it, its cue and its source touch."""
    articles = index.fetch(sorted({quote.doc for quote in quotes}))
    sentences = {doc: index.sentences(doc) for doc in articles}
    found = {}
    for quote in quotes:
        first = min(start for start in (quote.start, quote.cue_start, quote.source_start) if start >= 0)
        last = max(quote.end, quote.cue_end, quote.source_end)
        near = [s for s in sentences[quote.doc] if s.end > first and s.start < last]
        start, end = (near[0].start, near[-1].end) if near else (first, last)
        found[quote.id] = articles[quote.doc].text[start:end]
    return found
