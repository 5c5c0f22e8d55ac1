"""What goes on inside a title behind a preposition or 'and': spokesman of, for the affairs of, envoy to."""

from __future__ import annotations

from drawdown_cli.arabic.letters import BEH, HEH, LAM, WAW
from drawdown_cli.extract.attribution.ahead import place_length
from drawdown_cli.extract.attribution.fields import familiar_with
from drawdown_cli.extract.attribution.heads import head_at, is_definite_word
from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.progress import ENDS, PEOPLE, PERSONS, State, name_may_follow
from drawdown_cli.extract.attribution.reading import Reading, conjunction, is_definite
from drawdown_cli.extract.attribution.shapes import ARTICLE, looks_like_verbal_noun, verbal_noun_shape
from drawdown_cli.lexicon import Form

_LONGEST_BODY_IN_MARKS = 6
_CONTINUED = PEOPLE | {"document", "body"}
"""What a preposition can add to: a spokesman of, a report on."""


def link(state: State, closed_to: frozenset[str]) -> int:
    """A preposition inside a title (باسم، لشؤون) with its noun, or a second adjective with 'and'."""
    r, at = state.r, state.at
    norm, small = r.tokens[at].norm, bool(r.small[at])
    behalf = small and r.has(at, "on_behalf", "of_rank")
    found = (_on_behalf(state) or _of_rank(state)) if behalf else 0
    if not found and norm.startswith((LAM, BEH)):
        found = _of_body(state)
    if found:
        return found
    if state.category in PERSONS and _knows(state):
        return familiar_with(r, at, state.last, ENDS)
    if small:
        open_to = norm not in closed_to
        if at + 1 in r.marks.quotes and r.has(at, "within_title") and state.category in PERSONS and open_to:
            return _body_in_marks(state)
        if r.has(at, "preposition") and r.is_word(at + 1) and (open_to or _post(state)):
            return _preposition_step(state)
    if norm.startswith(WAW) and (_same_kind(state) or _second_field(state) or _second_adjective(state)):
        state.closed = state.closed or norm[1:].startswith(ARTICLE)
        return 1
    return 0


def _knows(state: State) -> bool:
    """Whether what stands here can be what an insider knows: 'a source familiar with'."""
    r, at = state.r, state.at
    insider = at > state.start + 1 and r.noun(at - 1, "anonymous") and not r.noun(at + 1, "country")
    return bool(insider) or r.has(at - 1, "acquainted") > 0


def _body_in_marks(state: State) -> int:
    """'A member of the delegation of «SDF» So-and-so': the body stands in marks."""
    r, at = state.r, state.at
    close = r.marks.quotes[at + 1]
    if close - at > _LONGEST_BODY_IN_MARKS or not (
        r.noun(at + 2, "organisation", "body") or r.is_word(close + 1)
    ):
        return 0
    state.closed, state.linked, state.inner = True, True, "body"
    return close + 1 - at


def body_in_marks_of(state: State) -> int:
    """القائد العام لـ«قسد»، فلان: a body in marks behind 'of'; a medium there rather hears what is said."""
    r, at = state.r, state.at
    close = r.marks.quotes.get(at + 1, 0) if r.norm(at) == LAM else 0
    if not close or state.category not in PERSONS or close - at > _LONGEST_BODY_IN_MARKS:
        return 0
    if r.noun(at + 2, "media") or r.noun(at + 2, "organisation", "body") is None:
        return 0
    state.closed, state.linked, state.inner, state.described = True, True, "body", False
    return close + 1 - at


def _on_behalf(state: State) -> int:
    """'Spokesman of', 'its spokesman': a body follows, or the pronoun says whose and a name can follow."""
    r, at = state.r, state.at
    if not r.has(at, "on_behalf") or (state.closed and state.inner not in PERSONS and r.noun(at, "given")):
        return 0
    pronoun = r.has(at, "preposition") == 0
    state.closed, state.linked, state.inner, state.described = pronoun, True, "body", False
    state.definite = state.definite or pronoun
    return 1


def _of_rank(state: State) -> int:
    """'An officer of the rank of major': the rank is no title of its own."""
    r, at = state.r, state.at
    ranked = r.has(at, "of_rank") and r.noun(at + 1, "rank", "title")
    return 1 + max(form.length for form in r.nouns[at + 1]) if ranked else 0


