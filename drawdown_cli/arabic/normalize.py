"""One folding for text, query and lexicon: what Arabic spelling varies in, made equal.

Folded away: diacritics, tatweel, invisible marks; hamza on alef, waw and ya; alef maksura; ta marbuta;
Persian letters; presentation forms; Arabic-Indic and Persian digits; the case of Latin letters. A hamza on
the line stays: ماء is not ما.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from drawdown_cli.arabic.letters import (
    ALEF,
    ALEF_FORMS,
    ALEF_MAKSURA,
    ARABIC_MARKS,
    HEH,
    INVISIBLE,
    PERSO_ARABIC,
    TATWEEL,
    TEH_MARBUTA,
    WAW,
    WAW_HAMZA,
    YEH,
    YEH_HAMZA,
)
from drawdown_cli.memo import Memo
from drawdown_cli.models import Span


def _decimal_digits() -> dict[str, str]:
    starts = ("\N{ARABIC-INDIC DIGIT ZERO}", "\N{EXTENDED ARABIC-INDIC DIGIT ZERO}")
    return {chr(ord(zero) + value): str(value) for zero in starts for value in range(10)}


_PLAIN: dict[str, str] = {
    **dict.fromkeys(ALEF_FORMS, ALEF),
    ALEF_MAKSURA: YEH,
    TEH_MARBUTA: HEH,
    WAW_HAMZA: WAW,
    YEH_HAMZA: YEH,
    **PERSO_ARABIC,
    **_decimal_digits(),
    **dict.fromkeys(ARABIC_MARKS | INVISIBLE | {TATWEEL}, ""),
}
_WITHOUT_FORMS = str.maketrans(_PLAIN)


_PRESENTATION = (range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))


def _fold_character(code: int) -> str:
    character = chr(code)
    letters = _unshape_character(code)
    plain = letters.translate(_WITHOUT_FORMS)
    # The spacing forms of harakat decompose to a space and a mark: nothing of them is a letter.
    if letters != character:
        plain = plain.replace(" ", "")
    return plain.lower()


def _unshape_character(code: int) -> str:
    character = chr(code)
    shaped = any(code in block for block in _PRESENTATION)
    return unicodedata.normalize("NFKC", character) if shaped else character


_TABLE = Memo(_fold_character)
_SHAPES = Memo(_unshape_character)


def fold(text: str) -> str:
    """Return `text` as it is compared: a pure, idempotent mapping of characters.

    >>> fold("الأمريكيّـة ١٢") == fold("الامريكيه 12")
    True
    """
    return text.translate(_TABLE)


def unshape(text: str) -> str:
    """Return `text` with letters for their presentation forms, and nothing else changed.

    >>> unshape("ﻻ ﺗﻌﻠﻴﻖ")
    'لا تعليق'
    """
    return text.translate(_SHAPES)


class Folded(NamedTuple):
    """Folded text that remembers where each of its characters came from."""

    text: str
    origins: tuple[int, ...]

    def source_span(self, start: int, end: int) -> Span:
        """Return the span of the original that was folded into `text[start:end]`.

        The marks that belong to its last letter are part of it, and a ligature comes whole.
        """
        if start >= end:
            return Span(self.origins[start], self.origins[start])
        last = self.origins[end - 1]
        while self.origins[end] == last:
            end += 1
        return Span(self.origins[start], self.origins[end])


def fold_with_origins(text: str) -> Folded:
    """Fold `text` and keep, for each folded character, the index where it stood.

    >>> fold_with_origins("جنديٍّ هنا").source_span(5, 8)
    Span(start=7, end=10)
    """
    pieces = [_TABLE[ord(character)] for character in text]
    origins = [index for index, piece in enumerate(pieces) for _ in piece]
    return Folded("".join(pieces), (*origins, len(text)))
