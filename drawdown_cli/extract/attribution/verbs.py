"""Quotations that a verb, a participle or a speech noun announces."""

from __future__ import annotations

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.extract.attribution.anonymity import declines
from drawdown_cli.extract.attribution.apposition import with_apposition
from drawdown_cli.extract.attribution.clauses import is_name
from drawdown_cli.extract.attribution.complements import Complement, adverbial, find_complement, participle
from drawdown_cli.extract.attribution.contents import kind_of, take, take_innermost
from drawdown_cli.extract.attribution.phrases import Mention, parse_phrase
from drawdown_cli.extract.attribution.reading import COMMAS, conjunction, finite, frames
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.sources import source_after, source_before
from drawdown_cli.extract.attribution.subjects import fits, phrases_in, sentence_subject, subject_of
from drawdown_cli.lexicon import Form
from drawdown_cli.models import Confidence, SpeakerType

_ISSUERS = ("document", "body", "organisation", "country")
_LAYER_BACK = 50
_SENTENCE_BACK = 80
_WHETHER_BACK = 6
_CARRIED = ("عن", "الي", "من", "عنه", "عنها", "عنهم")


def cue_at(scan: Scan, at: int) -> int:
    """Draft what the cue at `at` announces, if anything; return where to read on, or 0."""
    for form in scan.r.cues[at]:
        end = 0
        if finite(form):
            end = _verb(scan, at, form)
        elif participle(form) and adverbial(scan.r, at) is not None:
            end = _participle(scan, at, form)
        elif form.inflection.form == "masdar":
            end = _speech_noun(scan, at, form)
        if end:
            return end
    return 0


def _verb(scan: Scan, at: int, form: Form) -> int:
    inclusive = form.inflection.gender == "" and form.inflection.number == "p"
    if (
        inclusive
        or _governed(scan, at)
        or scan.r.has(at, "called")
        or scan.r.has(at - 1, "no_longer")
        or declines(scan.r, at)
    ):
        return 0
    kinds = frames(form)
    if "document" in kinds:
        return _in_document(scan, at, form, at + form.length)
    carried = _carried(scan, at, form, at + form.length) if "carrier" in kinds else 0
    if carried or kinds == {"carrier"}:
        return carried
    return _told(scan, at, form)


def _told(scan: Scan, at: int, form: Form) -> int:
    """The plain case: a verb, its subject, its words."""
    r, start = scan.r, at + form.length
    mention, zone = _subject_of_verb(scan, at, form, start)
    via, mention, zone = _relayed(scan, mention, zone)
    if _nobody(scan, at, form, mention):
        return 0
    complement = find_complement(r, form, zone, scan.last)
    if complement is None:
        return _without_words(scan, at, form, mention, zone)
    if complement.how == "target" and mention is not None and (mention.head is None or not mention.names):
        complement, mention = _object_only(scan, form, start, complement, mention)
    if complement is None or _not_said(scan, at, form, complement):
        return 0
    draft = Draft((at, start), form, mention, f"cue-{complement.how}", via=via)
    if mention is None:
        draft.hint = sentence_subject(scan, at, form)
    elif mention.type is SpeakerType.MEDIA:
        return take_innermost(scan, complement, draft, cue_at) or take(scan, complement, draft)
    return take(scan, complement, draft)


def _nobody(scan: Scan, at: int, form: Form, mention: Mention | None) -> bool:
    """Whether no speaker reports: 'nobody pointed', 'it is mentioned', 'a statement that calls for'."""
    r, start = scan.r, at + form.length
    if r.norm(start) == "احد" and not r.nouns[start + 1] and not r.articled(start + 1):
        return True
    if mention is None:
        return _impersonal(scan, at, form)
    return mention.last <= at and not mention.definite and mention.category == "document"


def _not_said(scan: Scan, at: int, form: Form, complement: Complement) -> bool:
    """Whether a noun after a cue is no reported speech: not spoken of, or in a relative clause."""
    r = scan.r
    if complement.how == "marks":
        return "carrier" in frames(form)
    if complement.how == "preposition" and r.has(at - 1, "negation"):
        return bool(form.entry.feature("act") == "statement")
    told = "addressee" in frames(form) and bool(form.inflection.suffix)
    return complement.how in ("preposition", "object") and r.has(at - 1, "relative") > 0 and not told


def _relayed(scan: Scan, carrier: Mention | None, zone: int) -> tuple[Mention | None, Mention | None, int]:
    """'The agency, quoting a source', 'the movement through its spokesman': he speaks, it carries."""
    r = scan.r
    at = zone + (r.tokens[zone].text in COMMAS) if zone < scan.last else zone
    passed_on = r.has(at, "through")
    if zone >= scan.last or not passed_on:
        return None, carrier, zone
    phrase = at + passed_on
    source = parse_phrase(r, phrase, scan.last) if phrase < scan.last else None
    if source is None or source.head is None or source.category == "document":
        return None, carrier, zone
    return carrier, source, with_apposition(r, source, scan.last)


