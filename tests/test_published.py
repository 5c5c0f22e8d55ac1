from datetime import date
from pathlib import Path

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import find_published
from drawdown_cli.models import PublishedBasis

DATA = Path(__file__).parent.parent / "data"


@pytest.mark.parametrize(
    ("stem", "value", "today"),
    [
        ("000_79d2518962ac3e34", "2021-07-23", date(2021, 7, 23)),
        ("001_e2731bd4b515444c", "2020-06-11", date(2020, 6, 11)),
        ("002_51ad8dc9756e00e5", "2021-07-26", date(2021, 7, 26)),
        ("003_3bc87babdc5277d6", "2024", date(2024, 1, 1)),
        ("004_5ea341804dc68234", "2021-09-10", date(2021, 9, 9)),
    ],
)
def test_a_shipped_article_is_dated_without_the_manifest(stem: str, value: str, today: date) -> None:
    found = find_published(tokenize((DATA / f"{stem}.txt").read_text(encoding="utf-8")))
    assert (found.value, found.today_start) == (value, today)


def test_a_text_without_any_date_stays_undated() -> None:
    assert find_published(tokenize("قال الوزير إن الجسر مغلق")).basis is PublishedBasis.UNKNOWN


@pytest.mark.parametrize(
    ("text", "value", "basis", "today"),
    [
        ("الخميس 23 يوليو 2020\n\nقال الوزير.", "2020-07-23", "stated", date(2020, 7, 23)),
        ("خبر\nنشر في: 2021/07/23 الساعة 12:30\nقال الوزير.", "2021-07-23", "stated", date(2021, 7, 23)),
        ("خبر\nتحديث: 3 أبريل 2022 - نشر: 1 أبريل 2022\nقال.", "2022-04-01", "stated", date(2022, 4, 1)),
        ("بغداد - 23 تموز 2021 - (واع): قال الوزير.", "2021-07-23", "stated", date(2021, 7, 23)),
        ("عمان 5 أيار 2019 (بترا) - قال الوزير.", "2019-05-05", "stated", date(2019, 5, 5)),
        ("2021-07-23T12:42:00Z\nقال الوزير.", "2021-07-23", "stated", date(2021, 7, 23)),
        ("الجمعة - 12 ذو الحجة 1442 هـ - 23 يوليو 2021 م\nقال.", "2021-07-23", "stated", date(2021, 7, 23)),
        ("07/08/2021\nقال الوزير اليوم السبت إنه باق.", "2021-08-07", "inferred", date(2021, 8, 7)),
        ("07/08/2021\nقال الوزير اليوم الأربعاء إنه باق.", "2021-07-08", "inferred", date(2021, 7, 7)),
        ("07/08/2021\nعقد الاجتماع في يوليو الماضي.", "2021-08-07", "inferred", date(2021, 8, 7)),
        ("قال إن العام الجاري 2022 صعب.", "2022", "inferred", date(2022, 1, 1)),
        ("وكان التقرير قد نشر في 5 مايو 2019.", "", "unknown", None),
        ("انسحبت القوات عام 2011.", "", "unknown", None),
    ],
)
def test_an_articles_own_date(text: str, value: str, basis: str, today: date | None) -> None:
    found = find_published(tokenize(text))
    assert (found.value, found.basis.value, found.today_start) == (value, basis, today)
