"""Troop levels as a step chart in SVG: bounds as whiskers, plans hollow and dashed, deadlines marked.

Time runs from left to right in every language. Right-to-left words are fenced inside `text` elements, which
are set in the middle and without a direction of their own: so browsers and resvg draw them alike.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from datetime import date
from itertools import pairwise
from xml.etree import ElementTree as ET

from drawdown_cli.models import Change
from drawdown_cli.render.labels import label
from drawdown_cli.render.output import Output, opened
from drawdown_cli.timeline.phrases import force_name, place_name
from drawdown_cli.timeline.series import Point, Series, level_series

WIDTH, HEIGHT = 900, 280
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 30, 40, 40
_WIDE_RANGE = 20  # from this ratio of largest to smallest on, steps multiply
_TICKS = 4
_FENCE, _UNFENCE = "\N{RIGHT-TO-LEFT EMBEDDING}", "\N{POP DIRECTIONAL FORMATTING}"

STYLE = (
    "svg{background:#fff;color:#222;font:13px 'Noto Naskh Arabic','Noto Sans Arabic',sans-serif}"
    ".axis{stroke:#ccc}.level{fill:none;stroke:#1f5f99;stroke-width:2}.plan{stroke-dasharray:5 4}"
    ".point{fill:#1f5f99;stroke:#1f5f99;stroke-width:2}.planned{fill:#fff}.bounds{stroke:#1f5f99}"
    ".deadline{stroke:#a33;stroke-dasharray:2 3}text{fill:#444}"
)
"""How a chart looks that stands alone; a page brings its own style."""


def write_svg(rows: Sequence[Change], output: Output, *, lang: str, versions: str) -> int:
    """Write the charts of all series, one below the other, as one SVG file; return how many there are."""
    found = charted(level_series(rows))
    whole = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "direction": "ltr",
            "width": str(WIDTH),
            "height": str(HEIGHT * max(1, len(found))),
            "font-size": "13",
        },
    )
    ET.SubElement(whole, "metadata").text = versions
    ET.SubElement(whole, "style").text = STYLE
    for number, series in enumerate(found):
        part = chart(series, lang)
        part.set("y", str(number * HEIGHT))
        whole.append(part)
    with opened(output) as sink:
        sink.write(ET.tostring(whole, encoding="unicode") + "\n")
    return len(found)


def charted(found: Sequence[Series]) -> list[Series]:
    """Return the series that have steps to draw; all where none has."""
    return [series for series in found if len(series.points) > 1] or list(found)


def chart(series: Series, lang: str, link: Callable[[Point], tuple[str, str]] | None = None) -> ET.Element:
    """Return one series as an `svg` element; with `link`, each point leads to an address, and says words."""
    picture = ET.Element(
        "svg",
        {
            "direction": "ltr",
            "viewBox": f"0 0 {WIDTH} {HEIGHT}",
            "width": str(WIDTH),
            "height": str(HEIGHT),
            "role": "group",
            "aria-label": _title(series, lang),
        },
    )
    scale = _Scale(series)
    _text(picture, WIDTH / 2, 20, _title(series, lang))
    _axes(picture, scale)
    for deadline in series.deadlines:
        x = scale.x(deadline)
        line = _line(picture, (x, x), (_TOP, HEIGHT - _BOTTOM), "deadline")
        ET.SubElement(line, "title").text = f"{label('chart', 'deadline', lang)} {deadline.isoformat()}"
    _steps(picture, series.points, scale)
    for point in series.points:
        _point(picture, point, scale, lang, link(point) if link else ("", ""))
    return picture


class _Scale:
    """Where days and amounts stand in the picture."""

    def __init__(self, series: Series) -> None:
        days = [day.toordinal() for point in series.points for day in (point.day, point.last)]
        days += [day.toordinal() for day in series.deadlines]
        self.first, self.last = min(days), max(*days, min(days) + 1)
        amounts = [value for point in series.points for value in (point.value, point.low, point.high)]
        self.top = max(*amounts, 1)
        least = min((value for value in amounts if value > 0), default=1)
        self.multiplies = self.top / least >= _WIDE_RANGE
        self.least = least if self.multiplies else 0

    def x(self, day: date) -> float:
        share = (day.toordinal() - self.first) / (self.last - self.first)
        return round(_LEFT + share * (WIDTH - _LEFT - _RIGHT), 1)

    def y(self, amount: float) -> float:
        if self.multiplies:
            share = math.log(max(amount, self.least) / self.least) / math.log(self.top / self.least)
        else:
            share = amount / self.top
        return round(HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM), 1)

    def amounts(self) -> list[float]:
        """The amounts that the axis names."""
        if self.multiplies:
            ratio = (self.top / self.least) ** (1 / _TICKS)
            return [_rounded(self.least * ratio**step) for step in range(_TICKS + 1)]
        return [_rounded(self.top * step / _TICKS) for step in range(_TICKS + 1)]

    def years(self) -> list[date]:
        """The first days of the years that the axis names, at most ten."""
        first, last = date.fromordinal(self.first).year, date.fromordinal(self.last).year
        every = max(1, -(-(last - first + 1) // 10))
        days = (date(year, 1, 1) for year in range(first, last + 1, every))
        return [day for day in days if self.first <= day.toordinal() <= self.last]


def _rounded(amount: float) -> int:
    """Two digits are enough for an axis."""
    if amount <= 0:
        return 0
    return int(round(amount, 1 - math.floor(math.log10(amount))))


def _axes(picture: ET.Element, scale: _Scale) -> None:
    for amount in scale.amounts():
        y = scale.y(amount)
        _line(picture, (_LEFT, WIDTH - _RIGHT), (y, y), "axis")
        _text(picture, _LEFT / 2, y + 4, f"{amount:,.0f}")
    days = scale.years() or [date.fromordinal(scale.first), date.fromordinal(scale.last)]
    for day in days:
        _text(picture, scale.x(day), HEIGHT - 15, str(day.year if scale.years() else day))


def _steps(picture: ET.Element, points: Sequence[Point], scale: _Scale) -> None:
    """Each level holds until the next is reported; what leads to a plan is dashed."""
    for one, other in pairwise(points):
        path = f"M{scale.x(one.day)} {scale.y(one.value)}H{scale.x(other.day)}V{scale.y(other.value)}"
        kind = "level plan" if one.planned or other.planned else "level"
        ET.SubElement(picture, "path", {"d": path, "class": kind})


def _point(picture: ET.Element, point: Point, scale: _Scale, lang: str, link: tuple[str, str]) -> None:
    x = scale.x(point.day)
    if point.low != point.high:
        _line(picture, (x, x), (scale.y(point.low), scale.y(point.high)), "bounds")
    address, words = link
    said = " — ".join(filter(None, (_said(point, lang), words)))
    holder = ET.SubElement(picture, "a", {"href": address, "aria-label": said}) if address else picture
    kind = "point planned" if point.planned else "point"
    place = {"cx": str(x), "cy": str(scale.y(point.value)), "r": "5", "class": kind}
    ET.SubElement(ET.SubElement(holder, "circle", place), "title").text = said


def _said(point: Point, lang: str) -> str:
    when = point.day.isoformat() + (f" – {point.last.isoformat()}" if point.last != point.day else "")
    bounds = f" ({point.low:,}–{point.high:,})" if point.low != point.high else ""
    status = label("chart", "planned" if point.planned else "reported", lang)
    return f"{when}: {point.value:,}{bounds}, {status}"


def _title(series: Series, lang: str) -> str:
    return f"{force_name(series.force, lang)}{'، ' if lang == 'ar' else ', '}{place_name(series.place, lang)}"


def _line(picture: ET.Element, xs: tuple[float, float], ys: tuple[float, float], kind: str) -> ET.Element:
    place = {"x1": xs[0], "x2": xs[1], "y1": ys[0], "y2": ys[1]}
    return ET.SubElement(picture, "line", {**{key: str(at) for key, at in place.items()}, "class": kind})


def _text(picture: ET.Element, x: float, y: float, words: str) -> None:
    fenced = words if words.isascii() else f"{_FENCE}{words}{_UNFENCE}"
    ET.SubElement(picture, "text", {"x": str(x), "y": str(y), "text-anchor": "middle"}).text = fenced
