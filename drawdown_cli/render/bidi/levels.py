"""The embedding level of every character of a paragraph, and the order of a line (UAX #9)."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from drawdown_cli.render.bidi.explicit import ISOLATES, REMOVED, explicit_levels, first_strong, matching_pdis
from drawdown_cli.render.bidi.resolve import RunSequence, resolve

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})
_TRAILING = frozenset({"WS", "PDI"}) | ISOLATES | REMOVED


def bidi_classes(text: str) -> list[str]:
    """Return the Bidi_Class of every character; an unassigned one counts as left-to-right."""
    return [unicodedata.bidirectional(character) or "L" for character in text]


def needs_bidi(text: str) -> bool:
    """Whether anything in a text runs from right to left."""
    return not text.isascii() and any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in text)


def paragraph_levels(text: str, base: int | None = None) -> tuple[int, list[int]]:
    """Return a paragraph's level and the resolved level of each of its characters."""
    classes = bidi_classes(text)
    if base is None:
        base = first_strong(classes) or 0
    explicit, types = explicit_levels(classes, base)
    levels = list(explicit)
    kept = [index for index, kind in enumerate(classes) if kind not in REMOVED]
    for places in _run_sequences(classes, explicit, kept):
        level = explicit[places[0]]
        start_edge, end_edge = _edges(classes, explicit, kept, places, base)
        run = RunSequence(
            [text[i] for i in places],
            [classes[i] for i in places],
            [types[i] for i in places],
            level,
            start_edge,
            end_edge,
        )
        for place, resolved in zip(places, resolve(run), strict=True):
            levels[place] = resolved
    for index, kind in enumerate(classes):
        # What X9 removes takes the level of what stands before it.
        if kind in REMOVED:
            levels[index] = levels[index - 1] if index else base
    return base, levels


def _run_sequences(classes: Sequence[str], explicit: Sequence[int], kept: Sequence[int]) -> list[list[int]]:
    """BD13: level runs, joined over the isolates that they are broken by."""
    runs: list[list[int]] = []
    for index in kept:
        if runs and explicit[runs[-1][-1]] == explicit[index]:
            runs[-1].append(index)
        else:
            runs.append([index])
    closers = matching_pdis(classes)
    matched = set(closers.values())
    starting_at = {run[0]: run for run in runs}
    sequences = []
    for run in runs:
        if run[0] in matched:
            continue
        places = list(run)
        while places[-1] in closers:
            places += starting_at[closers[places[-1]]]
        sequences.append(places)
    return sequences


def _edges(
    classes: Sequence[str], explicit: Sequence[int], kept: Sequence[int], places: Sequence[int], base: int
) -> tuple[str, str]:
    """X10: the directions at the start and the end of a sequence."""
    first, last = places[0], places[-1]
    at = bisect_left(kept, first)
    before = explicit[kept[at - 1]] if at else base
    at = bisect_right(kept, last)
    after = base if classes[last] in ISOLATES or at >= len(kept) else explicit[kept[at]]
    level = explicit[first]
    return "RL"[max(level, before) % 2 == 0], "RL"[max(level, after) % 2 == 0]


def line_levels(text: str, levels: Sequence[int], base: int) -> list[int]:
    """Return the levels of one line of a paragraph: what trails falls back to the base (L1)."""
    out = list(levels)
    trailing = True
    for index in range(len(text) - 1, -1, -1):
        kind = unicodedata.bidirectional(text[index])
        if kind in ("B", "S"):
            out[index] = base
            trailing = True
        elif trailing and kind in _TRAILING:
            out[index] = base
        else:
            trailing = False
    return out


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the places of a line as they stand from left to right (L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return order
    for level in range(max(levels), min(odd) - 1, -1):
        _reverse_runs(order, levels, level)
    return order


def _reverse_runs(order: list[int], levels: Sequence[int], level: int) -> None:
    start = 0
    while start < len(order):
        if levels[order[start]] < level:
            start += 1
            continue
        end = start
        while end < len(order) and levels[order[end]] >= level:
            end += 1
        order[start:end] = reversed(order[start:end])
        start = end
