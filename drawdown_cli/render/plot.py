"""Troop levels as a step chart in characters: time from left to right in every language."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from rich.style import Style
from rich.text import Text

from drawdown_cli.render.cells import amount
from drawdown_cli.render.output import Output, opened
from drawdown_cli.render.paging import paged
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.view import STYLES, View, view_on
from drawdown_cli.timeline.phrases import force_name, place_name
from drawdown_cli.timeline.series import Point, Series

ROWS = 12
_MARGIN = 9  # cells of the amounts at the left
_WIDE_RANGE = 20  # from this ratio of largest to smallest on, steps multiply
_REPORTED, _PLANNED = "●", "○"


def show_plot(found: Sequence[Series], output: Output) -> int:
    """Draw a chart for each series that has steps; return how many charts were drawn."""
    shown = [series for series in found if len(series.points) > 1] or found
    with opened(output) as sink, paged(sink, wanted=output.pager) as stream:
        view = view_on(stream, output)
        for series in shown:
            for line in chart(series, view):
                view.write(view.bidi(line, right=False, base=0).lines(view.width))
        if shown:
            _write_legend(shown, view)
    return len(shown)


def _write_legend(shown: Sequence[Series], view: View) -> None:
    points = [point for series in shown for point in series.points]
    signs = (
        (_REPORTED, "reported", any(not point.planned for point in points)),
        (_PLANNED, "planned", any(point.planned for point in points)),
        ("┊", "bounds", any(point.low != point.high for point in points)),
        ("▾", "deadline", any(series.deadlines for series in shown)),
    )
    told = (f"{sign} {view.label('chart', name)}" for sign, name, occurs in signs if occurs)
    words = view.gap("   ").join(told)
    text, base = Text(words, style=STYLES["dim"]), int(view.mirrored)
    view.write(view.bidi(text, right=view.mirrored, base=base).lines(view.width))


@dataclass(slots=True)
class _Canvas:
    """Cells of a chart: what is drawn first stays, unless it is drawn over."""

    scale: _Scale
    cells: dict[tuple[int, int], tuple[str, Style]] = field(default_factory=dict)

    def put(self, row: int, column: int, sign: str, style: Style, *, over: bool = False) -> None:
        if 0 <= column < self.scale.columns and (over or (row, column) not in self.cells):
            self.cells[row, column] = (sign, style)

    def across(self, row: int, start: int, end: int, sign: str, style: Style) -> None:
        for column in range(start, end):
            self.put(row, column, sign, style)

    def down(self, column: int, rows: tuple[int, int], sign: str, style: Style) -> None:
        for row in range(min(rows) + 1, max(rows)):
            self.put(row, column, sign, style)

    def word(self, row: int, column: int, text: str, style: Style) -> bool:
        """Write a word where every cell of it is free; say whether there was room."""
        column = min(column, self.scale.columns - len(text))
        places = [(row, column + at) for at in range(len(text))]
        if column < 0 or any(place in self.cells for place in places):
            return False
        self.cells.update({place: (letter, style) for place, letter in zip(places, text, strict=True)})
        return True

    def line(self, row: int) -> Text:
        text = Text()
        for column in range(self.scale.columns):
            text.append(*self.cells.get((row, column), (" ", Style.null())))
        return text


@dataclass(frozen=True, slots=True)
class _Scale:
    """From days to columns and from amounts to rows; row 0 is the top."""

    first: date
    last: date
    columns: int
    low: float
    high: float
    multiplies: bool

    @classmethod
    def of(cls, series: Series, columns: int) -> _Scale:
        days = [point.day for point in series.points] + list(series.deadlines)
        values = [value for point in series.points for value in (point.low, point.high)]
        least, most = min(values), max(values) or 1
        multiplies = least > 0 and most / least >= _WIDE_RANGE
        low = 10 ** math.floor(math.log10(least)) if multiplies else 0
        first, last = date(min(days).year, 1, 1), date(max(days).year, 12, 31)
        return cls(first, last, columns, low, _round_up(most), multiplies)

    def column(self, day: date) -> int:
        return round((day - self.first).days / (self.last - self.first).days * (self.columns - 1))

    def row(self, value: float) -> int:
        if self.multiplies:
            share = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        else:
            share = value / self.high
        return round((ROWS - 1) * (1 - share))

    def value(self, row: int) -> float:
        """The amount that a row stands for, to two figures."""
        share = 1 - row / (ROWS - 1)
        value = self.low * (self.high / self.low) ** share if self.multiplies else self.high * share
        return float(f"{value:.2g}")


def chart(series: Series, view: View) -> Iterator[Text]:
    """Yield the lines of a chart: its name, the deadlines' signs, the steps, the axis, the years."""
    scale = _Scale.of(series, view.width - _MARGIN - 2)
    canvas = _Canvas(scale)
    _draw(series, canvas)
    names = (force_name(series.force, view.lang), place_name(series.place, view.lang))
    head = Text().append(view.gap().join(one_line(name) for name in names if name), STYLES["head"])
    if scale.multiplies:
        head.append(f"{view.gap()}{view.label('chart', 'log')}", STYLES["dim"])
    yield head
    for row in range(-1, ROWS):
        labelled = row >= 0 and row % 3 == (ROWS - 1) % 3
        mark = amount(scale.value(row)) if labelled else ""
        yield Text(f"{mark:>{_MARGIN}} {'┤' if labelled else '│'}", style=STYLES["dim"]) + canvas.line(row)
    yield from _axis(scale)


