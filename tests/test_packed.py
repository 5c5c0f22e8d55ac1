import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from drawdown_cli.models import Sentence, Zone
from drawdown_cli.store.packed import pack_numbers, pack_text, unpack_numbers, unpack_text
from drawdown_cli.store.prepared import pack_sentences, unpack_sentences


@given(st.lists(st.integers(0, 2**32 - 1)))
@example([])
@example([0xD800, 0xDC00, 0xDFFF, 0x10FFFF])
@example([0x110000])
def test_numbers_come_back(numbers):
    assert list(unpack_numbers(pack_numbers(numbers))) == numbers


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_texts_come_back(text):
    assert unpack_text(pack_text(text)) == text


@pytest.mark.parametrize(
    ("text", "mark"), [("غادر الجنود «أمس»، 10%", b"h"), ("می‌روند ی", b"x"), ("\U0001f681", b"x")]
)
def test_a_packed_text_tells_its_coding_to_other_tools(text, mark):
    packed = pack_text(text)
    assert packed[:1] == mark
    assert zlib.decompress(packed).decode("cp1256" if mark == b"h" else "utf-8") == text


@pytest.mark.parametrize(("number", "length"), [(127, 1), (2047, 2), (65535, 3), (0x10FFFF, 4)])
def test_small_numbers_take_few_bytes(number, length):
    assert len(pack_numbers([number])) == length


def test_sentences_come_back_with_their_zones():
    zones = (Zone.TITLE, Zone.BODY, Zone.BOILERPLATE)
    sentences = tuple(Sentence(10 * at + 2, 10 * at + 9, -1, -1, -1, zone) for at, zone in enumerate(zones))
    assert unpack_sentences(pack_sentences(sentences)) == sentences
