"""Bring files into an index: only what is new or changed, on all cores, and safe at any moment."""

from drawdown_cli.indexing.run import Progress, Summary, index_paths, index_stream, link

__all__ = ["Progress", "Summary", "index_paths", "index_stream", "link"]
