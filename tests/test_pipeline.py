"""What must hold of the analysis of any text: spans cut out what they claim, and nothing brings it down."""

from pathlib import Path

import pytest
from factories import an_article
from gold.cases import quote_cases
from gold.event_cases import timeline_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.reading import read_articles
from drawdown_cli.articles.shipped import data_folder
from drawdown_cli.models import Document
from drawdown_cli.pipeline import analyze

GOLD = Path(__file__).parent / "gold"
ARTICLES = list(read_articles([data_folder()]))
REPORTS = [case.text for case in timeline_cases("build")] + [
    case.text for case in quote_cases(GOLD / "quotes" / "build.toml")
]
WORDS = sorted({word for text in REPORTS for word in text.split()})
NOISE = st.sampled_from([*'\n"«»“”:،.(-/\0', "\n\n", "2021", "١٢", "\N{RIGHT-TO-LEFT MARK}"])


def check(document: Document) -> None:
    text = document.article.text
    for fact in (*document.timexes, *document.quantities, *document.changes):
        assert text[fact.start : fact.end] == fact.text
    for quote in document.quotes:
        assert text[quote.start : quote.end] == quote.content != ""
        assert text[max(quote.cue_start, 0) : max(quote.cue_end, 0)] == quote.cue
        assert text[max(quote.source_start, 0) : max(quote.source_end, 0)] == quote.source
    for timex in document.timexes:
        assert not (timex.date_start and timex.date_end) or timex.date_start <= timex.date_end
    for quantity in document.quantities:
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
    quoted = {quote.id for quote in document.quotes}
    assert len(quoted) == len(document.quotes)
    assert all(change.attributed_to in quoted | {""} for change in document.changes)
    assert len({change.id for change in document.changes}) == len(document.changes)


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.doc[:3])
def test_spans_cut_out_what_they_claim_in_the_shipped_articles(article):
    document = analyze(article)
    check(document)
    assert document.timexes
    assert document.quotes
    assert document.changes


@pytest.mark.parametrize("start", range(0, len(REPORTS), 40))
def test_spans_cut_out_what_they_claim_in_reports(start):
    for text in REPORTS[start : start + 40]:
        check(analyze(an_article(text)))


@settings(max_examples=150)
@given(st.lists(st.one_of(st.sampled_from(WORDS), NOISE), max_size=60))
def test_no_order_of_words_and_marks_brings_the_analysis_down(words):
    check(analyze(an_article(" ".join(words))))


@settings(max_examples=100)
@given(st.text(max_size=200))
def test_no_text_brings_the_analysis_down(text):
    check(analyze(an_article(text, day=None)))


def test_the_analysis_is_a_function_of_the_article():
    article = ARTICLES[0]
    assert analyze(article) == analyze(article)


@pytest.mark.parametrize("text", [case.text for case in quote_cases(GOLD / "quotes" / "build5.toml")][::9])
def test_a_text_may_end_anywhere(text: str) -> None:
    """Behind any word or mark, as a cut-off paste does, where rules look at what comes next."""
    for token in tokenize(text).tokens[:60]:
        check(analyze(an_article(text[: token.end])))
