"""Found dates and numbers are compared with annotated ones by what they mean, not by how they are written."""

from __future__ import annotations

from datetime import date

import pytest
from gold.event_cases import ANY, ExpectedQuantity, ExpectedTimex
from gold.event_scoring import same_value, score_quantities, score_timexes
from gold.scoring import Score

from drawdown_cli.models import (
    Confidence,
    DateMod,
    Grain,
    Quantity,
    QuantityForm,
    Timex,
    TimexBasis,
    TimexType,
)


def a_timex(start: int, end: int, value: str) -> Timex:
    return Timex(
        start=start,
        end=end,
        text="",
        value=value,
        date_start=date(2021, 1, 1),
        date_end=date(2021, 12, 31),
        grain=Grain.YEAR,
        type=TimexType.DATE,
        mod=DateMod.ON,
        basis=TimexBasis.STATED,
        anchor="",
        rule="",
        confidence=Confidence.HIGH,
    )


def a_quantity(value: float | None, low: float | None, high: float | None, comparator: str) -> Quantity:
    return Quantity(
        start=0,
        end=4,
        text="",
        value=value,
        low=low,
        high=high,
        comparator=comparator,
        unit="troops",
        unit_text="",
        form=QuantityForm.CARDINAL,
        rule="",
        confidence=Confidence.HIGH,
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("2021-07-23", "2021-07-23"),
        ("2021-Q4", "2021-10-01/2022-01-01"),
        ("2021-Q4", "2021-10-01/2021-12-31"),
        ("2021-H1", "2021-01/2021-07"),
        ("2021-WI", "2021-12-01/2022-03-01"),
        ("199", "1990/2000"),
        ("2024-W39", "2024-09-23/2024-09-30"),
        ("2021-07-23TEV", "2021-07-23"),
        ("2021-07-23T13:00", "2021-07-23T13:00"),
        ("P60D", "P2M"),
        ("2014/..", "2014-01-01/"),
    ],
)
def test_two_notations_of_one_time_are_the_same(found: str, expected: str) -> None:
    assert same_value(found, expected)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ("2021-07-23", "2021-07-24"),
        ("2021-07", "2021"),
        ("2021-07-23", "2021-07-23T13:00"),
        ("T13:00", "T14:00"),
        ("PRESENT_REF", "PAST_REF"),
        ("P3M", "P3Y"),
        ("2014", "2014/.."),
        ("2021-02-30", "2021-02-28"),
        ("", "2021"),
    ],
)
def test_two_times_are_not_the_same(found: str, expected: str) -> None:
    assert not same_value(found, expected)


def test_an_answer_beside_every_annotated_date_costs_precision() -> None:
    expected = [ExpectedTimex(span=(0, 8), text="", values=("2021", "2021-12-31"))]
    found = [a_timex(2, 8, "2021-12-31"), a_timex(20, 24, "2003")]
    assert score_timexes(expected, found) == Score(
        needed=1, found=1, right=1, given=2, exact=0, exact_of=1, attribute=1
    )


def test_a_number_is_right_in_all_only_with_its_bounds() -> None:
    expected = [
        ExpectedQuantity(span=(0, 4), text="", value=2500, low=2500, high=None, comparator=">", unit="troops")
    ]
    close = a_quantity(2500, None, None, "~")
    right = a_quantity(2500, 2500, None, ">")
    assert score_quantities(expected, [close]).attribute == 0
    assert score_quantities(expected, [close]).exact == 1
    assert score_quantities(expected, [right]).attribute == 1


def test_what_an_annotation_leaves_open_may_be_anything() -> None:
    expected = [
        ExpectedQuantity(span=(0, 4), text="", value=ANY, low=ANY, high=ANY, comparator=ANY, unit=ANY)
    ]
    assert score_quantities(expected, [a_quantity(None, 20, None, "~")]).attribute == 1
