import pytest
from gold.event_cases import quantity_cases
from gold.event_scoring import score_quantities
from gold.scoring import total

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import UNDATED
from drawdown_cli.extract.quantities import find_quantities
from drawdown_cli.extract.timex import find_timexes
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Quantity, QuantityForm

CASES = list(quantity_cases("build"))


def quantities(text: str) -> list[Quantity]:
    cut = tokenize(text)
    return list(find_quantities(cut, list(find_timexes(cut, UNDATED))))


def bounds(text: str) -> list[tuple[object, ...]]:
    return [(found.value, found.low, found.high, found.comparator, found.unit) for found in quantities(text)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_case_has_its_numbers_and_no_others(case) -> None:
    score = score_quantities(case.expect, quantities(case.text))
    assert (score.attribute, score.right) == (score.needed, score.given)


def test_the_cases_hold_enough_sentences_of_both_kinds() -> None:
    empty = sum(not case.expect for case in CASES)
    assert empty >= 100
    assert total([score_quantities(case.expect, ()) for case in CASES]).needed >= 150


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل نحو 2500 جندي", [(2500, 2500, 2500, "~", "troops")]),
        ("أصيب 12 جنديا على الأقل", [(12, 12, None, ">", "troops")]),
        ("بقي أقل من مئة مدرب", [(100, None, 100, "<", "trainers")]),
        ("سترسل ما بين 2500 و3000 عسكري", [(None, 2500, 3000, "~", "troops")]),
        ("رفع عديده من 200 إلى 500 جندي", [(200, 200, 200, "=", "troops"), (500, 500, 500, "=", "troops")]),
        ("سترسل من 200 إلى 500 جندي", [(None, 200, 500, "~", "troops")]),
        ("نشر عشرات الآلاف من الجنود", [(None, 20_000, 99_000, "~", "troops")]),
        ("سحبت ثلاثة ألوية", [(3, 3, 3, "=", "brigades")]),
        ("أزالت سبعة ألغام", [(7, 7, 7, "=", "mines")]),
        ("سترسل ما يصل إلى 500 جندي", [(500, None, 500, "<", "troops")]),
        ("أغلقت القوة قاعدتين", [(2, 2, 2, "=", "bases")]),
    ],
)
def test_bounds_and_units(text: str, expected: list[tuple[object, ...]]) -> None:
    assert bounds(text) == expected


@pytest.mark.parametrize("text", ["سيطرت حركة طالبان على الولاية", "انفجار في ولاية لغمان", "طنين في الأذن"])
def test_a_word_that_ends_like_a_dual_is_none(text: str) -> None:
    assert quantities(text) == []


def test_the_form_tells_what_never_reaches_the_timeline() -> None:
    forms = [found.form for found in quantities("غادر ثلث الجنود في الدفعة الثالثة، أي 30 في المئة")]
    assert forms == [QuantityForm.FRACTION, QuantityForm.ORDINAL, QuantityForm.PERCENT]


WORDS = [entry for kind in ("numbers", "units", "comparators") for entry in lexicon(kind).entries]
DURATIONS = {"hours", "minutes", "days", "weeks", "months", "years"}


@pytest.mark.parametrize("entry", [e for e in WORDS if e.example], ids=lambda entry: entry.word)
def test_every_word_of_number_makes_one_in_its_example(entry) -> None:
    unit = entry.features.get("unit", "")
    found = quantities(entry.example)
    if unit in DURATIONS:
        return
    assert found
    assert not unit or unit in {each.unit for each in found}


@pytest.mark.parametrize("entry", [e for e in WORDS if e.counter_example], ids=lambda entry: entry.word)
def test_no_counter_example_counts(entry) -> None:
    assert quantities(entry.counter_example) == []
