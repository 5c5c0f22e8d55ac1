"""One writer at a time: a lock file that the system frees when its holder dies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from drawdown_cli.errors import IndexLocked, StoreError

if os.name == "nt":  # pragma: no cover
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        os.lseek(descriptor, 4096, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def writer_lock(index: Path, wait: float = 10.0) -> Iterator[None]:
    """Hold the lock beside `index`, whose folder is made, waiting up to `wait` seconds for another writer.

    Raises IndexLocked naming the holder, StoreError where nothing can be written.
    """
    try:
        index.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(lock_path(index), os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        reason = f"cannot be written ({(error.strerror or str(error)).lower()})"
        raise StoreError(f"{index}: {reason}; name another place with --index") from error
    try:
        _acquire(descriptor, index, wait)
        os.ftruncate(descriptor, 0)
        os.pwrite(descriptor, f"process {os.getpid()}".encode(), 0)
        yield
    finally:
        os.close(descriptor)


def lock_path(index: Path) -> Path:
    """Return the path of the lock file that belongs to an index."""
    return index.with_name(index.name + ".lock")


def _acquire(descriptor: int, index: Path, wait: float) -> None:
    until = time.monotonic() + wait
    while True:
        try:
            _try_lock(descriptor)
        except OSError as error:
            if time.monotonic() >= until:
                holder = os.pread(descriptor, 100, 0).decode(errors="replace") or "another process"
                raise IndexLocked(str(index), holder) from error
            time.sleep(0.05)
        else:
            return
