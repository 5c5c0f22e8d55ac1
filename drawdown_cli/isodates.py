"""ISO dates at the grain of a day, a month or a year, and the days that they cover."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


def bounds(value: str) -> tuple[date, date]:
    """Return the first and the last day of an ISO day, month or year.

    Raises ValueError for anything else.

    >>> bounds("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    from calendar import monthrange

    match = _ISO.fullmatch(value)
    if not match:
        raise ValueError(f"{value!r} is no date; write 2021, 2021-09 or 2021-09-09")
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if day:
        return date(year, month, day), date(year, month, day)
    first, last = (month, month) if month else (1, 12)
    return date(year, first, 1), date(year, last, monthrange(year, last)[1])
