"""What the search side asks of an index: its vocabulary, and candidates with the words they are ranked by."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.store.packed import unpack_text
from drawdown_cli.store.plan import Candidate, Plan
from drawdown_cli.store.vocabulary import Vocabulary
from drawdown_cli.store.words import Numbers, Words, numbered, text_words, unpack

if TYPE_CHECKING:
    from drawdown_cli.store.catchup import Say
    from drawdown_cli.store.engine import Engine

T = TypeVar("T")
SpokenRow = tuple[str, str, str, str, str, str, int]

_CHUNK = 500
_SPEAKER_ID = (
    "s.string FROM quote_rows q JOIN mentions m ON m.number = q.mention "
    "JOIN strings s ON s.number = m.speaker_id"
)

REMOVED_FLOOR = "removed_floor"
"""The fact that names the generation up to which the list of removed articles was cleared."""


class Found(NamedTuple):
    """A text to be ranked: an article (span 0, -1), or one quotation in it."""

    doc: str
    start: int
    end: int
    words: Numbers


def quiet(_message: str) -> None:
    """Say nothing."""


class SearchStore:
    """The search half of an open index."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._engine: Engine | None = None
        self.vocabulary = Vocabulary(connection)

    def catch_up(self, say: Say = quiet) -> None:
        """Bring the search folder to the state of the index; `say` hears why it had to be rebuilt."""
        from drawdown_cli.store.catchup import open_engine

        self._engine = open_engine(self._path, self._connection, say)

    def find(self, plan: Plan, limit: int, say: Say = quiet) -> list[Found]:
        """Return the likeliest texts for a plan, each with its words."""
        candidates = self.candidates(plan, limit, say)
        if plan.in_quotes:
            return list(self._quotes(candidates))
        return list(self._articles([candidate.article for candidate in candidates]))

    def docs_quoting(self, plan: Plan, say: Say = quiet) -> tuple[str, ...]:
        """Return the documents that have a quotation which the engine proposes for a plan, in order."""
        (limit,) = self._connection.execute("SELECT count(*) FROM quote_rows").fetchone()
        numbers = {candidate.article for candidate in self.candidates(plan, max(1, limit), say)}
        sql = "SELECT doc FROM articles WHERE number IN (SELECT value FROM json_each(?)) ORDER BY doc"
        return tuple(doc for (doc,) in self._connection.execute(sql, (json.dumps(sorted(numbers)),)))

    def find_spelt(self, plan: Plan, spellings: Sequence[str], limit: int, say: Say = quiet) -> list[Found]:
        """Return the likeliest texts for a plan that hold one of these spellings letter for letter."""
        candidates = self.candidates(plan, self.vocabulary.totals().articles * 4 + limit, say)
        if plan.in_quotes:
            return list(self._quotes(candidates))[:limit]
        numbers = [candidate.article for candidate in candidates]
        kept: list[int] = []
        for some in _chunks(numbers):
            kept += self._holding(some, spellings)
            if len(kept) >= limit:
                break
        return list(self._articles(kept[:limit]))

    def everything(self) -> Iterator[Found]:
        """Yield all articles with their words: what a full scan reads."""
        rows = self._connection.execute("SELECT number FROM articles ORDER BY doc").fetchall()
        yield from self._articles([number for (number,) in rows])

    def sources_like(self, names: Sequence[str]) -> tuple[str, ...]:
        """Return the sources whose folded name holds one of these names."""
        wanted = [fold(name) for name in names]
        rows = self._connection.execute("SELECT DISTINCT source FROM articles ORDER BY source")
        return tuple(source for (source,) in rows if any(name in fold(source) for name in wanted))

    def spoken(self, without: Sequence[str] = ()) -> Iterator[SpokenRow]:
        """Yield who is quoted in which role: id, name, type, role, first and last day, how often.

        Quotations whose ids are in `without` do not count.
        """
        left_out = f"AND id NOT IN ({_marks(without)}) " if without else ""
        yield from self._connection.execute(
            "SELECT speaker_id, speaker, speaker_type, role, coalesce(min(since), ''), "
            f"coalesce(max(until), ''), count(*) FROM quotes WHERE speaker <> '' {left_out}"
            "GROUP BY speaker_id, speaker, speaker_type, role ORDER BY speaker_id, speaker, role",
            without,
        )

    def names_of_speakers(self, beginning: str, limit: int, *, inside: bool = False) -> list[str]:
        """Return the names of speakers that begin so, or of which, `inside`, a later word does, in order."""
        rows = self._connection.execute(
            "SELECT DISTINCT s.string FROM mentions m JOIN strings s ON s.number = m.speaker "
            f"WHERE {'instr' if inside else '1 = instr'}(s.string, ?) ORDER BY s.string LIMIT ?",
            (f" {beginning}" if inside else beginning, limit),
        )
        return [name for (name,) in rows if name]

    def places(self, quotes: Sequence[str]) -> dict[str, tuple[Candidate, str]]:
        """Return where quotations are and whose they are, by their ids."""
        found = {}
        for some in _chunks([int(name[1:], 16) for name in quotes]):
            for article, ordinal, number, speaker in self._connection.execute(
                f"SELECT q.article, q.ordinal, q.id, {_SPEAKER_ID} WHERE q.id IN ({_marks(some)})", some
            ):
                found[f"q{number:010x}"] = (Candidate(article, ordinal), speaker)
        return found

    def speakers_at(self, places: Sequence[Candidate]) -> dict[Candidate, str]:
        """Return the ids of the speakers of the quotations at these places."""
        found = {}
        for some in _chunks(places):
            sql = f"SELECT q.article, q.ordinal, {_SPEAKER_ID} WHERE (q.article, q.ordinal) IN (VALUES "
            pairs = ", ".join(["(?, ?)"] * len(some))
            for *place, speaker in self._connection.execute(f"{sql}{pairs})", list(chain(*some))):
                found[Candidate(*place)] = speaker
        return found

    def candidates(self, plan: Plan, limit: int, say: Say = quiet) -> list[Candidate]:
        """Return what the engine proposes for a plan; a damaged folder is made anew first."""
        if self._engine is None:
            self.catch_up(say)
        assert self._engine is not None
        try:
            return self._engine.candidates(plan, limit)
        except (ValueError, OSError) as error:
            from drawdown_cli.store.catchup import rebuild

            say(f"the search folder of {self._path.name} is damaged ({error}); rebuilding it")
            self._engine = rebuild(self._path, self._connection, say)
            return self._engine.candidates(plan, limit)

    def _articles(self, numbers: Sequence[int]) -> Iterator[Found]:
        for some in _chunks(numbers):
            sql = f"SELECT doc, words FROM article_words WHERE article IN ({_marks(some)})"
            for doc, packed in self._connection.execute(sql, some):
                yield Found(doc, 0, -1, unpack(packed))

    def _quotes(self, places: Sequence[Candidate]) -> Iterator[Found]:
        for some in _chunks(places):
            pairs = ", ".join("(?, ?)" for _ in some)
            rows = self._connection.execute(
                'SELECT w.doc, r.start, r."end", a.text FROM quote_rows r '
                "JOIN article_words w ON w.article = r.article JOIN articles a ON a.number = r.article "
                f"WHERE (r.article, r.ordinal) IN (VALUES {pairs})",
                [number for place in some for number in (place.article, place.quote)],
            ).fetchall()
            words = [text_words(unpack_text(text)[start:end]) for _, start, end, text in rows]
            terms = self.vocabulary.with_forms(form for one in words for form in one)
            numbers = {term.form: term.number for term in terms}
            for (doc, start, end, _), forms in zip(rows, words, strict=True):
                yield Found(doc, start, end, numbered(Words("", " ".join(forms)), numbers))

    def _holding(self, numbers: Sequence[int], spellings: Sequence[str]) -> list[int]:
        rows = self._connection.execute(
            f"SELECT number, title, text FROM articles WHERE number IN ({_marks(numbers)})", numbers
        )
        kept = set()
        for number, title, packed in rows:
            text = unpack_text(packed)
            if any(spelling in text or spelling in title for spelling in spellings):
                kept.add(number)
        return [number for number in numbers if number in kept]


def _chunks(values: Sequence[T]) -> Iterator[Sequence[T]]:
    for at in range(0, len(values), _CHUNK):
        yield values[at : at + _CHUNK]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
