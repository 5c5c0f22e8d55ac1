"""Read what comes through a pipe: it has no name, so its first bytes tell its type."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import BinaryIO, cast

from drawdown_cli.articles.files import Found

_IN_MEMORY = 8 * 1024 * 1024
_SIGNS = ((b"%PDF-", ".pdf"), (b"{", ".jsonl"), (b"<", ".html"))
_DIGEST = partial(hashlib.blake2b, digest_size=6)


@contextmanager
def spooled(stream: BinaryIO) -> Iterator[BinaryIO]:
    """Give a copy of a stream that can be read twice; a large one lies on the disk meanwhile."""
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        shutil.copyfileobj(stream, copy)
        copy.seek(0)
        yield cast(BinaryIO, copy)


def named_stream(stream: BinaryIO) -> Found:
    """Return a name for what a stream holds; the same content has the same name."""
    # SpooledTemporaryFile lacks what hashlib.file_digest asks for.
    digest = _DIGEST()
    while block := stream.read(1024 * 1024):
        digest.update(block)
    size = stream.tell()
    stream.seek(0)
    name = f"stdin-{digest.hexdigest()}{_ending(stream)}"
    return Found(name, size, time.time_ns())


def _ending(stream: BinaryIO) -> str:
    head = stream.read(1024)
    stream.seek(0)
    if head.startswith(b"\x1f\x8b"):
        import gzip

        with gzip.open(stream) as unpacked:
            ending = _ending(cast(BinaryIO, unpacked)) + ".gz"
        stream.seek(0)
        return ending
    if head.startswith(b"PK\x03\x04"):
        return ".docx" if b"[Content_Types].xml" in head or b"word/" in head else ".zip"
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return next((ending for sign, ending in _SIGNS if start.startswith(sign)), ".txt")
