"""The timeline for TimelineJS: the JSON that Knight Lab's page documents, all text escaped as HTML."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from html import escape
from typing import Any, TextIO

from drawdown_cli.records import Record
from drawdown_cli.render.export import corrected_words

_TO_MONTH = frozenset({"month"})
_TO_YEAR = frozenset({"year", "half", "quarter", "season", "decade"})
_TITLES = {"en": "Troop levels and missions", "ar": "أعداد القوات ومهامها"}


def write_timelinejs(rows: Sequence[Record], sink: TextIO, *, lang: str, versions: str) -> int:
    """Write the dated rows as TimelineJS events; return how many there were."""
    events = [_event(row) for row in rows if row["date_start"] or row["date_end"]]
    timeline = {
        "scale": "human",
        "title": {"text": {"headline": _TITLES[lang], "text": f"<p>{escape(versions)}</p>"}},
        "events": events,
    }
    json.dump(timeline, sink, ensure_ascii=False, indent=1)
    sink.write("\n")
    return len(events)


def _event(row: Record) -> dict[str, Any]:
    start, end = row["date_start"] or row["date_end"], row["date_end"] or row["date_start"]
    event = {
        "unique_id": row["id"],
        "group": row["category"],
        "start_date": _date(start, row["grain"]),
        "text": {"headline": escape(row["phrase"]), "text": "".join(_paragraphs(row))},
        "autolink": False,
    }
    if end != start:
        event["end_date"] = _date(end, row["grain"])
    if row["date_text"]:
        event["display_date"] = escape(row["date_text"])
    return event


def _date(day: str, grain: str) -> dict[str, int]:
    year, month, date = (int(part) for part in day.split("-"))
    if grain in _TO_YEAR:
        return {"year": year}
    if grain in _TO_MONTH:
        return {"year": year, "month": month}
    return {"year": year, "month": month, "day": date}


def _paragraphs(row: Record) -> Iterable[str]:
    yield f"<p>{escape(row['status'])}</p>"
    if corrected := corrected_words(row):
        yield f"<p>{escape(corrected)}</p>"
    for source in row["sources"]:
        name = escape(source.get("title") or source["doc"])
        url = source.get("url") or ""
        linked = f'<a href="{escape(url)}">{name}</a>' if url.startswith(("https://", "http://")) else name
        words = escape(source["text"])
        yield f'<blockquote dir="rtl">{words}</blockquote><p>{linked} {escape(source["published"])}</p>'
