"""The speaker of a cue: the phrase after it, the phrase before it, and what stands in apposition."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, BEH, LAM, NOON, TEH_MARBUTA, WAW, YEH
from drawdown_cli.extract.attribution.anonymity import OPENS_CONTENT, anonymity_end
from drawdown_cli.extract.attribution.apposition import agrees, may_begin, with_apposition
from drawdown_cli.extract.attribution.heads import head_at, is_definite_word
from drawdown_cli.extract.attribution.labels import subject_in_marks
from drawdown_cli.extract.attribution.manner import manner_end
from drawdown_cli.extract.attribution.mention import Mention, governed_by_ba
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import (
    COMMAS,
    DASHES,
    Reading,
    begins_with_and,
    finite,
    frames,
)
from drawdown_cli.extract.attribution.shapes import (
    fused_preposition,
    in_place,
    looks_like_verbal_noun,
)
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

_FARTHEST_SUBJECT = 40
_LONGEST_CLAUSE = 30
_LONGEST_BETWEEN = 10
_LONGEST_OUTLET = 5
_THEIRS = ("ه", "ها", "هم")
_FOLDED_PREPOSITION = {
    "feeling": "عن",
    "إلى": "الي",
    "على": "علي",
    "عن": "عن",
    "من": "من",
    "في": "في",
    "of_whom": "من",
}


def source_after(r: Reading, start: int, last: int, cue: Form | None = None) -> tuple[Mention | None, int]:
    """Return the phrase that names the speaker after a cue, past adverbs and places, and where it ends."""
    closed_to = _own_prepositions(cue)
    at = start
    last = min(last, start + _FARTHEST_SUBJECT)
    if r.norm(at) == "كل" and r.norm(at + 1) == "من":
        at += 2
    while at < last:
        skipped = anonymity_end(r, at, last) or _skip_adjunct(r, at, last, closed_to)
        if skipped > at:
            at = skipped
            continue
        marked = at in r.marks.quotes and not _to_marks(r, at - 1)
        named = subject_in_marks(r, at, last, cue) if marked else None
        if named is not None:
            return named, with_apposition(r, named, last, cue)
        # 'And announced, with the general beside him, that': no subject begins with 'and'.
        beside = at > start and r.tokens[at - 1].text in COMMAS and r.nouns[at] and begins_with_and(r, at)
        if not may_begin(r, at) or beside:
            break
        mention = parse_phrase(r, at, last, closed_to=closed_to)
        if mention is not None and at > start and _of_adjunct(r, mention):
            at = mention.last
            continue
        if mention is None or not agrees(cue, mention) or (governed_by_ba(mention) and not mention.names):
            break
        return mention, with_apposition(r, mention, last, cue)
    return None, start


def source_before(r: Reading, cue_at: int, first: int, cue: Form) -> Mention | None:
    """Return the phrase that names the speaker before a cue: 'the ministry confirms', 'had said'."""
    end = _back_over_adverbs(r, cue_at, first)
    found: Mention | None = None
    for start in _clause_starts(r, end, first):
        at = start + (r.has(start, "contrast") or r.has(start, "had") or r.norm(start) == "اما")
        if at >= end or not may_begin(r, at):
            continue
        mention = parse_phrase(r, at, end)
        if mention is None or not agrees(cue, mention, before=True):
            continue
        unknown = mention.head is None and mention.category == "name" and not r.noun(at, "given")
        if unknown and _joined_to_verb(r, mention, at, start):
            continue
        if (
            mention.head is None
            and r.has(at - 1, "had")
            and r.norm(at).endswith(ALEF)
            and mention.last == at + 1
        ):
            continue  # إذا كان خائفا، رد
        reach = with_apposition(r, mention, end, cue)
        if not _reaches(r, mention, at, end, reach):
            continue
        if mention.names or mention.category not in ("title", "rank"):
            return mention
        # 'General X, the commander, denied': the nearest comma may open an apposition to a name.
        found = found or mention
    return found


def _of_adjunct(r: Reading, mention: Mention) -> bool:
    """'In a halting voice', 'to the local radio X': words that end what was stepped over, and no name."""
    at, end = mention.first, mention.last
    if mention.head is not None or (r.noun(at, "given") and end == at + 1):
        return False
    local = end == at + 2 and r.articled(end - 1) and r.noun(end - 1, "adjective") is not None
    if local and r.tokens[end - 1].text.endswith(TEH_MARBUTA):
        return True
    manner = r.norm(at - 1).startswith(BEH) and r.has(at - 1, "adverb") > 0
    return manner and end == at + 1 and not r.articled(at) and r.vocabulary[r.norm(at)] == 1


# --- before the subject ----------------------------------------------------------------------------------


def _own_prepositions(cue: Form | None) -> frozenset[str]:
    return frozenset(_FOLDED_PREPOSITION.get(frame, frame) for frame in frames(cue))


def _skip_adjunct(r: Reading, at: int, last: int, closed_to: frozenset[str]) -> int:
    skipped = _skip_sign(r, at, last)
    if skipped > at:
        return skipped
    how = manner_end(r, at, last)
    if how:
        return how
    adverb = r.has(at, "adverb")
    person = head_at(r, at) and r.noun(at, *PERSONS) and not r.has(at, "preposition")
    if r.noun(at, "given") or (person and not (adverb and r.articled(at))):  # الأحد is Sunday, not 'the one'
        return _past_addressee(r, at, last)
    if adverb:
        return at + adverb
    preposition = r.has(at, "preposition")
    governor = r.noun(at, "title") is not None and r.tokens[at].text.endswith(YEH)
    if preposition and r.norm(at) not in closed_to and not governor:
        return past_prepositional(r, at, preposition, last)
    return _past_addressee(r, at, last)


def _skip_sign(r: Reading, at: int, last: int) -> int:
    """Step over a comma, a number, a bracket, or the abbreviation of a title (د.)."""
    token = r.tokens[at]
    if token.text in COMMAS and r.has(at + 1, "while") and r.norm(at + 1).startswith(WAW):
        closing = next(
            (n for n in range(at + 2, min(last, at + _LONGEST_BETWEEN)) if r.tokens[n].text in COMMAS), 0
        )
        if closing:  # 'told us, pointing at the wall, X'
            return closing + 1
    close = r.marks.quotes.get(at + 1, 0) if _to_marks(r, at) else 0
    if 0 < close < at + 5:
        return close + 1
    if len(token.norm) == 1 and r.norm(at + 1) == "." and at + 2 < last:
        return at + 2
    if token.text in COMMAS or token.kind is TokenKind.NUMBER:
        return at + 1
    return r.skip_bracket(at)


def _to_marks(r: Reading, at: int) -> bool:
    """لـ«الميادين»: whether 'to' stands by itself before marks that hold who is told."""
    norm = r.norm(at)
    return 0 < len(norm) <= 2 and norm[0] == LAM and at + 1 in r.marks.quotes


def _past_addressee(r: Reading, at: int, last: int) -> int:
    """'To an agency', 'to journalists' where it comes before the speaker."""
    norm = r.norm(at)
    form = r.noun(at, "media", "title", "body", "collective")
    if _to_an_outlet(r, at, last):
        return at + 1 + (r.vocabulary[r.norm(at + 1)] > 1 and not r.small[at + 1])
    if form is None or not norm.startswith(LAM) or "ل" not in form.proclitic[:1]:
        return at
    return past_prepositional(r, at, 0, last)


def _to_an_outlet(r: Reading, at: int, last: int) -> bool:
    """قال لعنب بلدي: a word with 'to' before it that the text also has without."""
    norm = r.norm(at)
    unknown = not (r.nouns[at] or r.cues[at] or r.small[at])
    elsewhere = norm[:1] == LAM and r.vocabulary[norm[1:]] > 0
    return unknown and elsewhere and at + 1 < last


def past_prepositional(r: Reading, at: int, preposition: int, last: int) -> int:
    """Return the token after a preposition and its noun phrase."""
    at += preposition
    start = at
    if 0 < r.marks.quotes.get(at, 0) <= at + _LONGEST_OUTLET:
        return r.marks.quotes[at] + 1  # في تصريح إلى «الشرق الأوسط»
    if at < last and head_at(r, at) is not None and not r.has(at, "venue"):
        phrase = parse_phrase(r, at, last)
        return _before_event(r, at, phrase.last) if phrase else at + 1
    while at < last and r.is_word(at):
        if (
            r.has(at, *OPENS_CONTENT, "preposition", "adverb", "relative", "contrast", "asking")
            and at > start
        ):
            break
        if (
            at > start
            and _person_head(r, at)
            and (r.noun(at - 1, "adjective", "nisba") or r.has(at - 1, "adverb") or _told_whole(r, at, start))
        ):
            break
        if at > start and any(finite(form) for form in r.cues[at]) and not r.nouns[at]:
            break
        if at > start and ((fused_preposition(r, at) and not in_place(r, at)) or _to_marks(r, at)):
            break
        at += 1
        if r.norm(at) == "/" and r.is_word(at + 1):  # مارس/آذار
            at += 2
        to_outlet = r.has(at - 1, "naming") or (preposition and at == start)
        if at in r.marks.quotes and to_outlet:
            at = r.marks.quotes[at] + 1
    return at


def _told_whole(r: Reading, at: int, start: int) -> bool:
    """في هذا الصدد وزير الخارجية: behind an unknown noun with the article no bare title is annexed."""
    return at - 1 >= start and r.articled(at - 1) and not r.nouns[at - 1] and not r.articled(at)


def _before_event(r: Reading, first: int, last: int) -> int:
    """'Asked of the French forces the departure': what is asked is none of those who are asked."""
    events = (n for n in range(first + 1, last) if _is_event(r, n, last))
    return next((n for n in events if _is_known(r, n - 1)), last)


def _is_known(r: Reading, at: int) -> bool:
    theirs = is_definite_word(r, at) or r.norm(at).endswith(_THEIRS)
    return theirs or r.noun(at, "media", "country", "organisation") is not None


def _is_event(r: Reading, at: int, last: int) -> bool:
    if r.articled(at):
        return r.has(at, "masdar") > 0
    if r.has(at, "masdar") and r.articled(at + 1):  # لوكالة رويترز وجود القوات
        return True
    return at == last - 1 and r.is_word(last) and looks_like_verbal_noun(r, at)  # من وزير دفاعه إعداد خطة


def _person_head(r: Reading, at: int) -> bool:
    form = r.noun(at, "title", "rank", "anonymous")
    return form is not None and "ل" not in form.proclitic.replace("ال", "")


# --- before the cue --------------------------------------------------------------------------------------


def _back_over_adverbs(r: Reading, cue_at: int, first: int) -> int:
    end = cue_at
    while end > first and (r.has(end - 1, "adverb") == 1 or r.has(end - 1, "verbal_particle", "negation")):
        if r.has(end - 1, "acquainted"):  # مصدر مطلع قال, not مطلع العام
            break
        end -= 1
    return end


def _clause_starts(r: Reading, end: int, first: int) -> list[int]:
    starts = []
    for at in range(end - 1, max(first, end - _LONGEST_CLAUSE) - 1, -1):
        before = r.tokens[at - 1].text if at > first else ""
        if (
            at == first
            or before in COMMAS
            or before in DASHES
            or before in ":."
            or r.has(at, "contrast")
            or r.has(at, "had")
            or r.has(at - 1, "complementiser")
        ):
            starts.append(at)
    return starts


def _joined_to_verb(r: Reading, mention: Mention, at: int, start: int) -> bool:
    """Whether an unknown word is 'to somebody', 'and something' or a word apart: no subject of the verb.

    Behind 'as for' and 'had' stands a subject, whatever letter it begins with (أما لافروف, وكان والتز).
    """
    if r.noun(mention.last, "title", "rank") and mention.last == at + 1 and not r.articled(at):
        return True  # استغل رئيس الحكومة المناسبة: a verb and its subject
    known = mention.last == at + 1 and r.vocabulary[r.norm(at)] > 1  # أن نائيني قال
    verbal = r.norm(at)[0] in (YEH, NOON) and not known
    if verbal and (r.has(at - 1, "complementiser") or r.has(at - 1, "had")):
        return True  # قبل أن نودعه, كان يثق
    if at > start and (r.has(start, "had") or r.norm(start) == "اما"):
        return False
    return r.norm(at).startswith(LAM) or begins_with_and(r, at) or r.norm(mention.last) in COMMAS


def _reaches(r: Reading, mention: Mention, start: int, end: int, reach: int) -> bool:
    """Whether a subject stands right before its verb, or between 'had' and the participle of its verb."""
    if r.has(start - 1, "had") and r.norm(end) == "قد":
        return end - mention.last <= _LONGEST_BETWEEN
    return _only_commas(r, mention, max(mention.last, reach), end)


def _only_commas(r: Reading, mention: Mention, at: int, end: int) -> bool:
    """Whether nothing but apposition's marks lies between; a dateline's bracket and dash are more."""
    dateline = mention.category == "country"
    while at < end:
        token = r.tokens[at]
        if dateline and (at in r.marks.brackets or token.text in DASHES):
            return False
        if at in r.marks.brackets:
            at = r.marks.brackets[at]
        elif token.text not in COMMAS and token.text not in DASHES and not r.has(at, "adverb"):
            return False
        at += 1
    return True
