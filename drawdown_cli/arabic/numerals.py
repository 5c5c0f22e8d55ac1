"""Read numbers: digits, words in every case and gender, and both together ('170 ألف', 'ألفين وخمسمئة').

Composition after Ryding, A Reference Grammar of Modern Standard Arabic (2005), ch. 15: units before tens
joined by wa-, hundreds before them, each group before its scale word.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any, NamedTuple

from drawdown_cli.arabic.addition import Piece, Sum
from drawdown_cli.arabic.digits import digits_value, spaced_digits
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.models import QuantityForm, Token, TokenKind

_AND_THE = "وال"
_CONJUNCTION = "و"
_AND_ONE = "وأ"
_PERCENT = "%\N{ARABIC PERCENT SIGN}"
_PROCLITICS = ("", "ب", "ل", "ك", "ال", "بال", "كال", "لل")
_CONJUNCTIONS = ("", "و", "ف")


class Numeral(NamedTuple):
    """A number in a text: its tokens (half-open), its value and how it is written."""

    first: int
    last: int
    value: float | int
    form: QuantityForm
    words: bool
    """Whether any part is written in words."""
    definite: bool
    """Whether the first word carries the article."""
    proclitic: str
    """What is attached before the number, conjunction and preposition without the article."""


class NumberWord(NamedTuple):
    """A number word as written: its value, its part in a number, and its proclitics."""

    value: float | int
    role: str
    joined: bool
    definite: bool
    proclitic: str


@lru_cache(maxsize=10_000)
def number_word(norm: str) -> NumberWord | None:
    """Return what a folded word counts, None where it is no number word.

    >>> number_word("وخمسميه").value, number_word("وخمسميه").joined, number_word("جندي")
    (500, True, None)
    """
    found = _words().get(norm)
    return NumberWord(*found) if found else None


@cache
def _words() -> dict[str, tuple[Any, ...]]:
    """The fields of each number word."""
    # Imported late: the lexicon itself stands on this package's folding.
    from drawdown_cli.compiled import compiled
    from drawdown_cli.wordfiles import files_of

    return compiled("number-words", files_of("numbers"), lambda: {n: (*w,) for n, w in _read_words().items()})


def _read_words() -> dict[str, NumberWord]:
    from drawdown_cli.lexicon import lexicon

    words: dict[str, NumberWord] = {}
    for conjunction in _CONJUNCTIONS:
        for proclitic in _PROCLITICS:
            for entry in lexicon("numbers").entries:
                if "value" not in entry.features or " " in entry.word:
                    continue
                never = {fold(word) for word in entry.features.get("never", ())}
                for form in (entry.word, *entry.features.get("forms", ())):
                    word = conjunction + proclitic + fold(form)
                    if word in never:
                        continue
                    read = NumberWord(
                        entry.feature("value"),
                        entry.feature("role"),
                        conjunction == _CONJUNCTION,
                        proclitic.endswith("ل") and len(proclitic) > 1,
                        conjunction + proclitic.removesuffix("ال")
                        if proclitic != "لل"
                        else conjunction + "ل",
                    )
                    # Fewer proclitics come first: واحد is 'one', not 'and one of'.
                    words.setdefault(word, read)
    return words


def is_numeric(token: Token) -> bool:
    """Return whether a number may begin at this token."""
    return token.kind is TokenKind.NUMBER or (token.kind is TokenKind.WORD and token.norm in _words())


def numeric(tokens: Sequence[Token]) -> list[bool]:
    """Return, for each token, whether a number may begin at it."""
    words, word, number = _words(), TokenKind.WORD, TokenKind.NUMBER
    return [token.kind is number or (token.kind is word and token.norm in words) for token in tokens]


def numeral_at(tokens: Sequence[Token], index: int, last: int | None = None) -> Numeral | None:
    """Return the longest number that begins at token `index` and ends before `last`.

    >>> from drawdown_cli.arabic.tokenize import tokens
    >>> [numeral_at(tokens(text), 0).value for text in ("ألفين وخمسمئة", "170 ألف", "ألفا جندي")]
    [2500, 170000, 2000]
    """
    end = len(tokens) if last is None else last
    piece = _piece(tokens, index, end)
    if piece is None:
        return None
    sum_ = Sum()
    if not sum_.start(piece):
        return None
    at = piece.last
    while at < end:
        following = _following(tokens, at, end)
        if following is None:
            break
        if sum_.add(following):
            at = following.last
            continue
        parts = _parts(tokens, following, end)
        if parts is None or not sum_.add_parts(following, parts):
            break
        at = parts.last
    if sum_.form is QuantityForm.ORDINAL or (piece.definite and sum_.words):
        at = _beyond(tokens, at, end, sum_)
    if not sum_.is_complete():
        return None
    if at == index + 1 and (at == end or not _is_noun(tokens[at])):
        sum_.end_alone()
    return Numeral(index, at, sum_.value(), sum_.form, sum_.words, piece.definite, piece.proclitic)


def _piece(tokens: Sequence[Token], index: int, end: int) -> Piece | None:
    token = tokens[index]
    if token.kind is TokenKind.NUMBER:
        last = spaced_digits(tokens, index, end)
        scaled = last < end and (tokens[last].text in _PERCENT or _is_scale(tokens[last]))
        value = digits_value("".join(part.norm for part in tokens[index:last]), scaled=scaled)
        return None if value is None else Piece(value, "digits", False, False, "", last)
    word = number_word(token.norm) if token.kind is TokenKind.WORD else None
    if word is not None and word.value == 1 and token.text.startswith(_AND_ONE):
        # 'وأحد عشر' (and eleven) folds like 'واحد عشر': the hamza tells that an 'and' stands before it.
        word = NumberWord(1, "part", True, False, _CONJUNCTION)
    return None if word is None else Piece(*word, index + 1)


def _following(tokens: Sequence[Token], at: int, end: int) -> Piece | None:
    """The next piece of a number; a bare 'and' before it counts as joined to it."""
    if tokens[at].norm == _CONJUNCTION and at + 1 < end and tokens[at].kind is TokenKind.WORD:
        piece = _piece(tokens, at + 1, end)
        return piece._replace(joined=True) if piece and not piece.proclitic else None
    piece = _piece(tokens, at, end)
    if piece is None or piece.proclitic not in ("", _CONJUNCTION):
        return None
    return piece


def _is_noun(token: Token) -> bool:
    """Whether a counted noun may follow in the construct state: no preposition, no 'and the'."""
    from drawdown_cli.arabic.stem import stop_words

    word = token.kind is TokenKind.WORD and len(token.norm) > 2 and not token.norm.startswith(_AND_THE)
    return word and token.norm not in stop_words()


def _beyond(tokens: Sequence[Token], at: int, end: int, sum_: Sum) -> int:
    """'الخامس بعد المئة' is the 105th."""
    from drawdown_cli.lexicon import lexicon

    if at + 1 >= end or not sum_.value() < 100:
        return at
    for form in lexicon("numbers").find(tokens, at, end):
        if form.entry.features["role"] == "beyond":
            sum_.add_beyond(form.entry.features["value"])
            return at + form.length
    return at


def _parts(tokens: Sequence[Token], count: Piece, end: int) -> Piece | None:
    """The 'fifths' of 'and three fifths'."""
    if not count.joined or count.last >= end:
        return None
    part = _piece(tokens, count.last, end)
    return part if part and part.role == "fractions" and not part.joined else None


def _is_scale(token: Token) -> bool:
    word = number_word(token.norm)
    return word is not None and word.role in ("scale", "scales", "scale_or_dual") and not word.joined
