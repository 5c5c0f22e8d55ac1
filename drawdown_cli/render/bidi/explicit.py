"""Explicit levels and directions (UAX #9, X1-X8): embeddings, overrides and isolates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

REMOVED = frozenset({"RLE", "LRE", "RLO", "LRO", "PDF", "BN"})
ISOLATES = frozenset({"LRI", "RLI", "FSI"})
MAX_DEPTH = 125

_EMBEDDINGS = {"RLE": (1, None), "LRE": (0, None), "RLO": (1, "R"), "LRO": (0, "L")}


class _Status(NamedTuple):
    level: int
    override: str | None
    isolate: bool


@dataclass(slots=True)
class _Walk:
    """The directional status stack and its counters, as X1 sets them up."""

    base: int
    stack: list[_Status] = field(default_factory=list)
    overflow_isolates: int = 0
    overflow_embeddings: int = 0
    valid_isolates: int = 0

    def __post_init__(self) -> None:
        self.stack.append(_Status(self.base, None, False))

    @property
    def top(self) -> _Status:
        return self.stack[-1]

    def next_level(self, odd: int) -> int:
        """The least greater level of the parity, or -1 where there is none (X2-X5c)."""
        level = self.top.level + (1 if (self.top.level + 1) % 2 == odd else 2)
        full = level > MAX_DEPTH or self.overflow_isolates or self.overflow_embeddings
        return -1 if full else level

    def embed(self, kind: str) -> None:
        odd, override = _EMBEDDINGS[kind]
        level = self.next_level(odd)
        if level >= 0:
            self.stack.append(_Status(level, override, False))
        elif not self.overflow_isolates:
            self.overflow_embeddings += 1

    def isolate(self, odd: int) -> None:
        level = self.next_level(odd)
        if level >= 0:
            self.valid_isolates += 1
            self.stack.append(_Status(level, None, True))
        else:
            self.overflow_isolates += 1

    def end_isolate(self) -> None:
        if self.overflow_isolates:
            self.overflow_isolates -= 1
        elif self.valid_isolates:
            self.overflow_embeddings = 0
            while not self.top.isolate:
                self.stack.pop()
            self.stack.pop()
            self.valid_isolates -= 1

    def end_embedding(self) -> None:
        if self.overflow_isolates:
            return
        if self.overflow_embeddings:
            self.overflow_embeddings -= 1
        elif not self.top.isolate and len(self.stack) > 1:
            self.stack.pop()


def explicit_levels(classes: Sequence[str], base: int) -> tuple[list[int], list[str]]:
    """Return each character's explicit level and its class, overridden where the text says so."""
    levels = [base] * len(classes)
    types = list(classes)
    closers = matching_pdis(classes)
    walk = _Walk(base)
    for index, kind in enumerate(classes):
        if kind == "PDI":
            walk.end_isolate()
        levels[index] = base if kind == "B" else walk.top.level
        if kind not in REMOVED and kind != "B" and walk.top.override:
            types[index] = walk.top.override
        if kind in _EMBEDDINGS:
            walk.embed(kind)
        elif kind in ISOLATES:
            walk.isolate(_isolate_parity(classes, index, closers.get(index, len(classes))))
        elif kind == "PDF":
            walk.end_embedding()
    return levels, types


def matching_pdis(classes: Sequence[str]) -> dict[int, int]:
    """Return the index of the matching PDI of each isolate initiator that has one (BD9)."""
    matches: dict[int, int] = {}
    open_isolates: list[int] = []
    for index, kind in enumerate(classes):
        if kind in ISOLATES:
            open_isolates.append(index)
        elif kind == "PDI" and open_isolates:
            matches[open_isolates.pop()] = index
    return matches


def first_strong(classes: Sequence[str], start: int = 0, end: int | None = None) -> int | None:
    """Return the level that the first strong character asks for (P2, P3), None where there is none."""
    depth = 0
    for kind in classes[start:end]:
        if kind in ISOLATES:
            depth += 1
        elif kind == "PDI":
            depth = max(0, depth - 1)
        elif not depth and kind in ("L", "R", "AL"):
            return 0 if kind == "L" else 1
    return None


def _isolate_parity(classes: Sequence[str], index: int, end: int) -> int:
    if classes[index] == "FSI":
        return first_strong(classes, index + 1, end) or 0
    return int(classes[index] == "RLI")
