"""Quotations."""

from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.models.grades import Confidence


class QuoteKind(StrEnum):
    """How words are reported."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Act(StrEnum):
    """What the speaker does by speaking."""

    STATEMENT = "statement"
    DENIAL = "denial"
    DEMAND = "demand"
    PROMISE = "promise"
    WARNING = "warning"
    ACCUSATION = "accusation"
    ESTIMATE = "estimate"
    QUESTION = "question"


class Polarity(StrEnum):
    """Whether the cue itself is negated ('did not confirm that')."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class SpeakerType(StrEnum):
    """What kind of speaker it is."""

    PERSON = "person"
    ROLE = "role"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    MEDIA = "media"
    ANONYMOUS = "anonymous"
    COLLECTIVE = "collective"
    UNKNOWN = "unknown"


class Quote(NamedTuple):
    """A quotation: what was said, by whom, and how we know.

    `start` and `end` span `content`; `source_start` and `source_end` the words that name the speaker (-1
    where no word does, as after a bare 'and he added'). `speaker` is the resolved name, `via` the carrier
    that passed the words on, `anonymity` the clause that tells why the speaker goes unnamed ('asked not to be
    named because ...'), as written.
    """

    id: str
    doc: str
    title: str
    published: str
    kind: QuoteKind
    start: int
    end: int
    content: str
    cue: str
    cue_start: int
    cue_end: int
    cue_lemma: str
    act: Act
    polarity: Polarity
    speaker: str
    speaker_id: str
    speaker_type: SpeakerType
    source: str
    source_start: int
    source_end: int
    role: str
    affiliation: str
    anonymity: str
    via: str
    addressee: str
    venue: str
    date: str
    date_basis: str
    continuation: bool
    rule: str
    confidence: Confidence
