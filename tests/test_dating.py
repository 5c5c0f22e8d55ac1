"""Which of a sentence's dates is a change's: not that of an accord, nor since when somebody was there."""

from datetime import date

import pytest
from test_changes import DAY, changes


def dates(text: str) -> list[tuple[date | None, date | None]]:
    return [(change.date_start, change.date_end) for change in changes(text)]


@pytest.mark.parametrize(
    "text",
    [
        "بدأت القوات الروسية الانسحاب بموجب اتفاق وقف إطلاق النار المبرم عام 2020 بين أذربيجان وأرمينيا",
        "انسحبت القوات الإسرائيلية من الخيام تنفيذا لاتفاق وقف إطلاق النار الموقع في تشرين الثاني 2023",
        "قوات حفظ السلام الروسية المنتشرة في كاراباخ منذ خريف عام 2020 بدأت انسحابها",
        "ألغت النيجر الاتفاق العسكري الموقع عام 2012 وطلبت سحب القوات الأميركية",
    ],
)
def test_the_date_of_an_accord_or_of_a_stationing_is_not_that_of_the_withdrawal(text):
    assert dates(text) == [(DAY, DAY)]


def test_a_withdrawal_keeps_its_own_date_beside_that_of_the_accord():
    text = "بدأت القوات الروسية الانسحاب في آذار 2024 بموجب اتفاق وقف إطلاق النار المبرم عام 2020"
    assert dates(text) == [(date(2024, 3, 1), date(2024, 3, 31))]


@pytest.mark.parametrize(
    "text, force",
    [
        ("قال الوزير إن قرار الانسحاب الفرنسي فاجأ قوات التحالف الموجودة في مالي", "French"),
        ("أدى الانسحاب الفرنسي من شمال مالي إلى تقدم قوات فاغنر", "French"),
        ("الانسحاب الأميركي لقوات المارينز من العراق سيكتمل في أيلول المقبل", "American"),
    ],
)
def test_the_adjective_of_a_withdrawal_tells_whose_it_is(text, force):
    assert [change.force for change in changes(text)] == [force]
