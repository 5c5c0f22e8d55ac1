"""The index's vocabulary: how many articles hold a word, and which words are like it.

It changes in the transaction that changes the articles. Words are neighbours when they are equal after one
letter is left out of either, or when their consonant skeletons are: both are looked up, nothing is loaded.
The keys for that are written at the end of a run, in their order, which takes half the room and the time.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple
from zlib import crc32

from drawdown_cli.arabic.stem import PROCLITICS, parts, stem_of
from drawdown_cli.arabic.transliterate import is_latin, skeleton, skeletons
from drawdown_cli.store.packed import pack_numbers, unpack_numbers
from drawdown_cli.store.words import Words, numbered, pack, unpack

_SHORTEST_WITH_NEIGHBOURS = 3
_LONGEST_WITH_NEIGHBOURS = 24
_LATIN_SKELETONS = 8
_CHUNK = 500
_BASES_AT_ONCE = 60_000
_KEY_SHIFT = 9
"""Keys of 23 bits take three bytes in SQLite; two words that share one by chance are compared, no more."""
_LAST_CHARACTER = chr(0x10FFFF)
_LAST_WITH_KEYS = "last_base_with_keys"
_KEPT_SPELLINGS = 500_000


class Term(NamedTuple):
    """A folded word of the index and the number of articles that hold it.

    `number` is its name within one index, and says nothing else.
    """

    form: str
    base: str
    stem: str
    df: int
    number: int


class Totals(NamedTuple):
    """What the index holds: articles, and the words of their texts."""

    articles: int
    words: int


class VocabularyWriter:
    """Counts the words of the articles stored and removed in one transaction, then writes what changed."""

    def __init__(self, connection: sqlite3.Connection, generation: int) -> None:
        self._connection = connection
        self._generation = generation
        self._changes: Counter[str] = Counter()
        self._added: dict[int, tuple[str, Words]] = {}
        self._articles = self._words = 0

    def add(self, article: int, doc: str, words: Words) -> None:
        """Take in the words of an article."""
        self._added[article] = (doc, words)
        self._changes.update(self._counted(words, 1))

    def remove(self, article: int) -> None:
        """Take away the words of an article that is about to go."""
        words = self.words_of(article)
        self._added.pop(article, None)
        self._changes.subtract(self._counted(words, -1))
        self._connection.execute("INSERT OR IGNORE INTO removed VALUES (?, ?)", (article, self._generation))

    def words_of(self, article: int) -> Words:
        """Return the words of an article, written already or about to be."""
        return self._added[article][1] if article in self._added else self._stored(article)

    def write(self) -> None:
        """Write words and counts; must come before the transaction ends."""
        changes = {form: by for form, by in self._changes.items() if by}
        numbers = self._numbers(sorted(self._changes))
        self._connection.executemany(
            "UPDATE terms SET df = df + ? WHERE number = ?",
            sorted(
                ((by, numbers[form]) for form, by in changes.items() if form in numbers), key=itemgetter(1)
            ),
        )
        # The words of most articles first: small numbers are packed in fewer bytes.
        new = ((form, by) for form, by in changes.items() if form not in numbers)
        numbers |= self._insert(sorted(new, key=lambda one: (-one[1], one[0])))
        if min(changes.values(), default=0) < 0:
            gone = [(numbers[form],) for form, by in changes.items() if by < 0]
            self._connection.executemany("DELETE FROM terms WHERE number = ? AND df <= 0", gone)
        rows = [
            (article, doc, self._generation, pack(numbered(words, numbers)))
            for article, (doc, words) in self._added.items()
        ]
        self._connection.executemany("INSERT OR REPLACE INTO article_words VALUES (?, ?, ?, ?)", rows)
        self._note_totals()

    def _stored(self, article: int) -> Words:
        sql = "SELECT words FROM article_words WHERE article = ?"
        row = self._connection.execute(sql, (article,)).fetchone()
        if not row:
            return Words("", "")
        stored = unpack(row[0])
        forms = Vocabulary(self._connection).spellings({*stored.title, *stored.body})
        return Words(*(" ".join([forms[number] for number in part]) for part in stored))

    def _counted(self, words: Words, by: int) -> set[str]:
        """Count an article and its words in or out; return the different ones."""
        body = words.body.split()
        self._articles += by
        self._words += by * len(body)
        return {*words.title.split(), *body}

    def _numbers(self, forms: Sequence[str]) -> dict[str, int]:
        return dict(_select(self._connection, "SELECT form, number FROM terms WHERE form IN", forms))

    def _insert(self, terms: Sequence[tuple[str, int]]) -> dict[str, int]:
        """Store new words; the keys of their neighbours come at the end of the run."""
        (last,) = self._connection.execute("SELECT coalesce(max(number), 0) FROM terms").fetchone()
        numbers = {form: number for number, (form, _) in enumerate(terms, last + 1)}
        self._connection.executemany(
            "INSERT INTO terms VALUES (?, ?, ?, ?)",
            [(numbers[form], form, key(parts(form).stem), by) for form, by in terms],
        )
        bases = sorted({parts(form).base for form, _ in terms})
        known = {base for (base,) in _select(self._connection, "SELECT base FROM bases WHERE base IN", bases)}
        (last,) = self._connection.execute("SELECT coalesce(max(number), 0) FROM bases").fetchone()
        new = list(enumerate((base for base in bases if base not in known), last + 1))
        self._connection.executemany("INSERT INTO bases VALUES (?, ?)", new)
        return numbers

    def _note_totals(self) -> None:
        for name, by in (("search_articles", self._articles), ("search_words", self._words)):
            self._connection.execute(
                "INSERT INTO facts_about_index VALUES (?, ?) "
                "ON CONFLICT (name) DO UPDATE SET value = CAST(value AS INTEGER) + excluded.value",
                (name, str(by)),
            )


def write_neighbours(connection: sqlite3.Connection) -> None:
    """Write the keys of the bases that have none yet; must be inside a transaction."""
    bases = iter(_without_keys(connection).fetchall())
    while some := list(islice(bases, _BASES_AT_ONCE)):
        _write_keys(connection, some)
        connection.execute(
            "INSERT OR REPLACE INTO facts_about_index VALUES (?, ?)", (_LAST_WITH_KEYS, str(some[-1][0]))
        )


def _write_keys(connection: sqlite3.Connection, bases: Iterable[tuple[int, str]]) -> None:
    """Write the keys of some bases, in order; under each the numbers that it has already come first."""
    numbers: dict[int, list[int]] = defaultdict(list)
    for number, base in bases:
        for at in base_keys(base):
            numbers[at].append(number)
    keys = sorted(numbers)
    # A first run finds none.
    if connection.execute("SELECT EXISTS (SELECT 1 FROM neighbours)").fetchone()[0]:
        for at, held in _select(connection, "SELECT key, bases FROM neighbours WHERE key IN", keys):
            numbers[at][:0] = unpack_numbers(held)
    rows = ((at, pack_numbers(numbers[at])) for at in keys)
    connection.executemany("INSERT OR REPLACE INTO neighbours VALUES (?, ?)", rows)


_WITHOUT_KEYS = (
    "SELECT number, base FROM bases WHERE number > "
    "coalesce((SELECT CAST(value AS INTEGER) FROM facts_about_index WHERE name = ?), 0) ORDER BY number"
)


def _without_keys(connection: sqlite3.Connection) -> sqlite3.Cursor:
    """The bases whose keys are still to be written, with their numbers, in order."""
    return connection.execute(_WITHOUT_KEYS, (_LAST_WITH_KEYS,))


class Vocabulary:
    """Answers what the index knows of a word."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._spellings: dict[int, str] = {}

    def totals(self) -> Totals:
        """Return how many articles and words there are."""
        sql = "SELECT name, CAST(value AS INTEGER) FROM facts_about_index"
        facts = dict(self._connection.execute(sql).fetchall())
        return Totals(facts.get("search_articles", 0), facts.get("search_words", 0))

    def is_complete(self) -> bool:
        """Whether the neighbours of all words have their keys: else each search goes through the others."""
        found = self._connection.execute(f"SELECT NOT EXISTS ({_WITHOUT_KEYS})", (_LAST_WITH_KEYS,))
        return bool(found.fetchone()[0])

    def with_forms(self, forms: Iterable[str]) -> list[Term]:
        """Return these words as far as the index has them, in order."""
        return self._terms("SELECT form, df, number FROM terms WHERE form IN", sorted(set(forms)))

    def with_stems(self, stems: Iterable[str]) -> list[Term]:
        """Return the words of these stems, in order."""
        wanted = set(stems)
        keys = sorted({key(stem) for stem in wanted})
        found = self._terms("SELECT form, df, number FROM terms WHERE stem IN", keys)
        return [term for term in found if term.stem in wanted]

    def with_bases(self, bases: Iterable[str]) -> list[Term]:
        """Return the words that are one of these without their proclitics, in order."""
        wanted = set(bases)
        return [term for term in self.with_stems({stem_of(base) for base in wanted}) if term.base in wanted]

    def beginning(self, start: str) -> list[Term]:
        """Return the words that begin so, with their proclitics or without."""
        sql = "SELECT form, df, number FROM terms WHERE form >= ? AND form < ?"
        found = set()
        for proclitic in ("", *PROCLITICS):
            behind = proclitic + start
            for row in self._connection.execute(sql, (behind, behind + _LAST_CHARACTER)):
                term = _term(*row)
                if not proclitic or term.base.startswith(start):
                    found.add(term)
        return sorted(found)

    def spellings(self, numbers: set[int]) -> Mapping[int, str]:
        """Return the words of these numbers, and perhaps of others: what was asked before is kept."""
        if len(self._spellings) > _KEPT_SPELLINGS:
            self._spellings.clear()
        asked = sorted(numbers.difference(self._spellings))
        sql = "SELECT number, form FROM terms WHERE number IN"
        self._spellings.update(_select(self._connection, sql, asked))
        return self._spellings

    def _terms(self, sql: str, values: Sequence[str] | Sequence[int]) -> list[Term]:
        return sorted(_term(*row) for row in _select(self._connection, sql, values))

    def neighbours(self, keys: Iterable[int]) -> Iterator[str]:
        """Yield the bases that share one of these keys, each once."""
        wanted = set(keys)
        packed = _select(self._connection, "SELECT bases FROM neighbours WHERE key IN", sorted(wanted))
        numbers = {number for (bases,) in packed for number in unpack_numbers(bases)}
        for (base,) in _select(self._connection, "SELECT base FROM bases WHERE number IN", sorted(numbers)):
            yield base
        for _, base in _without_keys(self._connection):
            if not wanted.isdisjoint(base_keys(base)):
                yield base