def _of_body(state: State) -> int:
    """'Of the United Nations', 'for the affairs of', 'in parliament' with لـ or بـ."""
    r, at = state.r, state.at
    serves = state.serves and state.inner in PERSONS
    # مغادرة البعثة للإقليم: what a body does something to.
    done = state.category not in PERSONS and looks_like_verbal_noun(r, state.start - 1)
    belongs = r.norm(at).startswith(LAM) and _belongs(r, at, serves=serves)
    if done or not (belongs or _acting(state) or _of_field(state)):
        return 0
    form = r.noun(at, "country", "organisation")
    state.closed = is_definite_word(r, at) or form is not None
    state.linked, state.inner, state.described = True, "body", False
    return form.length if form else 1


def told_to(r: Reading, at: int) -> bool:
    """الجنرال للصحفيين: to whom it is said, though the word could be an adjective or a field."""
    if not r.norm(at).startswith(LAM + LAM):
        return False
    field = r.noun(at, "portfolio") and r.noun(at - 1, "body", "nisba", "adjective")
    press = any(form.entry.features.get("press") for form in r.nouns[at])
    if field and (not press or name_may_follow(r, at + 1)):  # المجلس النرويجي للاجئين
        return False
    persons = (form for form in r.nouns[at] if form.entry.sense in ("title", "anonymous", "collective"))
    return any(form.inflection.number == "p" for form in persons)


def _belongs(r: Reading, at: int, *, serves: bool) -> bool:
    """Whether 'to' with a noun is part of a title (الأمين العام للأمم المتحدة), not whom it is said to."""
    form = r.noun(at, "body", "organisation", "country", "portfolio")
    office = r.noun(at, "title") if not r.has(at, "reporter") else None
    if form is None and office is not None and office.inflection.number == "s":
        form = office if is_definite(office) or serves else None
    if (
        form is None
        or told_to(r, at)
        or (r.noun(at, "media") and not _agency(r, at))
        or "ل" not in form.proclitic.replace(ARTICLE, "")
    ):
        return False
    return not r.has(at, "venue")


def _agency(r: Reading, at: int) -> bool:
    """لوكالة المنشآت: an agency that is none of news."""
    named = r.nouns[at][0].length > 1  # لوكالة الصحافة الفرنسية
    unknown = r.articled(at + 1) and not (r.nouns[at + 1] or r.small[at + 1])
    return r.noun(at, "body") is not None and unknown and not named


def _acting(state: State) -> bool:
    """'بالوكالة', 'بالإنابة', 'بالبرلمان': what a title adds with بـ."""
    form = state.r.noun(state.at, "body", "portfolio", "organisation", "country")
    if state.category not in PERSONS or form is None or not form.proclitic.startswith("ب"):
        return False
    placed = state.r.noun(state.at + 1, "country") is not None
    return form.entry.sense != "portfolio" or placed or is_definite_word(state.r, state.at)


def _of_field(state: State) -> bool:
    """'للدراسات', 'للبحوث': what an institute is for."""
    r, at = state.r, state.at
    agency = state.category == "media" and r.norm(at).startswith(LAM + LAM)
    hearer = r.noun(at, "title", "media", "anonymous", "collective", "given") is not None
    hearer = hearer and not (r.noun(at, "collective") and r.noun(at + 1, "country"))
    unknown = (agency or not hearer) and not r.has(at, *ENDS)
    bodily = state.closed and state.inner in ("body", "organisation", "media")
    own = any(not form.proclitic for form in r.nouns[at])  # لجنة has no 'for'
    if not bodily or not unknown or own or not r.norm(at).startswith(LAM):
        return False
    purpose = any(form.proclitic.endswith("ل") for form in (*r.small[at], *r.nouns[at]))
    named = purpose or verbal_noun_shape(r.norm(at)[1:]) or r.norm(at).endswith(HEH)
    of_what = r.articled(at + 1) or r.noun(at + 1, "country", "organisation") is not None
    return r.norm(at).startswith(LAM + LAM) or (named and of_what)


