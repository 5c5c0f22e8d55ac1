"""Relative clauses that say who spread a text: 'in a statement that the agency carried'."""

from __future__ import annotations

from drawdown_cli.extract.attribution.reading import COMMAS, DASHES, Reading, finite
from drawdown_cli.extract.attribution.sources import source_after
from drawdown_cli.models import SpeakerType

_FARTHEST_TEXT = 9
_LONGEST_RELATIVE = 20
_OF_IT = ("ه", "ها")


def spread_end(r: Reading, at: int, last: int) -> int:
    """Return the token after the clause that the verb at `at` begins, or 0 where it is none.

    The verb has its text, without the article, as its object: بيان نقلته الوكالة, or behind a mark
    تصريحات لـ«الاتحاد» - نقلتها وسائل إعلام -.
    """
    if not r.cues[at]:
        return 0
    if r.has(at + 1, "resumptive"):
        return _seen_end(r, at, last)
    if not _text_before(r, at):
        return 0
    form = next((cue for cue in r.cues[at] if finite(cue) and cue.inflection.suffix in _OF_IT), None)
    if form is None or form.proclitic:
        return 0
    mention, zone = source_after(r, at + form.length, last, form)
    return zone if mention is not None else 0


def _seen_end(r: Reading, at: int, last: int) -> int:
    """'In a letter to the minister, that the paper has seen (اطلعت عليها), ': return its end, or 0."""
    form = next((cue for cue in r.cues[at] if finite(cue) and not cue.proclitic), None)
    seen = form is not None and r.tokens[at - 1].text != ":"
    mention, zone = source_after(r, at + 1 + r.has(at + 1, "resumptive"), last, form) if seen else (None, 0)
    return zone if mention is not None and mention.type is SpeakerType.MEDIA else 0


def _text_before(r: Reading, at: int) -> bool:
    """Whether an indefinite text stands right before a verb, or shortly before the mark in front of it."""
    if r.has(at - 1, "venue"):
        return not r.articled(at - 1)
    described = r.is_word(at - 1) and not (r.articled(at - 1) or r.small[at - 1])  # حديث متلفز بثته
    if described and r.has(at - 2, "venue"):
        return not r.articled(at - 2)
    if r.tokens[at - 1].text not in COMMAS | DASHES:
        return False
    near = range(max(0, at - _FARTHEST_TEXT), at - 1)
    return any(r.has(n, "venue") and not r.articled(n) and r.has(n - 1, "preposition") for n in near)


def past_relative(r: Reading, at: int, last: int) -> int:
    """Return the word behind 'a channel, which broadcasts in Pashto,' where 'that' stands there, or 0."""
    if not r.has(at - 1, "relative"):
        return 0
    for n in range(at + 1, min(last - 1, at + _LONGEST_RELATIVE)):
        if r.has(n, "complementiser") or n in r.marks.quotes or r.tokens[n].text == ":":
            return 0
        if r.tokens[n].text in COMMAS:
            return n + 1 if r.has(n + 1, "complementiser") else 0
    return 0
