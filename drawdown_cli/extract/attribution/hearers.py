"""Who speaks and who only hears it, where a verb of speaking has one noun phrase or two."""

from __future__ import annotations

from itertools import chain

from drawdown_cli.arabic.letters import ALEF_MAKSURA, LAM, TEH_MARBUTA, YEH
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.cuewords import adverbial
from drawdown_cli.extract.attribution.heads import head_at, is_definite_word
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.objects import Complement
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, begins_with_and, conjunction, frames
from drawdown_cli.extract.attribution.scan import Scan
from drawdown_cli.extract.attribution.shapes import fused_preposition
from drawdown_cli.extract.attribution.sources import source_after, source_before
from drawdown_cli.extract.attribution.subjects import fits, phrases_in
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType, TokenKind

_LAYER_BACK = 50
_THEIRS = ("ه", "ها", "هم", "هما")
_TARGETS = ("body", "organisation", "country", "collective", "title")
_FARTHEST_BEGUN = 10
_ALREADY = ("سبق", "وسبق")
_TAKES = frozenset({"addressee", "hearer", "target", "object"})
_LONGEST_ASIDE = 9


def subject_of_verb(scan: Scan, at: int, form: Form, start: int) -> tuple[Mention | None, int]:
    """Return who speaks, or None where only the hearer or nobody is named, and where that phrase ends."""
    r = scan.r
    mention, zone = source_after(r, start, scan.last, form)
    if mention is not None and "target" in frames(form):
        zone = _before_target(scan, mention, zone)
    if (
        mention is not None
        and "count" in frames(form)
        and r.tokens[mention.last - 1].kind is TokenKind.NUMBER
    ):
        _end_before(mention, mention.last - 1)
        zone = mention.last
    antecedent = _antecedent(scan, at, form) or _issuer(scan, at, form) or _already(scan, at, form)
    if antecedent is not None:
        return antecedent, start
    link = conjunction(form) or (r.norm(at - 1) if at > scan.first else "") == "و"
    if not link or conjunction(form) == "ف":
        before = source_before(r, at, scan.first, form)
        # A text without the article is described, not reported: 'a statement that calls for'.
        if before is not None and not _named_behind(form, mention, start):
            return before, start
    # A verb in the plural has its subject before it: 'and they called on the two sides'.
    several = form.inflection.number in ("p", "d")
    taken_up = mention is not None and mention.category in ("one_of_two", "latter")
    nominative = mention is not None and r.norm(mention.first).endswith("ون")
    heard = mention is not None and (
        several
        or _is_addressee(scan, form, mention)
        or _oblique(scan, form, mention)
        or (bool(link) and _only_hearer(scan, form, mention, zone))
    )
    if heard and not (taken_up or nominative):
        return None, start
    return mention, zone


def _already(scan: Scan, at: int, form: Form) -> Mention | None:
    """وسبق للوزير أن حذر, سبق للافروف أن أعلن: who 'has already warned' stands behind 'to'."""
    r = scan.r
    if r.norm(at - 1) != "ان":
        return None
    near = range(max(scan.first, at - _FARTHEST_BEGUN), at - 2)
    before = next((n for n in near if r.norm(n) in _ALREADY and r.norm(n + 1).startswith(LAM)), -1)
    mention = parse_phrase(r, before + 1, at - 1) if before >= 0 else None
    if mention is None or not fits(form, mention):
        return None
    mention.lead = int(mention.head is None and not r.noun(mention.first, "given"))
    return mention


def _named_behind(form: Form, mention: Mention | None, start: int) -> bool:
    """'Town – So-and-so said the spokesman X': a byline before the verb, its subject right behind it."""
    if mention is None or mention.first != start or frames(form) & _TAKES:
        return False
    return mention.definite and mention.head is not None and mention.category in PERSONS


def _before_target(scan: Scan, mention: Mention, zone: int) -> int:
    """'Activists the forces': a plural in ون is of nothing, so what follows it is the target.

    So is what follows the surname of somebody named before: 'Stoltenberg the violence'.
    """
    r, at = scan.r, mention.first + 1
    if mention.category == "name" and mention.last == at + 1 and r.articled(at) and not r.nouns[at]:
        known = r.norm(mention.first) in _surnames(scan)
        if known:
            mention.names, mention.last = [(mention.first, at)], at
        return at if known else zone
    plural = mention.head is not None and mention.head.inflection.number == "p"
    while plural and at < mention.last and not r.norm(at - 1).endswith("ون"):
        at += 1
    while plural and at < mention.last and r.norm(at).endswith("ون"):
        at += 1
    if not plural or mention.names or at >= mention.last or r.has(at, "preposition"):
        return zone
    _end_before(mention, at)
    return at


def _end_before(mention: Mention, at: int) -> None:
    mention.last, mention.role = at, (mention.role[0], min(mention.role[1], at))


