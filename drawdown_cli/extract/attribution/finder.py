"""Walk through a text once, sentence by sentence, and draft the quotations that it holds."""

from __future__ import annotations

from drawdown_cli.extract.attribution.attributed import attributed
from drawdown_cli.extract.attribution.attributions import ROLES, attribution_at
from drawdown_cli.extract.attribution.headlines import headline
from drawdown_cli.extract.attribution.lists import listed
from drawdown_cli.extract.attribution.marked import floating, marked_at
from drawdown_cli.extract.attribution.reading import Reading
from drawdown_cli.extract.attribution.scan import Scan
from drawdown_cli.extract.attribution.verbs import cue_at
from drawdown_cli.models import Zone


def walk(reading: Reading) -> Scan:
    """Return the walk through a whole text, with its drafts in order."""
    scan = Scan(reading)
    for number, (first, last, zone) in enumerate(reading.sentences):
        if zone is not Zone.BOILERPLATE:
            scan.enter(number, first, last)
            _sentence(scan)
    return scan


def _sentence(scan: Scan) -> None:
    at = scan.first
    if scan.drafts and scan.drafts[-1].last > at:
        at = min(scan.drafts[-1].last + 1, scan.last)
    if at >= scan.last or floating(scan, at) or listed(scan, at) or headline(scan, at):
        return
    cues, small, quotes, brackets = scan.r.cues, scan.r.small, scan.r.marks.quotes, scan.r.marks.brackets
    while at < scan.last:
        # Most words announce nothing.
        stirs = cues[at] or small[at] or at in quotes or at in brackets
        at = max(at + 1, _step(scan, at)) if stirs else at + 1


def _step(scan: Scan, at: int) -> int:
    r = scan.r
    if at in r.marks.quotes or at in r.marks.brackets:
        return marked_at(scan, at)
    if r.small[at] and r.has(at, *ROLES):
        found = attribution_at(r, at, scan.last)
        if found:
            return attributed(scan, found)
    return cue_at(scan, at) if r.cues[at] else 0
