"""The user's speakers.toml: names that belong together, and who held which office when.

[[speaker]]
name = "مصطفى الكاظمي"
aliases = ["الكاظمي", "Mustafa al-Kadhimi"]

[[speaker.role]]
title = "رئيس الوزراء العراقي"
since = "2020-05-07"
until = "2022-10-27"
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.errors import InputError
from drawdown_cli.isodates import bounds


class KnownRole(NamedTuple):
    """An office and the days between which somebody held it; '' where that is open."""

    title: str
    since: str
    until: str


class KnownSpeaker(NamedTuple):
    """A speaker whom the user has described."""

    name: str
    aliases: tuple[str, ...]
    roles: tuple[KnownRole, ...]

    def is_called(self, name: str) -> bool:
        """Whether this is one of the speaker's names, as spelt or folded."""
        return fold(name) in {fold(own) for own in (self.name, *self.aliases)}


def read_speakers(path: Path) -> tuple[KnownSpeaker, ...]:
    """Return what a speakers.toml says; nothing where there is none.

    Raises InputError naming the file and what is wrong.
    """
    if not path.exists():
        return ()
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), str(error)) from error
    try:
        return tuple(_speaker(raw) for raw in data.get("speaker", ()))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        reason = f"a speaker lacks {error}" if isinstance(error, KeyError) else str(error)
        raise InputError(str(path), reason) from error


def _speaker(raw: dict[str, Any]) -> KnownSpeaker:
    return KnownSpeaker(
        str(raw["name"]),
        tuple(str(alias) for alias in raw.get("aliases", ())),
        tuple(_role(role) for role in raw.get("role", ())),
    )


def _role(raw: dict[str, Any]) -> KnownRole:
    since, until = str(raw.get("since", "")), str(raw.get("until", ""))
    return KnownRole(
        str(raw["title"]),
        bounds(since)[0].isoformat() if since else "",
        bounds(until)[1].isoformat() if until else "",
    )
