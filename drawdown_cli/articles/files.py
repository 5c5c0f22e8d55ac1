"""Find the files below the paths that a user names; links that loop, pipes and strangers are told apart."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from drawdown_cli.articles.pages import Skipped

_HIDDEN = (".", "~$")
_ABOUT = frozenset({"manifest.toml", "readme", "readme.md", "readme.txt"})
"""What describes a folder of articles and is none; read only when it is named itself."""


class Found(NamedTuple):
    """A file as it was found: where, how large, and when it was last written."""

    path: str
    size: int
    modified_ns: int


def find_files(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Found | Skipped]:
    """Yield the regular files at and below `paths` in a stable order, each once; folders hide what begins
    with a dot."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        yield from _find(os.path.abspath(os.path.expanduser(path)), seen, named=True)


def printable(path: str) -> str:
    """Return a path that can be stored and shown, whatever bytes the file system gave it."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _find(path: str, seen: set[tuple[int, int]], *, named: bool) -> Iterator[Found | Skipped]:
    try:
        status = os.stat(path)
    except OSError as error:
        yield Skipped(printable(path), why(error), failed=True)
        return
    place = (status.st_dev, status.st_ino)
    if stat.S_ISDIR(status.st_mode):
        if place in seen:
            # Only a link leads twice to one folder; following it again might never end.
            yield Skipped(printable(path), "leads to a folder that is read already", failed=False)
            return
        seen.add(place)
        yield from _children(path, seen)
    elif not stat.S_ISREG(status.st_mode):
        yield Skipped(printable(path), "is no file but a device, a pipe or a socket", failed=named)
    elif place not in seen or status.st_nlink > 1:
        seen.add(place)
        yield Found(path, status.st_size, status.st_mtime_ns)


def _children(path: str, seen: set[tuple[int, int]]) -> Iterator[Found | Skipped]:
    try:
        names = sorted(os.listdir(path))
    except OSError as error:
        yield Skipped(printable(path), why(error), failed=True)
        return
    for name in names:
        if not name.startswith(_HIDDEN) and name.lower() not in _ABOUT:
            yield from _find(os.path.join(path, name), seen, named=False)


def why(error: OSError) -> str:
    """Return the reason that an operating system gives, in our words where they are clearer."""
    if isinstance(error, FileNotFoundError):
        return "does not exist"
    if isinstance(error, PermissionError):
        return "may not be read by you"
    return (error.strerror or str(error)).lower()


def stem(path: str) -> str:
    """Return a file's name without the endings that tell its type.

    >>> stem("news/a.b.jsonl.gz")
    'a.b'
    """
    name = os.path.basename(path)
    base, ending = os.path.splitext(name)
    if ending.lower() == ".gz":
        base = os.path.splitext(base)[0]
    return base
