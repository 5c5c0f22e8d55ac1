"""A search whose answer goes to a program loads nothing that only people, or only analysis, need."""

import subprocess
import sys

from factories import an_article

from drawdown_cli.pipeline import analyze
from drawdown_cli.store.index import Index

PROGRAM = """
import sys
from drawdown_cli.cli import run
code = run(["search", "القوات", "--format", "jsonl", "--index", sys.argv[1]])
names = {"rich", "trafilatura", "lxml", "charset_normalizer", "numpy", "pypdf", "docx", "hijridate"}
extractors = "drawdown_cli.extract"
loaded = [name for name in sys.modules if name.split(".")[0] in names or name.startswith(extractors)]
from drawdown_cli.lexicon import lexicon
kinds = lexicon.cache_info().currsize
print(sorted(loaded), kinds, file=sys.stderr)
raise SystemExit(code)
"""


def test_a_search_for_programs_loads_neither_rich_nor_extractors(tmp_path):
    with Index.open(tmp_path / "i", write=True) as index:
        index.put_batch([analyze(an_article("انسحبت القوات."))])
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "i")]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert '"doc": "a"' in done.stdout
    assert done.stderr.strip() == "[] 1"  # the one lexicon is that of the stop words