def _antecedent(scan: Scan, at: int, form: Form) -> Mention | None:
    """Who is named right before 'who accused the radio of': the subject of the relative clause."""
    r = scan.r
    if not r.has(at - 1, "relative"):
        return None
    end = at - 1 - (r.tokens[at - 2].text in COMMAS)
    named = (mention for _, mention in reversed(scan.layer[-2:]) if end <= mention.last < at)
    near = chain(named, phrases_in(r, max(scan.first, end - _FARTHEST_BEGUN), end))
    return next((mention for mention in near if mention.last >= end and fits(form, mention)), None)


def _issuer(scan: Scan, at: int, form: Form) -> Mention | None:
    """'Mali issued a statement in which it called on Algeria to': who issued it calls."""
    if not scan.r.has(at + form.length, "in_it") or "addressee" not in frames(form):
        return None
    told = phrases_in(scan.r, scan.first, at)
    return next((mention for mention in told if mention.category != "document" and fits(form, mention)), None)


def _only_hearer(scan: Scan, form: Form, mention: Mention, zone: int) -> bool:
    """'And informed the committee that': a verb that needs a hearer has him in its only noun phrase."""
    if "hearer" not in frames(form) or not scan.layer or mention.names:
        return False
    number, last = scan.layer[-1]
    if number < scan.sentence - 1 or not fits(form, last):
        return False
    zone = _past_aside(scan, zone)
    return scan.r.has(zone, "complementiser") > 0 or _saying_follows(scan, zone)


def _saying_follows(scan: Scan, zone: int) -> bool:
    """وطمأن أهالي المدينة والقرى، قائلا: whether a participle behind the hearers' comma has the words."""
    near = range(zone, min(zone + _FARTHEST_BEGUN, scan.last))
    comma = next((n for n in near if scan.r.written(n) in COMMAS), 0)
    return comma > 0 and adverbial(scan.r, comma + 1) is not None


def _past_aside(scan: Scan, at: int) -> int:
    """'And informed the committee, according to the minutes, that': return where an aside has ended."""
    r = scan.r
    if at >= scan.last or r.tokens[at].text not in COMMAS or not r.has(at + 1, "according"):
        return at
    near = range(at + 1, min(scan.last, at + _LONGEST_ASIDE))
    return next((n + 1 for n in near if r.tokens[n].text in COMMAS), at)


def _oblique(scan: Scan, form: Form, mention: Mention) -> bool:
    """'Calls on the donors': an oblique plural, or a dual of something, is the object of its verb."""
    r, at = scan.r, mention.first
    several = mention.head.inflection.number if mention.head is not None else ""
    two = several == "d" and r.norm(at).endswith("ي") and r.articled(at + 1)  # تدعو طرفي النزاع
    if not frames(form) & {"addressee", "target"} or not (two or r.norm(at).endswith("ين")):
        return False
    unknown = mention.head is None and r.articled(at) and not r.noun(at, "given") and mention.last == at + 1
    return two or unknown or several == "p"


def _is_addressee(scan: Scan, form: Form, mention: Mention) -> bool:
    """After 'and he told', a word that is no known speaker is who was told, where somebody spoke before."""
    linked = conjunction(form) or scan.r.has(mention.first - form.length - 1, "contrast")
    told = "addressee" in frames(form) and bool(linked) and bool(scan.layer)
    previous = scan.previous()
    if told and previous is not None and not mention.names and fits(form, scan.layer[-1][1]):
        return True
    if told and _called_upon(scan, mention) and fits(form, scan.layer[-1][1]):
        return True
    unknown = mention.category == "name" and not scan.r.noun(mention.first, "given")
    if not (told and unknown):
        return False
    surname = scan.r.norm(mention.last - 1)
    return surname not in _surnames(scan) and scan.r.vocabulary[surname] < 2


def _called_upon(scan: Scan, mention: Mention) -> bool:
    """'And called on the parties to': who is called upon, where somebody has just spoken."""
    r, spoke = scan.r, scan.drafts[-1:]
    near = max(scan.layer[-1][0], spoke[0].sentence if spoke else 0) >= scan.sentence - 1
    return near and any(r.has(n, "called_upon") for n in (mention.first, mention.first + 1))


def _surnames(scan: Scan) -> set[str]:
    """The last words of who has been named, as they are folded."""
    return {scan.r.norm(named.last - 1) for _, named in scan.layer[-_LAYER_BACK:]}


def subject_behind(scan: Scan, form: Form, complement: Complement) -> Mention | None:
    """'And said that «…», the interim president': the subject behind words in marks."""
    r = scan.r
    close = r.marks.quotes.get(complement.start, 0)
    at = close + 2
    if not close or at >= scan.last or r.written(close + 1) not in COMMAS or head_at(r, at) is None:
        return None
    if begins_with_and(r, at) or r.has(at, "preposition", "adverb", "contrast", "break"):
        return None
    mention = parse_phrase(r, at, scan.last)
    if mention is None or not mention.definite or mention.category not in PERSONS:
        return None
    behind = mention.last
    ended = behind >= scan.last or not r.is_word(behind) or r.has(behind, "preposition", "adverb") > 0
    return mention if ended and fits(form, mention) else None


