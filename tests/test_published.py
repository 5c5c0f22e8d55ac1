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
