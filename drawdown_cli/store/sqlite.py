"""Open the SQLite file that is the truth: check that it is ours and of today's schema."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from itertools import count
from pathlib import Path

from drawdown_cli.errors import ForeignIndex, NoIndex, OldIndex, StoreError

APPLICATION_ID = 0x44524457  # "DRDW" in SQLite's header: the file is ours.
SCHEMA = 7
"""The version of schema.sql. An index of an older one is moved aside and its articles are read again."""

_MAPPED = 2**31 - 1
_HEADER = b"SQLite format 3\0"


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """Open the index at `path`; with `write`, make it where there is none.

    Raises NoIndex, OldIndex, ForeignIndex or StoreError; never changes a file that is not ours.
    """
    exists = _check_header(path)
    if not exists and not write:
        raise NoIndex(str(path))
    try:
        with ExitStack() as unless_ready:
            connection = unless_ready.enter_context(closing(_open(path, write=write)))
            _check_owner(connection, path, new=not exists)
            if write:
                _make(connection)
            _set_up(connection, write=write)
            unless_ready.pop_all()
    except sqlite3.Error as error:
        raise _story(path, error) from error
    return connection


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn SQLite's errors inside the block into a sentence that names the index."""
    try:
        yield
    except sqlite3.Error as error:
        raise _story(path, error) from error


def _check_header(path: Path) -> bool:
    """Whether there is a database; raises ForeignIndex where something else stands."""
    try:
        with path.open("rb") as file:
            start = file.read(len(_HEADER))
    except FileNotFoundError:
        return False
    except OSError as error:
        raise StoreError(f"{path}: {error.strerror or error}; name another with --index") from error
    if start and start != _HEADER:
        raise ForeignIndex(str(path), "is not a drawdown index (no SQLite file)")
    return bool(start)


def _open(path: Path, *, write: bool) -> sqlite3.Connection:
    if not write:
        return _open_to_read(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    return sqlite3.connect(path, timeout=30, isolation_level=None)


def _set_up(connection: sqlite3.Connection, *, write: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    # 64 MB of pages: an index that outgrows the default of 2 MB is read and written several times. SQLite
    # counts them by the size it knows: told before it has seen the file's, it would keep four times as much.
    connection.execute("PRAGMA cache_size = -64000")
    if not write:
        # What a question needs lies scattered: looking at pages costs half of copying them one by one.
        connection.execute(f"PRAGMA mmap_size = {_MAPPED}")


def _open_to_read(path: Path) -> sqlite3.Connection:
    uri = path.resolve().as_uri()
    connection = sqlite3.connect(f"{uri}?mode=ro", uri=True, timeout=30, isolation_level=None)
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.Error as error:
        connection.close()
        if not isinstance(error, sqlite3.OperationalError):
            raise
        # A write-ahead log needs a writable folder; where there is none, nobody can be writing.
        return sqlite3.connect(f"{uri}?immutable=1", uri=True, isolation_level=None)
    return connection


def _check_owner(connection: sqlite3.Connection, path: Path, *, new: bool) -> None:
    owner = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if owner != APPLICATION_ID and tables and not new:
        raise ForeignIndex(str(path), "is an SQLite file of another program")
    if owner == APPLICATION_ID and version > SCHEMA:
        raise ForeignIndex(str(path), f"was written by a newer drawdown (schema {version})")
    if owner == APPLICATION_ID and version < SCHEMA:
        raise OldIndex(str(path))


def move_old(path: Path) -> Path | None:
    """Move an index of an older schema aside, and return where to; None where there is none.

    The writer's lock must be held. Raises ForeignIndex or StoreError.
    """
    try:
        connect(path, write=False).close()
    except NoIndex:
        return None
    except OldIndex:
        with told(path), closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")  # what the log holds belongs into the file
        aside = next(place for number in count(1) if not (place := _aside(path, number)).exists())
        path.rename(aside)
        return aside
    return None


def _aside(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.old{number if number > 1 else ''}")


def _make(connection: sqlite3.Connection) -> None:
    connection.execute("PRAGMA page_size = 16384")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    if connection.execute("PRAGMA user_version").fetchone()[0] == 0:
        sql = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
        connection.executescript(
            f"BEGIN; {sql}; PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA}; COMMIT;"
        )


def _story(path: Path, error: sqlite3.Error) -> StoreError:
    reason = str(error)
    if "malformed" in reason or "not a database" in reason:
        return ForeignIndex(str(path), f"is damaged ({reason})")
    return StoreError(f"{path}: {reason}; check the disk and the folder's permissions")
