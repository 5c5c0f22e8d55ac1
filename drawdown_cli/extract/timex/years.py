"""Years by number and in words, decades and centuries."""

from __future__ import annotations

from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF, HEH
from drawdown_cli.arabic.numerals import Numeral
from drawdown_cli.extract.timex.reader import AND, Reader, is_definite
from drawdown_cli.extract.timex.relative import shift_after
from drawdown_cli.extract.timex.shapes import CalendarDate, Century, Decade, Mention
from drawdown_cli.lexicon import Form, lexicon
from drawdown_cli.models import Grain, QuantityForm, TokenKind

FIRST_YEAR, LAST_YEAR = 1000, 2100
FIRST_HIJRI, LAST_HIJRI = 1343, 1500
_FIRST_BARE, _LAST_BARE = 1800, 2099
_LONGEST_LIST = 8
_DIGITS = 4
_ABBREVIATED_HIJRI = ("ه", "هـ")
_ABBREVIATED_COMMON = "م"


class Year(NamedTuple):
    """A year as written, with the token after it; `named` where the word 'year' stands before it."""

    year: int
    hijri: bool
    last: int
    named: bool


def year(reader: Reader, index: int) -> Mention | None:
    """Read 'عام 2014', 'العام 2017', 'سنة ألفين وثلاثة', '1443 هـ'."""
    if reader.word(index, "from", "in"):
        return None
    found = _year_in_context(reader, index) or year_number(reader, index)
    if found is None or not (found.named or _ends_with_era(reader, found)):
        return None
    return Mention(index, found.last, CalendarDate(year=found.year, hijri=found.hijri), "year")


def decade(reader: Reader, index: int) -> Mention | None:
    """Read 'تسعينات القرن الماضي', 'الثمانينيات'."""
    form = reader.word(index, "decade")
    if form is None:
        return None
    at = index + 1
    start = 1900 + form.entry.features["decade"]
    if (unit := reader.word(at, "unit")) and unit.entry.features["unit"] == Grain.CENTURY:
        century = _century_number(reader, at)
        if century is None:
            return None
        number, at = century
        start = number * 100 + form.entry.features["decade"]
    elif not is_definite(form):
        return None
    return Mention(index, at, Decade(start), "decade")


def century(reader: Reader, index: int) -> Mention | None:
    """Read 'القرن التاسع عشر', 'القرن الماضي', 'القرن الحادي والعشرين'."""
    unit = reader.word(index, "unit")
    if unit is None or unit.entry.features["unit"] != Grain.CENTURY or not is_definite(unit):
        return None
    found = _century_number(reader, index)
    return Mention(index, found[1], Century(found[0]), "century") if found else None


def year_number(reader: Reader, index: int, *, bare: bool = False) -> Year | None:
    """Read a year, after the word for it or, where `bare`, by itself."""
    at = index
    if reader.word(at, "from", "in"):
        at += 1
    unit = reader.word(at, "unit")
    named = unit is not None and unit.entry.features["unit"] == Grain.YEAR
    if named:
        at += 1
    if not named and at > index:
        return None
    return _year_value(reader, at, named=named, bare=bare)


def is_counted(reader: Reader, at: int) -> bool:
    """Return whether a counted noun stands after a number: '2500 جندي' is no year, whatever stands before.

    After 2021 a counted noun has the alef of the accusative: '2021 اجتماعا', but 'في مايو 2021 اجتماع'.
    """
    if not 0 <= at < reader.end or reader.tokens[at].kind is not TokenKind.WORD:
        return False
    forms = [form for form in lexicon("units").find(reader.tokens, at) if not form.proclitic]
    digits = reader.digits(at - 1)
    # 'In June 1994 an operation': behind a month a number that is not round is its year.
    dated = reader.word(at - 2, "month") is not None and not reader.norm(at).endswith(ALEF)
    agrees = not digits or int(digits) % 100 == 0 or (reader.norm(at).endswith((ALEF, HEH)) and not dated)
    return any(agrees or _counts_soldiers(form) for form in forms)


def _counts_soldiers(form: Form) -> bool:
    """'2015 جندي' counts them; a plural never stands behind such a number: 'منذ صيف 2015 قوات'."""
    features = form.entry.features
    single = form.inflection.number != "p" and not features.get("mass")
    return single and features["unit"] == "troops"


# --- parts ---------------------------------------------------------------------------------------------


def _year_in_context(reader: Reader, index: int) -> Year | None:
    """'منذ 1964', 'في 2014', 'انتخابات 2018': four digits that the word before makes a year."""
    digits = reader.digits(index)
    if len(digits) != 4 or not _FIRST_BARE <= int(digits) <= _LAST_BARE:
        return None
    listed = _is_listed(reader, index)
    if not listed and (reader.touches(index) or not _is_introduced(reader, index)):
        return None
    found = _year_value(reader, index, named=False, bare=True)
    return found._replace(named=True) if found and not _is_followed_by_noun(reader, found.last) else None


