"""A sentence made ready for the rules: marks, numbers, dates, clause boundaries, and what came before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from drawdown_cli.extract.changes.marks import Mark, Marks, Role
from drawdown_cli.models import Quantity, Sentence, Timex, Token, TokenKind

STRONG_STOPS = frozenset("؛;:")
COMMAS = frozenset("،,")


class Counted(NamedTuple):
    """A quantity at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    quantity: Quantity


class Dated(NamedTuple):
    """A time expression at tokens `first` to `last` (exclusive)."""

    first: int
    last: int
    timex: Timex


@dataclass(slots=True)
class Memory:
    """What the sentences before this one have named."""

    place: str = ""
    country: str = ""
    force: str = ""
    actor: str = ""
    when: Timex | None = None


@dataclass(slots=True)
class Scene:
    """One sentence under analysis; token numbers are the document's."""

    text: str
    tokens: Sequence[Token]
    sentence: Sentence
    marks: Marks
    counted: list[Counted]
    dated: list[Dated]
    memory: Memory

    @property
    def first(self) -> int:
        """The number of the sentence's first token."""
        return self.sentence.first

    @property
    def last(self) -> int:
        """The number after the sentence's last token."""
        return self.sentence.last

    def mark(self, index: int, *roles: Role) -> Mark | None:
        """Return the first mark of one of these roles that begins at a token."""
        for mark in self.marks.get(index, ()):
            if mark.role in roles:
                return mark
        return None

    def operator(self, index: int, *kinds: str) -> Mark | None:
        """Return the operator of one of these kinds at a token."""
        for mark in self.marks.get(index, ()):
            if mark.role is Role.OPERATOR and mark.entry.feature("op") in kinds:
                return mark
        return None

    def all_marks(self, *roles: Role) -> Iterator[Mark]:
        """Yield the sentence's marks of these roles in order."""
        for index in sorted(self.marks):
            mark = self.mark(index, *roles)
            if mark:
                yield mark

    def is_comma(self, index: int) -> bool:
        """Whether a token is a comma."""
        return self.tokens[index].text in COMMAS

    def is_break(self, index: int) -> bool:
        """Whether a new clause certainly begins at a token."""
        token = self.tokens[index]
        if token.kind is TokenKind.MARK:
            return token.text in STRONG_STOPS
        return self.operator(index, "boundary") is not None

    def clause(self, index: int) -> tuple[int, int]:
        """Return the token bounds of the clause around a token."""
        left, right = index, index + 1
        while left > self.first and not self.is_break(left - 1):
            left -= 1
        while right < self.last and not self.is_break(right):
            right += 1
        return left, right

    def count_at(self, index: int) -> Counted | None:
        """Return the quantity that covers a token."""
        for counted in self.counted:
            if counted.first <= index < counted.last:
                return counted
        return None

    def date_at(self, index: int) -> Dated | None:
        """Return the time expression that covers a token."""
        for dated in self.dated:
            if dated.first <= index < dated.last:
                return dated
        return None


def within(starts: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return the tokens (half-open) that a span of characters covers."""
    return max(bisect_right(starts, start) - 1, 0), bisect_left(starts, end)
