"""What a number counts: the noun after it, or before it, by the lexicon of units."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from drawdown_cli.arabic.numerals import numeral_at
from drawdown_cli.extract.quantities.amounts import Amount
from drawdown_cli.lexicon import Form, lexicon
from drawdown_cli.models import QuantityForm, Token, TokenKind

_PERCENT_MARKS = "%٪"
_DUAL, _CONSTRUCT = ("ان", "ين"), ("تا", "تي")
_MONEY_MARKS = {"$": "dollars", "€": "euros", "£": "pounds"}


class Unit(NamedTuple):
    """A counted noun: the lexicon's key, its tokens (half-open)."""

    key: str
    first: int
    last: int


NO_UNIT = Unit("", -1, -1)


def unit_of(tokens: Sequence[Token], amount: Amount, first: int, end: int) -> Unit:
    """Return the unit of an amount within the paragraph's tokens from `first` to `end`."""
    return (
        _percent(tokens, amount, first, end)
        or _after(tokens, amount.last, end)
        or _money_before(tokens, amount.first, first)
        or _before(tokens, amount, first)
        or _shared(tokens, amount, end)
        or NO_UNIT
    )


def dual_at(tokens: Sequence[Token], index: int) -> Unit | None:
    """Return the unit of a dual, which holds its own number: 'قاعدتين', 'لواءان', 'بطاريتي باتريوت'."""
    norm = tokens[index].norm
    construct = norm.endswith(_CONSTRUCT)
    if not construct and not norm.endswith(_DUAL):
        return None
    forms = [
        form
        for form in lexicon("units").find_word(norm)
        if form.proclitic in ("", "و", "ب", "ل") and not form.inflection.suffix
    ]
    if not forms or any(
        form.inflection.number != "d" or form.entry.features.get("no_dual") for form in forms
    ):
        return None
    if construct and not (forms[0].entry.features.get("construct") and _opens_noun(tokens, index + 1)):
        return None
    return Unit(forms[0].entry.features["unit"], index, index + 1)


def _opens_noun(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind is TokenKind.WORD


def _percent(tokens: Sequence[Token], amount: Amount, first: int, end: int) -> Unit | None:
    after, before = amount.last, amount.first - 1
    if after < end and tokens[after].text in _PERCENT_MARKS:
        return Unit("percent", after, after + 1)
    if (
        before >= first
        and tokens[before].text in _PERCENT_MARKS
        and tokens[before].end == tokens[before + 1].start
    ):
        return Unit("percent", before, before + 1)
    return None


def _after(tokens: Sequence[Token], at: int, end: int) -> Unit | None:
    """The noun after the number, also as a part of many: 'خمسة من الجنود'."""
    if at >= end:
        return None
    found = _unit_form(tokens, at, end)
    if found is None and at + 1 < end and _is_of(tokens[at]):
        at += 1
        found = _unit_form(tokens, at, end)
        if found is not None and not (
            found.proclitic.endswith("ال") or found.inflection.suffix or found.inflection.number == "p"
        ):
            return None
    return Unit(found.entry.features["unit"], at, at + found.length) if found else None


def _unit_form(tokens: Sequence[Token], at: int, end: int) -> Form | None:
    for form in lexicon("units").find(tokens, at, end):
        # A dual holds its own number: in '0 رقمان' they are two.
        if form.proclitic in ("", "ال") and not (form.inflection.number == "d" and dual_at(tokens, at)):
            return form
    return None


def _money_before(tokens: Sequence[Token], at: int, first: int) -> Unit | None:
    key = _MONEY_MARKS.get(tokens[at - 1].text) if at > first else None
    return Unit(key, at - 1, at) if key else None


def _before(tokens: Sequence[Token], amount: Amount, first: int) -> Unit | None:
    """'جندي واحد', 'القواعد الثلاث', 'عدد القواعد 12'."""
    at = amount.first - 1
    if at < first or tokens[at].kind is not TokenKind.WORD or amount.form is not QuantityForm.CARDINAL:
        return None
    for form in lexicon("units").find_word(tokens[at].norm):
        plural = form.inflection.number == "p" or form.inflection.suffix
        if (
            (plural and amount.value != 1)
            or (form.inflection.number == "s" and amount.value == 1)
            or (form.inflection.number == "d" and amount.value == 2)
        ):
            return Unit(form.entry.features["unit"], at, at + 1)
    return None


def _shared(tokens: Sequence[Token], amount: Amount, end: int) -> Unit | None:
    """'من ثلاثة آلاف إلى نحو ألف جندي': the unit of the second number is the first one's too."""
    at = amount.last
    if at + 1 >= end or not is_to(tokens[at]):
        return None
    about = lexicon("comparators").find(tokens, at + 1, end)
    at += 1 + (about[0].length if about else 0)
    second = numeral_at(tokens, at, end) if at < end else None
    found = _unit_form(tokens, second.last, end) if second and second.last < end else None
    # The unit lies behind another number: it is named, but no part of this amount.
    return Unit(found.entry.features["unit"], -1, -1) if found else None


def is_to(token: Token) -> bool:
    """Return whether a token is 'to'."""
    return any(form.entry.features["class"] == "to" for form in lexicon("time").find_word(token.norm))


def _is_of(token: Token) -> bool:
    return any(form.entry.features["class"] == "from" for form in lexicon("time").find_word(token.norm))
