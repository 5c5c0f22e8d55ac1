"""Parts of a period: its beginning and end, quarters and halves, seasons, its n-th or last week or Friday."""

from __future__ import annotations

from drawdown_cli.arabic.letters import HEH
from drawdown_cli.extract.timex.absolute import month_year, numbered_month
from drawdown_cli.extract.timex.durations import distance
from drawdown_cli.extract.timex.hijri import hijri_cycle
from drawdown_cli.extract.timex.reader import Reader, is_definite, starts_definite
from drawdown_cli.extract.timex.relative import bare_cycle, cycle, same_unit, shift_after
from drawdown_cli.extract.timex.shapes import (
    Anniversary,
    CalendarDate,
    Cycle,
    Mention,
    Nth,
    Part,
    Season,
    Section,
    Time,
)
from drawdown_cli.extract.timex.years import century, decade, year, year_number
from drawdown_cli.models import Grain


def part(reader: Reader, index: int) -> Mention | None:
    """Read 'نهاية العام الجاري', 'مطلع 2020', 'أواخر آب/أغسطس', 'منتصف الشهر المقبل'."""
    form = reader.word(index, "part")
    if form is None or form.inflection.suffix:
        return None
    of = period(reader, index + form.length, bare=True)
    if of is None:
        return None
    rule = "part_of_this_year" if of.rule == "this_year" else "part_of_period"
    return Mention(index, of.last, Part(form.entry.features["part"], of.time), rule)


def section(reader: Reader, index: int) -> Mention | None:
    """Read 'الربع الأول من 2020', 'النصف الثاني من العام الماضي', 'الربع الأخير من السنة'."""
    form = reader.word(index, "section")
    if form is None or not is_definite(form):
        return None
    number, at = _number_after(reader, index + 1)
    if number is None or number > form.entry.features["parts"]:
        return None
    if not reader.word(at, "from", "in"):
        return None
    of = _whole(reader, at + 1)
    if of is None:
        return None
    return Mention(
        index, of.last, Section(number, form.entry.features["parts"], of.time), "section_of_period"
    )


def season(reader: Reader, index: int) -> Mention | None:
    """Read 'خريف 2011', 'ربيع العام الماضي', 'الصيف المقبل', 'هذا الشتاء', 'أواخر الخريف'."""
    at = index
    this = reader.word(at, "this")
    if this:
        at += 1
    if reader.word(at, "season_word"):
        at += 1
    form = reader.word(at, "season")
    if form is None or form.inflection.suffix or form.inflection.number != "s":
        return None
    name = form.entry.features["season"]
    if is_definite(form):
        shift, last = shift_after(reader, at + 1)
        if this:
            shift = shift or 0
        if shift is None:
            return _season_of(reader, index, at, name)
        return Mention(index, last, Season(name, None, shift), "season")
    found = year_number(reader, at + 1, bare=True)
    if found:
        return Mention(index, found.last, Season(name, CalendarDate(year=found.year)), "season")
    of = cycle(reader, at + 1)
    if of and isinstance(of.time, Cycle) and of.time.unit is Grain.YEAR:
        return Mention(index, of.last, Season(name, of.time), "season")
    return None


def _season_of(reader: Reader, index: int, at: int, name: str) -> Mention | None:
    """'الخريف من العام المقبل'; without its year a season dates behind a part or a bound: 'بحلول الصيف'."""
    of = _whole(reader, at + 2) if reader.word(at + 1, "from", "in") else None
    if of and (of.rule == "year" or (isinstance(of.time, Cycle) and of.time.unit is Grain.YEAR)):
        return Mention(index, of.last, Season(name, of.time), "season")
    if reader.word(index - 1, "part", "bound", "in") is None:
        return None
    loose = reader.word(index - 1, "in") is not None
    return Mention(index, at + 1, Season(name, None, loose=loose), "season")


def cycle_and_year(reader: Reader, index: int) -> Mention | None:
    """Read 'العام الجاري 2021', 'العام الماضي (2019)'."""
    found = cycle(reader, index)
    return _with_year(reader, found) if found else None


def nth(reader: Reader, index: int) -> Mention | None:
    """Read 'آخر يوم من الشهر', 'ثالث جمعة من شهر أيار', 'الأسبوع الأخير من سبتمبر'."""
    return _number_first(reader, index) or _unit_first(reader, index)


def period(reader: Reader, index: int, *, bare: bool = False) -> Mention | None:
    """Read a year, month or other period that can have parts; with `bare` also a year's number alone."""
    found = _named_period(reader, index)
    if found or not bare:
        return found
    return section(reader, index) or season(reader, index) or _whole(reader, index)


