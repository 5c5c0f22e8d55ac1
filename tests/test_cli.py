"""The command line as a user meets it: exit codes, messages, pipes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from drawdown_cli.cli import run
from drawdown_cli.cli.app import COMMANDS


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture
def drawdown(home):
    """Run the command in a home of its own; the shipped articles are indexed once a module."""

    def run(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DRAWDOWN", "XDG"))}
        return subprocess.run(
            [sys.executable, "-m", "drawdown_cli", *arguments],
            input=given,
            capture_output=True,
            encoding="utf-8",
            env={
                **kept,
                "HOME": str(home),
                "XDG_DATA_HOME": str(home),
                "XDG_CONFIG_HOME": str(home / "config"),
            },
            check=False,
        )

    return run


@pytest.mark.parametrize(
    "arguments, message",
    [
        (["annotat"], "No such command 'annotat'. Did you mean 'annotate'?; see: drawdown --help"),
        (["info", "--formt", "json"], "No such option: --formt"),
        (["info", "--format", "xml"], "--format takes table, jsonl, json, csv, tsv, md; not 'xml'"),
        (["info", "--index", "nowhere.sqlite3"], "no index at nowhere.sqlite3; run: drawdown"),
        (["info", "--index", __file__], "is not a drawdown index"),
        (["info", "--color", "blue"], "--color 'blue' is unknown; use one of: auto, always, never"),
        (["show", "no-such-article"], "no article is named 'no-such-article'; see: drawdown info"),
        (["timeline", "--format", "pdf"], "csv, tsv, md, timelinejs, ics; not 'pdf'"),
        (["annotate", "nowhere.txt"], "nowhere.txt: does not exist"),
        (["annotate", "-", "--published", "yesterday"], "'yesterday'"),
        (["search", '"an open phrase'], "^"),
    ],
)
def test_bad_input_is_one_sentence_and_exit_code_2(drawdown, arguments, message):
    done = drawdown(*arguments)
    assert done.returncode == 2
    assert message in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def test_nothing_found_is_exit_code_1(drawdown):
    done = drawdown("search", "زلزال")
    assert (done.returncode, done.stdout) == (1, "")


def test_a_closed_pipe_ends_the_program_silently(home):
    command = f'"{sys.executable}" -m drawdown_cli annotate --batch | head -1'
    lines = "".join(json.dumps({"id": str(n), "text": "وصل الوفد. " * 200}) + "\n" for n in range(200))
    done = subprocess.run(
        ["bash", "-c", f"{command} >/dev/null; exit ${{PIPESTATUS[0]}}"],
        input=lines,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (128 + signal.SIGPIPE, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
@pytest.mark.parametrize("arguments", [("--help",), ("schema", "quotes"), ("search", "انسحاب", "--quiet")])
def test_a_full_disk_is_one_sentence_and_exit_code_2(home, arguments):
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "drawdown_cli", *arguments],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, "XDG_DATA_HOME": str(home)},
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "drawdown: standard output: No space left on device\n"


def test_the_shipped_articles_answer_until_there_is_an_index(drawdown):
    done = drawdown("info", "--format", "jsonl")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 5
    assert done.stderr.startswith("drawdown: no index of your own: showing the 5 shipped articles")
    assert drawdown("info", "-q", "--format", "jsonl").stderr == ""


def test_piped_output_is_tab_separated_with_every_field(drawdown):
    lines = drawdown("info").stdout.splitlines()
    assert lines[0].split("\t")[:3] == ["doc", "title", "source"]
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


@pytest.mark.parametrize("format", ["jsonl", "json", "csv", "tsv", "md"])
def test_machine_formats_hold_no_escape_and_no_direction_mark(drawdown, format):
    written = drawdown("search", "الولايات المتحدة", "--format", format, "--color", "always").stdout
    assert written
    assert not set(written) & set(
        "\x1b\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT EMBEDDING}"
    )


def test_annotate_reads_a_batch_and_goes_on_after_a_bad_line(drawdown):
    good = json.dumps(
        {"id": "a", "text": "قال الوزير إن القوات ستغادر في 5 مايو 2021.", "published": "2021-01-01"}
    )
    done = drawdown("annotate", "--batch", given=f"{good}\nno json\n{{}}\n{good}\n")
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [record["id"] for record in records] == ["a", "a"]
    assert {"id", "sentences", "timexes", "quantities", "quotes", "changes"} <= set(records[0])
    assert [line.split(":")[2].strip() for line in done.stderr.splitlines()] == ["line 2", "line 3"]


def test_annotate_counts_the_text_as_it_was_given(drawdown):
    text = "ا\N{ARABIC HAMZA ABOVE}كد الوزير في 5 مايو 2021 أن القوات ستغادر."
    record = json.loads(drawdown("annotate", "-", "--published", "2021-06-01", given=text).stdout)
    [timex] = record["timexes"]
    assert text[timex["start"] : timex["end"]] == timex["text"]


def test_a_config_file_sets_what_no_option_says(drawdown, home):
    folder = home / "config" / "drawdown"
    folder.mkdir(parents=True)
    file = folder / "config.toml"
    try:
        file.write_text('format = "json"\n')
        assert json.loads(drawdown("info", "-q").stdout)
        assert drawdown("info", "-q", "--format", "csv").stdout.startswith("doc,")
        file.write_text('colour = "never"\n')
        assert "'colour' is no option" in drawdown("info").stderr
    finally:
        file.unlink()


def test_only_the_named_command_is_built_and_a_misspelt_one_is_guessed(capsys):
    assert run(["tmeline"]) == 2
    assert "Did you mean 'timeline'?" in capsys.readouterr().err


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_its_options_and_examples(command, capsys):
    assert run([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert "--format" in out
    assert "Examples:" in out


def test_the_bare_command_shows_the_help_and_is_no_success(capsys):
    assert run([]) == 2
    out = capsys.readouterr().out
    assert all(f"  {command} " in out for command in COMMANDS)


def test_a_damaged_index_of_the_shipped_articles_is_made_anew(drawdown, home):
    drawdown("info")
    file = home / "drawdown" / "examples.sqlite3"
    file.write_bytes(b"no index any more")
    assert len(drawdown("info", "--format", "jsonl").stdout.splitlines()) == 5
    assert file.read_bytes().startswith(b"SQLite format 3")


def test_a_home_that_cannot_be_written_to_leaves_nothing_behind(tmp_path):
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    (tmp_path / "tmp").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "drawdown_cli", "search", "انسحاب", "--format", "jsonl"],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path / "file"), "TMPDIR": str(tmp_path / "tmp")},
        check=False,
    )
    assert done.returncode == 0
    assert done.stdout.count("\n") > 1
    assert not list((tmp_path / "tmp").iterdir())


def test_help_of_a_command_can_be_asked_for_as_elsewhere(capsys):
    assert run(["help", "quotes"]) == 0
    asked = capsys.readouterr().out
    assert run(["quotes", "--help"]) == 0
    assert capsys.readouterr().out == asked


def test_the_list_of_commands_cuts_no_sentence(capsys):
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    assert "..." not in out.split("Commands:")[1]
    assert all(sentence in out for sentence in COMMANDS.values())
