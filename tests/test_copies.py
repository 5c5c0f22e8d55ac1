import json
import os
import random
import subprocess
import sys

import pytest
from benchmarks.corpus import article as made_up
from factories import an_article
from hypothesis import given
from hypothesis import strategies as st

from drawdown_cli.arabic.minhash import BINS, ROWS, band_keys
from drawdown_cli.models import ArticleFilter, ChangeFilter, QuoteFilter
from drawdown_cli.pipeline import analyze
from drawdown_cli.search.articles import SearchOptions, search_articles
from drawdown_cli.speakers.quoting import QuoteQuery, search_quotes
from drawdown_cli.store.index import Index
from drawdown_cli.store.protocol import FileState

TEXTS = [made_up(number, seed=7) for number in (1, 2, 3)]


def edited(text: str, share: float, seed: int = 1) -> str:
    """The text with a share of its words exchanged, in stretches as editors do it."""
    chance = random.Random(seed)
    words = text.split(" ")
    at = 0
    for _ in range(int(share * len(words) / 5)):
        at = chance.randrange(len(words) - 5)
        words[at : at + 5] = [f"كلمة{chance.random()}" for _ in range(5)]
    return " ".join(words)


def index_of(tmp_path, *texts):
    with Index.open(tmp_path / "i", write=True) as index:
        for number, text in enumerate(texts):
            index.put_batch(
                [analyze(an_article(text, doc=f"d{number}"))], [FileState(f"d{number}.txt", 1, 1, "")]
            )
    return Index.open(tmp_path / "i", write=True)


def test_the_same_text_twice_is_linked_to_the_first(tmp_path):
    with index_of(tmp_path, TEXTS[0], TEXTS[1], TEXTS[0], TEXTS[0]) as index:
        assert index.originals() == {"d2": "d0", "d3": "d0"}


def test_short_texts_are_copies_only_when_they_are_equal(tmp_path):
    short = "وصل الوفد رقم 1 إلى العاصمة قبل موعده بيوم كامل."
    with index_of(tmp_path, short, short.replace("1", "2"), short) as index:
        assert index.originals() == {"d2": "d0"}


def test_a_few_words_are_no_article_and_no_copy(tmp_path):
    with index_of(tmp_path, "انسحبت القوات.", "انسحبت القوات.") as index:
        assert index.originals() == {}


def test_wire_copy_with_small_edits_is_linked(tmp_path):
    found = 0
    for seed in range(10):
        folder = tmp_path / str(seed)
        folder.mkdir()
        with index_of(folder, TEXTS[0], edited(TEXTS[0], 0.12, seed)) as index:
            found += len(index.originals())
    assert found >= 9


def test_articles_on_one_matter_are_not_copies(tmp_path):
    with index_of(tmp_path, *TEXTS, edited(TEXTS[0], 0.8)) as index:
        assert index.originals() == {}


def test_a_copy_takes_the_place_of_an_original_that_goes(tmp_path):
    with index_of(tmp_path, TEXTS[0], TEXTS[0], TEXTS[0]) as index:
        index.forget(["d0.txt"])
        assert index.originals() == {"d2": "d1"}
        index.put_batch([analyze(an_article(TEXTS[0], doc="d4"))])
        assert index.originals() == {"d2": "d1", "d4": "d1"}


REPORT = (
    "وقال وزير الدفاع سامي نعمان إن القوات الأميركية ستنسحب من العراق في مارس 2021. وأعلنت الوزارة أن "
    "القوات الأميركية انسحبت من قاعدة الوادي في 3 مايو 2020. "
)
MORE = "وقالت ليلى سالم إن العدد قليل. "


def test_what_a_copy_repeats_is_told_once(tmp_path):
    with index_of(tmp_path, REPORT + TEXTS[0], REPORT + MORE + TEXTS[0], REPORT) as index:
        assert index.originals() == {"d1": "d0"}
        quotes = [(quote.doc, quote.content) for quote in index.quotes(QuoteFilter())]
        changes = [change.doc for change in index.changes(ChangeFilter())]
        said = [content for _, content in quotes if content.startswith("القوات الأميركية ستنسحب")]
        assert len(said) == 2  # the copy does not repeat the original; the third article stands by itself
        assert ("d1", "العدد قليل") in quotes
        assert "d1" not in changes
        assert {"d0", "d2"} <= set(changes)


def test_an_article_and_its_copy_are_one_hit(tmp_path):
    with index_of(tmp_path, REPORT + TEXTS[0], REPORT + MORE + TEXTS[0], TEXTS[1]) as index:
        hits = [hit.doc for hit in search_articles(index, "قاعدة الوادي")]
        assert len({"d0", "d1"} & set(hits)) == 1


def test_copies_are_shown_to_those_who_ask(tmp_path):
    with index_of(tmp_path, REPORT + TEXTS[0], REPORT + MORE + TEXTS[0], TEXTS[1]) as index:
        quotes = [quote.doc for quote in index.quotes(QuoteFilter(copies=True))]
        assert quotes.count("d1") == quotes.count("d0") + 1
        assert "d1" in {change.doc for change in index.changes(ChangeFilter(copies=True))}
        options = SearchOptions(within=ArticleFilter(copies=True))
        assert {"d0", "d1"} <= {hit.doc for hit in search_articles(index, "قاعدة الوادي", options)}
        about = QuoteQuery(about="ستنسحب", within=QuoteFilter(copies=True))
        assert {"d0", "d1"} <= {quote.doc for quote in search_quotes(index, about)}


@pytest.mark.parametrize("command", [["search", "قاعدة الوادي"], ["quotes"], ["timeline", "--no-merge"]])
def test_an_option_shows_copies(tmp_path, command):
    index_of(tmp_path, REPORT + TEXTS[0], REPORT + TEXTS[0]).close()
    line = [
        sys.executable,
        "-m",
        "drawdown_cli",
        *command,
        "--index",
        str(tmp_path / "i"),
        "--format",
        "jsonl",
    ]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    docs = []
    for more in ([], ["--copies"]):
        done = subprocess.run([*line, *more], capture_output=True, text=True, check=True, env=env)
        docs.append({json.loads(row)["doc"] for row in done.stdout.splitlines()})
    assert docs == [{"d0"}, {"d0", "d1"}]


def test_the_keys_found_follow_the_share_of_words_in_common():
    words = TEXTS[0].split()
    bands = BINS // ROWS
    assert len(set(band_keys(words)) & set(band_keys(words))) == bands + 1
    assert not set(band_keys(words)) & set(band_keys(TEXTS[1].split()))


@given(st.lists(st.text(max_size=3), max_size=80))
def test_any_words_have_a_sketch(words):
    assert band_keys(words) == band_keys(list(words))
    assert all(0 <= key < 1 << 32 for key in band_keys(words))
