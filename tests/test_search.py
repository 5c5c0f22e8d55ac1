"""What a search promises: a full scan's answer, whatever the spelling and however the index grew."""

import random
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from factories import an_article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.articles.shipped import data_folder
from drawdown_cli.errors import QueryError
from drawdown_cli.indexing import index_paths
from drawdown_cli.models import ArticleFilter, How, QuoteFilter
from drawdown_cli.pipeline import analyze
from drawdown_cli.search.articles import SearchOptions, count_undated, search_articles
from drawdown_cli.search.concordance import concordance
from drawdown_cli.search.meaning import understand
from drawdown_cli.search.query import SearchQuery, parse_query, relaxed
from drawdown_cli.search.ranking import Scorer, rank
from drawdown_cli.store.index import Index
from drawdown_cli.store.searching import SearchStore
from drawdown_cli.store.words import Numbers

WORDS = [
    *("القوات", "قوات", "وقوات", "قوّاتها", "انسحاب", "الانسحاب", "انسحبت", "بغداد", "ببغداد", "الوزير"),
    *("وزير", "وزارة", "مهمة", "المهمة", "استشارية", "الكاظمي", "كاظمي", "أميركية", "الأمريكية", "2,500"),
    *("٢٥٠٠", "Erbil", "أربيل", "في", "من", "إلى", "الى", "قاعدة", "القاعدة", "قواعد"),
]
QUERIES = [
    "القوات",
    "انسحاب القوات",
    '"القوات الأمريكية"',
    '"مهمة استشارية" بغداد',
    "قوات -بغداد",
    "الوزير OR قاعدة",
    "(وزير OR قاعدة) انسحاب",
    "انسح*",
    "2500",
    "في",
    "title:بغداد",
    "الكاظمي AND بغداد",
    '-"القوات الأمريكية" قوات',
]


def put(path: Path, texts: dict[str, str], **known: str) -> None:
    with Index.open(path, write=True) as index:
        index.put_batch(analyze(an_article(text, doc=doc, **known)) for doc, text in texts.items())


def corpus(seed: int, size: int = 12) -> dict[str, str]:
    drawn = random.Random(seed)
    return {
        f"d{number}": " ".join(drawn.choices(WORDS, k=drawn.randint(3, 30))) + "." for number in range(size)
    }


def answers(index: Index, query: str, **known) -> list[tuple[str, float]]:
    hits = search_articles(index, query, SearchOptions(limit=None, **known))
    return [(hit.doc, hit.score) for hit in hits]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("shipped") / "index.sqlite3"
    with Index.open(path, write=True) as index:
        index_paths([data_folder()], index)
    return path


def scanned(store: SearchStore, texts: Mapping[str, Numbers], query: SearchQuery) -> list[tuple[str, float]]:
    """The answer without an engine: every article is looked at."""
    meaning = understand(query, store.vocabulary, exact=False, fuzzy=0)
    scorer = Scorer(meaning, store.vocabulary.totals(), store.vocabulary.spellings)
    return [(doc, score) for score, doc in rank(texts, scorer)]


# --- the same answer as a full scan ----------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(4))
def test_an_indexed_search_equals_a_full_scan(tmp_path, seed):
    put(tmp_path / "i", corpus(seed))
    with Index.open(tmp_path / "i") as index:
        store = index.searching
        texts = {one.doc: one.words for one in store.everything()}
        for query in QUERIES:
            asked = parse_query(query)
            loose = relaxed(asked)
            expected = scanned(store, texts, asked) or (scanned(store, texts, loose) if loose else [])
            assert answers(index, query, fuzzy=0) == expected, query


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    # Fewer than eight words are nobody's copy: each article stands for itself.
    texts=st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=7), min_size=1, max_size=6),
    word=st.sampled_from(WORDS),
)
def test_exact_search_finds_the_articles_that_spell_a_word_so(tmp_path_factory, texts, word):
    named = {f"d{number}": " ".join(words) for number, words in enumerate(texts)}
    path = tmp_path_factory.mktemp("exact") / "i"
    put(path, named)
    with Index.open(path) as index:
        found = {doc for doc, _ in answers(index, word, exact=True)}
    assert found == {doc for doc, text in named.items() if word in [t.text for t in tokens(text)]}