def _subject_of_verb(scan: Scan, at: int, form: Form, start: int) -> tuple[Mention | None, int]:
    r = scan.r
    mention, zone = source_after(r, start, scan.last, form)
    link = conjunction(form) or (r.norm(at - 1) if at > scan.first else "") == "و"
    if not link or conjunction(form) == "ف":
        before = source_before(r, at, scan.first, form)
        # A text without the article is described, not reported: 'a statement that calls for'.
        if before is not None:
            return before, start
    heard = mention is not None and (
        _is_addressee(scan, form, mention)
        or _oblique(scan, form, mention)
        or (bool(link) and _only_hearer(scan, form, mention, zone))
    )
    if heard:
        return None, start
    return mention, zone


def _only_hearer(scan: Scan, form: Form, mention: Mention, zone: int) -> bool:
    """'And informed the committee that': a verb that needs a hearer has him in its only noun phrase."""
    if "hearer" not in frames(form) or not scan.layer or mention.names:
        return False
    number, last = scan.layer[-1]
    return scan.r.has(zone, "complementiser") > 0 and number >= scan.sentence - 1 and fits(form, last)


def _oblique(scan: Scan, form: Form, mention: Mention) -> bool:
    """'Calls on the donors': a sound plural in the oblique case is the object of a verb that takes one."""
    r, at = scan.r, mention.first
    if not frames(form) & {"addressee", "target"} or not r.norm(at).endswith("ين"):
        return False
    unknown = mention.head is None and r.articled(at) and not r.noun(at, "given") and mention.last == at + 1
    return unknown or (mention.head is not None and mention.head.inflection.number == "p")


def _is_addressee(scan: Scan, form: Form, mention: Mention) -> bool:
    """After 'and he told', a word that is no known speaker is who was told, where somebody spoke before."""
    linked = conjunction(form) or scan.r.has(mention.first - form.length - 1, "contrast")
    told = "addressee" in frames(form) and bool(linked) and bool(scan.layer)
    previous = scan.previous()
    if told and previous is not None and not mention.names and fits(form, scan.layer[-1][1]):
        return True
    unknown = mention.category == "name" and not scan.r.noun(mention.first, "given")
    names = {scan.r.norm(named.last - 1) for _, named in scan.layer[-_LAYER_BACK:]}
    surname = scan.r.norm(mention.last - 1)
    return told and unknown and surname not in names and scan.r.vocabulary[surname] < 2


def _object_only(
    scan: Scan, form: Form, start: int, complement: Complement, mention: Mention
) -> tuple[Complement | None, Mention | None]:
    """'He called the sanctions ...': the only noun phrase is the object, its verb's subject is unsaid."""
    r = scan.r
    first = r.norm(complement.start)
    if first.startswith("ب") or r.has(complement.start, "complementiser") or first in ("الي", "مسووليه"):
        spoken = scan.layer and fits(form, scan.layer[-1][1])
        return (find_complement(r, form, start, scan.last) if spoken else None), None
    return complement, mention


def _governed(scan: Scan, at: int) -> bool:
    """A word after a preposition is no verb; a verb after a bare 'that' is only wished or feared."""
    r = scan.r
    if at <= scan.first:
        return False
    for before in range(at - 1, max(scan.first, at - _WHETHER_BACK), -1):
        if r.tokens[before].text in COMMAS:
            break
        if r.has(before, "whether"):
            return True
    if r.has(at, "preposition") and not conjunction(r.cues[at][0]):
        return True
    if r.norm(at - 1) == "ان":
        if r.norm(at - 2) in ("قبل", "بعد"):
            return False
        return not any(r.norm(n).endswith("سبق") for n in range(max(scan.first, at - 14), at))
    return r.has(at - 1, "preposition", "while") > 0 and r.tokens[at - 1].end < r.tokens[at].start


def _impersonal(scan: Scan, at: int, form: Form) -> bool:
    """'It is to be mentioned that' is nobody's statement."""
    r = scan.r
    always = r.has(at, "impersonal") > 0
    if not (always or r.has(at, "opinion_at_large")) or not r.has(at + form.length, "complementiser"):
        return False
    return always or not scan.layer or at - scan.first < 1


def _without_words(scan: Scan, at: int, form: Form, mention: Mention | None, zone: int) -> int:
    """A cue that nothing follows: its words stand before it, or it only names who is spoken of."""
    r = scan.r
    if mention is None:
        return 0
    after_comma = at > scan.first and r.tokens[at - 1].text in COMMAS
    if mention.first > at and after_comma and not conjunction(form) and "clause" in frames(form):
        start, end = scan.clause, scan.trimmed(scan.clause, at)
        previous = scan.previous()
        start = max(start, previous.last if previous else start)
        rest = sum(r.is_word(n) for n in range(zone, scan.last))
        if end - start >= 4 and rest <= 8 and not r.has(start, "preposition"):
            draft = Draft((at, at + form.length), form, mention, "after-words", kind_of(scan, start, end))
            draft.first, draft.last, draft.confidence = start, end, Confidence.MEDIUM
            scan.add(draft)
            return zone
    if mention.head is not None or r.noun(mention.first, "given") or mention.first == at + form.length:
        scan.layer.append((scan.sentence, mention))
    return 0


