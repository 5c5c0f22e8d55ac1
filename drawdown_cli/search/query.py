"""Read a search query: words, "phrases", -not, OR, AND, ( ), title:, source: and prefix كلم*."""

from __future__ import annotations

import re
from typing import NamedTuple, NoReturn

from drawdown_cli.arabic.stem import index_form
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.errors import QueryError
from drawdown_cli.models import TokenKind


class Typed(NamedTuple):
    """A word of the query: as typed, and in the form under which it is found."""

    text: str
    form: str


class Word(NamedTuple):
    """One word; `number` counts the query's words."""

    number: int
    word: Typed
    prefix: bool
    in_title: bool


class Phrase(NamedTuple):
    """Words that must follow one another; `number` is its first word's."""

    number: int
    words: tuple[Typed, ...]
    in_title: bool


class Either(NamedTuple):
    """Alternatives: the best one counts."""

    parts: tuple[Node, ...]


class Both(NamedTuple):
    """Parts that must all be there."""

    parts: tuple[Node, ...]


Node = Word | Phrase | Either | Both


class SearchQuery(NamedTuple):
    """A query as read: parts that may match, must match and must not, and the sources asked for."""

    text: str
    some: tuple[Node, ...]
    required: tuple[Node, ...]
    excluded: tuple[Node, ...]
    sources: tuple[str, ...]


def parse_query(text: str) -> SearchQuery:
    """Read a query; plain words may match, all else must.

    Raises QueryError with the place of the fault.

    >>> [part.word.text for part in parse_query("انسحاب القوات").some]
    ['انسحاب', 'القوات']
    >>> parse_query('بيان "القوات')
    Traceback (most recent call last):
    ...
    drawdown_cli.errors.QueryError: a quotation mark is not closed, at character 6 of the query
      بيان "القوات
           ^
    """
    return _Reader(text).read()


def plain_words(text: str) -> str:
    """Return the words of a text as a query without syntax.

    >>> plain_words('من قال "نعم ثم -لا؟')
    'من قال نعم ثم لا'
    """
    words = [token.text for token in tokens(text) if token.kind is not TokenKind.MARK and token.norm]
    return " ".join(word for word in words if word not in ("OR", "AND"))


def relaxed(query: SearchQuery) -> SearchQuery | None:
    """Return a query of plain words with its phrases taken apart; None where that asks for nothing else.

    A question in plain words may quote a name that no article spells so.
    """
    phrases = [node for node in query.required if isinstance(node, Phrase)]
    if not phrases or not query.some:
        return None
    apart = tuple(
        Word(phrase.number + at, word, False, phrase.in_title)
        for phrase in phrases
        for at, word in enumerate(phrase.words)
    )
    rest = tuple(node for node in query.required if not isinstance(node, Phrase))
    return SearchQuery(query.text, query.some + apart, rest, query.excluded, query.sources)


class _Piece(NamedTuple):
    kind: str
    text: str
    at: int


_DEEPEST = 50
_OPENING, _CLOSING = '"“«„', '"”»“'
# Matches `title:`, `-`, `(`, `"two words"`, `OR`, `كلم*`; a colon or hyphen inside a word belongs to it.
_PIECE = re.compile(
    rf"""
    (?P<space>\s+)
  | (?P<field>(?:title|source|عنوان|مصدر):)
  | (?P<not>[-\u2212](?=[^\s]))
  | (?P<open>\()
  | (?P<close>\))
  | (?P<phrase>[{_OPENING}][^{_OPENING}{_CLOSING}]*[{_CLOSING}])
  | (?P<unclosed>[{_OPENING}])
  | (?P<or>(?:OR|\|)(?=[\s(]|$))
  | (?P<and>(?:AND|&)(?=[\s(]|$))
  | (?P<word>[^\s()\"“”«»„*|]+\*?)
  | (?P<stray>.)
    """,
    re.VERBOSE,
)


