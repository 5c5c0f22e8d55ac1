"""Dates by name: days and months in words and digits, dual month names."""

from __future__ import annotations

from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF_MADDA
from drawdown_cli.extract.timex.reader import AND, ARTICLE, Reader
from drawdown_cli.extract.timex.relative import cycle, is_anaphoric, same_unit, shift_after
from drawdown_cli.extract.timex.shapes import CalendarDate, Cycle, DayOf, Mention, MonthOf, That, Time
from drawdown_cli.extract.timex.years import is_counted, year_number
from drawdown_cli.lexicon import Form
from drawdown_cli.models import Grain, QuantityForm, TokenKind

_LONGEST_LIST = 8


class Month(NamedTuple):
    """A month as written, with the token after it."""

    month: int
    hijri: bool
    last: int
    form: Form | None


def named_date(reader: Reader, index: int) -> Mention | None:
    """Read 'الخميس، 11 حزيران/يونيو 2020', 'السابع من إبريل الماضي', '16 من هذا الشهر'."""
    weekday, at = weekday_before(reader, index)
    day, after = day_number(reader, at)
    if day is None:
        return _month_first(reader, index, at, weekday)
    after = _past_filler(reader, after)
    month = month_name(reader, after)
    if month is None:
        return _day_of_cycle(reader, index, after, day, weekday)
    if month.form is None and not reader.word(after - 1, "from"):
        return None
    return _complete(reader, index, month, day, weekday)


def listed_day(reader: Reader, index: int) -> Mention | None:
    """Read the first day of '11 و12 حزيران', '3 و5 و17 مايو': the last one names the month."""
    at = index
    while at - index < _LONGEST_LIST and reader.digits(at) and reader.norm(at + 1) == AND:
        at += 2
    day, _ = day_number(reader, index)
    if at == index or day is None or not reader.digits(at):
        return None
    last = named_date(reader, at)
    if last is None or not isinstance(last.time, (CalendarDate, DayOf, MonthOf)) or last.time.day is None:
        return None
    return Mention(index, index + 1, last.time._replace(day=day), "listed_day")


def month_year(reader: Reader, index: int) -> Mention | None:
    """Read 'آذار 2020', 'يناير/كانون الثاني', 'شهر أيار/مايو الماضي', 'يونيو العام المقبل'."""
    month = month_name(reader, index)
    if month is None or month.form is None:
        return None
    mention = _complete(reader, index, month, None, None)
    if mention is None:
        return None
    return mention if _is_month(reader, index, month, mention) else None


def numbered_month(reader: Reader, index: int) -> Mention | None:
    """Read 'الشهر التاسع سنة 2014', 'شهر 5 السنة الماضية': a number is a month's only in such company."""
    month = month_name(reader, index)
    if month is None or month.form is not None:
        return None
    mention = _complete(reader, index, month, None, None)
    return mention if mention and mention.last > month.last else None


def weekday_before(reader: Reader, index: int) -> tuple[int | None, int]:
    """Read a weekday that introduces a date: 'يوم الخميس، ', 'الخميس الموافق '."""
    at = index
    unit = reader.word(at, "unit")
    if unit and unit.entry.features["unit"] == Grain.DAY:
        at += 1
    form = reader.word(at, "weekday")
    if form is None:
        return None, index
    at += 1
    if reader.mark(at, "،,(-–"):
        at += 1
    if reader.word(at, "matching"):
        at += 1
    if reader.mark(at, ")"):
        at += 1
    return form.entry.features["weekday"], at


def day_number(reader: Reader, index: int) -> tuple[int | None, int]:
    """Read the number of a day: '11', 'السابع', 'الحادي والثلاثين', 'الفاتح'."""
    at = index
    unit = reader.word(at, "unit")
    if unit and unit.entry.features["unit"] == Grain.DAY and unit.inflection.number == "s":
        at += 1
    if reader.word(at, "first_day"):
        return 1, at + 1
    numeral = reader.numeral(at)
    if numeral is None or not isinstance(numeral.value, int) or not 1 <= numeral.value <= 31:
        return None, index
    if numeral.form is QuantityForm.FRACTION or (
        numeral.proclitic and numeral.words and not numeral.definite
    ):
        return None, index
    return numeral.value, numeral.last


def month_name(reader: Reader, index: int) -> Month | None:
    """Read a month with the second name that many papers add: 'حزيران/يونيو', 'كانون الثاني (يناير)'."""
    at = index
    said = _is_month_word(reader.word(at, "unit"))
    if said:
        at += 1
    form = reader.word(at, "month", "hijri_month")
    if form is None:
        return _numbered_month(reader, at) if said else None
    hijri = form.entry.features["class"] == "hijri_month"
    month, last = form.entry.features["month"], at + form.length
    return Month(month, hijri, _after_second_name(reader, last, month), form)


# --- parts ---------------------------------------------------------------------------------------------