def target_in_subject(
    scan: Scan, form: Form, mention: Mention, start: int
) -> tuple[Complement | None, Mention | None]:
    """'The foreign minister the talks as constructive': the target ends what looked like the subject.

    It may be all of it, where somebody spoke before: 'denied that, and accused Moscow of'.
    """
    r = scan.r
    inside = range(mention.first + 1, mention.last if not mention.names else 0)
    for begins in (_begins_phrase, _may_begin_phrase):
        for at in inside:
            found = find_complement(r, form, at, scan.last) if begins(r, at) else None
            if found is not None:
                _end_before(mention, at)
                return found, mention
    behind_name = _behind_name(r, mention)
    found = find_complement(r, form, behind_name, scan.last) if behind_name else None
    if found is not None:
        _end_name(mention, behind_name)
        return found, mention
    linked = conjunction(form) or r.has(start - form.length - 1, "turn", "contrast")
    # 'He called the sanctions «ink on paper»': what has an article and is no name is no subject either.
    thing = mention.category == "name" and r.articled(mention.first) and not r.noun(mention.first, "given")
    near = thing and bool(scan.layer) and scan.layer[-1][0] >= scan.sentence - 1
    spoke = scan.layer and ((linked and scan.previous() is not None) or near)
    goes_on = spoke and fits(form, scan.layer[-1][1])
    found = find_complement(r, form, start, scan.last) if goes_on else None
    return found, mention if found is None else None


def target_in_name(r: Reading, form: Form, mention: Mention, complement: Complement) -> Complement:
    """'Called X the violence against': the target begins at the end of what looked like a name."""
    at = _behind_name(r, mention)
    if not at or at + 1 != complement.start:
        return complement
    _end_name(mention, at)
    return Complement(complement.how, at)


def _behind_name(r: Reading, mention: Mention) -> int:
    """'X Y the talks', 'the ousted president his rivals': where a name ends that holds a target, or 0."""
    if not mention.names or mention.extra:
        return 0
    first, last = mention.names[0]
    at = last - 1
    theirs = r.norm(at).endswith(_THEIRS) and not r.nouns[at]
    named = r.noun(first, "given") is not None or at > first + 1
    other = theirs or (
        named and r.articled(at) and not r.noun(at, "given", "adjective", "nisba", "portfolio")
    )
    return at if other and at > first and last == mention.last else 0


def _end_name(mention: Mention, at: int) -> None:
    """End a mention's name before `at`; one word behind a title rather describes it (الرئيس المعزول)."""
    first = mention.names[0][0]
    if at == first + 1 and mention.head is not None:
        mention.names, mention.type = [], SpeakerType.ROLE
        mention.role = (mention.role[0], at)
    else:
        mention.names = [(first, at)]
    mention.last = at


def _may_begin_phrase(r: Reading, at: int) -> bool:
    """Whether a word could be no adjective, though it agrees with the one before: الداخلية المعارضة."""
    listed = r.noun(at, "nisba", "adjective", "portfolio") is not None
    annexed = r.noun(at - 1, "portfolio", "body") is not None and is_definite_word(r, at - 1)
    relative = r.tokens[at].text.endswith(YEH + TEH_MARBUTA)
    return r.articled(at) and annexed and not (listed or relative)


def _begins_phrase(r: Reading, at: int) -> bool:
    """Whether a word with the article behind another is no adjective of it: 'the minister the forces'."""
    before = at - 1 in r.openers or is_definite_word(r, at - 1)  # behind a name in marks
    if not r.articled(at) or r.noun(at, "nisba", "adjective"):
        return False
    if not before:  # منظمات حقوقية الجيش
        return r.noun(at - 1, "adjective", "nisba") is not None and r.noun(at, *_TARGETS) is not None
    feminine = r.norm(at - 1).endswith(("ه", "ات")) and r.tokens[at].text.endswith(
        (TEH_MARBUTA, ALEF_MAKSURA)
    )
    relative = r.norm(at).endswith(YEH) and not r.norm(at - 1).endswith("ه")
    return not (feminine or relative)


def object_only(
    scan: Scan, form: Form, start: int, complement: Complement, mention: Mention
) -> tuple[Complement | None, Mention | None]:
    """'He called the sanctions ...': the only noun phrase is the object, its verb's subject is unsaid."""
    r = scan.r
    first = r.norm(complement.start)
    fused = fused_preposition(r, complement.start) and not r.nouns[complement.start]
    only = fused or r.has(complement.start, "complementiser") or first in ("الي", "مسووليه")
    if only or (conjunction(form) and _is_field(r, mention, complement.start)):
        spoken = scan.layer and fits(form, scan.layer[-1][1])
        return (find_complement(r, form, start, scan.last) if spoken else None), None
    return complement, mention


def _is_field(r: Reading, mention: Mention, after: int) -> bool:
    """ووصف الحرب ضد العصابات بأنها: one word for a field, with a preposition behind it, is no speaker."""
    alone = mention.head is None and mention.last == mention.first + 1 == after
    return alone and r.noun(mention.first, "portfolio") is not None and r.has(after, "preposition") > 0
