"""The values that pass between modules: frozen records without behaviour.

Every span is a half-open pair of code points into `Article.text`. Dates are inclusive. Field names are the
keys of the JSON output.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A slice of an article's text, half-open."""

    start: int
    end: int


class Confidence(StrEnum):
    """How far a reader may trust a fact."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Grain(StrEnum):
    """The unit to which a date is known, finest first."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    INTERVAL = "interval"
    DURATION = "duration"
    SET = "set"
    REF = "ref"
    NONE = ""


# --- text -----------------------------------------------------------------------------------------------


class TokenKind(StrEnum):
    """What a token is made of."""

    WORD = "word"
    NUMBER = "number"
    LATIN = "latin"
    MARK = "mark"


class Token(NamedTuple):
    """A word, a number or a punctuation mark: as written (`text`) and folded (`norm`)."""

    start: int
    end: int
    text: str
    norm: str
    kind: TokenKind


class Zone(StrEnum):
    """The part that a stretch of text plays on the page it was saved from."""

    TITLE = "title"
    BYLINE = "byline"
    CAPTION = "caption"
    BODY = "body"
    BOILERPLATE = "boilerplate"


class Sentence(NamedTuple):
    """A sentence: its span, its tokens (half-open token numbers), its paragraph and its zone."""

    start: int
    end: int
    first: int
    last: int
    paragraph: int
    zone: Zone


class Paragraph(NamedTuple):
    """A line of the article: its span and its tokens (half-open token numbers)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class TokenizedText:
    """A text cut into tokens, sentences and paragraphs."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]


# --- articles -------------------------------------------------------------------------------------------


class PublishedBasis(StrEnum):
    """How an article's own date was found."""

    MANIFEST = "manifest"
    STATED = "stated"
    INFERRED = "inferred"
    FILE = "file"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Published:
    """An article's own date, the anchor of its relative dates.

    `value` is ISO at the grain known (2021-07-23, 2024-09, 2024 or ""); `start` and `end` are its inclusive
    bounds. `today_start` and `today_end` bound the day that the text itself calls today, which may be the
    day before the page's stamp.
    """

    value: str
    grain: Grain
    basis: PublishedBasis
    start: date | None
    end: date | None
    today_start: date | None
    today_end: date | None


@dataclass(frozen=True, slots=True)
class Article:
    """One article as read: its text never changes after this."""

    id: str
    doc: str
    path: str
    source: str
    url: str
    title: str
    published: Published
    text: str


# --- facts ----------------------------------------------------------------------------------------------


class TimexType(StrEnum):
    """TIMEX3's types of time expression."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimexBasis(StrEnum):
    """Whether a date stands in the text or follows from the article's date."""

    STATED = "stated"
    IMPLIED = "implied"
    UNRESOLVED = "unresolved"


class DateMod(StrEnum):
    """How a date bounds what happened."""

    ON = "on"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    SINCE = "since"
    UNTIL = "until"
    ABOUT = "about"
    START = "start"
    MID = "mid"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time expression and the interval that it names.

    `value` is ISO or TIMEX3 ("2021-07-23", "2021-H1", "P3M", "PRESENT_REF"); `date_start` and `date_end` are
    inclusive, either may be open (None). `mod` keeps the bound or the part that the words name (by, until,
    end ...); `anchor` the ISO date from which a relative expression was counted.
    """

    start: int
    end: int
    text: str
    value: str
    date_start: date | None
    date_end: date | None
    grain: Grain
    type: TimexType
    mod: DateMod
    basis: TimexBasis
    anchor: str
    rule: str
    confidence: Confidence


class QuantityForm(StrEnum):
    """The kind of number."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    PERCENT = "percent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """An amount with its bounds and the unit that it counts.

    `low` and `high` are None where the words leave them open; `comparator` is one of = ~ > <; `unit` is the
    lexicon's key (troops, bases, percent ...), empty when the number stands alone.
    """

    start: int
    end: int
    text: str
    value: float | int | None
    low: float | int | None
    high: float | int | None
    comparator: str
    unit: str
    unit_text: str
    form: QuantityForm
    rule: str
    confidence: Confidence


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


