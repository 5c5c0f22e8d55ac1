"""How exact an amount is: about, more than, at least, up to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drawdown_cli.extract.quantities.amounts import Amount
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Token, TokenKind

EXACT, ABOUT, ABOVE, BELOW = "=", "~", ">", "<"
_LONGEST = 4
_APART = 5
"""How many words may part a verb such as 'exceeds' from its number."""


class Bounds(NamedTuple):
    """A comparator with the bounds that it leaves."""

    comparator: str
    low: float | int | None
    high: float | int | None


def bounds_of(tokens: Sequence[Token], amount: Amount, first: int, after: int, end: int) -> Bounds:
    """Return the bounds of an amount, from the words before it or after its unit."""
    comparator = (
        _before(tokens, amount.first, first)
        or _after(tokens, after, end)
        or _apart(tokens, amount.first, first)
    )
    if amount.value is None:
        return Bounds(comparator if comparator in (ABOVE, BELOW) else ABOUT, *_of_range(amount, comparator))
    if comparator == ABOVE:
        return Bounds(comparator, amount.value, None)
    if comparator == BELOW:
        return Bounds(comparator, None, amount.value)
    return Bounds(comparator or EXACT, amount.low, amount.high)


def _of_range(amount: Amount, comparator: str) -> tuple[float | int | None, float | int | None]:
    if comparator == ABOVE:
        return amount.low, None
    return (None, amount.high) if comparator == BELOW else (amount.low, amount.high)


def _before(tokens: Sequence[Token], at: int, first: int) -> str:
    for back in range(_LONGEST, 0, -1):
        if at - back < first:
            continue
        for form in lexicon("comparators").find(tokens, at - back, at):
            if form.length == back and form.entry.features["place"] == "before":
                return str(form.entry.features["comparator"])
    return ""


def _apart(tokens: Sequence[Token], at: int, first: int) -> str:
    """'يتجاوز عدد النواب مئة', 'لا يزيد العدد على عشرين': the verb before the subject, within the clause."""
    found = ""
    for index in range(at - 1, max(first, at - _APART) - 1, -1):
        if tokens[index].kind is not TokenKind.WORD:
            return found
        for form in lexicon("comparators").find(tokens, index, at):
            if form.entry.features["place"] == "apart":
                found = str(form.entry.features["comparator"])
    return found


def _after(tokens: Sequence[Token], at: int, end: int) -> str:
    for ahead in (at, at + 1):
        if ahead >= end:
            break
        for form in lexicon("comparators").find(tokens, ahead, end):
            if form.entry.features["place"] == "after":
                return str(form.entry.features["comparator"])
    return ""
