"""ISO dates at the grain of a day, a month or a year, and the days that they cover."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def bounds(value: str) -> tuple[date, date]:
    """Return the first and the last day of an ISO day, month or year, in whatever digits it is written.

    Raises ValueError for anything else.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    from calendar import monthrange

    match = _ISO.fullmatch(value)
    with suppress(ValueError):  # there is no thirteenth month
        year, month, day = match.groups() if match else ("", "", "")
        first = date(int(year), int(month or 1), int(day or 1))
        if day:
            return first, first
        last = int(month or 12)
        return first, date(first.year, last, monthrange(first.year, last)[1])
    raise ValueError(f"{value!r} is no date; write 2021, 2021-09 or 2021-09-09")
