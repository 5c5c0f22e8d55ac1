"""Find an article's own date, with its grain and its basis."""

from __future__ import annotations

from drawdown_cli.models import Grain, Published, PublishedBasis, TokenizedText

UNDATED = Published("", Grain.NONE, PublishedBasis.UNKNOWN, None, None, None, None)


def find_published(tokenized: TokenizedText) -> Published:
    """Return the date that the text states or implies for itself."""
    return UNDATED


def published_on(value: str, basis: PublishedBasis) -> Published:
    """Return the date of publication that a file's metadata gives as ISO (day, month or year).

    Raises ValueError when `value` is no ISO date.
    """
    raise ValueError(value)
