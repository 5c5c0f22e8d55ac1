"""Dates, amounts and their doubts as short text: ISO dates, ASCII digits, signs that the legend explains."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from rich.text import Text

from drawdown_cli.records import Record
from drawdown_cli.render.printable import one_line
from drawdown_cli.render.view import LRM, RLM, STYLES, View, ltr

_SIGNS = {"by": "≤", "until": "≤", "before": "<", "since": "≥", "after": ">", "about": "≈"}
_MARK_OF_MOD = {"until": "by"}
_SIGN_OF_COMPARATOR = {"~": "≈", ">": ">", "<": "<"}
_SIGN_OF_BASIS = {"implied": "*", "published": "†", "inferred": "‡", "file": "‡"}
_MARK_OF_BASIS = {"file": "inferred"}
_SIGN_OF_VERDICT = {"accepted": "☑", "fixed": "✎", "rejected": "☒"}
_MOVES = {"withdrawal": "\N{MINUS SIGN}", "deployment": "+"}


def date_cell(record: Record, view: View) -> Text:
    """Return the date of a change with its bound and what it rests on."""
    words = interval(record.get("date_start"), record.get("date_end"))
    if not words:
        return Text(view.label("say", "undated"), style=STYLES["dim"])
    mod, basis = record.get("date_mod") or "on", record.get("date_basis") or ""
    part = ""
    if mod in _SIGNS:
        words = f"{view.mark(_SIGNS[mod], _MARK_OF_MOD.get(mod, mod))} {words}"
    elif mod in ("start", "mid", "end") and record.get("date_start") != record.get("date_end"):
        part = view.label("mod", mod) + " "
    return Text(part + ltr(words + basis_sign(basis, view)), style=STYLES["date"])


def published_cell(record: Record, view: View, key: str = "published") -> Text:
    """Return an article's date, with a mark where it was worked out."""
    value = one_line(str(record.get(key) or ""))
    if not value:
        return Text(view.label("say", "undated"), style=STYLES["dim"])
    return Text(ltr(value + basis_sign(record.get(f"{key}_basis") or "", view)), style=STYLES["date"])


def basis_sign(basis: str, view: View) -> str:
    """Return the mark of what a date rests on, nothing where it is stated."""
    sign = _SIGN_OF_BASIS.get(basis, "")
    return view.mark(sign, _MARK_OF_BASIS.get(basis, basis)) if sign else ""


def correction_sign(record: Record, view: View) -> Text:
    """Return the mark of what the user has said of a fact, nothing where they have said nothing."""
    correction = record.get("correction")
    if not correction:
        return Text()
    verdict = correction["verdict"]
    return Text(f" {view.mark(_SIGN_OF_VERDICT[verdict], verdict)}", STYLES["number"])


def interval(start: str | None, end: str | None) -> str:
    """Return inclusive ISO days as the shortest name of what lies between them.

    >>> interval("2021-01-01", "2021-12-31"), interval("2020-03-01", "2020-03-31")
    ('2021', '2020-03')
    >>> interval("2021-07-23", "2021-12-31"), interval("2021-07-23", None)
    ('2021-07-23 – 2021-12-31', '2021-07-23 –')
    """
    if not start or not end:
        return f"{start} –" if start else f"– {end}" if end else ""
    if start == end:
        return start
    first, last = _shortened(date.fromisoformat(start), date.fromisoformat(end))
    return first if first == last else f"{first} – {last}"


def _shortened(start: date, end: date) -> tuple[str, str]:
    whole_months = start.day == 1 and end.day == monthrange(end.year, end.month)[1]
    if whole_months and start.month == 1 and end.month == 12:
        return f"{start.year:04}", f"{end.year:04}"
    if whole_months:
        return start.isoformat()[:7], end.isoformat()[:7]
    return start.isoformat(), end.isoformat()


def number_cell(record: Record, view: View) -> Text:
    """Return what a change counts: an amount moved, a result, from one to another, or a new mission."""
    has_mission = record.get("mission_to") or record.get("mission_from")
    if has_mission and not record.get("phrase"):
        before, after = (_mission(record.get(key) or "", view) for key in ("mission_from", "mission_to"))
        return Text(_from_to(before, after, view), style=STYLES["number"])
    words = _amount_words(record, view)
    if not words:
        return Text()
    unit = record.get("unit") or ""
    if unit == "percent":
        return Text(f"{words}%{LRM}", style=STYLES["number"])
    name = view.label(_count_of(record), unit) if unit else ""
    return Text(f"{words} {name}".strip(), style=STYLES["number"])


def _count_of(record: Record) -> str:
    """The group of labels that fits the number that stands before them."""
    numbers = (record.get(key) for key in ("to_value", "value", "high", "low"))
    last = next((number for number in numbers if number is not None), 0)
    return "few" if 3 <= last % 100 <= 10 else "unit"


def _mission(name: str, view: View) -> str:
    return view.label("mission", one_line(name)) if name else ""


def _amount_words(record: Record, view: View) -> str:
    before, after = record.get("from_value"), record.get("to_value")
    if before is not None and (after is None or before == after):
        after = record.get("value")
    if before is not None and after is not None:
        return _from_to(amount(before), amount(after), view)
    words = bounded(record, view)
    role, category = record.get("value_role"), record.get("category", "")
    if words and role == "moved":
        words = _MOVES.get(category, "") + words
    elif words and role == "result" and category != "level":
        words = f"{view.mark('=', 'result')} {words}"
    return ltr(words)


def bounded(record: Record, view: View) -> str:
    """Return an amount with its bounds, or nothing where the record counts nothing."""
    value, low, high = record.get("value"), record.get("low"), record.get("high")
    comparator = record.get("comparator") or ""
    if low is not None and high is not None and low != high and comparator != "~":
        return f"{amount(low)}–{amount(high)}"
    if value is None:
        value = low if low is not None else high
    if value is None:
        return ""
    sign = _SIGN_OF_COMPARATOR.get(comparator, "")
    if sign == "≈":
        view.mark("≈", "about")
    return f"{sign}{amount(value)}"


def amount(value: Any) -> str:
    """Return a number with thousands separators.

    >>> amount(2500), amount(0.5), amount(3.0)
    ('2,500', '0.5', '3')
    """
    return f"{value:,.10g}" if isinstance(value, float) and not value.is_integer() else f"{int(value):,}"


def _from_to(before: str, after: str, view: View) -> str:
    """Words that read from the first to the second in the page's direction."""
    if view.mirrored:
        return f"{RLM}{before} \N{LEFTWARDS ARROW} {after}"
    return f"{LRM}{before} \N{RIGHTWARDS ARROW} {after}{LRM}"
