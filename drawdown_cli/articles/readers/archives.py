"""Open archives as what is in them, within limits: an archive of a few bytes can unpack to a full disk."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from drawdown_cli.errors import InputError

_ALWAYS = 64 * 1024 * 1024
_RATIO = 200
"""Arabic text packs to a tenth; what packs two hundred times smaller than it is no text."""


def members(stream: BinaryIO, path: str) -> Iterator[tuple[str, BinaryIO]]:
    """Yield the files of a zip archive by name, in its own order.

    Raises InputError when it is locked, damaged or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            refuse_bomb(archive, path)
            for info in archive.infolist():
                name = info.filename
                if info.is_dir() or name.rpartition("/")[2].startswith(".") or name.startswith("__MACOSX/"):
                    continue
                if info.flag_bits & 1:
                    raise InputError(f"{path}#{name}", "is locked by a password")
                with archive.open(info) as member:
                    yield name, cast(BinaryIO, member)
    except (zipfile.BadZipFile, NotImplementedError, EOFError) as error:
        raise InputError(path, f"is a damaged archive: {error}") from error


def refuse_bomb(archive: zipfile.ZipFile, path: str) -> None:
    """Refuse an archive that says that it unpacks to far more than text would.

    Raises InputError.
    """
    packed = sum(info.compress_size for info in archive.infolist())
    if sum(info.file_size for info in archive.infolist()) > _ALWAYS + _RATIO * packed:
        raise InputError(path, "unpacks to more than any text would; it was left packed")


class Limited(io.RawIOBase):
    """An unpacking stream that refuses to go on for ever."""

    def __init__(self, stream: BinaryIO, packed: int, path: str) -> None:
        self._stream, self._path = stream, path
        self._limit = _ALWAYS + _RATIO * packed

    def readable(self) -> bool:
        """Return True: it is for reading."""
        return True

    def seekable(self) -> bool:
        """Return True: unpacking can begin again."""
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place of the unpacked stream."""
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        """Return the place in the unpacked stream."""
        return self._stream.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill a buffer.

        Raises InputError past the limit.
        """
        data = self._stream.read(len(buffer))
        if self._stream.tell() > self._limit:
            raise InputError(self._path, "unpacks to more than any text would; it was left packed")
        buffer[: len(data)] = data
        return len(data)
