import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console
from rich.style import Style
from rich.text import Text

from drawdown_cli.render.bidi.shaping import shape
from drawdown_cli.render.bidi.text import BidiText, Mode, cells
from drawdown_cli.render.bidi.wrapping import wrapped

MARKS = dict.fromkeys(map(ord, "\u200e\u202a\u202b\u202c\u202d"))
LETTERS = "ابتلامنهىسعﻻ لا كَتَّب abcXYZ 0123 ١٢٣ «»()[]<>.,:-/% ،؛؟ \n"


def lines_of(text: Text, mode: Mode, width: int, **how) -> list[str]:
    lines = BidiText(text, mode, **how).lines(width)
    return ["".join(segment.text for segment in line) for line in lines]


def written(mode: str, text: str, width: int = 40, **how) -> str:
    return "\n".join(line.strip() for line in lines_of(Text(text), Mode(mode), width, **how))


@pytest.mark.parametrize("mode", Mode)
@given(
    text=st.text(st.sampled_from(LETTERS), max_size=90),
    width=st.integers(4, 40),
    spans=st.lists(st.tuples(st.integers(0, 90), st.integers(0, 90)), max_size=3),
    right=st.booleans(),
)
def test_every_line_is_as_wide_as_asked_and_no_letter_or_style_is_lost(mode, text, width, spans, right):
    styled = Text(text)
    for start, end in spans:
        styled.stylize(Style(bold=True), start, end)
    lines = list(BidiText(styled, mode, right=right).lines(width))
    assert {sum(cells(s.text.translate(MARKS)) for s in line) for line in lines} == {width}
    segments = [segment for line in lines for segment in line]
    if mode not in (Mode.VISUAL, Mode.LRO):  # these join letters: the next test counts glyphs
        assert letters("".join(s.text for s in segments)) == letters(text)
        bold = "".join(s.text for s in segments if s.style and s.style.bold)
        marked = {at for start, end in spans for at in range(start, min(end, len(text)))}
        assert letters(bold) == letters("".join(text[at] for at in marked))


def letters(text: str) -> list[str]:
    mirrors = str.maketrans(")]}>»", "([{<«")
    return sorted(c for c in text.translate(MARKS).translate(mirrors) if not c.isspace())


@given(text=st.text(st.sampled_from(LETTERS.replace("\n", "")), max_size=60), cut=st.integers(0, 60))
def test_joined_lines_hold_every_glyph_in_its_style(text, cut):
    styled = Text(text)
    styled.stylize(Style(bold=True), cut)
    (line,) = BidiText(styled, Mode.VISUAL).lines(200)
    drawn = {False: "", True: ""}
    for segment in line:
        drawn[bool(segment.style and segment.style.bold)] += segment.text
    for bold in (False, True):
        glyphs = (glyph.text for glyph in shape(text) if (glyph.place >= cut) is bold)
        assert letters(drawn[bold]) == letters("".join(glyphs))


def test_a_pipe_gets_logical_order():
    assert written("off", "قال CENTCOM إن 2500 جندي") == "قال CENTCOM إن 2500 جندي"


def test_a_reordering_terminal_gets_fenced_lines():
    assert written("terminal", "قال (أمس)") == "\u200e\u202bقال (أمس)\u202c\u200e"


def test_latin_lines_are_not_fenced():
    assert written("terminal", "CENTCOM 2021") == "CENTCOM 2021"


def test_konsole_gets_lam_and_alef_in_one_cell():
    joined, apart = "س\u200d\ufefcم", "\u200c\ufefb"
    assert written("konsole", "سلام لا") == f"\u200e\u202b{joined} {apart}\u202c\u200e"
    assert cells(joined) == 3
    assert "لَا" in written("konsole", "لَا")


def test_konsole_gets_its_brackets_mirrored():
    assert written("konsole", "قال (أمس)") == "\u200e\u202bقال )أمس(\u202c\u200e"


def test_a_plain_terminal_gets_what_it_should_draw():
    drawn = written("visual", "في 2021")
    assert drawn == "2021 \N{ARABIC LETTER YEH FINAL FORM}\N{ARABIC LETTER FEH INITIAL FORM}"


def test_kitty_gets_words_in_visual_order_and_letters_as_written():
    assert written("words", "قال أمس (في) 2021") == "2021 (في) قال أمس"[0:5] + "(في) أمس قال"


def test_a_quotation_that_begins_with_a_latin_name_still_runs_from_right_to_left():
    assert written("visual", "CENTCOM قال").endswith("CENTCOM")


def test_a_highlight_survives_the_break_of_a_line():
    text = Text("مهمة استشارية جديدة")
    text.stylize(Style(reverse=True), 0, 13)
    lines = list(BidiText(text, Mode.VISUAL).lines(8))
    shown = ["".join(s.text for s in line if s.style and s.style.reverse) for line in lines]
    assert [len(part) for part in shown] == [4, 8, 0]


def test_arabic_stands_at_the_right_edge():
    assert lines_of(Text("نعم"), Mode.OFF, 6) == ["   نعم"]
    assert lines_of(Text("نعم"), Mode.OFF, 6, right=False) == ["نعم   "]


@pytest.mark.parametrize(
    "text, width, lines",
    [
        ("", 5, [""]),
        ("   ", 5, [""]),
        ("abcdefg", 3, ["abc", "def", "g"]),
        ("ab  cd", 2, ["ab", "cd"]),
        ("a abcdef b", 4, ["a", "abcd", "ef b"]),
        ("كَتَبَ", 2, ["كَتَ", "بَ"]),
    ],
)
def test_lines_break_between_words_and_never_before_a_mark(text, width, lines):
    assert [text[start:end] for start, end in wrapped(text, width)] == lines


def test_rich_prints_it_as_any_renderable():
    console = Console(file=io.StringIO(), width=10)
    console.print(BidiText(Text("نعم"), Mode.OFF))
    assert console.file.getvalue() == "       نعم\n"
    assert console.measure(BidiText(Text("نعم لا"), Mode.OFF)) == (3, 6)
