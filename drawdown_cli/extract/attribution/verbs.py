"""Quotations that a verb, a participle or a speech noun announces."""

from __future__ import annotations

from drawdown_cli.arabic.inflect import PRONOUNS
from drawdown_cli.arabic.letters import ALEF_MAKSURA, BEH, YEH
from drawdown_cli.extract.attribution.anonymity import declines
from drawdown_cli.extract.attribution.apposition import with_apposition
from drawdown_cli.extract.attribution.carriers import carried, in_document, relayed
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.contents import kind_of, take, take_innermost
from drawdown_cli.extract.attribution.cuewords import adverbial, participle
from drawdown_cli.extract.attribution.hearers import (
    object_only,
    subject_behind,
    subject_of_verb,
    target_in_name,
    target_in_subject,
)
from drawdown_cli.extract.attribution.labels import is_name
from drawdown_cli.extract.attribution.objects import Complement
from drawdown_cli.extract.attribution.phrases import Mention, parse_phrase
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, conjunction, finite, frames
from drawdown_cli.extract.attribution.relatives import spread_end
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.extract.attribution.sources import source_before
from drawdown_cli.extract.attribution.subjects import sentence_subject, subject_of
from drawdown_cli.lexicon import Form
from drawdown_cli.models import Confidence, SpeakerType, TokenKind

_WHETHER_BACK = 6
_VERB_BACK = 3
_SHORTEST_NOUN = 5


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
        or spread_end(scan.r, at, scan.last)
    ):
        return 0
    if _final_yeh(scan.r, at, form):  # 'X has another opinion': he has been named
        _remember(scan, form, at, source_before(scan.r, at, scan.first, form))
        return 0
    kinds = frames(form)
    if "document" in kinds:
        return in_document(scan, at, form, at + form.length)
    passed_on = carried(scan, at, form, at + form.length) if "carrier" in kinds else 0
    if passed_on or kinds == {"carrier"}:
        return passed_on
    return _told(scan, at, form)


def _final_yeh(r: Reading, at: int, form: Form) -> bool:
    """رأي, نفي: nouns in a text that writes its verbs رأى and نفى."""
    weak = form.inflection.form == "past" and form.entry.word.endswith(ALEF_MAKSURA)
    return weak and r.keeps_alef_maksura and r.written(at).endswith(YEH)


