"""Titles and bodies: which words of a noun phrase come before a speaker's name."""

from __future__ import annotations

from dataclasses import dataclass

from drawdown_cli.arabic.letters import ALEF, HEH, LAM, WAW
from drawdown_cli.extract.attribution.fields import familiar_with, formula
from drawdown_cli.extract.attribution.heads import head_at, is_definite_word
from drawdown_cli.extract.attribution.names import ARTICLE, name_end, verbal_noun_shape
from drawdown_cli.extract.attribution.reading import (
    Reading,
    begins_with_and,
    conjunction,
    finite,
    is_definite,
)
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

PERSONS = frozenset({"title", "rank", "anonymous"})
_ENDS = (
    "complementiser",
    "then",
    "whether",
    "contrast",
    "break",
    "relative",
    "negation",
    "according",
    "clausal",
    "own_words",
    "own_words_pronoun",
    "identity",
    "because",
)
_LONGEST_NAME_IN_MARKS = 6
_INSIDE = ("في", "لدي", "عن", "الي", "من", "علي")


@dataclass(slots=True)
class State:
    """How far a phrase has been read: `closed` when nothing but adjectives can follow before a name."""

    r: Reading
    last: int
    at: int
    category: str
    inner: str
    closed: bool
    definite: bool
    softly: bool = False
    linked: bool = False
    described: bool = False
    plural: bool = False
    start: int = 0


def extend(state: State, closed_to: frozenset[str]) -> None:
    """Read on over all that belongs to the title or the body."""
    while state.at < state.last:
        step = _step(state, closed_to)
        if not step:
            return
        state.at += step


def _step(state: State, closed_to: frozenset[str]) -> int:
    """Return how many tokens at the state's place belong to the phrase."""
    r, at = state.r, state.at
    if not r.is_word(at):
        return _numbered(state) or _marked_step(state)
    if len(r.norm(at)) == 1 and r.norm(at + 1) == "." and state.closed:
        return 2
    if _is_general(r, at) or (state.category == "anonymous" and r.has(at, "acquainted")):
        return 1
    linked = _linked(state, closed_to)
    if linked:
        return linked
    if r.has(at, *_ENDS) or (r.has(at, "preposition", "adverb") and not r.noun(at, "given", "adjective")):
        return 0
    return _noun_step(state)


def _numbered(state: State) -> int:
    """'حركة 23 مارس': the number and the word after it, right behind a body's first word."""
    r, at = state.r, state.at
    if r.tokens[at].kind is not TokenKind.NUMBER or state.inner != "body":
        return formula(r, at) if state.category in PERSONS and state.closed else 0
    return 2 if state.category == "body" and not state.closed and r.is_word(at + 1) else formula(r, at) or 1


def _marked_step(state: State) -> int:
    at, brackets = state.at, state.r.marks.brackets
    if at in state.r.marks.quotes:
        return _name_in_marks(state)
    return brackets[at] + 1 - at if brackets.get(at, at + 99) - at <= _LONGEST_NAME_IN_MARKS else 0


def _is_general(r: Reading, at: int) -> bool:
    """'العام' is a year, but after the secretary or the director it is his title."""
    return r.norm(at) == "العام" and r.noun(at - 1, "title", "portfolio") is not None


def _name_in_marks(state: State) -> int:
    r, at = state.r, state.at
    close = r.marks.quotes[at]
    named = state.category == "media" or r.has(at - 1, "naming") or r.norm(at - 1) == "باسم"
    person = close - at <= 4 and state.category in PERSONS
    # 'The commander of "X" So-and-so': a title that still lacks its body, a name behind the marks.
    whole = (
        not state.closed and _name_may_follow(r, close + 1) and name_end(r, close + 1, state.last) > close + 1
    )
    nickname = person and (whole or r.noun(close + 1, "rank", "given") is not None)
    if close - at > _LONGEST_NAME_IN_MARKS or not (named or nickname):
        return 0
    state.closed = state.definite = True
    return close + 1 - at


def _linked(state: State, closed_to: frozenset[str]) -> int:
    """A preposition inside a title (باسم، لشؤون) with its noun, or a second adjective with 'and'."""
    r, at = state.r, state.at
    norm = r.norm(at)
    if norm == "باسم":
        state.closed, state.linked, state.inner, state.described = False, True, "body", False
        return 1
    if (norm.startswith(LAM) and _belongs(r, at)) or _acting(state) or _of_field(state):
        form = r.noun(at, "country", "organisation")
        state.closed = is_definite_word(r, at) or form is not None
        state.linked, state.inner, state.described = True, "body", False
        return form.length if form else 1
    knows = r.has(at - 1, "acquainted") or (state.at > state.start + 1 and r.noun(at - 1, "anonymous"))
    if knows and state.category in PERSONS:
        return familiar_with(r, at, state.last, _INSIDE, _ENDS)
    if r.has(at, "preposition") and r.is_word(at + 1) and norm not in closed_to:
        return _preposition_step(state)
    if _same_kind(state) or _second_field(state):
        state.closed = state.closed or norm[1:].startswith(ARTICLE)
        return 1
    return 0


