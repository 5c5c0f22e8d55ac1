"""One sentence written in every mode, for the eye to say which one this terminal reads right."""

from __future__ import annotations

from typing import TextIO

from rich.segment import Segment
from rich.text import Text

from drawdown_cli.render.bidi.detect import Detected, detect
from drawdown_cli.render.bidi.text import BidiText, Mode
from drawdown_cli.render.labels import label
from drawdown_cli.render.output import Output
from drawdown_cli.render.view import STYLES, view_on

MODES = (Mode.TERMINAL, Mode.VISUAL, Mode.WORDS, Mode.KONSOLE, Mode.LRO, Mode.OFF)
"""The modes in the order of their numbers on the screen."""

_MOST_COLUMNS = 72
_HIGHLIGHTED = slice(0, 10)


def write_trial(output: Output, sink: TextIO) -> Detected:
    """Write the numbered lines; return what is in use now and why."""
    view = view_on(sink, output)
    sentence = Text(label("trial", "sentence", "ar"))
    sentence.stylize(STYLES["match"], _HIGHLIGHTED.start, _HIGHLIGHTED.stop)
    for number, mode in enumerate(MODES, 1):
        head = f" {number}  {mode.value:<9}"
        width = min(_MOST_COLUMNS, view.width - len(head))
        for count, line in enumerate(BidiText(sentence, mode, base=1).lines(width)):
            view.write([[Segment(head if not count else " " * len(head)), *line]])
        view.write([[]])
    hint = Text(label("trial", "hint", "en"), style=STYLES["dim"])
    view.write(view.bidi(hint, right=False, base=0).lines(view.width))
    return detect(output.bidi, sink)
