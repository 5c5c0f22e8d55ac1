"""Numbers that count nothing: of laws, pages and telephones, scores, clock times, names of weapons."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.extract.quantities.amounts import Amount
from drawdown_cli.extract.quantities.units import Unit
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Token, TokenKind

_JOINTS = "-–/:.+"
_GROUPS = 4
_NEAR = 8
_IDIOM_WORDS = 3
_SHORTEST_CODE = 6
_LONGEST_COUNT = 11


def idiom_end(tokens: Sequence[Token], index: int, first: int, end: int) -> int:
    """Return the token after an idiom that holds the number word at `index`, 0 where there is none."""
    for start in range(index, max(first, index - _IDIOM_WORDS) - 1, -1):
        for form in lexicon("numbers").find(tokens, start, end):
            if form.entry.features["role"] == "idiom" and start + form.length > index:
                return start + form.length
    return 0


def is_age(tokens: Sequence[Token], amount: Amount, end: int) -> bool:
    """'في الثلاثين من عمره': an age."""
    return amount.last < end and any(
        form.entry.features["class"] == "of_age" for form in lexicon("time").find(tokens, amount.last, end)
    )


def is_name(tokens: Sequence[Token], amount: Amount, unit: Unit, first: int, end: int) -> bool:
    """Return whether the number names something: 'القرار 425', 'إف-16', '12:42', 'فاز 3-1'."""
    if tokens[amount.first].kind is not TokenKind.NUMBER:
        return False
    if _is_code(tokens, amount, first, end):
        return True
    if _is_numbered(tokens, amount, unit, first):
        return True
    counted = unit.first >= amount.last
    return (not counted and _is_labelled(tokens, amount.first, first)) or _is_glued(
        tokens, amount, first, end
    )


def _is_numbered(tokens: Sequence[Token], amount: Amount, unit: Unit, first: int) -> bool:
    """'القاعدة 201', 'الوحدة 8200': digits after a single definite thing are its name."""
    at = amount.first - 1
    if at < first or unit.first >= amount.last or tokens[at].kind is not TokenKind.WORD:
        return False
    return any(
        form.entry.features.get("unit") != "troops"
        and form.inflection.number == "s"
        and form.proclitic.endswith("ال")
        and not form.inflection.suffix
        for form in lexicon("units").find_word(tokens[at].norm)
    )


def _is_code(tokens: Sequence[Token], amount: Amount, first: int, end: int) -> bool:
    """A telephone number: four or more groups of digits in a row, or one that is long and begins with 0."""
    norm = tokens[amount.first].norm
    if norm.isdigit() and (len(norm) >= _LONGEST_COUNT or (norm[0] == "0" and len(norm) >= _SHORTEST_CODE)):
        return True
    before = range(amount.first - 1, max(first, amount.first - _NEAR) - 1, -1)
    after = range(amount.last, min(end, amount.last + _NEAR))
    return _groups(tokens, before) + _groups(tokens, after) >= _GROUPS - 1


def _groups(tokens: Sequence[Token], indexes: range) -> int:
    """How many groups of digits follow one another from a number on."""
    found = 0
    for index in indexes:
        if tokens[index].kind is TokenKind.NUMBER:
            found += 1
        elif tokens[index].text not in "-+":
            break
    return found


def _is_labelled(tokens: Sequence[Token], at: int, first: int) -> bool:
    back = at - 1
    while back >= first and tokens[back].text in ("(", '"', "-", ":"):
        back -= 1
    return back >= first and any(
        form.entry.features["role"] == "label" for form in lexicon("numbers").find_word(tokens[back].norm)
    )


def _is_glued(tokens: Sequence[Token], amount: Amount, first: int, end: int) -> bool:
    """Joined without a space to a letter, a digit or a mark of clocks, codes and scores."""
    start, stop = amount.first, amount.last
    if start > first and tokens[start - 1].end == tokens[start].start:
        before = tokens[start - 1]
        if before.kind is TokenKind.LATIN:
            return True
        if before.text in _JOINTS and start - 1 > first and tokens[start - 2].end == before.start:
            return tokens[start - 2].kind is not TokenKind.MARK
    if stop < end and tokens[stop].start == tokens[stop - 1].end and tokens[stop].text in _JOINTS[:4]:
        following = tokens[stop + 1] if stop + 1 < end else None
        return (
            following is not None
            and following.start == tokens[stop].end
            and following.kind is TokenKind.NUMBER
        )
    return False
