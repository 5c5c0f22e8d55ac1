"""What kind of cue a word is, and whether what it needs to be one is near."""

from __future__ import annotations

from functools import lru_cache

from drawdown_cli.extract.attribution.reading import COMMAS, CONJUNCTIONS, Reading, finite, frames
from drawdown_cli.lexicon import Form

FOLDED = {"إلى": "الي", "على": "علي", "عن": "عن", "من": "من", "في": "في"}
PREPOSITIONS = frozenset(FOLDED)
_NEAR = 12


@lru_cache(maxsize=1000)
def folded(kinds: frozenset[str]) -> frozenset[str]:
    """Return the prepositions among the frames of a cue, as they are folded.

    >>> sorted(folded(frozenset({"إلى", "clause"})))
    ['الي']
    """
    return frozenset(FOLDED[kind] for kind in kinds & PREPOSITIONS)


def participle(form: Form) -> bool:
    """Whether a cue is a participle that stands as an adverb (مؤكدا، مشيرة)."""
    return form.inflection.form == "participle" and form.proclitic in ("", "و", "ف")


def adverbial(r: Reading, at: int) -> Form | None:
    """Return the participle cue at `at` if its ending is one of an adverb, else None."""
    if not r.cues[at] or not r.norm(at).endswith(("ا", "ه", "ين", "ات")):
        return None
    return next((form for form in r.cues[at] if participle(form) and form.length == 1), None)


def another_cue(r: Reading, at: int) -> bool:
    """Whether a cue of its own stands at `at`, on the way from another to its words."""
    if not r.cues[at] or r.has(at, "preposition", "adverb", "called"):
        return False
    # '…, asking (طالبا) that': no student behind a comma, before 'that'.
    if r.nouns[at] and not _and_him(r, at):
        asking = r.tokens[at - 1].text in COMMAS and r.has(at + 1, "complementiser", "that_not") > 0
        return asking and adverbial(r, at) is not None
    if adverbial(r, at) is not None and (r.norm(at).endswith("ا") or r.tokens[at - 1].text in COMMAS):
        return True
    joined = r.tokens[at - 1].text in COMMAS and r.norm(at)[:1] in CONJUNCTIONS  # ، ورد أحد الجنود
    noun = not joined and any(form.inflection.form in ("masdar", "participle") for form in r.cues[at])
    return not noun and any(finite(form) and _complete(r, form, at) for form in r.cues[at])


def _and_him(r: Reading, at: int) -> bool:
    """، وطالبها ب: a verb with its object behind a comma, no student of hers."""
    after_comma = r.tokens[at - 1].text in COMMAS
    return after_comma and any(
        finite(form) and form.inflection.suffix and form.proclitic for form in r.cues[at]
    )


def _complete(r: Reading, form: Form, at: int) -> bool:
    """Whether a cue that takes only a preposition has it near: عبّر عن, but not عبر البوابة."""
    kinds = frames(form)
    if kinds == {"colon"}:
        return any(r.norm(n) == ":" for n in range(at + 1, at + _NEAR))
    if kinds - PREPOSITIONS - {"feeling", "event"}:
        return True
    own = folded(kinds) or {"عن"}
    return any(r.norm(n) in own for n in range(at + 1, at + _NEAR))
