"""Find the articles that ship with the program."""

from __future__ import annotations

from pathlib import Path

from drawdown_cli.errors import InputError

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder() -> Path:
    """Return the folder of the shipped articles: in a wheel, in a checkout or an editable install.

    Raises InputError when the installation is incomplete.
    """
    installed, checkout = _PACKAGE / "data", _PACKAGE.parent / "data"
    if installed.is_dir():
        return installed
    # Beside site-packages a folder `data` could be anybody's.
    if checkout.is_dir() and (_PACKAGE.parent / "pyproject.toml").is_file():
        return checkout
    raise InputError(str(installed), "the shipped articles are missing; install drawdown-cli again")
