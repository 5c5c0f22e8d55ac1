"""The words of tables and plots in the reader's language."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from drawdown_cli.compiled import read_toml


def label(group: str, key: str, lang: str) -> str:
    """Return a word of labels.toml; a key that it does not know stands for itself.

    >>> label("status", "planned", "en"), label("unit", "moons", "ar")
    ('planned', 'moons')
    """
    known = _labels()[group].get(key)
    return known[lang] if known else key.replace("_", " ")


@cache
def _labels() -> dict[str, dict[str, dict[str, str]]]:
    return read_toml(Path(__file__).with_name("labels.toml"))