def _term(form: str, df: int, number: int) -> Term:
    bare = parts(form)
    return Term(form, bare.base, bare.stem, df, number)


def key(text: str) -> int:
    """Return the number under which a stem, a shortened base or a skeleton is kept."""
    return crc32(text.encode()) >> _KEY_SHIFT


def shortened(word: str) -> set[str]:
    """Return a word with one letter left out at each place, and the word itself."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def base_keys(base: str) -> set[int]:
    """Return the keys under which the neighbours of a base find it."""
    if not _SHORTEST_WITH_NEIGHBOURS <= len(base) <= _LONGEST_WITH_NEIGHBOURS or base[0].isdigit():
        return set()
    keys = {key(text) for text in shortened(base)}
    return keys | {key("#" + bones) for bones in _skeletons(base) if len(bones) > 1}


def _skeletons(base: str) -> tuple[str, ...]:
    return skeletons(base)[:_LATIN_SKELETONS] if is_latin(base) else (skeleton(base),)


def _select(
    connection: sqlite3.Connection, sql: str, values: Sequence[str] | Sequence[int]
) -> Iterator[tuple[Any, ...]]:
    """The rows of a query that ends in IN, for any number of values."""
    for at in range(0, len(values), _CHUNK):
        some = values[at : at + _CHUNK]
        yield from connection.execute(f"{sql} ({', '.join('?' * len(some))})", some)
