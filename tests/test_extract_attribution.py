import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Quote


def quotes(text: str) -> list[Quote]:
    return find_quotes(tokenize(text))


@pytest.mark.parametrize("entry", lexicon("cues").entries, ids=lambda entry: entry.word)
def test_each_cue_fires_in_its_example_and_not_in_its_counter_example(entry):
    assert any(quote.cue_lemma == entry.lemma for quote in quotes(entry.example + "."))
    if entry.counter_example:
        assert not [q for q in quotes(entry.counter_example + ".") if q.cue_lemma == entry.lemma]
