import csv
import io
import json

import pytest

from drawdown_cli.render.export import cell_text, write
from drawdown_cli.render.output import Format

HOSTILE = "\x1b]0;owned\x07 قال\u202e\r\nنعم\x9b"


def written(format: Format, records: list[dict], **how) -> str:
    sink = io.StringIO()
    assert write(records, format, sink, **how) == len(records)
    return sink.getvalue()


@pytest.mark.parametrize("format", [each for each in Format if each is not Format.TABLE])
def test_no_format_passes_on_what_a_terminal_would_obey(format):
    text = written(format, [{"text": HOSTILE, "list": [HOSTILE]}])
    assert not set(text) & {"\x1b", "\x07", "\x9b", "\r", "\u202e"}
    assert "قال" in text


@pytest.mark.parametrize("format", [Format.JSON, Format.JSONL])
def test_json_says_every_character_all_the_same(format):
    (record,) = (
        json.loads(written(format, [{"text": HOSTILE}]))
        if format is Format.JSON
        else [json.loads(written(format, [{"text": HOSTILE}]))]
    )
    assert record == {"text": HOSTILE}


@pytest.mark.parametrize(
    "cell, seen",
    [("=1+1", "'=1+1"), ("@x", "'@x"), ("-5", "-5"), ("-x", "'-x"), ("+2.5", "'+2.5"), ("قال", "قال")],
)
def test_a_spreadsheet_runs_no_cell(cell, seen):
    rows = list(csv.reader(io.StringIO(written(Format.CSV, [{"a": cell}]))))
    assert rows == [["a"], [seen]]


def test_a_spreadsheet_is_told_that_it_reads_utf_8():
    assert written(Format.CSV, [{"a": "نعم"}], excel=True).startswith("\ufeff")
    assert not written(Format.CSV, [{"a": "نعم"}]).startswith("\ufeff")


def test_nothing_is_cut_and_nothing_is_lost_without_records():
    assert "ا" * 5000 in written(Format.TSV, [{"a": "ا" * 5000}])
    assert written(Format.JSON, []) == "[]\n"
    assert written(Format.TSV, []) == ""


@pytest.mark.parametrize(
    "value, text", [(None, ""), (True, "true"), (2500, "2500"), ([1], "[1]"), ("a\n b", "a b")]
)
def test_a_cell_is_one_line(value, text):
    assert cell_text(value) == text
