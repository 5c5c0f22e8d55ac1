"""What a cue takes that is no clause: an event, a topic, a target with what is said of it."""

from __future__ import annotations

from dataclasses import dataclass

from drawdown_cli.arabic.letters import ALEF, BEH, LAM, WAW
from drawdown_cli.extract.attribution.asides import adjunct_end, aside_end
from drawdown_cli.extract.attribution.cuewords import another_cue, folded
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.reading import COMMAS, DASHES, STOPS, Reading, begins_with_and, frames
from drawdown_cli.extract.attribution.shapes import (
    ARTICLE,
    fused_preposition,
    in_place,
    looks_like_verbal_noun,
    verbal_noun_shape,
)
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

_CONCRETE = ("country", "title", "rank", "media", "anonymous", "organisation", "given")
_FARTHEST_PREDICATE = 25
_FARTHEST_OPINION = 8
_LONGEST_AMOUNT = 5
_LONGEST_DASHED = 18
_ENDS = COMMAS | STOPS | {""}
_THEIRS = ("ه", "ها", "هم", "هما", "نا")


@dataclass(frozen=True, slots=True)
class Complement:
    """What a cue introduces: how, and the token at which the reported words begin."""

    how: str
    start: int


def nominal(r: Reading, kinds: frozenset[str], at: int, last: int, *, fresh: bool) -> Complement | None:
    """Return the topic or event at `at` that a cue of these frames takes, else None."""
    norm = r.norm(at)
    if "feeling" in kinds and norm == "عن" and (r.is_word(at + 1) or at + 1 in r.marks.quotes):
        return Complement("feeling", at + 1)
    own = norm in folded(kinds) and not (_of_reply(r, at) or r.has(at, "adverb"))
    if "ب" in kinds and norm == "ب" and at + 1 in r.marks.quotes:
        close = r.marks.quotes[at + 1]
        return Complement("preposition", at if r.is_word(close + 1) else at + 1)
    told = "event" not in kinds or _event_follows(r, at + 1)
    if own and told and _names_content(r, at + 1, last):
        return Complement("preposition", at + 1)
    if (
        "ب" in kinds
        and (
            (fused_preposition(r, at) and (fresh or "straight" not in kinds)) or (fresh and _fused_bi(r, at))
        )
        and (at + 1 < last or (is_virtue(r, at) and r.norm(at)[0] == BEH))
        and not r.has(at, "adverb")
        and not in_place(r, at)
        and not r.noun(at, "rank", "title", "given")
        and not ("admits" in kinds and r.noun(at, "body", "collective", "organisation"))
        and ("amount" not in kinds or _amount(r, at, last))
    ):
        return Complement("preposition", at)
    return Complement("object", at) if at + 1 < last and _is_object(r, kinds, at, last, fresh=fresh) else None


def _is_object(r: Reading, kinds: frozenset[str], at: int, last: int, *, fresh: bool) -> bool:
    """Whether a cue takes what stands at `at` without a preposition: an event, a stance, a number."""
    if ("stance" in kinds and fresh and _names_stance(r, at)) or ("blame" in kinds and r.has(at, "blame")):
        return True
    if "count" in kinds and r.tokens[at].kind is TokenKind.NUMBER and r.is_word(at + 1):
        return True
    if "declares" in kinds and r.has(at, "performative"):  # declaring it does it
        return False
    resumed = fresh or "addressee" in kinds or r.tokens[at - 1].text in COMMAS
    return "object" in kinds and resumed and _names_event(r, at, last)


def _event_follows(r: Reading, at: int) -> bool:
    """Whether what a cue speaks of is news, no known topic: 'spoke of an agreement', not 'of her future'."""
    at += at in r.marks.quotes
    if not r.is_word(at) or looks_like_verbal_noun(r, at):
        return True
    text = r.tokens[at].text
    return not (r.articled(at) or text.endswith(_THEIRS) or r.has(at, "demonstrative"))


def _names_stance(r: Reading, at: int) -> bool:
    """'Renewed his refusal of', 'the commitment of his country to': a stance with whose it is."""
    return r.has(at, "stance_noun", "foreboding") > 0 and not r.articled(at)


def _of_reply(r: Reading, at: int) -> bool:
    """Whether a preposition belongs to a noun right before it: 'in his reply to questions'."""
    return r.has(at - 1, "reply") > 0 and not looks_like_verbal_noun(r, at + 1)


