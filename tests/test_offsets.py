"""Events dated by their distance from another one, or from the day of the report (1 October 2024)."""

import pytest
from test_changes import changes

from drawdown_cli.models import Status


@pytest.mark.parametrize(
    "text, start, end, status",
    [
        (
            "بعد عامين من انسحاب القوات الفرنسية من مالي، عاد العنف",
            "2022-01-01",
            "2022-12-31",
            Status.OCCURRED,
        ),
        (
            "تظاهر المئات بعد عشر سنوات على انسحاب القوات الأميركية من العراق",
            "2014-01-01",
            "2014-12-31",
            Status.OCCURRED,
        ),
        (
            "انهارت الحكومة بعد أسبوعين من سحب القوات الفرنسية من مالي",
            "2024-09-14",
            "2024-09-20",
            Status.OCCURRED,
        ),
        (
            "زار الوزير بغداد أمس قبل شهرين من انسحاب القوات الأميركية من العراق",
            "2024-11-01",
            "2024-11-30",
            Status.PLANNED,
        ),
    ],
)
def test_an_event_is_dated_by_its_distance(text, start, end, status):
    (change,) = changes(text)
    assert (str(change.date_start), str(change.date_end), change.status) == (start, end, status)


def test_after_the_withdrawal_alone_dates_nothing():
    assert not changes("عاد العنف بعد انسحاب القوات الفرنسية من مالي")


def test_what_comes_after_a_withdrawal_to_come_dates_it_by_no_past():
    (change,) = changes("ستجرى الانتخابات بعد شهر من انسحاب القوات الفرنسية من مالي")
    assert change.status is Status.PLANNED


def test_a_unit_not_known_before_moves_with_all_its_men():
    (change,) = changes("أرسلت رواندا كتيبة آلية قوامها 850 جنديا إلى أفريقيا الوسطى")
    assert change.value == 850


def test_no_number_takes_the_preposition_or_the_year_of_a_date():
    (change,) = changes(
        "استقبلت قاعدة برايز نورتون أول من أمس 200 من مشاة البحرية البريطانية عائدين من سيراليون"
    )
    assert change.value == 200
    (change,) = changes("انتشر يوم 14 مارس 2011 ألف جندي سعودي في البحرين")
    assert (change.value, str(change.date_start)) == (1000, "2011-03-14")


def test_men_are_counted_by_their_pronoun():
    (change,) = changes("نزل نحو 200 من رجال فاغنر في موزمبيق في سبتمبر 2019")
    assert change.value == 200


def test_a_preposition_before_another_event_is_not_the_number_s():
    (change,) = changes("من المتوقع وصول ألف جندي رواندي إلى موزمبيق الأسبوع المقبل.")
    assert (change.value, change.status) == (1000, Status.PLANNED)
