import pytest

from drawdown_cli.arabic.numerals import numeral_at
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.models import QuantityForm


def value_of(text: str) -> float | int | None:
    found = numeral_at(tokens(text), 0)
    return found.value if found else None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("٢٬٥٠٠", 2500),
        ("20.000", 20000),
        ("1,5 مليون", 1_500_000),
        ("2.500 مليون", 2_500_000),
        ("٣٠٠٫٠", 300),
        ("1 414 021 100", 1_414_021_100),
        ("ألفا جندي", 2000),
        ("ألفا عند", 1000),
        ("ألفا قبل", 1000),
        ("ألفا ومئة", 1100),
        ("12 ألفا", 12_000),
        ("مئتي", 200),
        ("خمسة آلاف ومئتا", 5200),
        ("خمسة آلاف ومئتين وأربعين", 5240),
        ("ثلاث مائة وواحد وثلاثون", 331),
        ("اثنتا عشرة", 12),
        ("إحدى وعشرون", 21),
        ("مئة ألف مليون", 100_000_000_000),
        ("مليون ونصف المليون", 1_500_000),
        ("نصف مليون", 500_000),
        ("أربعة الآف", 4000),
        ("4 آلاف و300", 4300),
        ("عشرون وثلاثة أخماس", 20.6),
        ("ثلاثة أرباع", 0.75),
    ],
)
def test_a_number_is_read(text: str, value: float) -> None:
    assert value_of(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("الحادي والثلاثين", 31),
        ("الثالثة عشرة", 13),
        ("المئة والخامسة والعشرون", 125),
        ("الخامس بعد المئة", 105),
        ("أول", 1),
    ],
)
def test_an_ordinal_is_read_as_one(text: str, value: int) -> None:
    found = numeral_at(tokens(text), 0)
    assert found is not None
    assert (found.value, found.form) == (value, QuantityForm.ORDINAL)


@pytest.mark.parametrize("text", ["أحد المسؤولين", "وأحدث تقرير", "آلاف الجنود", "لست متأكدا", "جندي"])
def test_what_is_no_number_is_none(text: str) -> None:
    assert value_of(text) is None


@pytest.mark.parametrize(("text", "first"), [("خمسة وستة", 5), ("ألف وألفين", 1000), ("2003 و2011", 2003)])
def test_two_numbers_of_one_size_are_not_added(text: str, first: int) -> None:
    assert value_of(text) == first