def _names_event(r: Reading, at: int, last: int) -> bool:
    """Whether a bare verbal noun, or 'what …', is the object of the cue."""
    norm, articled = r.norm(at), r.articled(at) and not _own_lam(r, at)
    if at + 1 < last and articled and (r.has(at, "masdar") or verbal_noun_shape(norm[2:])):
        taken = r.has(at + 1, "preposition", "adverb") > 0 or r.written(at + 1) in STOPS
        taken = taken or (r.has(at, "masdar") > 0 and fused_preposition(r, at + 1))  # القيام بتدريب
        return taken or (r.norm(at + 1).startswith(LAM) and not r.noun(at + 1, *_CONCRETE, "collective"))
    if at + 1 >= last or articled or r.has(at, "listing"):
        return False
    if norm == "ما":
        return r.is_word(at + 1)
    accusative = norm.endswith("ا") and not norm.endswith("ها")
    resolve = r.has(at, "resolve") > 0 and norm.endswith(_THEIRS) and looks_like_verbal_noun(r, at + 1)
    event = resolve or looks_like_verbal_noun(r, at) or r.has(at, "stance_noun") > 0
    joined = norm.startswith(WAW) and begins_with_and(r, at)
    return event and not (accusative or joined or _with_lam(r, at)) and r.written(at + 1) not in _ENDS


def _with_lam(r: Reading, at: int) -> bool:
    """لإنهاء: whether 'for' is written onto a verbal noun, so that no verb takes it."""
    return r.norm(at).startswith(LAM) and any(form.proclitic.endswith(LAM) for form in r.small[at])


def leads_to_event(r: Reading, at: int, last: int) -> bool:
    """لأهمية, لضرورة: a verbal noun with 'to' written onto it, right behind a verb that takes 'to'."""
    norm = r.norm(at)
    shaped = norm.startswith(LAM) and not r.nouns[at] and verbal_noun_shape(norm[1:])
    event = shaped or (_with_lam(r, at) and looks_like_verbal_noun(r, at))
    return at + 1 < last and event and r.is_word(at + 1)


def _own_lam(r: Reading, at: int) -> bool:
    """التزام: whether a verbal noun begins with the letters of the article by itself."""
    return any(form.entry.word.startswith(ARTICLE) and not form.proclitic for form in r.small[at])


def _names_content(r: Reading, at: int, last: int) -> bool:
    """Whether the noun after a cue's preposition tells what is said, not a person or a place."""
    whole = is_virtue(r, at) or (at + 1 < last and _goes_on(r, at + 1))
    if at >= last or not r.is_word(at) or not whole:
        return at in r.marks.quotes
    if r.has(at, "complementiser", "whether", "relative", "adverb"):
        return False
    return looks_like_verbal_noun(r, at) or not r.noun(at, *_CONCRETE)


def is_virtue(r: Reading, at: int) -> bool:
    """'Called him to patience', 'asked her for resignation': a definite verbal noun is enough."""
    norm = r.norm(at)
    if norm.startswith(BEH + ARTICLE):
        return verbal_noun_shape(norm[3:])
    return r.articled(at) and (r.has(at, "masdar") > 0 or verbal_noun_shape(norm[2:]))


def _goes_on(r: Reading, at: int) -> bool:
    """Whether a noun has something behind it: a word, a number, words in marks."""
    return r.is_word(at) or at in r.marks.quotes or r.tokens[at].kind is TokenKind.NUMBER


def target(r: Reading, cue: Form, start: int, last: int) -> Complement | None:
    """'Accused X of Y', 'called X a Y': the object and what is said of it."""
    kinds = frames(cue)
    start = _past_adjuncts(r, start, last)
    pronoun = r.has(start, "object_pronoun")
    if cue.inflection.suffix or pronoun:
        return _said_of(r, kinds, start + pronoun)
    if r.has(start, "complementiser"):  # the subject's phrase has swallowed the target
        return None
    for at in range(start + 1, min(last, start + _FARTHEST_PREDICATE)):
        that = r.has(at, "complementiser") > 0
        if "clause" in kinds and that and not r.norm(at).startswith("ب"):
            return None
        if _predicate(r, kinds, at) or (that and "ب" in kinds):
            return Complement("target", start)
        if r.tokens[at].text in STOPS or another_cue(r, at):
            return None
    return None


