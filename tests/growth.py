"""How the processor time of a reader grows with its text, steady on a busy machine.

Collection of garbage is held back (in a long run it costs what earlier tests left), the two lengths take
turns, and the best of several rounds counts: an interruption only ever adds time, while what is quadratic is
sixteen times slower in every round.
"""

import gc
from collections.abc import Callable
from time import process_time

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.zones import zoned

WORST = 6.0
SHORTEST = 0.004
ROUNDS = 5


def growth(read: Callable[[str], object], unit: str, length: int) -> float:
    """Return the time for four times a text over that for the text, some `length` characters of `unit`.

    The text grows until it can be timed; a reader too fast for that even at a megabyte counts as linear.
    """
    text = unit * (length // len(unit))
    while _seconds(read, text) < SHORTEST:
        text *= 2
        if len(text) > 1_000_000:
            return 1.0
    ratio = _ratio(read, text)
    # What outgrows a cache of the machine grows steeply once; what is quadratic grows so at every length.
    return ratio if ratio < WORST else _ratio(read, text * 8)


def _ratio(read: Callable[[str], object], text: str) -> float:
    small = large = float("inf")
    for _ in range(ROUNDS):
        small = min(small, _seconds(read, text))
        large = min(large, _seconds(read, text * 4))
        if large / small < WORST:
            break
    return large / small


def _seconds(read: Callable[[str], object], text: str) -> float:
    # Else only the first reading would be timed.
    tokenize.cache_clear()
    zoned.cache_clear()
    gc.disable()
    start = process_time()
    try:
        read(text)
        return process_time() - start
    finally:
        gc.enable()
