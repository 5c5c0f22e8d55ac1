"""Who said what: quotations, the words that announce them, and the speakers that those words name."""

from drawdown_cli.extract.attribution.quotes import find_quotes

__all__ = ["find_quotes"]
