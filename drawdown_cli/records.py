"""Turn the models into records of plain values: the keys of JSON, the columns of tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from drawdown_cli.models import Match
from drawdown_cli.unseen import to_json

Record = dict[str, Any]


def extended(told: Iterable[str], more: Record) -> Iterator[str]:
    """Yield the JSON of records with more fields at their end.

    >>> list(extended(['{"id": "c1"}'], {"note": None}))
    ['{"id": "c1", "note": null}']
    """
    tail = f", {to_json(more)[1:]}"
    return (text[:-1] + tail for text in told)


def is_record(kind: type) -> bool:
    """Whether JSON writes values of a model as objects, as it does all but matches.

    Of matches there are so many that they are arrays of their fields, in order.
    """
    return hasattr(kind, "_fields") and kind is not Match


def to_record(value: Any) -> Record:
    """Return a model as a record: dates as ISO, enums as their strings, tuples as lists."""
    plain = _PLAIN
    return {
        name: item if type(item) in plain else _plain(item)
        for name, item in zip(value._fields, value, strict=True)
    }


_PLAIN = frozenset({str, int, float, bool, type(None)})


def _plain(value: Any) -> Any:
    if type(value) in _PLAIN:
        return value
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list)):
        return to_record(value) if is_record(type(value)) else _plain_list(value)
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _plain_list(values: Sequence[Any]) -> list[Any]:
    return [value if type(value) in _PLAIN else _plain(value) for value in values]
