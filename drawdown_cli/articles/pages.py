"""What a reader hands on: pages (a text with what the file says of it), or the reason why there is none."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

MAX_BYTES = 32 * 1024 * 1024
"""The longest single article that is read; newswire is a thousand times shorter."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c\x1d\x1e\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
_NEVER_TEXT = dict.fromkeys([*range(0x09), *range(0x0E, 0x20), *range(0x7F, 0xA0)], " ")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")
# What makes a text other than `clean` leaves it, but for its composition.
_UNCLEAN = re.compile("[\x00-\x08\v-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


class Page(NamedTuple):
    """The text of one article and what its file says of it; `name` tells the articles of one file apart."""

    text: str
    name: str = ""
    title: str = ""
    source: str = ""
    url: str = ""
    published: str = ""


class Skipped(NamedTuple):
    """A file, or an article in it, that was not read: left out on purpose, or `failed`."""

    path: str
    reason: str
    failed: bool


def clean(text: str) -> str:
    r"""Return `text` as articles keep it: NFC, lines ended by \n, no byte order mark, no control characters.

    >>> clean("\N{ZERO WIDTH NO-BREAK SPACE}سطر\r\nسطر\x00")
    'سطر\nسطر '
    """
    if _UNCLEAN.search(text):
        text = _LINE_ENDS.sub("\n", text.lstrip(_BOM)).translate(_NEVER_TEXT)
        # Only JSON can write half of a surrogate pair; no file can be encoded with it.
        text = _LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    return unicodedata.normalize("NFC", text)


def too_long() -> str:
    """Return the reason why what is longer than MAX_BYTES was not read."""
    return f"is longer than {MAX_BYTES >> 20} MB, too long for one article"
