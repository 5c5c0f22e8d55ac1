"""Weak, neutral and implicit types of one isolating run sequence (UAX #9, W1-W7, N0-N2, I1-I2)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drawdown_cli.render.bidi.brackets import CANONICAL, CLOSING, OPENING
from drawdown_cli.render.bidi.explicit import ISOLATES

_NEUTRAL = frozenset({"B", "S", "WS", "ON", "LRI", "RLI", "FSI", "PDI"})
_STRONG_OF = {"R": "R", "EN": "R", "AN": "R", "L": "L"}
_MOST_OPEN_BRACKETS = 63


class RunSequence(NamedTuple):
    """One isolating run sequence: its characters, their classes before and after X, its level and edges."""

    characters: Sequence[str]
    original: Sequence[str]
    types: list[str]
    level: int
    start_edge: str
    end_edge: str


def resolve(run: RunSequence) -> list[int]:
    """Return the final level of each character of the sequence."""
    types = run.types
    _weak_marks(types, run.start_edge)
    _weak_numbers(types, run.start_edge)
    _weak_separators(types)
    _weak_terminators(types)
    _weak_rest(types, run.start_edge)
    _paired_brackets(run, types)
    _neutrals(types, run)
    if run.level % 2:
        return [run.level + (kind != "R") for kind in types]
    return [run.level + {"R": 1, "AN": 2, "EN": 2}.get(kind, 0) for kind in types]


def _weak_marks(types: list[str], edge: str) -> None:
    """W1: a mark takes the class of what it stands on."""
    before = edge
    for index, kind in enumerate(types):
        if kind == "NSM":
            types[index] = "ON" if before in ISOLATES or before == "PDI" else before
        before = types[index]


def _weak_numbers(types: list[str], edge: str) -> None:
    """W2, W3: digits after Arabic letters are Arabic numbers; Arabic letters are right-to-left."""
    strong = edge
    for index, kind in enumerate(types):
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            types[index] = "AN"
    for index, kind in enumerate(types):
        if kind == "AL":
            types[index] = "R"


def _weak_separators(types: list[str]) -> None:
    """W4: one separator between two numbers of a kind belongs to them."""
    for index in range(1, len(types) - 1):
        before, kind, after = types[index - 1 : index + 2]
        if before == after and (
            (kind == "ES" and before == "EN") or (kind == "CS" and before in ("EN", "AN"))
        ):
            types[index] = before


def _weak_terminators(types: list[str]) -> None:
    """W5: terminators beside European numbers are of them."""
    start = 0
    while start < len(types):
        if types[start] != "ET":
            start += 1
            continue
        end = start
        while end < len(types) and types[end] == "ET":
            end += 1
        if "EN" in (types[start - 1] if start else "", types[end] if end < len(types) else ""):
            types[start:end] = ["EN"] * (end - start)
        start = end


def _weak_rest(types: list[str], edge: str) -> None:
    """W6, W7: other separators are neutral; European numbers after Latin letters are as they."""
    strong = edge
    for index, kind in enumerate(types):
        if kind in ("ES", "ET", "CS"):
            types[index] = "ON"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            types[index] = "L"


def _paired_brackets(run: RunSequence, types: list[str]) -> None:
    """N0: both brackets of a pair go the same way."""
    for opening, closing in _bracket_pairs(run.characters, types):
        direction = _bracket_direction(run, types, opening, closing)
        if not direction:
            continue
        for place in (opening, closing):
            types[place] = direction
            after = place + 1
            while after < len(types) and run.original[after] == "NSM":
                types[after] = direction
                after += 1


def _bracket_pairs(characters: Sequence[str], types: Sequence[str]) -> list[tuple[int, int]]:
    """BD16: the pairs of brackets in order of their opening ones."""
    open_brackets: list[tuple[str, int]] = []
    pairs: list[tuple[int, int]] = []
    for index, character in enumerate(characters):
        if types[index] != "ON":
            continue
        if character in CLOSING:
            if len(open_brackets) == _MOST_OPEN_BRACKETS:
                return sorted(pairs)
            closing = CLOSING[character]
            open_brackets.append((CANONICAL.get(closing, closing), index))
        elif character in OPENING:
            wanted = CANONICAL.get(character, character)
            for at in range(len(open_brackets) - 1, -1, -1):
                if open_brackets[at][0] == wanted:
                    pairs.append((open_brackets[at][1], index))
                    del open_brackets[at:]
                    break
    return sorted(pairs)


def _bracket_direction(run: RunSequence, types: Sequence[str], opening: int, closing: int) -> str:
    embedding = "R" if run.level % 2 else "L"
    inside = {_STRONG_OF[kind] for kind in types[opening + 1 : closing] if kind in _STRONG_OF}
    if embedding in inside or not inside:
        return embedding if inside else ""
    return next(
        (_STRONG_OF[types[at]] for at in range(opening - 1, -1, -1) if types[at] in _STRONG_OF),
        run.start_edge,
    )


def _neutrals(types: list[str], run: RunSequence) -> None:
    """N1, N2: neutrals go with equal neighbours, else with the embedding."""
    embedding = "R" if run.level % 2 else "L"
    start = 0
    while start < len(types):
        if types[start] not in _NEUTRAL:
            start += 1
            continue
        end = start
        while end < len(types) and types[end] in _NEUTRAL:
            end += 1
        before = _STRONG_OF[types[start - 1]] if start else run.start_edge
        after = _STRONG_OF[types[end]] if end < len(types) else run.end_edge
        types[start:end] = [before if before == after else embedding] * (end - start)
        start = end
