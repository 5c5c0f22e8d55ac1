"""Words that stand twice: a heading between paragraphs that quotes what somebody is yet to say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from drawdown_cli.extract.attribution.focus import paragraph_at
from drawdown_cli.extract.attribution.people import Speaker
from drawdown_cli.extract.attribution.reading import Reading
from drawdown_cli.extract.attribution.scan import Draft, Scan

_FLOATING = "floating"
_FARTHEST = 12
_SHORTEST = 2
_LONGEST = 30


def give_headings(scan: Scan, speakers: list[Speaker]) -> None:
    """Give the words of each heading in marks to who says them below it, in place."""
    for at, draft in enumerate(scan.drafts):
        if draft.rule == _FLOATING and draft.mention is None and _is_heading(scan.r, draft):
            said = _said_below(scan, at)
            if said and speakers[said].name:
                speakers[at] = replace(speakers[said], via="", rule="reference")


def _is_heading(r: Reading, draft: Draft) -> bool:
    """Whether a paragraph holds nothing but these words in marks."""
    paragraph = paragraph_at(r, draft.first)
    return draft.first - paragraph.first <= 1 and paragraph.last - draft.last <= 1


def _said_below(scan: Scan, at: int) -> int:
    """Return which draft below one begins with its words or holds them, or 0."""
    words = _words(scan.r, scan.drafts[at])
    if not _SHORTEST <= len(words) <= _LONGEST:
        return 0
    below = range(at + 1, min(len(scan.drafts), at + _FARTHEST))
    return next((n for n in below if _holds(_words(scan.r, scan.drafts[n]), words)), 0)


def _words(r: Reading, draft: Draft) -> list[str]:
    return [r.norm(n) for n in range(draft.first, draft.last) if r.is_word(n)]


def _holds(whole: Sequence[str], words: Sequence[str]) -> bool:
    size = len(words)
    return any(whole[n : n + size] == words for n in range(len(whole) - size + 1) if whole[n] == words[0])