def _complete(
    reader: Reader, first: int, month: Month, day: int | None, weekday: int | None
) -> Mention | None:
    """Add the year, or the word that stands for it, to a month or day."""
    at = month.last
    comma = 1 if reader.mark(at, "،,") else 0
    found = year_number(reader, at + comma, bare=True)
    if found is None and reader.mark(at, "/-–."):
        found, comma = year_number(reader, at + 1, bare=True), 1
    if found and not (comma and found.named is False and not _closes_date(reader, found.last, day)):
        hijri = month.hijri
        date = CalendarDate(year=found.year, month=month.month, day=day, weekday=weekday, hijri=hijri)
        return Mention(first, found.last, date, "date" if day else "month_year")
    of, last = _cycle_after(reader, at)
    if of is not None:
        if day:
            return Mention(first, last, MonthOf(month.month, of, day), "date_of_cycle")
        return Mention(first, last, MonthOf(month.month, of), "month_of_cycle")
    shift, last = shift_after(reader, at)
    then = shift == 1 and is_anaphoric(reader, at)
    date = CalendarDate(
        month=month.month, day=day, weekday=weekday, shift=shift, hijri=month.hijri, then=then
    )
    named = "date" if day else "month"
    return Mention(first, last, date, f"{named}_without_year" if shift is None else f"{named}_with_relation")


def _closes_date(reader: Reader, last: int, day: int | None) -> bool:
    """After a comma a bare number is a year only where nothing follows that it could count."""
    return day is not None and not is_counted(reader, last)


def _cycle_after(reader: Reader, at: int) -> tuple[Time | None, int]:
    """'يونيو العام المقبل', 'مارس من السنة القادمة'."""
    if reader.word(at, "from", "in"):
        at += 1
    found = cycle(reader, at) or same_unit(reader, at)
    if found and isinstance(found.time, (Cycle, That)) and found.time.unit is Grain.YEAR:
        return found.time, found.last
    return None, at


def _day_of_cycle(reader: Reader, first: int, at: int, day: int, weekday: int | None) -> Mention | None:
    """'الحادي والثلاثين من هذا الشهر', '15 الجاري'."""
    found = cycle(reader, at) or same_unit(reader, at)
    if found and isinstance(found.time, (Cycle, That)) and found.time.unit is Grain.MONTH and at > first:
        return Mention(first, found.last, DayOf(day, found.time, weekday), "day_of_month")
    shift, last = shift_after(reader, at)
    if shift is not None and reader.digits(at - 1) and reader.norm(at).startswith(ARTICLE):
        return Mention(first, last, DayOf(day, Cycle(Grain.MONTH, shift), weekday), "day_of_month")
    if reader.word(at, "of_it"):
        return Mention(first, at + 1, DayOf(day, That(Grain.MONTH, 0), weekday), "day_of_that_month")
    return None


def _month_first(reader: Reader, first: int, at: int, weekday: int | None) -> Mention | None:
    """'شباط 13', 'شباط الرابع عشر', 'يناير الحادي والعشرين ألفان وثمانية عشر'."""
    month = month_name(reader, at)
    if month is None or month.form is None:
        return None
    day, last = day_number(reader, month.last)
    if day is None or is_counted(reader, last) or reader.mark(last, ":٪%"):
        return None
    if reader.tokens[last - 1].kind is TokenKind.NUMBER and len(reader.digits(last - 1)) > 2:
        return None
    mention = _complete(reader, first, month._replace(last=last), day, weekday)
    verb = month.form.entry.features.get("ambiguous") and mention is not None and mention.last == last
    return None if verb and _is_bare_word(reader, last) else mention


def _is_bare_word(reader: Reader, at: int) -> bool:
    """'مارس خمسة لاعبين التمارين': a word that the number counts, no date."""
    return 0 <= at < reader.end and reader.tokens[at].kind is TokenKind.WORD and not reader.classes(at)


def _past_filler(reader: Reader, at: int) -> int:
    """Step over 'من', 'من شهر', a slash or a point between the day and the month."""
    if reader.word(at, "from"):
        return at + 1
    if reader.mark(at, "/-–.") and not reader.digits(at + 1):
        return at + 1
    return at


def _after_second_name(reader: Reader, last: int, month: int) -> int:
    at, closed = last, ")"
    if not reader.mark(at, "/-–—\\([،"):
        second = reader.word(at, "month")
        return at + second.length if second and second.entry.features["month"] == month else last
    bracket = reader.mark(at, "([")
    second = reader.word(at + 1, "month")
    if second is None or second.entry.features["month"] != month:
        return last
    at += 1 + second.length
    if bracket:
        return at + 1 if reader.mark(at, closed + "]") else last
    return at


def _is_month_word(unit: Form | None) -> bool:
    return unit is not None and unit.entry.features["unit"] == Grain.MONTH and unit.inflection.number == "s"


def _numbered_month(reader: Reader, at: int) -> Month | None:
    """'شهر 5', 'الشهر التاسع'."""
    numeral = reader.numeral(at)
    if numeral is None or not isinstance(numeral.value, int) or not 1 <= numeral.value <= 12:
        return None
    return Month(numeral.value, False, numeral.last, None)


def _is_month(reader: Reader, index: int, month: Month, mention: Mention) -> bool:
    """A month's name that is also a common word counts only in a date's company."""
    form = month.form
    assert form is not None
    features = form.entry.features
    word = reader.tokens[month.last - 1].text if month.last - index == 1 else ""
    dated = mention.last > month.last
    if features.get("dated"):
        return False
    alone = mention.last - index == reader.end - reader.start
    madda = not features.get("madda") or ALEF_MADDA in (word or reader.tokens[index].text)
    if not features.get("ambiguous") or dated or alone or month.last - index > form.length:
        return madda or dated
    introduced = reader.word(index - 1, "in", "bound", "from", "to", "between", "part") is not None
    return madda and introduced and not features.get("homograph")
