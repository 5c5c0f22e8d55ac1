"""The speakers of an index as its tables hold them: read as far as a question needs them.

What the user's speakers.toml says is worked out when it is asked for: only the names that may mean one of the
speakers whom it describes are grouped anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.models import Quote, SpeakerType
from drawdown_cli.speakers.names import name_keys, title_key
from drawdown_cli.speakers.registry import (
    Holders,
    Likeness,
    Registry,
    Speaker,
    build_registry,
    speaker_of,
)
from drawdown_cli.speakers.userfile import KnownSpeaker
from drawdown_cli.store.speakers import MentionRow, SpeakerTables, Spoken

_BELOW_BEST = 0.2
"""A name so much less like what is wanted than the best one is not meant, and not suggested."""


class StoredRegistry:
    """Answers as a `Registry` of all names would, and reads only some."""

    def __init__(self, tables: SpeakerTables, known: Sequence[KnownSpeaker] = ()) -> None:
        self._tables = tables
        self._known = known
        self._speakers: dict[int, Speaker] = {}
        self._meant: dict[tuple[str, str, str, str], Speaker | None] = {}
        self._holders: dict[str, Holders] = {}

    @cached_property
    def speakers(self) -> list[Speaker]:
        """All speakers, those quoted most first."""
        found = [*self._made(self._tables.all()), *self._own.speakers]
        return sorted(found, key=lambda speaker: (-speaker.quotes, speaker.name))

    def keys(self) -> list[str]:
        """Return the ids that quotations carry for their speakers."""
        return self._tables.ids()

    def near(self, wanted: str, likeness: Likeness) -> list[Speaker]:
        """Return the speakers among whom is whoever `wanted` may mean, best by the likeness of names."""
        strings = self._tables.strings_with(name_keys(wanted))
        scores = {number: likeness(wanted, string) for number, string in strings.items()}
        floor = max(scores.values(), default=0.0) - _BELOW_BEST
        likely = [number for number, score in scores.items() if score >= floor]
        return [*self._of_numbers(self._tables.called(likely, likely)), *self._own.speakers]

    def of(self, quote: Quote) -> Speaker | None:
        """Return the speaker of a quotation."""
        mention = quote.speaker_id, quote.speaker, quote.speaker_type.value, quote.role
        if mention not in self._meant:
            self._meant[mention] = self._own.of(quote) or self._stored(self._tables.meant_by(*mention))
        return self._meant[mention]

    def holder(self, role: str, day: str) -> Speaker | None:
        """Return the one person who held a title on a day, as the corpus or the user says; else None."""
        if role not in self._holders:
            numbers = {row.speaker for row in self._tables.with_title(title_key(role))}
            self._holders[role] = Holders([*self._of_numbers(numbers), *self._own.speakers], role)
        return self._holders[role].on(day)

    def _stored(self, number: int | None) -> Speaker | None:
        return next(iter(self._of_numbers([number])), None) if number is not None else None

    def _of_numbers(self, numbers: Iterable[int]) -> list[Speaker]:
        wanted = sorted(set(numbers))
        missing = [number for number in wanted if number not in self._speakers]
        self._made(self._tables.of_speakers(missing))
        return [self._speakers[number] for number in wanted if number in self._speakers]

    def _made(self, rows: Iterable[MentionRow]) -> list[Speaker]:
        """Return the speakers of some mentions, without those that the user's file changes."""
        groups: dict[int, list[Spoken]] = {}
        for row in rows:
            if row.mention not in self._changed:
                groups.setdefault(row.speaker, []).append(row.spoken)
        made = {number: speaker_of(group, ()) for number, group in groups.items()}
        self._speakers |= made
        return list(made.values())

    @cached_property
    def _families(self) -> list[MentionRow]:
        """The mentions that the user's file may give to others than the tables do."""
        names = {fold(name) for one in self._known for name in (one.name, *one.aliases)}
        ids = [f"{kind.value}:{name}" for name in sorted(names) for kind in SpeakerType]
        return list(self._tables.in_families_of(ids)) if ids else []

    @cached_property
    def _changed(self) -> frozenset[int]:
        return frozenset(row.mention for row in self._families)

    @cached_property
    def _own(self) -> Registry:
        """The speakers of those mentions, as the user's file has it."""
        return build_registry((row.spoken for row in self._families), self._known)