def _carried(scan: Scan, at: int, form: Form, start: int) -> int:
    """'The agency quoted the minister as saying that'."""
    r = scan.r
    via, zone = source_after(r, start, scan.last, form)
    markers = [mark for mark in _CARRIED if mark[:2] in {fold(kind)[:2] for kind in frames(form)}]
    if r.norm(start) in markers:
        via, zone = None, start
        if r.has(start, "of_him"):
            via, _ = source_after(r, start + 1, scan.last, form)
    marker = next((n for n in range(zone, min(zone + 12, scan.last)) if r.norm(n) in markers), -1)
    if marker < 0 or any(r.has(n, "complementiser") for n in range(zone, marker)):
        return 0
    source = None
    zone = marker + 1
    if r.norm(marker) in ("عن", "الي", "من"):
        source = parse_phrase(r, zone, scan.last)
        if source is None:
            return 0
        zone = with_apposition(r, source, scan.last, form)
    complement = find_complement(r, form, zone, scan.last)
    if complement is None:
        return 0
    draft = Draft((at, start), form, source, "carrier", via=via)
    draft.pronoun = {"عنه": ("m", "s"), "عنها": ("f", "s"), "عنهم": ("m", "p")}.get(r.norm(marker), ("", ""))
    return take(scan, complement, draft)


def _in_document(scan: Scan, at: int, form: Form, start: int) -> int:
    """'It came in the statement that', 'on the tongue of'."""
    r = scan.r
    if r.has(start, "in_it"):
        return _in_it(scan, at, form, start + 1)
    if r.norm(start) not in ("في", "علي"):
        return 0
    tongue = r.norm(start + 1) == "لسان"
    phrase = start + 1 + tongue
    mention = parse_phrase(r, phrase, scan.last) if phrase < scan.last else None
    if mention is None or not (tongue or mention.category == "document" or r.has(phrase, "venue")):
        return 0
    zone = with_apposition(r, mention, scan.last)
    complement = find_complement(r, form, zone, scan.last)
    if complement is None or complement.how not in ("clause", "marks", "colon"):
        return 0
    return take(scan, complement, Draft((at, phrase), form, mention, "document"))


def _in_it(scan: Scan, at: int, form: Form, start: int) -> int:
    """'He read a statement in which it came that': the statement speaks."""
    complement = find_complement(scan.r, form, start, scan.last)
    if complement is None or complement.how not in ("clause", "marks", "colon"):
        return 0
    first = max(scan.first, at - _SENTENCE_BACK)
    named = [mention for mention in phrases_in(scan.r, first, at) if mention.category in _ISSUERS]
    issuers = [mention for mention in named if mention.category != "document"] or named[-1:]
    draft = Draft((at, start), form, None, "document", hint=issuers[0] if issuers else None)
    return take(scan, complement, draft)


def _participle(scan: Scan, at: int, form: Form) -> int:
    r = scan.r
    plain = r.norm(at).endswith("ا")
    after_comma = at > scan.first and r.tokens[at - 1].text in COMMAS
    if at > scan.first and not (plain or after_comma or conjunction(form)):
        return 0
    if declines(r, at):
        return 0
    complement = find_complement(r, form, at + form.length, scan.last)
    if complement is None:
        return 0
    hint = subject_of(scan, at, form)
    return take(scan, complement, Draft((at, at + form.length), form, None, "participle", hint=hint))


def _speech_noun(scan: Scan, at: int, form: Form) -> int:
    """'His saying that', 'the ministry's confirmation that'."""
    r = scan.r
    start = at + form.length
    possessed = bool(form.inflection.suffix)
    if form.proclitic.endswith(("ال", "لل")):
        if form.entry.word != "قال" or not r.has(start, "complementiser"):
            return 0
        possessed = True
    mention = None
    if not possessed:
        mention = parse_phrase(r, start, scan.last) if start < scan.last else None
        if mention is None:
            return 0
        start = with_apposition(r, mention, scan.last)
    marked = start in r.marks.quotes and not is_name(r, start) and form.inflection.suffix
    words = r.has(start, "complementiser") or marked
    complement = find_complement(r, form, start, scan.last) if words else None
    if complement is None:
        return 0
    hint = None if mention else subject_of(scan, at, form)
    return take(scan, complement, Draft((at, at + form.length), form, mention, "speech-noun", hint=hint))
