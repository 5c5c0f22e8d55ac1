"""Apply corrections to facts: the values that the user gives, and what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.corrections.userfile import Correction, Verdict
from drawdown_cli.isodates import bounds
from drawdown_cli.models import (
    Category,
    Change,
    ChangeFilter,
    Confidence,
    DateBasis,
    DateMod,
    Grain,
    Quote,
    QuoteFilter,
    SpeakerType,
    ValueRole,
)
from drawdown_cli.records import Record, to_record
from drawdown_cli.timeline import admits
from drawdown_cli.timeline.merging import merged
from drawdown_cli.timeline.names import force_key, place_key

_GRAINS = {4: Grain.YEAR, 7: Grain.MONTH, 10: Grain.DAY}
_NEAR = timedelta(days=3)
_PLAIN_OF_QUOTE = ("speaker", "speaker_type", "role", "kind")
_PLAIN_OF_CHANGE = ("status", "category", "unit", "date_mod")


class Applied(NamedTuple):
    """What exports say of a corrected fact: the verdict, what the user gave, what had been found, the note.

    `line` is where corrections.toml says so.
    """

    verdict: Verdict
    fields: tuple[str, ...]
    found: Mapping[str, Any]
    note: str
    line: int

    def record(self) -> Record:
        """Return it as a record."""
        record = to_record(self)
        del record["line"]
        return record


FixedQuote = tuple[Quote, Applied]
FixedChange = tuple[Change, Applied]


def fixed_quotes(
    quotes: Sequence[tuple[Quote, Correction]], spoken: Callable[[], Iterable[tuple[Any, ...]]]
) -> dict[str, FixedQuote]:
    """Return quotations by id as their corrections say; `spoken` tells of which kind a known speaker is."""
    types: dict[str, SpeakerType] = {}
    if any("speaker" in correction.fixes for _, correction in quotes):
        types = {fold(name): SpeakerType(kind) for _, name, kind, *_ in spoken()}
    return {quote.id: _fixed_quote(quote, correction, types) for quote, correction in quotes}


def fixed_changes(
    changes: Sequence[tuple[Change, Correction]], stored: Callable[[ChangeFilter], Iterable[Change]]
) -> dict[tuple[str, int, int], FixedChange]:
    """Return changes by place as their corrections say, with all reports of the same facts."""
    fixed = {}
    own = {change.id for change, _ in changes}
    for change, correction in changes:
        for report in _reports(change, stored):
            if report.id == change.id or report.id not in own:
                fixed[report.doc, report.start, report.end] = _fixed_change(report, correction)
    return fixed


def _reports(change: Change, stored: Callable[[ChangeFilter], Iterable[Change]]) -> Iterator[Change]:
    """The change and what the timeline would merge with it."""
    near = {change.id: change, **{report.id: report for report in stored(_around(change))}}
    rows = merged(near.values())
    place = (change.doc, change.start, change.end)
    for row in rows:
        places = {(source.doc, source.start, source.end) for source in row.sources}
        if place in places:
            yield from (each for each in near.values() if (each.doc, each.start, each.end) in places)


def _around(change: Change) -> ChangeFilter:
    start, end = change.date_start or change.date_end, change.date_end or change.date_start
    return ChangeFilter(
        categories=(change.category,),
        since=start and _moved(start, -_NEAR),
        until=end and _moved(end, _NEAR),
        undated=start is None,
    )


def _moved(day: date, by: timedelta) -> date:
    return day + by if date.min - min(by, timedelta()) <= day <= date.max - max(by, timedelta()) else day


def _fixed_quote(quote: Quote, correction: Correction, types: Mapping[str, SpeakerType]) -> FixedQuote:
    given = correction.fixes
    values: dict[str, Any] = {key: given[key] for key in _PLAIN_OF_QUOTE if key in given}
    if "speaker" in given and "speaker_type" not in given:
        values["speaker_type"] = types.get(fold(given["speaker"]), SpeakerType.PERSON)
    if "speaker_type" in values:
        name = values.get("speaker", quote.speaker)
        values["speaker_id"] = f"{values['speaker_type'].value}:{fold(name)}"
    if "date" in given:
        values["date"], values["date_basis"] = given["date"][0], DateBasis.CORRECTED.value
    return quote._replace(**values, confidence=Confidence.HIGH), _applied(quote, values, correction)


def _fixed_change(change: Change, correction: Correction) -> FixedChange:
    given = correction.fixes
    values: dict[str, Any] = {key: given[key] for key in _PLAIN_OF_CHANGE if key in given}
    if "force" in given:
        values["force"] = force_key(given["force"])
    if "place" in given:
        values["place"] = place_key(given["place"])
    if "date" in given:
        values = {**_dated(*given["date"]), **values}
    if "value" in given:
        values |= _counted(change, given["value"], values.get("category", change.category))
    return change._replace(**values, confidence=Confidence.HIGH), _applied(change, values, correction)


def _dated(words: str, first: date, last: date) -> dict[str, Any]:
    return {
        "date_start": first,
        "date_end": last,
        "date_mod": DateMod.ON,
        "grain": _GRAINS.get(len(words), Grain.INTERVAL),
        "date_basis": DateBasis.CORRECTED,
    }


def _counted(change: Change, value: float, category: Category) -> dict[str, Any]:
    """An exact amount in the place of the one found, in the role that it had."""
    role = ValueRole.RESULT if category is Category.LEVEL else ValueRole.MOVED
    return {
        "value": value,
        "low": value,
        "high": value,
        "comparator": "=",
        "value_role": change.value_role or role,
        "unit": change.unit or "troops",
        "to_value": None if change.to_value is None else value,
    }


def _applied(fact: Quote | Change, values: Mapping[str, Any], correction: Correction) -> Applied:
    found = {key: getattr(fact, key) for key, value in values.items() if getattr(fact, key) != value}
    return Applied(correction.verdict, tuple(correction.fixes), found, correction.note, correction.line)


def admits_quote(quote: Quote, wanted: QuoteFilter) -> bool:
    """Whether a corrected quotation passes a filter; its sources and documents are the store's to decide."""
    return (
        (not wanted.speaker_ids or quote.speaker_id in wanted.speaker_ids)
        and (not wanted.speaker_types or quote.speaker_type in wanted.speaker_types)
        and (not wanted.kinds or quote.kind in wanted.kinds)
        and (not wanted.ids or quote.id in wanted.ids)
        and _is_in_time(quote.date or quote.published, wanted)
    )


def _is_in_time(when: str, wanted: QuoteFilter) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    if not when:
        return wanted.undated
    start, _, end = when.partition("/")
    first, last = bounds(start)[0], bounds(end or start)[1]
    return (wanted.since is None or last >= wanted.since) and (wanted.until is None or first <= wanted.until)


def admits_change(change: Change, wanted: ChangeFilter, source: str) -> bool:
    """Whether a corrected change passes a filter; where whole articles are wanted, at any date."""
    if wanted.sources and source not in wanted.sources:
        return False
    if wanted.ids and change.id not in wanted.ids:
        return False
    return admits(change, wanted._replace(since=None, until=None) if wanted.whole_articles else wanted)


def quote_order(quote: Quote) -> tuple[str, str, int]:
    """Return the key by which an index sorts its quotations."""
    published = bounds(quote.published)[0].isoformat() if quote.published else "9999"
    return published, quote.doc, quote.start


def change_order(change: Change) -> tuple[str, str, int]:
    """Return the key by which an index sorts its changes."""
    day = change.date_start or change.date_end
    return day.isoformat() if day else "9999", change.doc, change.start
