"""Which way of writing Arabic this terminal reads right: by the user's choice, the environment, its answer.

A terminal is asked once, in one round trip: its name (XTVERSION), its kind (DA2), whether it reorders by
itself (DECRQM of BDSM), and last what every terminal answers (DA1), so that nobody waits for the silent.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from typing import NamedTuple, TextIO

from drawdown_cli.render.bidi.text import Mode

QUESTION = b"\x1b[>0q\x1b[>c\x1b[8$p\x1b[c"
_WAIT = 0.25
_answered_re = re.compile(rb"\x1b\[\?[\d;]*c")

_BY_NAME = {
    "vte": Mode.TERMINAL,
    "mintty": Mode.TERMINAL,
    "konsole": Mode.KONSOLE,
    "kitty": Mode.WORDS,
    "xterm.js": Mode.VISUAL,
    "xterm": Mode.VISUAL,
    "foot": Mode.VISUAL,
    "wezterm": Mode.VISUAL,
    "ghostty": Mode.VISUAL,
    "contour": Mode.VISUAL,
    "windows terminal": Mode.VISUAL,
    "iterm2": Mode.LRO,
    "mlterm": Mode.LRO,
}

_BY_KIND = (
    (r"6[15];[5-9]\d{3};1", Mode.TERMINAL),  # VTE since 0.57
    (r"77;.*", Mode.TERMINAL),  # mintty
    (r"0;115;0", Mode.TERMINAL),  # qterminal
    (r"1;115;0", Mode.KONSOLE),
    (r"1;4\d{3};.*", Mode.WORDS),  # kitty
    (r"41;.*", Mode.VISUAL),  # xterm
    (r"0;276;0", Mode.VISUAL),  # xterm.js
    (r"0;10;1", Mode.VISUAL),  # Windows Terminal, conhost
    (r"0;1\d{3};1", Mode.VISUAL),  # alacritty
    (r"24;.*", Mode.LRO),  # mlterm
    (r"1;95;0", Mode.LRO),  # Terminal.app
)

_BY_PROGRAM = {
    "vscode": Mode.VISUAL,
    "WezTerm": Mode.VISUAL,
    "ghostty": Mode.VISUAL,
    "Hyper": Mode.VISUAL,
    "rio": Mode.VISUAL,
    "Tabby": Mode.VISUAL,
    "mintty": Mode.TERMINAL,
    "Apple_Terminal": Mode.LRO,
    "iTerm.app": Mode.LRO,
}

_BY_VARIABLE = {
    "KITTY_WINDOW_ID": ("kitty", Mode.WORDS),
    "ALACRITTY_WINDOW_ID": ("alacritty", Mode.VISUAL),
    "WT_SESSION": ("Windows Terminal", Mode.VISUAL),
    "KONSOLE_VERSION": ("Konsole", Mode.KONSOLE),
    "MLTERM": ("mlterm", Mode.LRO),
    "XTERM_VERSION": ("xterm", Mode.VISUAL),
}

_BY_TERM = {
    "xterm-kitty": Mode.WORDS,
    "alacritty": Mode.VISUAL,
    "foot": Mode.VISUAL,
    "foot-extra": Mode.VISUAL,
}

_FIRST_VTE_WITH_BIDI = 5703


class Detected(NamedTuple):
    """A mode, and how it was found."""

    mode: Mode
    reason: str


class Answer(NamedTuple):
    """What a terminal says of itself; empty where it says nothing."""

    name: str = ""
    kind: str = ""
    reorders: str = ""


UNKNOWN = Detected(Mode.LRO, "unknown terminal: visual order, fenced")


def detect(
    option: str = "auto",
    stream: TextIO | None = None,
    environment: Mapping[str, str] = os.environ,
    ask: Callable[[], Answer] | None = None,
) -> Detected:
    """Return how to write Arabic to a stream; `option` is what the user chose, auto for nothing.

    What is not a terminal gets logical order, whatever was chosen: a pipe's reader must find the words.
    """
    if not (stream or sys.stdout).isatty() or environment.get("TERM") == "dumb":
        return Detected(Mode.OFF, "not a terminal: logical order")
    if option != "auto":
        return Detected(Mode(option), "chosen")
    if environment.get("TMUX"):
        outer = from_answer(Answer(name=_outside_tmux()))
        if outer:
            return Detected(outer.mode, f"tmux in {outer.reason}")
    named = from_environment(environment)
    multiplexed = environment.get("TMUX") or environment.get("STY")
    if len({found.mode for found in named}) == 1 and not environment.get("SSH_TTY"):
        return named[0]
    answered = None if multiplexed else from_answer((ask or ask_terminal)())
    return answered or (named[0] if named else UNKNOWN)


def from_environment(environment: Mapping[str, str]) -> list[Detected]:
    """Return the terminals that the environment names; more than one means that some are inherited.

    >>> from_environment({"TERM_PROGRAM": "vscode"})[0].mode.value
    'visual'
    """
    found = [
        Detected(mode, f"environment: {name}")
        for variable, (name, mode) in _BY_VARIABLE.items()
        if environment.get(variable)
    ]
    version = environment.get("VTE_VERSION", "")
    if version.isdecimal():
        mode = Mode.TERMINAL if int(version) >= _FIRST_VTE_WITH_BIDI else Mode.VISUAL
        found.append(Detected(mode, f"environment: VTE {version}"))
    for variable, modes in (("TERM_PROGRAM", _BY_PROGRAM), ("TERM", _BY_TERM)):
        name = environment.get(variable, "")
        if name in modes:
            found.append(Detected(modes[name], f"environment: {name}"))
    return found


def from_answer(answer: Answer) -> Detected | None:
    """Return what a terminal's answer tells, None where it tells nothing.

    >>> from_answer(Answer(kind="65;7006;1")).mode.value
    'terminal'
    """
    name = answer.name.casefold()
    for known, mode in _BY_NAME.items():
        if name.startswith(known):
            return Detected(mode, f"it calls itself {answer.name}")
    if answer.reorders in ("1", "3"):
        return Detected(Mode.TERMINAL, "it says that it reorders")
    if answer.reorders == "2":
        return Detected(Mode.VISUAL, "it says that reordering is switched off")
    for pattern, mode in _BY_KIND:
        if re.fullmatch(pattern, answer.kind):
            return Detected(mode, f"its kind is {answer.kind}")
    return None


def read_answer(reply: bytes) -> Answer:
    r"""Return what the bytes that a terminal sent back say.

    >>> read_answer(b"\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[8;0$y\x1b[?64c")
    Answer(name='XTerm(379)', kind='41;379;0', reorders='0')
    """
    parts = (rb"\x1bP>\|([^\x1b\x07]*)", rb"\x1b\[>([\d;]*)c", rb"\x1b\[8;(\d)\$y")
    found = (re.search(part, reply) for part in parts)
    return Answer(*(match[1].decode("latin-1") if match else "" for match in found))


def ask_terminal() -> Answer:
    """Ask the terminal that we run in; say nothing when it is not ours to ask."""
    try:
        import termios

        device = os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY)
    except (ImportError, OSError):
        return Answer()
    try:
        # A process in the background must never touch the terminal.
        if os.tcgetpgrp(device) != os.getpgrp():
            return Answer()
        return read_answer(_exchange(device))
    except (OSError, termios.error):
        return Answer()
    finally:
        os.close(device)


def _exchange(device: int) -> bytes:
    import select
    import termios
    import tty

    before = termios.tcgetattr(device)
    reply = b""
    try:
        tty.setcbreak(device, termios.TCSANOW)
        os.write(device, QUESTION)
        end = time.monotonic() + _WAIT
        while not _answered_re.search(reply):
            left = end - time.monotonic()
            if left <= 0 or not select.select([device], [], [], left)[0]:
                break
            reply += os.read(device, 1024)
    finally:
        termios.tcsetattr(device, termios.TCSANOW, before)
    return reply


def _outside_tmux() -> str:
    """The name of the terminal around tmux; tmux knows it only where the terminal told."""
    command = ["tmux", "display", "-p", "#{client_termtype}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=1, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.strip()
