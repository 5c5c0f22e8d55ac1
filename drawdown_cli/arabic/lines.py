"""Which lines of a text are paragraphs, and which an editor or a mailer has broken at a column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

_WIDEST = 120
_NARROWEST = 40
_FEWEST = 3
"""So many full lines tell that a text was broken at a column; fewer may be chance."""
_ENDS = tuple('.؟?!…:۔"»”')


def paragraphs_of(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield where each paragraph starts and ends: a line, or lines that were broken at a column.

    >>> list(paragraphs_of("one\ntwo"))
    [(0, 3), (4, 7)]
    """
    lines = text.split("\n")
    joined = _broken(lines) if len(lines) > _FEWEST else frozenset()
    start = end = 0
    for number, line in enumerate(lines):
        end += len(line)
        if number not in joined:
            yield start, end
            start = end + 1
        end += 1


def _broken(lines: Sequence[str]) -> frozenset[int]:
    """Return the lines that go on in the next: the next one's first word had no room any more."""
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return frozenset()
    breaks = [n for n in range(len(lines) - 1) if lines[n].strip() and lines[n + 1].strip()]
    full = [n for n in breaks if len(lines[n].rstrip()) + 1 + len(lines[n + 1].split(None, 1)[0]) > width]
    ended = sum(lines[n].rstrip().endswith(_ENDS) for n in full)
    # Paragraphs that an editor has not broken end where they please, and with a stop.
    told = len(full) >= _FEWEST and 3 * len(full) >= 2 * len(breaks) and 2 * ended < len(full)
    return frozenset(full) if told else frozenset()
