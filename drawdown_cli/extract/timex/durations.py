"""Amounts of time: how long, how long ago, the last and the next so many units."""

from __future__ import annotations

from drawdown_cli.extract.timex.absolute import month_name
from drawdown_cli.extract.timex.reader import AND, ARTICLE, FOR, WITH, Reader, is_definite
from drawdown_cli.extract.timex.relative import shift_after
from drawdown_cli.extract.timex.shapes import Ago, Amount, HijriCycle, Length, Mention, That, Time, Window
from drawdown_cli.extract.timex.years import year_number
from drawdown_cli.lexicon import Form
from drawdown_cli.models import Grain, QuantityForm

_DIRECTIONS = {"after": 1, "before": -1}

Amounts = tuple[tuple[Amount, ...], int]
"""Counted units with the token after them."""


def distance(reader: Reader, index: int) -> Mention | None:
    """Read 'قبل عامين', 'منذ ثلاثة أشهر', 'بعد أسبوع وثلاثة أيام', 'بعد ذلك بشهر', 'قبلها بيومين'."""
    told = reader.word(index, "from_that")
    if told:
        return _from_that(reader, index, index + told.length, _DIRECTIONS[told.entry.features["mod"]])
    bound = reader.word(index, "bound")
    mod = bound.entry.features["mod"] if bound else ""
    if bound is None or mod not in ("before", "after", "since"):
        return None
    if mod in _DIRECTIONS and reader.word(index + bound.length, "that"):
        return _from_that(reader, index, index + bound.length + 1, _DIRECTIONS[mod])
    return _from_today(reader, index, past_approximation(reader, index + bound.length), mod)


def window(reader: Reader, index: int) -> Mention | None:
    """Read 'الأشهر المقبلة', 'السنوات الخمس الماضية', 'الـ24 ساعة الماضية', 'خلال 60 يوما'."""
    bound = reader.word(index, "bound")
    if bound and bound.entry.features["mod"] == "throughout":
        found = amounts(reader, past_approximation(reader, index + bound.length))
        if found and not _is_definite(reader, index + bound.length):
            return Mention(index + bound.length, found[1], Length(found[0]), "length")
    if bound and bound.entry.features["mod"] == "during":
        found = amounts(reader, past_approximation(reader, index + bound.length))
        if (
            found
            and shift_after(reader, found[1])[0] is None
            and not _is_definite(reader, index + bound.length)
        ):
            return _window_from(reader, index, found)
    return _definite_window(reader, index)


def _window_from(reader: Reader, index: int, found: Amounts) -> Mention:
    """'خلال سنة' counts from the anchor, 'خلال سنة من ذلك' from the last date named."""
    counted, last = found
    if not (reader.word(last, "from") and reader.word(last + 1, "that")):
        return Mention(index, last, Window(counted, 1), "window_ahead")
    return Mention(index, last + 2, Window(counted, 1, That(Grain.DAY, 0)), "window_from_that")


def length(reader: Reader, index: int) -> Mention | None:
    """Read 'ثلاثة أيام', 'عامين ونصف العام', '30 يوما'."""
    found = amounts(reader, index)
    if found is None:
        return None
    counted, last = found
    if last == index + 1 and not _is_plain_dual(reader.word(index, "unit")):
        return None
    if counted[0].number is None:
        return None
    return Mention(index, last, Length(counted), "length")


def amounts(reader: Reader, index: int) -> Amounts | None:
    """Read one or more counted units joined by 'and': 'أسبوع وثلاثة أيام', 'شهرين', 'عامين ونصف'."""
    first = _amount(reader, index)
    if first is None:
        return None
    found, at = [first[0]], first[1]
    while len(found) < 4:
        following = _joined_amount(reader, at, found[-1])
        if following is None:
            break
        found.append(following[0])
        at = following[1]
    return tuple(found), at