class _Reader:
    """Reads one query from left to right."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._pieces = [
            _Piece(match.lastgroup or "", match.group(), match.start())
            for match in _PIECE.finditer(text)
            if match.lastgroup != "space"
        ]
        self._at = self._words = self._depth = 0
        self._sources: list[str] = []

    def read(self) -> SearchQuery:
        some: list[Node] = []
        required: list[Node] = []
        excluded: list[Node] = []
        while (piece := self._peek()) is not None:
            if piece.kind == "close":
                self._fail("a closing parenthesis has no opening one", piece.at)
            if piece.kind == "not":
                self._at += 1
                excluded.extend(self._needed(piece, "after the minus"))
                continue
            nodes, demanded = self._alternatives()
            (required if demanded else some).extend(nodes)
        if not (some or required or excluded or self._sources):
            self._fail("the query has no word", 0)
        return SearchQuery(self._text, tuple(some), tuple(required), tuple(excluded), tuple(self._sources))

    def _alternatives(self) -> tuple[tuple[Node, ...], bool]:
        """The parts of one item, or of several joined by OR or AND, and whether they must match."""
        parts, demanded = self._item()
        first = self._peek()
        if first is None or first.kind not in ("or", "and"):
            return parts, demanded
        kind, found = first.kind, [_both(parts)] if len(parts) > 1 else list(parts)
        while (piece := self._peek()) is not None and piece.kind in ("or", "and"):
            if piece.kind != kind:
                self._fail("OR and AND stand side by side; put one of them into parentheses", piece.at)
            self._at += 1
            found.extend(self._needed(piece, f"after {piece.text}"))
        return (Either(tuple(found)) if kind == "or" else Both(tuple(found)),), True

    def _needed(self, after: _Piece, where: str) -> tuple[Node, ...]:
        piece = self._peek()
        if piece is None or piece.kind in ("or", "and", "close", "not"):
            self._fail(f"a word is missing {where}", after.at)
        parts, _ = self._item()
        return (_both(parts),) if parts else ()

    def _item(self) -> tuple[tuple[Node, ...], bool]:
        piece = self._pieces[self._at]
        self._at += 1
        if piece.kind == "open":
            return (self._group(piece),), True
        if piece.kind == "phrase":
            return self._phrase(piece, in_title=False), True
        if piece.kind == "field":
            return self._field(piece), True
        if piece.kind == "word":
            return self._word(piece, in_title=False), False
        faults = {
            "unclosed": "a quotation mark is not closed",
            "or": f"{piece.text} needs a word before it",
            "and": f"{piece.text} needs a word before it",
            "not": "a minus stands where a word is needed",
            "stray": f"{piece.text} is not understood here",
        }
        return self._fail(faults[piece.kind], piece.at)

    def _group(self, opening: _Piece) -> Node:
        self._depth += 1
        if self._depth > _DEEPEST:
            self._fail("the parentheses are nested too deeply", opening.at)
        parts: list[Node] = []
        while (piece := self._peek()) is not None and piece.kind != "close":
            parts.extend(self._alternatives()[0])
        if self._peek() is None:
            self._fail("a parenthesis is not closed", opening.at)
        self._at += 1
        if not parts:
            self._fail("the parentheses are empty", opening.at)
        self._depth -= 1
        return _both(tuple(parts))

    def _field(self, field: _Piece) -> tuple[Node, ...]:
        piece = self._peek()
        if piece is None or piece.kind not in ("word", "phrase"):
            self._fail(f"a word or a phrase is missing after {field.text}", field.at)
        self._at += 1
        if field.text in ("source:", "مصدر:"):
            self._sources.append(piece.text.strip(_OPENING + _CLOSING))
            return ()
        read = self._phrase if piece.kind == "phrase" else self._word
        return read(piece, in_title=True)

    def _phrase(self, piece: _Piece, *, in_title: bool) -> tuple[Node, ...]:
        words = _typed(piece.text)
        number = self._words
        self._words += len(words)
        if len(words) == 1:
            return (Word(number, words[0], False, in_title),)
        return (Phrase(number, words, in_title),) if words else ()

    def _word(self, piece: _Piece, *, in_title: bool) -> tuple[Node, ...]:
        """The words of a piece: a colon or a slash in it parts it into several."""
        words = _typed(piece.text)
        found = []
        for word in words:
            prefix = piece.text.endswith("*") and word is words[-1]
            found.append(Word(self._words, word, prefix, in_title))
            self._words += 1
        return tuple(found)

    def _peek(self) -> _Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _fail(self, reason: str, at: int) -> NoReturn:
        raise QueryError(reason, self._text, at)


def _typed(text: str) -> tuple[Typed, ...]:
    return tuple(
        Typed(token.text, index_form(token.norm))
        for token in tokens(text)
        if token.kind is not TokenKind.MARK and token.norm
    )


def _both(parts: tuple[Node, ...]) -> Node:
    return parts[0] if len(parts) == 1 else Both(parts)
