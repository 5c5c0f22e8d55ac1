"""How long a search takes over an invented collection, by stage and as a whole process."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from factories import an_article
from zipf import questions, texts

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.models import Document
from drawdown_cli.search.articles import CANDIDATES, SearchOptions, search_articles
from drawdown_cli.search.meaning import plan_for, understand
from drawdown_cli.search.query import parse_query
from drawdown_cli.store.index import Index

WARM, PROCESSES = 200, 20


def measure_latency(articles: int) -> None:
    """Index `articles` invented texts and print p50 and p95 in milliseconds, and the sizes."""
    path = Path(tempfile.mkdtemp(prefix="drawdown-")) / "index.sqlite3"
    size, sample = _fill(path, articles)
    asked = list(questions(sample, WARM))
    with Index.open(path) as index:
        for stage, times in _stages(index, asked).items():
            _print(stage, times)
    _print("whole process", [_process(path, question) for question in asked[:PROCESSES]])
    folder = sum(file.stat().st_size for file in path.with_name(path.name + ".search").iterdir())
    print(
        f"text {size / 1e6:.0f} MB, SQLite {path.stat().st_size / size:.2f} x, folder {folder / size:.2f} x"
    )


def _fill(path: Path, articles: int) -> tuple[int, list[str]]:
    size, sample, began = 0, [], time.perf_counter()
    with Index.open(path, write=True) as index:
        for batch in _batches(texts(articles), 500):
            size += sum(len(text.encode()) for text in batch)
            sample.append(batch[0])
            made = [an_article(text, doc=f"{len(sample)}-{at}") for at, text in enumerate(batch)]
            index.put_batch(Document(a, tokenize(a.text), (), (), (), ()) for a in made)
    print(f"{articles} articles without analysis: {time.perf_counter() - began:.0f} s")
    return size, sample


def _batches(found: Iterable[str], count: int) -> Iterable[list[str]]:
    batch: list[str] = []
    for text in found:
        batch.append(text)
        if len(batch) == count:
            yield batch
            batch = []
    if batch:
        yield batch


def _stages(index: Index, asked: list[str]) -> dict[str, list[float]]:
    times = defaultdict(list)
    store, options = index.searching, SearchOptions()
    for question in [*asked[:20], *asked]:  # the first twenty warm up
        start = time.perf_counter()
        meaning = understand(parse_query(question), store.vocabulary, exact=False, fuzzy=None)
        expanded = time.perf_counter()
        store.candidates(plan_for(meaning, options.within, None), CANDIDATES)
        found = time.perf_counter()
        search_articles(index, question)
        times["expansion"].append(expanded - start)
        times["engine"].append(found - expanded)
        times["all, with snippets"].append(time.perf_counter() - found)
    return {stage: some[20:] for stage, some in times.items()}


def _process(path: Path, question: str) -> float:
    start = time.perf_counter()
    command = [sys.executable, "-m", "drawdown_cli", "search", question, "--index", str(path)]
    subprocess.run([*command, "--format", "jsonl"], capture_output=True, check=False)
    return time.perf_counter() - start


def _print(stage: str, times: list[float]) -> None:
    ordered = sorted(times)
    middle, late = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
    print(f"{stage:20s} p50 {middle * 1000:6.1f} ms   p95 {late * 1000:6.1f} ms", flush=True)
