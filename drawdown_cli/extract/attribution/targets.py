"""Whom a verb accuses or calls upon, where the subject's phrase seems to hold him too."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF_MAKSURA, TEH_MARBUTA, YEH
from drawdown_cli.extract.attribution.complements import find_complement
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.objects import Complement
from drawdown_cli.extract.attribution.reading import Reading, conjunction
from drawdown_cli.extract.attribution.scan import Scan
from drawdown_cli.extract.attribution.shapes import fused_preposition
from drawdown_cli.extract.attribution.subjects import fits
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType

_LAYER_BACK = 50
_THEIRS = ("ه", "ها", "هم", "هما")
_TARGETS = ("body", "organisation", "country", "collective", "title")


def before_target(scan: Scan, mention: Mention, zone: int) -> int:
    """'Activists the forces': a plural in ون is of nothing, so what follows it is the target.

    So is what follows the surname of somebody named before: 'Stoltenberg the violence'.
    """
    r, at = scan.r, mention.first + 1
    if mention.category == "name" and mention.last == at + 1 and r.articled(at) and not r.nouns[at]:
        known = r.norm(mention.first) in surnames(scan)
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
    end_before(mention, at)
    return at


def behind_group(r: Reading, mention: Mention, zone: int) -> int:
    """حركة كورو الحكومة: behind a movement's whole name stands who is told or accused."""
    at = mention.last - 1
    if zone != at + 1 or at < mention.first + 2 or mention.names or not r.articled(at):
        return zone
    group = r.noun(mention.first, "body", "collective")
    named = group is not None and r.has(mention.first, "naming") > 0 and not r.articled(mention.first)
    if not named or r.noun(at, "body", "collective") is None or r.noun(at, "nisba", "adjective"):
        return zone
    unknown = at == mention.first + 2 and not (r.nouns[at - 1] or r.small[at - 1])
    if not (unknown or is_definite_word(r, at - 1) or r.noun(at - 1, "country")):
        return zone
    end_before(mention, at)
    return at


def end_before(mention: Mention, at: int) -> None:
    """End a phrase without a name before the token `at`."""
    mention.last, mention.role = at, (mention.role[0], min(mention.role[1], at))


def surnames(scan: Scan) -> set[str]:
    """The last words of who has been named, as they are folded."""
    return {scan.r.norm(named.last - 1) for _, named in scan.layer[-_LAYER_BACK:]}


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
                end_before(mention, at)
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
    if not before:  # منظمات حقوقية الجيش, حركة كورو الجيش
        bare = r.noun(at - 1, "adjective", "nisba") is not None or not r.nouns[at - 1]
        return bare and r.noun(at, *_TARGETS) is not None
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
