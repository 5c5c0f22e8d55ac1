"""Where a verb of speaking reports nothing: no verb, nobody's, done rather than said."""

from __future__ import annotations

from drawdown_cli.arabic.inflect import PRONOUNS
from drawdown_cli.arabic.letters import ALEF_MAKSURA, BEH, LAM, YEH
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.objects import Complement
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, conjunction, finite, frames
from drawdown_cli.extract.attribution.scan import Scan
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType, TokenKind

_WHETHER_BACK = 6
_VERB_BACK = 3
_CLAUSE_BACK = 12
_SHORTEST_NOUN = 5
_NEAR_OWNER = 4
_STATES = ("country", "organisation")
_BODIES = (SpeakerType.ORGANISATION, SpeakerType.COLLECTIVE)


def is_no_verb(scan: Scan, at: int) -> bool:
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
    behind = meanwhile or r.has(at - 1, "preposition") > 0
    return behind and r.tokens[at - 1].end < r.tokens[at].start


def is_weak_noun(r: Reading, at: int, form: Form) -> bool:
    """رأي, نفي: nouns in a text that writes its verbs رأى and نفى."""
    weak = form.inflection.form == "past" and form.entry.word.endswith(ALEF_MAKSURA)
    return weak and r.keeps_alef_maksura and r.written(at).endswith(YEH)


def has_no_speaker(scan: Scan, at: int, form: Form, mention: Mention | None) -> bool:
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


def is_not_said(scan: Scan, at: int, form: Form, mention: Mention | None, complement: Complement) -> bool:
    """Whether a noun after a cue is no reported speech: not spoken of, or in a relative clause."""
    r = scan.r
    if complement.how == "marks":
        return "carrier" in frames(form)
    if complement.how == "clause":  # 'we put what he said to the ministry, and its spokesman answered that'
        return bool(form.inflection.suffix) and is_that_which(r, at - 1)
    if complement.how == "preposition" and _no_topic(r, at, form, mention, complement.start):
        return True
    if complement.how == "preposition" and r.has(at - 1, "negation"):
        return bool(form.entry.feature("act") == "statement")
    told = "addressee" in frames(form) and bool(form.inflection.suffix)
    return complement.how in ("preposition", "object") and r.has(at - 1, "relative") > 0 and not told


def _no_topic(r: Reading, at: int, form: Form, mention: Mention | None, start: int) -> bool:
    """Whether a noun behind the cue's preposition is none that anybody speaks of."""
    if _done_not_said(r, at, start) or _taken_already(r, at + form.length, start):
        return True
    put_down = "carrier" in frames(form) and "clause" not in frames(form)  # هجوم نسب إلى مسلحين
    # 'Will concentrate on', 'will call for'.
    if put_down or form.proclitic.endswith("س") or is_an_act(r, form, mention, start):
        return True
    return mention is None and _so_called(r, at, form)


def _so_called(r: Reading, at: int, form: Form) -> bool:
    """في عملية وصفتها بإعادة الانتشار: what somebody unnamed calls the thing right before the verb."""
    called = "target" in frames(form) and bool(form.inflection.suffix) and not form.proclitic
    return called and r.is_word(at - 1) and not (r.articled(at - 1) or r.small[at - 1])


def is_an_act(r: Reading, form: Form, mention: Mention | None, start: int) -> bool:
    """كشف الجيش عن نفق, دعا المجلس إلى جلسة: a body finds and convenes, a spokesman tells of it."""
    if mention is None or mention.type not in _BODIES or mention.category in _STATES:
        return False
    noun = start + (r.tokens[start].kind is TokenKind.NUMBER)
    if r.has(noun, "found") and r.norm(start - 1) == "عن" and "target" not in frames(form):
        return True
    if not r.has(noun, "convened") or "addressee" not in frames(form):
        return False
    return not any(r.norm(n).startswith(LAM) and r.nouns[n] for n in range(noun + 1, noun + _NEAR_OWNER))


