"""Where the reporter goes on behind somebody's words: where it was said, what was before, as he told us."""

from __future__ import annotations

from drawdown_cli.extract.attribution.namesakes import told
from drawdown_cli.extract.attribution.reading import COMMAS, STOPS, Reading, begins_with_and, finite

_LONGEST_VENUE = 16
_LONGEST_BACKGROUND = 9
_AS = "كما"
_ALREADY = ("قد", "سبق")


def narrator_begins(r: Reading, at: int, last: int) -> bool:
    """Whether a comma before `at` parts what somebody said from what the reporter tells of it."""
    return _venue(r, at, last) or _was_before(r, at, last) or _as_he_told(r, at)


def _venue(r: Reading, at: int, last: int) -> bool:
    """', in a statement to the channel.': to the end of the sentence, where words are said."""
    behind = at + r.has(at, "preposition")
    if behind == at or not r.has(behind, "utterance"):
        return False
    for n in range(behind + 1, min(behind + _LONGEST_VENUE, last)):
        if r.tokens[n].text in STOPS:
            return True
        if r.tokens[n].text in COMMAS or r.has(n, "complementiser"):
            return False
    return behind + _LONGEST_VENUE >= last


def _was_before(r: Reading, at: int, last: int) -> bool:
    """', and the forces had spread': the background of what was said."""
    if not (r.has(at, "had") and begins_with_and(r, at)):
        return False
    return any(r.norm(n) in _ALREADY for n in range(at + 1, min(at + _LONGEST_BACKGROUND, last)))


def _as_he_told(r: Reading, at: int) -> bool:
    """', as he told the agency': no subject but the one before."""
    said = r.norm(at) == _AS and any(map(finite, r.cues[at + 1]))
    return said and (not r.is_word(at + 2) or told(r, at + 2) or r.has(at + 2, "preposition") > 0)