def past_approximation(reader: Reader, index: int) -> int:
    """Step over 'نحو', 'حوالي', 'أكثر من' before an amount."""
    from drawdown_cli.lexicon import lexicon

    if index >= reader.end:
        return index
    forms = lexicon("comparators").find(reader.tokens, index, reader.end)
    return index + forms[0].length if forms else index


# --- parts ---------------------------------------------------------------------------------------------


def _from_today(reader: Reader, index: int, start: int, mod: str) -> Mention | None:
    found = amounts(reader, start)
    if found is None or shift_after(reader, found[1])[0] is not None:
        return None
    if _is_event(reader, found):
        return _beyond_that(reader, index, found, mod)
    if _is_date(reader, start) or _is_act(reader, start, found[1]):
        return None
    direction = 1 if mod == "after" else -1
    return _hijri_distance(reader, index, found, direction) or _distance(reader, index, found, direction)


def _distance(reader: Reader, first: int, found: Amounts, direction: int) -> Mention | None:
    counted, last = found
    if counted[-1] == Amount(1, Grain.YEAR) and len(reader.digits(last)) == 4:
        return None
    return Mention(
        first, last, Ago(counted, direction), "distance_ago" if direction < 0 else "distance_ahead"
    )


def _hijri_distance(reader: Reader, first: int, found: Amounts, direction: int) -> Mention | None:
    (number, unit), last = found[0][0], found[1]
    if unit is not Grain.YEAR or not number or not reader.word(last, "ah"):
        return None
    return Mention(first, last + 1, HijriCycle(direction * int(number)), "hijri_year")


def _amount(reader: Reader, index: int) -> tuple[Amount, int] | None:
    if reader.word(index, "few"):
        unit = reader.word(index + 1, "unit")
        return (Amount(None, _grain(unit)), index + 2) if unit else None
    numeral = reader.numeral(index)
    if numeral and numeral.form is not QuantityForm.ORDINAL:
        unit = reader.word(numeral.last, "unit")
        if unit and not unit.proclitic and not unit.inflection.suffix:
            named = _names_year(reader, numeral.last, unit)
            return None if named else (Amount(numeral.value, _grain(unit)), numeral.last + 1)
    unit = reader.word(index, "unit")
    if unit is None or unit.proclitic not in ("", AND, WITH, FOR) or unit.inflection.suffix:
        return None
    if _names_year(reader, index, unit):
        return None
    return _unit_alone(reader, index, unit)


def _names_year(reader: Reader, index: int, unit: Form) -> bool:
    """'900 in the year 2020', 'during the year 2017': the word names the year after it and counts none."""
    return _grain(unit) is Grain.YEAR and len(reader.digits(index + 1)) == 4


def _unit_alone(reader: Reader, index: int, unit: Form) -> tuple[Amount, int] | None:
    numbers = {form.inflection.number for form in reader.forms(index) if form.entry is unit.entry}
    after = reader.numeral(index + 1)
    counts = (
        after is not None and after.words and after.value in (1, 2) and after.form is QuantityForm.CARDINAL
    )
    at = index + 2 if counts and after is not None and not after.proclitic else index + 1
    if "s" in numbers and not _is_plain_dual(unit):
        return Amount(1, _grain(unit)), at
    if "d" in numbers:
        return Amount(2, _grain(unit)), at
    return Amount(None, _grain(unit)), index + 1


def _joined_amount(reader: Reader, at: int, before: Amount) -> tuple[Amount, int] | None:
    bare = reader.norm(at) == AND
    start = at + 1 if bare else at
    if not bare and not reader.norm(at).startswith(AND):
        return None
    numeral = reader.numeral(start)
    if numeral and numeral.form is QuantityForm.FRACTION:
        last = numeral.last
        unit = reader.word(last, "unit")
        grain = _grain(unit) if unit else before.unit
        return Amount(numeral.value, grain), last + (1 if unit else 0)
    if numeral is None and reader.word(start, "unit") is None:
        return None
    following = _amount(reader, start)
    if following is None or following[0].number is None or following[0].unit == before.unit:
        return None
    return following


