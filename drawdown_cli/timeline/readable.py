"""The rows of a timeline as people read them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drawdown_cli.models import Change
from drawdown_cli.records import Record, to_record
from drawdown_cli.store.protocol import Store
from drawdown_cli.timeline.phrases import force_name, phrase, place_name


def readable_records(rows: Sequence[Change], index: Store, lang: str) -> Iterator[Record]:
    """Yield each row with a phrase, names in the reader's language, and the titles of its sources."""
    articles = index.fetch(sorted({source.doc for row in rows for source in row.sources}))
    for row in rows:
        record = to_record(row)
        record["phrase"] = phrase(record, lang)
        record["place"] = place_name(row.place, lang)
        record["force"] = force_name(row.force, lang)
        for source in record["sources"]:
            article = articles.get(source["doc"])
            source["title"], source["url"] = (article.title, article.url) if article else ("", "")
        yield record
