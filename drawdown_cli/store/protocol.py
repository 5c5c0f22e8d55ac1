"""What the query side knows of a store; SQLite with tantivy is the first that offers it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from drawdown_cli.models import Article, Change, ChangeFilter, Document, Quote, QuoteFilter, Sentence
from drawdown_cli.store.plan import Plan
from drawdown_cli.store.prepared import Prepared
from drawdown_cli.store.searching import Found
from drawdown_cli.store.vocabulary import Vocabulary


class FileState(NamedTuple):
    """A file as it was when it was read: by this an unchanged one is known again."""

    path: str
    size: int
    mtime_ns: int
    digest: str


class Health(NamedTuple):
    """What is in an index, and whether this program would analyse it in the same way."""

    articles: int
    quotes: int
    changes: int
    bytes: int
    schema: int
    analysis: str
    stale: bool
    generation: int


class Searching(Protocol):
    """The search half of a store: what it knows of words, and candidates for a plan."""

    @property
    def vocabulary(self) -> Vocabulary:
        """What the index knows of single words."""
        ...

    def find(self, plan: Plan, limit: int) -> list[Found]:
        """Return the likeliest texts for a plan, each with its words."""
        ...

    def find_spelt(self, plan: Plan, spellings: Sequence[str], limit: int) -> list[Found]:
        """Return the likeliest texts for a plan that hold one of these spellings."""
        ...


class Store(Protocol):
    """Holds analysed articles and answers questions about them."""

    @property
    def searching(self) -> Searching:
        """The search half."""
        ...

    def put_batch(
        self,
        documents: Iterable[Document | Prepared],
        finished: Iterable[FileState] = (),
        *,
        kept: Iterable[str] = (),
        same: Iterable[FileState] = (),
    ) -> int:
        """Store documents whole or not at all, replacing older versions; return how many.

        A finished file's older articles, and the file's state, change in the same transaction; articles whose
        ids are `kept`, and files that are the `same`, count as read again.
        """
        ...

    def forget(self, paths: Iterable[str]) -> int:
        """Remove files with their articles; return how many articles went."""
        ...

    def forget_states(self) -> None:
        """Forget which files were read, but keep their articles."""
        ...

    def originals(self, docs: Iterable[str] | None = None) -> dict[str, str]:
        """Return, for each document, or each of `docs`, that is a copy of another, the name of that one."""
        ...

    def files(self) -> dict[str, FileState]:
        """Return the state of every file that was read to its end, by path."""
        ...

    def article_ids(self, path: str) -> frozenset[str]:
        """Return the ids of the articles that came from a file, without those read before `forget_states`."""
        ...

    def articles_by_file(self) -> dict[str, int]:
        """Return how many articles came from each file."""
        ...

    def articles(self) -> Iterator[Article]:
        """Yield all articles in order of their document names."""
        ...

    def fetch(self, docs: Sequence[str]) -> dict[str, Article]:
        """Return the articles of these document names."""
        ...

    def sentences(self, doc: str) -> tuple[Sentence, ...]:
        """Return the sentences of an article; token numbers are not kept (-1)."""
        ...

    def quotes(self, wanted: QuoteFilter) -> Iterator[Quote]:
        """Yield the quotations that the filter admits, by article and place."""
        ...

    def changes(self, wanted: ChangeFilter) -> Iterator[Change]:
        """Yield the changes that the filter admits, as each article reports them."""
        ...

    def health(self) -> Health:
        """Return what is in the index, and whether it is stale."""
        ...
