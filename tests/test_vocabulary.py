import random

from factories import an_article

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.pipeline import analyze
from drawdown_cli.store.index import Index
from drawdown_cli.store.vocabulary import Term, base_keys, key, shortened

WORDS = [
    "انسحبت",
    "القوات",
    "قوات",
    "الوزير",
    "وزير",
    "بغداد",
    "البيان",
    "Erbil",
    "2500",
    "غادر",
    "الجنود",
    "الجندي",
    "مهمة",
    "تدريب",
]


def some_text(seed: int) -> str:
    return " ".join(random.Random(seed).choices(WORDS, k=12)) + "."


def put(path, *texts: str) -> None:
    with Index.open(path, write=True) as index:
        index.put_batch(analyze(an_article(text, doc=f"d{number}")) for number, text in enumerate(texts))


def contents(path) -> tuple:
    with Index.open(path) as index:
        terms = [term._replace(number=0) for term in index.searching.vocabulary.beginning("")]
        return terms, index.searching.vocabulary.totals()


def test_each_word_knows_how_many_articles_hold_it(tmp_path):
    put(tmp_path / "i", "القوات والقوات القوات", "القوات")
    with Index.open(tmp_path / "i") as index:
        assert index.searching.vocabulary.with_stems(["قو"]) == [
            Term("القوات", "قوات", "قو", 2, 1),
            Term("والقوات", "قوات", "قو", 1, 2),
        ]
        assert index.searching.vocabulary.totals() == (2, 4)


def test_a_vocabulary_that_lived_through_changes_is_as_a_fresh_one(tmp_path):
    for seed in range(4):
        put(tmp_path / "lived", *(some_text(seed * 10 + number) for number in range(6)))
    with Index.open(tmp_path / "lived", write=True) as index:
        index.forget(["d5.txt", "d4.txt"])
    put(tmp_path / "fresh", *(some_text(30 + number) for number in range(4)))
    assert contents(tmp_path / "lived") == contents(tmp_path / "fresh")


def test_neighbours_share_a_key():
    for one, other in (("قوات", "قواد"), ("قوات", "قوت"), ("كاظمي", "كاضمي"), ("سليماني", "soleimani")):
        assert base_keys(fold(one)) & base_keys(fold(other))
    assert not base_keys("بغداد") & base_keys("حكومه")
    assert key("قوات") in base_keys("قوات")


def test_short_words_and_numbers_have_no_neighbours():
    assert base_keys("قو") == base_keys("2500") == base_keys("ا" * 40) == set()
    assert shortened("قوت") == {"قوت", "وت", "قت", "قو"}


def test_neighbours_are_found_before_their_keys_are_written(tmp_path):
    with Index.open(tmp_path / "i", write=True) as index:
        for number, text in enumerate(("غادرت القوات", "وصلت القواد")):
            index.put_batch([analyze(an_article(text, doc=f"d{number}"))])
            before = sorted(index.searching.vocabulary.neighbours(base_keys("قوات")))
            index.write_neighbours()
            assert sorted(index.searching.vocabulary.neighbours(base_keys("قوات"))) == before
        assert before == sorted(["قواد", "قوات"])
