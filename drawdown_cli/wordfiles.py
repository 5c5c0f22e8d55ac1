"""The files of the lexicons: where they are, and the digest of what they say."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from drawdown_cli.compiled import compiled

FOLDER = Path(__file__).parent / "lexicons"


def files_of(kind: str) -> list[Path]:
    """Return the files of one kind: `lexicons/<kind>.toml`, or those of the folder `lexicons/<kind>/`."""
    folder = FOLDER / kind
    return sorted(folder.glob("*.toml")) if folder.is_dir() else [FOLDER / f"{kind}.toml"]


def kinds() -> tuple[str, ...]:
    """Return the kinds of lexicon that there are."""
    return tuple(sorted({path.relative_to(FOLDER).parts[0].removesuffix(".toml") for path in _all()}))


@cache
def lexicon_digest() -> str:
    """Return a short digest of all lexicon files, by which an index knows that it is stale."""
    files = _all()
    return compiled("digest", files, lambda: _digest(files))


def _all() -> list[Path]:
    top = [entry.path for entry in os.scandir(FOLDER)]
    folders = [path for path in top if not path.endswith((".toml", "__pycache__"))]
    found = [*top, *(entry.path for folder in folders for entry in os.scandir(folder))]
    return [Path(path) for path in sorted(found) if path.endswith(".toml")]


def _digest(files: list[Path]) -> str:
    from hashlib import blake2b

    digest = blake2b(digest_size=8)
    for path in files:
        digest.update(path.name.encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
