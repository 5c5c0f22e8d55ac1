"""Starting must stay lean: ratios of processor time against importing Typer, taken in turns in one run.

The bounds lie well above what is measured: a busy machine must not fail them, a library too many must.
"""

import os
import resource
import subprocess
import sys

import pytest
from factories import an_article

from drawdown_cli.pipeline import analyze
from drawdown_cli.store.index import Index

RUNS = 7
TYPER = ("-c", "import typer")
TEXT = "قال الوزير إن القوات الأميركية انسحبت من العراق في 2021، وإن عدد الجنود 2500 جندي."
BOUNDS = {
    ("--help",): 1.3,
    ("search", "القوات", "--format", "jsonl"): 2.1,
    ("quotes", "--format", "jsonl"): 2.1,
    ("search", "القوات", "--format", "table"): 2.6,
    ("timeline", "--format", "table"): 2.6,
}


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """Where the commands run: with an index, and with bytecode kept as it is for everybody."""
    path = tmp_path_factory.mktemp("index") / "i"
    with Index.open(path, write=True) as index:
        index.put_batch([analyze(an_article(TEXT))])
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "DRAWDOWN_INDEX": str(path)}


def processor_time(environment: dict[str, str], *arguments: str) -> float:
    """The seconds of processor time that one process takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=False, capture_output=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_commands_take_little_more_than_typer(environment):
    commands = {TYPER: TYPER, **{command: ("-m", "drawdown_cli", *command) for command in BOUNDS}}
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(RUNS):
        for name, command in commands.items():
            best[name] = min(best[name], processor_time(environment, *command))
    ratios = {name: best[name] / best[TYPER] for name in BOUNDS}
    assert {name: ratio for name, ratio in ratios.items() if ratio > BOUNDS[name]} == {}
