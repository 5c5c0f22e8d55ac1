"""Tell what only looks like a time: ages, scores, numbers of laws and pages, words inside names."""

from __future__ import annotations

from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.shapes import CalendarDate, Decade, Deictic, Length, Mention, Weekday
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Grain, TokenKind

_AGE_WORDS = 3


def is_trap(reader: Reader, mention: Mention) -> bool:
    """Return whether the words around a mention show that it names no time."""
    if isinstance(mention.time, Length):
        return mention.time.amounts[0].unit is Grain.YEAR and _is_age(reader, mention)
    if isinstance(mention.time, Decade):
        return reader.word(mention.last, "of_age") is not None
    if isinstance(mention.time, Deictic):
        return mention.time.days == 1 and _is_verb(reader, mention)
    return _is_number_of(reader, mention) or _is_named_after(reader, mention)


def _is_age(reader: Reader, mention: Mention) -> bool:
    """'(45 عاما)' after a name, 'أحمد، 45 عاما، ', 'يبلغ من العمر 30 عاما', 'عمره 12 سنة'."""
    before, after = mention.first - 1, mention.last
    if reader.mark(before, "(،,") and reader.mark(after, ")،,") and not reader.mark(before - 1, ")"):
        return True
    if reader.word(after, "of_age"):
        return True
    return any(reader.word(mention.first - back, "age") for back in range(1, _AGE_WORDS + 1))


def _is_verb(reader: Reader, mention: Mention) -> bool:
    """'غدا البلد ساحة': at the head of a clause, before its subject, it is 'became', not 'tomorrow'."""
    form = reader.word(mention.first, "deictic")
    if form is None or not form.entry.features.get("verb") or mention.last >= reader.end:
        return False
    before = mention.first - 1
    heads = mention.first == reader.start or reader.tokens[before].kind is TokenKind.MARK or form.proclitic
    following = reader.norm(mention.last)
    return bool(heads) and following.startswith("ال") and not reader.word(mention.last, "weekday", "unit")


def _is_number_of(reader: Reader, mention: Mention) -> bool:
    """'القرار 15/3', 'رقم 2017': a number that names a text or a thing."""
    if reader.tokens[mention.first].kind is not TokenKind.NUMBER or mention.first == reader.start:
        return False
    before = lexicon("numbers").find_word(reader.norm(mention.first - 1))
    return any(form.entry.features["role"] == "label" for form in before)


def _is_named_after(reader: Reader, mention: Mention) -> bool:
    """'ساحة 17 فبراير', 'جسر الأحد', 'السيدة أيار': a name without a year of its own."""
    time = mention.time
    dated = isinstance(time, CalendarDate) and (time.year is not None or time.shift is not None)
    if dated or not isinstance(time, (CalendarDate, Weekday)):
        return False
    return reader.word(mention.first - 1, "named_after") is not None
