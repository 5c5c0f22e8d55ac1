"""Why a speaker goes unnamed: the clause that asks for anonymity, wherever it stands beside a quotation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from drawdown_cli.arabic.inflect import PRONOUNS
from drawdown_cli.arabic.letters import LAM
from drawdown_cli.extract.attribution.anonymity import OPENS_CONTENT, relative_end
from drawdown_cli.extract.attribution.reading import COMMAS, STOPS, Reading, begins_with_and
from drawdown_cli.extract.attribution.scan import Draft
from drawdown_cli.models import SpeakerType

_LONGEST_WAY = 11
_FARTHEST = 40
_BECAUSE = ("لان", "كون")
_HIS = ("ه", "ها", "هم", "هما", "هن")
_OPENS = ("before_anna", "plain_verb", "negation", "withholding")
_WITHHOLDS = ("before_anna", "negation", "that_not", "withholding")
_UNNAMED = (SpeakerType.ANONYMOUS, SpeakerType.COLLECTIVE, SpeakerType.ROLE, SpeakerType.UNKNOWN)


def clauses_of(r: Reading, drafts: Sequence[Draft]) -> list[str]:
    """Return for every draft the clause that tells why its speaker is not named, as written, or ''."""
    identities = r.identities
    if not identities:
        return [""] * len(drafts)
    told: dict[int, str] = {}
    for number, draft in enumerate(drafts):
        # Both halves of a quotation that its cue interrupts have one mention.
        key = id(draft.mention or draft)
        told[key] = told.get(key) or _clause(r, drafts, number, identities)
    return [told[id(draft.mention or draft)] for draft in drafts]


def _clause(r: Reading, drafts: Sequence[Draft], number: int, identities: Sequence[int]) -> str:
    draft = drafts[number]
    if draft.mention is not None and draft.mention.type not in _UNNAMED:
        return ""
    first, last, _ = r.sentences[draft.sentence]
    before, after = drafts[number - 1 : number], drafts[number + 1 : number + 2]
    first = max(first, _begin(draft) - _FARTHEST)
    last = min(last, max(draft.last, draft.cue[1]) + _FARTHEST)
    first = max([first, *(other.last for other in before if other.last <= _begin(draft))])
    last = min([last, *(_begin(other) for other in after if _begin(other) >= draft.last)])
    for at in identities[bisect_left(identities, first) : bisect_left(identities, last)]:
        start = -1 if draft.first <= at < draft.last else _start(r, draft, first, at)
        if start >= 0:
            return _as_written(r, start, _end(r, at + 1, last))
    return ""


def _begin(draft: Draft) -> int:
    """The first token of a draft: its cue, its words, or the phrase before its cue that names the speaker."""
    first = min(draft.cue[0], draft.first)
    mention = draft.mention
    return mention.first if mention is not None and first - _LONGEST_WAY < mention.first < first else first


def _start(r: Reading, draft: Draft, first: int, identity: int) -> int:
    """Return the token that opens the clause about an identity, or -1 where it is no such clause."""
    named = draft.mention.last if draft.mention is not None else 0
    ends = (end for end in (draft.cue[1], draft.last, named) if end <= identity)
    start = _opening(r, max(first, identity - _LONGEST_WAY, *ends), identity)
    if start < 0 or not any(_withholds(r, at) for at in range(start, identity)):
        return -1
    behind = identity >= draft.last > max(draft.cue[1], named)
    return start if not behind or (_asks(r, start) and _agrees(r, draft, identity)) else -1


def _opening(r: Reading, first: int, identity: int) -> int:
    start = -1
    for at in range(identity - 1, first - 1, -1):
        if r.tokens[at].text in COMMAS or r.tokens[at].text == ":" or r.has(at, *OPENS_CONTENT, "relative"):
            break
        if r.cues[at] or r.has(at, *_OPENS):
            start = at
            if begins_with_and(r, at):
                break
    without = start > first and r.has(start, "before_anna") and r.has(start - 1, "preposition")
    return start - 1 if without else start


def _end(r: Reading, at: int, last: int) -> int:
    """Return the end of a clause whose 'his name' ends before `at`: past 'full', 'and post', the reason."""
    while at < last and r.is_word(at) and (r.articled(at) or _further(r, at)):
        at += 1
    reason = at + (at + 1 < last and r.tokens[at].text in COMMAS)
    if reason >= last or not r.has(reason, "reason", "motive"):
        return at
    clause = r.norm(reason).startswith(_BECAUSE)
    end = relative_end(r, reason, last, over_reason=r.has(reason, "reason") > 0)
    return next((n for n in range(reason + 1, end) if _closes(r, n, clause=clause)), end)


def _further(r: Reading, at: int) -> bool:
    """Whether 'and his post' goes on after 'his name'."""
    return begins_with_and(r, at) and not r.cues[at] and r.norm(at).endswith(_HIS)


def _closes(r: Reading, at: int, *, clause: bool) -> bool:
    """Whether a reason ends: a full stop, or, behind a noun of reason, the medium that was told."""
    told = not clause and r.norm(at).startswith(LAM) and r.noun(at, "media") is not None
    return told or r.tokens[at].text in STOPS


def _withholds(r: Reading, at: int) -> bool:
    """Whether a word says that something is kept back: not, without, on condition, refused."""
    return bool(r.has(at, *_WITHHOLDS)) or any(form.entry.feature("act") == "denial" for form in r.cues[at])


def _asks(r: Reading, start: int) -> bool:
    """Whether a clause behind what was said is the speaker's: 'asking', 'on condition of', no 'without'."""
    return bool(r.cues[start]) or r.has(start, "withholding") > 0


def _agrees(r: Reading, draft: Draft, identity: int) -> bool:
    """Whether 'his name' behind what was said can be the speaker's name."""
    norm = r.norm(identity)
    if r.articled(identity):
        return True
    gender, number = PRONOUNS.get(norm[-3:]) or PRONOUNS.get(norm[-2:]) or PRONOUNS.get(norm[-1:], ("", ""))
    spoken = draft.mention.gender if draft.mention is not None else draft.gender
    return number != "s" or not spoken or spoken == gender


def _as_written(r: Reading, start: int, end: int) -> str:
    """The clause without the 'and' that joins it to what stands before."""
    text = r.between(start, end)
    return text[1:] if begins_with_and(r, start) else text
