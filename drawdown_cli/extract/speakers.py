"""Find the noun phrases that name speakers, and resolve short forms to full names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from drawdown_cli.models import Quote, TokenizedText


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may speak."""

    start: int
    end: int


def find_mentions(tokenized: TokenizedText) -> Iterator[Mention]:
    """Yield the noun phrases that may name a speaker, in order."""
    yield from ()


def resolve_speakers(quotes: Sequence[Quote], mentions: Sequence[Mention]) -> list[Quote]:
    """Return the quotes with each speaker resolved to the fullest name in the article."""
    return list(quotes)
