"""What a cue introduces, and where those words begin."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF_HAMZA_ABOVE, ALEF_HAMZA_BELOW
from drawdown_cli.extract.attribution.anonymity import anonymity_end
from drawdown_cli.extract.attribution.asides import (
    aside_end,
    cognate_end,
    past_circumstance,
)
from drawdown_cli.extract.attribution.cuewords import FOLDED, PREPOSITIONS, adverbial, another_cue, folded
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.labels import by_name_end, is_name, name_in_marks_end
from drawdown_cli.extract.attribution.objects import Complement, leads_to_event, nominal, opinion, target
from drawdown_cli.extract.attribution.reading import COMMAS, DASHES, Reading, finite, frames
from drawdown_cli.extract.attribution.relatives import past_relative, spread_end
from drawdown_cli.extract.attribution.shapes import fused_preposition, looks_like_verbal_noun
from drawdown_cli.extract.attribution.sources import past_prepositional
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

_LONGEST_WAY = 60
_NEAREST = 5
_OPENERS = ("whether", "asking", "that_not", "complementiser")
_SAYS = frozenset({"إن", "direct", "continues"})


def find_complement(r: Reading, cue: Form, start: int, last: int) -> Complement | None:
    """Return what a cue introduces, from the end of its speaker's phrase on."""
    kinds = frames(cue)
    if "saying" in kinds:
        near = (_by_saying(r, at, last) for at in range(start, min(last, start + _NEAREST)))
        return next(filter(None, near), None) or _search(r, cue, start, min(last, start + _LONGEST_WAY), last)
    if "opinion" in kinds and cue.inflection.form != "present":
        found = opinion(r, start, last)
        if found:
            return found
    if "target" in kinds:
        found = target(r, cue, start, last)
        if found or "clause" not in kinds:
            return found
    if "إلى" in kinds and leads_to_event(r, start, last):  # مشيرا لأهمية
        return Complement("preposition", start)
    found = _search(r, cue, start, min(last, start + _LONGEST_WAY), last)
    if found is not None and found.how == "feeling":
        return Complement("preposition", found.start) if _foreboding(r, found.start) else None
    return found


def _foreboding(r: Reading, at: int) -> bool:
    """Whether a feeling says what will or should be ('his fear of', 'her hope for'), not how he feels."""
    at += at in r.marks.quotes
    annexed = r.has(at, "foreboding_of") > 0 and not r.articled(at)
    return r.has(at, "foreboding") > 0 or (annexed and is_definite_word(r, at + 1))


def _search(r: Reading, cue: Form, start: int, limit: int, last: int) -> Complement | None:
    """Look along the sentence; a noun that could be the content gives way only to nothing better."""
    kinds = frames(cue)
    fallback: Complement | None = None
    at, fresh = start, True
    while at < limit:
        past = _past_mark(r, cue, at, last) or (by_name_end(r, at, kinds) if at == start else 0)
        if past:
            at = past
            continue
        if at in r.marks.quotes or at in r.marks.unclosed:
            return fallback or _in_marks(r, at, fresh=fresh, kinds=kinds)
        found = _opened(r, cue, kinds, at, last, fresh=fresh)
        if found and (fresh or "straight" not in kinds):
            return _wider(r, at, fallback, found)
        if fallback is not None and adverbial(r, at) is not None:
            return fallback
        if _what_he_called(r, at) or (r.has(at, "while") and _said_of_it(r, at, limit)):
            return fallback or _warned_of(r, kinds, at)
        if (at > start or "straight" in kinds) and another_cue(r, at):
            unnamed = anonymity_end(r, at, last)
            reason = (
                unnamed
                or spread_end(r, at, last)
                or past_relative(r, at, last)
                or _what_he_said(r, at, limit)
            )
            if not reason:
                return fallback
            at, fresh = reason, fresh or bool(unnamed)
            continue
        if fallback is None and not _had(cue):
            fallback = nominal(r, kinds, at, last, fresh=fresh)
        was_fresh = fresh
        at, fresh = _onward(r, at, last, kinds, fresh=fresh)
        fresh = fresh and (was_fresh or "straight" not in kinds)
    return fallback


def _had(cue: Form) -> bool:
    """أكده مسؤولون على اتصال بالبعثة: the pronoun is all that such a verb takes."""
    return bool(cue.inflection.suffix) and finite(cue) and {"object", "على"} <= frames(cue)


def _by_saying(r: Reading, at: int, last: int) -> Complement | None:
    """'Contented himself with pointing to': what the verbal noun of another cue takes."""
    nouns = (form for form in r.cues[at] if form.inflection.form == "masdar" and form.proclitic == "بال")
    noun = next(nouns, None)
    if noun is None or not (r.has(at + 1, "complementiser") or r.norm(at + 1) in FOLDED.values()):
        return None
    return _search(r, noun, at + 1, min(last, at + 2 + _NEAREST), last)


