"""The annotated cases of the timeline, of dates and of numbers are sound, and written for this project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from gold import event_cases
from gold.event_cases import CONSTRUCTIONS, CaseError, quantity_cases, timeline_cases, timex_cases

DATA = Path(__file__).parent.parent / "data"
MARKS_RE = re.compile("[\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\N{ARABIC TATWEEL}]")
FOLD = str.maketrans("أإآىة", "ااايه")
STOP_RE = re.compile(r"[.؟!][\"»]?(?:\s|$)")
TIMELINE = ["build", "scored"]
FILES = [*TIMELINE, "build2", "build3", "build4", "build5"]


def five_words(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", MARKS_RE.sub("", text).translate(FOLD))
    return {tuple(words[i : i + 5]) for i in range(len(words) - 4)}


@pytest.fixture(scope="module")
def shipped() -> set[tuple[str, ...]]:
    return set().union(*(five_words(path.read_text(encoding="utf-8")) for path in DATA.glob("*.txt")))


@pytest.mark.parametrize("name", FILES)
def test_timeline_cases_are_well_formed(name: str) -> None:
    cases = list(timeline_cases(name))
    assert len({case.id for case in cases}) == len(cases)
    assert all(not case.expect for case in cases if case.construction.startswith("trap-"))
    assert all(case.expect for case in cases if not case.construction.startswith("trap-"))


def test_the_halves_of_the_timeline_share_no_case() -> None:
    cases = [case for name in FILES for case in timeline_cases(name)]
    assert len({case.id for case in cases}) == len(cases)
    assert len({case.text for case in cases}) == len(cases)


@pytest.mark.parametrize("name", TIMELINE)
def test_each_half_of_the_timeline_has_traps_and_long_reports_enough(name: str) -> None:
    cases = list(timeline_cases(name))
    assert len(cases) >= 85
    assert 3 * sum(not case.expect for case in cases) >= len(cases)
    assert sum(len(STOP_RE.findall(case.text)) >= 3 for case in cases if case.expect) >= 15


def test_each_file_tries_every_construction() -> None:
    tried = {f"timeline {name}": {case.construction for case in timeline_cases(name)} for name in TIMELINE}
    tried["timex"] = {case.construction for case in timex_cases("scored")}
    tried["quantities"] = {case.construction for case in quantity_cases("scored")}
    missing = {name: set(CONSTRUCTIONS[name.split()[0]]) - done for name, done in tried.items()}
    assert not any(missing.values()), missing


def test_dates_and_numbers_have_cases_enough() -> None:
    for cases in (list(timex_cases("scored")), list(quantity_cases("scored"))):
        assert len({case.id for case in cases}) == len(cases)
        assert sum(bool(case.expect) for case in cases) >= 150
        assert sum(not case.expect for case in cases) >= 100
        assert all(case.construction.startswith("none-") != bool(case.expect) for case in cases)


def every_text() -> dict[str, str]:
    rows = [(f"{name}/{case.id}", case.text) for name in FILES for case in timeline_cases(name)]
    rows += [(f"timex/{case.id}", case.text) for case in timex_cases("scored")]
    rows += [(f"quantities/{case.id}", case.text) for case in quantity_cases("scored")]
    return dict(rows)


def test_no_case_is_cut_from_a_shipped_article(shipped: set[tuple[str, ...]]) -> None:
    assert [name for name, text in every_text().items() if five_words(text) & shipped] == []


@pytest.mark.parametrize(
    ("expect", "problem"),
    [
        ('[["3", 3, 3, 3, "=", "troops"]]', "nth needed"),
        ('[["ثلاث", 3, 3, 3, "=", "troops"]]', "not in the text"),
        ('[["3", 3, 4, 3, "~", "troops", 1]]', "out of order"),
        ('[["3", 3, "", "", "=", "troops", 1]]', "bounds differ"),
    ],
)
def test_a_case_that_contradicts_itself_is_named(
    expect: str, problem: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_cases, "GOLD", tmp_path)
    (tmp_path / "quantities").mkdir()
    case = f'id = "twice"\nconstruction = "digits"\ntext = "غادر 3 من 3 وبقي ثلاثة"\nexpect = {expect}\n'
    (tmp_path / "quantities" / "odd.toml").write_text(f"[[case]]\n{case}", encoding="utf-8")
    with pytest.raises(CaseError, match=rf"quantities/odd.toml: twice: .*{problem}"):
        list(quantity_cases("odd"))
