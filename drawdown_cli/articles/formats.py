"""Choose the reader of a file by its name."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO, cast

from drawdown_cli.articles.pages import Page, Skipped
from drawdown_cli.articles.readers.archives import Limited, members
from drawdown_cli.articles.readers.docx import docx_pages
from drawdown_cli.articles.readers.html import html_pages, mhtml_pages
from drawdown_cli.articles.readers.pdf import pdf_pages
from drawdown_cli.articles.readers.tables import csv_pages, jsonl_pages
from drawdown_cli.articles.readers.text import markdown_pages, text_pages
from drawdown_cli.errors import InputError

Pages = Iterator[Page | Skipped]

TABLES: Mapping[str, Callable[[BinaryIO, str, Mapping[str, str]], Pages]] = {
    ".jsonl": jsonl_pages,
    ".ndjson": jsonl_pages,
    ".csv": csv_pages,
    ".tsv": csv_pages,
}
"""File types that hold an article a row, with their readers."""

SINGLE: Mapping[str, Callable[[BinaryIO, str], Iterator[Page]]] = {
    ".txt": text_pages,
    ".text": text_pages,
    ".md": markdown_pages,
    ".markdown": markdown_pages,
    ".html": html_pages,
    ".htm": html_pages,
    ".xhtml": html_pages,
    ".mht": mhtml_pages,
    ".mhtml": mhtml_pages,
    ".pdf": pdf_pages,
    ".docx": docx_pages,
}
"""File types that hold one article, with their readers."""


def ending_of(path: str) -> str:
    """Return the ending that tells a file's type, a closing .gz aside.

    >>> ending_of("a/News.JSONL.gz")
    '.jsonl'
    """
    name = path.rpartition("/")[2].lower().removesuffix(".gz")
    return name[name.rfind(".") :] if "." in name else ""


def is_known(path: str) -> bool:
    """Whether there is a reader for the file."""
    ending = ending_of(path)
    return ending in TABLES or ending in SINGLE or ending == ".zip"


def holds_many(path: str) -> bool:
    """Whether the file may hold more than one article."""
    ending = ending_of(path)
    return ending in TABLES or ending == ".zip"


def pages_of(stream: BinaryIO, path: str, columns: Mapping[str, str]) -> Pages:
    """Yield the pages of a stream whose name is `path`.

    Raises InputError when it cannot be read.
    """
    if ending_of(path) == ".zip":
        yield from _zip_pages(stream, path, columns)
    elif path.lower().endswith(".gz"):
        yield from _gzip_pages(stream, path, columns)
    else:
        yield from _plain_pages(stream, path, columns)


def _plain_pages(stream: BinaryIO, path: str, columns: Mapping[str, str]) -> Pages:
    ending = ending_of(path)
    if ending in TABLES:
        yield from TABLES[ending](stream, path, columns)
    elif ending in SINGLE:
        yield from SINGLE[ending](stream, path)
    else:
        yield Skipped(path, f"is of a type that is not read ({ending or 'no ending'})", failed=False)


def _gzip_pages(stream: BinaryIO, path: str, columns: Mapping[str, str]) -> Pages:
    packed = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    try:
        with gzip.open(stream) as unpacked:
            limited = io.BufferedReader(Limited(cast(BinaryIO, unpacked), packed, path))
            yield from _plain_pages(limited, path, columns)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(path, f"is a damaged archive: {error}") from error


def _zip_pages(stream: BinaryIO, path: str, columns: Mapping[str, str]) -> Pages:
    """The pages of an archive's files; one that cannot be read does not hide the others."""
    for name, member in members(stream, path):
        place = f"{path}#{name}"
        try:
            if ending_of(name) == ".zip":
                yield Skipped(place, "is an archive in an archive; unpack it first", failed=False)
                continue
            for page in (_gzip_pages if name.lower().endswith(".gz") else _plain_pages)(
                member, place, columns
            ):
                if isinstance(page, Skipped):
                    yield page
                else:
                    yield page._replace(name=f"{name}#{page.name}" if page.name else name)
        except InputError as error:
            yield Skipped(error.path, error.reason, failed=True)
