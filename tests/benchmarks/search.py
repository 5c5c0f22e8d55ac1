"""Compare search engines over one collection, side by side: R@1 on each set of questions, and latency.

python tests/benchmarks/search.py FOLDER          corpus.jsonl, queries*.jsonl and qrels.tsv
python tests/benchmarks/search.py --articles 90000    an invented collection: our latency by stage
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import defaultdict
from pathlib import Path

SETS = ("clean", "ortho", "clitic", "typo1", "typo2", "name", "kw", "kw_typo1")


def main() -> None:
    """Run the comparison that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--sets", default=",".join(SETS))
    parser.add_argument("--every", type=int, default=1, help="ask only each Nth question")
    asked = parser.parse_args()
    sys.path.append(str(Path(__file__).parents[1]))  # where the tests' factories are
    if asked.folder:
        compare(asked.folder, asked.sets.split(","), asked.every)
    if asked.articles:
        from latency import measure_latency

        measure_latency(asked.articles)


def compare(folder: Path, sets: list[str], every: int) -> None:
    """Print a row for each engine: R@1 on each set, and milliseconds a question."""
    from peers import engines

    texts = {row["id"]: f"{row.get('title', '')}\n{row['text']}" for row in _rows(folder / "corpus.jsonl")}
    right = defaultdict(set)
    for line in (folder / "qrels.tsv").read_text(encoding="utf-8").splitlines():
        question, doc, *_ = line.split("\t")
        right[question].add(doc)
    print(f"{'R@1':24s}" + "".join(f"{name:>10s}" for name in sets) + "   ms/query")
    for name, make in engines().items():
        try:
            ask = make(texts)
        except ImportError:
            print(f"{name:24s} not installed")
            continue
        asked, began, shares = 0, time.perf_counter(), []
        for kind in sets:
            file = "queries.jsonl" if kind == "clean" else f"queries.{kind}.jsonl"
            rows = _rows(folder / file)[::every]
            shares.append(sum(bool(right[r["id"]] & set(ask(r["text"])[:1])) for r in rows) / len(rows))
            asked += len(rows)
        took = (time.perf_counter() - began) / asked * 1000
        print(f"{name:24s}" + "".join(f"{share:10.3f}" for share in shares) + f"{took:11.1f}", flush=True)


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    main()
