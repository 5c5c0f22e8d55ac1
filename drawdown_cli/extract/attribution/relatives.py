"""Relative clauses that say who spread a text: 'in a statement that the agency carried'."""

from __future__ import annotations

from drawdown_cli.extract.attribution.reading import Reading, finite
from drawdown_cli.extract.attribution.sources import source_after

_OF_IT = ("ه", "ها")


def spread_end(r: Reading, at: int, last: int) -> int:
    """Return the token after the clause that the verb at `at` begins, or 0 where it is none.

    The verb has its text, without the article right before it, as its object: بيان نقلته الوكالة.
    """
    if not r.cues[at] or not r.has(at - 1, "venue") or r.articled(at - 1):
        return 0
    form = next((cue for cue in r.cues[at] if finite(cue) and cue.inflection.suffix in _OF_IT), None)
    if form is None or form.proclitic:
        return 0
    mention, zone = source_after(r, at + form.length, last, form)
    return zone if mention is not None else 0
