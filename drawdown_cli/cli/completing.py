"""What the shell offers at <TAB>: at once, and silently nothing whatever is wrong."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from drawdown_cli.store.index import Index

COMPLETING = "_DRAWDOWN_COMPLETE"
"""The variable by which a shell asks what could come next, as Typer names it."""

Choices = Callable[[str], list[str]]
Offer = tuple[str, str]
_MOST = 50
_UNSAFE = re.compile(r"[\"'`$\\():;|&<>!*?\[\]{}~#\x00-\x1f]")
"""What a completion script might run or trip over: names that hold it are not offered."""


def asked_command() -> str:
    """Return the word in which a shell that asks for completion has the command, '' where there is none."""
    words = os.environ.get("COMP_WORDS", os.environ.get("_TYPER_COMPLETE_ARGS", "")).split()
    return words[1] if len(words) > 1 else ""


def choices(*values: str) -> Choices:
    """Return what offers these values.

    >>> choices("json", "jsonl", "csv")("j")
    ['json', 'jsonl']
    """
    return lambda incomplete: [value for value in values if value.startswith(incomplete)]


def several(*values: str) -> Choices:
    """Return what offers these values for each place of a list with commas.

    >>> several("direct", "mixed", "indirect")("direct,m")
    ['direct,mixed']
    """

    def offered(incomplete: str) -> list[str]:
        given, comma, last = incomplete.rpartition(",")
        rest = (value for value in values if value not in given.split(","))
        return [given + comma + value for value in rest if value.startswith(last)]

    return offered


def speakers(context: typer.Context, incomplete: str) -> list[str]:
    """Offer the names of who is quoted that begin so; else those of which a word does."""
    return [name for name, _ in _offered(context, lambda index: _speakers(index, incomplete))]


def documents(context: typer.Context, incomplete: str) -> list[Offer]:
    """Offer the names of articles that begin so, with their titles."""
    return _offered(context, lambda index: _documents(index, incomplete))


def sources(context: typer.Context, incomplete: str) -> list[str]:
    """Offer the sources of articles that begin so."""
    return [name for name, _ in _offered(context, lambda index: _sources(index, incomplete))]


def _speakers(index: Index, incomplete: str) -> Iterator[Offer]:
    names = index.searching.names_of_speakers(incomplete, _MOST)
    names = names or index.searching.names_of_speakers(incomplete, _MOST, inside=True)
    return ((name, "") for name in names)


def _documents(index: Index, incomplete: str) -> Iterator[Offer]:
    docs = index.docs_beginning_with(incomplete, _MOST)
    articles = index.fetch(docs)
    return ((doc, articles[doc].title) for doc in docs)


def _sources(index: Index, incomplete: str) -> Iterator[Offer]:
    return ((name, "") for name in index.searching.sources_like([""]) if name.startswith(incomplete))


def _offered(context: typer.Context, find: Callable[[Index], Iterable[Offer]]) -> list[Offer]:
    try:
        with closing(_index(context)) as index:
            offers = [(value, _UNSAFE.sub(" ", help)) for value, help in find(index)]
    except Exception:  # whatever it is, a shell that is asked for a word cannot show it
        return []
    return [(_typed(value), help) for value, help in offers if value and not _UNSAFE.search(value)]


def _index(context: typer.Context) -> Index:
    """The index that the command would read; the shipped articles are not indexed for this."""
    from drawdown_cli.cli.config import data_home, read_config
    from drawdown_cli.store.index import Index

    named = context.params.get("index") or read_config().get("index")
    if named:
        return Index.open(Path(named).expanduser())
    own, examples = data_home() / "drawdown.sqlite3", data_home() / "examples.sqlite3"
    return Index.open(own if own.exists() else examples)


class _Word(str):
    """A value as it stands on the command line, where it need not begin as what was typed.

    Typer drops what does not: a name of which a later word was typed, or that has its spaces escaped.
    """

    def startswith(self, *_: object) -> bool:
        """Agree to anything."""
        return True


def _typed(value: str) -> str:
    """A value as it must stand on the command line; zsh and fish see to spaces themselves."""
    if os.environ.get(COMPLETING) != "complete_bash" or _is_in_quotes():
        return _Word(value)
    return _Word(value.replace(" ", "\\ "))


def _is_in_quotes() -> bool:
    words = os.environ.get("COMP_WORDS", "").split("\n")
    return words[-1][:1] in ('"', "'")