def _belongs(r: Reading, at: int) -> bool:
    """Whether 'to' with a noun is part of a title (الأمين العام للأمم المتحدة), not whom it is said to."""
    form = r.noun(at, "body", "organisation", "country", "portfolio")
    office = r.noun(at, "title")
    if form is None and office is not None and office.inflection.number == "s" and is_definite(office):
        form = office
    if form is None or r.noun(at, "media") or "ل" not in form.proclitic.replace(ARTICLE, ""):
        return False
    return not r.has(at, "venue")


def _acting(state: State) -> bool:
    """'بالوكالة', 'بالإنابة', 'بالبرلمان': what a title adds with بـ."""
    form = state.r.noun(state.at, "body", "portfolio", "organisation", "country")
    if state.category not in PERSONS or form is None or not form.proclitic.startswith("ب"):
        return False
    return form.entry.sense != "portfolio" or is_definite_word(state.r, state.at)


def _of_field(state: State) -> bool:
    """'للدراسات', 'للبحوث': what an institute is for."""
    r, at = state.r, state.at
    unknown = not r.noun(at, "title", "media", "anonymous", "collective", "given") and not r.has(at, *_ENDS)
    bodily = state.closed and state.inner in ("body", "organisation")
    if not bodily or not unknown or not r.norm(at).startswith(LAM):
        return False
    purpose = any(form.proclitic.endswith("ل") for form in (*r.small[at], *r.nouns[at]))
    named = purpose or verbal_noun_shape(r.norm(at)[1:]) or r.norm(at).endswith(HEH)
    return r.norm(at).startswith(LAM + LAM) or (named and r.articled(at + 1))


def _preposition_step(state: State) -> int:
    r, at = state.r, state.at
    if r.norm(at) not in _INSIDE or state.category not in (*PERSONS, "document", "body", "collective"):
        return 0
    form = r.noun(at + 1, "body", "organisation", "portfolio", "country", "document")
    if state.category == "collective" and r.norm(at) == "من":
        form = head_at(r, at + 1)
    if form is None and _field_before_name(state):
        return 2
    if form is None or r.has(at + 1, "venue", "adverb") or r.noun(at + 1, "media"):
        return 0
    where = form.entry.sense == "country" or (state.category == "anonymous" and r.has(at + 1, "place_head"))
    if where and not _posted(state):
        return 0
    state.closed = is_definite_word(r, at + 1) or form.entry.sense in ("organisation", "country")
    state.inner, state.linked, state.described = form.entry.sense, True, False
    return 1 + form.length


def _field_before_name(state: State) -> bool:
    """'The officer responsible for the supply X': an unknown field, then a whole name."""
    r, at = state.r, state.at
    person = state.category in PERSONS and state.definite and state.closed
    known = r.small[at + 1] or not r.articled(at + 1)
    return person and not known and name_end(r, at + 2, state.last) - at > 3


def _posted(state: State) -> bool:
    """An envoy to a country, an ambassador in one; a source in a city is only where he sits."""
    preposition = state.r.norm(state.at)
    return preposition in ("الي", "لدي") or (
        preposition == "في" and state.category == "title" and state.definite
    )


def _same_kind(state: State) -> bool:
    """Whether 'and' adds to the title: الدفاع والداخلية, أميركيين وعراقيين."""
    r, at = state.r, state.at
    form = r.noun(at, "portfolio", "nisba", "adjective")
    if form is None and state.inner == "country" and state.category in PERSONS:
        form = r.noun(at, "country")
        return form is not None and conjunction(form) == WAW
    return form is not None and conjunction(form) == WAW and head_at(r, at) is None


def _second_field(state: State) -> bool:
    """'For the affairs of East Asia and the Pacific X': 'and' with the article, inside a title's field."""
    r, at = state.r, state.at
    inside = state.linked and state.category in PERSONS and r.norm(at).startswith(WAW + ARTICLE)
    known = r.nouns[at] or r.cues[at] or r.small[at]
    return inside and not known and _name_may_follow(r, at + 1)


def _noun_step(state: State) -> int:
    r, at = state.r, state.at
    head = head_at(r, at)
    if _begins_another(state, head):
        return 0
    if state.closed:
        return _closed_step(state, head)
    if r.articled(at):
        state.closed = True
        state.inner = head.entry.sense if head and head.entry.sense != "country" else "body"
        state.definite = state.definite or not state.linked
        return head.length if head else 1
    if head is not None and state.described and head.entry.sense == "media":
        return 0
    if head is not None and (head.entry.sense in ("country", "organisation") or not r.noun(at, "adjective")):
        state.closed = head.entry.sense in ("organisation", "country", "rank") or is_definite(head)
        state.definite = state.definite or (state.closed and not state.linked)
        state.inner = state.inner if head.entry.sense == "country" else head.entry.sense
        state.described = False
        return head.length
    return _construct_step(state)


