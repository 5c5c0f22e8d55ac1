"""Machine formats: every field, logical order, no direction marks, nothing cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, TextIO

from drawdown_cli.memo import Memo
from drawdown_cli.records import Record
from drawdown_cli.render.output import Format
from drawdown_cli.render.printable import one_line
from drawdown_cli.unseen import to_json

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
JSON_FORMATS = (Format.JSONL, Format.JSON)
_RECURRING = 1000
"""Words of cells kept in mind: names and kinds come again in every row."""
_BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"


def write(records: Iterable[Record], format: Format, sink: TextIO, *, excel: bool = False) -> int:
    """Write records in a machine format as they come; return how many there were."""
    if format in JSON_FORMATS:
        return write_told(map(to_json, records), format, sink)
    if format is Format.MD:
        return _write_markdown(records, sink)
    if excel:
        sink.write(_BOM)
    return _write_separated(records, sink, "," if format is Format.CSV else "\t")


def write_told(told: Iterable[str], format: Format, sink: TextIO) -> int:
    """Write the JSON of records as lines or as one array; return how many there were."""
    lines = format is Format.JSONL
    count = 0
    for text in told:
        count += 1
        sink.write(f"{text}\n" if lines else ("[\n" if count == 1 else ",\n") + text)
    if not lines:
        sink.write("\n]\n" if count else "[]\n")
    return count


def _write_separated(records: Iterable[Record], sink: TextIO, separator: str) -> int:
    import csv

    words = Memo(_words, most=_RECURRING)
    names, rows = _columns(records)
    writer = csv.writer(sink, delimiter=separator, lineterminator="\n")
    if names:
        writer.writerow(names)
    count = 0
    for record in rows:
        count += 1
        values = map(record.get, names)
        writer.writerow([words[value] if type(value) is str else _cell(value) for value in values])
    return count


def _write_markdown(records: Iterable[Record], sink: TextIO) -> int:
    names, rows = _columns(records)
    if names:
        sink.write(f"| {' | '.join(names)} |\n|{' --- |' * len(names)}\n")
    count = 0
    for record in rows:
        count += 1
        cells = (cell_text(record.get(name)).replace("|", "\\|") for name in names)
        sink.write(f"| {' | '.join(cells)} |\n")
    return count


def _columns(records: Iterable[Record]) -> tuple[Sequence[str], Iterator[Record]]:
    rows = iter(records)
    first = next(rows, None)
    return ((), iter(())) if first is None else (tuple(first), chain((first,), rows))


def cell_text(value: Any) -> str:
    """Return a value as one line of a cell: lists and records as JSON, nothing as nothing.

    Line ends and what could act on a terminal are gone; JSON keeps them, as escapes.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | dict):
        return to_json(value) if value else str(value)
    return one_line(value) if isinstance(value, str) else str(value)


def corrected_words(record: Record) -> str:
    """Return what a record says of the user's correction, in words: `fixed by hand: date, value`."""
    correction = record.get("correction")
    if not correction:
        return ""
    fields = ", ".join(correction["fields"])
    return f"{correction['verdict']} by hand" + (f": {fields}" if fields else "")


def _cell(value: Any) -> str:
    return "" if value is None else _defused(cell_text(value))


def _words(text: str) -> str:
    return _defused(one_line(text))


def _defused(cell: str) -> str:
    """A spreadsheet runs a cell that begins like a formula: an apostrophe makes it text."""
    if not cell.startswith(_FORMULA_STARTS):
        return cell
    number = cell.replace(".", "", 1).removeprefix("-").isdigit()
    return cell if number else f"'{cell}"
