"""A Rich renderable for Arabic: wrapped in the order of reading, then laid out for one kind of terminal.

The modes (measured terminal by terminal):

    off       logical order, untouched: pipes, files, clipboards
    terminal  logical order, each line fenced by marks: the terminal reorders and joins (VTE, mintty)
    konsole   as terminal, but with brackets mirrored and lam-alef joined here, which Konsole does not do well
    visual    reordered and joined here: terminals that do neither (xterm, alacritty, VS Code)
    lro       as visual, fenced by an override: the same picture with and without a reordering terminal
    words     words in visual order, letters inside them as written: kitty turns each Arabic run itself
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from drawdown_cli.render.bidi.brackets import MIRRORED
from drawdown_cli.render.bidi.levels import line_levels, needs_bidi, paragraph_levels, visual_order
from drawdown_cli.render.bidi.shaping import Glyph, clusters, ligated, shape
from drawdown_cli.render.bidi.wrapping import wrapped

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult
    from rich.measure import Measurement

_LRM, _RLE, _LRE, _LRO, _PDF = "\u200e", "\u202b", "\u202a", "\u202d", "\u202c"
_JOINED_LIGATURE = "\u200d(?=[\ufef5-\ufefc])"
_CONTROLS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


class Mode(StrEnum):
    """How Arabic is written to a terminal."""

    OFF = "off"
    TERMINAL = "terminal"
    KONSOLE = "konsole"
    VISUAL = "visual"
    LRO = "lro"
    WORDS = "words"


_AS_WRITTEN = frozenset({Mode.OFF, Mode.TERMINAL})
_JOINED_HERE = frozenset({Mode.VISUAL, Mode.LRO})


class BidiText:
    """A styled text of one or more paragraphs; `base` is its direction (1: right to left).

    `right` aligns it to the right or, being None, each paragraph as its script runs.

    Article text runs from right to left whatever its first word is: a quotation may begin with CENTCOM.
    """

    def __init__(self, text: Text, mode: Mode, *, right: bool | None = True, base: int | None = None) -> None:
        self.text, self.mode, self.right = text, mode, right
        self.base = int(needs_bidi(text.plain)) if base is None else base

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """Measure as Rich measures the text itself: reordering changes no width but lam-alef's."""
        from rich.measure import Measurement

        return Measurement.get(console, options, self.text)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield each line, padded to the full width."""
        for line in self.lines(options.max_width):
            yield from line
            yield Segment.line()

    def lines(self, width: int) -> Iterator[list[Segment]]:
        """Yield the segments of each line; all lines fill the width exactly."""
        whole = "\n" not in self.text.plain
        for paragraph in (self.text,) if whole else self.text.split("\n", allow_blank=True):
            yield from self._paragraph(paragraph, width)

    def _paragraph(self, paragraph: Text, width: int) -> Iterator[list[Segment]]:
        plain, styles = paragraph.plain, _styles(paragraph)
        reordered = needs_bidi(plain)
        # Where characters go out as written, their levels are nobody's business.
        leveled = reordered and self.mode not in _AS_WRITTEN
        levels = paragraph_levels(plain, self.base)[1] if leveled else []
        before, after = _fence(self.mode, self.base) if reordered else ("", "")
        at_right = reordered if self.right is None else self.right
        for start, end in wrapped(plain, width):
            written = zip(plain[start:end], styles[start:end], strict=True)
            if leveled:
                line = _Line(plain[start:end], levels[start:end], styles[start:end], self.base, self.mode)
                segments = _merged(line.glyphs())
            elif reordered:
                segments = _merged(written)
            else:
                segments = _merged(glyph for glyph in written if glyph[0] not in _CONTROLS)
            pad = " " * (width - sum(cells(segment.text) for segment in segments))
            left, right = (pad + before, after) if at_right else (before, after + pad)
            yield [Segment(left), *segments, Segment(right)]


class _Line:
    """One wrapped line with right-to-left characters in it."""

    def __init__(
        self, plain: str, levels: Sequence[int], styles: Sequence[Style], base: int, mode: Mode
    ) -> None:
        self.plain, self.styles, self.mode = plain, styles, mode
        self.levels = line_levels(plain, levels, base)

    def glyphs(self) -> Iterator[tuple[str, Style]]:
        """What is written, from left to right or in logical order, each glyph in its style."""
        if self.mode is Mode.KONSOLE:
            for place, character in enumerate(ligated(self.plain)):
                mirrored = self.levels[place] % 2
                yield MIRRORED.get(character, character) if mirrored else character, self.styles[place]
            return
        for cluster in self._in_visual_order():
            for glyph in cluster:
                if glyph.text not in _CONTROLS:
                    mirrored = self.levels[glyph.place] % 2
                    text = MIRRORED.get(glyph.text, glyph.text) if mirrored else glyph.text
                    yield text, self.styles[glyph.place]

    def _in_visual_order(self) -> list[list[Glyph]]:
        plain = [Glyph(character, place) for place, character in enumerate(self.plain)]
        groups = clusters(shape(self.plain) if self.mode in _JOINED_HERE else plain)
        ordered = [groups[at] for at in visual_order([self.levels[group[0].place] for group in groups])]
        if self.mode is not Mode.WORDS:
            return ordered
        # kitty draws each run of Arabic cells from right to left by itself: it gets them as written.
        return [
            group
            for arabic, run in groupby(ordered, key=lambda group: _is_arabic(group[0].text))
            for group in (reversed(list(run)) if arabic else run)
        ]


def cells(text: str) -> int:
    """Return how many cells a text fills; a ligature behind a joiner is no part of a picture, as Rich thinks.

    >>> cells("\N{ARABIC LETTER SEEN}\N{ZERO WIDTH JOINER}\N{ARABIC LIGATURE LAM WITH ALEF FINAL FORM}")
    2
    """
    return cell_len(re.sub(_JOINED_LIGATURE, "", text))


def _fence(mode: Mode, base: int) -> tuple[str, str]:
    """The marks around a line of a paragraph in which something runs from right to left."""
    if mode is Mode.LRO:
        return _LRM + _LRO, _PDF + _LRM
    if mode in (Mode.TERMINAL, Mode.KONSOLE):
        return _LRM + (_RLE if base else _LRE), _PDF + _LRM
    return "", ""


def _is_arabic(character: str) -> bool:
    return "\u0600" <= character <= "\u08ff" or "\ufb50" <= character <= "\ufefc"


def _styles(text: Text) -> list[Style]:
    """The style of each character; those of spans over those of the text."""
    styles = [_style(text.style)] * len(text.plain)
    for start, end, style in text.spans:
        for place in range(max(0, start), min(end, len(styles))):
            styles[place] += _style(style)
    return styles


def _style(style: Style | str) -> Style:
    return style if isinstance(style, Style) else Style.parse(style)


def _merged(glyphs: Iterator[tuple[str, Style]]) -> list[Segment]:
    return [
        Segment("".join(text for text, _ in run), style or None)
        for style, run in groupby(glyphs, key=lambda glyph: glyph[1])
    ]
