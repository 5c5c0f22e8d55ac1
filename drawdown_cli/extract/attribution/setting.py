"""When, where and to whom words were said: what stands between a cue and its words, or before the cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, frames
from drawdown_cli.extract.attribution.scan import Draft
from drawdown_cli.models import DateMod, Timex, TimexBasis, TimexType

_BEFORE_CUE = 14
_LONGEST_VENUE = 7


@dataclass(frozen=True, slots=True)
class Setting:
    """The day (ISO, with its basis), the hearer and the occasion; '' where the text names none."""

    date: str = ""
    basis: str = ""
    addressee: str = ""
    venue: str = ""


def setting_of(r: Reading, draft: Draft, timexes: Sequence[Timex]) -> Setting:
    """Return the setting of a draft's words."""
    first, last = draft.frame
    if last <= first:
        first, last = draft.cue
    opening = max(r.sentences[draft.sentence][0], draft.cue[0] - _BEFORE_CUE)
    day = _day(r, timexes, first, last) or _day(r, timexes, opening, draft.cue[0])
    venue = _venue(r, first, last) or _venue(r, opening, draft.cue[0])
    if day is None or day.date_start is None:
        return Setting(addressee=_addressee(r, draft, first, last), venue=venue)
    basis = "stated" if day.basis is TimexBasis.STATED else "implied"
    return Setting(day.date_start.isoformat(), basis, _addressee(r, draft, first, last), venue)


def affiliation_of(r: Reading, mention: Mention | None) -> str:
    """Return the body in a speaker's title ('the spokesman of the Ministry of Defence'), or ''."""
    if mention is None or mention.type == "organisation":
        return ""
    start, end = mention.role
    for at in range(start + 1, end):
        form = r.noun(at, "body", "organisation")
        if form is not None and not r.noun(at, "nisba", "adjective"):
            stop = next((n for n in range(at + 1, end) if r.noun(n, "rank", "title")), end)
            text = r.between(at, stop)
            if form.proclitic == "لل":
                return "ال" + text[2:]
            return text.removeprefix("ل") if form.proclitic == "ل" else text
    return ""


def _day(r: Reading, timexes: Sequence[Timex], first: int, last: int) -> Timex | None:
    """The one day named between two tokens: no deadline, no period."""
    if first >= last or not timexes:
        return None
    start, end = r.tokens[first].start, r.tokens[last - 1].end
    for timex in timexes:
        single = timex.date_start is not None and timex.date_start == timex.date_end
        if start <= timex.start and timex.end <= end and single and timex.mod is DateMod.ON:
            return timex if timex.type in (TimexType.DATE, TimexType.TIME) else None
    return None


def _venue(r: Reading, first: int, last: int) -> str:
    for at in range(first + 1, last):
        if r.small[at] and r.has(at, "venue") and r.has(at - 1, "preposition"):
            end = at + 1
            while (
                end < min(last, at + _LONGEST_VENUE) and r.is_word(end) and not r.has(end, "complementiser")
            ):
                end += 1
            return r.between(at, end)
    return ""


def _addressee(r: Reading, draft: Draft, first: int, last: int) -> str:
    start = max(first, draft.mention.last if draft.mention and draft.mention.first >= first else first)
    for at in range(start, last):
        form = r.noun(at, "media", "title", "collective", "body")
        if form is not None and form.proclitic.startswith("ل") and not r.has(at, "venue"):
            phrase = parse_phrase(r, at, last)
            text = r.between(at, phrase.last if phrase else at + 1)
            return "ال" + text[2:] if form.proclitic == "لل" else text[1:]
    told = draft.mention is not None and "addressee" in frames(draft.form)
    if told and start < last and r.tokens[start].text not in COMMAS and head_at(r, start) is not None:
        phrase = parse_phrase(r, start, last)
        return r.between(start, phrase.last) if phrase else ""
    return ""
