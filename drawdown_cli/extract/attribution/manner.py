"""How, and to which of us, it is said, between a verb and its subject: 'said laughing the driver'."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, BEH, LAM, MEEM
from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import Reading, finite

_TO_US = ("لي", "لنا")
_FARTHEST = 6
_SHORTEST = 5


def manner_end(r: Reading, at: int, last: int) -> int:
    """Return the token after words that tell how it is said, or 0 where none stand at `at`."""
    if _how(r, at) or _to_me(r, at, last):
        return at + 1
    return _doing(r, at, last)


def _to_me(r: Reading, at: int, last: int) -> bool:
    """يقول لي بعد أن, قالت لنا السائقة: a pronoun with 'to', though لي is a name in China."""
    if r.norm(at) not in _TO_US or at + 1 >= last:
        return False
    person = head_at(r, at + 1) is not None and r.noun(at + 1, *PERSONS) is not None
    return person or not r.is_word(at + 1) or r.has(at + 1, "adverb", "preposition", "while") > 0


def _how(r: Reading, at: int) -> bool:
    """'Said laughing a former sergeant': an unknown accusative right before who can speak."""
    # مازحا is 'joking', and 'the two joked' only where no verb stands before it.
    known = r.nouns[at] or r.small[at] or any(finite(f) and f.inflection.number != "d" for f in r.cues[at])
    # هاديزا إبراهيم: before a first name it is a first name itself.
    small = r.small[at + 1] and not (r.has(at + 1, "general_title") or r.noun(at + 1, "anonymous"))
    following = None if small or r.noun(at + 1, "given") else r.noun(at + 1, *PERSONS)
    ended = r.norm(at).endswith(ALEF) or r.tokens[at].text.endswith("ه")  # ضاحكا, قربه
    return not known and ended and not r.articled(at) and following is not None


def _doing(r: Reading, at: int, last: int) -> int:
    """متحدثا للصحافيين وزير الدفاع, معلقا على القرار النائب: what else he does, up to who does it."""
    cue = any(form.inflection.form == "participle" for form in r.cues[at])
    unknown = not (r.nouns[at] or r.small[at] or r.cues[at]) and r.norm(at).startswith(MEEM)
    if not (cue or unknown) or not r.norm(at).endswith(ALEF) or r.articled(at) or len(r.norm(at)) < _SHORTEST:
        return 0
    if not (r.has(at + 1, "preposition") or r.articled(at + 1) or r.norm(at + 1).startswith(LAM)):
        return 0
    for n in range(at + 2, min(at + _FARTHEST, last)):
        if not r.is_word(n) or r.has(n, "complementiser") or any(map(finite, r.cues[n])):
            return 0
        person = head_at(r, n) if r.noun(n, *PERSONS) else None
        if person is not None and person.inflection.number == "s" and not _governed(r, n):
            return n
    return 0


def _governed(r: Reading, at: int) -> bool:
    form = r.noun(at, *PERSONS)
    written = form is not None and form.proclitic[:1] in (LAM, BEH)
    return written or r.has(at - 1, "preposition") > 0