def _preposition_step(state: State) -> int:
    r, at = state.r, state.at
    if not (r.has(at, "within_title") or _post(state)) or state.category not in _CONTINUED:
        return 0
    form = r.noun(at + 1, "body", "organisation", "portfolio", "country", "document")
    head = r.noun(at - 1, "body") if at == state.start + 1 and not r.articled(at - 1) else None
    some = head is not None and bool(head.entry.features.get("several"))  # مجموعة من الدول
    if (state.category == "collective" or some) and r.norm(at) == "من":
        form = head_at(r, at + 1)
    place = place_length(r, at + 1, state.last) if state.category in PERSONS and state.definite else 0
    if place and r.norm(at) in ("في", "عن", "من"):
        state.closed, state.inner, state.linked, state.described = True, "body", True, False
        return 1 + place
    if form is None and _field_before_name(state):
        return 2
    agency = r.noun(at + 1, "media") is not None and r.noun(at + 2, "body", "portfolio") is None
    # بيان الوزارة على موقعها
    theirs = state.category == "document" and form is not None and bool(form.inflection.suffix)
    if form is None or theirs or r.has(at + 1, "venue", "adverb") or agency or _leads_out(state, form):
        return 0
    where = form.entry.sense == "country" or (state.category == "anonymous" and r.has(at + 1, "place_head"))
    if where and not (_posted(state) or _ruling(state, form) or r.has(at - 1, "residing")):
        return 0
    state.closed = is_definite_word(r, at + 1) or form.entry.sense in ("organisation", "country")
    state.inner, state.linked, state.described = form.entry.sense, True, False
    return 1 + form.length


def _leads_out(state: State, form: Form) -> bool:
    """'The deputy on the decision', 'the elders into the camp': what somebody speaks of, where they go."""
    preposition = state.r.norm(state.at)
    if preposition == "الي":
        return state.plural and form.entry.sense == "body"
    return preposition == "علي" and form.entry.sense == "document"


def _post(state: State) -> bool:
    """'Called the envoy to South Sudan X': the verb's own preposition, but a name follows the place."""
    r, at = state.r, state.at
    place = r.noun(at + 1, "country", "organisation") if state.category == "title" else None
    if place is None:
        return False
    name = at + 1 + place.length
    return name_end(r, name, state.last) > name + 1


def _field_before_name(state: State) -> bool:
    """'The officer responsible for the supply X': an unknown field, then a whole name."""
    r, at = state.r, state.at
    person = state.category in PERSONS and state.definite and state.closed
    known = r.small[at + 1] or not r.articled(at + 1)
    return person and not known and name_end(r, at + 2, state.last) - at > 3


def _posted(state: State) -> bool:
    """An envoy to a country, an ambassador in one; a source in a city is only where he sits."""
    preposition = state.r.norm(state.at)
    office = state.category == "title" and state.definite and not state.several
    return preposition in ("الي", "لدي") or (preposition == "في" and (office or state.posted)) or _post(state)


def _ruling(state: State, form: Form) -> bool:
    """المجلس الحاكم في النيجر, السلطات في غوما: a country behind a whole body; a town where it rules."""
    r, at = state.r, state.at
    body = state.category == "body" and state.closed and not state.linked
    head = r.noun(state.start, "body")
    rules = head is not None and bool(head.entry.features.get("ruling"))
    return body and r.norm(at) == "في" and (rules or bool(form.entry.features.get("land")))


def _same_kind(state: State) -> bool:
    """Whether 'and' adds to the title: الدفاع والداخلية, أميركيين وعراقيين."""
    r, at = state.r, state.at
    form = r.noun(at, "portfolio", "nisba", "adjective")
    ordinal = form is not None and r.has(at, "dontname") > 0  # الحادي والأربعين
    placed = (
        state.inner == "country" or state.linked or (state.several and r.noun(at - 1, "country") is not None)
    )
    country = r.noun(at, "country")
    if country is not None and placed and state.category in PERSONS:
        return bool(conjunction(country) == WAW)
    return form is not None and conjunction(form) == WAW and (ordinal or head_at(r, at) is None)


def _second_adjective(state: State) -> bool:
    """الشؤون الأمنية والاستراتيجية: inside a field 'and' with an adjective in the form of the one before."""
    r, at = state.r, state.at
    norm, before = r.norm(at), r.norm(at - 1)
    both = state.linked and norm.startswith(WAW + ARTICLE) and r.articled(at - 1)
    return both and any(norm.endswith(ending) and before.endswith(ending) for ending in ("يه", "ي"))


def _second_field(state: State) -> bool:
    """'For the affairs of East Asia and the Pacific X': 'and' with the article, inside a title's field."""
    r, at = state.r, state.at
    inside = (
        (state.linked or state.inner == "body")
        and state.category in PERSONS
        and r.norm(at).startswith(WAW + ARTICLE)
    )
    known = r.nouns[at] or r.cues[at] or r.small[at]
    return inside and not known and name_may_follow(r, at + 1)
