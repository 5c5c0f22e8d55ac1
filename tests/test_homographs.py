"""Words spelt alike: the gender of a subject, a written shadda or a preposition tell which is meant."""

import pytest
from test_changes import changes, told

from drawdown_cli.models import Category, Status


@pytest.mark.parametrize(
    "text, status",
    [
        ("تسلم الجيش العراقي قاعدة التاجي من التحالف الدولي.", Status.OCCURRED),
        ("تسلم الجيش النيجري القاعدة 101 من القوات الأميركية.", Status.OCCURRED),
        ("تسلم القوات الفرنسية قاعدة فايا إلى الجيش التشادي غدا", Status.PLANNED),
        ("تسليم القوات الفرنسية قاعدة غاو سيتم في مارس", Status.PLANNED),
    ],
)
def test_the_gender_of_the_subject_tells_receiving_from_handing_over(text, status):
    assert told(text) == [(Category.BASE, status)]


def test_a_shadda_tells_graduating_from_leaving():
    assert not changes("خرّجت بعثة التدريب الأوروبية 70 ألف جندي أوكراني في ألمانيا")
    assert told("خرجت القوات الألمانية من مالي") == [(Category.WITHDRAWAL, Status.OCCURRED)]


def test_who_settles_is_deployed_and_what_settles_at_is_a_level():
    assert told("ستستقر في ليتوانيا كتيبتان ألمانيتان") == [(Category.DEPLOYMENT, Status.PLANNED)]
    assert told("سيستقر عدد الجنود الأميركيين في العراق عند 2500 جندي") == [(Category.LEVEL, Status.PLANNED)]


def test_a_limit_in_numbers_is_a_level_and_one_in_tasks_a_mission():
    assert told("تقتصر مساهمة فيجي في القوة المتعددة الجنسيات في سيناء على 170 فردا.") == [
        (Category.LEVEL, Status.ONGOING)
    ]
    assert told("ستقتصر مهمة القوات البريطانية في مالي على الاستطلاع.") == [
        (Category.MISSION, Status.PLANNED)
    ]


def test_a_year_behind_a_month_counts_no_operations():
    (change,) = changes("أطلقت فرنسا من غوما في 23 حزيران/يونيو 1994 عملية «تركواز».")
    assert str(change.date_start) == "1994-06-23"


def test_within_is_no_verb():
    (change,) = changes("انتشر ألف جندي سعودي في البحرين ضمن قوات درع الجزيرة، ورافقهم 500 شرطي إماراتي.")
    assert change.value == 1000
