"""What reads strangers' bytes stands any bytes: by hypothesis always, by atheris where it is installed."""

import gzip
import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from factories import an_article
from fuzz.targets import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

from drawdown_cli.articles.pages import clean
from drawdown_cli.pipeline import analyze

GUIDED = Path(__file__).parent / "fuzz" / "guided.py"
BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


@pytest.mark.parametrize("name", TARGETS)
def test_any_bytes_do(name):
    @settings(max_examples=60)
    @given(st.binary(max_size=400))
    def holds(data):
        TARGETS[name](data)

    holds()


@pytest.mark.skipif(not importlib.util.find_spec("atheris"), reason="needs atheris, which is for Linux")
@pytest.mark.parametrize("name", ["readers", "sentences"])
def test_a_guided_search_for_bytes_that_break_it_finds_none(name, tmp_path):
    line = [sys.executable, str(GUIDED), name, "-runs=1000", "-max_len=300", "-seed=1"]
    done = subprocess.run(line, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]


# What guided searches found, each in a text of a few words from the lexicons.
@pytest.mark.parametrize(
    "text",
    [
        "ذوي الخوذات الزرق وفقا له برأيها",
        "رجح هذا الصباح رجح أحد",
        "السبت اكتمل اكتمل متعدد الجنسيات اكتمل وفقا الأخير",
    ],
)
def test_what_brought_the_analysis_down_is_analysed(text):
    assert analyze(an_article(text)).article.text == text


def test_of_two_marks_of_byte_order_none_is_left():
    assert clean(f"{BOM}{BOM}سطر") == "سطر"


def test_a_target_reads_what_is_packed():
    TARGETS["readers"](bytes([13]) + gzip.compress("نص الخبر".encode()))
