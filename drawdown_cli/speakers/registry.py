"""The registry of speakers: names that mean one speaker together, two people of one surname apart.

It is worked out from the quotations of an index, and from what the user's speakers.toml adds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from drawdown_cli.models import Quote, SpeakerType
from drawdown_cli.speakers.names import (
    first_names_agree,
    is_part_of,
    name_words,
    phrase_key,
    surname_key,
    title_words,
)
from drawdown_cli.speakers.userfile import KnownSpeaker
from drawdown_cli.store.speakers import Spoken

Likeness = Callable[[str, str], float]
"""How well a name or a title answers what is wanted, from 0 to 1."""


class Role(NamedTuple):
    """A title that a speaker is given, and when."""

    title: str
    since: str
    until: str
    quotes: int


class Speaker(NamedTuple):
    """A speaker under all names; `keys` are the ids that the quotations carry."""

    name: str
    type: SpeakerType
    names: dict[str, int]
    roles: list[Role]
    keys: set[str]
    quotes: int
    since: str
    until: str
    known: KnownSpeaker | None


class Registry:
    """The speakers of an index."""

    def __init__(self, groups: Iterable[Sequence[Spoken]], known: Sequence[KnownSpeaker] = ()) -> None:
        self._meant: dict[tuple[str, str, str, str], Speaker] = {}
        self._holders: dict[str, Holders] = {}
        self.speakers: list[Speaker] = []
        for group in groups:
            speaker = speaker_of(group, known)
            self.speakers.append(speaker)
            self._meant.update((_mention(row), speaker) for row in group)
        self.speakers.sort(key=lambda speaker: (-speaker.quotes, speaker.name))

    def keys(self) -> list[str]:
        """Return the ids that quotations carry for their speakers."""
        return sorted({key for speaker in self.speakers for key in speaker.keys})

    def near(self, wanted: str, likeness: Likeness) -> Sequence[Speaker]:
        """Return the speakers among whom is whoever `wanted` may mean, best by the likeness of names."""
        return self.speakers

    def of(self, quote: Quote) -> Speaker | None:
        """Return the speaker of a quotation."""
        return self._meant.get((quote.speaker_id, quote.speaker, quote.speaker_type.value, quote.role))

    def holder(self, role: str, day: str) -> Speaker | None:
        """Return the one person who held a title on a day, as the corpus or the user says; else None."""
        if role not in self._holders:
            self._holders[role] = Holders(self._by_title.get(title_words(role), ()), role)
        return self._holders[role].on(day)

    @cached_property
    def _by_title(self) -> dict[frozenset[str], list[Speaker]]:
        found: dict[frozenset[str], list[Speaker]] = {}
        for speaker in self.speakers:
            for title in dict.fromkeys(title_words(role.title) for role in speaker.roles):
                found.setdefault(title, []).append(speaker)
        return found


class Holders:
    """Who of some speakers has ever held a title, and when."""

    def __init__(self, speakers: Iterable[Speaker], title: str) -> None:
        wanted = title_words(title)
        self._times = [
            (speaker, times)
            for speaker in speakers
            if speaker.type is SpeakerType.PERSON and wanted
            if (times := [role for role in speaker.roles if title_words(role.title) == wanted])
        ]

    def on(self, day: str) -> Speaker | None:
        """Return the one person who held the title on a day; None where none did, or two."""
        held = [speaker for speaker, times in self._times if any(_covers(role, day) for role in times)]
        return held[0] if day and len(held) == 1 else None


def build_registry(spoken: Iterable[Spoken], known: Sequence[KnownSpeaker] = ()) -> Registry:
    """Return the speakers that these names mean."""
    return Registry(grouped(spoken, known), known)


def grouped(spoken: Iterable[Spoken], known: Sequence[KnownSpeaker] = ()) -> Iterator[list[Spoken]]:
    """Yield the names that mean one speaker; those of two families never do, unless the user says so."""
    rows = list(spoken)
    yield from _people([row for row in rows if row.type == SpeakerType.PERSON], known)
    yield from _others(row for row in rows if row.type != SpeakerType.PERSON)


def family(name: str, kind: str) -> tuple[str, str]:
    """Return what all names of a speaker have in common: the surname, or the phrase."""
    return kind, surname_key(name) if kind == SpeakerType.PERSON else phrase_key(name)


def _mention(row: Spoken) -> tuple[str, str, str, str]:
    return row.key, row.name, row.type, row.role


def _others(rows: Iterable[Spoken]) -> Iterator[list[Spoken]]:
    """Bodies, documents and the unnamed: one speaker for all spellings of one phrase."""
    groups: dict[tuple[str, str], list[Spoken]] = {}
    for row in rows:
        groups.setdefault(family(row.name, row.type), []).append(row)
    yield from groups.values()


def _people(rows: Sequence[Spoken], known: Sequence[KnownSpeaker]) -> Iterator[list[Spoken]]:
    by_surname: dict[str, list[Spoken]] = {}
    claimed: dict[str, list[Spoken]] = {}
    for row in rows:
        user = next((one.name for one in known if one.is_called(row.name)), "")
        if user:
            claimed.setdefault(user, []).append(row)
        else:
            by_surname.setdefault(surname_key(row.name), []).append(row)
    yield from claimed.values()
    for same in by_surname.values():
        yield from _namesakes(same)


def _namesakes(rows: Sequence[Spoken]) -> list[list[Spoken]]:
    """Part the rows of one surname into persons: full names first, then the surname alone."""
    by_name: dict[str, list[Spoken]] = {}
    for row in rows:
        by_name.setdefault(row.name, []).append(row)
    full = sorted((name for name in by_name if len(name_words(name)) > 1), key=lambda n: -len(name_words(n)))
    persons: list[list[str]] = []
    for name in full:
        fitting = [names for names in persons if _may_be_one(name, names)]
        if len(fitting) == 1:
            fitting[0].append(name)
        else:
            persons.append([name])
    groups = [[row for name in names for row in by_name[name]] for names in persons]
    for row in rows:
        if len(name_words(row.name)) == 1:
            _place_surname(row, groups)
    return groups


def _may_be_one(name: str, names: Sequence[str]) -> bool:
    return all(first_names_agree(name, other) or is_part_of(name, other) for other in names)


def _place_surname(row: Spoken, groups: list[list[Spoken]]) -> None:
    """A bare surname is the one person who has it; of several, the one with the same title."""
    alone = [group for group in groups if len(name_words(group[0].name)) == 1]
    full = [group for group in groups if group not in alone]
    titled = [group for group in full if row.role and any(_same_title(row, other) for other in group)]
    for choice in (titled, full, alone):
        if len(choice) == 1:
            choice[0].append(row)
            return
    if alone and not full:
        alone[0].append(row)
        return
    groups.append([row])


def _same_title(row: Spoken, other: Spoken) -> bool:
    words = title_words(row.role)
    return bool(words) and (words <= title_words(other.role) or title_words(other.role) <= words)


def speaker_of(group: Sequence[Spoken], known: Sequence[KnownSpeaker]) -> Speaker:
    """Return the speaker whom a group of names means."""
    group = sorted(group)
    best = max(group, key=lambda row: (len(name_words(row.name)), row.quotes, row.name))
    user = next((one for one in known if any(one.is_called(row.name) for row in group)), None)
    names: dict[str, int] = {}
    for row in group:
        names[row.name] = names.get(row.name, 0) + row.quotes
    known_roles = [Role(*role, quotes=0) for role in user.roles] if user else []
    return Speaker(
        user.name if user else best.name,
        SpeakerType(best.type),
        names,
        sorted((*_roles(group), *known_roles), key=lambda role: (role.since or "9999", role.title)),
        {row.key for row in group},
        sum(row.quotes for row in group),
        min((row.since for row in group if row.since), default=""),
        max(row.until for row in group),
        user,
    )


def _roles(group: Sequence[Spoken]) -> Iterable[Role]:
    """The titles of a speaker; spellings of one title are one."""
    roles: dict[frozenset[str], Role] = {}
    for row in group:
        if not row.role:
            continue
        words = title_words(row.role)
        role = roles.get(words, Role(row.role, "", "", 0))
        roles[words] = Role(
            role.title,
            min(filter(None, (role.since, row.since)), default=""),
            max(role.until, row.until),
            role.quotes + row.quotes,
        )
    return roles.values()


def _covers(role: Role, day: str) -> bool:
    return (
        (not role.since or role.since <= day)
        and (not role.until or day <= role.until)
        and bool(role.since or role.until)
    )
