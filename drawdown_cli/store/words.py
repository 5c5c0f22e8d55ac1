"""The words of an article as search ranks them: folded, in order, packed small."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from typing import NamedTuple

from drawdown_cli.arabic.stem import index_form
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.models import Token, TokenKind


class Words(NamedTuple):
    """The folded words of an article's title and of its text."""

    title: tuple[str, ...]
    body: tuple[str, ...]


class PackedWords(NamedTuple):
    """Words as they are stored: how many the text has, each form once (spaces between), and all packed."""

    length: int
    forms: str
    packed: bytes


def packed_words(words: Words) -> PackedWords:
    """Return an article's words ready to be stored and counted."""
    return PackedWords(len(words.body), " ".join(dict.fromkeys(words.title + words.body)), pack(words))


def article_words(title: str, text: Iterable[Token]) -> Words:
    """Return the words by which an article is found."""
    return Words(tuple(index_words(tokens(title))), tuple(index_words(text)))


def index_words(text: Iterable[Token]) -> list[str]:
    """Return the forms under which the words among these tokens are found.

    >>> index_words(tokens("بقي ٢٬٥٠٠ جندي."))
    ['بقي', '2500', 'جندي']
    """
    return [
        token.norm if token.kind is not TokenKind.NUMBER else index_form(token.norm)
        for token in text
        if token.kind is not TokenKind.MARK and token.norm
    ]


def pack(words: Words) -> bytes:
    """Return the words as the index stores them."""
    return zlib.compress("\n".join((" ".join(words.title), " ".join(words.body))).encode(), 1)


def unpack(packed: bytes) -> Words:
    """Return what was packed.

    >>> unpack(pack(Words(("a",), ("b", "c"))))
    Words(title=('a',), body=('b', 'c'))
    """
    title, body = zlib.decompress(packed).decode().split("\n")
    return Words(tuple(title.split()), tuple(body.split()))
