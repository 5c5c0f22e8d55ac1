"""What a search returns."""

from enum import StrEnum
from typing import NamedTuple


class How(StrEnum):
    """How a word of the text matched a word of the query, best first."""

    EXACT = "exact"
    FOLDED = "folded"
    STEM = "stem"
    FUZZY = "fuzzy"
    TRANSLITERATED = "transliterated"


class Match(NamedTuple):
    """A matching word: its span in the article, as written, the query's word, and how they met."""

    start: int
    end: int
    text: str
    term: str
    how: How


class Passage(NamedTuple):
    """A stretch of an article around matches."""

    start: int
    end: int
    text: str
    matches: tuple[Match, ...]


class Hit(NamedTuple):
    """An article that answers a search; `score` runs from 0 to 100."""

    doc: str
    title: str
    published: str
    source: str
    score: float
    snippet: str
    matches: tuple[Match, ...]
    passages: tuple[Passage, ...]
