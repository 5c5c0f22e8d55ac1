"""The rows of a timeline as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from drawdown_cli.records import Record
from drawdown_cli.store.index import Index
from drawdown_cli.timeline.phrases import force_name, phrase, place_name

_BATCH = 200


def readable_records(records: Iterable[Record], index: Index, lang: str) -> Iterator[Record]:
    """Yield each row with a phrase, names in the reader's language, and the titles of its sources."""
    rest = iter(records)
    while batch := list(islice(rest, _BATCH)):
        docs = {source["doc"] for record in batch for source in record["sources"]}
        headings = index.headings(docs)
        for record in batch:
            record["phrase"] = phrase(record, lang)
            record["place"] = place_name(record["place"], lang)
            record["force"] = force_name(record["force"], lang)
            for source in record["sources"]:
                source["title"], source["url"] = headings.get(source["doc"], ("", ""))
            yield record