@pytest.mark.parametrize("query", ["القوات الأمريكية", "الكاضمي", "انسحاب قوات Erbil", '"المهمة استشارية"'])
def test_an_index_that_lived_through_changes_answers_as_a_fresh_one(tmp_path, query):
    for seed in range(5):
        put(tmp_path / "lived", corpus(seed))
    with Index.open(tmp_path / "lived", write=True) as index:
        index.forget(["d11.txt", "d10.txt", "d3.txt"])
    last = {doc: text for doc, text in corpus(4).items() if doc not in ("d11", "d10", "d3")}
    put(tmp_path / "fresh", last)
    with Index.open(tmp_path / "lived") as lived, Index.open(tmp_path / "fresh") as fresh:
        assert answers(lived, query) == answers(fresh, query) != []


# --- spelling --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "variants",
    [
        ("القوات الأميركية", "القوات الاميركيه", "القُوّات الأميركيّة", "القـــوات الأميركية"),
        ("إلى أربيل", "الى اربيل", "إلي أربيل"),
        ("مسؤولون أميركيون", "مسوولون اميركيون"),
        ("قاعدة", "قاعده"),
        ("2500 جندي", "٢٥٠٠ جندي", "2,500 جندي", "٢٬٥٠٠ جندي", "۲۵۰۰ جندی"),
        ("مصطفى", "مصطفي"),
    ],
)
def test_spelling_variants_give_the_same_hits(shipped, variants):
    with Index.open(shipped) as index:
        first, *others = (answers(index, query) for query in variants)
    assert first
    assert all(other == first for other in others)


@pytest.mark.parametrize(
    "query, docs",
    [
        ("Kadhimi", 4),
        ("al-Kazimi", 4),
        ("Kazemi", 4),
        ("Sudani", 1),
        ("McKenzie", 1),
        ("Soleimani", 2),
        ("Suleimani", 2),
        ("Peshmerga", 1),
        ("Erbil", 2),
        ("Arbil", 2),
        ("الكاضمي", 4),
        ("كردسان", 3),
    ],
)
def test_names_are_found_in_either_script_and_misspelt(shipped, query, docs):
    with Index.open(shipped) as index:
        hits = search_articles(index, query)
    assert len(hits) == docs
    assert {m.how for hit in hits for m in hit.matches} <= {How.TRANSLITERATED, How.FUZZY, How.EXACT}


@pytest.mark.parametrize(
    "query", ["زلزال", "Tokyo", "كرة السلة", '"القوات البريطانية"', "طوكيو", "Messi", "برشلونة"]
)
def test_noise_finds_nothing(shipped, query):
    with Index.open(shipped) as index:
        assert search_articles(index, query) == []


def test_a_word_and_its_proclitics_are_one_where_the_index_bears_it_out(tmp_path):
    put(
        tmp_path / "i",
        {"a": "قوات", "b": "وقوات", "c": "بقوات", "d": "وزير", "e": "زير", "f": "الوزير وزير"},
    )
    with Index.open(tmp_path / "i") as index:
        assert {doc for doc, _ in answers(index, "قوات", fuzzy=0)} == {"a", "b", "c"}
        assert {doc for doc, _ in answers(index, "وزير", fuzzy=0)} == {"d", "f"}
        assert {doc for doc, _ in answers(index, "زير", fuzzy=0)} == {"e"}


def test_fuzziness_is_bounded_as_asked(shipped):
    with Index.open(shipped) as index:
        assert answers(index, "الكاضمي", fuzzy=0) == []
        assert answers(index, "الكاضمي", fuzzy=1) != []
        assert answers(index, "الكاضمني", fuzzy=1) == []
        assert answers(index, "الكاضمني", fuzzy=2) != []


def test_exact_spelling_outranks_folded_outranks_stem(tmp_path):
    put(
        tmp_path / "i",
        {"stem": "وصل مستشار اليوم", "form": "وصل المستشارون اليوم", "none": "وصل الوفد اليوم"},
    )
    with Index.open(tmp_path / "i") as index:
        assert [doc for doc, _ in answers(index, "المستشارون")] == ["form", "stem"]


# --- what a hit shows ------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["القوات الأمريكية", '"مهمة استشارية"', "Kadhimi", "الكاضمي 2500", "عسكر*"])
def test_every_span_cuts_out_a_form_that_matches(shipped, query):
    with Index.open(shipped) as index:
        hits = search_articles(index, query, SearchOptions(passages=3))
        assert hits
        for hit in hits:
            text = index.fetch([hit.doc])[hit.doc].text
            assert hit.matches
            assert 0 < hit.score <= 100
            for match in hit.matches:
                assert text[match.start : match.end] == match.text
                assert (match.how is How.EXACT) is (match.text == match.term)
                if match.how is How.FOLDED:
                    assert fold(match.text) == fold(match.term)
            for passage in hit.passages:
                assert text[passage.start : passage.end] == passage.text
                assert set(passage.matches) <= set(hit.matches)
            assert hit.snippet == hit.passages[0].text


