"""The registry of speakers: names that mean one speaker together, two people of one surname apart.

It is worked out from the quotations of an index, and from what the user's speakers.toml adds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from drawdown_cli.models import SpeakerType
from drawdown_cli.speakers.names import (
    first_names_agree,
    is_part_of,
    name_words,
    phrase_key,
    surname_key,
    title_words,
)
from drawdown_cli.speakers.userfile import KnownSpeaker


class Spoken(NamedTuple):
    """What an index says of one name in one role: how often it is quoted, from when to when."""

    key: str
    name: str
    type: str
    role: str
    since: str
    until: str
    quotes: int


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


class Registry(NamedTuple):
    """All speakers of an index, those quoted most first."""

    speakers: list[Speaker]
    by_key: dict[str, Speaker]

    def holder(self, role: str, day: str) -> Speaker | None:
        """Return the one person who held a title on a day, as the corpus or the user says; else None."""
        wanted = title_words(role)
        held = [
            speaker
            for speaker in self.speakers
            if speaker.type is SpeakerType.PERSON
            and any(_covers(title, day) and title_words(title.title) == wanted for title in speaker.roles)
        ]
        return held[0] if wanted and day and len(held) == 1 else None


def build_registry(spoken: Iterable[Spoken], known: Sequence[KnownSpeaker] = ()) -> Registry:
    """Return the speakers that these names mean."""
    rows = list(spoken)
    people = [row for row in rows if row.type == SpeakerType.PERSON]
    groups = [*_people(people, known), *_others(row for row in rows if row.type != SpeakerType.PERSON)]
    speakers = sorted((_speaker(group, known) for group in groups), key=lambda s: (-s.quotes, s.name))
    return Registry(speakers, {key: speaker for speaker in speakers for key in speaker.keys})


def _others(rows: Iterable[Spoken]) -> Iterator[list[Spoken]]:
    """Bodies, documents and the unnamed: one speaker for all spellings of one phrase."""
    groups: dict[tuple[str, str], list[Spoken]] = {}
    for row in rows:
        groups.setdefault((row.type, phrase_key(row.name)), []).append(row)
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
    full = sorted(
        (row for row in rows if len(name_words(row.name)) > 1), key=lambda row: -len(name_words(row.name))
    )
    groups: list[list[Spoken]] = []
    for row in full:
        fitting = [group for group in groups if _may_be_one(row, group)]
        if len(fitting) == 1:
            fitting[0].append(row)
        else:
            groups.append([row])
    for row in rows:
        if len(name_words(row.name)) == 1:
            _place_surname(row, groups)
    return groups


def _may_be_one(row: Spoken, group: Sequence[Spoken]) -> bool:
    return all(first_names_agree(row.name, other.name) or is_part_of(row.name, other.name) for other in group)


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


def _speaker(group: Sequence[Spoken], known: Sequence[KnownSpeaker]) -> Speaker:
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
