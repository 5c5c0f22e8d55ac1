"""What may stand between a cue and its words: circumstances, attributions in commas, names in marks."""

from __future__ import annotations

from drawdown_cli.extract.attribution.reading import COMMAS, DASHES, Reading
from drawdown_cli.lexicon import Form

_LONGEST_CIRCUMSTANCE = 15
_LONGEST_ASIDE = 18
_LONGEST_NAME = 4
_ATTRIBUTES = ("according", "clausal", "own_words", "own_words_pronoun", "through")


def aside_end(r: Reading, at: int, last: int) -> int:
    """Return the mark that ends what the comma or dash at `at` begins (', according to X,').

    0 where nothing of the kind begins.
    """
    dash = r.tokens[at].text in DASHES
    if not (dash or r.tokens[at].text in COMMAS):
        return 0
    attributes = r.has(at + 1, *_ATTRIBUTES) and not r.has(at + 1, "contrast")
    if not attributes and not (dash and r.has(at + 1, "preposition")):
        return 0
    end = _next_mark(r, DASHES if dash else COMMAS, at + 2, min(last, at + _LONGEST_ASIDE))
    return end if attributes or r.has(end + 1, "complementiser") else 0


def adjunct_end(r: Reading, at: int, last: int) -> int:
    """Return the comma that ends a preposition's phrase at `at` (', in a record on Saturday,'), or 0."""
    if not r.has(at, "preposition"):
        return 0
    return _next_mark(r, COMMAS, at + 1, min(last, at + _LONGEST_CIRCUMSTANCE))


def _next_mark(r: Reading, marks: frozenset[str], first: int, last: int) -> int:
    """Return the first of these marks that no clause and no long words in marks come before, or 0."""
    for end in range(first, last):
        if r.tokens[end].text in marks:
            return end
        long = r.marks.quotes.get(end, end) - end > _LONGEST_NAME
        if long or r.has(end, "complementiser", "then"):
            return 0
    return 0


def cognate_end(r: Reading, cue: Form, at: int) -> int:
    """Return the end of a verb's own noun behind it ('denied a flat denial'), or 0."""
    if not r.cues[at] or not r.norm(at).endswith("ا"):
        return 0
    own = (form for form in r.cues[at] if form.entry is cue.entry and form.inflection.form == "masdar")
    if not any(not form.inflection.suffix for form in own):
        return 0
    described = r.norm(at + 1).endswith("ا") and not r.nouns[at + 1] and not r.small[at + 1]
    return at + 1 + described


def past_circumstance(r: Reading, at: int, last: int) -> int:
    """'And added, looking at the gate, "…"': return the token at which the circumstance has ended."""
    end = at + 1
    while end < min(last, at + _LONGEST_CIRCUMSTANCE):
        ended = r.tokens[end].text in COMMAS or r.tokens[end].text == ":" or end in r.marks.quotes
        if ended or r.has(end, "complementiser"):
            return end
        end += 1
    return at + 1
