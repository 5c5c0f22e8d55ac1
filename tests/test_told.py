import tomllib
from pathlib import Path

import pytest

from drawdown_cli.models import Article, Change, Grain, Published, PublishedBasis
from drawdown_cli.pipeline import analyze
from drawdown_cli.timeline import build_timeline

CASES = tomllib.loads((Path(__file__).parent / "gold" / "told.toml").read_text(encoding="utf-8"))["case"]


def told(text, day) -> list[str]:
    published = Published(day.isoformat(), Grain.DAY, PublishedBasis.MANIFEST, day, day, day, day)
    return [
        row(each)
        for each in build_timeline(analyze(Article("a", "a", "", "", "", "", published, text)).changes)
    ]


def row(change: Change) -> str:
    days = f"{change.date_start or '..'}/{change.date_end or '..'}"
    number = "" if change.value is None else f" {change.value}"
    return f"{change.category} {change.status} {days}{number}|{change.force}|{change.place}"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_report_tells_its_changes_and_no_others(case):
    assert told(case["text"], case["published"]) == case["rows"]


def test_a_third_of_the_reports_tell_of_no_change():
    assert 3 * sum(not case["rows"] for case in CASES) >= len(CASES)
