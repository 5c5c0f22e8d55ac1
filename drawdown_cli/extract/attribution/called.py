"""By what name somebody is called: 'an officer named X', 'known as Abu Y', 'who gave only the name Z'."""

from __future__ import annotations

from drawdown_cli.arabic.letters import BEH, HEH, LAM, TEH, WAW, YEH
from drawdown_cli.extract.attribution.anonymity import OPENS_CONTENT
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.phrases import parse_phrase
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import Reading
from drawdown_cli.models import SpeakerType

_FARTHEST = 8
_LONGEST_CLAUSE = 12
_LONGEST_MARKED = 5
_ONE = 3  # وهو, وهي


def called(r: Reading, mention: Mention, at: int, last: int) -> int:
    """Give a mention the name at `at`, behind 'named' or 'they are'; return its end, or 0 for no name."""
    if at >= last or mention.names or _does(r, at) or _mother_of(r, at):
        return 0
    if _bare_title(r, at):  # يدعى معلم نور حسن: a title without article begins the name
        end = name_end(r, at + 1, last)
        return _take(mention, [(at, end)]) if end > at + 2 else 0
    named = parse_phrase(r, at, last) if _may_be_name(r, at) else None
    if named is None or not named.names:
        return 0
    described = _and_he(r, at - 1) and named.head is None  # ', which is a step'
    if described and not r.noun(at, "given", "nameparticle"):
        return 0
    if named.category in PERSONS and named.role[0] < named.role[1]:
        mention.roles.append((named.role[0], min(named.role[1], named.names[0][0])))
    _take(mention, named.names)
    mention.last = named.last
    return named.last


def _mother_of(r: Reading, at: int) -> bool:
    """وهي أم لخمسة أبناء: what she is to others, no 'Umm so-and-so'."""
    return r.noun(at, "nameparticle") is not None and r.norm(at + 1).startswith(LAM)


def _does(r: Reading, at: int) -> bool:
    """وهو يطوي: what 'he' does, no name of his."""
    unknown = not (r.nouns[at] or r.articled(at))
    return unknown and r.norm(at).startswith((TEH, YEH)) and _and_he(r, at - 1)


def _and_he(r: Reading, at: int) -> bool:
    """Whether 'and he' or 'and she' stands here: هما names two."""
    return r.norm(at).startswith(WAW) and len(r.norm(at)) == _ONE and r.has(at, "pronoun") > 0


def called_near(r: Reading, at: int, last: int) -> int:
    """'A captain in the coast guard called X': return the token after 'called', or 0."""
    for n in range(at, min(at + _FARTHEST, last)):
        if not r.small[n]:
            if not r.is_word(n):
                break
            continue
        if r.has(n, "called") and not r.has(n, "pronoun"):
            return n + r.has(n, "called")
        if not r.is_word(n) or r.has(n, *OPENS_CONTENT):
            break
    return 0


def by_name(r: Reading, mention: Mention, at: int, last: int) -> int:
    """'Known as General X', 'nicknamed «Y»', 'who presented herself as Z': return the name's end, or 0."""
    if mention.category not in PERSONS:
        return 0
    if r.has(at, "naming") and r.articled(at) and not r.noun(at, "body", "organisation", "collective"):
        # قائد القوات المعروفة باسم «قسد»: the forces have that name.
        of_her = mention.gender == "m" and r.norm(at).endswith(HEH)
        return 0 if of_her else _named_at(r, mention, at + r.has(at, "naming"), last)
    if mention.names or not (r.cues[at] or r.small[at] or not r.nouns[at]):
        return 0
    for n in range(at, min(at + _LONGEST_CLAUSE, last)):
        if not r.is_word(n) or (n > at and r.small[n] and r.has(n, *OPENS_CONTENT)):
            break
        if r.small[n] and r.has(n, "named_as"):
            return _named_at(r, mention, n + r.has(n, "named_as"), last)
        if r.small[n] and r.has(n, "known_by") and _by_what(r, n + r.has(n, "known_by")):
            return _named_at(r, mention, n + r.has(n, "known_by"), last)
    return 0


def _by_what(r: Reading, at: int) -> bool:
    """يعرف بأبي كريم, عرف عن نفسه باسم …, يلقب بـ«…»; not عرفت عن نفسها بحرف السين."""
    named = r.noun(at, "rank", "title", "nameparticle", "given") is not None or r.norm(at) == BEH
    return named and r.norm(at).startswith(BEH)


def _named_at(r: Reading, mention: Mention, at: int, last: int) -> int:
    """Return the end of the name at `at`, in marks or not, behind 'as' or not; the mention takes it."""
    at += r.norm(at) == "باسم" or (r.norm(at) == BEH and at + 1 in r.marks.quotes)
    close = r.marks.quotes.get(at)
    if close is not None:
        return _take(mention, [(at + 1, close)], close + 1) if close - at <= _LONGEST_MARKED else 0
    named = parse_phrase(r, at, last) if at < last and _may_be_name(r, at) else None
    if named is None or not named.names:
        return 0
    if not mention.names:
        mention.lead = int(any(form.proclitic == BEH for form in r.nouns[at]))
    return _take(mention, named.names, named.last)


def _take(mention: Mention, names: list[tuple[int, int]], end: int = 0) -> int:
    """Give a mention its name, unless it has one; return where the name ends."""
    if not mention.names:
        mention.names, mention.type = names, SpeakerType.PERSON
        mention.last = end or names[0][1]
    return end or names[0][1]


def _may_be_name(r: Reading, at: int) -> bool:
    """Whether a name can begin at `at`: a title, a first name, or a word that no lexicon has."""
    if not r.is_word(at):
        return False
    with_ba = r.norm(at).startswith(BEH) and r.noun(at, "rank", "title", "nameparticle", "given") is not None
    return with_ba or bool(r.nouns[at]) or not (r.small[at] or r.cues[at])


def _bare_title(r: Reading, at: int) -> bool:
    form = r.noun(at, "title", "rank")
    return form is not None and not form.proclitic and r.noun(at, "given") is None
