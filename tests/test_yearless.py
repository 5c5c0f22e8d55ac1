"""Months without a year and distances behind a past verb (report of 1 October 2024)."""

import pytest
from test_changes import changes

from drawdown_cli.models import Category, Status


def dates(text: str) -> list[tuple[str, str, Status]]:
    return [(str(change.date_start), str(change.date_end), change.status) for change in changes(text)]


@pytest.mark.parametrize(
    "text, start, end",
    [
        ("بدأت القوات الفرنسية في 9 نوفمبر الانسحاب من مالي", "2023-11-09", "2023-11-09"),
        ("انسحبت القوات الفرنسية من مالي في نوفمبر", "2023-11-01", "2023-11-30"),
        ("أكملت فرنسا سحب قواتها من مالي في 20 ديسمبر", "2023-12-20", "2023-12-20"),
        ("انسحبت القوات الفرنسية من مالي في أغسطس", "2024-08-01", "2024-08-31"),
    ],
)
def test_what_has_happened_is_not_to_come(text, start, end):
    assert dates(text) == [(start, end, Status.OCCURRED)]


@pytest.mark.parametrize(
    "text",
    [
        "ستنسحب القوات الفرنسية من مالي في نوفمبر",
        "بدأت فرنسا سحب قواتها من مالي حتى نهاية نوفمبر",
        "قررت فرنسا سحب قواتها من مالي في نوفمبر",
        "تنسحب القوات الفرنسية من مالي في نوفمبر المقبل",
    ],
)
def test_what_is_planned_keeps_its_coming_month(text):
    (change,) = changes(text)
    assert (str(change.date_end), change.status) == ("2024-11-30", Status.PLANNED)


@pytest.mark.parametrize(
    "text, start, end",
    [
        (
            "نشرت أوغندا قوات في جنوب السودان في ديسمبر 2013 ثم سحبتها بعد عامين",
            "2015-01-01",
            "2015-12-31",
        ),
        (
            "نشر الجيش الأوغندي قواته في جنوب السودان في ديسمبر 2013 ثم سحبها بعد عامين",
            "2015-01-01",
            "2015-12-31",
        ),
        (
            "أرسلت كينيا قوات إلى الصومال في سبتمبر 2019 وانسحبت هذه القوات بعد شهرين",
            "2019-11-01",
            "2019-11-30",
        ),
    ],
)
def test_a_distance_behind_a_past_verb_counts_from_what_was_told_before(text, start, end):
    before, after = dates(text)
    assert before[1] < start
    assert after == (start, end, Status.OCCURRED)


def test_a_distance_behind_a_plan_counts_from_the_report():
    assert {status for *_, status in dates("قررت فرنسا نشر قواتها في تشاد ثم سحبها بعد عامين")} == {
        Status.PLANNED
    }


def test_a_past_verb_takes_no_distance_where_nothing_was_told_before():
    (change,) = changes("انسحبت القوات الفرنسية من مالي بعد عامين")
    assert str(change.date_start) == "2024-10-01"


def test_a_number_before_last_year_counts_no_years():
    told = changes("كان عديد القوات الفرنسية في مالي يبلغ 900 عنصر قبل أن يتقلص إلى 600 العام الماضي")
    assert (told[-1].value, str(told[-1].date_end)) == (600, "2023-12-31")


def test_where_a_state_intervened_is_not_whose_base_it_is():
    base = changes("تدخلت روسيا في سوريا في سبتمبر 2015، وأقامت قاعدتين عسكريتين في حميميم")[-1]
    assert (base.category, base.force) == (Category.BASE, "Russian")


def test_how_many_remain_is_not_how_many_left():
    left = changes("غادرت القوات الفرنسية تشاد ولم يبق منها سوى 40 جنديا")[0]
    assert (left.category, left.value) == (Category.WITHDRAWAL, None)
