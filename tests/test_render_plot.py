import io
import re
from datetime import date

import pytest

from drawdown_cli.render.output import Output
from drawdown_cli.render.plot import ROWS, show_plot
from drawdown_cli.timeline.series import Point, Series


def a_point(day: str, value: int, low: int = -1, high: int = -1, *, planned: bool = False) -> Point:
    when = date.fromisoformat(day)
    low, high = (low if low >= 0 else value), (high if high >= 0 else value)
    return Point(when, when, value, low, high, planned, False, "id")


def a_series(*points: Point, place: str = "Iraq", deadlines: tuple[date, ...] = ()) -> Series:
    return Series("American", place, points, deadlines)


LEVELS = (
    a_point("2020-01-10", 5200, 3500, 6000),
    a_point("2021-01-15", 2500),
    a_point("2021-12-31", 0, planned=True),
)


def drawn(*series: Series, **how) -> str:
    sink = io.StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.stdout", sink)
        show_plot(series, Output(**{"width": 80, "color": "never", **how}))
    return sink.getvalue()


def test_reported_levels_are_joined_and_planned_ones_stand_apart():
    text = drawn(a_series(*LEVELS))
    body = text[: text.index("2020  ")]
    assert (body.count("●"), body.count("○")) == (2, 1)
    assert re.search(r"●─+┐", body)
    assert re.search(r"●╌+┐", body)
    assert all(value in body for value in ("5,200", "2,500"))


def test_bounds_are_drawn_around_a_level():
    assert {"┬", "┴"} <= set(drawn(a_series(*LEVELS[:2])).rsplit("└", 1)[0])


def test_a_deadline_is_marked_with_its_day():
    assert "2021-12-31 ▾" in drawn(a_series(*LEVELS, deadlines=(date(2021, 12, 31),)))


def test_a_wide_range_is_drawn_in_steps_that_multiply():
    text = drawn(a_series(a_point("2007-06-01", 170_000), a_point("2020-01-10", 2500)))
    assert "logarithmic scale" in text
    assert {"170,000", "2,500"} <= set(re.findall(r"[\d,]+", text))


def test_each_series_has_its_own_chart_and_one_level_is_no_step():
    other = a_series(a_point("2020-01-01", 900), a_point("2020-06-01", 600), place="Syria")
    lonely = a_series(a_point("2020-01-01", 900), place="Kuwait")
    assert drawn(a_series(*LEVELS), other, lonely).count("└") == 2
    assert drawn(lonely).count("└") == 1
    assert drawn() == ""


def test_charts_fit_any_width():
    for width in (40, 80, 200):
        lines = drawn(a_series(*LEVELS), width=width).splitlines()
        assert max(map(len, lines)) <= width
        assert len(lines) >= ROWS
