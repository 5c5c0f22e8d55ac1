"""drawdown: search, quotations and a troop-level timeline from Arabic news about military drawdowns.

Everything but the printing works from a notebook:

    from drawdown_cli import Index, analyze, build_timeline, read_articles, search_articles, search_quotes
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from drawdown_cli.articles.reading import read_articles
    from drawdown_cli.pipeline import analyze
    from drawdown_cli.search.articles import search_articles
    from drawdown_cli.speakers.quoting import search_quotes
    from drawdown_cli.store.index import Index
    from drawdown_cli.timeline import build_timeline

__version__ = "0.1.0"
__all__ = ["Index", "analyze", "build_timeline", "read_articles", "search_articles", "search_quotes"]

_HOMES = {
    "Index": "store.index",
    "analyze": "pipeline",
    "build_timeline": "timeline",
    "read_articles": "articles.reading",
    "search_articles": "search.articles",
    "search_quotes": "speakers.quoting",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: the command line must start fast."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"drawdown_cli.{_HOMES[name]}"), name)
