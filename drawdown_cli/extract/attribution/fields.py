"""What a title or a source is of: a body's numbers, the matter that somebody is familiar with."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.arabic.letters import BEH
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and
from drawdown_cli.models import TokenKind

_LONGEST_FIELD = 4
_PARTS = ("country", "organisation", "body", "title", "nisba")


def formula(r: Reading, at: int) -> int:
    """Return how many tokens '5+5' takes at `at`: a body that is called by its numbers."""
    found = r.tokens[at].kind is TokenKind.NUMBER and r.norm(at + 1) == "+" and at + 2 < len(r.tokens)
    return 3 if found else 0


def familiar_with(r: Reading, at: int, last: int, ends: Sequence[str]) -> int:
    """Return the length of 'with the course of the talks', behind 'a source familiar'."""
    fused = r.norm(at).startswith(BEH) and not r.has(at, "preposition", "complementiser")
    first = at if fused else at + 1
    if not (fused or r.has(at, "within_title")) or not r.is_word(first) or r.has(first, *ends):
        return 0
    end = first + 1
    while end < last and end - first < _LONGEST_FIELD and _within(r, end, ends):
        end += 1
    return end - at


def _within(r: Reading, at: int, ends: Sequence[str]) -> bool:
    if not r.is_word(at) or r.has(at, *ends, "preposition", "adverb") or begins_with_and(r, at):
        return False
    return r.articled(at) or r.noun(at, *_PARTS) is not None
