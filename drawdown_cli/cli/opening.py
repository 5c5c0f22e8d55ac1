"""Open the index that a command should read: the named one, the user's own, else the shipped articles'."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from drawdown_cli.cli import stderr
from drawdown_cli.cli.config import data_home
from drawdown_cli.cli.options import Settings
from drawdown_cli.errors import IndexLocked, StoreError

if TYPE_CHECKING:
    from drawdown_cli.corrections import CorrectedIndex


def own_index(settings: Settings) -> Path:
    """Return the path of the index that `drawdown index` writes."""
    return settings.index or data_home() / "drawdown.sqlite3"


def open_index(settings: Settings, *, rejected: bool = False) -> CorrectedIndex:
    """Open the index to read, corrected as the user says; with `rejected`, what they reject stays.

    A named index must exist; where the user has none of their own, the shipped articles are indexed once
    into a file of their own and a line on stderr says so.
    """
    index = _opened(settings)
    index.rejected = rejected
    return index


def _opened(settings: Settings) -> CorrectedIndex:
    from drawdown_cli.corrections import CorrectedIndex

    path = own_index(settings)
    if settings.index is None and not path.exists():
        return _examples(settings)
    index = CorrectedIndex.open(path)
    if settings.index is None and index.is_empty():
        # A first run that failed leaves an index with nothing in it: still none of the user's own.
        index.close()
        return _examples(settings)
    if index.is_stale():
        tell(
            settings,
            "the index was made by another version of the analysis; to renew it: drawdown index FOLDER",
        )
    return index


def tell(settings: Settings, message: str) -> None:
    """Say something on stderr, unless the user wants quiet."""
    if not settings.quiet:
        stderr.tell(f"drawdown: {message}")


def _examples(settings: Settings) -> CorrectedIndex:
    from drawdown_cli.corrections import CorrectedIndex

    path = data_home() / "examples.sqlite3"
    try:
        _renew_examples(path)
    except (OSError, StoreError):
        # A home that cannot be written to, or is being written to, is no reason to show nothing.
        path = _temporary("examples.sqlite3")
        _index_examples(path)
    index = CorrectedIndex.open(path)
    count = index.health().articles
    tell(
        settings,
        f"no index of your own: showing the {count} shipped articles; to index yours: drawdown index FOLDER",
    )
    return index


def _renew_examples(path: Path) -> None:
    """Index the shipped articles where no index of them is, or one that today's code did not make."""
    try:
        if not path.exists() or _is_stale(path):
            _index_examples(path)
    except IndexLocked:
        raise
    except StoreError:
        # It is ours alone, and holds nothing that cannot be made again.
        path.unlink()
        _index_examples(path)


def _is_stale(path: Path) -> bool:
    from drawdown_cli.store.index import Index

    with Index.open(path) as index:
        return index.is_stale() or index.is_empty()


def _index_examples(path: Path) -> None:
    from drawdown_cli.articles.shipped import data_folder
    from drawdown_cli.indexing import index_paths
    from drawdown_cli.store.index import Index

    with Index.open(path, write=True) as index:
        index_paths([data_folder()], index)


def _temporary(name: str) -> Path:
    import atexit
    import tempfile

    folder = tempfile.TemporaryDirectory(prefix="drawdown-")
    atexit.register(folder.cleanup)
    return Path(folder.name) / name
