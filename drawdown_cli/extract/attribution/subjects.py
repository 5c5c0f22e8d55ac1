"""Whose verb it is where no word after it says so: the subject of the sentence, of an announcement."""

from __future__ import annotations

from collections.abc import Iterator

from drawdown_cli.extract.attribution.apposition import agrees, with_apposition
from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.mention import Mention, governed_by_ba
from drawdown_cli.extract.attribution.names import is_lone_surname
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import COMMAS, CONJUNCTIONS, Reading, finite, frames
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType

_LAYER_BACK = 50
_PERSONAL = (SpeakerType.PERSON, SpeakerType.ROLE)
_CARRY = (SpeakerType.DOCUMENT, SpeakerType.MEDIA)
_ANY_VERB = frozenset({"object"})
_SENTENCE_BACK = 80
_SERVANT = "عبد"
_ALONE = ("", *CONJUNCTIONS)


def subject_of(scan: Scan, at: int, form: Form) -> Mention | None:
    """Return the subject of the sentence so far, where it agrees: who 'stressing that' goes with."""
    previous = scan.previous()
    named = (previous.mention or previous.hint) if previous is not None else None
    if previous is not None and named is None:
        return None
    if named is not None and _goes_with(form, named):
        return _inner_speaker(scan, previous, at, form) or named
    for number, mention in reversed(scan.layer[-_LAYER_BACK:]):
        if number == scan.sentence and _goes_with(form, mention):
            return mention
    if previous is not None and previous.via is not None and _goes_with(form, previous.via):
        return previous.via
    start = max(scan.first, at - _SENTENCE_BACK)
    found = _announcer(scan, at, form) or _within_words(scan, previous, at, form)
    near = (one for one in phrases_in(scan.r, start, at) if fits(form, one) and not _welcomed(one))
    return found or named or next(near, None)


def _welcomed(mention: Mention) -> bool:
    """كما رحب بالاتفاق، مؤكدا: a text that has 'with' written onto it says nothing."""
    return mention.category == "document" and governed_by_ba(mention)


def _inner_speaker(scan: Scan, previous: Draft | None, at: int, form: Form) -> Mention | None:
    """'The statement said that the minister confirmed X, warning of Y': the minister warns."""
    if previous is None or previous.mention is None or previous.mention.type not in _CARRY:
        return None
    inner = _within_words(scan, previous, at, form)
    if inner is None:
        return None
    near = range(inner.last, min(at, inner.last + 2))
    return inner if any(finite(cue) for n in near for cue in scan.r.cues[n]) else None


def _within_words(scan: Scan, previous: Draft | None, at: int, form: Form) -> Mention | None:
    """'The agency said that the minister met X, stressing that': whom the words before begin with."""
    if previous is None or previous.first > at:
        return None
    end = min(previous.last, at)
    subject = next(phrases_in(scan.r, previous.first, end), None)
    if subject is None and scan.r.vocabulary[scan.r.norm(previous.first)] > 1:
        subject = parse_phrase(scan.r, previous.first, end, most=1)
    if subject is None or subject.type not in _PERSONAL or subject.first > previous.first + 1:
        return None
    return subject if _goes_with(form, subject) else None


def _announcer(scan: Scan, at: int, form: Form) -> Mention | None:
    """Whose announcement the sentence speaks of ('the United States' declaration, stressing that')."""
    r = scan.r
    for noun in range(at - 1, max(scan.first, at - 25) - 1, -1):
        if any(cue.inflection.form == "masdar" and not cue.inflection.suffix for cue in r.cues[noun]):
            mention = parse_phrase(r, noun + 1, at) if head_at(r, noun + 1) else None
            if mention is not None and fits(form, mention):
                return mention
    return None


def sentence_subject(scan: Scan, at: int, form: Form) -> Mention | None:
    """Return the subject of a verb that goes on in its sentence: 'X met Y and said that'."""
    if at <= scan.first + 1:
        return None
    asked = _asked(scan, at, form) or _topic(scan, form)
    if asked is not None or scan.previous() is not None:
        return asked
    start = max(scan.first, at - _SENTENCE_BACK)
    found = (m for m in phrases_in(scan.r, start, at) if _goes_with(form, m) and not _aside(scan.r, m))
    return next(
        (m for m in found if m.category not in ("country", "document", "body") or m.first == scan.first), None
    )


