"""`drawdown quotes` and `drawdown speakers` as a user meets them."""

import json

import pytest
from commands import drawdown, index_of

ARTICLES = {
    "port": """ميناء

23 يوليو 2021

وقال وزير النقل خالد الجابري إن الميناء مفتوح. وأضاف أن السفن تصل كل يوم.""",
    "fuel": """وقود

24 يوليو 2022

وقال مسؤول محلي، طلب عدم ذكر اسمه، إن "الوقود نفد تماما". وأكد الجابري أن الشحنات في الطريق.""",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return index_of(tmp_path_factory.mktemp("articles"), ARTICLES)


def rows(index, *arguments):
    done = drawdown(index, *arguments, "--format", "json")
    return [] if done.returncode else json.loads(done.stdout)


@pytest.mark.parametrize(
    "arguments, contents",
    [
        (["--speaker", "Jabri"], ["الميناء مفتوح", "السفن تصل كل يوم", "الشحنات في الطريق"]),
        (["--speaker", "anonymous"], ["الوقود نفد تماما"]),
        (["--speaker", "وزير النقل", "--since", "2022"], ["الشحنات في الطريق"]),
        (["--kind", "direct,mixed"], ["الوقود نفد تماما"]),
        (["--about", "السفن"], ["السفن تصل كل يوم"]),
        (["--until", "2021-12", "--limit", "1"], ["الميناء مفتوح"]),
    ],
)
def test_quotations_are_found_by_every_filter(index, arguments, contents):
    assert [row["content"] for row in rows(index, "quotes", *arguments)] == contents


def test_the_context_stands_beside_each_quotation(index):
    [row] = rows(index, "quotes", "--about", "السفن", "--context")
    assert row["context"] == "وأضاف أن السفن تصل كل يوم."


def test_an_unknown_speaker_is_named_on_stderr(index):
    done = drawdown(index, "quotes", "--speaker", "Zorro")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nobody called 'Zorro' is quoted" in done.stderr


@pytest.mark.parametrize("arguments", [["--cite", "mla"], ["--kind", "loud"], ["--since", "soon"]])
def test_a_wrong_value_is_one_sentence_and_code_2(index, arguments):
    done = drawdown(index, "quotes", *arguments)
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_citation_can_be_printed(index):
    done = drawdown(index, "quotes", "--speaker", "Jabri", "--limit", "1", "--cite", "plain")
    assert "خالد الجابري (وزير النقل): الميناء مفتوح" in done.stdout


def test_speakers_are_listed_with_their_names(index):
    first = rows(index, "speakers")[0]
    assert (first["speaker"], first["quotes"], first["aliases"]) == ("خالد الجابري", 3, ["الجابري"])


def test_search_looks_inside_a_speakers_words(index):
    assert [row["doc"] for row in rows(index, "search", "الميناء", "--speaker", "al-Jabri")] == ["port"]
