"""From the rows of quotations and changes back to the models: numbers to words, kinds, days and ids."""

from __future__ import annotations

import sqlite3
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from operator import itemgetter
from typing import Any, Generic, TypeVar

from drawdown_cli.memo import Memo
from drawdown_cli.store.rows import whole

T = TypeVar("T")

_IDS = {"id": "", "attributed_to": "q"}
"""The fields that hold ids, and the letter in front of one; '' for the model's own."""


class Strings(Memo[int, str]):
    """The numbered strings of an index, each read when it is first asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        sql = "SELECT string FROM strings WHERE number = ?"
        super().__init__(lambda number: str(connection.execute(sql, (number,)).fetchone()[0]))


class Decoder(Generic[T]):
    """Builds a model from the named columns of a row and from the fields that are known otherwise.

    `letter` begins the ids of its kind.
    """

    def __init__(self, cls: type[T], names: Sequence[str], letter: str, strings: Strings) -> None:
        fields: Sequence[str] = cls._fields  # type: ignore[attr-defined]
        hints = typing.get_type_hints(cls)
        readers = enumerate(_reader(name, hints[name], letter, strings) for name in names)
        self._readers = [(at, read) for at, read in readers if read]
        self._known = [name for name in fields if name not in names]
        self._in_order = itemgetter(*map([*names, *self._known].index, fields))
        self._make: Callable[[Iterable[object]], T] = cls._make  # type: ignore[attr-defined]

    def __call__(self, row: Sequence[Any], **known: Any) -> T:
        """Return the model of a row."""
        values = [*row, *[known[name] for name in self._known]]
        for at, read in self._readers:
            values[at] = read(values[at])
        return self._make(self._in_order(values))


def _reader(name: str, hint: Any, letter: str, strings: Mapping[int, str]) -> Callable[[Any], Any] | None:
    kinds = typing.get_args(hint) or (hint,)
    if name in _IDS:
        return lambda number: fact_id(_IDS[name] or letter, number)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Memo[Any, Any](lambda number: hint(strings[number])).__getitem__
    return next(
        (
            read
            for kind, read in (
                (date, Memo(_day).__getitem__),
                (float, Memo(whole).__getitem__),
                (bool, bool),
                (str, strings.__getitem__),
            )
            if kind in kinds
        ),
        None,
    )


def _day(number: int | None) -> date | None:
    return None if number is None else date.fromordinal(number)


def fact_id(letter: str, number: int) -> str:
    """Return the id that `id_number` made a number of.

    >>> from drawdown_cli.store.rows import id_number
    >>> fact_id("q", id_number("q00000000ff")), fact_id("q", 0)
    ('q00000000ff', '')
    """
    return f"{letter}{number:010x}" if number else ""
