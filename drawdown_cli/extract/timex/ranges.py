"""Ranges from one time to another, and the words that bound a date: by, before, since, until."""

from __future__ import annotations

from drawdown_cli.extract.timex.absolute import day_number
from drawdown_cli.extract.timex.points import point
from drawdown_cli.extract.timex.reader import AND, FOR, Reader
from drawdown_cli.extract.timex.shapes import (
    Ago,
    Amount,
    CalendarDate,
    Clock,
    DayOf,
    Length,
    Mention,
    MonthOf,
    Range,
    Time,
    Weekday,
)
from drawdown_cli.extract.timex.years import is_counted, year_number
from drawdown_cli.models import DateMod, Grain

_DASHES = "-–—"
_MODS = {mod.value: mod for mod in DateMod}
_LONGEST_BOUND = 4
_FIRST_YEAR, _LAST_YEAR = 1800, 2099


def range_between(reader: Reader, index: int) -> Mention | None:
    """Read 'من مارس إلى يونيو', 'بين 2003 و2011', 'بين عامي 2003 و2011', '13-15 يوليو'."""
    opening = reader.word(index, "from", "between")
    since = reader.word(index, "bound") if opening is None else None
    if since is not None and since.entry.features["mod"] == DateMod.SINCE:
        return _from_left(reader, index, index + since.length, between=False)
    if opening and opening.proclitic in ("", "و", "ف"):
        at = index + opening.length
        between = opening.entry.features["class"] == "between"
        return _from_left(reader, index, at, between=between)
    return _dashed(reader, index)


def bounded(reader: Reader, mention: Mention) -> Mention:
    """Return the mention with the bound that the words before it set."""
    if mention.mod is not DateMod.ON or isinstance(mention.time, Length):
        return mention
    for back in range(1, _LONGEST_BOUND + 1):
        form = reader.word(mention.first - back, "bound")
        if form and form.length == back:
            mod = form.entry.features["mod"]
            return mention._replace(mod=_MODS.get(mod, DateMod.ON))
    return mention


# --- parts ---------------------------------------------------------------------------------------------


def _from_left(reader: Reader, first: int, at: int, *, between: bool) -> Mention | None:
    year_pair = reader.word(at, "unit")
    if year_pair and year_pair.entry.features["unit"] == Grain.YEAR and _is_dual(reader, at):
        at += 1
    left = _side(reader, at)
    if left is None:
        return None
    then = _link(reader, left.last, between=between)
    if then is None:
        return None
    right = _side(reader, then)
    return _ranged(reader, first, left, right) if right else None


def _is_dual(reader: Reader, at: int) -> bool:
    return any(form.inflection.number == "d" for form in reader.forms(at))


def _link(reader: Reader, at: int, *, between: bool) -> int | None:
    """The token after 'to' or 'and'; an attached 'and' stays with its word."""
    if reader.mark(at, "،"):
        at += 1
    form = reader.word(at, "to")
    if form:
        return at + form.length
    bound = reader.word(at, "bound")
    if bound and bound.entry.features["mod"] == "until":
        return at + bound.length
    if reader.mark(at, _DASHES):
        return at + 1
    if reader.norm(at).startswith(FOR + FOR) or (between and reader.norm(at).startswith(AND)):
        return at + 1 if reader.norm(at) == AND else at
    return None


def _side(reader: Reader, at: int) -> Mention | None:
    """One end of a range: any time, or a year or a day whose month the other end names."""
    if not reader.classes(at):
        return None
    found = point(reader, at)
    if found and not isinstance(found.time, Length):
        return found
    bare = year_number(reader, at, bare=True)
    if bare and (bare.named or bare.hijri or _FIRST_YEAR <= bare.year <= _LAST_YEAR):
        return Mention(at, bare.last, CalendarDate(year=bare.year, hijri=bare.hijri), "year")
    joined = reader.numeral(at)
    counted = joined is not None and is_counted(reader, joined.last)
    if joined and joined.words and _FIRST_YEAR <= joined.value <= _LAST_YEAR and not counted:
        return Mention(at, joined.last, CalendarDate(year=int(joined.value)), "year")
    day, last = day_number(reader, at)
    return Mention(at, last, CalendarDate(day=day), "day") if day else None


