"""Normalise a text to NFC and remember where each character stood."""

from __future__ import annotations

import re
import unicodedata

from drawdown_cli.arabic.normalize import Folded

_PIECE = re.compile(r"\s+|\S+")


def compose_with_origins(text: str) -> Folded:
    """Return the text in NFC with the origin of each character in `text`.

    >>> composed = compose_with_origins("ا\N{ARABIC HAMZA ABOVE}خر يوم")
    >>> composed.text == "أخر يوم", composed.source_span(4, 7)
    (True, Span(start=5, end=8))
    """
    if unicodedata.is_normalized("NFC", text):
        return Folded(text, tuple(range(len(text) + 1)))
    pieces: list[str] = []
    origins: list[int] = []
    for match in _PIECE.finditer(text):
        composed, places = _compose_word(match.group())
        pieces.append(composed)
        origins.extend(match.start() + place for place in places)
    return Folded("".join(pieces), (*origins, len(text)))


def _compose_word(word: str) -> tuple[str, list[int]]:
    clusters: list[tuple[int, str]] = []
    for place, character in enumerate(word):
        if clusters and unicodedata.combining(character):
            clusters[-1] = (clusters[-1][0], clusters[-1][1] + character)
        else:
            clusters.append((place, character))
    parts = [(place, unicodedata.normalize("NFC", cluster)) for place, cluster in clusters]
    whole = unicodedata.normalize("NFC", word)
    if "".join(part for _, part in parts) != whole:
        # Starters that compose with one another (Hangul): the word counts from its first character.
        return whole, [0] * len(whole)
    return whole, [place for place, part in parts for _ in part]
