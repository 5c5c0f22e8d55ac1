"""What tables show, kept in tests/snapshots at fixed widths; UPDATE_SNAPSHOTS=1 writes them anew."""

import io
import json
import os
import re
from pathlib import Path

import pytest
from rich.console import Console

from drawdown_cli.render.bidi.text import Mode
from drawdown_cli.render.cells import bounded, number_cell
from drawdown_cli.render.output import Format, Output
from drawdown_cli.render.tables import write_table
from drawdown_cli.render.view import Paint, View, paint_on

SNAPSHOTS = Path(__file__).parent / "snapshots"
INVISIBLE = {
    "\u200e": "‹LRM›",
    "\u200f": "‹RLM›",
    "\u202a": "‹LRE›",
    "\u202b": "‹RLE›",
    "\u202c": "‹PDF›",
    "\u202d": "‹LRO›",
    "\x1b": "‹ESC›",
}


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def records(kind: str) -> list[dict]:
    path = Path(__file__).parent / "snapshots" / f"{kind}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def table(kind: str, rows=None, *, tty: bool = False, **how) -> str:
    sink = Terminal() if tty else io.StringIO()
    output = Output(**{"format": Format.TABLE, "color": "never", "width": 100, **how})
    write_table(kind, records(kind) if rows is None else rows, output, sink)
    return sink.getvalue()


def assert_snapshot(name: str, text: str) -> None:
    shown = "".join(INVISIBLE.get(character, character) for character in text)
    path = SNAPSHOTS / f"{name}.txt"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.write_text(shown, encoding="utf-8")
    assert shown == path.read_text(encoding="utf-8"), f"{path.name}; UPDATE_SNAPSHOTS=1 writes it anew"


@pytest.mark.parametrize("kind", ["search", "kwic", "quotes", "speakers", "timeline", "info"])
@pytest.mark.parametrize("width", [80, 160])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_tables_look_as_they_did(kind, width, lang):
    assert_snapshot(f"{kind}-{width}-{lang}", table(kind, width=width, lang=lang))


@pytest.mark.parametrize("mode", [mode for mode in Mode if mode is not Mode.OFF])
def test_a_table_looks_as_it_did_in_each_mode(mode):
    assert_snapshot(f"timeline-{mode.value}", table("timeline", tty=True, bidi=mode.value, color="always"))


@pytest.mark.parametrize("kind", ["search", "kwic", "quotes", "speakers", "timeline", "info"])
def test_no_line_of_a_table_is_wider_than_the_screen(kind):
    for width in (60, 80, 99, 100, 130):
        console = Console(width=500)
        for line in table(kind, width=width).splitlines():
            assert console.measure(line).maximum <= width


@pytest.mark.parametrize("kind", ["search", "quotes", "timeline"])
@pytest.mark.parametrize("width", [80, 160])
def test_a_piped_table_has_no_escape_no_mark_and_no_cut(kind, width, monkeypatch):
    monkeypatch.setenv("DRAWDOWN_BIDI", "visual")
    text = table(kind, width=width, color="auto", bidi="visual")
    assert not set(text) & set(INVISIBLE)
    assert "…" not in text


def test_a_hostile_article_cannot_act_on_the_terminal():
    (record, *_) = records("timeline")
    hostile = "\x1b]0;owned\x07\x1b[2J\u202eقال\r\n"
    record |= {"text": hostile, "place": hostile, "sources": [{"doc": hostile, "title": hostile}]}
    shown = table("timeline", [record], tty=True, bidi="off", color="always")
    assert not set(shown) & {"\x07", "\r", "\u202e"}
    assert not re.search(r"\x1b(?!\[[0-9;]*m)|\x1b\[2J", shown)


def a_view(lang: str = "en") -> View:
    return View(io.StringIO(), 80, Paint.NONE, Mode.OFF, lang, lang == "ar")