def _dashed(reader: Reader, index: int) -> Mention | None:
    """'13-15 يوليو', '2019-2021', 'يناير - مارس 2020'."""
    left = _dashable(reader, index) if reader.has_joint_after(index) else None
    if left is None or not reader.mark(left.last, _DASHES + "/") or reader.mark(left.last + 2, _DASHES):
        return None
    if reader.mark(left.last, "/") and not _is_next_year(reader, left):
        return None
    right = _side(reader, left.last + 1)
    if right is None:
        return None
    bare = isinstance(right.time, CalendarDate) and right.time.month is None
    if bare and not (_years(left, right) or _day_after_month(left, right)):
        return None
    return _ranged(reader, index, left, right)


def _is_next_year(reader: Reader, left: Mention) -> bool:
    """'موسم 2020/2021': a slash joins two years in a row, no others."""
    digits = reader.digits(left.last + 1)
    year = left.time.year if isinstance(left.time, CalendarDate) else None
    return year is not None and len(digits) == 4 and int(digits) == year + 1 and left.last == left.first + 1


def _dashable(reader: Reader, index: int) -> Mention | None:
    digits = reader.digits(index)
    if len(digits) == 4:
        bare = year_number(reader, index, bare=True)
        return Mention(index, bare.last, CalendarDate(year=bare.year), "year") if bare else None
    if digits:
        day, last = day_number(reader, index)
        return Mention(index, last, CalendarDate(day=day), "day") if day else None
    if reader.word(index, "month", "weekday"):
        return point(reader, index)
    return None


def _years(left: Mention, right: Mention) -> bool:
    a, b = left.time, right.time
    return (
        isinstance(a, CalendarDate)
        and isinstance(b, CalendarDate)
        and a.year is not None
        and b.year is not None
        and a.month is None
        and 0 < b.year - a.year <= 50
    )


def _day_after_month(left: Mention, right: Mention) -> bool:
    a, b = left.time, right.time
    return (
        isinstance(a, CalendarDate)
        and isinstance(b, CalendarDate)
        and a.day is not None
        and b.month is None
        and b.day is not None
        and a.month is not None
    )


def _ranged(reader: Reader, first: int, left: Mention, right: Mention) -> Mention | None:
    pair = _completed(left.time, right.time)
    if pair is None:
        return None
    if isinstance(pair[0], Weekday) and isinstance(pair[1], Weekday):
        pair = pair[0], _weekday_after(pair[0], pair[1])
    return Mention(first, right.last, Range(*pair), "range")


def _weekday_after(left: Weekday, right: Weekday) -> Time:
    """'من الأحد إلى الخميس': so many days after the first one."""
    return Ago((Amount((right.weekday - left.weekday) % 7, Grain.DAY),), 1, left)


def _completed(left: Time, right: Time) -> tuple[Time, Time] | None:
    """Give each end what only the other says: the month, the year, the day of a clock time."""
    if isinstance(left, CalendarDate) and isinstance(right, (CalendarDate, MonthOf, DayOf)):
        # '12 ذو الحجة 1442 - 23 يوليو 2021' is one day in two calendars.
        mixed = isinstance(right, CalendarDate) and left.hijri != right.hijri
        return None if mixed else _completed_dates(left, right)
    if isinstance(left, Clock) and isinstance(right, Clock) and right.day is None:
        hour = left.hour + 12 if left.hour <= right.hour - 12 else left.hour
        return left._replace(hour=hour), right._replace(day=left.day)
    if isinstance(left, CalendarDate) and left.month is None and left.year is None:
        return None
    if isinstance(left, Weekday) and isinstance(right, CalendarDate) and right.month is None:
        return None
    return left, right


def _completed_dates(left: CalendarDate, right: CalendarDate | MonthOf | DayOf) -> tuple[Time, Time] | None:
    if isinstance(right, DayOf):
        return (DayOf(left.day, right.of), right) if left.day and left.month is None else None
    if isinstance(right, MonthOf):
        return MonthOf(left.month or right.month, right.of, left.day), right
    if left.month is None and left.year is None:
        ascends = right.month and right.day and left.day and left.day < right.day
        return (right._replace(day=left.day, weekday=None), right) if ascends else None
    if right.month is None and right.year is None:
        return (left, left._replace(day=right.day, weekday=None)) if left.day and right.day else None
    return (left._replace(year=left.year or right.year) if right.year else left), right
