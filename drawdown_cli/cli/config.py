"""Where the user's files are, and config.toml."""

from __future__ import annotations

import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

from drawdown_cli.errors import UsageError


def config_file() -> Path:
    """Return the path of the user's config.toml, whether or not it is there."""
    return _users_folder("config", "XDG_CONFIG_HOME", ".config") / "config.toml"


def data_home() -> Path:
    """Return the folder where the user's index is kept."""
    return _users_folder("data", "XDG_DATA_HOME", ".local/share")


def _users_folder(kind: str, variable: str, below_home: str) -> Path:
    """Where the user's files of a kind are kept; on Linux said sooner than platformdirs is loaded."""
    if sys.platform == "linux":
        return Path(os.environ.get(variable, "").strip() or Path.home() / below_home) / "drawdown"
    import platformdirs

    found: Path = getattr(platformdirs, f"user_{kind}_path")("drawdown", appauthor=False)
    return found


@cache
def read_config() -> dict[str, Any]:
    """Return what config.toml says; nothing where there is none.

    Raises UsageError when it cannot be read.
    """
    path = config_file()
    if not path.exists():
        return {}
    import tomllib

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: {error}; mend or remove it") from error


def write_config(key: str, value: str) -> Path:
    """Set one key of config.toml to a word, leaving the rest of the file as it is; return the file's path.

    Raises UsageError when the file cannot be read or written.
    """
    path = config_file()
    read_config.cache_clear()
    read_config()  # a file that cannot be read must not be written over
    try:
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        kept = [line for line in lines if not re.match(rf"\s*{key}\s*=", line)]
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(".new")
        # Before all else: behind the heading of a table, the key would be the table's.
        draft.write_text("\n".join([f'{key} = "{value}"', *kept]) + "\n", encoding="utf-8")
        os.replace(draft, path)
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}; mend it, or use --{key} {value}") from error
    read_config.cache_clear()
    return path
