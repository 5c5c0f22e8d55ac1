"""Read amounts: one number, a range of two, or a vague plural such as 'tens of thousands'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF, HEH, YEH
from drawdown_cli.arabic.numerals import Numeral, is_numeric, number_word, numeral_at
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import QuantityForm, Token, TokenKind

_DASHES = "-–—"
_AND, _ARTICLE, _WITH = "و", "ال", "ب"
_CHANGE_WORDS = 9
_VAGUE_WORDS = 3
_POSSESSED = ("ها", "نا", "ته")
_FRACTIONS = (5, 10)
"""Numbers whose masculine form is written like a fraction's."""


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
    if vague or not is_numeric(tokens[index]):
        return vague
    between = _between(tokens, index, end)
    first = None if between else numeral_at(tokens, index, end)
    if first is None:
        return between
    if first.words and first.last == index + 1:
        return _one_word(tokens, first, end)
    return _longer(tokens, first, end)


def _longer(tokens: Sequence[Token], first: Numeral, end: int) -> Amount:
    return _range(tokens, first, end) or _ratio(tokens, first, end) or _single(first)


def _one_word(tokens: Sequence[Token], numeral: Numeral, end: int) -> Amount | None:
    """A number of one word may be another word that is spelt alike: what follows decides."""
    following = tokens[numeral.last] if numeral.last < end else None
    if (
        _is_preliminary(tokens[numeral.first])
        or _is_worthier(numeral, following)
        or _is_single(tokens, numeral)
    ):
        return None
    if numeral.last < end and (_is_definite_noun(tokens[numeral.last]) or _is_possessed(tokens, numeral)):
        fraction = _fraction(tokens, numeral)
        if fraction is not None or _is_no_number(tokens, numeral):
            return fraction
    if numeral.last < end and _is_verb(tokens, numeral):
        return None
    return _longer(tokens, numeral, end)


def _fraction(tokens: Sequence[Token], numeral: Numeral) -> Amount | None:
    """'خمس السكان' is a fifth of them: a number from three to ten stands before no definite noun."""
    if numeral.value not in _FRACTIONS or tokens[numeral.first].norm.endswith(HEH) or numeral.definite:
        return None
    share = 1 / numeral.value
    return Amount(numeral.first, numeral.last, share, share, share, QuantityForm.FRACTION, "fraction_of")


