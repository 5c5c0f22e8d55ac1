"""Words in a subordinate clause ('while X stresses that …, shells fell'): where the main clause begins."""

from __future__ import annotations

from drawdown_cli.arabic.letters import TEH, YEH
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, finite
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun

_SHORTEST_VERB = 4


def is_subordinate(r: Reading, first: int) -> bool:
    """Whether a sentence begins with a conjunction that asks for a main clause: بينما, رغم أن, بعدما."""
    return r.has(first, "subordinator") > 0


def main_clause(r: Reading, start: int, end: int) -> int:
    """Return the comma between `start` and `end` behind which a verb begins the main clause, or `end`."""
    at = start + 1
    while at < end - 1:
        if r.tokens[at].text in COMMAS and _begins(r, at + 1):
            return at
        after = r.marks.after(at)
        at = after if after > 0 else at + 1
    return end


def _begins(r: Reading, at: int) -> bool:
    if r.has(at, "plain_verb", "had", "negation", "then"):
        return not any(form.proclitic for form in r.small[at] if form.entry.sense == "plain_verb")
    if any(finite(form) and not form.proclitic for form in r.cues[at]):
        return True
    known = r.nouns[at] or r.small[at] or r.cues[at] or looks_like_verbal_noun(r, at)
    norm = r.norm(at)
    shaped = norm[:1] in (TEH, YEH) or norm[-1:] == TEH
    return shaped and not known and r.is_word(at) and len(norm) >= _SHORTEST_VERB and not r.articled(at)
