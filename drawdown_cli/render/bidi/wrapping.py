"""Cut a paragraph into lines by words, in cells of a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len

_word_re = re.compile(r"\S+|\s+")


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the span of each line; the spaces at which lines break belong to none.

    A word longer than a line is cut, but never between a letter and the marks on it.

    >>> list(wrapped("one two three", 7))
    [(0, 7), (8, 13)]
    """
    start = end = cells = 0
    for match in _word_re.finditer(text):
        space = match[0].isspace()
        size = cell_len(match[0])
        if space or cells + size <= width:
            cells += size
            end = end if space else match.end()
            continue
        if end > start:
            yield start, end
        start, cells = match.start(), size
        while cells > width:
            cut = _fold(text, start, match.end(), width)
            if cut == match.end():
                break
            yield start, cut
            start, cells = cut, cell_len(text[cut : match.end()])
        end = match.end()
    if end > start or not text.strip():
        yield start, end


def _fold(text: str, start: int, end: int, width: int) -> int:
    """The place behind as many characters as fit, at least one, with their marks."""
    at, cells = start, 0
    while at < end:
        size = cell_len(text[at])
        if at > start and cells + size > width:
            break
        cells += size
        at += 1
    return at
