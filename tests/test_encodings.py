import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown_cli.articles.encodings import decode
from drawdown_cli.articles.pages import clean
from drawdown_cli.errors import InputError

TEXT = "أعلنت الوزارة أن القوات الأجنبية ستغادر القاعدة في الشهر المقبل.\nوأضافت أن العدد قليل."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "windows-1256", "iso-8859-6"],
)
def test_arabic_encodings_are_told_apart(encoding):
    assert clean(decode(TEXT.encode(encoding), "a.txt")) == TEXT


@pytest.mark.parametrize("wrong", ["windows-1252", "windows-1256"])
def test_a_page_saved_again_in_a_wrong_encoding_is_mended(wrong):
    # Spelt with the letters whose UTF-8 bytes the one-byte encoding defines.
    text = "نص عن سحب جنود من بلد ثالث " * 3
    try:
        mangled = text.encode().decode(wrong).encode()
    except UnicodeDecodeError:
        pytest.skip("the encoding has holes where these letters fall")
    assert decode(mangled, "a.txt") == text


def test_one_broken_byte_does_not_change_the_encoding():
    data = TEXT.encode()
    assert decode(data[:-1] + b"\xff", "a.txt").startswith(TEXT[:-2])
    assert decode(data[:-3], "a.txt")[:60] == TEXT[:60]


@pytest.mark.parametrize(
    "data, kind",
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(50), "a PNG image"),
        (b"\x7fELF" + bytes(50), "a program"),
        (bytes(range(256)) * 20, "a binary file"),
        (b"%PDF-1.7 x", "a PDF"),
    ],
)
def test_files_that_hold_no_text_are_named(data, kind):
    with pytest.raises(InputError, match=f"a.txt: is {kind}, not a text"):
        decode(data, "a.txt")


@given(st.binary(max_size=400))
def test_any_bytes_become_a_text_or_a_reason(data):
    try:
        text = clean(decode(data, "a.txt"))
    except InputError:
        return
    text.encode()
    assert clean(text) == text


@given(st.text(alphabet=st.characters(min_codepoint=0x600, max_codepoint=0x6FF), min_size=1))
def test_utf8_is_never_taken_for_another_encoding(text):
    assert (
        decode(text.encode(), "a.txt") == text
        or "\N{ARABIC LETTER TAH}" in text
        or "\N{ARABIC LETTER ZAH}" in text
    )
