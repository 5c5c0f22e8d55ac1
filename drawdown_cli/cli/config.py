"""Where the user's files are, and config.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from drawdown_cli.errors import UsageError


def config_file() -> Path:
    """Return the path of the user's config.toml, whether or not it is there."""
    from platformdirs import user_config_path

    return user_config_path("drawdown", appauthor=False) / "config.toml"


def data_home() -> Path:
    """Return the folder where the user's index is kept."""
    from platformdirs import user_data_path

    return user_data_path("drawdown", appauthor=False)


@cache
def read_config() -> dict[str, Any]:
    """Return what config.toml says; nothing where there is none.

    Raises UsageError when it cannot be read.
    """
    path = config_file()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}; mend or remove it") from error
