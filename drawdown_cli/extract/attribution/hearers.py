"""Who speaks and who only hears it, where a verb of speaking has one noun phrase or two."""

from __future__ import annotations

from itertools import chain

from drawdown_cli.arabic.letters import LAM
from drawdown_cli.extract.attribution.cuewords import adverbial
from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.objects import Complement
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import COMMAS, begins_with_and, conjunction, frames
from drawdown_cli.extract.attribution.scan import Scan
from drawdown_cli.extract.attribution.sources import source_after, source_before
from drawdown_cli.extract.attribution.subjects import fits, phrases_in
from drawdown_cli.extract.attribution.targets import before_target, behind_group, end_before, surnames
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

_FARTHEST_BEGUN = 10
_ACCUSATIVE = ("اءه", "اءها", "اءهم", "اءهما")
_ALREADY = ("سبق", "وسبق")
_TAKES = frozenset({"addressee", "hearer", "target", "object"})
_LONGEST_ASIDE = 9
_TOLD = frozenset({"target", "addressee"})


def subject_of_verb(scan: Scan, at: int, form: Form, start: int) -> tuple[Mention | None, int]:
    """Return who speaks, or None where only the hearer or nobody is named, and where that phrase ends."""
    r = scan.r
    mention, zone = source_after(r, start, scan.last, form)
    if mention is not None and frames(form) & _TOLD:
        zone = behind_group(r, mention, zone)
        zone = before_target(scan, mention, zone) if "target" in frames(form) else zone
    if (
        mention is not None
        and "count" in frames(form)
        and r.tokens[mention.last - 1].kind is TokenKind.NUMBER
    ):
        end_before(mention, mention.last - 1)
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


def _antecedent(scan: Scan, at: int, form: Form) -> Mention | None:
    """Who is named right before 'who accused the radio of': the subject of the relative clause."""
    r = scan.r
    if not r.has(at - 1, "relative"):
        return None
    end = at - 1 - (r.tokens[at - 2].text in COMMAS)
    named = (mention for _, mention in reversed(scan.layer[-2:]) if end <= mention.last < at)
    near = chain(named, phrases_in(r, max(scan.first, end - _FARTHEST_BEGUN), end))
    found = (mention for mention in near if mention.last >= end and fits(form, mention))
    return next(found, None) or _whose_words(scan, end, form)


def _whose_words(scan: Scan, end: int, form: Form) -> Mention | None:
    """تصريحات أحد القادة، الذي أكد أن: whose statement it was that the words before the clause name."""
    r = scan.r
    for at in range(end - 2, max(scan.first, end - _FARTHEST_BEGUN) - 1, -1):
        if r.noun(at, "document") is not None and not r.articled(at):
            owner = parse_phrase(r, at + 1, end)
            fitting = owner is not None and owner.head is not None and owner.last >= end
            return owner if owner is not None and fitting and fits(form, owner) else None
    return None


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
    if not frames(form) & {"addressee", "target"}:
        return False
    if r.written(at).endswith(_ACCUSATIVE):  # ودعا زملاءه: who calls are زملاؤه
        return True
    if not (two or r.norm(at).endswith("ين")):
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
    return surname not in surnames(scan) and scan.r.vocabulary[surname] < 2


def _called_upon(scan: Scan, mention: Mention) -> bool:
    """'And called on the parties to': who is called upon, where somebody has just spoken."""
    r, spoke = scan.r, scan.drafts[-1:]
    near = max(scan.layer[-1][0], spoke[0].sentence if spoke else 0) >= scan.sentence - 1
    return near and any(r.has(n, "called_upon") for n in (mention.first, mention.first + 1))


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