def _topic(scan: Scan, form: Form) -> Mention | None:
    """اليسير، وخلال مداخلة له، أوضح: a surname known from elsewhere that a comma parts from its verb."""
    r, at = scan.r, scan.first
    known = r.nouns[at] or r.small[at] or r.cues[at]
    if (
        known
        or r.written(at + 1) not in COMMAS
        or r.vocabulary[r.norm(at)] < 2
        or scan.previous() is not None
    ):
        return None
    mention = parse_phrase(r, at, at + 1)
    return mention if mention is not None and _goes_with(form, mention) else None


def _aside(r: Reading, mention: Mention) -> bool:
    """'In another part of his talk, he called': what a preposition governs is no subject."""
    return (
        mention.category == "collective"
        and not (mention.names or mention.definite)
        and is_governed(r, mention)
    )


def _goes_with(form: Form, mention: Mention) -> bool:
    """Whether a verb behind its subject agrees with a mention, in number too: 'journalists … and he said'."""
    one = form.inflection.number == "s" and (mention.number != "s" or bool(mention.extra))
    return not one and fits(form, mention) and agrees(form, mention)


def _asked(scan: Scan, at: int, form: Form) -> Mention | None:
    """'Journalists asked the spokeswoman about it, and she said': who was asked answers."""
    hearer = who_was_asked(scan.r, max(scan.first, at - _SENTENCE_BACK), at)
    return hearer if hearer is not None and _goes_with(form, hearer) else None


def who_was_asked(r: Reading, first: int, last: int) -> Mention | None:
    """Return whom somebody asks between two tokens, where both are named beside the verb, or None."""
    asking = next((n for n in range(last - 1, first - 1, -1) if _asks(r, n)), -1)
    if asking < 0:
        return None
    named = [m for m in phrases_in(r, asking + 1, last) if m.category not in ("country", "document")]
    hearer = named[1] if len(named) > 1 and not is_governed(r, named[1]) else None
    answers = hearer is not None and named[0].first == asking + 1 and hearer.first <= named[0].last + 1
    return hearer if answers else None


def asked_him(r: Reading, first: int, last: int) -> bool:
    """Whether the last who is asked between two tokens is a pronoun: 'when somebody asked him about it'."""
    near = range(last - 1, max(first, last - _SENTENCE_BACK) - 1, -1)
    asking = next((n for n in near if _asks(r, n) or r.has(n, "asked_him")), -1)
    if asking >= 0 and r.has(asking, "asked_him"):
        return True
    return asking >= 0 and any(cue.inflection.suffix for cue in r.cues[asking])


def _asks(r: Reading, at: int) -> bool:
    """Whether a verb asks somebody: سأل, يسأل."""
    return any(
        finite(cue) and cue.entry.feature("act") == "question" and "addressee" in frames(cue)
        for cue in r.cues[at]
    )


def fits(form: Form, mention: Mention) -> bool:
    """Whether a mention agrees with a participle or a verb whose subject is unsaid."""
    gender, number = form.inflection.gender, form.inflection.number
    if gender and mention.gender and gender != mention.gender and mention.number == "s":
        return False
    return number not in ("p", "d") or mention.number != "s"


def is_governed(r: Reading, mention: Mention) -> bool:
    """Whether a preposition stands before a phrase or is written onto it: بمفتاح, للوزير."""
    first = mention.first
    if (r.small[first - 1] and r.has(first - 1, "preposition")) or r.has(first - 2, "preposition") == 2:
        return True
    form = mention.head or r.noun(mention.first, "given")
    return form is not None and form.proclitic.removesuffix(ARTICLE).endswith(("ب", "ل"))


