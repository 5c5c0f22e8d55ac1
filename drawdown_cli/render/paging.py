"""Show what is longer than the screen through the user's pager, as git does."""

from __future__ import annotations

import io
import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

_DEFAULT = "less"
_ENVIRONMENT = {"LESS": "FRX", "LESSCHARSET": "utf-8"}


class ReaderLeft(Exception):
    """Whoever read in the pager has left it: nobody waits for the rest."""


class Paged(io.TextIOBase):
    """A stream that holds its lines back until there are more than a screen's; then a pager has them."""

    def __init__(self, sink: TextIO, command: list[str], height: int) -> None:
        self._sink, self._command, self._height = sink, command, height
        self._held: list[str] = []
        self._lines = 0
        self._pager: subprocess.Popen[str] | None = None

    def isatty(self) -> bool:
        """Say what the stream behind is: the pager shows it there."""
        return self._sink.isatty()

    def write(self, text: str) -> int:
        """Hold a text, or hand it to the pager; raises ReaderLeft when nobody reads any more."""
        if self._pager is None:
            self._held.append(text)
            self._lines += text.count("\n")
            if self._lines >= self._height:
                self._start()
        else:
            self._pass_on(text)
        return len(text)

    def finish(self) -> None:
        """Write what was held, or wait until the reader has left the pager."""
        if self._pager is None:
            self._sink.write("".join(self._held))
            self._sink.flush()
            return
        # An interrupt is the pager's to answer.
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
        try:
            self._close()
            self._pager.wait()
        finally:
            signal.signal(signal.SIGINT, before)

    def _start(self) -> None:
        environment = {**_ENVIRONMENT, **os.environ}
        try:
            self._pager = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, text=True, encoding="utf-8", env=environment
            )
        except OSError:
            # A pager that cannot be started is no reason to show nothing.
            self._height = 10**9
            return
        self._pass_on("".join(self._held))

    def _pass_on(self, text: str) -> None:
        if self._pager is None or self._pager.stdin is None:
            return
        try:
            self._pager.stdin.write(text)
        except BrokenPipeError:
            raise ReaderLeft from None

    def _close(self) -> None:
        if self._pager is None or self._pager.stdin is None:
            return
        with suppress(BrokenPipeError):
            self._pager.stdin.close()


@contextmanager
def paged(sink: TextIO, *, wanted: bool = True) -> Iterator[TextIO]:
    """Give a stream whose text goes through the pager where it is a terminal and the text is longer."""
    command = pager_command()
    if not (wanted and command and sink.isatty() and os.environ.get("TERM") != "dumb"):
        yield sink
        return
    stream = Paged(sink, command, shutil.get_terminal_size().lines)
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN) if hasattr(signal, "SIGPIPE") else None
    try:
        # A text stream as far as anybody writes to it.
        with suppress(ReaderLeft):
            yield stream  # type: ignore[misc]
    finally:
        stream.finish()
        if before is not None:
            signal.signal(signal.SIGPIPE, before)


def pager_command() -> list[str]:
    """Return the words of PAGER, else less where it is there; none where the user wants none.

    >>> isinstance(pager_command(), list)
    True
    """
    words = shlex.split(os.environ.get("PAGER", _DEFAULT))
    if not words or words == ["cat"] or not shutil.which(words[0]):
        return []
    return words
