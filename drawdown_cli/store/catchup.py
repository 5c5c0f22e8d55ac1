"""Keep the search folder in step with the index that it is derived from."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, suppress
from datetime import date
from pathlib import Path

from drawdown_cli.arabic.stem import stems
from drawdown_cli.errors import StoreError
from drawdown_cli.store.engine import Bounds, Engine, Entry
from drawdown_cli.store.packed import unpack_text
from drawdown_cli.store.searching import REMOVED_FLOOR
from drawdown_cli.store.vocabulary import Vocabulary
from drawdown_cli.store.words import Words, text_words, unpack

Say = Callable[[str], None]


def search_folder(index: Path) -> Path:
    """Return the path of the search folder that belongs to an index."""
    return index.with_name(index.name + ".search")


def open_engine(index: Path, connection: sqlite3.Connection, say: Say) -> Engine:
    """Return the index's engine, caught up, or rebuilt where it is missing, damaged or of another version."""
    folder, generation = search_folder(index), _number(connection, "generation")
    engine = _opened(folder)
    has = engine.generation() if engine else -1
    if engine and has == generation:
        return engine
    if engine and max(0, _number(connection, REMOVED_FLOOR)) <= has < generation:
        _catch_up(engine, connection, has, generation, say)
        return engine
    if generation:
        say(f"search folder {folder} {_trouble(folder, engine, has)}; rebuilding it from {index.name}")
    return rebuild(index, connection, say)


def rebuild(index: Path, connection: sqlite3.Connection, say: Say) -> Engine:
    """Make the search folder anew; in a temporary place where its own cannot be written."""
    from drawdown_cli.store.scratch import scratch_folder

    folder = search_folder(index)
    with ExitStack() as scratch:
        try:
            made = scratch.enter_context(scratch_folder(folder))
        except (OSError, StoreError):
            made = _until_exit()
            say(f"{folder.parent} cannot be written; the search folder is kept in {made} for this run")
            return _filled(made / "search", connection)
        _filled(made / "search", connection)
        return _put_in_place(made / "search", folder)


def _put_in_place(made: Path, folder: Path) -> Engine:
    trash = made.with_name("old")
    with suppress(FileNotFoundError):
        folder.rename(trash)
    with suppress(OSError):  # another process was faster: its folder is as good
        made.rename(folder)
    return Engine(folder)


def _filled(folder: Path, connection: sqlite3.Connection) -> Engine:
    engine = Engine.make(folder)
    with _Snapshot(connection):
        engine.write((), _entries(connection, 0), _number(connection, "generation"))
    return engine


def _catch_up(engine: Engine, connection: sqlite3.Connection, has: int, generation: int, say: Say) -> None:
    with _Snapshot(connection):
        gone = [
            number
            for (number,) in connection.execute(
                "SELECT article FROM removed WHERE generation > ? "
                "UNION SELECT article FROM article_words WHERE generation > ?",
                (has, has),
            )
        ]
        try:
            engine.write(gone, _entries(connection, has), _number(connection, "generation"))
        except (ValueError, OSError):
            say("the search folder is being written, or cannot be: the newest articles may be missing")


class _Snapshot:
    """One state of the index for several questions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def __enter__(self) -> None:
        self._connection.execute("BEGIN")

    def __exit__(self, *_: object) -> None:
        self._connection.execute("COMMIT")


def _entries(connection: sqlite3.Connection, after: int) -> Iterator[Entry]:
    """What the folder must hold of the articles stored after a generation, and of their quotations."""
    yield from _articles(connection, after)
    yield from _quotes(connection, after)


def _articles(connection: sqlite3.Connection, after: int) -> Iterator[Entry]:
    vocabulary = Vocabulary(connection)
    rows = connection.execute(
        "SELECT a.number, a.source, a.published_start, a.published_end, w.words FROM articles a "
        "JOIN article_words w ON w.article = a.number WHERE w.generation > ?",
        (after,),
    )
    for number, source, start, end, packed in rows:
        words = unpack(packed)
        spelt = vocabulary.spellings({*words.title, *words.body})
        title, body = ([spelt[n] for n in part] for part in words)
        bounds = Bounds(*(day and date.fromisoformat(day).toordinal() for day in (start, end)))
        yield Entry(
            number, None, "", source, bounds, _joined(title, body), _joined(stems(title), stems(body))
        )


def _quotes(connection: sqlite3.Connection, after: int) -> Iterator[Entry]:
    rows = connection.execute(
        'SELECT q.article, q.ordinal, s.string, a.source, q.since, q.until, a.text, q.start, q."end" '
        "FROM quote_rows q JOIN articles a ON a.number = q.article "
        "JOIN article_words w ON w.article = q.article "
        "JOIN mentions m ON m.number = q.mention JOIN strings s ON s.number = m.speaker_id "
        "WHERE w.generation > ? ORDER BY q.article, q.ordinal",
        (after,),
    )
    read, text = 0, ""
    for number, quote, speaker, source, since, until, packed, start, end in rows:
        if number != read:
            read, text = number, unpack_text(packed)
        found = text_words(text[start:end])
        forms = _joined((), found)
        yield Entry(number, quote, speaker, source, Bounds(since, until), forms, _joined((), stems(found)))


def _joined(title: Iterable[str], body: Iterable[str]) -> Words:
    return Words(" ".join(title), " ".join(body))


def _opened(folder: Path) -> Engine | None:
    """The folder's engine, or None where it cannot be read."""
    if not folder.is_dir():
        return None
    try:
        engine = Engine(folder)
        engine.generation()
    except (ValueError, OSError, KeyError):
        return None
    return engine


def _trouble(folder: Path, engine: Engine | None, has: int) -> str:
    if not folder.exists():
        return "is missing"
    if engine is None:
        return "is damaged"
    return "was made by another version" if has < 0 else "belongs to another state of the index"


def _number(connection: sqlite3.Connection, fact: str) -> int:
    row = connection.execute("SELECT value FROM facts_about_index WHERE name = ?", (fact,)).fetchone()
    return int(row[0]) if row else 0


def _until_exit() -> Path:
    """A folder among the system's temporary ones, which this process clears when it ends."""
    import atexit
    import tempfile

    from drawdown_cli.store.scratch import scratch_folder

    scratch, owner = ExitStack(), os.getpid()
    made = scratch.enter_context(scratch_folder(Path(tempfile.gettempdir()) / "drawdown-search"))
    atexit.register(lambda: scratch.close() if os.getpid() == owner else None)
    return made