def _definite_window(reader: Reader, index: int) -> Mention | None:
    at = index
    bound = reader.word(at, "bound")
    if bound and bound.entry.features["mod"] == "during":
        at += bound.length
    number, at = _count_before(reader, at)
    unit = reader.word(at, "unit")
    if unit is None or unit.inflection.suffix or (number is None and not is_definite(unit)):
        return None
    numbers = {form.inflection.number for form in reader.forms(at) if form.entry is unit.entry}
    if number is None and "p" not in numbers and "d" not in numbers:
        return None
    if number is not None and numbers == {"s"} and is_definite(unit):
        return None  # 'it fell to 600 last year': the number counts no years
    number, last = _count_after(reader, at + 1, number)
    shift, last = shift_after(reader, last)
    if shift is None or shift == 0:
        return None
    if number is None and "d" in numbers and "p" not in numbers:
        number = 2
    return Mention(index, last, Window((Amount(number, _grain(unit)),), shift), "window")


def _count_before(reader: Reader, at: int) -> tuple[float | int | None, int]:
    """'الـ24 ساعة', 'الثلاثة أشهر'."""
    if reader.norm(at) in (ARTICLE, FOR) and reader.digits(at + 1):
        at += 1
    numeral = reader.numeral(at)
    if numeral and numeral.form is QuantityForm.CARDINAL:
        return numeral.value, numeral.last
    return None, at


def _count_after(reader: Reader, at: int, number: float | int | None) -> tuple[float | int | None, int]:
    """'السنوات الخمس', 'الأيام القليلة', 'الأشهر الـ12'."""
    if reader.word(at, "few"):
        return None, at + 1
    found, last = _count_before(reader, at)
    return (found, last) if found is not None and number is None else (number, at)


def _from_that(reader: Reader, first: int, at: int, direction: int) -> Mention | None:
    """'بعد ذلك بشهر', 'قبل ذلك بيومين', 'بعدها بنحو عام'."""
    if not reader.norm(at).startswith(WITH):
        return None
    found = amounts(reader, past_approximation(reader, at))
    return _counted_from_that(first, found, direction) if found else None


def _beyond_that(reader: Reader, first: int, found: Amounts, mod: str) -> Mention | None:
    """'بعد ثلاث سنوات من ذلك': what it counts from is the last date named, no event."""
    if mod not in _DIRECTIONS or reader.word(found[1] + 1, "that") is None:
        return None
    return _counted_from_that(first, (found[0], found[1] + 2), _DIRECTIONS[mod])


def _counted_from_that(first: int, found: Amounts, direction: int) -> Mention:
    base: Time = That(Grain.DAY, 0)
    return Mention(first, found[1], Ago(found[0], direction, base), "distance_from_that")


def _is_event(reader: Reader, found: Amounts) -> bool:
    """'بعد ثلاثة أيام من المعارك' counts from what follows, which is no date of ours."""
    return reader.word(found[1], "from", "upon") is not None


def _is_date(reader: Reader, at: int) -> bool:
    """'قبل شهر رمضان', 'منذ عام ألفين' name a month and a year, not how long ago."""
    month = month_name(reader, at)
    found = year_number(reader, at)
    named = (month is not None and month.form is not None) or (found is not None and found.named)
    return named or reader.word(at + 1, "deictic") is not None


def _is_act(reader: Reader, at: int, last: int) -> bool:
    """'منذ عقد الاجتماع' (since the meeting was held): the word for a decade is 'holding' too."""
    unit = reader.word(at, "unit")
    decade = unit is not None and unit.entry.features["unit"] == Grain.DECADE
    return decade and last == at + 1 and reader.norm(last).startswith(ARTICLE)


def _is_definite(reader: Reader, index: int) -> bool:
    unit = reader.word(index, "unit")
    return unit is not None and is_definite(unit)


def _is_plain_dual(unit: Form | None) -> bool:
    return unit is not None and unit.inflection.number == "d"


def _grain(unit: Form) -> Grain:
    return Grain(unit.entry.features["unit"])
