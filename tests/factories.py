"""Small makers of test values: each test says only what it is about."""

from __future__ import annotations

from datetime import date

from drawdown_cli.models import Article, Grain, Published, PublishedBasis


def published_on_day(day: date | None) -> Published:
    if day is None:
        return Published("", Grain.NONE, PublishedBasis.UNKNOWN, None, None, None, None)
    return Published(day.isoformat(), Grain.DAY, PublishedBasis.MANIFEST, day, day, day, day)


def an_article(
    text: str = "وصل الوفد.", *, doc: str = "a", day: date | None = date(2021, 9, 9), **known: str
) -> Article:
    return Article(
        id=known.get("id", f"id-{doc}"),
        doc=doc,
        path=known.get("path", f"{doc}.txt"),
        source=known.get("source", ""),
        url=known.get("url", ""),
        title=known.get("title", ""),
        published=published_on_day(day),
        text=text,
    )
