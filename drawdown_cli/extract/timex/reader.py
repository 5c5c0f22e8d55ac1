"""Read a text's tokens as the words that time expressions are made of, each looked up once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from drawdown_cli.arabic.numerals import Numeral, numeral_at, numeric
from drawdown_cli.lexicon import Form, lexicon
from drawdown_cli.models import QuantityForm, Token, TokenizedText, TokenKind

_NONE: tuple[Form, ...] = ()
ARTICLE, AND, FOR, WITH = "ال", "و", "ل", "ب"
"""What is written onto the word after it: the article, 'and', 'for', 'with'."""
_FOR_THE = "لل"
_JOINTS = frozenset("-–—/")
_NO_CLASS: frozenset[str] = frozenset()
_NUMBER = frozenset({"number"})


class Reader:
    """The tokens of a text with their readings; `end` of the paragraph bounds every expression."""

    def __init__(self, tokenized: TokenizedText) -> None:
        self.tokens: Sequence[Token] = tokenized.tokens
        self.start = self.end = 0
        self._forms = lexicon("time").find_all(self.tokens)
        self._numeric = numeric(self.tokens)
        self._classes = {
            index: frozenset([form.entry.features["class"] for form in forms])
            for index, forms in enumerate(self._forms)
            if forms
        }
        for index, is_number in enumerate(self._numeric):
            if is_number:
                self._classes[index] = self._classes.get(index, _NO_CLASS) | _NUMBER
        self._joints = [index for index, token in enumerate(self.tokens) if token.text in _JOINTS]
        self._numerals: dict[tuple[int, int], Numeral | None] = {}

    def classes(self, index: int) -> frozenset[str]:
        """Return the classes of time word that begin at a token, 'number' among them."""
        return self._classes.get(index, _NO_CLASS) if index < self.end else _NO_CLASS

    def classified(self) -> list[tuple[int, frozenset[str]]]:
        """Return the tokens of the whole text that have classes, in order, with these."""
        return sorted(self._classes.items())

    def forms(self, index: int) -> tuple[Form, ...]:
        """Return the time words that begin at a token, none beyond the paragraph's end."""
        return self._forms[index] if 0 <= index < self.end else _NONE

    def word(self, index: int, *classes: str) -> Form | None:
        """Return the longest time word of one of the classes that begins at a token."""
        if 0 <= index < self.end:
            for form in self._forms[index]:
                if form.entry.features["class"] in classes and index + form.length <= self.end:
                    return form
        return None

    def norm(self, index: int) -> str:
        """Return a token's folded word, "" beyond the paragraph."""
        return self.tokens[index].norm if 0 <= index < self.end else ""

    def mark(self, index: int, marks: str) -> bool:
        """Return whether the token is one of these punctuation marks."""
        return 0 <= index < self.end and self.tokens[index].text in marks

    def numeral(self, index: int, last: int | None = None) -> Numeral | None:
        """Return the number that begins at a token."""
        if not 0 <= index < self.end or not self._numeric[index]:
            return None
        key = (index, self.end if last is None else last)
        if key not in self._numerals:
            self._numerals[key] = numeral_at(self.tokens, *key)
        return self._numerals[key]

    def ordinal(self, index: int) -> Numeral | None:
        """Return the ordinal that begins at a token."""
        numeral = self.numeral(index)
        return numeral if numeral and numeral.form is QuantityForm.ORDINAL else None

    def digits(self, index: int) -> str:
        """Return a token's digits, "" where it is no run of digits alone."""
        if 0 <= index < self.end and self.tokens[index].kind is TokenKind.NUMBER:
            norm = self.tokens[index].norm
            return norm if norm.isdigit() else ""
        return ""

    def has_joint_after(self, index: int) -> bool:
        """Return whether a dash or a slash stands after a token in its paragraph."""
        at = bisect_right(self._joints, index)
        return at < len(self._joints) and self._joints[at] < self.end

    def touches(self, index: int) -> bool:
        """Return whether a token follows the one before it without a space."""
        return 0 < index < self.end and self.tokens[index].start == self.tokens[index - 1].end


def is_definite(form: Form) -> bool:
    """Return whether a word carries the article, also after 'for'."""
    return form.proclitic.endswith((ARTICLE, _FOR_THE))


def starts_definite(norm: str) -> bool:
    """Return whether a folded word begins as one with the article does."""
    return norm.startswith((ARTICLE, _FOR_THE, WITH + ARTICLE, AND + ARTICLE))
