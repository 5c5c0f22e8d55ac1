"""Tell what only looks like a time: ages, scores, numbers of laws and pages, words inside names."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF
from drawdown_cli.extract.timex.reader import ARTICLE, Reader
from drawdown_cli.extract.timex.shapes import CalendarDate, Decade, Deictic, Length, Mention, Weekday
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Grain, TokenKind

_NEAR, _FAR = 3, 7
_PRESENT = "يتنس"


def is_trap(reader: Reader, mention: Mention) -> bool:
    """Return whether the words around a mention show that it names no time."""
    if isinstance(mention.time, Length):
        return _is_age(reader, mention)
    if isinstance(mention.time, Decade):
        return reader.word(mention.last, "of_age") is not None
    if isinstance(mention.time, Deictic):
        press = mention.time.days == 0 and reader.word(mention.first - 1, "named_after") is not None
        return press or (mention.time.days == 1 and _is_verb(reader, mention))
    return _is_number_of(reader, mention) or _is_named_after(reader, mention)


def _is_age(reader: Reader, mention: Mention) -> bool:
    """'(45 عاما)' after a name, 'أحمد، 45 عاما، ', 'يبلغ من العمر 30 عاما', 'عمره 12 سنة'."""
    assert isinstance(mention.time, Length)
    before, after = mention.first - 1, mention.last
    beside = reader.mark(before, "(،,") and reader.mark(after, ")،,") and not reader.mark(before - 1, ")")
    if beside and mention.time.amounts[0].unit is Grain.YEAR:
        return True
    if reader.word(after, "of_age"):
        return True
    near = any(_ends_age(reader, mention.first - back, back) for back in range(1, _NEAR + 1))
    return near or any(reader.word(mention.first - back, "age_word") for back in range(1, _FAR + 1))


def _ends_age(reader: Reader, index: int, back: int) -> bool:
    form = reader.word(index, "age")
    return form is not None and form.length <= back


def _is_verb(reader: Reader, mention: Mention) -> bool:
    """'غدا البلد ساحة', 'الملف غدا معقدا': where no verb stands before it, it is 'became', not 'tomorrow'."""
    form = reader.word(mention.first, "deictic")
    if form is None or not form.entry.features.get("verb") or mention.last >= reader.end:
        return False
    if mention.last - mention.first > 1 or reader.word(
        mention.last, "weekday", "daypart", "clock", "bound", "in"
    ):
        return False
    before, following = mention.first - 1, reader.norm(mention.last)
    if mention.first == reader.start or reader.tokens[before].kind is TokenKind.MARK or form.proclitic:
        return not _is_present(following)
    return following.endswith(ALEF) and len(following) > 3 and not _is_present(reader.norm(before))


def _is_present(norm: str) -> bool:
    """Whether a word is written like a verb in the present or future."""
    return len(norm) > 3 and norm[0] in _PRESENT and not norm.startswith(ARTICLE)


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
    if reader.word(mention.first - 1, "named_after"):
        return True
    month = isinstance(time, CalendarDate) and time.day is None
    return month and reader.word(mention.first - 1, "event_name") is not None
