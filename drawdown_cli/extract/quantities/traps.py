"""Numbers that count nothing: of laws, pages and telephones, scores, clock times, names of weapons."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.extract.quantities.amounts import Amount
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Token, TokenKind

_JOINTS = "-–/:.+"


def idiom_at(tokens: Sequence[Token], index: int, end: int) -> int:
    """Return the length of an idiom that holds a number word, 0 where there is none."""
    return next(
        (
            form.length
            for form in lexicon("numbers").find(tokens, index, end)
            if form.entry.features["role"] == "idiom"
        ),
        0,
    )


def is_name(tokens: Sequence[Token], amount: Amount, first: int, end: int) -> bool:
    """Return whether the number names something: 'القرار 425', 'إف-16', '12:42', 'فاز 3-1'."""
    if tokens[amount.first].kind is not TokenKind.NUMBER:
        return False
    return _is_labelled(tokens, amount.first, first) or _is_glued(tokens, amount, first, end)


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
