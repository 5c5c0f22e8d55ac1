from datetime import date

import pytest

from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Article, Category, Change, Grain, Published, PublishedBasis, Status
from drawdown_cli.pipeline import analyze

DAY = date(2024, 10, 1)
PUBLISHED = Published("2024-10-01", Grain.DAY, PublishedBasis.MANIFEST, DAY, DAY, DAY, DAY)


def changes(text: str) -> tuple[Change, ...]:
    return analyze(Article("a", "a", "", "", "", "", PUBLISHED, text)).changes


def told(text: str) -> list[tuple[Category, Status]]:
    return [(change.category, change.status) for change in changes(text)]


TRIGGERS = [entry for entry in lexicon("changes").entries if entry.feature("role") == "trigger"]


@pytest.mark.parametrize(
    "entry", [entry for entry in TRIGGERS if entry.example], ids=lambda entry: f"{entry.word}-{entry.sense}"
)
def test_a_trigger_fires_in_its_example(entry):
    assert changes(entry.example)


@pytest.mark.parametrize(
    "entry",
    [entry for entry in TRIGGERS if entry.counter_example],
    ids=lambda entry: f"{entry.word}-{entry.sense}",
)
def test_a_trigger_is_silent_in_its_counter_example(entry):
    assert not changes(entry.counter_example)
