"""A sentence made ready for the rules: marks, numbers, dates, clause boundaries, and what came before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from drawdown_cli.arabic.letters import FEH, WAW
from drawdown_cli.extract.changes.marks import Mark, Marks, Role
from drawdown_cli.models import Quantity, Sentence, Timex, Token

STRONG_STOPS = frozenset("؛;:…")
STOP = "."
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
    """What the sentences before this one have named.

    `operation` says that a military mission was among it; `gone` is who left last, and on which day;
    `told` is the last date of the sentence right before; `scattered` says that the text names no place twice.
    """

    place: str = ""
    country: str = ""
    force: str = ""
    actor: str = ""
    when: Timex | None = None
    voters: bool = False
    mission: str = ""
    told: Timex | None = None
    operation: bool = False
    gone: tuple[str, date | None] = ("", None)
    scattered: bool = False


@dataclass(slots=True)
class Scene:
    """One sentence under analysis; token numbers are the document's.

    `first` and `last` (exclusive) are its tokens; `roles` and `kinds` are those of its marks and operators:
    most that the rules ask for stand nowhere in a sentence. `sided` keeps its places once they are asked for.
    """

    text: str
    tokens: Sequence[Token]
    sentence: Sentence
    marks: Marks
    counted: list[Counted]
    dated: list[Dated]
    memory: Memory
    first: int = field(init=False)
    last: int = field(init=False)
    roles: dict[Role, list[Mark]] = field(init=False)
    kinds: set[str] = field(init=False)
    operators: dict[int, list[tuple[str, Mark]]] = field(init=False)
    breaks: list[int] | None = None
    listed: dict[tuple[Role, ...], list[Mark]] = field(default_factory=dict)
    sided: list[tuple[Mark, str]] | None = None

    def __post_init__(self) -> None:
        """Sort what every rule asks for."""
        self.first, self.last = self.sentence.first, self.sentence.last
        self.roles, self.kinds, self.operators = {}, set(), {}
        for index, found in self.marks.items():
            for mark in found:
                listed = self.roles.setdefault(mark.role, [])
                if not listed or listed[-1].first != index:
                    listed.append(mark)
                if mark.role is Role.OPERATOR:
                    kind = mark.entry.feature("op")
                    self.kinds.add(kind)
                    self.operators.setdefault(index, []).append((kind, mark))

    def mark(self, index: int, *roles: Role) -> Mark | None:
        """Return the first mark of one of these roles that begins at a token."""
        found = self.marks.get(index)
        if found:
            for mark in found:
                if mark.role in roles:
                    return mark
        return None

    def operator(self, index: int, *kinds: str) -> Mark | None:
        """Return the operator of one of these kinds at a token."""
        found = self.operators.get(index)
        if found:
            for kind, mark in found:
                if kind in kinds:
                    return mark
        return None

    def names(self, indexes: Iterable[int], *roles: Role) -> bool:
        """Whether a mark of one of these roles begins at one of these tokens."""
        if self.roles.keys().isdisjoint(roles):
            return False
        return any(self.mark(index, *roles) for index in indexes)

    def says(self, indexes: Iterable[int], *kinds: str) -> bool:
        """Whether an operator of one of these kinds begins at one of these tokens."""
        if self.kinds.isdisjoint(kinds):
            return False
        return any(self.operator(index, *kinds) for index in indexes)

    def all_marks(self, *roles: Role) -> Sequence[Mark]:
        """Return the sentence's marks of these roles in order, of each token the first."""
        if self.roles.keys().isdisjoint(roles):
            return ()
        if len(roles) == 1:
            return self.roles[roles[0]]
        known = self.listed.get(roles)
        if known is None:
            known = self.listed[roles] = []
            for found in self.marks.values():
                for mark in found:
                    if mark.role in roles:
                        known.append(mark)
                        break
        return known

    def opens_paragraph(self) -> bool:
        """Whether the sentence stands at the beginning of a line."""
        start = self.sentence.start
        return "\n" in self.text[max(0, start - 2) : start]

    def is_comma(self, index: int) -> bool:
        """Whether a token is a comma that parts; a pair of them round a date (', Thursday,') does not."""
        return self.tokens[index].text in COMMAS and not self._encloses_date(index)

    def _encloses_date(self, index: int) -> bool:
        after = self.date_at(index + 1)
        if after is None and self.mark(index + 1, Role.PREPOSITION):
            after = self.date_at(index + 2)  # ', in the month of May,'
        if after and after.last < self.last and self.tokens[after.last].text in COMMAS:
            return True
        before = self.date_at(index - 1)
        if before is None or before.first <= self.first or index + 1 >= self.last:
            return False
        if self.mark(before.first - 1, Role.TRIGGER) and self.mark(index + 1, Role.PREPOSITION):
            return True  # 'there arrived on Tuesday, in Lithuania'
        opened = self.tokens[before.first - 1].text in COMMAS
        return opened and not self.tokens[index + 1].norm.startswith(WAW)

    def is_break(self, index: int) -> bool:
        """Whether a new clause certainly begins at a token."""
        if index in self.marks:
            return self.operator(index, "boundary", "when") is not None
        return self._is_stop(index)

    def _is_stop(self, index: int) -> bool:
        """Whether a mark parts clauses; of an ellipsis the first of two full stops does."""
        text = self.tokens[index].text
        if text in STRONG_STOPS:
            return True
        return text == STOP and index + 1 < self.last and self.tokens[index + 1].text == STOP

    def _marked_breaks(self) -> list[int]:
        return [at for at in self.operators if self.is_break(at)]

    def _stops(self) -> list[int]:
        marks = self.marks
        return [at for at in range(self.first, self.last) if at not in marks and self._is_stop(at)]

    def opens_clause(self, index: int) -> bool:
        """Whether a verb with 'and' or 'so' opens a clause of its own behind a comma."""
        if index <= self.first or index not in self.marks or not self.is_comma(index - 1):
            return False
        ahead = self.operator(index + 1, "plan") if index + 1 < self.last else None
        if ahead and ahead.definite and self.mark(index, Role.PREPOSITION):
            return True  # ', and it is planned that'
        return any(
            mark.proclitic.startswith((WAW, FEH))
            and (mark.inflection.form in ("past", "present") or mark.entry.feature("op") == "perfect")
            for mark in self.marks.get(index, ())
            if mark.role in (Role.TRIGGER, Role.OPERATOR)
        )

    def clause(self, index: int) -> tuple[int, int]:
        """Return the token bounds of the clause around a token."""
        if self.breaks is None:
            self.breaks = sorted((*self._marked_breaks(), *self._stops()))
        after = bisect_right(self.breaks, index)
        before = bisect_left(self.breaks, index) - 1
        left = self.breaks[before] + 1 if before >= 0 else self.first
        return left, self.breaks[after] if after < len(self.breaks) else self.last

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
