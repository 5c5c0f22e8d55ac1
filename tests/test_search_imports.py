"""A query whose answer goes to a program loads nothing that only people, or only analysis, need."""

import subprocess
import sys

import pytest
from factories import an_article

from drawdown_cli.pipeline import analyze
from drawdown_cli.store.index import Index

PROGRAM = """
import sys
from drawdown_cli.cli import run
code = run([*sys.argv[2:], "--format", "jsonl", "--index", sys.argv[1]])
print(*sys.modules, file=sys.stderr)
raise SystemExit(code)
"""
ONLY_FOR_PEOPLE = {"rich", "csv"}
ONLY_FOR_ANALYSIS = {"trafilatura", "lxml", "charset_normalizer", "numpy", "pypdf", "docx", "hijridate"}
SLOW = {"dataclasses", "hashlib", "importlib.resources", "platformdirs", "rapidfuzz", "tempfile", "tomllib"}


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    path = tmp_path_factory.mktemp("index") / "i"
    with Index.open(path, write=True) as index:
        index.put_batch([analyze(an_article("قال الوزير إن القوات الأميركية انسحبت من العراق في 2021."))])
    return path


def loaded_by(path, *arguments: str) -> set[str]:
    command = [sys.executable, "-c", PROGRAM, str(path), *arguments]
    # What the first run works out of the lexicons, the second finds.
    for _ in range(2):
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert '"doc": "a"' in done.stdout
    return set(done.stderr.split())


def homes(modules: set[str]) -> set[str]:
    return modules | {name.split(".")[0] for name in modules}


@pytest.mark.parametrize(
    "command", [("search", "القوات"), ("search", "Baghdad OR Irak OR القوات"), ("quotes",), ("timeline",)]
)
def test_a_query_for_programs_loads_neither_rich_nor_analysis_nor_what_is_slow(path, command):
    modules = loaded_by(path, *command)
    assert not homes(modules) & (ONLY_FOR_PEOPLE | ONLY_FOR_ANALYSIS | SLOW)
    assert not [name for name in modules if name.startswith(("drawdown_cli.extract", "drawdown_cli.lexicon"))]
