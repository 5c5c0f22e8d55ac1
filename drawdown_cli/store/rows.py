"""Between the models and the rows of the index: one column a field, days and ids as numbers."""

from __future__ import annotations

import typing
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any

Value = str | int | float | None


def columns(cls: type[Any], without: frozenset[str]) -> tuple[str, ...]:
    """Return the names of a model's fields, except `without`."""
    return tuple(name for name in cls._fields if name not in without)


def quoted(names: Sequence[str], table: str = "") -> str:
    """Return column names as SQL, each quoted: `end` and `force` are words of the language."""
    prefix = f"{table}." if table else ""
    return ", ".join(f'{prefix}"{name}"' for name in names)


def to_row(value: object, names: Sequence[str]) -> list[Value]:
    """Return the named fields of a model as the index stores them; strings are still to be numbered."""
    fields = _getter(tuple(names))(value)
    return [field if type(field) in _AS_IT_IS else _store(field) for field in fields]


def id_number(fact_id: str) -> int:
    """Return the number that a fact's id writes in hexadecimal digits behind a letter; 0 for no id.

    >>> id_number("q00000000ff"), id_number("")
    (255, 0)
    """
    return int(fact_id[1:], 16) if fact_id else 0


def whole(value: float | None) -> float | int | None:
    """Counts are whole: 2500.0 comes back as 2500."""
    return int(value) if value is not None and float(value).is_integer() else value


_AS_IT_IS = frozenset({str, int, float, type(None)})


@cache
def _getter(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    return attrgetter(*names)


def _store(value: Any) -> Value:
    if isinstance(value, date):
        return value.toordinal()
    if isinstance(value, StrEnum):
        return value.value
    return int(value) if isinstance(value, bool) else typing.cast(Value, value)
