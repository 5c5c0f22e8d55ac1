"""Cite a quotation: in plain words, as BibTeX, or as CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from enum import StrEnum

from drawdown_cli.models import Article, Quote
from drawdown_cli.records import Record

Cited = tuple[Quote, Article]


class Style(StrEnum):
    """The forms in which a quotation can be cited."""

    PLAIN = "plain"
    BIBTEX = "bibtex"
    CSL = "csl"


def cite(cited: Iterable[Cited], style: Style, accessed: date) -> str:
    """Return citations of quotations, with the characters of the article where each one stands."""
    writers: dict[Style, Callable[[Quote, Article, date], str]] = {Style.PLAIN: _plain, Style.BIBTEX: _bibtex}
    if style is Style.CSL:
        records = [_csl(quote, article, accessed) for quote, article in cited]
        return json.dumps(records, ensure_ascii=False, indent=2) + "\n"
    return "".join(f"{writers[style](quote, article, accessed)}\n" for quote, article in cited)


def _plain(quote: Quote, article: Article, accessed: date) -> str:
    role = f" ({quote.role})" if quote.role else ""
    words = f"«{quote.content}»" if quote.kind == "direct" else quote.content
    parts = [
        f"{quote.speaker}{role}: {words}",
        article.source,
        article.title,
        article.published.value,
        article.url,
        f"{quote.doc}, characters {quote.start}-{quote.end}",
        f"accessed {accessed.isoformat()}",
    ]
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _bibtex(quote: Quote, article: Article, accessed: date) -> str:
    note = f"{quote.speaker}: {quote.content}"
    fields = {
        "title": article.title or quote.doc,
        "organization": article.source,
        "date": article.published.value,
        "url": article.url,
        "urldate": accessed.isoformat(),
        "pages": f"characters {quote.start}--{quote.end}",
        "note": note,
    }
    body = ",\n".join(f"  {name} = {{{_braced(value)}}}" for name, value in fields.items() if value)
    return f"@online{{{quote.id},\n{body}\n}}"


def _braced(value: str) -> str:
    return "".join(f"\\{letter}" if letter in "{}%&#_$" else letter for letter in value.replace("\\", ""))


def _csl(quote: Quote, article: Article, accessed: date) -> Record:
    record: Record = {
        "id": quote.id,
        "type": "article-newspaper",
        "title": article.title or quote.doc,
        "container-title": article.source,
        "URL": article.url,
        "locator": f"characters {quote.start}-{quote.end}",
        "note": f"{quote.speaker}: {quote.content}",
        "accessed": {"date-parts": [[accessed.year, accessed.month, accessed.day]]},
    }
    if article.published.value:
        record["issued"] = {"date-parts": [[int(part) for part in article.published.value.split("-")]]}
    return {name: value for name, value in record.items() if value}
