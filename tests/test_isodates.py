from datetime import date

import pytest

from drawdown_cli.isodates import bounds


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28)),
        ("2023-02-09", date(2023, 2, 9), date(2023, 2, 9)),
        ("٢٠٢٣-٠٢", date(2023, 2, 1), date(2023, 2, 28)),
    ],
)
def test_bounds_are_inclusive(value: str, first: date, last: date) -> None:
    assert bounds(value) == (first, last)


@pytest.mark.parametrize(
    "value", ["", "soon", "2023-13", "2023-00", "2023-02-30", "2023-02-00", "0000", "2023-1-5", "20230105"]
)
def test_no_date_says_how_to_write_one(value: str) -> None:
    with pytest.raises(ValueError, match=f"'{value}' is no date; write 2021"):
        bounds(value)