def anniversary(reader: Reader, index: int) -> Mention | None:
    """Read 'مثل هذا اليوم من عام 2005', 'مثل هذا اليوم قبل عشرين عاما'."""
    this_day = reader.word(index, "this_day")
    if this_day is None:
        return None
    at = index + this_day.length
    at += 1 if reader.word(at, "from", "in") else 0
    of = _named_period(reader, at) or distance(reader, at)
    return Mention(index, of.last, Anniversary(of.time), "anniversary") if of else None


# --- parts ---------------------------------------------------------------------------------------------


def _named_period(reader: Reader, index: int) -> Mention | None:
    for rule in (hijri_cycle, year, month_year, numbered_month, cycle, same_unit):
        found = rule(reader, index)
        if found:
            return _with_year(reader, found)
    return None


def _whole(reader: Reader, index: int) -> Mention | None:
    """A period that is no part of another: parts of parts are read once, not without end."""
    found = _named_period(reader, index)
    if found:
        return found
    number = year_number(reader, index, bare=True)
    if number:
        return Mention(index, number.last, CalendarDate(year=number.year, hijri=number.hijri), "year")
    return decade(reader, index) or century(reader, index) or bare_cycle(reader, index)


def _with_year(reader: Reader, found: Mention) -> Mention:
    """'العام الجاري 2021', 'العام الماضي (2019)': the number says the same."""
    if not (isinstance(found.time, Cycle) and found.time.unit is Grain.YEAR):
        return found
    at = found.last
    bracket = reader.mark(at, "(،")
    year_said = year_number(reader, at + 1 if bracket else at, bare=True)
    if year_said is None or year_said.named:
        return found
    last = year_said.last
    if bracket and reader.mark(at, "("):
        if not reader.mark(last, ")"):
            return found
        last += 1
    rule = "this_year" if found.time.shift == 0 else "year"
    return Mention(found.first, last, CalendarDate(year=year_said.year), rule)


def _number_after(reader: Reader, at: int) -> tuple[int | None, int]:
    if reader.word(at, "last"):
        return -1, at + 1
    numeral = reader.ordinal(at)
    if numeral and isinstance(numeral.value, int):
        return numeral.value, numeral.last
    return None, at


def _number_first(reader: Reader, index: int) -> Mention | None:
    """'آخر يوم من', 'ثالث ثلاثاء في', 'أول أيام رمضان', 'أول شهر سبتمبر'."""
    number, at = _number_after(reader, index)
    if number is None:
        return None
    if number == 1 and reader.word(at, "unit") and (of := month_year(reader, at)):
        return Mention(index, of.last, Nth(1, Grain.DAY, None, of.time), "first_of_month")
    unit, weekday = _countable(reader, at)
    if unit is None:
        return None
    return _of_period(reader, index, at + 1, (number, unit, weekday))


def _unit_first(reader: Reader, index: int) -> Mention | None:
    """'الأسبوع الأخير من', 'الثلاثاء الأخير من', 'اليوم الثالث من'."""
    unit, weekday = _countable(reader, index)
    if unit is None or not starts_definite(reader.norm(index)):
        return None
    number, at = _number_after(reader, index + 1)
    if number is None or (weekday is not None and not _is_nth_weekday(reader, index + 1, number)):
        return None
    return _of_period(reader, index, at, (number, unit, weekday))


def _is_nth_weekday(reader: Reader, at: int, number: int) -> bool:
    """'الأربعاء الثانية من' is the second one; 'الأربعاء الثاني من' is a date."""
    return number == -1 or (number <= 5 and reader.norm(at).endswith(HEH))


def _countable(reader: Reader, at: int) -> tuple[Grain | None, int | None]:
    day = reader.word(at, "weekday")
    if day and not day.inflection.suffix:
        return Grain.DAY, day.entry.features["weekday"]
    form = reader.word(at, "unit")
    if form is None or form.inflection.suffix:
        return None, None
    grain = Grain(form.entry.features["unit"])
    countable = (Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.DECADE)
    return (grain, None) if grain in countable else (None, None)


def _of_period(reader: Reader, first: int, at: int, what: tuple[int, Grain, int | None]) -> Mention | None:
    number, unit, weekday = what
    linked = reader.word(at, "from", "in") is not None
    of = period(reader, at + 1 if linked else at, bare=linked)
    if of is None:
        return None
    if unit is not Grain.DAY and isinstance(of.time, Cycle) and of.time.unit == unit:
        return None
    return Mention(first, of.last, Nth(number, unit, weekday, _year_too(reader, of)), "nth_of_period")


def _year_too(reader: Reader, of: Mention) -> Time:
    return of.time
