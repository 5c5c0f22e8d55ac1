import pytest

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.stem import index_form, is_stop_word, parts, stem, stop_words


@pytest.mark.parametrize(
    "variants",
    [
        ("القوات", "قوات", "والقوات", "بالقوات", "للقوات", "قواتها"),
        ("رسميا", "رسميّاً", "رسمية", "الرسمي"),
        ("أنباء", "انبا", "الأنباء"),
        ("مستشار", "المستشارين", "مستشارون", "مستشارة", "مستشارات"),
    ],
)
def test_inflections_of_a_word_share_a_stem(variants):
    assert len({stem(fold(word)) for word in variants}) == 1


@pytest.mark.parametrize("word", ["القوات", "وللمستشارين", "ماء", "F-16", "2500", "انباء", "ال", "في"])
def test_parts_put_together_are_the_word(word):
    norm = fold(word)
    assert "".join(parts(norm)) == norm
    assert parts(norm).stem


def test_water_is_not_the_particle_ma():
    assert is_stop_word(fold("ما"))
    assert not is_stop_word(fold("ماء"))
    assert stem(fold("ماء")) != stem(fold("ما"))


def test_stop_words_are_known_behind_a_conjunction():
    assert is_stop_word(fold("وعلى"))
    assert not is_stop_word(fold("قوات"))
    assert len(stop_words()) > 100


@pytest.mark.parametrize(
    "written, found",
    [
        ("12,000", "12000"),
        ("١٢٬٠٠٠", "12000"),
        ("١٢،٠٠٠", "12000"),
        ("1,234,567", "1234567"),
        ("2.5", "2.5"),
        ("٢٫٥", "2.5"),
        ("12,5", "12,5"),
        ("2021", "2021"),
    ],
)
def test_numbers_are_found_however_their_thousands_are_parted(written, found):
    assert index_form(fold(written)) == found
