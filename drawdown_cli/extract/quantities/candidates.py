"""Which words a quantity can begin with: looked up once for each distinct word."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.arabic.numerals import number_word
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Token, TokenKind


class _Words(dict[str, bool]):
    """Whether a folded word may begin a quantity."""

    LIMIT = 20_000

    def __missing__(self, norm: str) -> bool:
        if len(self) >= self.LIMIT:
            self.clear()
        self[norm] = found = _may_begin(norm)
        return found


_words = _Words()


def beginnings(tokens: Sequence[Token]) -> bytes:
    """Return, for each token, 1 where a quantity may begin and 0 where none can."""
    word, number = TokenKind.WORD, TokenKind.NUMBER
    return bytes([_words[token.norm] if token.kind is word else token.kind is number for token in tokens])


def _may_begin(norm: str) -> bool:
    if number_word(norm) is not None:
        return True
    if any(form.entry.features["role"] == "vague" for form in lexicon("numbers").find_word(norm)):
        return True
    return any(form.inflection.number == "d" for form in lexicon("units").find_word(norm))
