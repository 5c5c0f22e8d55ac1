"""What a real terminal makes of our tables: tmux keeps the cells, and tells them."""

import io
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_tables import records

from drawdown_cli.render.output import Format, Output
from drawdown_cli.render.tables import write_table

pytestmark = [
    pytest.mark.terminal,
    pytest.mark.skipif(not shutil.which("tmux"), reason="needs tmux"),
]
COLUMNS = 120
INVISIBLE = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c\u202d"))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def tmux(tmp_path):
    """Run a command in a pane and return what its cells show."""
    socket = str(tmp_path / "tmux")
    env = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}
    env.pop("TMUX", None)

    def tell(*arguments: str) -> str:
        command = ["tmux", "-u", "-S", socket, "-f", "/dev/null", *arguments]
        return subprocess.run(command, env=env, capture_output=True, encoding="utf-8", check=True).stdout

    def shown(command: str) -> list[str]:
        tell("new-session", "-d", "-x", str(COLUMNS), "-y", "90", f"{command}; echo THE END; sleep 100")
        for _ in range(600):
            screen = tell("capture-pane", "-p")
            if "THE END" in screen:
                break
            time.sleep(0.1)
        return [line.rstrip() for line in screen.split("THE END")[0].splitlines()]

    yield shown
    subprocess.run(["tmux", "-S", socket, "kill-server"], env=env, capture_output=True, check=False)


@pytest.mark.parametrize("kind", ["search", "quotes", "timeline"])
@pytest.mark.parametrize("mode", ["visual", "terminal", "words"])
def test_every_line_stands_in_the_terminal_as_it_was_laid_out(tmux, kind, mode):
    here = Path(__file__).parent
    code = (
        f"import sys; sys.path[:0] = [{str(here)!r}, {str(here.parent)!r}]; "
        "from test_tables import records; from drawdown_cli.render.output import *; "
        "from drawdown_cli.render.tables import write_table; "
        f"write_table({kind!r}, records({kind!r}), Output(format=Format.TABLE, bidi={mode!r}), sys.stdout)"
    )
    seen = tmux(f'{sys.executable} -c "{code}"')
    sink = Terminal()
    output = Output(format=Format.TABLE, bidi=mode, width=COLUMNS, color="always")
    write_table(kind, records(kind), output, sink)
    laid = re.sub(r"\x1b\[[0-9;]*m", "", sink.getvalue()).translate(INVISIBLE)
    assert [line.translate(INVISIBLE) for line in seen] == [line.rstrip() for line in laid.splitlines()]