@pytest.mark.parametrize(
    "record, words",
    [
        ({"value": 2500, "comparator": "=", "unit": "troops"}, "2,500 troops"),
        ({"value": 2500, "comparator": "~", "unit": "troops"}, "≈2,500 troops"),
        ({"value": 5000, "low": 5000, "comparator": ">"}, ">5,000"),
        ({"low": 2000, "high": 2500}, "2,000–2,500"),
        ({"value": 500, "value_role": "moved", "category": "withdrawal"}, "−500"),
        ({"value": 500, "value_role": "moved", "category": "deployment"}, "+500"),
        ({"value": 2500, "value_role": "result", "category": "withdrawal"}, "= 2,500"),
        ({"value": 3, "from_value": 12, "value_role": "result", "unit": "bases"}, "12 → 3 bases"),
        ({"value": 50, "value_role": "share", "unit": "percent"}, "50%"),
        ({"mission_from": "combat", "mission_to": "advisory"}, "combat → advisory"),
        ({}, ""),
    ],
)
def test_amounts_show_their_bounds_and_what_they_count(record, words):
    assert number_cell(record, a_view()).plain.translate({0x200E: None}) == words


@pytest.mark.parametrize(
    "value, words", [(3, "3 قواعد"), (2500, "2,500 قاعدة"), (108, "108 قواعد"), (11, "11 قاعدة")]
)
def test_arabic_counts_three_to_ten_in_the_plural(value, words):
    cell = number_cell({"value": value, "unit": "bases"}, a_view("ar"))
    assert cell.plain.translate({0x200E: None}) == words


def test_a_quotation_stands_out_of_its_context():
    (record, *_) = records("quotes")
    record["context"] = f"قال كيربي: {record['content']} غدا."
    shown = table("quotes", [record], tty=True, color="always", bidi="off")
    assert f"\x1b[94m{record['content']}\x1b[0m" in shown


def test_an_amount_without_a_bound_says_so_only_once():
    view = a_view()
    assert bounded({"value": 10, "comparator": "~"}, view) == "≈10"
    assert view.marks == {"about": "≈"}


def test_no_legend_where_no_mark_occurs():
    (record, *_) = records("timeline")
    plain = record | {"date_mod": "on", "date_basis": "stated", "confidence": "high", "comparator": ""}
    plain |= {"conflicts_with": [], "fulfils": [], "value": None, "low": None, "high": None}
    assert "Marks:" not in table("timeline", [plain])
    assert "Marks:" in table("timeline", [plain | {"date_basis": "implied"}])


@pytest.mark.parametrize(
    "color, environment, tty, paint",
    [
        ("auto", {}, True, "colors"),
        ("auto", {}, False, "none"),
        ("auto", {"NO_COLOR": "1"}, True, "plain"),
        ("auto", {"FORCE_COLOR": "1"}, False, "colors"),
        ("auto", {"TERM": "dumb"}, True, "none"),
        ("always", {"NO_COLOR": "1", "TERM": "dumb"}, False, "colors"),
        ("never", {"FORCE_COLOR": "1"}, True, "plain"),
        ("never", {}, False, "none"),
    ],
)
def test_colours_are_as_asked_else_as_the_terminal_and_the_environment_allow(
    monkeypatch, color, environment, tty, paint
):
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"TERM": "xterm", **environment}.items():
        monkeypatch.setenv(name, value)
    assert paint_on(Terminal() if tty else io.StringIO(), color) == paint


def test_without_colours_a_match_is_still_seen_on_a_terminal():
    assert "\x1b[7m" in table("search", tty=True)
    assert "\x1b[33" not in table("search", tty=True)


@pytest.mark.parametrize("lang, first", [("en", "Marks:"), ("ar", "العلامات:")])
def test_a_legend_runs_as_its_language_does_whichever_way_the_table_ran(lang, first):
    rows = [{**row, "published_basis": "inferred"} for row in records("kwic")]
    legend = table("kwic", rows, lang=lang).splitlines()[-1]
    assert legend.startswith(first) is (lang == "en")
    assert legend.strip().startswith(first)
