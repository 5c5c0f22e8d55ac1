"""Bytes to text: the encodings that Arabic pages were saved in, and files that hold no text at all."""

from __future__ import annotations

import codecs

from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.errors import InputError

_SAMPLE = 65_536

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a media file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "an SQLite database"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"Rar!", "a RAR archive"),
    (b"{\\rtf", "an RTF document"),
)
_LEGACY = ("windows-1256", "iso-8859-6")
_CONTROLS = bytes([*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])

# What UTF-8 Arabic looks like when it was read as windows-1252 ("Ø§Ù„") or as windows-1256 ("ط§ظ„").
_MANGLED = (
    ("windows-1252", "\N{LATIN CAPITAL LETTER O WITH STROKE}\N{LATIN CAPITAL LETTER U WITH GRAVE}"),
    ("windows-1256", "\N{ARABIC LETTER TAH}\N{ARABIC LETTER ZAH}"),
)


def decode(data: bytes, path: str) -> str:
    """Return the text that `data` encodes.

    Raises InputError naming `path` when it is no text in an encoding that we know.

    >>> decode("القوات".encode("windows-1256"), "a.txt")
    'القوات'
    """
    encoding = guess_encoding(data, path)
    text = data.decode(encoding, errors="replace")
    return _unmangled(text)


def guess_encoding(data: bytes, path: str) -> str:
    """Return the name of the encoding of `data`, the beginning of a file or all of it.

    Raises InputError when it is binary.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return name
    if wide := _wide(data[:_SAMPLE]):
        return wide
    if kind := _binary_kind(data):
        raise InputError(path, f"is {kind}, not a text")
    if _is_utf8(data):
        return "utf-8"
    return _legacy(data[: 4 * _SAMPLE]) or _last_resort(data[:_SAMPLE], path)


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte is the block of Arabic (06) or of ASCII (00)."""
    if len(sample) < 8:
        return ""
    for parity, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        highs = sample[parity::2]
        if highs.count(0x06) + highs.count(0x00) + highs.count(0x20) > 0.9 * len(highs) and (
            highs.count(0x06) > 0.3 * len(highs)
        ):
            return name
    return ""


def _binary_kind(data: bytes) -> str:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return "a binary file" if controls > 0.02 * len(sample) + 2 else ""


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        # A page cut in the middle of a character, or one bad byte, does not make it another encoding.
        text = data[:_SAMPLE].decode("utf-8", errors="replace")
        broken = text.count("\N{REPLACEMENT CHARACTER}")
        whole = sum(character > "\x7f" for character in text) - broken
        return broken * 20 < whole
    return True


def _legacy(sample: bytes) -> str:
    """The one-byte code page in which the sample reads most like Arabic, if any does."""
    scores = {name: _arabic_score(sample.decode(name, errors="replace")) for name in _LEGACY}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] > 0 else ""


def _arabic_score(text: str) -> int:
    """Articles (alef, lam) speak for a decoding, accented Latin letters and holes against it."""
    strange = sum(
        "\N{LATIN CAPITAL LETTER A WITH GRAVE}" <= character <= "\N{LATIN SMALL LETTER Y WITH DIAERESIS}"
        or character == "\N{REPLACEMENT CHARACTER}"
        for character in text
    )
    return text.count(ALEF + LAM) - strange


def _last_resort(sample: bytes, path: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    if best is None:
        raise InputError(path, "is in an encoding that we cannot tell; save it as UTF-8")
    return best.encoding


def _unmangled(text: str) -> str:
    """Undo a UTF-8 page that was read in a one-byte encoding and saved again."""
    sample = text[:4000]
    least = (len(sample) - sample.count(" ")) / 4
    for encoding, signs in _MANGLED:
        if sum(map(sample.count, signs)) < least:
            continue
        try:
            return text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return text
