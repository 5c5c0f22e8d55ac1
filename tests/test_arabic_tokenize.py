import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.tokenize import tokenize, tokens
from drawdown_cli.models import TokenKind

TEXT = st.text(
    st.one_of(
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF), st.characters(), st.sampled_from(' .\n«»"؟2')
    )
)


@given(TEXT)
def test_tokens_cut_out_what_they_claim(text):
    for token in tokens(text):
        assert text[token.start : token.end] == token.text
        assert token.norm == fold(token.text)


@given(TEXT)
def test_sentences_and_paragraphs_hold_every_token_once_and_in_order(text):
    cut = tokenize(text)
    for parts in (cut.sentences, cut.paragraphs):
        assert [n for part in parts for n in range(part.first, part.last)] == list(range(len(cut.tokens)))
        for part in parts:
            assert (part.start, part.end) == (cut.tokens[part.first].start, cut.tokens[part.last - 1].end)


@pytest.mark.parametrize(
    "text, expect",
    [
        ("12,000 و٢٬٥٠٠ و2.5", ["12,000", "و", "٢٬٥٠٠", "و", "2.5"]),
        ("عام 2021.", ["عام", "2021", "."]),
        ("9/10/2021", ["9", "/", "10", "/", "2021"]),
        ("القُوّات", ["القُوّات"]),
        ("al-Sudani (F-16)", ["al-Sudani", "(", "F-16", ")"]),
        ("“نعم”", ["“", "نعم", "”"]),
        ("\N{RIGHT-TO-LEFT MARK}نعم\N{ZERO WIDTH NO-BREAK SPACE}", ["نعم"]),
        ("", []),
    ],
)
def test_tokens_of_the_press(text, expect):
    assert [token.text for token in tokens(text)] == expect


@pytest.mark.parametrize(
    "text, expect",
    [
        ("غادرت القوات. وبقي المدربون.", ["غادرت القوات.", "وبقي المدربون."]),
        ("بقي 2.5 ألف. انتهى", ["بقي 2.5 ألف.", "انتهى"]),
        ("«لن ننسحب.» قال الوزير", ["«لن ننسحب.»", "قال الوزير"]),
        ("ما يهم .. هو الأمن", ["ما يهم .. هو الأمن"]),
        ("هل انسحبوا؟ نعم!", ["هل انسحبوا؟", "نعم!"]),
        ("قال د. حسن إنه باق", ["قال د. حسن إنه باق"]),
        ("عنوان\nنص", ["عنوان", "نص"]),
    ],
)
def test_sentences_end_where_readers_stop(text, expect):
    assert [text[s.start : s.end] for s in tokenize(text).sentences] == expect


def test_a_line_of_tatweel_is_a_dash_and_no_word():
    assert [token.kind for token in tokens("نص ـــــ آخر")] == [
        TokenKind.WORD,
        TokenKind.MARK,
        TokenKind.WORD,
    ]
    assert [token.text for token in tokens("الأمريكيّـة")] == ["الأمريكيّـة"]
