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
