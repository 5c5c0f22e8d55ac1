"""Measure where an article's time goes, stage by stage: `python tests/benchmarks/stages.py FOLDER`.

Processor time of one process without collection of garbage. Of each article and stage the shortest of several
runs counts, so that other work on the machine disturbs the figures little; words are known by then, as in a
long run.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from drawdown_cli import lexicon, pipeline
from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.articles.published import find_published
from drawdown_cli.articles.reading import read_article
from drawdown_cli.extract.attribution import find_quotes
from drawdown_cli.extract.changes import find_changes
from drawdown_cli.extract.quantities import find_quantities
from drawdown_cli.extract.timex import find_timexes, mentions
from drawdown_cli.extract.zones import mark_zones, zoned
from drawdown_cli.store.prepared import prepare

T = TypeVar("T")

_KNOWN = 300
_READING = "reading: file, encoding, language, tokens, zones, own date"


def main() -> None:
    """Print the milliseconds of an article at each stage."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=150)
    parser.add_argument("--times", type=int, default=7, help="runs of each article [7]")
    asked = parser.parse_args()
    files = sorted(asked.folder.rglob("*.txt"))[: _KNOWN + asked.articles]
    for file in files[:_KNOWN]:
        prepare(pipeline.analyze(read_article(file)))
    gc.disable()
    total: Counter[str] = Counter()
    for file in files[_KNOWN:]:
        runs = [stages(file) for _ in range(asked.times)]
        total.update({name: min(run[name] for run in runs) for name in runs[0]})
    for name, nanoseconds in total.items():
        print(f"| {name} | {nanoseconds / len(files[_KNOWN:]) / 1e6:.2f} |")


def stages(file: Path) -> dict[str, int]:
    """Return the nanoseconds that each stage takes of an article that no cache knows."""
    spent: dict[str, int] = {}

    def timed(name: str, call: Callable[..., T], *arguments: object) -> T:
        began = time.process_time_ns()
        result = call(*arguments)
        spent[name] = time.process_time_ns() - began
        return result

    forget()
    article = timed(_READING, read_article, file)
    forget()
    tokenized = timed("of that: tokens and sentences", tokenize, article.text)
    tokenized = timed("of that: zones", mark_zones, tokenized)
    timed("of that: time expressions found", lambda: list(mentions.find_mentions(tokenized)))
    timed("of that: the article's own date", find_published, tokenized)
    timexes = timed("time expressions resolved", lambda: tuple(find_timexes(tokenized, article.published)))
    amounts = timed("quantities", lambda: tuple(find_quantities(tokenized, timexes)))
    quotes = timed("quotations and speakers", find_quotes, tokenized, timexes)
    timed(
        "changes", lambda: tuple(find_changes(tokenized, article.published, timexes, amounts, tuple(quotes)))
    )
    timed("rows for the index", prepare, pipeline.analyze(article))
    return spent


def forget() -> None:
    """Drop what is kept of the latest text from one stage to the next."""
    tokenize.cache_clear()
    zoned.cache_clear()
    mentions._latest.clear()
    lexicon._latest.clear()


if __name__ == "__main__":
    main()