def test_a_phrase_is_marked_only_where_its_words_stand_together(tmp_path):
    put(tmp_path / "i", {"a": "مهمة جديدة. بدأت مهمة استشارية. انتهت مهمة."})
    with Index.open(tmp_path / "i") as index:
        (hit,) = search_articles(index, '"مهمة استشارية"')
    assert [(match.start, match.text) for match in hit.matches] == [(17, "مهمة"), (22, "استشارية")]


def test_passages_end_with_sentences_and_do_not_overlap(shipped):
    with Index.open(shipped) as index:
        hits = search_articles(index, "القوات العراق", SearchOptions(passages=4))
        ends = {hit.doc: {s.end for s in index.sentences(hit.doc)} for hit in hits}
    for hit in hits:
        assert len(hit.passages) > 1
        spans = sorted((passage.start, passage.end) for passage in hit.passages)
        assert all(one[1] <= other[0] for one, other in pairwise(spans))
        assert {end for _, end in spans if end - spans[0][0] < 500} & ends[hit.doc]


def test_a_concordance_shows_each_match_in_its_line(shipped):
    with Index.open(shipped) as index:
        hits = search_articles(index, "الكاظمي")
        lines = list(concordance(index, hits, 20))
    assert len(lines) == sum(len(hit.matches) for hit in hits)
    assert all(line.match == "الكاظمي" or line.how is not How.EXACT for line in lines)
    assert all(len(line.before) <= 20 and "\n" not in line.before + line.after for line in lines)


# --- where to look ---------------------------------------------------------------------------------------


def test_dates_and_sources_are_decided_before_the_limit(tmp_path):
    with Index.open(tmp_path / "i", write=True) as index:
        index.put_batch(
            analyze(an_article("انسحبت القوات.", doc=f"d{n:03}", day=date(2020, 1, 1), source="أ"))
            for n in range(250)
        )
        index.put_batch(
            [
                analyze(an_article("وصلت القوات.", doc="late", day=date(2021, 5, 1), source="وكالة ب")),
                analyze(an_article("عادت القوات.", doc="never", day=None, source="ج")),
            ]
        )
    late = ArticleFilter(since=date(2021, 1, 1))
    with Index.open(tmp_path / "i") as index:
        assert [doc for doc, _ in answers(index, "القوات", within=late)] == ["late"]
        undated = ArticleFilter(since=date(2021, 1, 1), undated=True)
        assert {doc for doc, _ in answers(index, "القوات", within=undated)} == {"late", "never"}
        assert count_undated(index, "القوات", SearchOptions(within=late)) == 1
        until = ArticleFilter(until=date(2020, 12, 31))
        assert len(search_articles(index, "القوات", SearchOptions(within=until, limit=None))) == 250
        assert [doc for doc, _ in answers(index, "القوات source:وكالة")] == ["late"]
        assert answers(index, "القوات source:رويترز") == []
        source = ArticleFilter(sources=("ج",))
        assert [doc for doc, _ in answers(index, "القوات", within=source)] == ["never"]


def test_a_speakers_quotations_can_be_searched_alone(tmp_path):
    text = (
        "وقال الوزير سامي حداد إن القوات ستغادر البلاد قريبا. "
        "وأضاف النائب كريم عطار أن القوات باقية في القاعدة. عادت القوات."
    )
    put(tmp_path / "i", {"a": text, "b": "عادت القوات."})
    with Index.open(tmp_path / "i") as index:
        quotes = list(index.quotes(QuoteFilter()))
        assert quotes
        quote = quotes[0]
        (hit,) = search_articles(index, "القوات", SearchOptions(speaker_ids=(quote.speaker_id,)))
        assert hit.doc == "a"
        said = [q for q in quotes if q.speaker_id == quote.speaker_id]
        assert all(any(q.start <= m.start and m.end <= q.end for q in said) for m in hit.matches)
        assert hit.snippet == quote.content
        assert search_articles(index, "القوات", SearchOptions(speaker_ids=())) == []


def test_a_fault_in_the_query_is_named_before_anything_is_read(shipped):
    with Index.open(shipped) as index, pytest.raises(QueryError, match="not closed"):
        search_articles(index, '"القوات')


def test_a_quoted_name_that_nobody_spells_so_is_taken_apart_inside_a_question(shipped):
    said: list[str] = []
    with Index.open(shipped) as index:
        assert search_articles(index, 'زيارة "الكاضمي واشنطن" بايدن', say=said.append)
    assert "one by one" in said[0]


def test_a_query_of_stop_words_still_answers(shipped):
    with Index.open(shipped) as index:
        assert search_articles(index, "في من")
