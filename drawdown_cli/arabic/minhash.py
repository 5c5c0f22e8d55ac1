"""Sketch a text so that texts which share most phrases are found without comparing all with all.

One permutation hashing (Li, Owen and Zhang 2012): each run of words is hashed once and falls into one of a
few bins, whose smallest hash is kept; the sketches of two texts agree in about the share of runs that the
texts have in common.
"""

from __future__ import annotations

from collections.abc import Sequence
from zlib import crc32

from drawdown_cli.memo import Memo

BINS = 36
ROWS = 3
_SHORTEST = 8
_LEAST = 24
_MIX, _MASK = 0x9E3779B97F4A7C15, 0xFFFFFFFFFFFFFFFF
_FIRST, _SECOND, _THIRD = (_MIX**power & _MASK for power in (4, 3, 2))


def band_keys(words: Sequence[str]) -> tuple[int, ...]:
    """Return keys of which two texts share one when they are equal, and very likely when they nearly are.

    >>> text = [str(number * number) for number in range(200)]
    >>> edited = [*text[:50], "x", *text[51:]]
    >>> bool(set(band_keys(text)) & set(band_keys(edited))), len(band_keys(text[:9])), band_keys(text[:3])
    (True, 1, ())
    """
    if len(words) < _SHORTEST:
        return ()
    whole = crc32(" ".join(words).encode())
    runs = _runs(words)
    if len(runs) < _LEAST:
        return (whole,)
    sketch = _sketch(runs)
    bands = (sketch[at : at + ROWS] for at in range(0, BINS, ROWS))
    return (whole, *(crc32(repr((number, *band)).encode()) for number, band in enumerate(bands)))


def _runs(words: Sequence[str]) -> set[int]:
    """The hashes of all runs of four words: sums of what each word gives in its place."""
    first, second, third, fourth = zip(*map(_shares.__getitem__, words), strict=True)
    runs = zip(first, second[1:], third[2:], fourth[3:], strict=False)
    return {(a + b + c + d & _MASK) >> 24 for a, b, c, d in runs}


def _shares_of(word: str) -> tuple[int, int, int, int]:
    """What a word gives in each place; the multiplications spread what CRC-32 leaves in patterns."""
    one = crc32(word.encode()) + 1
    return one * _FIRST & _MASK, one * _SECOND & _MASK, one * _THIRD & _MASK, one * _MIX & _MASK


_shares = Memo(_shares_of, most=40_000)


def _sketch(runs: set[int]) -> list[int]:
    least: list[int] = [-1] * BINS
    for run in sorted(runs, reverse=True):
        least[run % BINS] = run
    # An empty bin takes what the next full one holds, so that short texts have whole bands too.
    for at in range(2 * BINS - 1, -1, -1):
        if least[at % BINS] < 0:
            least[at % BINS] = least[(at + 1) % BINS]
    return least
