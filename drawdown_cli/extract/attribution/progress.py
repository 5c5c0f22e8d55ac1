"""How far a speaker's phrase has been read, and whether a name may come next."""

from __future__ import annotations

from dataclasses import dataclass

from drawdown_cli.extract.attribution.reading import Reading, begins_with_and, finite

PERSONS = frozenset({"title", "rank", "anonymous"})
PEOPLE = PERSONS | {"collective"}
"""Heads that mean somebody, one or several."""
POINTS = ("latter", "pronoun", "these_many", "interlocutor", "both", "kinsman", "kinswoman")
"""The roles of words that name nobody, but mean somebody named before."""
ENDS = (
    "complementiser",
    "then",
    "whether",
    "contrast",
    "break",
    "relative",
    "while",
    "when",
    "negation",
    "according",
    "clausal",
    "own_words",
    "own_words_pronoun",
    "identity",
    "because",
    "issued",
)


@dataclass(slots=True)
class State:
    """How far a phrase has been read: `closed` when nothing but adjectives can follow before a name."""

    r: Reading
    last: int
    at: int
    category: str
    inner: str
    closed: bool
    definite: bool
    softly: bool = False
    linked: bool = False
    described: bool = False
    plural: bool = False
    several: bool = False
    masculine: bool = False
    possessed: bool = False
    serves: bool = False
    posted: bool = False
    called: tuple[int, int] = (0, 0)
    start: int = 0


def name_may_follow(r: Reading, at: int) -> bool:
    """Whether a name could follow an unknown adjective: if not, the adjective is a surname."""
    if not r.is_word(at) or r.has(at, *ENDS, "preposition", "adverb"):
        return False
    return not any(finite(form) for form in r.cues[at]) and not begins_with_and(r, at)
