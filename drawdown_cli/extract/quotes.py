"""Find quotations: direct, indirect and mixed, each with its cue and its source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drawdown_cli.models import Quote, Timex, TokenizedText


def find_quotes(
    tokenized: TokenizedText, mentions: Sequence[object], timexes: Sequence[Timex]
) -> Iterator[Quote]:
    """Yield the quotations of a text in order of their content."""
    yield from ()
