"""Choose the reader of a file by its name."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from typing import BinaryIO, cast

from drawdown_cli.articles.pages import Page, Skipped
from drawdown_cli.articles.readers.tables import csv_pages, jsonl_pages
from drawdown_cli.articles.readers.text import markdown_pages, text_pages
from drawdown_cli.errors import InputError

TABLES = frozenset({".jsonl", ".ndjson", ".csv", ".tsv"})
"""File types that hold an article a row."""

KNOWN = TABLES | {".txt", ".text", ".md", ".markdown"}


def ending_of(path: str) -> str:
    """Return the ending that tells a file's type, a closing .gz aside.

    >>> ending_of("a/News.JSONL.gz")
    '.jsonl'
    """
    name = path.rpartition("/")[2].lower().removesuffix(".gz")
    return name[name.rfind(".") :] if "." in name else ""


def is_known(path: str) -> bool:
    """Whether there is a reader for the file."""
    return ending_of(path) in KNOWN


def holds_many(path: str) -> bool:
    """Whether the file may hold more than one article."""
    return ending_of(path) in TABLES


def pages_of(stream: BinaryIO, path: str, columns: Mapping[str, str]) -> Iterator[Page | Skipped]:
    """Yield the pages of a stream whose name is `path`.

    Raises InputError when it cannot be read.
    """
    try:
        if path.lower().endswith(".gz"):
            with gzip.open(stream) as unpacked:
                yield from _pages(cast(BinaryIO, unpacked), path, columns)
        else:
            yield from _pages(stream, path, columns)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise InputError(path, f"is a damaged archive: {error}") from error


def _pages(stream: BinaryIO, path: str, columns: Mapping[str, str]) -> Iterator[Page | Skipped]:
    ending = ending_of(path)
    if ending in (".jsonl", ".ndjson"):
        yield from jsonl_pages(stream, path, columns)
    elif ending in (".csv", ".tsv"):
        yield from csv_pages(stream, path, columns)
    elif ending in (".md", ".markdown"):
        yield from markdown_pages(stream, path)
    elif ending in KNOWN:
        yield from text_pages(stream, path)
    else:
        yield Skipped(path, f"is of a type that is not read ({ending or 'no ending'})", failed=False)
