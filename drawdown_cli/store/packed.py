"""How long things are packed in the index: an article's text, and lists of numbers."""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Sequence

NUMBERS = "I"
"""The type of an array of numbers: four bytes each."""

_LAST_CHARACTER = 0x10FFFF
_WIDE = b"\xff"
"""Begins what no UTF-8 begins with: numbers of four bytes each."""
_ANY = "surrogatepass"
_FEW = 100
"""Fewer numbers than this are packed faster one by one."""
_LEVEL = 6
_ARABIC, _ARABIC_WINDOW, _ARABIC_MARK = "cp1256", 14, b"h"
"""Half the bytes to pack. The window that zlib names in its first byte tells the coding of what is packed."""


def pack_text(text: str) -> bytes:
    """Return a text as the index stores it: in bytes of one letter each where Arabic's eight bits suffice."""
    try:
        return _compressed(text.encode(_ARABIC), _ARABIC_WINDOW)
    except UnicodeEncodeError:
        return _compressed(text.encode(), zlib.MAX_WBITS)


def unpack_text(packed: bytes) -> str:
    """Return a stored text.

    >>> unpack_text(pack_text("غادر الجنود")), unpack_text(pack_text("می\u200cروند 🚁"))
    ('غادر الجنود', 'می\u200cروند 🚁')
    """
    return zlib.decompress(packed).decode(_ARABIC if packed.startswith(_ARABIC_MARK) else "utf-8")


def _compressed(data: bytes, window: int) -> bytes:
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, window)
    return packer.compress(data) + packer.flush()


def pack_numbers(numbers: Sequence[int]) -> bytes:
    """Return numbers, small ones in one or two bytes, as UTF-8 packs those of characters.

    >>> pack_numbers([1, 127, 128]), unpack_numbers(pack_numbers([7, 2**32 - 1]))
    (b'\\x01\\x7f\\xc2\\x80', array('I', [7, 4294967295]))
    """
    if max(numbers, default=0) <= _LAST_CHARACTER and len(numbers) < _FEW:
        return "".join(map(chr, numbers)).encode("utf-8", _ANY)
    wide = numbers if isinstance(numbers, array) else array(NUMBERS, numbers)
    if max(wide) > _LAST_CHARACTER:
        return _WIDE + _little_endian(wide).tobytes()
    return _little_endian(wide).tobytes().decode("utf-32-le", _ANY).encode("utf-8", _ANY)


def unpack_numbers(packed: bytes) -> array[int]:
    """Return what was packed."""
    wide = packed[1:] if packed[:1] == _WIDE else packed.decode("utf-8", _ANY).encode("utf-32-le", _ANY)
    numbers = array(NUMBERS)
    numbers.frombytes(wide)
    return _little_endian(numbers)


def _little_endian(numbers: array[int]) -> array[int]:
    if sys.byteorder == "big":  # pragma: no cover
        numbers = numbers[:]
        numbers.byteswap()
    return numbers
