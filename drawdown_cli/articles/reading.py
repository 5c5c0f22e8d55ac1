"""Read files of any kind into articles, with their title, source and date."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path
from typing import BinaryIO

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.files import Found, find_files, printable, stem, why
from drawdown_cli.articles.formats import is_known, pages_of
from drawdown_cli.articles.language import language_of
from drawdown_cli.articles.manifest import Curated, curated
from drawdown_cli.articles.pages import Page, Skipped
from drawdown_cli.errors import InputError
from drawdown_cli.extract.zones import headline, zoned
from drawdown_cli.models import Article, Published, PublishedBasis, TokenizedText


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """How to read: the columns of tables, and whether a file's time may date its article."""

    columns: Mapping[str, str] = field(default_factory=dict)
    trust_mtime: bool = False


DEFAULT = ReadOptions()


def read_article(path: str | os.PathLike[str], options: ReadOptions = DEFAULT) -> Article:
    """Return the article in a file, the first one where there are several.

    Raises InputError when there is none.
    """
    for item in read_articles([path], options):
        if isinstance(item, Article):
            return item
        raise InputError(item.path, item.reason)
    raise InputError(printable(os.fspath(path)), "holds no article")


def read_articles(
    paths: Iterable[str | os.PathLike[str]], options: ReadOptions = DEFAULT
) -> Iterator[Article | Skipped]:
    """Yield the articles of files and folders, and in their place what could not be read, with the reason."""
    for found in find_files(paths):
        if isinstance(found, Skipped):
            yield found
            continue
        for page in read_pages(found, options):
            yield page if isinstance(page, Skipped) else article_of(page, found, options)


def read_pages(found: Found, options: ReadOptions = DEFAULT) -> Iterator[Page | Skipped]:
    """Yield the pages of one file with what the manifest knows of it; whatever fails becomes a reason."""
    try:
        with open(found.path, "rb") as stream:
            yield from pages_in(stream, found, options)
    except OSError as error:
        yield Skipped(printable(found.path), why(error), failed=True)


def pages_in(stream: BinaryIO, found: Found, options: ReadOptions = DEFAULT) -> Iterator[Page | Skipped]:
    """Yield the pages of an open file, as `read_pages` does."""
    path = printable(found.path)
    try:
        known = curated(Path(found.path))
        for page in pages_of(stream, path, options.columns):
            yield page if isinstance(page, Skipped) else _checked(_completed(page, known), path)
    except InputError as error:
        yield Skipped(error.path, error.reason, failed=True)
    except OSError as error:
        yield Skipped(path, why(error), failed=True)


def article_of(page: Page, found: Found, options: ReadOptions = DEFAULT) -> Article:
    """Return the article that a page holds: named, titled and dated."""
    tokenized = zoned(page.text)
    path = printable(found.path)
    return Article(
        id=article_id(page, path),
        doc=_doc(page, path),
        path=path,
        source=page.source,
        url=page.url,
        title=page.title or headline(tokenized),
        published=_published(page, found, tokenized, options),
        text=page.text,
    )


def _doc(page: Page, path: str) -> str:
    """The name by which people call the article: its row's id, or the name of its file."""
    name = page.name.rpartition("#")[2] or path
    return stem(name) if is_known(name) else name.rstrip("/").rpartition("/")[2] or stem(path)


def article_id(page: Page, path: str) -> str:
    """Return a short id from the article's text and its file's name and folder.

    What lies above the folder does not count, so that a corpus can move; two copies stay two articles.
    """
    place = "/".join([*Path(path).parts[-2:], page.name])
    return blake2b(f"{place}\0{page.url}\0{page.text}".encode(), digest_size=6).hexdigest()


def _completed(page: Page, known: Curated) -> Page:
    """What a curator wrote counts more than what the file says of itself."""
    return page._replace(**{key: value for key, value in known._asdict().items() if value})


def _checked(page: Page, path: str) -> Page | Skipped:
    place = f"{path}#{page.name}" if page.name else path
    language = language_of(page.text)
    if language == "Arabic":
        return page
    if not language:
        return Skipped(place, "holds no words", failed=False)
    return Skipped(place, f"is not Arabic: it has {language}", failed=False)


def _published(page: Page, found: Found, tokenized: TokenizedText, options: ReadOptions) -> Published:
    from drawdown_cli.articles.published import find_published, published_on

    if stated := _given_date(page.published):
        return stated
    published = find_published(tokenized)
    if published.basis is PublishedBasis.UNKNOWN and options.trust_mtime:
        day = datetime.fromtimestamp(found.modified_ns / 1e9, UTC).date()
        return published_on(day.isoformat(), PublishedBasis.FILE)
    return published


def _given_date(value: str) -> Published | None:
    """The date that metadata gives: ISO with or without a time, as in mail, or in words."""
    from drawdown_cli.articles.published import find_published, published_on

    if not value:
        return None
    for iso in (value, value[:10], _mail_day(value)):
        try:
            return published_on(iso, PublishedBasis.MANIFEST)
        except ValueError:
            continue
    said = find_published(tokenize(value))
    return None if said.basis is PublishedBasis.UNKNOWN else said._replace(basis=PublishedBasis.MANIFEST)


def _mail_day(value: str) -> str:
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError):
        return ""
