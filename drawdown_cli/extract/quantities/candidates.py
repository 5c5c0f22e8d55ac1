"""Which words a quantity can begin with: looked up once for each distinct word."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.arabic.numerals import number_word
from drawdown_cli.lexicon import lexicon
from drawdown_cli.memo import Memo
from drawdown_cli.models import Token, TokenKind


def beginnings(tokens: Sequence[Token]) -> bytes:
    """Return, for each token, 1 where a quantity may begin and 0 where none can."""
    number = TokenKind.NUMBER
    begins = bytearray([token.kind is number for token in tokens])
    lexicon("numbers").known(tokens)  # read first: what is known then is known of either
    for index in lexicon("units").known(tokens):
        token = tokens[index]
        begins[index] = token.kind is number or (token.kind is TokenKind.WORD and _words[token.norm])
    return bytes(begins)


def _may_begin(norm: str) -> bool:
    if number_word(norm) is not None:
        return True
    if any(form.entry.features["role"] == "vague" for form in lexicon("numbers").find_word(norm)):
        return True
    return any(form.inflection.number == "d" for form in lexicon("units").find_word(norm))


_words = Memo(_may_begin, most=20_000)
