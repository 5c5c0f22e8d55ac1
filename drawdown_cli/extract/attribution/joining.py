"""Two speakers, or two offices of one: what 'and' adds to a mention, and how a role is kept."""

from __future__ import annotations

from drawdown_cli.arabic.letters import LAM, TEH, YEH
from drawdown_cli.extract.attribution.anonymity import OPENS_CONTENT
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.namesakes import tells_how
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and, finite, is_definite
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.models import SpeakerType, TokenKind


def joined(r: Reading, mention: Mention, at: int, last: int) -> int:
    """'X and Y' speaking together."""
    if not begins_with_and(r, at) or any(finite(form) for form in r.cues[at]) or tells_how(r, at):
        return 0
    shared = r.noun(at, "nisba", "country") is not None and mention.names
    second = _shared_title(r, at, last) if shared else parse_phrase(r, at, last)
    unnamed = second is not None and second.head is None and mention.type is not SpeakerType.PERSON
    if second is None or unnamed or (looks_like_verbal_noun(r, at) and not shared) or _beset(r, second):
        return 0
    if mention.category in PERSONS and r.has(second.first, "place_head"):
        end = second.last + (second.last == second.first + 1 and r.articled(second.last))  # ومنطقة الساحل
        mention.role = (mention.role[0], end)
        mention.last = end
        return end
    if _another_office(mention, second):
        return take_role(mention, second)
    if _one_person(r, mention, second):
        mention.roles += [other.role for other in mention.extra]
        mention.extra, mention.number = [], "s"
        mention.names, mention.type = second.names, SpeakerType.PERSON
        return take_role(mention, second)
    mention.extra.append(second)
    mention.last = second.last
    mention.number = "p" if mention.number == "p" else "d"
    return second.last


def _beset(r: Reading, second: Mention) -> bool:
    """يقف محمود والغيظ يملؤه: 'while rage fills him', no second person."""
    at = second.first + 1
    alone = second.head is None and second.last <= at + 1 and r.vocabulary[r.norm(second.first)] == 1
    return alone and r.is_word(at) and r.norm(at)[:1] in (TEH, YEH) and r.norm(at).endswith(("ه", "ها"))


def _shared_title(r: Reading, at: int, last: int) -> Mention | None:
    """'The two ministers, of Poland X and of Lithuania Y': the second has only an adjective and a name."""
    found = parse_phrase(r, at + 1, last)
    return found if found is not None and found.names else None


def _one_person(r: Reading, mention: Mention, second: Mention) -> bool:
    """'The writer and analyst X': two occupations of one person, not two offices."""
    plain = mention.head is not None and mention.category in PERSONS and not mention.names
    named = bool(second.names) and second.category in PERSONS and second.head is not None
    if not (plain and named) or second.number != "s" or _of_his(r, second) or _two_states(r, mention, second):
        return False
    if _occupation(mention) or _offices(mention):
        return True
    ranked = _behind_rank(r, second.names[0][0] - 1)
    return mention.number == "s" and (ranked or _both_offices(mention, second))


def _both_offices(mention: Mention, second: Mention) -> bool:
    """نائب رئيس الوزراء ووزير الخارجية فلان: two offices, told by their bodies, then one name for both."""
    heads = [one.head for one in (mention, second) if one.head is not None and one.definite]
    genders = {head.inflection.gender for head in heads} - {""}
    return len(heads) == 2 and len(genders) < 2


def _of_his(r: Reading, second: Mention) -> bool:
    """الرئيس ووزير دفاعه فلان: the minister is another man."""
    office = range(*second.role)
    return any(r.nouns[n] and all(form.inflection.suffix for form in r.nouns[n]) for n in office)


def _two_states(r: Reading, mention: Mention, second: Mention) -> bool:
    """الرئيس الفرنسي والمستشار الألماني فلان: each office is told by a nation of its own."""
    first, other = (
        {form.entry.word for n in range(*one.role) if (form := r.noun(n, "nisba"))}
        for one in (mention, second)
    )
    return bool(first and other) and first.isdisjoint(other)


def _behind_rank(r: Reading, at: int) -> bool:
    """العميد المتقاعد: whether a rank stands here, or before what describes it."""
    while r.articled(at) and r.noun(at, "adjective", "portfolio") and not r.noun(at, "rank"):
        at -= 1
    return r.noun(at, "rank") is not None


def _another_office(mention: Mention, second: Mention) -> bool:
    """'X, deputy secretary-general and head of the mission': offices behind a name are that person's."""
    behind = bool(mention.names) and mention.role[0] >= mention.names[0][1] and mention.number == "s"
    return behind and second.category in PERSONS and not second.names and second.number == "s"


def _offices(mention: Mention) -> bool:
    """Whether two offices stand already: a third with a name has all of them."""
    return bool(mention.extra) and all(
        other.head is not None and not other.names and other.number == "s" for other in mention.extra
    )


def _occupation(mention: Mention) -> bool:
    head = mention.head
    single = head is not None and mention.definite and mention.number == "s"
    return head is not None and single and (is_definite(head) or bool(head.entry.features.get("member")))


def take_role(mention: Mention, beside: Mention) -> int:
    """Keep the title of what stands beside a mention; return the end of both."""
    if mention.role[0] == mention.role[1]:
        mention.role = beside.role
        mention.gender = mention.gender or beside.gender
    else:
        mention.roles.append(beside.role)
    mention.last = beside.last
    return beside.last


def bounded(r: Reading, at: int, last: int) -> bool:
    """Whether a phrase that ends before `at` has ended: a mark, a preposition, what opens the content."""
    if at >= last:
        return True
    token = r.tokens[at]
    if token.kind is TokenKind.MARK:
        return True
    return bool(r.has(at, *OPENS_CONTENT, "preposition", "adverb", "relative")) or r.norm(at).startswith(LAM)
