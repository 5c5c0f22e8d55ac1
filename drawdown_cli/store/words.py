"""The words of an article as search ranks them: folded, in order, as the numbers of the index's terms."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from drawdown_cli.arabic.stem import index_form
from drawdown_cli.arabic.tokenize import token_texts, tokens
from drawdown_cli.memo import Memo
from drawdown_cli.models import Token, TokenKind
from drawdown_cli.store.packed import NUMBERS, pack_numbers, unpack_numbers


class Words(NamedTuple):
    """The folded words of an article's title and of its text, each with spaces between them."""

    title: str
    body: str


class Numbers(NamedTuple):
    """The same words as the numbers of their terms."""

    title: array[int]
    body: array[int]


def article_words(title: str, text: Iterable[Token]) -> Words:
    """Return the words by which an article is found."""
    return Words(" ".join(index_words(tokens(title))), " ".join(index_words(text)))


def index_words(text: Iterable[Token]) -> list[str]:
    """Return the forms under which the words among these tokens are found.

    >>> index_words(tokens("بقي ٢٬٥٠٠ جندي."))
    ['بقي', '2500', 'جندي']
    """
    number, mark = TokenKind.NUMBER, TokenKind.MARK
    forms = [index_form(norm) if kind is number else norm for _, _, _, norm, kind in text if kind is not mark]
    return list(filter(None, forms))


def text_words(text: str) -> list[str]:
    """Return the forms under which the words of a text are found: `index_words` for readers in a hurry.

    >>> text_words("بقي ٢٬٥٠٠ جندي.")
    ['بقي', '2500', 'جندي']
    """
    return [form for form in map(_forms.__getitem__, token_texts(text)) if form]


def _form_of(word: str) -> str:
    """The form under which a word is found; '' for a mark."""
    return "".join(index_words(tokens(word)))


_forms = Memo(_form_of, most=40_000)


def numbered(words: Words, numbers: Mapping[str, int]) -> Numbers:
    """Return words as the numbers that a vocabulary gives them."""
    return Numbers(*(array(NUMBERS, map(numbers.__getitem__, part.split())) for part in words))


def pack(words: Numbers) -> bytes:
    """Return numbered words as the index stores them: the title's count, the title, the text.

    >>> unpack(pack(Numbers(array("I", [7]), array("I", [1, 2]))))
    Numbers(title=array('I', [7]), body=array('I', [1, 2]))
    """
    return pack_numbers(array(NUMBERS, [len(words.title)]) + words.title + words.body)


def unpack(packed: bytes) -> Numbers:
    """Return what was packed."""
    both = unpack_numbers(packed)
    body = both[0] + 1
    return Numbers(both[1:body], both[body:])