def _draw(series: Series, canvas: _Canvas) -> None:
    reported = [point for point in series.points if not point.planned]
    for point in series.points:
        _mark(point, canvas)
    for before, after in pairwise(reported):
        _step(before, after, canvas, "─│", STYLES["occurred"])
    for point in series.points:
        earlier = [other for other in reported if other.day <= point.day]
        if point.planned and earlier:
            _step(earlier[-1], point, canvas, "╌╎", STYLES["planned"])
    _deadlines(series.deadlines, canvas)
    for point in series.points:
        _name(point, canvas)


def _deadlines(days: Sequence[date], canvas: _Canvas) -> None:
    columns = [canvas.scale.column(day) for day in days]
    for column in columns:
        canvas.put(-1, column, "▾", STYLES["planned"], over=True)
    for day, column in zip(days, columns, strict=True):
        words = day.isoformat()
        fits = column + 2 + len(words) <= canvas.scale.columns
        canvas.word(-1, column + 2 if fits else column - 1 - len(words), words, STYLES["dim"])


def _name(point: Point, canvas: _Canvas) -> None:
    """Write a level's amount near its point, where there is room."""
    row, column = canvas.scale.row(point.value), canvas.scale.column(point.day)
    words = amount(point.value)
    nearby = ((row - 1, column + 1), (row + 1, column + 1), (row - 1, column - len(words)), (row, column + 2))
    for at in nearby:
        if 0 <= at[0] < ROWS and canvas.word(*at, words, STYLES["number"]):
            return


def _mark(point: Point, canvas: _Canvas) -> None:
    scale = canvas.scale
    column, row = scale.column(point.day), scale.row(point.value)
    sign, status = (_PLANNED, "planned") if point.planned else (_REPORTED, "occurred")
    canvas.put(row, column, sign, STYLES[status], over=True)
    for bound in {scale.row(point.low), scale.row(point.high)} - {row}:
        canvas.down(column, (row, bound), "┊", STYLES["dim"])
        canvas.put(bound, column, "┴" if bound > row else "┬", STYLES["dim"])


def _step(before: Point, after: Point, canvas: _Canvas, signs: str, style: Style) -> None:
    """Along the old level until the new one's day, then up or down to it."""
    scale = canvas.scale
    rows = scale.row(before.value), scale.row(after.value)
    start, end = scale.column(before.day), scale.column(after.day)
    canvas.across(rows[0], start + 1, end, signs[0], style)
    if rows[0] != rows[1] and start != end:
        canvas.put(rows[0], end, "┐" if rows[1] > rows[0] else "┘", style)
    canvas.down(end, rows, signs[1], style)


def _axis(scale: _Scale) -> Iterator[Text]:
    years = range(scale.first.year, scale.last.year + 1)
    line, names = ["─"] * scale.columns, [" "] * (scale.columns + 4)
    free = 0
    for year in years:
        at = scale.column(date(year, 1, 1))
        if at >= free:
            line[at] = "┬"
            names[at : at + 4] = str(year)
            free = at + 6
    indent = " " * (_MARGIN + 1)
    yield Text(f"{indent}└{''.join(line)}", style=STYLES["dim"])
    yield Text(f"{indent} {''.join(names)[: scale.columns].rstrip()}", style=STYLES["dim"])


def _round_up(value: float) -> float:
    """The next round number from a value on: 1, 2, 3, 5 or 10 of its order."""
    order = 10.0 ** math.floor(math.log10(value))
    return next(step * order for step in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if value <= step * order)
