import pytest

from drawdown_cli.errors import QueryError
from drawdown_cli.search.query import Both, Either, Phrase, Typed, Word, parse_query, plain_words, relaxed


def word(number: int, text: str, *, prefix: bool = False, in_title: bool = False) -> Word:
    return Word(number, Typed(text, text), prefix, in_title)


def required(query: str) -> str:
    """What a query demands; only its text tells Either from Both of the same parts."""
    return repr(parse_query(query).required)


def test_plain_words_may_match():
    query = parse_query("انسحاب قوات")
    assert query.some == (word(0, "انسحاب"), word(1, "قوات"))
    assert not query.required
    assert not query.excluded


def test_phrases_and_fields_must_match():
    query = parse_query('"بيان جديد" title:بغداد source:رويترز قوات')
    assert query.required == (
        Phrase(0, (Typed("بيان", "بيان"), Typed("جديد", "جديد")), False),
        word(2, "بغداد", in_title=True),
    )
    assert query.sources == ("رويترز",)
    assert query.some == (word(3, "قوات"),)


def test_alternatives_and_parentheses():
    first, second = word(0, "بيان"), word(1, "قرار")
    assert required("بيان OR قرار") == repr((Either((first, second)),))
    assert required("(بيان OR قرار) قوات") == repr((Either((first, second)),))
    assert required("(بيان قرار) OR قوات") == repr((Either((Both((first, second)), word(2, "قوات"))),))
    assert required("بيان AND قرار") == repr((Both((first, second)),))


def test_minus_excludes_a_word_and_a_hyphen_does_not():
    assert parse_query("قوات -بيان").excluded == (word(1, "بيان"),)
    assert parse_query("24-10").excluded == ()
    assert [node.word.text for node in parse_query("F-16").some] == ["F-16"]


def test_prefixes():
    assert parse_query("انسح*").some == (word(0, "انسح", prefix=True),)


@pytest.mark.parametrize(
    "text, at, reason",
    [
        ('بيان "قوات', 5, "not closed"),
        ("(بيان", 0, "not closed"),
        ("بيان)", 4, "no opening"),
        ("بيان OR", 5, "missing after OR"),
        ("OR بيان", 0, "needs a word before"),
        ("()", 0, "empty"),
        ("title:", 0, "missing after title:"),
        ("a OR b AND c", 7, "side by side"),
        ("(" * 1000 + "بيان" + ")" * 1000, 50, "nested too deeply"),
        ("؟!", 0, "no word"),
        ("", 0, "no word"),
    ],
)
def test_a_fault_gets_a_sentence_and_a_caret(text, at, reason):
    with pytest.raises(QueryError, match=reason) as caught:
        parse_query(text)
    assert caught.value.at == at
    assert str(caught.value).splitlines()[2] == "  " + " " * at + "^"


def test_questions_of_others_are_read_as_words():
    assert plain_words('من قال "نعم OR (لا') == "من قال نعم لا"


def test_a_question_that_quotes_can_be_taken_apart():
    query = relaxed(parse_query('من كتب "قناع الفوضى"'))
    assert query is not None
    assert [node.word.text for node in query.some] == ["من", "كتب", "قناع", "الفوضى"]
    assert relaxed(parse_query('"قناع الفوضى"')) is None
