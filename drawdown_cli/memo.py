"""Values worked out once for each key: a corpus repeats itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Memo(dict[K, V]):
    """What `make` makes of each key that it is asked for; a dict, whose `__getitem__` is as fast as one's.

    With `most` it begins anew when it holds so many: a corpus has more words than memory should.

    >>> lengths = Memo(len, most=2)
    >>> [lengths[word] for word in ("a", "bb", "a", "ccc")], len(lengths)
    ([1, 2, 1, 3], 1)
    """

    def __init__(self, make: Callable[[K], V], most: int = 0) -> None:
        super().__init__()
        self._make = make
        self._most = most

    def __missing__(self, key: K) -> V:
        if 0 < self._most <= len(self):
            self.clear()
        made = self[key] = self._make(key)
        return made
