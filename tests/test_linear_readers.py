"""Adversarial files take readers a time that grows with their length, no faster."""

from collections.abc import Callable
from contextlib import suppress

import pytest
from growth import WORST, growth

from drawdown_cli.arabic.minhash import band_keys
from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.encodings import decode
from drawdown_cli.articles.language import language_of
from drawdown_cli.articles.pages import clean
from drawdown_cli.articles.readers.pdf import join_lines, set_right
from drawdown_cli.articles.readers.text import plain_markdown
from drawdown_cli.errors import InputError
from drawdown_cli.extract.zones import mark_zones

UNITS = (
    "[", "](", "![[", "**", "__ا", "**ا** ", "# > ", "> ", "---\n", "\n", " ", "(", "[(", "1", "a-", "a.,",
    "ال", "لا ", "\ufefb", "\u064b", "\u202e", "شاركها. ", "اقرأ أيضا\n", "0 تعليق\n", "قوات\n", "(أ ف ب)\n",
    "\r", "\x1e",
)  # fmt: skip
READERS = {
    "clean": clean,
    "decode": lambda text: decode(text.encode(), "a.txt"),
    "decode, one byte": lambda text: decode(text.encode("windows-1256", "replace"), "a.txt"),
    "language": language_of,
    "markdown": plain_markdown,
    "front matter": lambda text: plain_markdown("---\n" + text),
    "pdf order": set_right,
    "pdf lines": join_lines,
    "zones": lambda text: mark_zones(tokenize(text)),
    "sketch": lambda text: band_keys(text.split()),
}


def forgiving(read: Callable[[str], object]) -> Callable[[str], None]:
    def read_or_refuse(text: str) -> None:
        with suppress(InputError):
            read(text)

    return read_or_refuse


@pytest.mark.parametrize("name", READERS)
def test_repetition_takes_readers_linear_time(name):
    for unit in UNITS:
        assert growth(forgiving(READERS[name]), unit, 4000) < WORST, unit
