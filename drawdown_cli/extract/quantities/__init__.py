"""Find numbers with their bounds and units."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from drawdown_cli.extract.quantities.amounts import Amount, amount_at
from drawdown_cli.extract.quantities.bounds import bounds_of
from drawdown_cli.extract.quantities.candidates import beginnings
from drawdown_cli.extract.quantities.traps import idiom_end, is_age, is_name
from drawdown_cli.extract.quantities.units import Unit, dual_at, is_to, unit_of
from drawdown_cli.models import (
    Confidence,
    Paragraph,
    Quantity,
    QuantityForm,
    Timex,
    Token,
    TokenizedText,
)

_BESIDE = 40
"""How many characters may lie between an amount and the one after 'to'."""


def find_quantities(tokenized: TokenizedText, timexes: Sequence[Timex]) -> Iterator[Quantity]:
    """Yield the quantities of a text in order; a number inside a time expression is none."""
    taken = _taken(tokenized.tokens, timexes)
    begins = beginnings(tokenized.tokens)
    for paragraph in tokenized.paragraphs:
        if begins.find(1, paragraph.first, paragraph.last) >= 0:
            yield from _in_paragraph(tokenized, paragraph, begins, taken)


def _in_paragraph(
    tokenized: TokenizedText, paragraph: Paragraph, begins: bytes, taken: bytearray
) -> Iterator[Quantity]:
    tokens, index = tokenized.tokens, paragraph.first
    before: Quantity | None = None
    while (index := begins.find(1, index, paragraph.last)) >= 0:
        if taken[index]:
            index += 1
            continue
        found, index = _quantity_at(tokenized, index, paragraph, taken)
        if found is None:
            continue
        if before is not None and not found.unit and _follows(tokens, found, before, index):
            found = found._replace(unit=before.unit, unit_text=before.unit_text)
        before = found
        yield found


def _quantity_at(
    tokenized: TokenizedText, index: int, paragraph: Paragraph, taken: bytearray
) -> tuple[Quantity | None, int]:
    tokens = tokenized.tokens
    end = _free_until(taken, index, paragraph.last)
    idiom = idiom_end(tokens, index, paragraph.first, end)
    if idiom:
        return None, idiom
    amount = amount_at(tokens, index, end)
    if amount is None:
        dual = dual_at(tokens, index)
        if dual is None:
            return None, index + 1
        amount = Amount(index, index + 1, 2, 2, 2, QuantityForm.CARDINAL, "dual_noun")
        return _quantity(tokenized, amount, dual, paragraph), index + 1
    unit = unit_of(tokens, amount, paragraph.first, paragraph.last)
    if is_name(tokens, amount, unit, paragraph.first, paragraph.last) or is_age(tokens, amount, end):
        return None, amount.last
    return _quantity(tokenized, amount, unit, paragraph), max(amount.last, unit.last)


def _follows(tokens: Sequence[Token], found: Quantity, before: Quantity, last: int) -> bool:
    """'من 12 قاعدة إلى نحو ثلاث': the number after 'to' counts what the one before it counts."""
    if found.start - before.end > _BESIDE:
        return False
    at = last - 1
    while at > 0 and tokens[at].start >= before.end:
        if is_to(tokens[at]):
            return True
        at -= 1
    return False


def _quantity(tokenized: TokenizedText, amount: Amount, unit: Unit, paragraph: Paragraph) -> Quantity:
    tokens, text = tokenized.tokens, tokenized.text
    percent = unit.key == "percent"
    beside = percent and unit.first >= 0
    last = max(amount.last, unit.last) if beside else amount.last
    start = tokens[min(amount.first, unit.first) if beside else amount.first].start
    end = tokens[last - 1].end
    after = max(amount.last, unit.last)
    comparator, low, high = bounds_of(tokens, amount, paragraph.first, after, paragraph.last)
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        value=amount.value,
        low=low,
        high=high,
        comparator=comparator,
        unit=unit.key,
        unit_text=text[tokens[unit.first].start : tokens[unit.last - 1].end] if unit.first >= 0 else "",
        form=QuantityForm.PERCENT if percent else amount.form,
        rule=amount.rule,
        confidence=Confidence.HIGH if amount.value is not None else Confidence.MEDIUM,
    )


def _taken(tokens: Sequence[Token], timexes: Sequence[Timex]) -> bytearray:
    """Mark the tokens that lie inside time expressions."""
    taken = bytearray(len(tokens))
    at = 0
    for timex in timexes:
        while at < len(tokens) and tokens[at].end <= timex.start:
            at += 1
        while at < len(tokens) and tokens[at].start < timex.end:
            taken[at] = 1
            at += 1
    return taken


def _free_until(taken: bytearray, index: int, last: int) -> int:
    stop = taken.find(1, index, last)
    return last if stop < 0 else stop
