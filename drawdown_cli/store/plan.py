"""What a search engine is asked: exact terms with weights, nothing that depends on one engine.

Any engine with term queries and boosts can run a plan; the final ranking is ours and needs only candidates.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.models import ArticleFilter


class Field(StrEnum):
    """What an article is indexed by."""

    FORM = "form"
    STEM = "stem"
    TITLE = "title"


class Weighted(NamedTuple):
    """A term of a field and what its occurrence is worth."""

    field: Field
    term: str
    weight: float


class Terms(NamedTuple):
    """Ways to write one word of the query: the best that occurs counts."""

    terms: tuple[Weighted, ...]


class OneOf(NamedTuple):
    """Any of many terms, all worth the same: what begins with a prefix."""

    field: Field
    terms: tuple[str, ...]


class Sequence(NamedTuple):
    """Stems that must follow one another."""

    field: Field
    stems: tuple[str, ...]


class Some(NamedTuple):
    """At least one of these clauses; their scores add up."""

    clauses: tuple[Clause, ...]


class Every(NamedTuple):
    """All of these clauses."""

    clauses: tuple[Clause, ...]


Clause = Terms | OneOf | Sequence | Some | Every


class Plan(NamedTuple):
    """A search: what may match, what must, what must not, and where to look.

    `in_quotes` searches quotations instead of articles, with `speaker_ids` those of these speakers alone.
    """

    some: tuple[Clause, ...]
    required: tuple[Clause, ...]
    excluded: tuple[Clause, ...]
    within: ArticleFilter
    speaker_ids: tuple[str, ...] | None
    in_quotes: bool


class Candidate(NamedTuple):
    """What an engine proposes: an article, and the ordinal of a quotation in it where those were searched."""

    article: int
    quote: int
