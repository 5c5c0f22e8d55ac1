"""What a title goes on with: a kind of place with its name, and all that stands before a rank and a name."""

from __future__ import annotations

from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.progress import ENDS, PERSONS, State
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and, finite
from drawdown_cli.extract.attribution.shapes import ARTICLE, looks_like_verbal_noun

_FARTHEST_RANK = 7


def place_length(r: Reading, at: int, last: int) -> int:
    """Return how many tokens a kind of place takes with its name (ولاية وايومنغ, مخيم أبو شوك), or 0."""
    if not r.has(at, "place_head") or r.articled(at) or not r.is_word(at + 1) or at + 1 >= last:
        return 0
    form = r.noun(at + 1, "country")
    end = at + 1 + (form.length if form else 1 + (r.noun(at + 1, "nameparticle") is not None))
    part = None if form else r.noun(end, "country")  # ولاية شمال دارفور
    end += part.length if part else 0
    # A place of two words that no lexicon knows ends before a first name (قرية دير بلوط يوسف).
    two = form is None and _unknown(r, end) and r.noun(end + 1, "given") is not None
    return min(end + two, last) - at


def to_rank(state: State) -> int:
    """'The commander in the Golan Major X': all before a rank that a name follows belongs to the title."""
    r = state.r
    if state.category not in PERSONS or state.plural:
        return 0
    # An unknown word may begin a name: 'the chairwoman X Y met the commander General Z'.
    goes_on = r.nouns[state.at] or r.articled(state.at) or r.has(state.at, "preposition")
    goes_on = goes_on or (r.has(state.at, "masdar") and not state.closed)
    if not goes_on or r.noun(state.at, "given", "nameparticle"):
        return 0
    whole = state.closed
    for at in range(state.at, min(state.at + _FARTHEST_RANK, state.last)):
        rank = r.noun(at, "rank")
        if rank is not None and rank.proclitic == ARTICLE and at > state.at:
            return at - state.at if _named(r, at + rank.length, state.last) else 0
        ended = not r.is_word(at) or r.has(at, *ENDS) or begins_with_and(r, at) or _speaks(r, at)
        if ended or _elsewhere(r, at, whole=whole):
            return 0
        whole = whole or r.articled(at)
    return 0


def _elsewhere(r: Reading, at: int, *, whole: bool) -> bool:
    """Whether a word leads out of a title: 'after', 'upon his receiving', 'in the presence of'.

    A verbal noun does so behind a whole title only: رئيس بعثة مراقبة وقف إطلاق النار.
    """
    if r.has(at, "masdar") and not whole:
        return False
    outside = r.has(at, "preposition") and not r.has(at, "within_title")
    event = r.has(at, "venue", "masdar") or r.norm(at).endswith(("ها", "هم"))
    return bool(outside or event) or r.tokens[at].text.endswith("ه") or looks_like_verbal_noun(r, at)


def _named(r: Reading, at: int, last: int) -> bool:
    while at < last and r.articled(at) and r.noun(at, "adjective", "nisba", "portfolio"):  # اللواء المتقاعد
        at += 1
    return r.noun(at, "given") is not None or name_end(r, at, last) > at + 1


def _speaks(r: Reading, at: int) -> bool:
    return not r.nouns[at] and any(map(finite, r.cues[at]))


def _unknown(r: Reading, at: int) -> bool:
    return r.is_word(at) and not (r.nouns[at] or r.small[at] or r.cues[at] or r.articled(at))