def _past_mark(r: Reading, cue: Form, at: int, last: int) -> int:
    """Return the token after a bracket, an aside, a name in marks or the verb's own noun, or 0."""
    if at in r.marks.brackets:
        return r.marks.brackets[at] + 1
    if at in r.marks.quotes:
        own = frozenset(FOLDED.get(kind, kind) for kind in frames(cue))
        return _adverb_in_marks(r, at) or _date_in_marks(r, at) or name_in_marks_end(r, at, last, own)
    return aside_end(r, at, last) or cognate_end(r, cue, at)


def _what_he_called(r: Reading, at: int) -> bool:
    """'Welcomed what he called a victory': what is said of it is no clause of the first verb."""
    if not r.has(at, "that_which") or r.has(at, "contrast"):
        return False
    return r.has(at + 1, "calling") > 0 or any("target" in frames(form) for form in r.cues[at + 1])


def _what_he_said(r: Reading, at: int, last: int) -> int:
    """Return the 'that' behind 'asked about what X had said', which is of the verb before, or 0."""
    which = r.has(at - 1, "that_which") > 0 and not r.has(at - 1, "contrast")
    if not which or not any(finite(form) and form.inflection.suffix for form in r.cues[at]):
        return 0
    return next((n for n in range(at + 1, min(last, at + _NEAREST + 2)) if r.has(n, "complementiser")), 0)


def _warned_of(r: Reading, kinds: frozenset[str], at: int) -> Complement | None:
    """'Warned of what he called «a suspicious silence»'."""
    return Complement("preposition", at) if "من" in kinds and r.norm(at) == "مما" else None


def _said_of_it(r: Reading, at: int, last: int) -> bool:
    """', and that is a step of which a diplomat said that': whether another's verb stands beside a remark."""
    if r.tokens[at - 1].text not in COMMAS or r.cues[at + 1] or not r.is_word(at + 1):
        return False
    end = past_circumstance(r, at, last)
    verb = next((n for n in range(at + 2, end) if another_cue(r, n)), end)
    return verb + 1 < end < last and r.has(end, "complementiser") > 0 and r.written(verb + 1) not in COMMAS


def _in_marks(r: Reading, at: int, *, fresh: bool, kinds: frozenset[str]) -> Complement | None:
    return _marked(r, at, fresh=fresh, kinds=kinds) if _takes_marks(r, kinds, at) else None


def _adverb_in_marks(r: Reading, at: int) -> int:
    """Return the token after an adverb in marks (denied «wholly» that), or 0."""
    close = r.marks.quotes.get(at, 0)
    return close + 1 if close and r.has(at + 1, "adverb") == close - at - 1 else 0


def _date_in_marks(r: Reading, at: int) -> int:
    """Return the token after a date in marks (on Saturday «19 May 2015», announced), or 0."""
    close = r.marks.quotes.get(at, 0)
    numbers = (
        r.tokens[at + 1].kind is r.tokens[close - 1].kind is TokenKind.NUMBER and close - at > _NEAREST // 2
    )
    words = sum(r.is_word(n) for n in range(at + 1, close)) if numbers and close - at <= 2 * _NEAREST else 2
    return close + 1 if words <= 1 else 0


def _wider(r: Reading, at: int, fallback: Complement | None, found: Complement) -> Complement:
    """'Voiced his hope that …': the words begin at the hope; 'denied any presence, yet' ends them."""
    if fallback is None or found.how in ("marks", "colon"):
        return found
    if r.tokens[at - 1].text in COMMAS:
        return fallback if r.has(at, "then") else found
    return Complement("preposition", fallback.start) if fallback.how == "feeling" else fallback


def _onward(r: Reading, at: int, last: int, kinds: frozenset[str], *, fresh: bool) -> tuple[int, bool]:
    """Step on; 'fresh' lasts while only adverbs and places stand between speaker and words."""
    known = _past_known(r, at, last)
    if known:
        return known, fresh and r.tokens[at].text not in DASHES
    own = r.norm(at) in folded(kinds)
    preposition = r.has(at, "preposition")
    if own or r.has(at + 1, "complementiser"):
        return at + 1, fresh
    to_medium = r.noun(at, "media") is not None and r.norm(at).startswith("ل")
    if preposition or to_medium:
        return past_prepositional(r, at, preposition, last), fresh
    # An addressee (للصحفيين) and a speech noun (حديثه، قوله) lead on to the words.
    leads_on = (
        r.norm(at).startswith("ل") or "addressee" in kinds or any(not finite(form) for form in r.cues[at])
    )
    said = any(form.inflection.form == "masdar" and form.inflection.suffix for form in r.cues[at])
    return at + 1, said or (fresh and leads_on)


