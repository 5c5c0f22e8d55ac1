import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown_cli.render.printable import one_line, printable
from drawdown_cli.unseen import escaped_json


@pytest.mark.parametrize(
    "hostile, seen",
    [
        ("\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"),
        ("\x1b]0;title\x07", "\ufffd]0;title\ufffd"),
        ("\x9b31m", "\ufffd31m"),
        ("safe\u202egnp.exe", "safegnp.exe"),
        ("\u2067قال\u2069", "قال"),
        ("a\tb\rc", "a b c"),
        ("line\nline", "line\nline"),
        ("me\u200bn\ufeff", "men"),
        ("\ud800", "\ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_nothing_in_a_text_can_act_on_a_terminal(hostile, seen):
    assert printable(hostile) == seen


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Lo", "Zs", "Zl", "Zp"])))
def test_no_control_character_and_no_direction_is_left(text):
    kept = set(printable(text)) - {"\n"}
    assert not [c for c in kept if ord(c) < 32 or 0x7F <= ord(c) < 0xA0]
    assert not kept & set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert "\n" not in one_line(text)


@given(st.text())
def test_escaped_json_says_the_same(text):
    assert json.loads(escaped_json(json.dumps(text, ensure_ascii=False))) == text
