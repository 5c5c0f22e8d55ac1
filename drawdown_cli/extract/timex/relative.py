"""Dates that hang on the article's own: today, Friday, last month, the end of this year."""

from __future__ import annotations

from drawdown_cli.arabic.numerals import number_word
from drawdown_cli.extract.timex.reader import ARTICLE, FOR, Reader, is_definite
from drawdown_cli.extract.timex.shapes import Cycle, Deictic, Mention, Reference, That, Time, Weekday
from drawdown_cli.lexicon import Form
from drawdown_cli.models import DateMod, Grain

_CLOCK = (Grain.SECOND, Grain.MINUTE, Grain.HOUR)
_BEFORE, _AFTER = DateMod.BEFORE.value, DateMod.AFTER.value


def deictic(reader: Reader, index: int) -> Mention | None:
    """Read 'اليوم', 'أمس الأول', 'يوم بعد غد'."""
    at = index
    unit = reader.word(at, "unit")
    if unit and unit.entry.features["unit"] == Grain.DAY and reader.word(at + 1, "deictic"):
        at += 1
    form = reader.word(at, "deictic")
    if form is None:
        return None
    last = at + form.length
    days = form.entry.features["days"]
    if days == 0 and not _is_today(reader, last):
        return None
    shift, after = shift_after(reader, last)
    if days == 0 and shift is not None:
        return Mention(index, after, Deictic(shift), "today")
    named, last = _weekday_beside(reader, last)
    return Mention(index, last, Deictic(days, named), "today" if days == 0 else "near_day")


def _weekday_beside(reader: Reader, at: int) -> tuple[int | None, int]:
    """'اليوم (الخميس)', 'أمس الثلاثاء': the weekday says the same."""
    bracket = reader.mark(at, "(")
    start = at + 1 if bracket or reader.mark(at, "،,") else at
    form = reader.word(start, "weekday")
    if form is None or form.proclitic != ARTICLE or not is_weekday_name(form):
        return None, at
    if (bracket and not reader.mark(start + 1, ")")) or shift_after(reader, start + 1)[0] is not None:
        return None, at
    return form.entry.features["weekday"], start + (2 if bracket else 1)


def weekday(reader: Reader, index: int) -> Mention | None:
    """Read 'الجمعة', 'يوم الاثنين المقبل', 'الأربعاء من الأسبوع الماضي'."""
    at = index
    this = reader.word(at, "this") is not None
    if this:
        at += 1
    unit = reader.word(at, "unit")
    if unit and unit.entry.features["unit"] == Grain.DAY and unit.inflection.number == "s":
        at += 1
    form = reader.word(at, "weekday")
    if form is None or not is_weekday_name(form):
        return _bare_weekday(reader, index, at) if form else None
    if _is_number_after(reader, at + 1):
        return None
    number = form.entry.features["weekday"]
    week, last = _week_after(reader, at + 1)
    if week is not None:
        return Mention(index, last, Weekday(number, None, week), "weekday_of_week")
    shift, last = shift_after(reader, at + 1)
    if this and shift is None:
        shift = 0
    return Mention(index, last, Weekday(number, shift), "weekday")


def week_and_weekday(reader: Reader, index: int) -> Mention | None:
    """Read 'الأسبوع القادم الأحد'."""
    week = cycle(reader, index)
    if week is None or not isinstance(week.time, Cycle) or week.time.unit is not Grain.WEEK:
        return None
    form = reader.word(week.last, "weekday")
    if form is None or not is_weekday_name(form):
        return None
    day = Weekday(form.entry.features["weekday"], None, week.time)
    return Mention(index, week.last + 1, day, "weekday_of_week")


def is_weekday_name(form: Form) -> bool:
    """Return whether a weekday stands with its article and without an ending: 'الأحد', not 'أحدهم'."""
    return is_definite(form) and form.inflection.number == "s" and not form.inflection.suffix


def cycle(reader: Reader, index: int) -> Mention | None:
    """Read 'العام الماضي', 'هذا الشهر', 'الأسبوع قبل الماضي', 'السنة الجارية', 'العام الذي يليه'."""
    at = index
    this = reader.word(at, "this")
    if this:
        at += 1
    unit = reader.word(at, "unit")
    if unit is None or not _is_single(unit):
        return None
    grain = Grain(unit.entry.features["unit"])
    if grain in _CLOCK or (grain is Grain.DAY and reader.word(at + 1, "last")):
        return None
    shift, last = shift_after(reader, at + 1)
    if this:
        return Mention(index, last, Cycle(grain, shift or 0), "this_unit")
    clause = reader.word(at + 1, "relation_clause")
    if clause:
        shift, last = clause.entry.features["shift"], at + 1 + clause.length
    if shift is None or not is_definite(unit):
        return None
    if clause or is_anaphoric(reader, at + 1):
        return Mention(index, last, That(grain, shift), "following_unit")
    new = grain is Grain.YEAR and _has_feature(reader, at + 1, "new")
    return Mention(index, last, Cycle(grain, shift, new=new), "unit_with_relation")