def _is_no_number(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """'ألف الكاتب رواية', 'عشرة القائد لجنوده': words that are spelt like numbers."""
    word = number_word(tokens[numeral.first].norm)
    return word is not None and word.role in ("unit", "ten", "scale", "hundred") and not word.definite


def _is_verb(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """'ألف كتابا' (he wrote a book): after a thousand the noun has no alef of the accusative."""
    word, noun = number_word(tokens[numeral.first].norm), tokens[numeral.last]
    return (
        word is not None
        and word.role in ("scale", "hundred")
        and not word.proclitic
        and noun.kind is TokenKind.WORD
        and len(noun.norm) > 4
        and noun.norm.endswith(ALEF)
        and number_word(noun.norm) is None
    )


def _is_preliminary(token: Token) -> bool:
    """'أولي' (preliminary) folds like 'أولى' (first)."""
    word = number_word(token.norm)
    return word is not None and word.role == "ordinal" and word.value == 1 and token.text.endswith(YEH)


def _is_worthier(numeral: Numeral, following: Token | None) -> bool:
    """'أولى بالرعاية' is 'worthier of care', no ordinal."""
    ordinal = numeral.form is QuantityForm.ORDINAL and numeral.value == 1 and not numeral.proclitic
    return ordinal and following is not None and following.norm.startswith(_WITH) and len(following.norm) > 3


def _is_single(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """'الجندي الواحد' (each soldier) counts nothing; 'ثانية' alone is 'again' or a second."""
    word = tokens[numeral.first].norm
    if numeral.form is QuantityForm.CARDINAL:
        return numeral.value == 1 and numeral.definite
    return numeral.value == 2 and not numeral.definite and word.endswith(HEH)


def _is_possessed(tokens: Sequence[Token], numeral: Numeral) -> bool:
    """'خمس قواتها' is a fifth of its forces: what a number counts carries no pronoun."""
    noun = tokens[numeral.last]
    return numeral.value in _FRACTIONS and noun.kind is TokenKind.WORD and noun.text.endswith(_POSSESSED)


def _is_definite_noun(token: Token) -> bool:
    # By the letters as written: 'ألوية' (brigades) folds like a word with the article.
    definite = token.kind is TokenKind.WORD and token.text.startswith(_ARTICLE) and len(token.norm) > 4
    return definite and number_word(token.norm) is None


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
    to = _is_link(tokens, at) and not _is_change(tokens, first.first)
    if token.text not in _DASHES and not to and not _is_or(token):
        return None
    second = numeral_at(tokens, at + 1, end) if at + 1 < end else None
    return _pair(tokens, first, second, "range") if second else None


def _ratio(tokens: Sequence[Token], first: Numeral, end: int) -> Amount | None:
    """'واحد على عشرة', 'واحد من كل خمسة': a share, where the second number counts nothing else."""
    at = first.last
    if at + 1 >= end or not isinstance(first.value, int) or first.form is not QuantityForm.CARDINAL:
        return None
    link = lexicon("numbers").find(tokens, at, end)
    role = link[0].entry.features["role"] if link else ""
    if role not in ("over", "out_of") or (role == "out_of" and first.value != 1):
        return None
    whole = numeral_at(tokens, at + link[0].length, end) if at + link[0].length < end else None
    if whole is None or whole.definite or whole.value <= 1 or whole.form is not QuantityForm.CARDINAL:
        return None
    if first.value != 1 and whole.last < end and tokens[whole.last].kind is TokenKind.WORD:
        return None
    share = first.value / whole.value
    return Amount(first.first, whole.last, share, share, share, QuantityForm.FRACTION, "ratio")


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
    while at < min(end, index + _VAGUE_WORDS):
        bounds = _vague_word(tokens, at, counted=at > index)
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


def _vague_word(tokens: Sequence[Token], at: int, *, counted: bool) -> tuple[float, float] | None:
    """The bounds of a vague word; where another counts it, only its scale."""
    word = number_word(tokens[at].norm)
    if word is not None and word.role == "scales":
        return (word.value, word.value) if counted else (2 * word.value, 10 * word.value)
    for form in lexicon("numbers").find_word(tokens[at].norm):
        features = form.entry.features
        if features["role"] == "vague" and not form.inflection.suffix:
            return (features["scale"],) * 2 if counted else (features["low"], features["high"])
    return None


def _after_between(tokens: Sequence[Token], index: int) -> bool:
    return index > 0 and any(
        form.entry.features["class"] == "between"
        for form in lexicon("time").find_word(tokens[index - 1].norm)
    )


def _is_or(token: Token) -> bool:
    """'ثلاثة أو أربعة': two guesses are a range."""
    return any(form.entry.features["role"] == "or" for form in lexicon("numbers").find_word(token.norm))


def _is_change(tokens: Sequence[Token], index: int) -> bool:
    """'رفع عديدها من 200 إلى 500' tells two amounts, before and after, and no range."""
    if index == 0 or not _is_from(tokens[index - 1]):
        return False
    for at in range(index - 2, max(-1, index - 2 - _CHANGE_WORDS), -1):
        if tokens[at].kind is TokenKind.MARK:
            return False
        if any(
            form.entry.features["place"] == "change"
            for form in lexicon("comparators").find_word(tokens[at].norm)
        ):
            return True
    return False


def _is_from(token: Token) -> bool:
    return any(form.entry.features["class"] == "from" for form in lexicon("time").find_word(token.norm))


def _is_link(tokens: Sequence[Token], at: int) -> bool:
    return any(form.entry.features["class"] == "to" for form in lexicon("time").find_word(tokens[at].norm))
