"""Join Arabic letters as presentation forms, for terminals that do not join them themselves.

The forms are read from Unicode's own decompositions, so that no glyph is typed in.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

_FORMS = ("isolated", "final", "initial", "medial")
_JOINER = "\N{ZERO WIDTH JOINER}"
_JOINERS = "\N{ARABIC TATWEEL}" + _JOINER
_NON_JOINER = "\N{ZERO WIDTH NON-JOINER}"
_LAM = "\N{ARABIC LETTER LAM}"


class Glyph(NamedTuple):
    """What is drawn, and the place in the text of what it stands for."""

    text: str
    place: int


def shape(text: str) -> list[Glyph]:
    """Return the glyphs of a text in logical order; lam and alef become one.

    >>> [unicodedata.name(glyph.text)[-14:] for glyph in shape("\u0644\u0627")]
    [' ISOLATED FORM']
    """
    forms, ligatures = _letter_forms(), _lam_alef_forms()
    base = [index for index, character in enumerate(text) if not is_transparent(character)]
    joined = {}
    swallowed = set()
    for at, index in enumerate(base):
        character = text[index]
        before = text[base[at - 1]] if at and base[at - 1] not in swallowed else ""
        after = text[base[at + 1]] if at + 1 < len(base) else ""
        joins_before = _joins_next(before) and _joins_previous(character)
        if character == _LAM and after in ligatures:
            swallowed.add(base[at + 1])
            joined[index] = ligatures[after]["final" if joins_before else "isolated"]
        elif character in forms and index not in swallowed:
            joins_after = _joins_next(character) and _joins_previous(after)
            joined[index] = _pick(forms[character], character, joins_before, joins_after)
    return [Glyph(joined.get(i, c), i) for i, c in enumerate(text) if i not in swallowed]


def ligated(text: str) -> list[str]:
    """Return the characters of a text with each lam and alef drawn as one.

    A terminal that joins by itself leaves the cell empty that the alef lost. The ligature's own character
    fills one cell but joins nothing: in the lam's place stands what joins the letter before, or parts it.

    >>> [unicodedata.name(character)[:16] for character in ligated("\u0633\u0644\u0627")]
    ['ARABIC LETTER SE', 'ZERO WIDTH JOINE', 'ARABIC LIGATURE ']
    """
    characters = list(text)
    finals = {forms["final"] for forms in _lam_alef_forms().values()}
    for glyph in shape(text):
        at = glyph.place
        # With a mark between the two, they stay as they are.
        if text[at] == _LAM and text[at + 1 : at + 2] in _lam_alef_forms():
            characters[at] = _JOINER if glyph.text in finals else _NON_JOINER
            characters[at + 1] = glyph.text
    return characters


def is_transparent(character: str) -> bool:
    """Whether a character lets its neighbours join through it: marks and invisible controls."""
    if character in _JOINERS or character == _NON_JOINER:
        return False
    return unicodedata.category(character) in ("Mn", "Me", "Cf")


def clusters(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return the glyphs with each mark behind the letter that it stands on (L3)."""
    out: list[list[Glyph]] = []
    for glyph in glyphs:
        if out and unicodedata.category(glyph.text[0]) in ("Mn", "Me", "Cf"):
            out[-1].append(glyph)
        else:
            out.append([glyph])
    return out


def _pick(forms: dict[str, str], character: str, before: bool, after: bool) -> str:
    form = _FORMS[before + 2 * after]
    return forms.get(form) or forms.get("isolated") or character


def _joins_next(character: str) -> bool:
    return bool(character) and (character in _JOINERS or "initial" in _letter_forms().get(character, {}))


def _joins_previous(character: str) -> bool:
    return bool(character) and (character in _JOINERS or "final" in _letter_forms().get(character, {}))


@cache
def _letter_forms() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for character, form, letters in _presentation_forms():
        if len(letters) == 1:
            forms.setdefault(letters, {})[form] = character
    return forms


@cache
def _lam_alef_forms() -> dict[str, dict[str, str]]:
    forms: dict[str, dict[str, str]] = {}
    for character, form, letters in _presentation_forms():
        if len(letters) == 2 and letters[0] == _LAM and _is_alef(letters[1]):
            forms.setdefault(letters[1], {})[form] = character
    return forms


def _is_alef(letter: str) -> bool:
    name = unicodedata.name(letter, "")
    return "ALEF" in name and "MAKSURA" not in name


@cache
def _presentation_forms() -> tuple[tuple[str, str, str], ...]:
    """Every presentation form with the name of its form and the letters that it stands for."""
    found = []
    for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)):
        tag, *parts = unicodedata.decomposition(chr(code)).split() or [""]
        if tag.strip("<>") in _FORMS:
            found.append((chr(code), tag.strip("<>"), "".join(chr(int(part, 16)) for part in parts)))
    return tuple(found)