def is_a_thing(r: Reading, form: Form, mention: Mention | None, complement: Complement) -> bool:
    """'The drought revealed a tank', 'bared his arm', 'the hands of the clock pointed to': no topics."""
    start = complement.start
    if complement.how != "preposition":
        return False
    own = r.tokens[start].text.endswith(("ه", "ها", "هم")) and not looks_like_verbal_noun(r, start)
    if own and r.norm(start - 1) == "عن" and not r.has(start, "foreboding", "stance_noun"):
        return True
    human = "addressee" in frames(form) or form.entry.feature("act") != "statement"  # nothing else promises
    if mention is None or mention.category != "name" or human:
        return False
    one_word = mention.last == mention.first + 1 and not r.noun(mention.first, "given", "nisba")
    annexed = r.is_word(mention.last) and not r.has(mention.last, "preposition") and start > mention.last + 1
    named_before = r.vocabulary[r.norm(mention.first)] > 1 or not r.articled(mention.first)
    return one_word and (annexed or not named_before)


def is_that_which(r: Reading, at: int) -> bool:
    """ما, بما, مما; not كما and فيما."""
    return r.has(at, "that_which") > 0 and not r.has(at, "contrast")


def _in_circumstance(scan: Scan, at: int) -> bool:
    """'When she is asked what she left', 'what he called a historic day': no statement of its own."""
    r = scan.r
    if any(form.inflection.form == "masdar" and not form.proclitic for form in r.cues[at]):
        if any(map(finite, r.cues[at - 1])) and not r.has(at + 1, "complementiser"):
            return True  # رفضت طلب الدفاع
        # 'The judge refused a request for': the noun behind a verb and its subject.
        near = range(max(scan.first, at - _VERB_BACK), at - 1)
        asked = not r.has(at + 1, "complementiser") and r.articled(at + 1)
        if asked and r.nouns[at - 1] and any(map(finite, (form for n in near for form in r.cues[n]))):
            return True
        if asked and _refused(r, scan.first, at):
            return True
    asked = r.has(at - 1, "when") > 0 and r.cues[at][0].entry.feature("act") == "question"
    called = is_that_which(r, at - 1) and any("target" in frames(form) for form in r.cues[at])
    return asked or called


def _refused(r: Reading, first: int, at: int) -> bool:
    """رفض مسؤول في الحركة طلب الرئيس: the verb that begins the clause takes the noun."""
    for n in range(at - 1, max(first, at - _CLAUSE_BACK) - 1, -1):
        if not r.is_word(n) or r.has(n, "complementiser", "relative", "that_which"):
            return False
        if any(finite(form) and form.entry.feature("act") == "denial" for form in r.cues[n]):
            return True
    return False


def _behind_whether(scan: Scan, at: int) -> bool:
    r = scan.r
    for before in range(at - 1, max(scan.first, at - _WHETHER_BACK), -1):
        if r.tokens[before].text in COMMAS:
            return False
        if r.has(before, "whether"):
            return True
    return False


def _describes(scan: Scan, at: int, form: Form) -> bool:
    """'Marches that call for', 'a law that asks': a verb in the present right behind an indefinite noun."""
    r, noun = scan.r, at - 1
    if form.inflection.form != "present" or form.proclitic or noun < scan.first or not r.is_word(noun):
        return False
    known = r.small[noun] or r.cues[noun] or r.articled(noun) or len(r.norm(noun)) < _SHORTEST_NOUN
    return not known and r.norm(noun).endswith(("ا", "ات"))


def _impersonal(scan: Scan, at: int, form: Form) -> bool:
    """'It is to be mentioned that' is nobody's statement; 'believes that «…»' is somebody's."""
    r = scan.r
    always, that = r.has(at, "impersonal") > 0, at + form.length
    if not (always or r.has(at, "opinion_at_large")) or not r.has(that, "complementiser"):
        return False
    if not always and that + r.has(that, "complementiser") in r.marks.quotes:
        return False
    return always or not scan.layer or at - scan.first - r.has(scan.first, "contrast") < 1


def _done_not_said(r: Reading, at: int, start: int) -> bool:
    """'Pointed with his hand to the hill', 'called his guests to the table'."""
    return r.has(start, "invitation") > 0 or any(r.has(n, "gesture") for n in range(at + 1, start))


def _taken_already(r: Reading, behind: int, start: int) -> bool:
    """لوّح به للجمهور … بركلة: a verb that has its 'with it' takes no other noun in بـ."""
    taken = r.norm(behind)[:1] == BEH and r.norm(behind)[1:] in PRONOUNS
    return taken and r.norm(start).startswith(BEH)