def _begins_another(state: State, head: Form | None) -> bool:
    """Whether the word is 'and …' that no rule took, a verb, or 'to somebody'."""
    r, at = state.r, state.at
    if begins_with_and(r, at) and (r.noun(at) or state.closed):
        return True
    if not r.nouns[at] and any(finite(form) or form.inflection.suffix for form in r.cues[at]):
        return True
    return head is not None and head.proclitic.removeprefix(WAW)[:1] in ("ل", "ب", "ك")


def _closed_step(state: State, head: Form | None) -> int:
    """After a complete title only adjectives, another title and a rank can follow before the name."""
    r, at = state.r, state.at
    # 'The minister the parliament' are two: nothing is annexed to a title with the article.
    alone = r.articled(at - 1) and r.noun(at - 1, "title") is not None
    qualifies = r.noun(at, "nisba", "adjective", "portfolio") and not (alone and r.noun(at, "body"))
    if qualifies and (is_definite_word(r, at) or state.inner == "rank"):
        return int(not r.noun(at, "given"))
    if head is not None:
        return _closed_head(state, head)
    if r.has(at, "semi") or _another_link(state):
        return 1
    if not r.articled(at) or r.noun(at):
        return 0
    return int(_is_adjective(state))


def _another_link(state: State) -> bool:
    """One more word of a body's own name (جبهة تحرير شعب تيغراي): nothing else can stand here."""
    r, at = state.r, state.at
    own = state.category == "body" and state.softly and not r.articled(at)
    return own and not r.nouns[at] and not r.small[at] and not r.cues[at] and r.norm(at)[:1] not in "بل"


def _closed_head(state: State, head: Form) -> int:
    """Another title or a rank; or the next link after an unknown word: رئيس اتحاد بلديات قضاء صور."""
    place = head.entry.sense == "country"
    if state.softly and (place or (head.entry.sense in ("body", "media") and not is_definite(head))):
        state.closed, state.softly = place, False
        return head.length
    if state.plural and head.inflection.number == "s":
        return 0
    titled = is_definite(head) or (state.r.noun(state.at, "rank") and not state.r.noun(state.at, "given"))
    if head.entry.sense not in PERSONS or state.category not in PERSONS or not titled:
        return 0
    state.inner = head.entry.sense
    return head.length


def _is_adjective(state: State) -> bool:
    """Whether an unknown word with the article is an adjective of the title or the body, not a surname."""
    r, at = state.r, state.at
    person = state.category in PERSONS
    if not _adjectival(r.norm(at)):
        # قوات الدعم السريع: a body's adjective, where a name comes after it.
        body = state.inner == "body" and (not person or _name_may_follow(r, at + 1))
        return body and not (person and r.noun(at - 1, "nisba") is not None)
    if not person or state.inner not in PERSONS:
        return True
    # Before one word of a name it is a first name with the article (الهادي بوشعالة), before two an adjective.
    titled = r.noun(at + 1, "rank", "title") is not None or r.articled(at + 1)
    return titled or (_name_may_follow(r, at + 1) and name_end(r, at + 1, state.last) - at > 2)


def _name_may_follow(r: Reading, at: int) -> bool:
    """Whether a name could follow an unknown adjective: if not, the adjective is a surname."""
    if not r.is_word(at) or r.has(at, *_ENDS, "preposition", "adverb"):
        return False
    return not any(finite(form) for form in r.cues[at]) and not begins_with_and(r, at)


def _adjectival(norm: str) -> bool:
    return norm.endswith(("ي", "يه", "ين", "ون", "ه", "يات", "ات"))


def _construct_step(state: State) -> int:
    """The next bare word of an open construct: what the title or body is of, or an indefinite adjective."""
    r, at = state.r, state.at
    norm = r.norm(at)
    if r.noun(at, "nisba", "adjective", "portfolio"):
        state.described = state.described or r.noun(at, "nisba", "adjective") is not None
        return 1
    if r.noun(at, "given", "nameparticle") and state.category in PERSONS:
        return 0
    # After an indefinite adjective nothing is annexed any more: دبلوماسي أفريقي حضر.
    if state.described or state.inner in ("anonymous", "collective", "document"):
        return int(_adjectival(norm) and norm[0] != ALEF)
    state.closed = state.softly = not _adjectival(norm) or state.inner in ("body", "media")
    state.definite = state.definite or (state.closed and not state.linked)
    return 1
