"""The man page says what the help says."""

import re
import shutil
import subprocess

import pytest

from drawdown_cli.cli import manual
from drawdown_cli.cli.app import COMMANDS

SHIPPED = manual.PAGE.read_text(encoding="utf-8")


def test_the_shipped_page_is_the_one_that_todays_help_makes():
    assert manual.manual() == SHIPPED, f"renew it: python -m {manual.__name__} > {manual.PAGE.name}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_section_with_examples(command):
    [section] = re.findall(rf"^\.SS drawdown {command}\b.*?(?=^\.S[SH] )", SHIPPED, re.DOTALL | re.MULTILINE)
    assert f"\ndrawdown {command}" in section.replace("| ", "\n")


def test_a_line_that_begins_like_a_request_is_text():
    assert manual._plain(".so /etc/passwd \\x -v") == "\\&.so /etc/passwd \\ex \\-v"


@pytest.mark.skipif(not shutil.which("man"), reason="needs man")
def test_man_shows_the_page_without_a_warning(tmp_path):
    (tmp_path / "drawdown.1").write_text(SHIPPED, encoding="utf-8")
    done = subprocess.run(
        ["man", "--warnings=w", "-l", str(tmp_path / "drawdown.1")],
        capture_output=True,
        encoding="utf-8",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANWIDTH": "80", "TERM": "dumb"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "drawdown quotes --speaker كيربي" in done.stdout