def _told(scan: Scan, at: int, form: Form) -> int:
    """The plain case: a verb, its subject, its words."""
    r, start = scan.r, at + form.length
    mention, zone = subject_of_verb(scan, at, form, start)
    via, mention, zone = relayed(scan, mention, zone)
    if _nobody(scan, at, form, mention):
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
    if form is None or declined or _not_said(scan, at, form, complement):
        return 0
    inert = draft.mention is None and scan.inert == scan.sentence and scan.previous() is None
    if _is_a_thing(r, form, draft.mention, complement) or (
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


def _nobody(scan: Scan, at: int, form: Form, mention: Mention | None) -> bool:
    """Whether no speaker reports: 'nobody pointed', 'it is mentioned', 'a statement that calls for'."""
    r, start = scan.r, at + form.length
    if r.norm(start) == "احد" and not r.nouns[start + 1] and not r.articled(start + 1):
        return True
    if "written" in frames(form) and r.has(start, "written_on"):  # banners on which was written
        return True
    if r.has(at, "member") and r.tokens[at - 1].kind is TokenKind.NUMBER:  # 400 فرد
        return True
    measured = frames(form) & {"hearer", "amount"} and r.has(start, "dontname", "measure")
    if measured and not r.articled(start) and r.norm(start + 1) != "من":  # يبلغ عددها, تقدر قيمتها
        return True
    if mention is None:
        text = r.noun(at - 1, "document") is not None and not r.articled(at - 1) and at > scan.first
        described = text and not conjunction(form)
        described = (described and not r.has(start, "in_it")) or _describes(scan, at, form)
        return described or _impersonal(scan, at, form)
    described = mention.last <= at and not mention.definite and mention.category == "document"
    return described and not r.has(mention.first - 1, "had")


def _describes(scan: Scan, at: int, form: Form) -> bool:
    """'Marches that call for', 'a law that asks': a verb in the present right behind an indefinite noun."""
    r, noun = scan.r, at - 1
    if form.inflection.form != "present" or form.proclitic or noun < scan.first or not r.is_word(noun):
        return False
    known = r.small[noun] or r.cues[noun] or r.articled(noun) or len(r.norm(noun)) < _SHORTEST_NOUN
    return not known and r.norm(noun).endswith(("ا", "ات"))


def _not_said(scan: Scan, at: int, form: Form, complement: Complement) -> bool:
    """Whether a noun after a cue is no reported speech: not spoken of, or in a relative clause."""
    r = scan.r
    if complement.how == "marks":
        return "carrier" in frames(form)
    if complement.how == "preposition" and (
        _done_not_said(r, at, complement.start) or _taken_already(r, at + form.length, complement.start)
    ):
        return True
    if form.proclitic.endswith("س") and complement.how == "preposition":  # will concentrate on, will call for
        return True
    if complement.how == "preposition" and r.has(at - 1, "negation"):
        return bool(form.entry.feature("act") == "statement")
    told = "addressee" in frames(form) and bool(form.inflection.suffix)
    return complement.how in ("preposition", "object") and r.has(at - 1, "relative") > 0 and not told


def _is_a_thing(r: Reading, form: Form, mention: Mention | None, complement: Complement) -> bool:
    """'The drought revealed a tank', 'bared his arm', 'the hands of the clock pointed to': no topics."""
    start = complement.start
    if complement.how != "preposition":
        return False
    own = r.tokens[start].text.endswith(("ه", "ها", "هم")) and not looks_like_verbal_noun(r, start)
    if own and r.norm(start - 1) == "عن" and not r.has(start, "foreboding"):
        return True
    human = "addressee" in frames(form) or form.entry.feature("act") != "statement"  # nothing else promises
    if mention is None or mention.category != "name" or human:
        return False
    one_word = mention.last == mention.first + 1 and not r.noun(mention.first, "given", "nisba")
    annexed = r.is_word(mention.last) and not r.has(mention.last, "preposition") and start > mention.last + 1
    named_before = r.vocabulary[r.norm(mention.first)] > 1 or not r.articled(mention.first)
    return one_word and (annexed or not named_before)


def _taken_already(r: Reading, behind: int, start: int) -> bool:
    """لوّح به للجمهور … بركلة: a verb that has its 'with it' takes no other noun in بـ."""
    taken = r.norm(behind)[:1] == BEH and r.norm(behind)[1:] in PRONOUNS
    return taken and r.norm(start).startswith(BEH)


def _done_not_said(r: Reading, at: int, start: int) -> bool:
    """'Pointed with his hand to the hill', 'called his guests to the table'."""
    return r.has(start, "invitation") > 0 or any(r.has(n, "gesture") for n in range(at + 1, start))


def _governed(scan: Scan, at: int) -> bool:
    """A word after a preposition is no verb; a verb after a bare 'that' is only wished or feared."""
    r = scan.r
    if at <= scan.first:
        return False
    if _behind_whether(scan, at):
        return True
    # عدم ذكر اسمه; 'refused to stay or to admit that'
    withheld = r.has(at - 1, "withholding", "or") > 0 or _in_circumstance(scan, at)
    preposition = r.has(at, "preposition") > 0 and r.norm(at - 1) != "قد"
    if withheld or (preposition and not conjunction(r.cues[at][0])):
        return True
    if r.norm(at - 1) == "ان":
        if r.norm(at - 2) in ("قبل", "بعد"):
            return False
        return not any(r.norm(n).endswith("سبق") for n in range(max(scan.first, at - 14), at))
    meanwhile = r.has(at - 1, "while") > 0 and at - 1 > scan.first
    governed = meanwhile or r.has(at - 1, "preposition") > 0
    return governed and r.tokens[at - 1].end < r.tokens[at].start


def _in_circumstance(scan: Scan, at: int) -> bool:
    """'When she is asked what she left', 'what he called a historic day': no statement of its own."""
    r = scan.r
    if any(form.inflection.form == "masdar" and not form.proclitic for form in r.cues[at]):
        if any(map(finite, r.cues[at - 1])) and not r.has(at + 1, "complementiser"):
            return True  # رفضت طلب الدفاع
        # 'The judge refused a request for': the noun behind a verb and its subject.
        near = range(max(scan.first, at - _VERB_BACK), at - 1)
        asked = r.nouns[at - 1] and not r.has(at + 1, "complementiser") and r.articled(at + 1)
        if asked and any(map(finite, (form for n in near for form in r.cues[n]))):
            return True
    asked = r.has(at - 1, "when") > 0 and r.cues[at][0].entry.feature("act") == "question"
    called = _that_which(r, at - 1) and any("target" in frames(form) for form in r.cues[at])
    return asked or called


def _that_which(r: Reading, at: int) -> bool:
    """ما, بما, مما; not كما and فيما."""
    return r.has(at, "that_which") > 0 and not r.has(at, "contrast")


def _behind_whether(scan: Scan, at: int) -> bool:
    r = scan.r
    for before in range(at - 1, max(scan.first, at - _WHETHER_BACK), -1):
        if r.tokens[before].text in COMMAS:
            return False
        if r.has(before, "whether"):
            return True
    return False


def _impersonal(scan: Scan, at: int, form: Form) -> bool:
    """'It is to be mentioned that' is nobody's statement; 'believes that «…»' is somebody's."""
    r = scan.r
    always, that = r.has(at, "impersonal") > 0, at + form.length
    if not (always or r.has(at, "opinion_at_large")) or not r.has(that, "complementiser"):
        return False
    if not always and that + r.has(that, "complementiser") in r.marks.quotes:
        return False
    return always or not scan.layer or at - scan.first - r.has(scan.first, "contrast") < 1


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
        if form.entry.word != "قال" or not (r.has(start, "complementiser") or r.norm(start) == ":"):
            return 0
        possessed = True
    mention = None
    if not possessed:
        mention = parse_phrase(r, start, scan.last) if start < scan.last else None
        if mention is None:
            return 0
        start = with_apposition(r, mention, scan.last)
    if _that_which(r, at - 1):
        return 0
    marked = start in r.marks.quotes and not is_name(r, start) and form.inflection.suffix
    words = r.has(start, "complementiser") or marked or (possessed and r.norm(start) == ":")
    complement = find_complement(r, form, start, scan.last) if words else None
    if complement is None:
        return 0
    hint = None if mention else subject_of(scan, at, form)
    return take(scan, complement, Draft((at, at + form.length), form, mention, "speech-noun", hint=hint))
