import io
import tomllib

import pytest

from drawdown_cli.cli import config, run
from drawdown_cli.render.output import Output
from drawdown_cli.render.trial import MODES, write_trial


@pytest.fixture
def file(tmp_path, monkeypatch):
    path = tmp_path / "drawdown" / "config.toml"
    monkeypatch.setattr(config, "config_file", lambda: path)
    config.read_config.cache_clear()
    yield path
    config.read_config.cache_clear()


@pytest.mark.parametrize(
    "answer, mode", [("1", "terminal"), ("2", "visual"), ("words", "words"), ("0", "auto")]
)
def test_a_choice_is_remembered(file, capsys, answer, mode):
    assert run(["bidi", "--choose", answer]) == 0
    assert tomllib.loads(file.read_text(encoding="utf-8")) == {"bidi": mode}
    assert mode in capsys.readouterr().err


def test_the_rest_of_the_config_stays(file):
    file.parent.mkdir()
    file.write_text('# mine\nlang = "ar"\nbidi = "off"\n', encoding="utf-8")
    assert run(["bidi", "--choose", "2"]) == 0
    assert file.read_text(encoding="utf-8") == 'bidi = "visual"\n# mine\nlang = "ar"\n'


def test_a_config_that_cannot_be_read_is_not_written_over(file, capsys):
    file.parent.mkdir()
    file.write_text("lang = ar\n", encoding="utf-8")
    assert run(["bidi", "--choose", "2"]) == 2
    assert file.read_text(encoding="utf-8") == "lang = ar\n"


@pytest.mark.parametrize("answer", ["7", "left", "-1"])
def test_what_is_no_line_is_told(file, capsys, answer):
    assert run(["bidi", f"--choose={answer}"]) == 2
    assert "is no line" in capsys.readouterr().err
    assert not file.exists()


def test_without_a_terminal_there_is_nothing_to_look_at(file, capsys):
    assert run(["bidi"]) == 2
    assert "run it in a terminal" in capsys.readouterr().err


def test_every_mode_is_shown_with_its_number(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    sink = io.StringIO()
    monkeypatch.setattr(sink, "isatty", lambda: True)
    found = write_trial(Output(bidi="words", width=90, color="never"), sink)
    lines = [line for line in sink.getvalue().splitlines() if line[1:2].isdigit()]
    assert [line.split()[1] for line in lines] == [mode.value for mode in MODES]
    assert found == ("words", "chosen")
