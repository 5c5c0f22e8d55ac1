"""How many characters a second dates and numbers are read at, in articles and in adversarial text.

python tests/benchmarks/dates.py
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import find_published
from drawdown_cli.extract.quantities import find_quantities
from drawdown_cli.extract.timex import find_timexes

DATA = Path(__file__).parents[2] / "data"
MEGABYTE = 1_000_000
UNITS = ("12 يناير ", "1 000 ", "مئة وخمسة ", "من ", "النصف الثاني من ", "الاثنين، ", "2021-")


def read(text: str) -> None:
    """Find the date, the time expressions and the quantities of a text."""
    cut = tokenize(text)
    timexes = list(find_timexes(cut, find_published(cut)))
    list(find_quantities(cut, timexes))


def rate(text: str, reads: Callable[[str], None] = read) -> float:
    """Return characters a second of processor time, the best of three."""
    best = float("inf")
    for _ in range(3):
        start = process_time()
        reads(text)
        best = min(best, process_time() - start)
    return len(text) / best


def main() -> None:
    """Print one line for each kind of text: a quarter of a megabyte, then the whole of it."""
    articles = "\n".join(path.read_text(encoding="utf-8") for path in sorted(DATA.glob("*.txt")))
    print(f"{'articles':24} {rate(articles):>12,.0f} characters a second")
    for unit in UNITS:
        whole = unit * (MEGABYTE // len(unit.encode()))
        print(f"{unit!r:24} {rate(whole[: len(whole) // 4]):>12,.0f} {rate(whole):>12,.0f}")


if __name__ == "__main__":
    main()
