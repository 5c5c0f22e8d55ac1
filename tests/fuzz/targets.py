"""What strangers' bytes must never break: one function for each part that reads them, told by its name.

Each takes any bytes and asserts what must hold of the answer; only the errors named are answers too.
"""

from __future__ import annotations

import io
import tempfile
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from factories import an_article

from drawdown_cli.annotating import annotate_text
from drawdown_cli.arabic.composition import compose_with_origins
from drawdown_cli.arabic.normalize import fold, fold_with_origins, unshape
from drawdown_cli.arabic.stem import parts
from drawdown_cli.arabic.tokenize import tokenize, tokens
from drawdown_cli.articles.encodings import decode
from drawdown_cli.articles.files import Found
from drawdown_cli.articles.formats import SINGLE, TABLES
from drawdown_cli.articles.pages import Skipped, clean
from drawdown_cli.articles.published import published_on
from drawdown_cli.articles.reading import article_of, pages_in
from drawdown_cli.errors import InputError, QueryError
from drawdown_cli.isodates import bounds
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import PublishedBasis
from drawdown_cli.pipeline import analyze
from drawdown_cli.render.printable import printable
from drawdown_cli.search.articles import SearchOptions, search_articles
from drawdown_cli.search.query import parse_query, plain_words
from drawdown_cli.store.index import Index
from drawdown_cli.store.prepared import prepare
from drawdown_cli.wordfiles import kinds

ENDINGS = (*SINGLE, *TABLES, ".txt.gz", ".csv.gz", ".zip")
MARKS = (*'.،؛:؟!"«»“”()[]-–/%', "\n", "\n\n", "2021", "١٢", "2٬500", "10/9/2021", "و", "ال", "McKenzie")


def readers(data: bytes) -> None:
    """Any bytes under any ending are pages in clean text, or reasons why there are none."""
    ending = ENDINGS[data[0] % len(ENDINGS)] if data else ".txt"
    found = Found(f"/nowhere/a{ending}", len(data), 0)
    for page in pages_in(io.BytesIO(data[1:]), found):
        if isinstance(page, Skipped):
            assert page.reason
        else:
            assert clean(page.text) == page.text
            check(article_of(page, found).text)


def encodings(data: bytes) -> None:
    """Any bytes are a text without halves of characters, or no text."""
    try:
        text = decode(data, "a.txt")
    except InputError:
        return
    cleaned = clean(text)
    cleaned.encode()
    assert clean(cleaned) == cleaned


def folding(data: bytes) -> None:
    """Folding is idempotent, keeps origins, and tokens cut the text that they came from."""
    text = data.decode("utf-8", errors="surrogateescape" if data[:1] == b"s" else "replace")
    folded = fold(text)
    assert fold(folded) == folded
    assert fold_with_origins(text).text == folded
    composed = compose_with_origins(text)
    assert composed.text == unicodedata.normalize("NFC", text)
    assert len(composed.origins) == len(composed.text) + 1
    unshape(text)
    printable(text)
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        if token.norm:
            assert parts(token.norm).proclitic + parts(token.norm).base == token.norm
    for sentence in tokenize(text).sentences:
        assert sentence.start < sentence.end


def texts(data: bytes) -> None:
    """Any text is analysed, whatever stands in it."""
    check(clean(data.decode("utf-8", errors="replace")))


def sentences(data: bytes) -> None:
    """Any row of the lexicons' words, of numbers and of marks is analysed: two bytes choose a word."""
    words = vocabulary()
    chosen = (words[int.from_bytes(data[at : at + 2]) % len(words)] for at in range(0, len(data) - 1, 2))
    check(clean(" ".join(chosen)))


def queries(data: bytes) -> None:
    """Any query is answered, or refused with a sentence; its plain words always are."""
    query = data.decode("utf-8", errors="replace")
    options = SearchOptions(exact=data[:1] == b"x", fuzzy=(None, 0, 1, 2)[len(data) % 4])
    with suppress(QueryError):
        parse_query(query)
        search_articles(small_index(), query, options)
    if words := plain_words(query):
        assert all(0 <= hit.score <= 100 for hit in search_articles(small_index(), words))


def dates(data: bytes) -> None:
    """What should be an ISO date is one, or a ValueError."""
    value = data.decode("utf-8", errors="replace")
    for read in (bounds, lambda said: published_on(said, PublishedBasis.MANIFEST)):
        try:
            read(value)
        except ValueError:
            continue


TARGETS: Mapping[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (readers, encodings, folding, texts, sentences, queries, dates)
}


def check(text: str) -> None:
    """Assert that an analysis cuts out what it claims, for a text with a date and for one without."""
    article = an_article(text)
    document = analyze(article)
    prepare(document)
    for fact in (*document.timexes, *document.quantities, *document.changes):
        assert text[fact.start : fact.end] == fact.text
    for timex in document.timexes:
        assert not (timex.date_start and timex.date_end) or timex.date_start <= timex.date_end
    for change in document.changes:
        assert not (change.date_start and change.date_end) or change.date_start <= change.date_end
    for quote in document.quotes:
        assert text[quote.start : quote.end] == quote.content != ""
    record = annotate_text("a", text)
    for facts in ("timexes", "quantities", "quotes", "changes"):
        assert all(0 <= fact["start"] <= fact["end"] <= len(text) for fact in record[facts])


@cache
def vocabulary() -> tuple[str, ...]:
    """Every word of every lexicon, its written forms, and marks among them as often as in a text."""
    found = [entry.word for kind in kinds() for entry in lexicon(kind).entries]
    found += [form for kind in kinds() for entry in lexicon(kind).entries for form in _forms(entry.features)]
    beside = (MARKS[at % len(MARKS)] for at in range(len(found)))
    return tuple(word for pair in zip(found, beside, strict=True) for word in pair)


def _forms(features: Mapping[str, object]) -> Iterator[str]:
    for key in ("present", "masdar", "participle", "plural", "forms"):
        value = features.get(key, ())
        yield from (value,) if isinstance(value, str) else value if isinstance(value, list) else ()


@cache
def small_index() -> Index:
    """An index of two short articles."""
    path = Path(tempfile.mkdtemp(prefix="drawdown-fuzz-")) / "i.sqlite3"
    texts = ("قال وزير الدفاع لويد أوستن إن القوات ستغادر العراق.", "وأكد مسؤول أن المهمة الاستشارية مستمرة.")
    with Index.open(path, write=True) as index:
        index.put_batch([analyze(an_article(text, doc=f"d{at}")) for at, text in enumerate(texts)])
    return Index.open(path)
