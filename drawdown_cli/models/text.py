"""Text cut into tokens, sentences and paragraphs, and slices of it."""

from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A slice of an article's text, half-open."""

    start: int
    end: int


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    LATIN = "latin"
    MARK = "mark"


class Token(NamedTuple):
    """A word, a number or a punctuation mark: as written (`text`) and folded (`norm`)."""

    start: int
    end: int
    text: str
    norm: str
    kind: TokenKind


class Zone(StrEnum):
    """The part that a stretch of text plays on the page it was saved from."""

    TITLE = "title"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"


class Sentence(NamedTuple):
    """A sentence: its span, its tokens (half-open token numbers), its paragraph and its zone."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    zone: Zone


class Paragraph(NamedTuple):
    """A line of the article: its span and its tokens (half-open token numbers)."""

    start: int
    end: int
    first: int
    last: int


class TokenizedText(NamedTuple):
    """A text cut into tokens, sentences and paragraphs."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
