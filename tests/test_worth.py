"""What is worth a row of the table, and what an analyst would leave out."""

from datetime import date

import pytest
from factories import an_article

from drawdown_cli.models import Category, Change
from drawdown_cli.pipeline import analyze

DAY = date(2024, 10, 1)


def changes(text: str) -> tuple[Change, ...]:
    return analyze(an_article(text, day=DAY)).changes


@pytest.mark.parametrize(
    "text",
    [
        "وأضاف الوزير أن القوات الكندية ستبقى في مالي.",
        "وقال الناطق إن قواتنا باقية في النيجر ولن ترهبها التهديدات.",
        "ستحتفظ بريطانيا بوجود عسكري في قبرص.",
        "وقال القائد الثلاثاء إن الجنود الإيطاليين سيبقون في هراة.",
        "وما زال القائد يحتفظ بجميع الصلاحيات لحماية القوات الأميركية في الصومال.",
    ],
)
def test_forces_that_stay_are_no_change_where_neither_number_nor_end_is_told(text):
    assert changes(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "سيبقى 300 جندي كندي في مالي.",
        "ستبقى القوات الكندية في مالي حتى نهاية العام.",
        "ستبقى القوات الكندية في مالي خمسة أعوام.",
        "لن تبقى قوات كندية في مالي.",
    ],
)
def test_forces_that_stay_are_told_with_their_number_or_their_end(text):
    assert [change.category for change in changes(text)] == [Category.LEVEL]
