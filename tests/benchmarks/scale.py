"""Measure indexing and asking at growing sizes: `python tests/benchmarks/scale.py 1000 10000 100000`.

Prints two Markdown tables. The first: analysis and indexing on one and on all cores, peak memory of all
processes, size of the index, an unchanged re-run, and whole-process latencies cold and warm. The second:
other engines over the same articles (`rivals.py`). The corpus is made by `corpus.py` and kept in the folder
given with --keep, or thrown away.

By the clock a shared machine is slower than it is: each time by the clock has the processor's beside it.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from corpus import generate
from rivals import rivals

ROOT = Path(__file__).resolve().parents[2]
QUESTIONS = {
    "search": ["search", "القوات الأمريكية"],
    "search, misspelt": ["search", "الانساحب من القاعده"],
    "search, Latin": ["search", "Khafaji"],
    "quotes": ["quotes", "--speaker", "نبيل الخفاجي"],
    "timeline": ["timeline", "--since", "2020-01-01", "--until", "2020-03-31"],
}
_TICK = 0.25


def main() -> None:
    """Measure every size asked for and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("sizes", type=int, nargs="+", metavar="ARTICLES")
    parser.add_argument("--keep", type=Path, help="keep corpus and index in this folder")
    parser.add_argument("--times", type=int, default=5, help="runs of each question [5]")
    parser.add_argument("--one-core", action="store_true", help="also index on one core")
    parser.add_argument(
        "--rivals", type=int, default=1000, help="other engines up to so many articles [1000]"
    )
    parser.add_argument(
        "--installed",
        action="store_true",
        help="measure what is installed, compiled perhaps, not this checkout",
    )
    asked = parser.parse_args()
    if not asked.installed:
        os.environ["PYTHONPATH"] = str(ROOT)
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}", end="\n\n", flush=True)
    asked.compared = []
    columns = [measure(size, asked) for size in asked.sizes]
    names = list(dict.fromkeys(name for column in columns for name in column))
    print("| |" + "|".join(f" {size:,} articles " for size in asked.sizes) + "|")
    print("|---|" + "---:|" * len(columns))
    for name in names:
        print(f"| {name} |" + "|".join(f" {column.get(name, '')} " for column in columns) + "|")
    for table in asked.compared:
        print(f"\n{table}")
    print(f"\nload {os.getloadavg()[0]:.1f}")


def measure(size: int, asked: argparse.Namespace) -> dict[str, str]:
    """Return the figures of one size by their names."""
    folder = asked.keep or Path(tempfile.mkdtemp(prefix="drawdown-benchmark-"))
    try:
        texts = folder / f"corpus-{size}"
        volume = (
            sum(path.stat().st_size for path in texts.rglob("*.txt"))
            if texts.exists()
            else generate(texts, size)
        )
        found = {
            "text": f"{volume / 1e6:.1f} MB",
            "analysis, one process": analysis_rate(texts, 1, volume / size),
            "analysis, all cores": analysis_rate(texts, os.cpu_count() or 1, volume / size),
        }
        if asked.one_core:
            found["indexing, one core"] = indexing(
                texts, folder / "one.sqlite3", size, volume, "--jobs", "1"
            )[0]
        index = folder / f"index-{size}.sqlite3"
        found["indexing, all cores"], memory = indexing(texts, index, size, volume)
        found["peak memory of all processes"] = f"{memory / 1e6:.0f} MB"
        kept = sum(path.stat().st_size for path in folder.rglob(f"{index.name}*") if path.is_file())
        kept += sum(path.stat().st_size for path in index.with_name(index.name + ".search").rglob("*"))
        found["index, of the text's size"] = f"{kept / volume:.2f}"
        found["unchanged re-run"] = f"{timed(['index', str(texts)], index).seconds:.1f} s"
        for name, question in QUESTIONS.items():
            found[name] = latency(question, index, asked.times)
        if size <= asked.rivals:
            asked.compared.append(rivals(texts, index))
        return found
    finally:
        if not asked.keep:
            shutil.rmtree(folder)