def _is_introduced(reader: Reader, index: int) -> bool:
    return reader.word(index - 1, "in", "event") is not None or _ends_bound(reader, index)


def _is_listed(reader: Reader, index: int) -> bool:
    """'عامي 2014 و2017': a further year after years that are named."""
    at = index
    while index - at < _LONGEST_LIST and reader.norm(at - 1) == AND and len(reader.digits(at - 2)) == 4:
        at -= 2
    unit = reader.word(at - 1, "unit") if at < index else None
    return unit is not None and unit.entry.features["unit"] == Grain.YEAR


def _ends_bound(reader: Reader, index: int) -> bool:
    return any(
        form.length == back and form.entry.features["mod"] != "about"
        for back in range(1, 5)
        for form in [reader.word(index - back, "bound")]
        if form
    )


def _is_followed_by_noun(reader: Reader, at: int) -> bool:
    """An indefinite noun with the accusative's alef or a plural after the digits is what they count."""
    if not 0 <= at < reader.end or reader.tokens[at].kind is not TokenKind.WORD:
        return False
    text = reader.tokens[at].text
    return text.endswith(("اً", "ًا")) or is_counted(reader, at)


def _year_value(reader: Reader, at: int, *, named: bool, bare: bool) -> Year | None:
    numeral = reader.numeral(at)
    if numeral is None or numeral.form is not QuantityForm.CARDINAL or (numeral.proclitic and not named):
        return None
    if numeral.words and not (named or bare):
        return None
    digits = reader.digits(at)
    if len(digits) == _DIGITS and numeral.last > at + 1:
        # 'On 14 March 2011 a thousand soldiers': nobody writes two millions as 2011 thousands.
        year = int(digits)
        return Year(year, False, at + 1, named) if FIRST_YEAR <= year <= LAST_YEAR else None
    if named and _is_short(reader, at, numeral):
        return Year(1900 + int(numeral.value), False, numeral.last, named)
    if numeral.words or len(digits) == _DIGITS:
        return _full_year(reader, numeral, named)
    return _hijri_only(reader, int(numeral.value), numeral.last, named)


def _full_year(reader: Reader, numeral: Numeral, named: bool) -> Year | None:
    value = int(numeral.value)
    hijri, last = _era(reader, numeral.last)
    if FIRST_HIJRI <= value <= LAST_HIJRI and (hijri or value > 1370):
        return Year(value, True, last, named)
    if not FIRST_YEAR <= value <= LAST_YEAR or (not named and is_counted(reader, last)):
        return None
    return Year(value, hijri, last, named)


def _is_short(reader: Reader, at: int, numeral: Numeral) -> bool:
    """'عام ثلاثة وسبعين', 'عام 67': a year of the last century without its hundreds."""
    unit = reader.word(at - 1, "unit")
    if unit is None or is_definite(unit) or numeral.definite or numeral.proclitic:
        return False
    two_digits = numeral.words or len(reader.digits(numeral.last - 1)) == 2
    if not (40 <= numeral.value <= 99 and two_digits) or _era(reader, numeral.last)[1] > numeral.last:
        return False
    following = reader.norm(numeral.last)
    return not following or not lexicon("units").find(reader.tokens, numeral.last, reader.end)


def _hijri_only(reader: Reader, value: int, last: int, named: bool) -> Year | None:
    """A year of three digits is one only where the era is named ('505 هجري')."""
    hijri, after = _era(reader, last)
    if named and after > last and 1 <= value <= LAST_YEAR:
        return Year(value, hijri, after, named)
    return None


def _era(reader: Reader, at: int) -> tuple[bool, int]:
    if reader.norm(at) in _ABBREVIATED_HIJRI and not reader.mark(at, "،"):
        return True, at + 1
    if reader.word(at, "ah"):
        return True, at + 1
    if reader.norm(at) == _ABBREVIATED_COMMON or reader.word(at, "ce"):
        return False, at + 1
    return False, at


def _ends_with_era(reader: Reader, found: Year) -> bool:
    return reader.tokens[found.last - 1].kind is TokenKind.WORD


def _century_number(reader: Reader, at: int) -> tuple[int, int] | None:
    """The first two digits of the years of 'القرن العشرين', 'القرن الماضي'."""
    numeral = reader.numeral(at + 1)
    if numeral and isinstance(numeral.value, int) and 1 <= numeral.value <= 21 and numeral.definite:
        return numeral.value - 1, _era(reader, numeral.last)[1]
    shift, last = shift_after(reader, at + 1)
    # The press of this century calls the twentieth the past one.
    return (20 + shift, last) if shift in (-1, 0) else None
