import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from drawdown_cli.arabic.composition import compose_with_origins
from drawdown_cli.arabic.normalize import fold, fold_with_origins

ARABIC = st.text(
    st.one_of(
        st.characters(min_codepoint=0x600, max_codepoint=0x6FF),
        st.characters(min_codepoint=0xFB50, max_codepoint=0xFEFF),
        st.characters(min_codepoint=0x2000, max_codepoint=0x206F),
        st.characters(min_codepoint=0x20, max_codepoint=0x24F),
    )
)


@given(ARABIC)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(ARABIC)
def test_folding_with_origins_agrees_with_folding(text):
    folded = fold_with_origins(text)
    assert folded.text == fold(text)
    assert len(folded.origins) == len(folded.text) + 1


@given(ARABIC, st.data())
def test_a_source_span_folds_to_what_it_was_asked_for(text, data):
    folded = fold_with_origins(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.source_span(start, end)
    assert folded.text[start:end] in fold(text[span.start : span.end])


@given(st.text())
def test_composition_is_nfc_and_keeps_its_origins(text):
    composed = compose_with_origins(text)
    assert composed.text == unicodedata.normalize("NFC", text)
    assert list(composed.origins) == sorted(composed.origins)
    assert len(composed.origins) == len(composed.text) + 1


@pytest.mark.parametrize(
    "one, other",
    [
        ("أمريكا", "امريكا"),
        ("إلى", "الي"),
        ("مهمة", "مهمه"),
        ("القـــوات", "القوات"),
        ("القُوّات", "القوات"),
        ("هٰذا", "هذا"),
        ("کوردی", "كوردي"),
        ("١٢٬٥٠٠", "12٬500"),
        ("۲۰۲۱", "2021"),
        ("\N{ARABIC LIGATURE LAM WITH ALEF ISOLATED FORM}", "لا"),
        ("مي\N{ZERO WIDTH NON-JOINER}خواهم", "ميخواهم"),
        ("CENTCOM", "centcom"),
        ("\N{ARABIC LETTER ALEF WASLA}لقوات", "القوات"),
    ],
)
def test_what_the_press_spells_in_two_ways_is_equal(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize("one, other", [("ماء", "ما"), ("علم", "عمل"), ("بغداد", "بعداد")])
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)
