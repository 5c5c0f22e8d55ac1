"""The gold cases load, say clearly what they expect, and cover every construction in both halves."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from gold.cases import BadCase, QuoteCase, find_span, quote_cases, quote_cases_of

HERE = Path(__file__).parent / "gold"
DATA = Path(__file__).parent.parent / "data"
HALVES = ("build", "scored")
BUILD = ("build", "build2", "build3", "build4", "build5", "build6", "build7", "build8", "build9")
FILES = (*BUILD, "scored")
MARKS = '"“”„«»‹›' + "'‘’"


def half(name: str) -> list[QuoteCase]:
    return list(quote_cases(HERE / "quotes" / f"{name}.toml"))


def words(text: str) -> list[str]:
    bare = re.sub("[\N{ARABIC FATHATAN}-\N{ARABIC SUKUN}\N{ARABIC TATWEEL}]", "", text)
    return re.findall(r"\w+", bare)


def fives(text: str) -> Iterator[tuple[str, ...]]:
    every = words(text)
    return zip(*(every[i:] for i in range(5)), strict=False)


@pytest.mark.parametrize("name", FILES)
def test_every_span_cuts_out_its_content(name: str) -> None:
    for case in half(name):
        for quote in case.expect:
            assert case.text[quote.start : quote.end] == quote.content, case.id


@pytest.mark.parametrize("name", FILES)
def test_a_span_neither_begins_nor_ends_with_blank_or_outer_mark(name: str) -> None:
    for case in half(name):
        for quote in case.expect:
            assert quote.content == quote.content.strip(), case.id
            if quote.kind != "direct":
                assert quote.content[-1] not in ".،؛:", case.id


@pytest.mark.parametrize("name", FILES)
def test_mixed_means_a_part_in_marks(name: str) -> None:
    for case in half(name):
        for quote in case.expect:
            if quote.kind == "mixed":
                assert set(MARKS) & set(quote.content), (case.id, quote.content)


@pytest.mark.parametrize("name", HALVES)
def test_each_half_has_the_counts_it_promises(name: str) -> None:
    cases = half(name)
    empty = [case for case in cases if not case.expect]
    assert len(cases) >= 120
    assert len(empty) * 5 >= len(cases)
    assert sum(case.construction == "long" for case in cases) >= 12


@pytest.mark.parametrize("name", HALVES)
def test_each_construction_has_two_cases_in_each_half(name: str) -> None:
    listed = tomllib.loads((HERE / "quotes" / f"{name}.toml").read_text(encoding="utf-8"))["constructions"]
    counts = Counter(case.construction for case in half(name))
    assert [c for c in listed if counts[c] < 2] == []


def test_both_halves_have_the_same_constructions_and_no_sentence_in_common() -> None:
    build, scored = [case for name in BUILD for case in half(name)], half("scored")
    assert {case.construction for case in build} == {case.construction for case in scored}
    assert not {case.id for case in build} & {case.id for case in scored}
    seen = {five for case in build for five in fives(case.text)}
    assert [case.id for case in scored if any(fives_in(case, seen))] == []


@pytest.mark.parametrize("name", FILES)
def test_no_case_is_cut_from_the_shipped_articles(name: str) -> None:
    shipped = {
        five for path in sorted(DATA.glob("*.txt")) for five in fives(path.read_text(encoding="utf-8"))
    }
    assert shipped
    assert [case.id for case in half(name) if any(fives_in(case, shipped))] == []


def fives_in(case: QuoteCase, known: set[tuple[str, ...]]) -> Iterator[bool]:
    return (five in known for five in fives(case.text))


def test_a_content_that_stands_twice_needs_its_number() -> None:
    with pytest.raises(ValueError, match="2 times"):
        find_span("نعم ثم نعم", "نعم")


@pytest.mark.parametrize(
    "broken, why",
    [
        ('content = "غير موجود"', "not in the text"),
        ('content = "سنغادر"\nnth = 2', "no number 2"),
        ('content = "سنغادر"\nspan = 3', "wrong keys"),
    ],
)
def test_an_unclear_case_is_refused_by_name(broken: str, why: str) -> None:
    toml = (
        'constructions = ["headline"]\n[[case]]\nid = "x"\nconstruction = "headline"\n'
        f'text = "الوزير: سنغادر"\n[[case.expect]]\n{broken}\nkind = "direct"\nspeaker = "الوزير"\ncue = ""\n'
    )
    with pytest.raises(BadCase, match=f"x: .*{why}"):
        list(quote_cases_of(toml))