class DateBasis(StrEnum):
    """Whether a fact's date is stated, implied by a relative expression, or only the article's own."""

    STATED = "stated"
    IMPLIED = "implied"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A quotation: what was said, by whom, and how we know.

    `start` and `end` span `content`; `source_start` and `source_end` the words that name the speaker (-1
    where no word does, as after a bare 'and he added'). `speaker` is the resolved name, `via` the carrier
    that passed the words on.
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
    via: str
    addressee: str
    venue: str
    date: str
    date_basis: str
    continuation: bool
    rule: str
    confidence: Confidence


class Category(StrEnum):
    """The kinds of change that the timeline lists."""

    LEVEL = "level"
    WITHDRAWAL = "withdrawal"
    DEPLOYMENT = "deployment"
    MISSION = "mission"
    BASE = "base"


class Status(StrEnum):
    """TimeML's tense, modality and polarity in one closed set."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    DEMANDED = "demanded"
    POSSIBLE = "possible"
    DENIED = "denied"


class ValueRole(StrEnum):
    """What a change's value counts: the amount that results, the amount moved, or a share."""

    RESULT = "result"
    MOVED = "moved"
    SHARE = "share"
    NONE = ""


@dataclass(frozen=True, slots=True)
class ChangeSource:
    """One report of a change."""

    doc: str
    start: int
    end: int
    text: str
    published: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change of troop level or mission, dated, with its status and its sources."""

    id: str
    category: Category
    status: Status
    date_start: date | None
    date_end: date | None
    date_mod: DateMod
    grain: Grain
    date_basis: DateBasis
    date_text: str
    value: float | int | None
    value_role: ValueRole
    low: float | int | None
    high: float | int | None
    comparator: str
    unit: str
    from_value: float | int | None
    to_value: float | int | None
    force: str
    place: str
    base: str
    mission_from: str
    mission_to: str
    text: str
    doc: str
    start: int
    end: int
    attributed_to: str
    sources: tuple[ChangeSource, ...]
    conflicts_with: tuple[str, ...]
    fulfils: tuple[str, ...]
    rule: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Document:
    """An article with everything that the analysis found in it."""

    article: Article
    tokenized: TokenizedText
    timexes: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quote, ...]
    changes: tuple[Change, ...]


# --- results --------------------------------------------------------------------------------------------


class How(StrEnum):
    """How a word of the text matched a word of the query, best first."""

    EXACT = "exact"
    FOLDED = "folded"
    STEM = "stem"
    FUZZY = "fuzzy"
    TRANSLITERATED = "transliterated"


class Match(NamedTuple):
    """A matching word: its span in the article, as written, the query's word, and how they met."""

    start: int
    end: int
    text: str
    term: str
    how: How


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article around matches."""

    start: int
    end: int
    text: str
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a search; `score` runs from 0 to 100."""

    doc: str
    title: str
    published: str
    source: str
    score: float
    snippet: str
    matches: tuple[Match, ...]
    passages: tuple[Passage, ...]


# --- what a query asks for ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFilter:
    """Which articles: published within the inclusive interval, from one of the sources (empty: any)."""

    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFilter:
    """Which quotations; an empty tuple admits all."""

    speaker_ids: tuple[str, ...] = ()
    speaker_types: tuple[SpeakerType, ...] = ()
    kinds: tuple[QuoteKind, ...] = ()
    docs: tuple[str, ...] | None = None
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeFilter:
    """Which changes; an empty tuple admits all."""

    categories: tuple[Category, ...] = ()
    statuses: tuple[Status, ...] = ()
    places: tuple[str, ...] = ()
    forces: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    sources: tuple[str, ...] = ()
    undated: bool = False
