"""Adversarial text takes processor time that grows with its length, no faster."""

import pytest
from growth import WORST, growth

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import find_published, published_on
from drawdown_cli.extract.quantities import find_quantities
from drawdown_cli.extract.timex import find_timexes
from drawdown_cli.models import PublishedBasis

PUBLISHED = published_on("2021-07-23", PublishedBasis.MANIFEST)


def read_all(text: str) -> None:
    cut = tokenize(text)
    found = list(find_timexes(cut, PUBLISHED))
    list(find_quantities(cut, found))
    find_published(cut)


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "12 يناير ",
        "من ",
        "بين خمسة و",
        "و ",
        "نهاية ",
        "آخر يوم من ",
        "ألف مليون ",
        "مئة وخمسة ",
        "2021-",
        "12/",
        "الاثنين، ",
        "قبل بعد ",
        "النصف الثاني من ",
        "عشرات مئات آلاف ",
        "شهرا ويوما و",
        "1 000 ",
        "لا يزيد عدد ",
    ],
)
def test_repeated_words_take_linear_time(unit: str) -> None:
    assert growth(read_all, unit, 500) < WORST
