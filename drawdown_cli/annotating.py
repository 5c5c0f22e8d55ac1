"""The whole analysis of one text without an index, as records whose spans count the text as given."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from drawdown_cli.arabic.composition import compose_with_origins
from drawdown_cli.arabic.normalize import Folded
from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import find_published, published_on
from drawdown_cli.models import Article, Document, Published, PublishedBasis
from drawdown_cli.pipeline import analyze
from drawdown_cli.records import Record, to_record
from drawdown_cli.versions import analysis_version, versions

SPANS = (("start", "end"), ("cue_start", "cue_end"), ("source_start", "source_end"))


def annotate_text(name: str, text: str, published: str = "") -> Record:
    """Return sentences, timexes, quantities, quotes and changes of `text`.

    `published` is an ISO day, month or year; without it the text's own date is looked for. Raises
    ValueError when `published` is no such date.
    """
    composed = compose_with_origins(text)
    article = Article(name, name, "", "", "", "", _published(composed.text, published), composed.text)
    return annotate_article(article, composed)


def annotate_article(
    article: Article,
    composed: Folded | None = None,
    *,
    mend: Callable[[Document], Document] | None = None,
) -> Record:
    """Return the analysis of an article, once `mend` has been over it.

    With `composed`, its spans count the text that was composed.
    """
    document = mend(analyze(article)) if mend else analyze(article)
    text = article.text
    sentences = [
        {"start": s.start, "end": s.end, "text": text[s.start : s.end], "zone": s.zone.value}
        for s in document.tokenized.sentences
    ]
    found = {
        "timexes": document.timexes,
        "quantities": document.quantities,
        "quotes": document.quotes,
        "changes": document.changes,
    }
    records = {"sentences": sentences, **{name: [to_record(fact) for fact in found[name]] for name in found}}
    for facts in records.values():
        if composed:
            _place(facts, composed)
    published = article.published
    return {
        "id": article.doc,
        "published": published.value,
        "published_basis": published.basis.value,
        **records,
        "versions": versions(analysis_version()),
    }


def _published(text: str, published: str) -> Published:
    if published:
        return published_on(published, PublishedBasis.MANIFEST)
    return find_published(tokenize(text))


def _place(facts: Sequence[Record], composed: Folded) -> None:
    """Move the spans of records from the composed text to the text as it was given."""
    for fact in facts:
        for start, end in SPANS:
            if fact.get(start, -1) >= 0:
                fact[start], fact[end] = composed.source_span(fact[start], fact[end])
        _place(fact.get("sources", ()), composed)
