"""Other engines over the articles of a benchmark, each bare: what they take to index and to answer.

They fold nothing, know no speakers and no changes; drawdown's own row is its whole analysis, then its search.
"""

from __future__ import annotations

import random
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = 30
_SCANS = 3


def rivals(folder: Path, index: Path) -> str:
    """Return a Markdown table: processor time to index an article, time to answer, and our own times it."""
    sys.path[:0] = [str(ROOT), str(ROOT / "tests")]
    texts = {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))}
    asked = questions(list(texts.values()))
    rows = list(_measured(folder, index, texts, asked))
    ours = rows[0]
    lines = [
        f"| {len(texts):,} articles | to index | to answer, warm | our time is |",
        "|---|---:|---:|---:|",
    ]
    for name, making, answering in rows:
        made = f"{making:.2f} ms each" if making else ""
        ratio = f"{ours[2] / answering:.2f} x" if answering else ""
        lines.append(f"| {name} | {made} | {answering:.2f} ms | {ratio} |")
    return "\n".join(lines)


def questions(texts: list[str]) -> list[str]:
    """Return questions of two or three words that stand together in an article, the same for each seed."""
    chance, found = random.Random(5), []
    while len(found) < QUESTIONS:
        words = chance.choice(texts).split()
        at = chance.randrange(len(words) - 3)
        asked = " ".join(words[at : at + chance.randint(2, 3)])
        if asked.replace(" ", "").isalpha():
            found.append(asked)
    return found


def _measured(
    folder: Path, index: Path, texts: dict[str, str], asked: list[str]
) -> Iterator[tuple[str, float, float]]:
    from peers import fts5, plain, tantivy_words, whoosh

    from drawdown_cli.pipeline import analyze
    from drawdown_cli.search.articles import search_articles
    from drawdown_cli.store.index import Index

    with Index.open(index) as opened:
        yield (
            "drawdown, whole analysis",
            _indexing(texts, analyze),
            answers(lambda question: search_articles(opened, question), asked),
        )
    makers = {
        "SQLite FTS5": lambda: fts5(texts, plain, "unicode61"),
        "tantivy": lambda: tantivy_words(texts, plain, 0),
        "Whoosh-Reloaded": lambda: whoosh(texts, plain),
    }
    for name, make in makers.items():
        began = time.process_time()
        try:
            ask = make()
        except ImportError:
            continue
        yield name, (time.process_time() - began) / len(texts) * 1000, answers(ask, asked)
    yield scan_name(), 0.0, answers(lambda question: scan(folder, question), asked[:_SCANS])


def _indexing(texts: dict[str, str], analyze: Callable[..., object]) -> float:
    """Milliseconds of a processor to analyse an article and store it."""
    import tempfile

    from factories import an_article

    from drawdown_cli.store.index import Index

    some = list(texts.items())[:300]
    began = time.process_time()
    with Index.open(Path(tempfile.mkdtemp(prefix="drawdown-")) / "i", write=True) as index:
        index.put_batch([analyze(an_article(text, doc=doc)) for doc, text in some])
    return (time.process_time() - began) / len(some) * 1000


def answers(ask: Callable[[str], object], asked: list[str]) -> float:
    """Return the median milliseconds of an answer, by the clock, each question asked for the second time."""
    times = []
    for question in asked:
        ask(question)
        began = time.perf_counter()
        ask(question)
        times.append(time.perf_counter() - began)
    return statistics.median(times) * 1000


def scan_name() -> str:
    """Return what scans the files: ripgrep, or Python where there is none."""
    return "ripgrep over the files" if shutil.which("rg") else "a scan in Python over the files"


def scan(folder: Path, question: str) -> list[Path]:
    """Return the files that hold a question's words as they stand."""
    if shutil.which("rg"):
        told = subprocess.run(
            ["rg", "-lF", question, str(folder)], capture_output=True, text=True, check=False
        )
        return [Path(line) for line in told.stdout.splitlines()]
    wanted = question.encode()
    return [path for path in folder.rglob("*.txt") if wanted in path.read_bytes()]
