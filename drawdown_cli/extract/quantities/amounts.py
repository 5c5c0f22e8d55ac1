"""Read amounts: one number, a range of two, or a vague plural such as 'tens of thousands'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drawdown_cli.arabic.numerals import Numeral, is_numeric, number_word, numeral_at
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import QuantityForm, Token, TokenKind

_DASHES = "-–—"
_AND = "و"


class Amount(NamedTuple):
    """An amount as written: its tokens (half-open) and what it says."""

    first: int
    last: int
    value: float | int | None
    low: float | int | None
    high: float | int | None
    form: QuantityForm
    rule: str
    definite: bool = False


def amount_at(tokens: Sequence[Token], index: int, end: int) -> Amount | None:
    """Return the amount that begins at a token and ends before `end`."""
    vague = _vague(tokens, index, end)
    if vague:
        return vague
    if not is_numeric(tokens[index]):
        return None
    between = _between(tokens, index, end)
    if between:
        return between
    first = numeral_at(tokens, index, end)
    if first is None:
        return None
    return _range(tokens, first, end) or _single(first)


def _single(numeral: Numeral) -> Amount:
    rule = "number_in_words" if numeral.words else "number_in_digits"
    value = numeral.value
    return Amount(numeral.first, numeral.last, value, value, value, numeral.form, rule, numeral.definite)


def _range(tokens: Sequence[Token], first: Numeral, end: int) -> Amount | None:
    """'35 إلى 50 ألفا', '2000-2500'."""
    at = first.last
    if at >= end or first.form is not QuantityForm.CARDINAL:
        return None
    token = tokens[at]
    dash = token.text in _DASHES
    if not dash and not _is_link(tokens, at):
        return None
    second = numeral_at(tokens, at + 1, end) if at + 1 < end else None
    return _pair(tokens, first, second, "range") if second else None


def _between(tokens: Sequence[Token], index: int, end: int) -> Amount | None:
    """'بين ألفين وثلاثة آلاف': after 'between' the 'and' parts two numbers, it adds none up."""
    if not _after_between(tokens, index):
        return None
    whole = numeral_at(tokens, index, end)
    if whole is None:
        return None
    following = _joined_number(tokens, whole.last, end)
    if following:
        return _pair(tokens, whole, following, "between")
    for cut in range(whole.last - 1, index, -1):
        left = numeral_at(tokens, index, cut)
        right = _joined_number(tokens, cut, end)
        if left and right and left.last == cut and left.value < right.value:
            return _pair(tokens, left, right, "between")
    return None


def _joined_number(tokens: Sequence[Token], at: int, end: int) -> Numeral | None:
    if at >= end:
        return None
    if tokens[at].norm == _AND and at + 1 < end:
        return numeral_at(tokens, at + 1, end)
    word = number_word(tokens[at].norm)
    return numeral_at(tokens, at, end) if word and word.joined else None


def _pair(tokens: Sequence[Token], first: Numeral, second: Numeral, rule: str) -> Amount | None:
    low, high = _scaled(tokens, first, second), second.value
    if low >= high or second.form is not QuantityForm.CARDINAL:
        return None
    return Amount(first.first, second.last, None, low, high, QuantityForm.CARDINAL, rule)


def _scaled(tokens: Sequence[Token], first: Numeral, second: Numeral) -> float | int:
    """'35 إلى 50 ألفا' is 35,000 to 50,000: the scale word serves both."""
    word = number_word(tokens[second.last - 1].norm)
    if (
        word is None
        or word.role not in ("scale", "scales", "scale_or_dual")
        or second.last - second.first < 2
    ):
        return first.value
    if first.value < 1000 and first.value < second.value / word.value:
        return first.value * word.value
    return first.value


def _vague(tokens: Sequence[Token], index: int, end: int) -> Amount | None:
    """'عشرات الآلاف', 'بضع مئات', 'آلاف الجنود', 'مئات'."""
    if tokens[index].kind is not TokenKind.WORD:
        return None
    low, high, at = 1.0, 1.0, index
    while at < end:
        bounds = _vague_word(tokens, at)
        if bounds is None:
            break
        low, high = low * bounds[0], high * bounds[1]
        at += 1
    if at == index:
        return None
    if (
        at < end
        and (word := number_word(tokens[at].norm))
        and word.role in ("scale", "scales")
        and not word.joined
    ):
        low, high, at = low * word.value, high * word.value, at + 1
    return Amount(index, at, None, int(low), int(high), QuantityForm.CARDINAL, "vague_plural")


def _vague_word(tokens: Sequence[Token], at: int) -> tuple[float, float] | None:
    word = number_word(tokens[at].norm)
    if word is not None and word.role == "scales":
        return (
            (2 * word.value, 10 * word.value)
            if at == 0 or not _counts(tokens[at - 1])
            else (word.value, word.value)
        )
    for form in lexicon("numbers").find_word(tokens[at].norm):
        if form.entry.features["role"] == "vague" and not form.inflection.suffix:
            return form.entry.features["low"], form.entry.features["high"]
    return None


def _counts(token: Token) -> bool:
    """Whether a word counts 'thousands' loosely, so that their own bounds add nothing."""
    return any(form.entry.features["role"] == "vague" for form in lexicon("numbers").find_word(token.norm))


def _after_between(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and any(
        form.entry.features["class"] == "between"
        for form in lexicon("time").find_word(tokens[index - 1].norm)
    )


def _is_link(tokens: Sequence[Token], at: int) -> bool:
    return any(form.entry.features["class"] == "to" for form in lexicon("time").find_word(tokens[at].norm))
