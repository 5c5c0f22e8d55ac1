"""The state of one walk through a text: drafts so far, who has been named, where the walk is."""

from __future__ import annotations

from dataclasses import dataclass, field

from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.reading import COMMAS, DASHES, STOPS, Reading, finite
from drawdown_cli.lexicon import Form
from drawdown_cli.models import Confidence, QuoteKind

_LONGEST_DATELINE = 12
_LONGEST_PART = 5
_TRIMMED = (STOPS - {"؟", "?", "!"}) | COMMAS | DASHES | {'"', "»", "”", ":"}


@dataclass(slots=True)
class Draft:
    """Reported words (token numbers), their cue and the phrase that names their speaker.

    `mention` is None where no word names him; `gender` and `number` are then what the verb says of him, and
    `hint` a subject that the same sentence names, `inner` whether it does so in the words before. `frame` is
    what stands between cue and words.
    """

    cue: tuple[int, int]
    form: Form | None
    mention: Mention | None
    rule: str
    kind: QuoteKind = QuoteKind.INDIRECT
    first: int = 0
    last: int = 0
    sentence: int = 0
    confidence: Confidence = Confidence.HIGH
    negated: bool = False
    via: Mention | None = None
    hint: Mention | None = None
    frame: tuple[int, int] = (0, 0)
    pronoun: tuple[str, str] = ("", "")
    inner: bool = False

    @property
    def gender(self) -> str:
        """The gender that the cue gives its speaker, or ''."""
        return self.pronoun[0] or (self._verb.inflection.gender if self._verb else "")

    @property
    def number(self) -> str:
        """The number that the cue gives its speaker, or ''."""
        return self.pronoun[1] or (self._verb.inflection.number if self._verb else "")

    @property
    def _verb(self) -> Form | None:
        """The cue, where it is the speaker's own verb: نقلت is the agency's that quotes him."""
        return None if self.rule == "carrier" else self.form


@dataclass(slots=True)
class Scan:
    """Where a walk through a text is, and what it has found.

    `layer` holds who the reporting layer has named, with the number of the sentence; `clause` the token
    from which a clause before an attribution may begin; `inert` the sentence whose subject is a thing.
    """

    r: Reading
    drafts: list[Draft] = field(default_factory=list)
    layer: list[tuple[int, Mention]] = field(default_factory=list)
    sentence: int = 0
    first: int = 0
    last: int = 0
    clause: int = 0
    inert: int = -1

    def enter(self, sentence: int, first: int, last: int) -> None:
        """Begin a sentence, past its dateline."""
        self.sentence, self.last = sentence, last
        self.first = self.clause = _past_dateline(self.r, first, last)

    def add(self, draft: Draft) -> None:
        """Keep a draft and remember whom it names."""
        draft.sentence = self.sentence
        if draft.form is not None and finite(draft.form):
            draft.negated = bool(self.r.has(draft.cue[0] - 1, "negation"))
        before = self.previous()
        if before is not None and draft.hint is not None:
            draft.inner = before.first <= draft.hint.first < before.last
        self.drafts.append(draft)
        if draft.mention is not None:
            self.layer.append((self.sentence, draft.mention))

    def previous(self) -> Draft | None:
        """Return the last draft if this sentence holds it."""
        here = self.drafts and self.drafts[-1].sentence == self.sentence
        return self.drafts[-1] if here else None

    def trimmed(self, start: int, end: int) -> int:
        """Return `end` without the stops, commas and stray marks before it."""
        while end > start and self.r.tokens[end - 1].text in _TRIMMED and end - 1 not in self.r.openers:
            end -= 1
        return end


def _past_dateline(r: Reading, first: int, last: int) -> int:
    """'Baghdad (AFP) -' is not part of what anybody says: return the token after it."""
    for at in range(first, min(first + _LONGEST_DATELINE, last)):
        if r.cues[at] and any(finite(form) for form in r.cues[at]):
            return first
        if _apart(r, at):
            place = r.noun(first, "country", "media") is not None or any(
                n in r.marks.brackets for n in range(first, at)
            )
            verb = (
                any(finite(form) for form in r.cues[at + 1]) and not r.nouns[at + 1]
            )  # outlet - said X that
            if place or verb or (at - first <= 2 and head_at(r, first) is None):
                return _past_agency(r, _past_place(r, at + 1, last), last)
            return first
    return first


def _apart(r: Reading, at: int) -> bool:
    """Whether a dash with a blank on either side stands here: no hyphen."""
    if r.tokens[at].text not in DASHES:
        return False
    behind = at + 1 < r.size and r.tokens[at + 1].start > r.tokens[at].end
    return behind or r.tokens[at].start > r.tokens[at - 1].end


def _past_agency(r: Reading, at: int, last: int) -> int:
    """'Goma - (AFP): ': return the token after the agency in brackets behind a dash."""
    end = r.skip_bracket(at)
    return end + (r.norm(end) == ":") if at < end < last else at


def _past_place(r: Reading, at: int, last: int) -> int:
    """'Agency - town - announced': return the token after a second, short part of a dateline."""
    for dash in range(at + 1, min(at + _LONGEST_PART, last)):
        if _apart(r, dash):
            return dash + 1
        if any(map(finite, r.cues[dash])) and not r.nouns[dash]:
            break
    return at
