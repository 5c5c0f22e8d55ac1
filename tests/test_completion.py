"""What the shells are told at <TAB>, in the shapes in which Typer's scripts ask and listen."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from drawdown_cli.cli import run

TEXT = """بغداد

23 يوليو 2021

وقال وزير النقل خالد الجابري إن الميناء مفتوح. وقالت المبعوثة هدى "أم علي" إن السفن تصل."""


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("completion")
    for name in ("port-1", "port-2", "ship; rm x"):
        (folder / f"{name}.txt").write_text(TEXT.replace("الميناء", name), encoding="utf-8")
    assert run(["index", "-q", "--index", str(folder / "i"), str(folder)]) == 0
    return folder / "i"


def asked(environment, home):
    """Ask as a shell does; what was printed, and nothing on stderr."""
    kept = {
        name: value for name, value in os.environ.items() if not name.startswith(("DRAWDOWN", "XDG", "COMP_"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "drawdown_cli"],
        capture_output=True,
        encoding="utf-8",
        env={**kept, "XDG_DATA_HOME": str(home), "XDG_CONFIG_HOME": str(home), **environment},
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.strip()


def bash(index, *words, home=Path("/nonexistent")):
    words = ("drawdown", *words)
    return asked(
        {
            "_DRAWDOWN_COMPLETE": "complete_bash",
            "COMP_WORDS": "\n".join(words),
            "COMP_CWORD": str(len(words) - 1),
            "DRAWDOWN_INDEX": str(index),
        },
        home,
    )


def other(shell, index, line):
    return asked(
        {
            "_DRAWDOWN_COMPLETE": f"complete_{shell}",
            "_TYPER_COMPLETE_ARGS": line,
            "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            "DRAWDOWN_INDEX": str(index),
        },
        Path("/nonexistent"),
    )


@pytest.mark.parametrize(
    "words, offered",
    [
        (["quotes", "--speaker", "خا"], ["خالد\\ الجابري"]),
        (["quotes", "--speaker", "خالد\\ ال"], ["خالد\\ الجابري"]),
        (["quotes", "--speaker", '"خالد ال'], ["خالد الجابري"]),
        (["search", "السفن", "--speaker", "الجاب"], ["خالد\\ الجابري"]),
        (["speakers", "خا"], ["خالد\\ الجابري"]),
        (["show", ""], ["port-1", "port-2"]),
        (["show", "port-2"], ["port-2"]),
        (["quotes", "--kind", "direct,"], ["direct,mixed", "direct,indirect"]),
        (["timeline", "--status", "pl"], ["planned"]),
        (["schema", "t"], ["timeline"]),
        (["info", "--format", "js"], ["jsonl", "json"]),
        (["quotes", "--cite", "b"], ["bibtex"]),
        (["ti"], ["timeline"]),
        (["quotes", "--speaker", "Zorro"], []),
    ],
)
def test_bash_is_offered_words_that_can_stand_on_its_line(index, words, offered):
    assert bash(index, *words).splitlines() == offered


def test_zsh_is_offered_names_with_titles(index):
    said = other("zsh", index, "drawdown show port")
    assert re.findall(r'"(port-\d)":"(وقال)', said) == [("port-1", "وقال"), ("port-2", "وقال")]
    assert other("zsh", index, "drawdown quotes --speaker خا") == "_arguments '*: :((\"خالد الجابري\"))'"


def test_fish_is_offered_names_with_titles(index):
    lines = other("fish", index, "drawdown show port").splitlines()
    assert [line.split("\tوقال ")[0] for line in lines] == ["port-1", "port-2"]
    assert other("fish", index, "drawdown quotes --speaker خا") == "خالد الجابري"


@pytest.mark.parametrize("words", [["show", "p"], ["quotes", "--speaker", "خ"], ["search", "--source", "x"]])
def test_what_is_wrong_is_silent(words, tmp_path):
    broken = tmp_path / "broken"
    broken.write_text("no index", encoding="utf-8")
    folder = tmp_path / "drawdown"
    folder.mkdir()
    for index in (tmp_path / "nowhere", broken):
        assert bash(index, *words) == ""
    (folder / "config.toml").write_text("no toml", encoding="utf-8")
    assert bash("", *words, home=tmp_path) == ""
