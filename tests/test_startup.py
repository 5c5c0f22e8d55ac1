"""Starting must stay lean: ratios of processor time against importing Typer, taken in turns in one run."""

import resource
import subprocess
import sys

RUNS = 7
TYPER = ("-c", "import typer")


def processor_time(*arguments: str) -> float:
    """The seconds of processor time that one process takes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio_to_typer(*arguments: str) -> float:
    """How many times the cost of importing Typer a process costs, each at its best of several runs."""
    pairs = [(processor_time(*TYPER), processor_time(*arguments)) for _ in range(RUNS)]
    return min(cost for _, cost in pairs) / min(typer for typer, _ in pairs)


def test_help_takes_little_more_than_typer():
    assert ratio_to_typer("-m", "drawdown_cli", "--help") < 1.6
