"""What facts were made by: an index knows by it that it is stale, and every export carries it."""

from __future__ import annotations

from drawdown_cli import __version__
from drawdown_cli.wordfiles import lexicon_digest

SCHEMA = 1
"""The version of the records that are exported: it grows when a field changes or goes."""


def versions(analysis: str) -> str:
    """Return what an export says of the facts' makers.

    >>> versions("0.1.0+1f2e3d4c")
    'drawdown 0.1.0, lexicon 1f2e3d4c, schema 1'
    """
    tool, _, lexicon = analysis.partition("+")
    return f"drawdown {tool}, lexicon {lexicon}, schema {SCHEMA}"


def analysis_version() -> str:
    """Return the version of the code and a digest of the lexicons, as `0.1.0+1f2e3d4c`."""
    return f"{__version__}+{lexicon_digest()}"
