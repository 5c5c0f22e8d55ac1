"""The user's corrections of extracted facts: read from corrections.toml, applied when an index is asked."""

from __future__ import annotations

from drawdown_cli.corrections.index import FILE_NAME, CorrectedIndex

__all__ = ["FILE_NAME", "CorrectedIndex"]
