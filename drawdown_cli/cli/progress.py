"""A run's progress, on a line of stderr that is written again and again."""

from __future__ import annotations

import shutil
import sys
import time

from drawdown_cli.indexing import Progress

_EVERY = 0.2


class ProgressLine:
    """Rewrites one line on stderr, at most five times a second, and only on a terminal."""

    def __init__(self, *, quiet: bool) -> None:
        self.last = Progress(0, 0, 0)
        self._shown = not quiet and sys.stderr.isatty()
        self._began = self._drawn = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        """Note how far the run has come, and show it."""
        self.last = progress
        now = time.monotonic()
        if self._shown and now - self._drawn > _EVERY:
            self._drawn = now
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write("\r" + progress_text(progress, now - self._began)[:width].ljust(width))
            sys.stderr.flush()

    def clear(self) -> None:
        """Take the line away."""
        if self._shown and self._drawn > self._began:
            sys.stderr.write("\r\N{ESCAPE}[K")
            sys.stderr.flush()


def progress_text(progress: Progress, seconds: float) -> str:
    """Return the words of the line.

    >>> progress_text(Progress(250, 1000, 420), 2.0)
    'indexing: 25%, 420 articles, 210 a second, 0:06 left'
    """
    share = progress.done / progress.total if progress.total else 1.0
    rate = progress.articles / seconds if seconds else 0.0
    left = seconds / share - seconds if share else 0.0
    time_left = f"{int(left) // 60}:{int(left) % 60:02d} left" if share else "time left unknown"
    return f"indexing: {share:.0%}, {progress.articles:,} articles, {rate:,.0f} a second, {time_left}"
