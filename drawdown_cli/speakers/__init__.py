"""Who is quoted: one speaker for all his names, what he said, and how to cite it."""

from drawdown_cli.speakers.quoting import QuoteQuery, find_quotes, list_speakers, search_quotes

__all__ = ["QuoteQuery", "find_quotes", "list_speakers", "search_quotes"]
