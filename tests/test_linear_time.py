"""Adversarial text takes processor time that grows with its length, no faster."""

from time import process_time

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import find_published, published_on
from drawdown_cli.extract.quantities import find_quantities
from drawdown_cli.extract.timex import find_timexes
from drawdown_cli.models import PublishedBasis

PUBLISHED = published_on("2021-07-23", PublishedBasis.MANIFEST)
SMALL = 500
WORST = 6
SHORTEST = 0.004


def read_all(text: str) -> None:
    cut = tokenize(text)
    found = list(find_timexes(cut, PUBLISHED))
    list(find_quantities(cut, found))
    find_published(cut)


def seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        tokenize.cache_clear()  # else only the first reading would be timed
        start = process_time()
        read_all(text)
        best = min(best, process_time() - start)
    return best


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
    small = unit * (SMALL // len(unit))
    while seconds(small) < SHORTEST:
        small *= 2
    assert seconds(small * 4) / seconds(small) < WORST
