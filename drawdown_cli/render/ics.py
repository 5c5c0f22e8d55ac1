"""The timeline as a calendar (RFC 5545): an all-day event for each dated change, with a UID that stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TextIO

from drawdown_cli.records import Record
from drawdown_cli.render.export import corrected_words

_LONGEST = 75
"""How many octets a line may have; what is longer goes on in the next line after a space."""

_CONFIRMED = frozenset({"occurred", "ongoing"})
_UNPUBLISHED = "19700101"


def write_ics(rows: Sequence[Record], sink: TextIO, *, lang: str, versions: str) -> int:
    """Write the dated rows as events; return how many there were."""
    dated = [row for row in rows if row["date_start"] or row["date_end"]]
    for line in _calendar(dated, lang, versions):
        sink.write(fold_line(line) + "\r\n")
    return len(dated)


def fold_line(line: str) -> str:
    """Return a content line cut into lines of at most 75 octets, never inside a character.

    >>> fold_line("SUMMARY:" + "x" * 70).split("\\r\\n")[1]
    ' xxx'
    """
    pieces, room = [""], _LONGEST
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(" ")
            room = _LONGEST - 1
        pieces[-1] += character
        room -= size
    return "\r\n".join(pieces)


def _calendar(rows: Sequence[Record], lang: str, versions: str) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//drawdown//{versions}//{lang.upper()}")
    yield "CALSCALE:GREGORIAN"
    for row in rows:
        yield from _event(row)
    yield "END:VCALENDAR"


def _event(row: Record) -> Iterator[str]:
    start = date.fromisoformat(row["date_start"] or row["date_end"])
    end = date.fromisoformat(row["date_end"] or row["date_start"])
    yield "BEGIN:VEVENT"
    yield f"UID:{row['id']}@drawdown"
    # The stamp is the first report's day, not the clock's: the same index gives the same file.
    yield f"DTSTAMP:{_stamp(row)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{start:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{_following(end):%Y%m%d}"
    yield f"SUMMARY:{_escaped(row['phrase'])}"
    yield f"DESCRIPTION:{_escaped(_description(row))}"
    yield f"CATEGORIES:{_escaped(row['category'])},{_escaped(row['status'])}"
    yield f"STATUS:{_status(row['status'])}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _following(day: date) -> date:
    """The end of an all-day event is the day after its last."""
    return day if day == date.max else day + timedelta(days=1)


def _stamp(row: Record) -> str:
    days = [source["published"].replace("-", "") for source in row["sources"]]
    return min((day for day in days if len(day) == len(_UNPUBLISHED)), default=_UNPUBLISHED)


def _description(row: Record) -> str:
    lines = [row["status"], row["date_text"], corrected_words(row)]
    for source in row["sources"]:
        lines += [source["text"], " ".join((source.get("title") or source["doc"], source["published"]))]
    return "\n".join(line for line in lines if line)


def _status(status: str) -> str:
    if status == "denied":
        return "CANCELLED"
    return "CONFIRMED" if status in _CONFIRMED else "TENTATIVE"


def _escaped(text: str) -> str:
    for character in ("\\", ";", ","):
        text = text.replace(character, f"\\{character}")
    return "".join("\\n" if each == "\n" else each for each in text if each == "\n" or each.isprintable())
