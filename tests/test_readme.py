"""What README says is so: its commands run and print what it shows."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from readme import README, abridged, commands, run_in_terminal
from tour import FOLDER as FOLDER_OF_PICTURES
from tour import PAGES, SCREENS

from drawdown_cli.arabic.tokenize import tokens
from drawdown_cli.entries import read_entries
from drawdown_cli.lexicon import Lexicon
from drawdown_cli.wordfiles import FOLDER

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX")
TEXT = README.read_text(encoding="utf-8")
CI = (README.parent / ".ci" / "run").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("DRAWDOWN", "XDG"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    return {
        **kept,
        "PATH": path,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }


@pytest.mark.parametrize("command, shown", list(commands(TEXT)), ids=lambda value: str(value)[:60])
def test_a_command_prints_what_readme_shows(command, shown, environment):
    assert abridged(run_in_terminal(command, environment), shown) == shown


@pytest.mark.parametrize("command", ["pip install . && drawdown timeline", "pip install '.[test]' && pytest"])
def test_the_two_commands_of_readme_are_the_ones_that_ci_runs(command):
    assert command in TEXT
    assert command in CI


def test_the_entry_of_readme_is_one_that_the_loader_takes_and_finds(tmp_path):
    [entry] = re.findall(r"```toml\n(\[\[entry\]\].*?)```", TEXT, re.DOTALL)
    head = (FOLDER / "cues.toml").read_text(encoding="utf-8").split("[[entry]]")[0]
    (tmp_path / "cues.toml").write_text(head + entry, encoding="utf-8")
    [cue] = read_entries(tmp_path / "cues.toml", "cues")
    cut = tokens(cue.example)
    assert any(Lexicon("cues", [cue]).find(cut, index) for index in range(len(cut)))


def test_the_pictures_are_there_and_are_those_that_the_script_takes():
    shown = re.findall(r"!\[(.+)\]\((tests/snapshots/tour/(\w+)\.png)\)", TEXT)
    taken = {*SCREENS, *PAGES}
    assert {name for _, _, name in shown} <= taken
    assert taken == {path.stem for path in FOLDER_OF_PICTURES.iterdir()}
    for words, path, _ in shown:
        assert len(words) > 20  # what somebody reads who cannot see it
        assert (README.parent / path).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("command", [*SCREENS.values(), *PAGES.values()])
def test_the_commands_of_the_pictures_work(command, environment, tmp_path):
    run = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert run.returncode == 0
