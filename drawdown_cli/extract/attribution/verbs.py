"""Quotations that a verb, a participle or a speech noun announces."""

from __future__ import annotations

from drawdown_cli.extract.attribution.anonymity import declines
from drawdown_cli.extract.attribution.apposition import with_apposition
from drawdown_cli.extract.attribution.carriers import carried, in_document, relayed
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.contents import kind_of, take, take_innermost
from drawdown_cli.extract.attribution.cuewords import adverbial, participle
from drawdown_cli.extract.attribution.hearers import subject_behind, subject_of_verb
from drawdown_cli.extract.attribution.labels import is_name
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.objects import Complement
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.reading import COMMAS, conjunction, finite, frames
from drawdown_cli.extract.attribution.relatives import spread_end
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import fused_preposition, looks_like_verbal_noun
from drawdown_cli.extract.attribution.sources import source_before
from drawdown_cli.extract.attribution.subjects import sentence_subject, subject_of
from drawdown_cli.extract.attribution.targets import object_only, target_in_name, target_in_subject
from drawdown_cli.extract.attribution.unsaid import (
    has_no_speaker,
    is_a_thing,
    is_no_verb,
    is_not_said,
    is_that_which,
    is_weak_noun,
)
from drawdown_cli.extract.attribution.wholenames import whole_name_end
from drawdown_cli.lexicon import Form
from drawdown_cli.models import Confidence, SpeakerType

_LONGEST_TIME = 5


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
        or is_no_verb(scan, at)
        or scan.r.has(at, "called", "in_reply")
        or scan.r.has(at - 1, "no_longer")
        or declines(scan.r, at)
        or spread_end(scan.r, at, scan.last)
    ):
        return 0
    if is_weak_noun(scan.r, at, form):  # 'X has another opinion': he has been named
        _remember(scan, form, at, source_before(scan.r, at, scan.first, form))
        return 0
    kinds = frames(form)
    if "document" in kinds:
        return in_document(scan, at, form, at + form.length)
    passed_on = carried(scan, at, form, at + form.length) if "carrier" in kinds else 0
    if passed_on or kinds == {"carrier"}:
        return passed_on
    return _told(scan, at, form)


def _told(scan: Scan, at: int, form: Form) -> int:
    """The plain case: a verb, its subject, its words."""
    r, start = scan.r, at + form.length
    mention, zone = subject_of_verb(scan, at, form, start)
    via, mention, zone = relayed(scan, mention, zone)
    if has_no_speaker(scan, at, form, mention):
        return 0
    complement = find_complement(r, form, zone, scan.last)
    if complement is None and mention is not None and r.has(mention.last, "relative"):
        complement = find_complement(
            r, form, mention.last, scan.last
        )  # 'the accord that was signed provides'
    if complement is None and mention is not None and "target" in frames(form):
        complement, mention = target_in_subject(scan, form, mention, start)
    if complement is None:
        return _without_words(scan, at, form, mention, zone)
    if complement.how == "target" and mention is not None and r.has(complement.start, "preposition"):
        complement = target_in_name(r, form, mention, complement)
    if complement.how == "target" and mention is not None and (mention.head is None or not mention.names):
        complement, mention = object_only(scan, form, start, complement, mention)
    end = _with_words(scan, Draft((at, start), form, mention, "", via=via), complement) if complement else 0
    if not end:
        _remember(scan, form, at, mention)
    return end


def _with_words(scan: Scan, draft: Draft, complement: Complement) -> int:
    """Take what a verb introduces, unless that is nothing said; return where to read on, or 0."""
    r, form, at = scan.r, draft.form, draft.cue[0]
    # 'Preferred to be called X'.
    declined = complement.how == "clause" and r.has(complement.start, "declining", "named_as")
    if form is None or declined or is_not_said(scan, at, form, draft.mention, complement):
        return 0
    inert = draft.mention is None and scan.inert == scan.sentence and scan.previous() is None
    if is_a_thing(r, form, draft.mention, complement) or (
        inert and complement.how in ("preposition", "object")
    ):
        return 0
    mention = draft.mention = draft.mention or subject_behind(scan, form, complement)
    draft.rule = f"cue-{complement.how}"
    if mention is None:
        draft.hint = sentence_subject(scan, at, form)
    elif mention.type is SpeakerType.MEDIA or r.has(mention.first, "reporter"):
        return take_innermost(scan, complement, draft, cue_at) or take(scan, complement, draft)
    return take(scan, complement, draft)


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
        if end - start >= 4 and rest <= 8 and not r.has(start, "preposition", "when"):
            draft = Draft((at, at + form.length), form, mention, "after-words", kind_of(scan, start, end))
            draft.first, draft.last, draft.confidence = start, end, Confidence.MEDIUM
            scan.add(draft)
            return zone
    _remember(scan, form, at, mention)
    return 0


