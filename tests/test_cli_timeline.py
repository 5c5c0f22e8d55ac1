"""`drawdown timeline` as a user meets it."""

import json

import pytest
from commands import drawdown, index_of

REPORTS = {
    "leave": """باريس

23 يوليو 2021

انسحبت القوات الفرنسية من مالي أمس. وستنسحب القوات الألمانية بحلول نهاية 2022.""",
    "stay": """بغداد

24 يوليو 2021

لا يزال نحو 2500 جندي أميركي في العراق. وانسحب الجيش العراقي من كركوك.""",
}


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    return index_of(tmp_path_factory.mktemp("reports"), REPORTS)


def rows(index, *arguments):
    shown = drawdown(index, "timeline", "-f", "jsonl", *arguments).stdout
    return [json.loads(line) for line in shown.splitlines()]


@pytest.mark.parametrize(
    "arguments, forces",
    [
        ([], ["French", "American", "German"]),
        (["--place", "Mali"], ["French", "German"]),
        (["--place", "العراق"], ["American"]),
        (["--force", "ألمانيا"], ["German"]),
        (["--force", "local"], ["Iraqi"]),
        (["--category", "level"], ["American"]),
        (["--status", "planned"], ["German"]),
        (["--since", "2022"], ["German"]),
        (["--until", "2021-07-22"], ["French"]),
    ],
)
def test_filters(index, arguments, forces):
    assert [row["force"] for row in rows(index, *arguments)] == forces


def test_nothing_found_is_exit_1_and_a_wrong_word_exit_2_with_the_nearest_name(index):
    assert drawdown(index, "timeline", "--category", "base").returncode == 1
    wrong = drawdown(index, "timeline", "--place", "qqqq")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert "--place" in wrong.stderr


@pytest.mark.parametrize("format, start", [("ics", "BEGIN:VCALENDAR"), ("timelinejs", "{")])
def test_exports(index, format, start):
    assert drawdown(index, "timeline", "-f", format).stdout.startswith(start)


def test_a_plot_lists_its_levels(index):
    shown = drawdown(index, "timeline", "--plot", "--color", "never", "--width", "80").stdout
    assert "2,500" in shown
