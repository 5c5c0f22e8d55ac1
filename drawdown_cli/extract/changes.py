"""Find troop-level and mission changes: trigger, what, when, where, who, and status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drawdown_cli.models import Change, Published, Quantity, Quote, Timex, TokenizedText


def find_changes(
    tokenized: TokenizedText,
    published: Published,
    timexes: Sequence[Timex],
    quantities: Sequence[Quantity],
    quotes: Sequence[Quote],
) -> Iterator[Change]:
    """Yield the changes that a text reports, in order."""
    yield from ()
