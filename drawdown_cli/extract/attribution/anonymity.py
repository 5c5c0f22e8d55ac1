"""Clauses beside a speaker: who asked not to be named, who was there; and where they end."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import COMMAS, Reading
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun

_BEGINS = ("before_anna", "relative", "plain_verb", "withholding", "negation")
OPENS_CONTENT = ("complementiser", "then", "whether")


def anonymity_end(r: Reading, at: int, last: int) -> int:
    """Return the end of 'who asked not to be named', or 0 where no such clause begins at `at`."""
    if not r.identities or not (r.cues[at] or r.has(at, *_BEGINS)):
        return 0
    # 'Quoting officials who would not be named' names them; شاهد is a witness, no 'he saw'; طالبا no student.
    person = r.nouns[at] and r.noun(at, *PERSONS) is not None and not r.norm(at).endswith(ALEF)
    if r.has(at, "through") or person:
        return 0
    for offset in range(1, 12):
        index = at + offset
        if index >= last or r.tokens[index].text in COMMAS:
            return 0
        if r.has(index, *OPENS_CONTENT) and not _tells_name(r, index + 1):
            return 0
        if r.has(index, "identity"):
            return (
                index + 1
                if _is_event(r, index + 1, last)
                else relative_end(r, index + 1, last, over_reason=True)
            )
    return 0


def _tells_name(r: Reading, at: int) -> bool:
    """يذكر اسمه: a verb with 'his name' right behind it; المهاجم اسمه علي tells a name."""
    return bool(r.cues[at]) and r.has(at + 1, "identity") > 0


def _is_event(r: Reading, at: int, last: int) -> bool:
    """'(An official) who would not be named (denied) the existence of plans': the object of his cue."""
    if at >= last or r.has(at, "reason", "motive") or r.norm(at).startswith(LAM) or r.norm(at).endswith(ALEF):
        return False
    return looks_like_verbal_noun(r, at)


def declines(r: Reading, at: int) -> bool:
    """Whether a verb only tells that somebody would not be named: 'and insisted on hiding his identity'."""
    if not r.identities:
        return False
    subject = r.is_word(at + 1) and r.nouns[at + 1] and not r.has(at + 1, "preposition")
    for n in range(at + 1, at + 5):
        said = r.has(n, *OPENS_CONTENT) and not _tells_name(r, n + 1)  # رفض أن يذكر اسمه
        if subject or said or n in r.marks.quotes or r.norm(n) == ":":
            return False
        if n > at + 1 and r.has(n, "identity"):
            return True
    return False


def relative_end(r: Reading, at: int, last: int, *, over_reason: bool = False) -> int:
    """The token before which a relative clause must have ended: a comma, or what opens the content."""
    limit = min(last, at + 20)
    reason = over_reason and r.has(at, "reason") > 0
    while at < limit:
        token = r.tokens[at]
        because = r.norm(at).startswith("لان") or (reason and r.norm(at).startswith("كون"))
        if r.has(at, *OPENS_CONTENT) and not because:
            break
        if token.text in COMMAS or token.text == ":" or at in r.marks.quotes:
            break
        if over_reason and not reason and (r.norm(at).startswith(LAM) or r.noun(at, *PERSONS)):
            break
        at += 1
    return at
