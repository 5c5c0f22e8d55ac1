"""The command line as a process of its own, over an index made for a test."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def drawdown(index: Path, command: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "-m", "drawdown_cli", command, "--index", str(index), *arguments]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(line, capture_output=True, text=True, check=False, env=env)


def index_of(folder: Path, texts: Mapping[str, str]) -> Path:
    """Index texts by their names and return the path of the index."""
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    path = folder / "i.sqlite3"
    assert drawdown(path, "index", "-q", str(folder)).returncode == 0
    return path