def _remember(scan: Scan, form: Form, at: int, mention: Mention | None) -> None:
    """Keep who is named as the subject of a verb that reports nothing: what follows may be his."""
    if mention is None or looks_like_verbal_noun(scan.r, mention.first):  # أعلن استقالته
        return
    place = scan.r.has(mention.first, "place_head") > 0  # وشهدت المنطقة هجمات
    if mention.type is SpeakerType.ORGANISATION and (place or scan.r.has(at - 1, "negation")):
        return  # ولم تعلن الحكومة موعدا
    if mention.names:
        start, end = mention.names[0]
        whole = whole_name_end(scan.r, start, end)
        if whole < end:
            mention.names[0], mention.last = (start, whole), whole
    known = mention.head is not None or scan.r.noun(mention.first, "given") is not None
    if not known and scan.r.articled(mention.first) and mention.last > mention.first + 1:
        scan.inert = scan.sentence  # أضافت الرياح طبقة
    elif known or mention.first == at + form.length:
        scan.layer.append((scan.sentence, mention))


def _participle(scan: Scan, at: int, form: Form) -> int:
    r = scan.r
    plain = r.norm(at).endswith("ا")
    after_comma = at > scan.first and r.tokens[at - 1].text in COMMAS
    dated = at > scan.first and r.has(at - 1, "adverb") > 0 and "target" in frames(form)
    if at > scan.first and not (plain or after_comma or conjunction(form) or dated):
        return 0
    predicate = not (after_comma or conjunction(form)) and r.has(at - 2, "linking")  # the question stays open
    if declines(r, at) or predicate:
        return 0
    complement = find_complement(r, form, at + form.length, scan.last)
    if complement is None or _accused(scan, at, form):
        return 0
    hint = subject_of(scan, at, form)
    return take(scan, complement, Draft((at, at + form.length), form, None, "participle", hint=hint))


def _accused(scan: Scan, at: int, form: Form) -> bool:
    """ضابطا متهما بقتل متظاهرين: right before 'of' who is accused himself."""
    target = "target" in frames(form) and "clause" not in frames(form)
    return target and fused_preposition(scan.r, at + form.length)


def _speech_noun(scan: Scan, at: int, form: Form) -> int:
    """'His saying that', 'the ministry's confirmation that'."""
    r = scan.r
    start = at + form.length
    possessed = bool(form.inflection.suffix)
    if form.proclitic.endswith(("ال", "لل")):
        if form.entry.word != "قال" or not (r.has(start, "complementiser") or r.norm(start) == ":"):
            return 0
        possessed = True
    mention = None
    if not possessed:
        mention = parse_phrase(r, start, scan.last) if start < scan.last else None
        if mention is None:
            return 0
        start = with_apposition(r, mention, scan.last)
        start = _past_time(scan, start) if mention.head is not None else start
    if is_that_which(r, at - 1):
        return 0
    marked = start in r.marks.quotes and not is_name(r, start) and form.inflection.suffix
    words = r.has(start, "complementiser") or marked or (possessed and r.norm(start) == ":")
    complement = find_complement(r, form, start, scan.last) if words else None
    if complement is None:
        return 0
    hint = None if mention else subject_of(scan, at, form)
    return take(scan, complement, Draft((at, at + form.length), form, mention, "speech-noun", hint=hint))


def _past_time(scan: Scan, start: int) -> int:
    """'The ministry's announcement on Tuesday, that': return where 'that' stands behind commas and days."""
    r, at = scan.r, start
    while at < min(scan.last, start + _LONGEST_TIME) and (r.tokens[at].text in COMMAS or r.has(at, "adverb")):
        at += r.has(at, "adverb") or 1
    return at if r.has(at, "complementiser") else start
