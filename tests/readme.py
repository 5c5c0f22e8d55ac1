"""README's commands: read them out of README.md, run them as a user would, compare or renew what it shows.

A block that begins with ```console holds `$ command` lines, each followed by what it prints; `...` on a line
of its own stands for the rest. `python tests/readme.py` writes today's output into README.md.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
WIDTH = 100


def commands(text: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each command of the README with the lines that it shows."""
    for block in BLOCK.finditer(text):
        for part in re.split(r"^\$ ", block.group(1), flags=re.MULTILINE)[1:]:
            command, *shown = part.rstrip("\n").split("\n")
            yield command, shown


def run_in_terminal(command: str, environment: Mapping[str, str]) -> list[str]:
    """Run a shell command in a terminal that knows no colours; return the lines of its screen."""
    import pty  # POSIX only

    main, secondary = pty.openpty()
    settings = {"TERM": "dumb", "COLUMNS": str(WIDTH), "LINES": "50"}
    with subprocess.Popen(
        command,
        shell=True,
        stdin=subprocess.DEVNULL,
        stdout=secondary,
        stderr=subprocess.DEVNULL,
        env={**environment, **settings},
        close_fds=True,
    ) as process:
        os.close(secondary)
        screen = b"".join(iter(lambda: _read(main), b""))
        process.wait()
    os.close(main)
    return [line.rstrip() for line in screen.decode("utf-8").replace("\r\n", "\n").split("\n")]


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # Linux says "input/output error" at the end of a terminal
        return b""


def abridged(lines: list[str], shown: list[str]) -> list[str]:
    """Cut an output as the README cuts it: at its line `...`, if it has one."""
    while lines and not lines[-1]:
        lines = lines[:-1]
    return [*lines[: shown.index("...")], "..."] if "..." in shown else lines


def renew(environment: Mapping[str, str]) -> None:
    """Write today's output of every command into README.md."""
    text = README.read_text(encoding="utf-8")
    for command, shown in commands(text):
        now = abridged(run_in_terminal(command, environment), shown)
        old = "\n".join([f"$ {command}", *shown])
        text = text.replace(old, "\n".join([f"$ {command}", *now]), 1)
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    renew(os.environ)
    sys.exit(0)
