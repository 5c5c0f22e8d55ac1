"""The annotated cases of the timeline, of dates and of numbers are sound, and written for this project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from gold.event_cases import timeline_cases

DATA = Path(__file__).parent.parent / "data"
MARKS_RE = re.compile("[\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\N{ARABIC TATWEEL}]")
FOLD = str.maketrans("أإآىة", "ااايه")
TIMELINE = ["build", "scored"]


def five_words(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", MARKS_RE.sub("", text).translate(FOLD))
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


@pytest.fixture(scope="module")
def shipped() -> set[tuple[str, ...]]:
    return set().union(*(five_words(path.read_text(encoding="utf-8")) for path in DATA.glob("*.txt")))


@pytest.mark.parametrize("name", TIMELINE)
def test_timeline_cases_are_well_formed(name: str) -> None:
    cases = list(timeline_cases(name))
    assert len({case.id for case in cases}) == len(cases)
    assert all(not case.expect for case in cases if case.construction.startswith("trap-"))
    assert all(case.expect for case in cases if not case.construction.startswith("trap-"))


@pytest.mark.parametrize("name", TIMELINE)
def test_no_timeline_case_is_cut_from_a_shipped_article(name: str, shipped: set[tuple[str, ...]]) -> None:
    copied = {case.id: five_words(case.text) & shipped for case in timeline_cases(name)}
    assert {key: value for key, value in copied.items() if value} == {}
