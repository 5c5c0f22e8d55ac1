"""Troop levels as step charts in the terminal: reported points filled, planned hollow, bounds as bars."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from drawdown_cli.render.output import Output, opened
from drawdown_cli.render.view import STYLES, View, ltr, view_on
from drawdown_cli.timeline.phrases import force_name, place_name
from drawdown_cli.timeline.series import Point, Series

HEIGHT = 10
_AXIS = 9
_REPORTED, _PLANNED, _BOUND, _STEP, _RISE = "●", "○", "┊", "─", "│"
_LINES = {"level": _STEP, "planned": "╌"}

Grid = list[list[str]]


def show_plot(series: Sequence[Series], output: Output) -> int:
    """Draw a chart for each series and list its points below; return how many series there were."""
    with opened(output) as sink:
        view = view_on(sink, output)
        for each in series:
            for text in _chart(each, view):
                view.write(view.bidi(text, right=False, base=0).lines(view.console, view.width))
    return len(series)


def _chart(series: Series, view: View) -> Iterator[Text]:
    yield Text(
        f"{force_name(series.force, view.lang)}, {place_name(series.place, view.lang)}", STYLES["head"]
    )
    columns = max(20, view.width - _AXIS - 2)
    top = max(point.high for point in series.points)
    grid = draw(series.points, columns)
    for number, line in enumerate(grid):
        label = f"{top * (HEIGHT - number) / HEIGHT:,.0f}" if number % 3 == 0 else ""
        yield Text(f"{label:>{_AXIS}} ┤").append("".join(line).rstrip(), STYLES["number"])
    first, last = series.points[0].day, series.points[-1].last
    yield Text(f"{'0':>{_AXIS}} └" + "─" * columns)
    yield Text(" " * (_AXIS + 2) + f"{first:%Y-%m}".ljust(columns - 7) + f"{last:%Y-%m}", STYLES["date"])
    for point in series.points:
        yield _listed(point)
    yield Text("")


def draw(points: Sequence[Point], columns: int) -> Grid:
    """Return the cells of a chart: steps from point to point, each with its bounds."""
    grid = [[" "] * columns for _ in range(HEIGHT)]
    first, last = points[0].day, max(point.last for point in points)
    days = max(1, (last - first).days)
    top = max(point.high for point in points) or 1
    places = [(round((p.day - first).days / days * (columns - 1)), p) for p in points]
    for (at, point), (until, following) in zip(places, [*places[1:], (columns, None)], strict=True):
        row = _row(point.value, top)
        line = _LINES["planned" if point.planned else "level"]
        for column in range(at, until):
            grid[row][column] = line
        if following is not None:
            _rise(grid, until, row, _row(following.value, top))
    for at, point in places:
        for row in range(_row(point.high, top), _row(point.low, top) + 1):
            grid[row][at] = _BOUND
        grid[_row(point.value, top)][at] = _PLANNED if point.planned else _REPORTED
    return grid


def _row(value: float | int, top: float | int) -> int:
    return HEIGHT - 1 - min(HEIGHT - 1, int(value / top * (HEIGHT - 1) + 0.5))


def _rise(grid: Grid, column: int, one: int, other: int) -> None:
    rows: Iterable[int] = range(min(one, other), max(one, other) + 1)
    for row in rows:
        if column < len(grid[row]):
            grid[row][column] = _RISE


def _listed(point: Point) -> Text:
    sign = _PLANNED if point.planned else _REPORTED
    day = f"{point.day}" if point.day == point.last else f"{point.day} – {point.last}"
    value = f"{point.value:,}" if point.low == point.high else f"{point.low:,}–{point.high:,}"
    bound = "≤ " if point.deadline else ""
    return Text(f"  {sign} ").append(ltr(bound + day), STYLES["date"]).append(f"  {value}", STYLES["number"])
