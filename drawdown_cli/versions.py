"""The version of the analysis: by it an index knows that today's code would read its articles differently."""

from __future__ import annotations

from drawdown_cli import __version__
from drawdown_cli.lexicon import lexicon_digest


def analysis_version() -> str:
    """Return the version of the code and a digest of the lexicons, as `0.1.0+1f2e3d4c`."""
    return f"{__version__}+{lexicon_digest()}"
