"""An analysed article as the rows that the index stores: made by any process, written by one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from drawdown_cli.arabic.minhash import band_keys
from drawdown_cli.isodates import bounds
from drawdown_cli.models import (
    Article,
    Change,
    Document,
    Grain,
    Published,
    PublishedBasis,
    Quote,
    Sentence,
    Zone,
)
from drawdown_cli.store.packed import pack_numbers, pack_text, unpack_numbers
from drawdown_cli.store.rows import Value, columns, id_number, to_row
from drawdown_cli.store.words import Words, article_words

_ZONES = (Zone.BODY, Zone.TITLE, Zone.BYLINE, Zone.CAPTION, Zone.BOILERPLATE)
"""In the order of their numbers in the index."""

ARTICLE = ("id", "doc", "path", "source", "url", "title")
PUBLISHED = (
    "published",
    "published_grain",
    "published_basis",
    "published_start",
    "published_end",
    "today_start",
    "today_end",
)
QUOTE = columns(Quote, frozenset({"doc", "title", "published", "content", "cue", "source"}))
CHANGE = columns(Change, frozenset({"doc", "text", "sources", "conflicts_with", "fulfils"}))
"""What the views of quotations and changes hold; words of the text are cut from it by their spans."""
MENTION = ("speaker", "speaker_id", "speaker_type", "role")
_QUOTE = tuple(name for name in QUOTE if name != "id" and name not in MENTION)
_CHANGE = tuple(name for name in CHANGE if name not in ("id", "attributed_to"))
QUOTE_ROW = ("ordinal", "id", *_QUOTE, "since", "until")
CHANGE_ROW = ("ordinal", "id", "attributed_to", *_CHANGE)

Row = tuple[Value, ...]
Rows = tuple[Row, ...]


class Prepared(NamedTuple):
    """An article with the rows of all that hangs on it, each without the article's number at its head.

    `mentions` name the speakers of the quotations, one by one. Strings in rows are still to be numbered.
    """

    article: Article
    words: Words
    sketch: tuple[int, ...]
    characters: int
    sentences: bytes
    text: bytes
    quotes: Rows
    mentions: Rows
    changes: Rows


def prepare(document: Document) -> Prepared:
    """Return the rows of an analysed article; pure, and small enough to pass between processes."""
    article = document.article
    words = article_words(article.title, document.tokenized.tokens)
    return Prepared(
        article._replace(text=""),
        words,
        band_keys(words.body.split()),
        len(article.text),
        pack_sentences(document.tokenized.sentences),
        pack_text(article.text),
        tuple(_quote_row(at, quote, article) for at, quote in enumerate(document.quotes)),
        tuple(tuple(to_row(quote, MENTION)) for quote in document.quotes),
        tuple(_change_row(at, change) for at, change in enumerate(document.changes)),
    )


def _quote_row(at: int, quote: Quote, article: Article) -> Row:
    return (at, id_number(quote.id), *to_row(quote, _QUOTE), *_spoken(quote, article))


def _change_row(at: int, change: Change) -> Row:
    return (at, id_number(change.id), id_number(change.attributed_to), *to_row(change, _CHANGE))


def pack_sentences(sentences: Iterable[Sentence]) -> bytes:
    """Return sentences as the index stores them: of each the letters before it, its own, and its zone."""
    packed: list[int] = []
    last = 0
    for sentence in sentences:
        packed += (sentence.start - last, sentence.end - sentence.start, _ZONES.index(sentence.zone))
        last = sentence.end
    return pack_numbers(packed)


def unpack_sentences(packed: bytes) -> tuple[Sentence, ...]:
    """Return stored sentences; token numbers are not kept and come as -1."""
    numbers, found, last = unpack_numbers(packed), [], 0
    for gap, length, zone in zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True):
        start, last = last + gap, last + gap + length
        found.append(Sentence(start, last, -1, -1, -1, _ZONES[zone]))
    return tuple(found)


def published_row(published: Published) -> list[Value]:
    """Return an article's date in the columns of PUBLISHED."""
    ends = (published.start, published.end, published.today_start, published.today_end)
    return [
        published.value,
        published.grain.value,
        published.basis.value,
        *(end.isoformat() if end else None for end in ends),
    ]


def published_of(row: Sequence[str | None]) -> Published:
    """Return the date that the columns of PUBLISHED hold."""
    value, grain, basis, *ends = row
    dates = (date.fromisoformat(end) if end else None for end in ends)
    return Published(value or "", Grain(grain or ""), PublishedBasis(basis or ""), *dates)


def _spoken(quote: Quote, article: Article) -> tuple[int | None, int | None]:
    """The days between which a quotation was spoken: its own date, else the article's."""
    start, end = bounds(quote.date) if quote.date else (article.published.start, article.published.end)
    first, last = start or end, end or start
    return (first.toordinal() if first else None, last.toordinal() if last else None)
