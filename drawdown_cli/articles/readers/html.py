"""Read saved web pages: the article's own words, and the title, date, source and address of its head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO

from drawdown_cli.articles.encodings import decode
from drawdown_cli.articles.pages import Page, clean
from drawdown_cli.articles.readers.text import read_whole
from drawdown_cli.errors import InputError, MissingExtra


def html_pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """Yield the article of a page; share bars, comments and related links are left behind.

    Raises InputError where there is none, MissingExtra without the reader.
    """
    yield page_of_html(decode(read_whole(stream, path), path), path)


def mhtml_pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """Yield the article of a page that a browser saved with its pictures in one file (.mht).

    Raises InputError where there is none, MissingExtra without the reader.
    """
    import email
    import email.policy

    message = email.message_from_bytes(read_whole(stream, path), policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            data = part.get_payload(decode=True)
            page = page_of_html(decode(data if isinstance(data, bytes) else b"", path), path)
            address = part.get("Content-Location", "")
            yield page if page.url else page._replace(url=clean(str(address)))
            return
    raise InputError(path, "holds no web page")


def page_of_html(html: str, path: str) -> Page:
    """Return the article in the source of a web page.

    Raises InputError where there is none, MissingExtra without the reader.
    """
    found = _extracted(html, path)
    text = clean(str(found.text or "")) if found is not None else ""
    if not text.strip():
        raise InputError(path, "holds no article that we could find in the page")
    return Page(
        text,
        title=clean(found.title or ""),
        source=clean(found.sitename or found.hostname or ""),
        url=clean(found.url or ""),
        published=clean(found.date or ""),
    )


def _extracted(html: str, path: str) -> Any:
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtra(path, "html") from error
    import logging

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            html,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            # A date somewhere in the page is no date of publication; its head says it or nothing does.
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    # Pages are hostile input, and what a parser of them raises is not documented.
    except Exception as error:
        raise InputError(path, f"is a damaged page ({type(error).__name__})") from error