def opinion(r: Reading, start: int, last: int) -> Complement | None:
    """'Considered the stay of the forces a breach': a definite object and what it is held to be."""
    start = _past_adjuncts(r, start, last)
    for at in range(start + 1, min(last, start + _FARTHEST_PREDICATE)):
        if r.has(at, "as_good_as") and r.is_word(start):
            return Complement("target", start)
        if r.tokens[at].text in STOPS or another_cue(r, at):
            break
    if not (r.articled(start) or looks_like_verbal_noun(r, start)):
        return None
    for at in range(start + 1, min(last, start + _FARTHEST_OPINION)):
        if not r.is_word(at) or r.has(at, "complementiser") or another_cue(r, at):
            return None
        if _is_not(r, at):
            return Complement("target", start)
        plain = not (r.articled(at) or r.small[at] or r.cues[at])
        accusative = r.norm(at).endswith(ALEF) and not r.norm(at).endswith("ها")
        if plain and accusative and is_definite_word(r, at - 1) and not r.noun(at, "country", "given"):
            return Complement("target", start)
    return None


def _is_not(r: Reading, at: int) -> bool:
    """اعتبر الاتفاق غير ملزم: 'un-' behind a definite word, before an adjective without the article."""
    definite = is_definite_word(r, at - 1) or r.noun(at - 1, "country") is not None
    return r.has(at, "semi") > 0 and definite and r.is_word(at + 1) and not r.articled(at + 1)


def _predicate(r: Reading, kinds: frozenset[str], at: int) -> bool:
    """Whether what is said of a target begins here: بـ, إلى, مسؤولية."""
    if "ب" in kinds and (_fused_bi(r, at) or r.norm(at) == BEH):
        return "amount" not in kinds or _amount(r, at, at + _LONGEST_AMOUNT)
    return ("إلى" in kinds and r.norm(at) == "الي") or ("مسؤولية" in kinds and "مسووليه" in r.norm(at))


def _amount(r: Reading, at: int, last: int) -> bool:
    """Whether what is estimated is said in numbers: بنحو ألف, بما لا يقل عن مئة; not بملعقة."""
    near = range(at, min(last, at + _LONGEST_AMOUNT, r.size))
    return any(r.tokens[n].kind is TokenKind.NUMBER or r.has(n, "amount") for n in near)


def _said_of(r: Reading, kinds: frozenset[str], at: int) -> Complement | None:
    """'Called it a victory', where the target is a pronoun."""
    that = r.has(at, "complementiser")
    if that:
        return Complement("clause", at + that)
    if not _predicate(r, kinds, at):
        return None
    return Complement("preposition", at + (r.norm(at) == "الي"))


def _past_adjuncts(r: Reading, at: int, last: int) -> int:
    """Step over commas, adverbs and what stands between commas in front of the target."""
    while at < last:
        if r.tokens[at].text in COMMAS:
            at = aside_end(r, at, last) or adjunct_end(r, at + 1, last) or at + 1
        elif r.tokens[at].text in DASHES:  # - in a statement to the press -
            closing = (
                n for n in range(at + 1, min(last, at + _LONGEST_DASHED)) if r.tokens[n].text in DASHES
            )
            at = next(closing, at) + 1
        elif r.has(at, "adverb") and not r.has(at, "demonstrative"):
            at += r.has(at, "adverb")
        elif r.has(at, "preposition") and (adjunct_end(r, at, last) or r.has(at + 1, "venue")):
            at = adjunct_end(r, at, last) or _past_venue(r, at + 2)
        else:
            break
    return at


def _past_venue(r: Reading, at: int) -> int:
    """Return the token after the adjectives of 'in a statement'."""
    while r.noun(at, "adjective", "nisba") and not r.articled(at):
        at += 1
    return at


def _fused_bi(r: Reading, at: int) -> bool:
    """Whether a word is بـ with a noun, where the verb before asks for one."""
    if fused_preposition(r, at):
        return True
    own = [form for form in (*r.nouns[at], *r.small[at]) if not form.proclitic.startswith("ب")]
    return len(r.norm(at)) > 3 and r.norm(at).startswith("ب") and not own
