"""Folders for work under way: a lock in each says that its process lives; dead ones are cleared."""

from __future__ import annotations

import glob
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from drawdown_cli.errors import StoreError
from drawdown_cli.store.lock import lock_path, writer_lock

_HELD = "scratch"


@contextmanager
def scratch_folder(beside: Path) -> Iterator[Path]:
    """Make a folder beside a path while the block runs, and clear those that killed processes left there.

    Raises OSError or StoreError where nothing can be written.
    """
    import tempfile

    for left in beside.parent.glob(f"{glob.escape(beside.name)}-*"):
        _clear(left)
    made = Path(tempfile.mkdtemp(prefix=f"{beside.name}-", dir=beside.parent))
    try:
        with writer_lock(made / _HELD):
            yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _clear(folder: Path) -> None:
    """Remove a folder of ours whose process is dead; without a lock it may be one that is just being made."""
    if lock_path(folder / _HELD).exists():
        with suppress(StoreError), writer_lock(folder / _HELD, wait=0):
            shutil.rmtree(folder, ignore_errors=True)