def _past_known(r: Reading, at: int, last: int) -> int:
    """Return the token after a name of several words, a circumstance, an adverb or a mark, else 0."""
    noun = r.noun(at)
    if noun is not None and noun.length > 1:
        return at + noun.length
    if r.small[at] and r.has(at, "while"):
        return past_circumstance(r, at, last)
    adverb = r.has(at, "adverb") if r.small[at] else 0
    return at + (adverb or 1) if adverb or r.tokens[at].kind is not TokenKind.WORD else 0


def _marked(r: Reading, at: int, *, fresh: bool, kinds: frozenset[str]) -> Complement | None:
    long_enough = r.marks.quotes.get(at, at + 9) - at > 4
    if not fresh and r.tokens[at - 1].text in COMMAS and not kinds & _SAYS:
        return None
    if not long_enough and not kinds & _SAYS and r.tokens[at - 1].text != ":" and _is_thing(r, at):
        return None
    close = r.marks.quotes.get(at, at)
    if (
        fresh
        and not kinds & _SAYS
        and not long_enough
        and r.is_word(close + 1)
        and looks_like_verbal_noun(r, at + 1)
    ):
        return Complement("object", at)  # stressed «the importance» of
    return Complement("marks", at) if fresh or (long_enough and "carrier" not in kinds) else None


def _is_thing(r: Reading, at: int) -> bool:
    """Whether short words in marks are the object of a verb: 'asked for "explanations"'."""
    said = looks_like_verbal_noun(r, at + 1) or fused_preposition(r, at + 1)
    if at not in r.marks.quotes or said:
        return False
    return is_name(r, at) or r.is_word(r.marks.quotes[at] + 1)


def _takes_marks(r: Reading, kinds: frozenset[str], at: int) -> bool:
    """Whether a cue takes words in marks as they are; one that wants a preposition first needs a colon."""
    return bool(kinds - PREPOSITIONS - {"feeling", "colon", "event"}) or r.tokens[at - 1].text == ":"


def _after_colon(r: Reading, at: int, last: int, *, fresh: bool) -> Complement | None:
    following = at + 1
    if r.tokens[at - 1].kind is TokenKind.NUMBER and r.is_word(following) is False and following < last:
        return None
    if following < len(r.tokens) and (following in r.marks.quotes or following in r.marks.unclosed):
        return Complement("marks", following)
    complementiser = r.has(following, "complementiser") if following < last else 0
    if complementiser:
        return Complement("clause", following + complementiser)
    return Complement("colon", following) if fresh and following < last else None


def _opened(
    r: Reading, cue: Form, kinds: frozenset[str], at: int, last: int, *, fresh: bool
) -> Complement | None:
    if r.tokens[at].text == ":":
        return _after_colon(r, at, last, fresh=fresh or not cue.entry.counter_example)
    if not r.small[at] or not r.has(at, *_OPENERS):
        return None
    asks = cue.entry.feature("act") == "question"
    indirect = r.has(at, "whether") > 0 or (r.has(at, "asking") > 0 and (asks or fresh))
    answered = not asks and r.has(at - 1, "question_noun") > 0  # ردا على سؤال عما إذا
    if indirect and not answered and (asks or "clause" in kinds):
        return Complement("question", at)
    if r.has(at, "that_not") and "أ" in r.tokens[at].text[:2] and _introduces(r, kinds, at):
        return Complement("clause", at)
    complementiser = r.has(at, "complementiser")
    if not complementiser or _van(r, at) or _although(r, at) or not _introduces(r, kinds, at):
        return None
    start = at + complementiser
    return Complement("clause", start + (r.norm(start) == ":" and start + 1 in r.marks.quotes))  # أن: «…»


def _van(r: Reading, at: int) -> bool:
    """فان without its hamza before a word without the article is a name; so is بان before a comma."""
    bare = r.norm(at) in ("فان", "بان") and ALEF_HAMZA_ABOVE not in r.tokens[at].text
    if not bare or ALEF_HAMZA_BELOW in r.tokens[at].text:
        return False
    unknown = r.is_word(at + 1) and not (r.articled(at + 1) or r.small[at + 1])
    return r.written(at + 1) in COMMAS or (r.norm(at) == "فان" and unknown and bool(r.nouns[at + 1]))


def _although(r: Reading, at: int) -> bool:
    """'Repeated it, though in other words': 'and that' opens nothing."""
    return r.tokens[at].text.startswith("وإن") and r.tokens[at - 1].text in COMMAS


def _introduces(r: Reading, kinds: frozenset[str], at: int) -> bool:
    """Whether 'that' at `at` belongs to the cue: not 'after that', 'without that'."""
    before = r.norm(at - 1)
    if r.has(at - 1, "before_anna"):
        return False
    if "feeling" not in kinds and before in ("الي", "علي", "عن", "من", "في"):
        return before in folded(kinds) or "clause" in kinds
    if kinds & {"feeling"}:
        return True
    return bool(kinds & {"clause", "carrier", "document", "ب", "addressee", "object"}) or any(
        not finite(form) for form in r.cues[at - 1]
    )
