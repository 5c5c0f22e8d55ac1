from datetime import date

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import published_on
from drawdown_cli.extract.timex import find_timexes
from drawdown_cli.models import DateMod, PublishedBasis, Timex

PUBLISHED = published_on("2021-07-23", PublishedBasis.MANIFEST)


def timexes(text: str) -> list[Timex]:
    return list(find_timexes(tokenize(text), PUBLISHED))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("وصل الوفد في 11 حزيران/يونيو 2020", "2020-06-11"),
        ("عقدت القمة في كانون الثاني (يناير) 2020", "2020-01"),
        ("وقع الاتفاق في السابع من إبريل الماضي", "2021-04-07"),
        ("زار المدينة أمس الأول", "2021-07-21"),
        ("تنتهي المهلة نهاية العام الجاري", "2021-12-31"),
        ("اجتمعا في 15 أوت 2014", "2014-08-15"),
        ("افتتح المصنع عام 2014", "2014"),
    ],
)
def test_a_date_in_a_sentence_has_its_value(text: str, value: str) -> None:
    assert [timex.value for timex in timexes(text)] == [value]


def test_a_deadline_is_its_last_day() -> None:
    (timex,) = timexes("ستغادر البعثة بحلول نهاية العام")
    assert (timex.mod, timex.date_start, timex.date_end) == (
        DateMod.BY,
        date(2021, 12, 31),
        date(2021, 12, 31),
    )


def test_a_count_of_soldiers_is_no_year() -> None:
    assert timexes("بقي في البلاد 2500 جندي") == []
