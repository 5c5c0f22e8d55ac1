"""Cite a quotation: in plain words, as BibTeX, or as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.models import Article, Quote
from drawdown_cli.records import Record

Cited = tuple[Quote, Article]


class Provenance(NamedTuple):
    """What a citation says of itself: when the article was looked at, by what, and what the user corrected.

    `corrected` names, by the ids of quotations, what is the user's own in them.
    """

    accessed: date
    versions: str
    corrected: Mapping[str, Sequence[str]]

    def of(self, quote: Quote) -> str:
        """Return the words for one quotation."""
        own = self.corrected.get(quote.id)
        return self.versions + (f"; corrected by hand: {', '.join(own)}" if own else "")


class Style(StrEnum):
    """The forms in which a quotation can be cited."""

    PLAIN = "plain"
    BIBTEX = "bibtex"
    CSL = "csl"


def cite(cited: Iterable[Cited], style: Style, provenance: Provenance) -> str:
    """Return citations of quotations, with the characters of the article where each one stands."""
    if style is Style.CSL:
        records = [_csl(quote, article, provenance) for quote, article in cited]
        return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    write: Callable[[Quote, Article, Provenance], str] = _bibtex if style is Style.BIBTEX else _plain
    return "".join(f"{write(quote, article, provenance)}\n" for quote, article in cited)


def _plain(quote: Quote, article: Article, provenance: Provenance) -> str:
    role = f" ({quote.role})" if quote.role else ""
    words = f"«{quote.content}»" if quote.kind == "direct" else quote.content
    parts = [
        f"{quote.speaker}{role}: {words}",
        article.source,
        article.title,
        article.published.value,
        article.url,
        f"{quote.doc}, characters {quote.start}-{quote.end}",
        f"accessed {provenance.accessed.isoformat()}",
        provenance.of(quote),
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _bibtex(quote: Quote, article: Article, provenance: Provenance) -> str:
    note = f"{quote.speaker}: {quote.content}"
    fields = {
        "title": article.title or quote.doc,
        "organization": article.source,
        "date": article.published.value,
        "url": article.url,
        "urldate": provenance.accessed.isoformat(),
        "pages": f"characters {quote.start}--{quote.end}",
        "note": note,
        "addendum": provenance.of(quote),
    }
    body = ",\n".join(f"  {name} = {{{_braced(value)}}}" for name, value in fields.items() if value)
    return f"@online{{{quote.id},\n{body}\n}}"


def _braced(value: str) -> str:
    return "".join(f"\\{letter}" if letter in "{}%&#_$" else letter for letter in value.replace("\\", ""))


def _csl(quote: Quote, article: Article, provenance: Provenance) -> Record:
    accessed = provenance.accessed
    record: Record = {
        "id": quote.id,
        "type": "article-newspaper",
        "title": article.title or quote.doc,
        "container-title": article.source,
        "URL": article.url,
        "locator": f"characters {quote.start}-{quote.end}",
        "note": f"{quote.speaker}: {quote.content}",
        "custom": {"found-by": provenance.of(quote)},
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]},
    }
    if article.published.value:
        record["issued"] = {"date-parts": [[int(part) for part in article.published.value.split("-")]]}
    return {name: value for name, value in record.items() if value}
