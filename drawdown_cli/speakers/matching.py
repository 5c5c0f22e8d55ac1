"""Whom a user means: a name in Arabic or Latin script, misspelt, an office, or a kind of speaker."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from drawdown_cli.arabic.similarity import name_similarity, word_similarity
from drawdown_cli.models import SpeakerType
from drawdown_cli.speakers.names import title_words
from drawdown_cli.speakers.registry import Registry, Speaker
from drawdown_cli.speakers.stored import StoredRegistry

SURE = 0.85
_CLOSE_TO_BEST = 0.08
_NEAR = 0.45
_TITLE = 0.95
_NAMED = (SpeakerType.PERSON, SpeakerType.ORGANISATION, SpeakerType.MEDIA)
_SAME_SURNAME = 0.9
_LIKELY_FIRST = 0.5


class Matches(NamedTuple):
    """The speakers that a name may mean, best first; those near it where none fits; or a kind."""

    speakers: tuple[Speaker, ...] = ()
    near: tuple[Speaker, ...] = ()
    kind: SpeakerType | None = None


def match_speakers(registry: Registry | StoredRegistry, wanted: str) -> Matches:
    """Return whom `wanted` means in a registry."""
    if wanted.strip().lower() in set(SpeakerType):
        return Matches(kind=SpeakerType(wanted.strip().lower()))
    scored = sorted(
        ((_score(speaker, wanted), speaker) for speaker in registry.near(wanted, likeness)),
        key=lambda pair: (-pair[0], -pair[1].quotes, pair[1].name),
    )
    best = scored[0][0] if scored else 0.0
    if best < SURE:
        return Matches(
            near=tuple(speaker for score, speaker in scored if score >= _NEAR and speaker.type in _NAMED)[:3]
        )
    floor = max(SURE, best - _CLOSE_TO_BEST)
    return Matches(tuple(speaker for score, speaker in scored if score >= floor))


def likeness(wanted: str, string: str) -> float:
    """Return how well a name or a title answers what is wanted."""
    words = title_words(wanted)
    return _TITLE if len(words) > 1 and words <= title_words(string) else _named(wanted, string)


def _score(speaker: Speaker, wanted: str) -> float:
    aliases = speaker.known.aliases if speaker.known else ()
    names = (*speaker.names, speaker.name, *aliases)
    if speaker.type is SpeakerType.ORGANISATION:
        names = (*names, *(role.title for role in speaker.roles))  # البعثة الأممية (مينوسما)
    if len(wanted.split()) > 1:
        # A full name does not mean a namesake who is also called by the surname alone.
        names = tuple(name for name in names if len(name.split()) > 1) or names
    named = max(_named(wanted, name) for name in names)
    return max(named, _TITLE if _holds(speaker, wanted) else 0.0)


def _named(wanted: str, name: str) -> float:
    """How alike two names are; a first name may be spelt as its own language does (John, جون)."""
    whole = name_similarity(wanted, name)
    words, others = wanted.split(), name.split()
    if whole >= SURE or len(words) < 2 or len(others) < 2:
        return whole
    last = word_similarity(words[-1], others[-1])
    first = word_similarity(words[0], others[0])
    return max(whole, (3 * last + first) / 4) if last >= _SAME_SURNAME and first >= _LIKELY_FIRST else whole


def _holds(speaker: Speaker, wanted: str) -> bool:
    """Whether the speaker is given a title that has all words of `wanted`, of two words or more."""
    words = title_words(wanted)
    titles: Iterable[str] = [role.title for role in speaker.roles]
    if speaker.type is not SpeakerType.PERSON:
        titles = [*titles, *speaker.names]
    return len(words) > 1 and any(words <= title_words(title) for title in titles)


def describe(speakers: Sequence[Speaker]) -> str:
    """Return speakers as one line: each name with the number of its quotations."""
    return ", ".join(f"{speaker.name} ({speaker.quotes})" for speaker in speakers)
