import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from drawdown_cli.render.bidi.detect import (
    QUESTION,
    UNKNOWN,
    Answer,
    ask_terminal,
    detect,
    from_answer,
    read_answer,
)
from drawdown_cli.render.bidi.text import Mode


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def detected(environment=None, *, option="auto", answer=None) -> Mode:
    return detect(option, Terminal(), environment or {}, lambda: answer or Answer()).mode


# What the terminals answered when they were measured: XTVERSION, DA2, DECRQM of BDSM.
@pytest.mark.parametrize(
    "name, kind, reorders, mode",
    [
        ("", "65;7006;1", "1", "terminal"),
        ("VTE(7006)", "65;7006;1", "1", "terminal"),
        ("kitty(0.26.5)", "1;4000;26", "0", "words"),
        ("", "1;4000;26", "", "words"),
        ("XTerm(379)", "41;379;0", "0", "visual"),
        ("mlterm(3.9.2)", "24;279;0", "0", "lro"),
        ("xterm.js(6.0.0)", "0;276;0", "0", "visual"),
        ("", "0;1700;1", "", "visual"),
        ("Konsole 22.12.3", "1;115;0", "", "konsole"),
        ("", "0;115;0", "", "terminal"),
        ("", "77;30601;0", "1", "terminal"),
        ("", "0;10;1", "", "visual"),
        ("", "1;95;0", "", "lro"),
        ("", "", "2", "visual"),
    ],
)
def test_a_terminal_is_known_by_its_answer(name, kind, reorders, mode):
    assert from_answer(Answer(name, kind, reorders)).mode == mode


def test_an_answer_is_read_from_the_bytes_sent_back():
    reply = b"\x1bP>|VTE(7006)\x1b\\\x1b[>65;7006;1c\x1b[8;1$y\x1b[?65;1;9c"
    assert read_answer(reply) == Answer("VTE(7006)", "65;7006;1", "1")
    assert read_answer(b"") == Answer()


@pytest.mark.parametrize(
    "environment, mode",
    [
        ({"KITTY_WINDOW_ID": "1"}, "words"),
        ({"TERM": "xterm-kitty"}, "words"),
        ({"VTE_VERSION": "7006"}, "terminal"),
        ({"VTE_VERSION": "5202"}, "visual"),
        ({"TERM_PROGRAM": "vscode"}, "visual"),
        ({"TERM_PROGRAM": "Apple_Terminal"}, "lro"),
        ({"KONSOLE_VERSION": "221203"}, "konsole"),
        ({"WT_SESSION": "x"}, "visual"),
        ({"XTERM_VERSION": "XTerm(379)"}, "visual"),
        ({"TERM": "dumb", "VTE_VERSION": "7006"}, "off"),
        ({}, "lro"),
    ],
)
def test_the_environment_names_the_terminal(environment, mode):
    assert detected(environment) == mode


def test_two_named_terminals_mean_that_one_is_inherited_so_the_terminal_is_asked():
    environment = {"VTE_VERSION": "7006", "XTERM_VERSION": "XTerm(379)"}
    assert detected(environment, answer=Answer("XTerm(379)")) is Mode.VISUAL


def test_over_ssh_the_environment_may_be_another_machines():
    environment = {"VTE_VERSION": "7006", "SSH_TTY": "/dev/pts/1"}
    assert detected(environment, answer=Answer(kind="1;4000;26")) is Mode.WORDS
    assert detected(environment) is Mode.TERMINAL


def test_screen_is_never_asked_for_what_stands_around_it():
    assert detected({"STY": "1.pts"}, answer=Answer("XTerm(379)")) is UNKNOWN.mode


def test_the_users_choice_stands_before_the_environment():
    assert detected({"VTE_VERSION": "7006"}, option="visual") is Mode.VISUAL


def test_a_pipe_gets_logical_order_whatever_was_chosen():
    assert detect("visual", io.StringIO(), {}).mode is Mode.OFF


ANSWERS = {
    "terminal": b"\x1bP>|VTE(7006)\x1b\\\x1b[>65;7006;1c\x1b[8;1$y\x1b[?65;1;9c",
    "words": b"\x1b[>1;4000;26c\x1b[?62;c",
    "lro": b"\x1b[?6c",
}


@pytest.mark.parametrize("mode", ANSWERS)
def test_a_terminal_is_asked_in_one_round_trip_and_left_as_it_was(mode):
    pty = pytest.importorskip("pty")
    code = (
        "import os, termios; "
        "os.open(os.ttyname(0), os.O_RDWR); "  # the first terminal that a session opens is its own
        "from drawdown_cli.render.bidi.detect import detect; "
        "before = termios.tcgetattr(0); found = detect(); "
        "print('found', found.mode, termios.tcgetattr(0) == before)"
    )
    device, inside = pty.openpty()
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=inside,
        stdout=inside,
        stderr=inside,
        cwd=Path(__file__).parent.parent,
        env={**kept, "TERM": "xterm-256color"},
        start_new_session=True,
    ):
        os.close(inside)
        seen = b""
        while b"found" not in seen or b"\n" not in seen.split(b"found")[1]:
            try:
                seen += os.read(device, 1024)
            except OSError:  # Linux says so at the end of a terminal
                break
            if QUESTION in seen:
                seen = seen.replace(QUESTION, b"")
                os.write(device, ANSWERS[mode])
    os.close(device)
    assert f"found {mode} True".encode() in seen


def test_nobody_is_asked_where_there_is_no_terminal_to_ask(monkeypatch):
    monkeypatch.setattr(os, "open", lambda *_: (_ for _ in ()).throw(OSError("no device")))
    assert ask_terminal() == Answer()
