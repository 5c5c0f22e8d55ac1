"""The timeline: changes of all articles in order of time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from drawdown_cli.models import Change


def build_timeline(changes: Iterable[Change]) -> list[Change]:
    """Return the changes in order of time."""
    return sorted(changes, key=lambda change: change.date_start or change.date_end or date.max)
