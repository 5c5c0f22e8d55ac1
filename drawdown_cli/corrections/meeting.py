"""Bring corrections and facts together: by id, else by the article and the words that the user saw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from drawdown_cli.arabic.similarity import sequence_similarity
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.corrections.userfile import Correction
from drawdown_cli.models import Change, Quote

Fact = TypeVar("Fact", Quote, Change)

_ALIKE = 0.6
"""The share of words in common from which on two cuttings of an article are one fact."""


def met(
    wanted: Sequence[Correction],
    found: Sequence[Fact],
    facts_of: Callable[[str], Iterable[Fact]],
    words_of: Callable[[Fact], str],
) -> list[tuple[Fact, Correction]]:
    """Return the facts with their corrections; `found` are those that the ids name.

    An id holds while its fact begins and ends where it did. For one that another version of the analysis has
    cut otherwise, the likest fact of its document is taken, if one is like enough and nobody else's.
    """
    by_id = {fact.id: fact for fact in found}
    pairs = [(by_id[each.id], each) for each in wanted if each.id in by_id]
    taken = set(by_id)
    for each in wanted:
        if each.id in by_id or not (each.doc and each.words):
            continue
        words = _words(each.words)
        free = [fact for fact in facts_of(each.doc) if fact.id not in taken]
        likeness = {fact.id: sequence_similarity(words, _words(words_of(fact))) for fact in free}
        best = max(free, key=lambda fact: likeness[fact.id], default=None)
        if best is not None and likeness[best.id] >= _ALIKE:
            taken.add(best.id)
            pairs.append((best, each))
    return pairs


def _words(text: str) -> list[str]:
    return [token.norm for token in tokens(text)]