def _given(r: Reading, at: int) -> bool:
    """Whether a first name stands here: ووعد is 'and he promised'."""
    form = r.noun(at, "given")
    now = r.has(at, "adverb") > 0 and (not r.is_word(at + 1) or bool(r.small[at + 1]))
    now = now or (r.has(at, "preposition") > 0 and not r.norm(at).startswith("علي"))  # خلف حمار
    things = r.has(at, "masdar") > 0 and r.articled(at + 1)  # أسماء الزائرين
    if form is None or now or things:
        return False
    verb = any(finite(cue) for cue in r.cues[at])
    return not (verb and (form.proclitic or head_at(r, at + 1) is not None))  # وعدّ المحلل


def _kunya(r: Reading, at: int) -> bool:
    """أبو أحمد, عبد القادر: a particle of names that one follows."""
    servant = r.norm(at) == _SERVANT and (r.articled(at + 1) or r.has(at + 1, "name_link") > 0)
    return servant or (r.noun(at, "nameparticle") is not None and r.noun(at + 1, "given") is not None)


def _calls(r: Reading, at: int) -> bool:
    """وطالب حسن: 'he called on', no student, right before a name."""
    form = r.noun(at, "title")
    bare = form is not None and form.proclitic in _ALONE and not form.inflection.suffix
    verb = bare and any(finite(cue) for cue in r.cues[at])
    return verb and r.noun(at + 1, "given", "nameparticle") is not None


def _announces(r: Reading, at: int, head: Form) -> bool:
    """إعلان رئيس الوزراء فلان انتهاء الأزمة: a verbal noun with its subject, no document of his."""
    told = any(cue.inflection.form == "masdar" and not cue.proclitic[1:] for cue in r.cues[at])
    owner = head_at(r, at + 1) if told and head.entry.sense == "document" and head.length == 1 else None
    return owner is not None and owner.entry.sense in PERSONS and not r.articled(at)


def _begins_phrase(r: Reading, at: int) -> bool:
    head = head_at(r, at)
    if head is not None and r.cues[at] and (_calls(r, at) or _announces(r, at, head)):
        return False
    if head is None:
        return _given(r, at) or _kunya(r, at) or is_lone_surname(r, at)
    if head.entry.sense != "collective":
        return not (_is_last(r, at - 1) or _asks_for(r, at))
    # يوم الإثنين is no 'two', آخر مترجم no 'another'.
    return not (r.has(at, "adverb") or _is_last(r, at))


def _asks_for(r: Reading, at: int) -> bool:
    """طالب زعيم التيار: a verb with its subject, no student."""
    titled = r.noun(at + 1, "title", "rank") is not None
    return titled and not r.articled(at) and any(map(finite, r.cues[at])) and not r.is_word(at - 1)


def _is_last(r: Reading, at: int) -> bool:
    """آخر مترجم: 'the last', which a noun follows."""
    return r.has(at, "another") > 0 and at + 1 < r.size and bool(r.nouns[at + 1]) and not r.nouns[at - 1]


def _points(r: Reading, at: int, first: int) -> bool:
    """Whether a clause begins with 'the first', 'the second', 'the latter'."""
    if at == first and r.has(at, "first_of_two", "second_of_two"):
        return True
    return r.has(at, "latter") > 0 and (at == first or r.has(at - 1, "complementiser") > 0)


def phrases_in(r: Reading, first: int, last: int) -> Iterator[Mention]:
    """Yield the noun phrases between two tokens, those that a preposition governs after the others."""
    governed: list[Mention] = []
    at = first
    while at < last:
        if at in r.marks.quotes or at in r.marks.brackets:
            at = r.marks.after(at)
            continue
        aside = r.has(at, "adverb") if r.small[at] else 0
        if aside > 1:  # من جهة أخرى
            at += aside
            continue
        begins = r.nouns[at] and _begins_phrase(r, at)
        begins = begins or (r.small[at] and _points(r, at, first))
        mention = parse_phrase(r, at, last, most=3, closed_to=_ANY_VERB) if begins else None
        if mention is None:
            at += 1
            continue
        with_apposition(r, mention, last)
        if is_governed(r, mention):
            if mention.category != "collective" or not mention.head or not mention.head.inflection.suffix:
                governed.append(mention)  # من جانبه is nobody
        else:
            yield mention
        at = max(at + 1, mention.last)
    yield from governed
