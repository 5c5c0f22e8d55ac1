"""Lists of what somebody said: a line that names him and the occasion, then a dash before each saying."""

from __future__ import annotations

from drawdown_cli.extract.attribution.clauses import is_direct
from drawdown_cli.extract.attribution.contents import take_direct
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.reading import DASHES, STOPS, Reading, finite
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.subjects import phrases_in
from drawdown_cli.models import Confidence, SpeakerType

_LONGEST_HEAD = 30
_LEAST_WORDS = 3


def listed(scan: Scan, at: int) -> bool:
    """Draft an item of a list whose head says who spoke: 'X in remarks to Y:', '- we shall stay'."""
    r = scan.r
    first = r.sentences[scan.sentence][0]
    if r.tokens[first].text not in DASHES or at > first + 1 or scan.last - at < _LEAST_WORDS:
        return False
    mention = _who_spoke(scan)
    if mention is None:
        return False
    start = first + 1
    close = is_direct(r, start, scan.last) if start in r.marks.quotes else 0
    begin, end = (start + 1, close) if close else (start, scan.trimmed(start, scan.last))
    take_direct(scan, Draft((at, at), None, mention, "listed", confidence=Confidence.MEDIUM), begin, end)
    return True


def _who_spoke(scan: Scan) -> Mention | None:
    """Return who is named at the head of the list in which the walk stands, or None."""
    previous = scan.drafts[-1] if scan.drafts else None
    if previous is not None and previous.rule == "listed" and previous.sentence == scan.sentence - 1:
        return previous.mention
    head = scan.r.sentences[scan.sentence - 1] if scan.sentence else (0, 0)
    first, last = head[:2]
    if not 0 < last - first <= _LONGEST_HEAD or not _heads_list(scan.r, first, last):
        return None
    named = (m for m in phrases_in(scan.r, first, last) if m.type is SpeakerType.PERSON)
    return next(named, None)


def _heads_list(r: Reading, first: int, last: int) -> bool:
    """Whether a line names an occasion, tells nothing and does not end: no stop, or a colon."""
    if r.tokens[last - 1].text in STOPS or r.tokens[first].text in DASHES:
        return False
    told = any(finite(form) for n in range(first, last) if not r.nouns[n] for form in r.cues[n])
    return not told and any(r.has(n, "venue") for n in range(first, last))
