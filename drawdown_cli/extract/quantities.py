"""Find numbers with their bounds and units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drawdown_cli.models import Quantity, Timex, TokenizedText


def find_quantities(tokenized: TokenizedText, timexes: Sequence[Timex]) -> Iterator[Quantity]:
    """Yield the quantities of a text in order; a number inside a time expression is none."""
    yield from ()
