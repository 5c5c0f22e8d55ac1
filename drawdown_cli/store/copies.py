"""Link articles that are one text twice: the same under another address, or wire copy with small edits.

Candidates share a key of their sketches; their words are then compared. The work grows with the number of
articles, not of pairs. The first article stored is the original, and the copies point at it.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import TypeVar

from drawdown_cli.arabic.minhash import band_keys
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.similarity import sequence_similarity
from drawdown_cli.models import Change, Quote
from drawdown_cli.store.words import Words

WordsOf = Callable[[int], Words]
"""What tells the words of a stored article, written already or about to be."""

Fact = TypeVar("Fact", Quote, Change)

ALIKE = 0.8
"""The share of words in common, in order, from which on two articles are one."""
_CROWD = 40
"""So many articles under one key share a site's standing text, not an article."""
_CANDIDATES = 5
_CHUNK = 500


def link_copy(connection: sqlite3.Connection, article: int, keys: Sequence[int], words_of: WordsOf) -> None:
    """Note the original that a stored article is a copy of, or else the keys by which its copies find it."""
    found = _sharing(connection, keys)
    shared = Counter(other for _, other in found if other != article)
    words = words_of(article).body.split() if shared else []
    # Most keys in common first, then the article that was stored first.
    for other, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CANDIDATES]:
        if sequence_similarity(words, words_of(other).body.split()) >= ALIKE:
            connection.execute("INSERT INTO copies VALUES (?, ?)", (article, other))
            return
    crowded = {key for key, count in Counter(key for key, _ in found).items() if count >= _CROWD}
    connection.executemany(
        "INSERT OR IGNORE INTO sketches VALUES (?, ?)", [(key, article) for key in keys if key not in crowded]
    )


def hand_over(connection: sqlite3.Connection, article: int, words_of: WordsOf) -> None:
    """Let the first copy take the place of an original that is about to go."""
    keys = band_keys(words_of(article).body.split())
    connection.executemany(
        "DELETE FROM sketches WHERE key = ? AND article = ?", [(key, article) for key in keys]
    )
    heir = connection.execute("SELECT min(article) FROM copies WHERE original = ?", (article,)).fetchone()[0]
    if heir is not None:
        connection.execute("DELETE FROM copies WHERE article = ?", (heir,))
        connection.execute("UPDATE copies SET original = ? WHERE original = ?", (heir, article))
        link_copy(connection, heir, band_keys(words_of(heir).body.split()), words_of)


def originals(connection: sqlite3.Connection, docs: Iterable[str] | None = None) -> dict[str, str]:
    """Return the document name of the original of each copy; with `docs`, of those among them."""
    sql = (
        "SELECT a.doc, o.doc FROM articles a JOIN copies c ON c.article = a.number "
        "JOIN articles o ON o.number = c.original"
    )
    if docs is None:
        return dict(connection.execute(sql))
    found: dict[str, str] = {}
    some = iter(sorted(set(docs)))
    while chunk := list(islice(some, _CHUNK)):
        found.update(connection.execute(f"{sql} WHERE a.doc IN ({', '.join('?' * len(chunk))})", chunk))
    return found


def families(connection: sqlite3.Connection, docs: Iterable[str]) -> dict[str, str]:
    """Return the original's document name for each of `docs` that is a copy or has copies."""
    found = originals(connection, docs)
    sql = (
        "SELECT doc FROM articles a WHERE doc = ? AND EXISTS (SELECT 1 FROM copies WHERE original = a.number)"
    )
    for doc in docs:
        found.update((own, own) for (own,) in connection.execute(sql, (doc,)))
    return found


def told_once(
    facts: Iterable[Fact],
    families_of: Callable[[set[str]], Mapping[str, str]],
    words: Callable[[Fact], str],
) -> Iterator[Fact]:
    """Yield facts without those that an article only repeats from another of which it is a copy.

    What the copy alone says is its own; what both say is shown where it comes first. `families_of` names the
    original of each copy and of each original among some documents.
    """
    told: dict[tuple[str, str], str] = {}
    rest = iter(facts)
    while some := list(islice(rest, _CHUNK)):
        originals = families_of({fact.doc for fact in some})
        for fact in some:
            family = originals.get(fact.doc)
            if family is None or told.setdefault((family, fold(words(fact))), fact.doc) == fact.doc:
                yield fact


def in_time(change: Change) -> tuple[date, str, int]:
    """Return what puts changes in order of time, articles and places."""
    return change.date_start or change.date_end or date.max, change.doc, change.start


def _sharing(connection: sqlite3.Connection, keys: Sequence[int]) -> list[tuple[int, int]]:
    marks = ", ".join("?" * len(keys))
    return connection.execute(f"SELECT key, article FROM sketches WHERE key IN ({marks})", keys).fetchall()
