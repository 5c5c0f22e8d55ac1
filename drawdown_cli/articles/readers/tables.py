"""Read JSONL, CSV and TSV: one article a row, its columns mapped by option or by their usual names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import BinaryIO

from drawdown_cli.articles.encodings import guess_encoding
from drawdown_cli.articles.pages import MAX_BYTES, Page, Skipped, clean, too_long
from drawdown_cli.errors import InputError

Columns = Mapping[str, str]
"""Our field -> the column that holds it."""

FIELDS = ("id", "text", "title", "source", "url", "published")

_USUAL = {
    "id": ("id", "doc", "doc_id", "article_id", "guid"),
    "text": ("text", "body", "content", "article", "maintext", "full_text", "article_text"),
    "title": ("title", "headline"),
    "source": ("source", "publisher", "outlet", "site", "domain", "source_domain"),
    "url": ("url", "link", "uri", "canonical_url"),
    "published": ("published", "date", "published_at", "date_publish", "publish_date", "pubdate"),
}
_SAMPLE = 65_536


def jsonl_pages(stream: BinaryIO, path: str, columns: Columns) -> Iterator[Page | Skipped]:
    """Yield the articles of a file with one JSON object a line; a line that is none is reported."""
    with _decoded(stream, path) as text:
        for number, line in enumerate(_lines(text), start=1):
            place = f"{path}, line {number}"
            if line is None:
                yield Skipped(place, too_long(), failed=True)
            elif line.strip():
                yield _object_page(line, place, number, columns)


def csv_pages(stream: BinaryIO, path: str, columns: Columns) -> Iterator[Page | Skipped]:
    """Yield the articles of a table whose first row names its columns.

    Raises InputError when no column holds the text.
    """
    csv.field_size_limit(MAX_BYTES)
    with _decoded(stream, path) as text:
        head = text.read(_SAMPLE)
        rows = csv.reader(_joined(head, text), delimiter=_delimiter(head))
        try:
            header = [name.strip() for name in next(rows, [])]
            _refuse_textless(header, path, columns)
            for number, row in enumerate(rows, start=2):
                if any(row):
                    record = dict(zip(header, row, strict=False))
                    yield _row_page(record, f"{path}, row {number}", number, columns)
        except csv.Error as error:
            raise InputError(path, f"is no table after row {rows.line_num}: {error}") from error


@contextmanager
def _decoded(stream: BinaryIO, path: str) -> Iterator[io.TextIOWrapper]:
    sample = stream.read(_SAMPLE)
    stream.seek(0)
    # A sample may end in the middle of a character; whole lines do not.
    encoding = guess_encoding(sample[: sample.rfind(b"\n") + 1] or sample, path)
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    try:
        yield text
    finally:
        text.detach()


def _lines(text: io.TextIOWrapper) -> Iterator[str | None]:
    """Yield lines; None for one that is too long, which is read past without being kept."""
    while line := text.readline(MAX_BYTES):
        if len(line) < MAX_BYTES or line.endswith("\n"):
            yield line
            continue
        while (rest := text.readline(MAX_BYTES)) and not rest.endswith("\n"):
            pass
        yield None


def _object_page(line: str, place: str, number: int, columns: Columns) -> Page | Skipped:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = (
            error.msg
            if isinstance(error, json.JSONDecodeError)
            else "nested too deeply or too large a number"
        )
        return Skipped(place, f"is no JSON: {reason}", failed=True)
    if not isinstance(record, dict):
        return Skipped(place, "is no JSON object", failed=True)
    return _row_page(record, place, number, columns)


def _row_page(record: Mapping[str, object], place: str, number: int, columns: Columns) -> Page | Skipped:
    found = {field: _value(record, field, columns) for field in FIELDS}
    if not found["text"].strip():
        named = columns.get("text", "text")
        return Skipped(place, f"has no text in its column {named!r}", failed=False)
    name = clean(found.pop("id")) or str(number)
    return Page(clean(found.pop("text")), name, **{field: clean(value) for field, value in found.items()})


def _value(record: Mapping[str, object], field: str, columns: Columns) -> str:
    for name in _names(field, columns):
        value = record.get(name)
        if isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


def _names(field: str, columns: Columns) -> tuple[str, ...]:
    return (columns[field],) if field in columns else _USUAL[field]


def _refuse_textless(header: list[str], path: str, columns: Columns) -> None:
    if not any(name in header for name in _names("text", columns)):
        known = ", ".join(header[:12]) or "none"
        raise InputError(
            path, f"no column holds the text (columns: {known}); name it with --column text=NAME"
        )


def _delimiter(head: str) -> str:
    first = head.partition("\n")[0]
    return max((",", "\t", ";", "|"), key=first.count)


def _joined(head: str, rest: Iterable[str]) -> Iterator[str]:
    """Give `csv` the lines of what was looked at already, and then of the rest."""
    lines = io.StringIO(head, newline="")
    last = ""
    for line in lines:
        if last:
            yield last
        last = line
    for line in rest:
        yield last + line
        last = ""
    if last:
        yield last
