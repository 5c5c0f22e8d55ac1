"""Find time expressions and resolve them against the article's own date."""

from __future__ import annotations

from collections.abc import Iterator

from drawdown_cli.models import Published, Timex, TokenizedText


def find_timexes(tokenized: TokenizedText, published: Published) -> Iterator[Timex]:
    """Yield the time expressions of a text in order."""
    yield from ()
