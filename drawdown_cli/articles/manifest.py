"""Read `manifest.toml` beside the articles: what a curator knows of each file.

schema = 1

[source]                        # for every file that names none
name = "..."

[files."2021/a.txt"]            # the path below the manifest's folder
title = "..."
source = "..."
url = "https://..."
published = "2021-07-23"        # an ISO day, month or year
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from drawdown_cli.errors import InputError

FILE_NAME = "manifest.toml"
_KEYS = frozenset({"title", "source", "url", "published", "note", "licence"})


class Curated(NamedTuple):
    """What a manifest says of one file; empty where it says nothing."""

    title: str = ""
    source: str = ""
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The manifest of a folder and of all that lies below it."""

    folder: Path
    source: str
    files: Mapping[str, Curated]

    def entry(self, path: Path) -> Curated:
        """Return what is known of the file at `path`."""
        key = path.relative_to(self.folder).as_posix()
        found = self.files.get(key, Curated())
        return found if found.source else found._replace(source=self.source)


def curated(path: Path) -> Curated:
    """Return what the nearest manifest at or above the file's folder says of it.

    Raises InputError when the manifest is wrong.
    """
    manifest = manifest_of(path.parent)
    return manifest.entry(path) if manifest else Curated()


def curated_digest(path: str) -> str:
    """Return a short digest of what a manifest says of a file; empty where no manifest says anything."""
    try:
        known = curated(Path(path))
    except InputError:
        return "?"
    return blake2b("\0".join(known).encode(), digest_size=4).hexdigest() if any(known) else ""


def modified_above(folder: str) -> int:
    """Return when the manifest that governs a folder was last written; 0 where there is none."""
    return next((modified for _, modified in _manifests_above(folder)), 0)


def manifest_of(folder: Path) -> Manifest | None:
    """Return the nearest manifest at or above `folder`, read again when it has changed."""
    found = (read_manifest(Path(file), modified) for file, modified in _manifests_above(os.fspath(folder)))
    return next((manifest for manifest in found if manifest), None)


def _manifests_above(folder: str) -> Iterator[tuple[str, int]]:
    """The files of this name in a folder and above it, the nearest first, and when they were written.

    Every article asks: paths are strings here, which take a fifth of the time.
    """
    before: str | None = None
    while folder != before:
        file = os.path.join(folder, FILE_NAME)
        try:
            modified = os.stat(file).st_mtime_ns
        except OSError:  # suppress() would take as long as the question
            modified = None
        if modified is not None:
            yield file, modified
        before, folder = folder, os.path.dirname(folder)


@lru_cache(maxsize=256)
def read_manifest(file: Path, modified: int) -> Manifest | None:
    """Read a manifest; a file of this name without our schema is somebody else's and gives None.

    Raises InputError when it is ours and wrong.
    """
    try:
        data = tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise InputError(str(file), f"cannot be read: {error}") from error
    if data.get("schema") != 1 or not isinstance(data.get("files"), dict):
        return None
    source = data.get("source", {})
    return Manifest(
        file.parent,
        str(source.get("name", "")) if isinstance(source, dict) else "",
        {key: _curated(file, key, raw) for key, raw in data["files"].items()},
    )


def _curated(file: Path, key: str, raw: object) -> Curated:
    if not isinstance(raw, dict):
        raise InputError(str(file), f"files.{key!r} must be a table")
    unknown = sorted(set(raw) - _KEYS)
    if unknown:
        raise InputError(str(file), f"files.{key!r} has the unknown key {unknown[0]!r}")
    return Curated(*(str(raw.get(field, "")) for field in Curated._fields))