def analysis_rate(texts: Path, processes: int, size: float) -> str:
    """Return how many articles of `size` bytes some processes read and analyse a second."""
    code = (
        "import gc, sys, time\nfrom itertools import islice\nfrom pathlib import Path\n"
        "from drawdown_cli.articles.reading import read_article\nfrom drawdown_cli.pipeline import analyze\n"
        "files = list(islice(sorted(Path(sys.argv[1]).rglob('*.txt')), 600))\n"
        "for file in files[:100]: analyze(read_article(file))\n"
        "gc.freeze(); gc.set_threshold(50_000)\n"
        "began, used = time.perf_counter(), time.process_time()\n"
        "for file in files[100:]: analyze(read_article(file))\n"
        "print(len(files[100:]) / (time.perf_counter() - began))\n"
        "print((time.process_time() - used) / len(files[100:]))"
    )
    line = [sys.executable, "-P", "-c", code, str(texts)]
    running = [subprocess.Popen(line, stdout=subprocess.PIPE, text=True, env=env()) for _ in range(processes)]
    told = [process.communicate()[0].split() for process in running]
    rate = sum(float(found[0]) for found in told)
    cpu = statistics.mean(float(found[1]) for found in told)
    return f"{rate:.0f} articles/s, {rate * size / 1e6:.2f} MB/s; {1000 * cpu:.1f} ms of a processor each"


def indexing(texts: Path, index: Path, size: int, volume: int, *more: str) -> tuple[str, int]:
    """Index a corpus anew; return its rate and the peak of all its processes' memory."""
    for old in index.parent.glob(f"{index.name}*"):
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    run = timed(["index", *more, str(texts)], index)
    rate = f"{size / run.seconds:.0f} articles/s, {volume / 1e6 / run.seconds:.2f} MB/s ({run.seconds:.0f} s)"
    return f"{rate}; {1000 * run.cpu / size:.1f} ms of a processor each", run.memory


def latency(question: Sequence[str], index: Path, times: int) -> str:
    """Return the first and the 95th percentile of the next whole-process times of a question."""
    runs = [timed([*question, "--format", "jsonl"], index) for _ in range(times + 1)]
    warm = sorted(run.seconds for run in runs[1:])
    worst = warm[min(len(warm) - 1, round(0.95 * len(warm)))]
    cpu = statistics.median(run.cpu for run in runs)
    return f"{runs[0].seconds * 1000:.0f} ms, then {worst * 1000:.0f} ms; processor {cpu * 1000:.0f} ms"


class Run(NamedTuple):
    """What a command cost: seconds by the clock and of processors, and the peak memory of its processes."""

    seconds: float
    cpu: float
    memory: int


def timed(arguments: Sequence[str], index: Path) -> Run:
    """Run drawdown and return what it cost."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "drawdown_cli", *arguments, "--index", str(index)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=env(),
    )
    peak = [0]
    watcher = threading.Thread(target=watch, args=(process, peak))
    watcher.start()
    said = process.communicate()[1]
    seconds = time.perf_counter() - began
    watcher.join()
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(arguments)}: {said}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, peak[0])


def watch(process: subprocess.Popen[str], peak: list[int]) -> None:
    """Note the largest sum of memory that the process and its children hold to themselves."""
    while process.poll() is None:
        peak[0] = max(peak[0], sum(own_memory(number) for number in family(process.pid)))
        time.sleep(_TICK)


def family(root: int) -> list[int]:
    """Return a process and all that it started, from /proc."""
    parents = {}
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(entry.name)] = int(entry.joinpath("stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found = [root]
    for number in found:
        found.extend(child for child, parent in parents.items() if parent == number)
    return found


def own_memory(number: int) -> int:
    """Return the resident memory of a process that is no file's, in bytes."""
    try:
        lines = Path(f"/proc/{number}/status").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("RssAnon:"))


def env() -> dict[str, str]:
    """Return the environment in which what runs keeps its bytecode and knows no other index."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "DRAWDOWN_INDEX": ""}


if __name__ == "__main__":
    main()
