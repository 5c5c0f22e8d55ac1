"""Read plain text, and Markdown with its front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from drawdown_cli.articles.encodings import decode
from drawdown_cli.articles.pages import MAX_BYTES, Page, clean, too_long
from drawdown_cli.errors import InputError

# Keys that the common site generators and note-taking programs write.
_KEYS = {
    "title": "title",
    "source": "source",
    "publisher": "source",
    "site": "source",
    "url": "url",
    "link": "url",
    "date": "published",
    "published": "published",
}
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)

# '![alt](image)' goes, '[words](address)' leaves its words, '## ' and '> ' at a line's head go.
_IMAGE = re.compile(r"!\[[^\[\]\n]{0,500}\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\([^()\n]{0,2000}\)")
_LINE_HEAD = re.compile(r"^(?:#{1,6}|>+)[ \t]+", re.MULTILINE)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)\1")


def read_whole(stream: BinaryIO, path: str) -> bytes:
    """Return all of a stream.

    Raises InputError when it is longer than any article.
    """
    data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(path, too_long())
    return data


def text_pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """Yield the one page of a plain text."""
    yield Page(clean(decode(read_whole(stream, path), path)))


def markdown_pages(stream: BinaryIO, path: str) -> Iterator[Page]:
    """Yield the one page of a Markdown file, its front matter read and its marks taken off."""
    text = clean(decode(read_whole(stream, path), path))
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    yield Page(plain_markdown(body).strip("\n"), **_fields(front.group(1) if front else ""))


def plain_markdown(text: str) -> str:
    """Return the words of a Markdown text.

    >>> plain_markdown("## [عنوان](https://example.org) **مهم**")
    'عنوان مهم'
    """
    text = _LINE_HEAD.sub("", _LINK.sub(r"\1", _IMAGE.sub("", text)))
    return _EMPHASIS.sub(r"\2", text)


def _fields(front: str) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in front.split("\n"):
        key, colon, value = line.partition(":")
        field = _KEYS.get(key.strip().lower())
        value = value.strip().strip("\"'")
        if colon and field and value:
            fields.setdefault(field, value)
    return fields
