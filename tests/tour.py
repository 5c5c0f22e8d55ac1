"""Take README's pictures anew: real screens of a real terminal, and the report in a real browser.

`python tests/tour.py` needs Xvfb, xterm, ImageMagick and Chromium, and `drawdown` on the path; it writes into
tests/snapshots/tour. With names of pictures it takes only those.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from readme import run_in_terminal

FOLDER = Path(__file__).parent / "snapshots" / "tour"
WIDTH = 104
SCREENS = {
    "search": 'drawdown search "مهمة استشارية" --limit 3',
    "timeline": "drawdown timeline --category level,base --until 2020",
    "quotes": "drawdown quotes --speaker كيربي",
    "plot": "drawdown timeline --plot",
    "show": "drawdown show 002",
}
"""Pictures of screens, and the commands that fill them."""

PAGES = {"report": "drawdown report -q -o report.html"}
_NEEDED = ("Xvfb", "xterm", "import", "convert", "chromium", "drawdown")
_MOST_PIXELS = 620
_SMALL = ("+dither", "-colors", "64", "-strip")
_PAPER, _INK = "#14171c", "#e4e4e4"
_FONT = ("-fa", "DejaVu Sans Mono", "-fs", "11")


def main(names: list[str]) -> int:
    """Take all pictures, or those named; 2 where a program is missing."""
    missing = [name for name in _NEEDED if not shutil.which(name)]
    if missing:
        print(f"tour: not found: {', '.join(missing)}", file=sys.stderr)
        return 2
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home, _display() as display:
        folders = {f"XDG_{kind}_HOME": f"{home}/{kind.lower()}" for kind in ("DATA", "CONFIG")}
        environment = {**os.environ, **folders, "LC_ALL": "C.UTF-8", "DISPLAY": display}
        for name in names or [*SCREENS, *PAGES]:
            if name in SCREENS:
                _take_screen(name, SCREENS[name], environment, Path(home))
            else:
                _take_page(name, PAGES[name], environment, Path(home))
            print(FOLDER / f"{name}.png")
    return 0


@contextmanager
def _display() -> Iterator[str]:
    """A screen that nobody sees."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1600x2000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL) as server:
        try:
            yield f":{os.read(reading, 16).decode().strip()}"
        finally:
            server.terminate()
            os.close(reading)
            os.close(writing)


def _take_screen(name: str, command: str, environment: dict[str, str], home: Path) -> None:
    rows = len(run_in_terminal(command, environment)) + 2
    shown = home / f"{name}.shown"
    # Without cursor, prompt and pager: what stands on the screen when the command has ended.
    script = f"printf '\\033[?25l'; PAGER=cat {command} 2>/dev/null; touch {shown}; sleep 60"
    window = ["-geometry", f"{WIDTH}x{rows}+0+0", "-bg", _PAPER, "-fg", _INK, "-b", "0", "+sb"]
    with subprocess.Popen(["xterm", *_FONT, *window, "-e", "sh", "-c", script], env=environment) as xterm:
        try:
            _wait_for(shown)
            _capture(name, environment)
        finally:
            xterm.terminate()


def _capture(name: str, environment: dict[str, str]) -> None:
    raw = FOLDER / f"{name}.raw.png"
    subprocess.run(["import", "-window", "root", str(raw)], env=environment, check=True)
    # First the empty desktop goes, then the terminal's own margins.
    cut = ["-trim", "+repage", "-bordercolor", _PAPER, "-border", "2", "-trim", "+repage"]
    cut += ["-gravity", "North", "-crop", f"x{_MOST_PIXELS}+0+0", "+repage", "-border", "16"]
    subprocess.run(["convert", str(raw), *cut, *_SMALL, str(FOLDER / f"{name}.png")], check=True)
    raw.unlink()


def _wait_for(file: Path) -> None:
    for _ in range(300):
        if file.exists():
            time.sleep(0.7)  # until the terminal has drawn the last line
            return
        time.sleep(0.1)
    raise TimeoutError(file.name)


def _take_page(name: str, command: str, environment: dict[str, str], home: Path) -> None:
    subprocess.run(shlex.split(command), env=environment, cwd=home, check=True)
    picture = FOLDER / f"{name}.png"
    browser = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        "--no-first-run",
    ]
    view = [f"--user-data-dir={home}/browser", "--window-size=1100,1000", f"--screenshot={picture}"]
    page = (home / f"{name}.html").as_uri()
    subprocess.run([*browser, *view, page], env=environment, check=True, capture_output=True)
    subprocess.run(["convert", str(picture), *_SMALL, str(picture)], check=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