def bare_cycle(reader: Reader, index: int) -> Mention | None:
    """Read 'العام' or 'الشهر' by itself, as after 'نهاية': the anchor's own."""
    unit = reader.word(index, "unit")
    if unit is None or not _is_single(unit) or not is_definite(unit):
        return None
    grain = Grain(unit.entry.features["unit"])
    # A bare 'العقد' is a contract as often as a decade.
    if grain not in (Grain.WEEK, Grain.MONTH, Grain.YEAR, Grain.CENTURY, Grain.DAY):
        return None
    return Mention(index, index + 1, Cycle(grain, 0), "unit_alone")


def same_unit(reader: Reader, index: int) -> Mention | None:
    """Read 'اليوم نفسه', 'نفس العام', 'ذلك العام': the last date's own day, month or year."""
    at = index
    before = reader.word(at, "same", "that")
    if before:
        at += 1
    unit = reader.word(at, "unit")
    if unit is None or not _is_single(unit) or not is_definite(unit):
        return None
    grain = Grain(unit.entry.features["unit"])
    if grain in (Grain.SECOND, Grain.MINUTE, Grain.HOUR):
        return None
    after = reader.word(at + 1, "same_after")
    if after is None and before is None:
        return None
    return Mention(index, at + (2 if after else 1), That(grain, 0), "same_unit")


def that_moment(reader: Reader, index: int) -> Mention | None:
    """Read 'ذلك الموعد', 'ذلك التاريخ': the last date named."""
    moment = reader.word(index + 1, "moment") if reader.word(index, "that", "this") else None
    return Mention(index, index + 2, That(Grain.DAY, 0), "that_moment") if moment else None


def reference(reader: Reader, index: int) -> Mention | None:
    """Read 'حاليا', 'مؤخرا', 'الآونة الأخيرة'."""
    form = reader.word(index, "reference")
    if form is None:
        return None
    return Mention(index, index + form.length, Reference(form.entry.features["value"]), "reference")


def shift_after(reader: Reader, index: int) -> tuple[int | None, int]:
    """Read the word that moves a unit: 'الماضي' -1, 'قبل الماضي' -2, 'بعد المقبل' 2, 'الجاري' 0."""
    bound = reader.word(index, "bound")
    mod = bound.entry.features["mod"] if bound else ""
    beyond = mod in (_BEFORE, _AFTER)
    form = reader.word(index + 1 if beyond else index, "relation")
    if form is None or form.proclitic != ARTICLE or not _moves(reader, form, index):
        return None, index
    shift: int = form.entry.features["shift"]
    if not beyond:
        return shift, index + 1
    fits = (mod == _BEFORE and shift == -1) or (mod == _AFTER and shift == 1)
    return (2 * shift, index + 2) if fits else (None, index)


def _moves(reader: Reader, form: Form, index: int) -> bool:
    """'الجديد' moves a year, as in 'the new year'; after any other word it is an adjective like others."""
    return not form.entry.features.get("new") or reader.word(index - 1, "unit") is not None


def is_anaphoric(reader: Reader, index: int) -> bool:
    """Return whether a word such as 'following' counts from the last date named, not from the anchor."""
    return _has_feature(reader, index, "anaphoric")


def _is_single(unit: Form) -> bool:
    return (
        unit.inflection.number == "s"
        and not unit.inflection.suffix
        and FOR not in unit.proclitic.removesuffix(ARTICLE)
    )


def _has_feature(reader: Reader, index: int, feature: str) -> bool:
    form = reader.word(index, "relation")
    return form is not None and bool(form.entry.features.get(feature))


def _is_today(reader: Reader, last: int) -> bool:
    """'اليوم نفسه', 'اليوم الثالث', 'اليوم الذي' speak of another day."""
    ordinal = reader.ordinal(last)
    if reader.word(last, "same_after") or (ordinal and ordinal.definite):
        return False
    return reader.word(last, "not_today") is None


def _is_number_after(reader: Reader, at: int) -> bool:
    """'الأحد عشر' is the eleventh, no Sunday."""
    word = number_word(reader.norm(at))
    return word is not None and word.role == "ten" and not word.proclitic


def _week_after(reader: Reader, at: int) -> tuple[Time | None, int]:
    """'الأحد من الأسبوع الماضي', 'الأربعاء الأسبوع الماضي'."""
    start = at
    if reader.word(at, "from", "in"):
        at += 1
    found = cycle(reader, at)
    if found and isinstance(found.time, Cycle) and found.time.unit is Grain.WEEK:
        return found.time, found.last
    return None, start


def _bare_weekday(reader: Reader, first: int, at: int) -> Mention | None:
    """'ثلاثاء الأسبوع الفائت'."""
    form = reader.word(at, "weekday")
    week, last = _week_after(reader, at + 1)
    if form is None or week is None:
        return None
    return Mention(first, last, Weekday(form.entry.features["weekday"], None, week), "weekday_of_week")
