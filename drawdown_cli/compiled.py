"""What was worked out of the lexicons, kept for the next process: TOML is slow to read, and words to inflect.

It is kept as Python keeps its bytecode: beside the lexicons in `__pycache__`, or in the user's cache folder
where that cannot be written. What is kept counts only while the files and the code that it came from are the
same, it is whole, and nobody but us, the owner of those files or root wrote it. Nothing depends on it.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

T = TypeVar("T")
_Stamp = tuple[tuple[str, int, int], ...]

_PACKAGE = Path(__file__).parent
_CODE, _FOLDING = ("compiled.py", "entries.py", "forms.py", "lexicon.py"), "arabic"
"""The code that words pass through before they are kept."""
_ROOT = 0
_CHECKED = 4
"""Bytes of the check sum that stands before what is kept."""


def compiled(name: str, files: Sequence[Path], make: Callable[[], T]) -> T:
    """Return what `make` makes of these files: plain values, kept as long as the files stay the same.

    What comes of no files is not kept.
    """
    if not files:
        return make()
    try:
        states = [os.stat(file) for file in files]
        stamp = (*_code(), *_stamps(files, states))
    except OSError:  # a package that does not lie in files
        return make()
    owners = {_ROOT, *_us(), *(state.st_uid for state in states)}
    places = [folder / f"{name}.{sys.implementation.cache_tag}" for folder in _folders(files[0].parent)]
    for place in places:
        with suppress(OSError, ValueError, EOFError, TypeError):
            kept: T = _read(place, stamp, owners)
            return kept
    value = make()
    for place in places:
        with suppress(OSError, ValueError):
            _keep(place, stamp, value)
            break
    return value


def read_toml(path: Path) -> dict[str, Any]:
    """Return what a TOML file of ours says."""
    return compiled(path.stem, [path], lambda: _parsed(path))


def _parsed(path: Path) -> dict[str, Any]:
    import tomllib

    return tomllib.loads(path.read_text(encoding="utf-8"))


def _read(place: Path, stamp: _Stamp, owners: set[int]) -> Any:
    """What is kept at a place; raises ValueError where it is not to be used."""
    with place.open("rb") as file:
        if os.fstat(file.fileno()).st_uid not in owners:
            raise ValueError("somebody else's")
        check, body = file.read(_CHECKED), file.read()
    if check != _check(body):
        raise ValueError("damaged")
    kept, value = marshal.loads(body)
    if kept != stamp:
        raise ValueError("of other files")
    return value


def _keep(place: Path, stamp: _Stamp, value: Any) -> None:
    """Write all of it or nothing, whoever else is writing."""
    body = marshal.dumps((stamp, value))
    place.parent.mkdir(parents=True, exist_ok=True)
    draft = place.with_name(f"{place.name}.{os.getpid()}")
    try:
        draft.write_bytes(_check(body) + body)
        draft.replace(place)
    except OSError:
        draft.unlink(missing_ok=True)
        raise


def _check(body: bytes) -> bytes:
    return crc32(body).to_bytes(_CHECKED, "big")


def _folders(beside: Path) -> Iterator[Path]:
    yield beside / "__pycache__"
    home = (
        os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.expanduser("~/.cache")
    )
    if os.path.isabs(home):
        # Each installation of ours has its own folder: they may differ.
        yield Path(home, "drawdown", f"{crc32(os.fsencode(beside)):08x}")


@cache
def _code() -> _Stamp:
    inside = sorted(name for name in os.listdir(_PACKAGE / _FOLDING) if name.endswith(".py"))
    files = [_PACKAGE / name for name in (*_CODE, *(f"{_FOLDING}/{name}" for name in inside))]
    return tuple(_stamps(files, map(os.stat, files)))


def _stamps(files: Iterable[Path], states: Iterable[os.stat_result]) -> Iterator[tuple[str, int, int]]:
    for file, state in zip(files, states, strict=True):
        yield str(file), state.st_size, state.st_mtime_ns


def _us() -> Iterator[int]:
    if sys.platform != "win32":
        yield os.geteuid()
