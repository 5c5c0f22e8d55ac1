"""What short reports tell of the past, the present and the plans beside one another: whole rows."""

import tomllib
from pathlib import Path

import pytest
from test_told import told

CASES = tomllib.loads((Path(__file__).parent / "gold" / "history.toml").read_text(encoding="utf-8"))["case"]


def shown_by(name: str):
    cases = [case for case in CASES if case["shows"] == name]
    return pytest.mark.parametrize("case", cases, ids=lambda case: case["text"][:40])


def is_told(case) -> bool:
    assert told(case["text"], case["published"]) == case["rows"]
    return True


@shown_by("test_an_earlier_number_is_a_row_of_its_own")
def test_an_earlier_number_is_a_row_of_its_own(case):
    assert is_told(case)


@shown_by("test_what_is_to_come_is_no_news_of_today")
def test_what_is_to_come_is_no_news_of_today(case):
    assert is_told(case)


@shown_by("test_a_state_spelt_like_one_of_its_people_is_the_state")
def test_a_state_spelt_like_one_of_its_people_is_the_state(case):
    assert is_told(case)


@shown_by("test_what_is_named_carries_on_inside_one_report")
def test_what_is_named_carries_on_inside_one_report(case):
    assert is_told(case)


@shown_by("test_a_part_is_not_the_whole")
def test_a_part_is_not_the_whole(case):
    assert is_told(case)


def test_every_case_belongs_to_a_test():
    assert {case["shows"] for case in CASES} <= globals().keys()


@shown_by("test_a_season_and_a_distance_count_from_their_own")
def test_a_season_and_a_distance_count_from_their_own(case):
    assert is_told(case)


@shown_by("test_history_in_passing_keeps_its_own_date")
def test_history_in_passing_keeps_its_own_date(case):
    assert is_told(case)


@shown_by("test_a_verb_said_once_goes_on")
def test_a_verb_said_once_goes_on(case):
    assert is_told(case)


@shown_by("test_a_state_leaves_another_with_its_forces")
def test_a_state_leaves_another_with_its_forces(case):
    assert is_told(case)
