"""What the reader looks at: a console of some width and colour, with a way of writing Arabic."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TextIO

from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from drawdown_cli.render.bidi.detect import detect
from drawdown_cli.render.bidi.text import BidiText, Mode
from drawdown_cli.render.labels import label
from drawdown_cli.render.output import Output
from drawdown_cli.render.printable import one_line

LRM, RLM = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
_FALLBACK = (120, 40)
_UNMARKED = dict.fromkeys(map(ord, LRM + RLM))

STYLES = {
    name: Style.parse(style)
    for name, style in {
        "head": "bold",
        "dim": "dim not bold",
        "match": "black on bright_yellow",
        "fuzzy": "black on bright_magenta",
        "speaker": "bold magenta",
        "date": "green",
        "number": "bold",
        "occurred": "green",
        "ongoing": "bold green",
        "planned": "cyan",
        "demanded": "magenta",
        "possible": "bright_blue",
        "denied": "bold red",
        "quote": "bright_blue",
        "said": "not dim bright_blue",
        "cue": "bright_red",
        "timex": "green",
        "quantity": "cyan",
        "change": "underline",
    }.items()
}
"""The styles of what tables, articles and plots show: legible on dark and on light."""
_REVERSED = Style(reverse=True)


class Paint(StrEnum):
    """What a stream shows besides letters: nothing, bold and reverse without colours, or all."""

    NONE = "none"
    PLAIN = "plain"
    COLORS = "colors"


@dataclass(slots=True)
class View:
    """A stream, its width and paint, the mode for Arabic, the language of labels.

    `mirrored` says that the page runs from right to left; `marks` collects what needs a legend.
    """

    sink: TextIO
    width: int
    paint: Paint
    mode: Mode
    lang: str
    mirrored: bool
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def colored(self) -> bool:
        """Whether colours are seen."""
        return self.paint is Paint.COLORS

    def label(self, group: str, key: str) -> str:
        """Return a label in the reader's language."""
        return label(group, key, self.lang)

    def mark(self, sign: str, key: str) -> str:
        """Return a sign, and remember that the legend must explain it."""
        self.marks.setdefault(key, sign)
        return sign

    def elided(self, words: str, most: int = 72) -> str:
        """Return the beginning of a title that is named again and again; all of it where nothing is cut."""
        if self.mode is Mode.OFF or len(words) <= most:
            return words
        return words[:most].rsplit(" ", 1)[0] + "…"

    def bidi(self, text: Text, *, right: bool | None, base: int | None = None) -> BidiText:
        """Return a text ready to be laid out; marks of direction are for terminals that reorder."""
        if self.mode is Mode.OFF:
            text = without_marks(text)
        return BidiText(text, self.mode, right=right, base=base)

    def write(self, lines: Iterable[list[Segment]]) -> None:
        """Write lines as they are."""
        for line in lines:
            while line and line[-1].text.isspace():
                line.pop()
            self.sink.write("".join(map(self._painted, line)) + "\n")

    def _painted(self, segment: Segment) -> str:
        if segment.style is None or self.paint is Paint.NONE:
            return segment.text
        style = segment.style
        if self.paint is Paint.PLAIN:
            # What stood on a colour stands out by reversal.
            style = style.without_color + (_REVERSED if style.bgcolor else Style.null())
        return style.render(segment.text, color_system=ColorSystem.STANDARD)

    def write_legend(self) -> None:
        """Explain the marks that occurred, if any did."""
        if not self.marks:
            return
        items = [Text(self.label("say", "legend"), STYLES["dim"])]
        for key, sign in self.marks.items():
            item = Text().append(sign, STYLES.get(key, STYLES["dim"]))
            items.append(item.append(f" {self.label('mark', key)}", STYLES["dim"]))
        for text in self._packed(items):
            base = int(self.mirrored)
            self.write(self.bidi(text, right=self.mirrored, base=base).lines(self.width))

    def _packed(self, items: Iterable[Text]) -> Iterator[Text]:
        """Lines of whole items, as many on each as fit."""
        gap = "   "
        line, cells = Text(), 0
        for item in items:
            size = cell_len(item.plain)
            if cells and cells + len(gap) + size > self.width:
                yield line
                line, cells = Text(), 0
            line.append(self.gap(gap) if cells else "").append_text(item)
            cells += size + (len(gap) if cells else 0)
        yield line

    def gap(self, between: str = " · ") -> str:
        """Return what stands between words that must keep the page's own order, whatever their scripts."""
        mark = RLM if self.mirrored else LRM
        return f"{mark}{between}{mark}"


def without_marks(text: Text) -> Text:
    """Return the text without marks of direction, its styles in place."""
    if LRM not in text.plain and RLM not in text.plain:
        return text
    bare = Text(text.plain.translate(_UNMARKED), style=text.style)
    for start, end, style in text.spans:
        kept = [len(text.plain[:at].translate(_UNMARKED)) for at in (start, end)]
        bare.stylize(style, *kept)
    return bare


def ltr(text: str) -> str:
    """Return a date or number that keeps its order beside Arabic letters, where digits would swap."""
    return f"{LRM}{text}{LRM}" if text else ""


def highlighted(text: str, spans: Iterable[tuple[int, int, Style]], style: Style | str = "") -> Text:
    """Return a text on one line with styled spans, which count the text as it was given.

    >>> highlighted("a  b\\nc", [(3, 6, Style(bold=True))]).spans
    [Span(2, 5, Style(bold=True))]
    """
    out = Text(style=style)
    at = 0
    for start, end, span_style in sorted(spans, key=lambda span: span[:2]):
        if start < at or end > len(text):
            continue
        _append(out, text[at:start])
        _append(out, text[start:end], span_style)
        at = end
    _append(out, text[at:])
    out.rstrip()
    return out


def _append(out: Text, piece: str, style: Style | None = None) -> None:
    words = one_line(piece)
    before = piece[:1].isspace() and out.plain and not out.plain.endswith(" ")
    after = piece[-1:].isspace() and words
    out.append((" " if before else "") + words + (" " if after else ""), style)


def view_on(sink: TextIO, output: Output) -> View:
    """Return the view that a stream offers: its width, its colours, its way with Arabic."""
    columns = os.environ.get("COLUMNS", "")
    asked = int(columns) if columns.isdecimal() else 0
    return View(
        sink=sink,
        width=output.width or asked or shutil.get_terminal_size(_FALLBACK).columns,
        paint=paint_on(sink, output.color),
        mode=detect(output.bidi, sink).mode,
        lang=output.lang,
        mirrored=output.lang == "ar",
    )


def paint_on(sink: TextIO, color: str) -> Paint:
    """Return what a stream shows: as asked (always, never), or as the terminal and NO_COLOR allow."""
    forced = color == "always" or (color == "auto" and bool(os.environ.get("FORCE_COLOR")))
    if not forced and (not sink.isatty() or os.environ.get("TERM") == "dumb"):
        return Paint.NONE
    return Paint.PLAIN if color == "never" or (not forced and os.environ.get("NO_COLOR")) else Paint.COLORS
