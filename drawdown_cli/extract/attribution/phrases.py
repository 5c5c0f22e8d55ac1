"""Noun phrases that may speak: title, body and nationality, rank, name; bodies, media, documents, places."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, BEH, LAM, TEH, WAW, YEH
from drawdown_cli.extract.attribution.heads import agreement, closes, head_at
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.names import is_lone_surname, name_end
from drawdown_cli.extract.attribution.namesakes import surname_ends
from drawdown_cli.extract.attribution.pointing import alone, many, one_of_two, pointing, unknown_plural
from drawdown_cli.extract.attribution.progress import PERSONS, POINTS, State
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, begins_with_and, is_definite
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.extract.attribution.titles import extend
from drawdown_cli.extract.attribution.untitled import annexed_title, past_unknown_title
from drawdown_cli.extract.attribution.zones import name_in_marks, name_in_zone
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType

_TYPE_OF = {
    "anonymous": SpeakerType.ANONYMOUS,
    "collective": SpeakerType.COLLECTIVE,
    "body": SpeakerType.ORGANISATION,
    "organisation": SpeakerType.ORGANISATION,
    "country": SpeakerType.ORGANISATION,
    "media": SpeakerType.MEDIA,
    "document": SpeakerType.DOCUMENT,
}
_SAYS = frozenset({"clause", "إن"})
_FATHERS = ("أبي", "ابي")
_TO_WHOM = frozenset({"الي"})
_LONGEST_PHRASE = 24
_LONGEST_TITLE = 5
_MORE, _THAN = "اكثر", "من"
_REFERS = ("first_of_two", "second_of_two", "same_before", *POINTS)


def parse_phrase(
    r: Reading, start: int, last: int, *, most: int = 6, closed_to: frozenset[str] = frozenset()
) -> Mention | None:
    """Return the speaker's phrase that begins at `start`; `closed_to` names prepositions that end it."""
    last = min(last, start + _LONGEST_PHRASE)
    honour = r.small[start] and r.has(start, "honorific")
    if honour and may_follow_honour(r, start + honour):
        start += honour
    head = head_at(r, start)
    referring = _more_than(r, start, last, closed_to) or _referring(r, start, last, head)
    if head is not None and _is_first_name(r, start, head):
        head = None
    if referring is not None or head is None:
        return referring or _bare_name(r, start, last, most, cue=closed_to)
    category = head.entry.sense
    # رئيس الوزراء is listed whole, and definite by its second word.
    whole = head.length > 1 and category in PERSONS and _ends_definite(r, start, head)
    closed, definite = whole or closes(head), whole or is_definite(head)
    state = State(r, last, start + head.length, category, category, closed, definite)
    state.plural, state.start = head.inflection.number == "p", start
    state.several = head.inflection.number in ("p", "d")
    state.masculine = head.inflection.gender == "m" and not state.plural
    state.possessed = bool(head.inflection.suffix)
    state.serves = bool(head.entry.features.get("serves"))
    state.posted = bool(head.entry.features.get("posted"))
    extend(state, closed_to)
    mention = Mention(start, state.at, head, category, role=(start, state.at))
    mention.gender, mention.number = agreement(head)
    mention.definite = state.definite
    if category in PERSONS and _name_may_stand(state):
        end = name_end(r, state.at, last, most, cue=closed_to)
        if end > state.at and may_be_named(r, mention, end) and not _is_no_name(r, mention, end, closed_to):
            mention.names.append((state.at, end))
            mention.last = end
    _take_name_at_end(r, mention, last, closed_to)
    if state.called[1] and not (mention.names and r.noun(mention.names[0][0], "given", "nameparticle")):
        mention.names, mention.last = [state.called], state.at
    if mention.names and (_of_somebody(mention) or _of_master(r, mention)):
        # 'Darmon's predecessor' is not Darmon, nor is 'a spokesman of Darmon'.
        mention.definite = _of_somebody(mention)
        mention.role, mention.names = (start, mention.last), []
    if mention.names and mention.gender == "m" and _names_woman(r, mention):
        mention.gender = ""  # وقالت النائب سامية, قال السفير ليلى: either may be written
    mention.type = _type_of(mention, state)
    if category == "document" and not mention.definite:
        return _issuer(r, mention, last) or mention
    return mention


def _more_than(r: Reading, start: int, last: int, closed_to: frozenset[str]) -> Mention | None:
    """أكثر من مسؤول: more than one who go unnamed."""
    if r.norm(start) != _MORE or r.norm(start + 1) != _THAN or start + 2 >= last:
        return None
    mention = parse_phrase(r, start + 2, last, closed_to=closed_to)
    if mention is None or mention.head is None or mention.names or mention.definite:
        return None
    mention.first, mention.role = start, (start, mention.role[1])
    return mention


def _ends_definite(r: Reading, start: int, head: Form) -> bool:
    return r.articled(start + head.length - 1) and not r.articled(start)


def _name_may_stand(state: State) -> bool:
    """Whether a name may begin where a title has been read to: it is whole, or a first name stands there."""
    r, at = state.r, state.at
    named = state.closed or r.noun(at, "given", "nameparticle") is not None
    return named and not r.norm(at).startswith(LAM + LAM)


def _is_first_name(r: Reading, at: int, head: Form) -> bool:
    """أمينة عبد الرحيم, أمير خان: a title without article right before a name is a first name."""
    if head.entry.sense == "country" and head.length == 1 and not head.proclitic:
        # رئيسة الوزراء الإيطالية، جورجيا ميلوني،
        titled = r.written(at - 1) in COMMAS and r.articled(at - 2) and _titled(r, at - 2)
        return titled and surname_ends(r, at + 1)
    bare = head.length == 1 and head.proclitic in ("", "و", "ل") and not head.inflection.suffix
    personal = bool(head.entry.feature("personal")) and head.inflection.number == "s"
    return bare and personal and r.noun(at + 1, "given", "nameparticle") is not None


def _titled(r: Reading, at: int) -> bool:
    """Whether the words that end at `at` begin with a title: رئيسة الوزراء الإيطالية."""
    return any(r.noun(n, "title", "rank") for n in range(max(0, at - _LONGEST_TITLE), at + 1))


def _take_name_at_end(r: Reading, mention: Mention, last: int, closed_to: frozenset[str]) -> None:
    """Give a titled mention the name that ends its zone, where its own parse stopped before that."""
    if mention.category not in PERSONS or mention.number != "s":
        return
    whole = bool(mention.names) and mention.names[0][1] - mention.names[0][0] > 1
    if whole or begins_with_and(r, mention.last):
        return
    start, end = name_in_marks(r, mention.last, last)
    if end:
        mention.names, mention.last, mention.definite = [(start, end)], end + 1, True
        return
    start, end = name_in_zone(r, mention.first, mention.last, last, closed_to)
    if end and not _at_work(r, mention, start, end):
        mention.names, mention.role = [(start, end)], (mention.first, start)
        mention.last, mention.definite = end, True


def _referring(r: Reading, start: int, last: int, head: Form | None) -> Mention | None:
    """A phrase that only points back: 'the first', 'the latter', 'the same one'; or an unknown plural."""
    if not r.small[start] or not r.has(start, *_REFERS):
        return _unknown_many(r, start, head)
    if r.has(start, "first_of_two", "second_of_two") and alone(r, start + 1):
        return one_of_two(r, start)
    if r.has(start, *POINTS):
        return pointing(r, start)
    if r.has(start, "same_before") and head_at(r, start + 1) is not None:
        return _same_before(r, start, last)
    return _unknown_many(r, start, head)


def _unknown_many(r: Reading, start: int, head: Form | None) -> Mention | None:
    end = unknown_plural(r, start) if head is None else 0
    return many(start, end, definite=r.articled(start)) if end else None


def may_follow_honour(r: Reading, at: int) -> bool:
    """Whether a title or a first name stands behind 'his excellency'."""
    head = head_at(r, at)
    named = r.noun(at, "given", "nameparticle") is not None
    return named or (head is not None and head.entry.sense in PERSONS)


def _of_somebody(mention: Mention) -> bool:
    """Whether a title tells whose relative somebody is, with the name of that other."""
    head = mention.head
    relative = head is not None and bool(head.entry.features.get("relational"))
    return relative and head is not None and not is_definite(head)


def _names_woman(r: Reading, mention: Mention) -> bool:
    given = r.noun(mention.names[0][0], "given")
    return given is not None and given.entry.feature("gender") == "f"


def _of_master(r: Reading, mention: Mention) -> bool:
    """متحدث باسم رئيس الوزراء فلان, مصدر مقرب من الرئيس فلان: whoever he is, the name is another's.

    His own name follows a body that is told whole: قيادي في الفصائل العقيد فلان.
    """
    head = mention.head
    if head is None or is_definite(head):
        return False
    start, name = mention.first + head.length, mention.names[0][0]
    while start < name and not r.articled(start) and r.noun(start, "adjective", "nisba"):
        start += 1
    if not (r.has(start, "preposition", "on_behalf") or _to(r, start) or head.entry.features.get("one_of")):
        return False
    master = next((n for n in range(name - 1, start - 1, -1) if r.noun(n, "title", "rank")), 0)
    if not master or (r.noun(master, "body") and not r.noun(master, "rank")):
        return False
    before = master - 1
    annexed = before >= start and r.noun(before) and not r.articled(before)
    annexed = annexed and not r.noun(before, "adjective", "nisba", "country", "organisation")
    return _to(r, master) or r.has(before, "preposition", "on_behalf") > 0 or bool(annexed)


def _to(r: Reading, at: int) -> bool:
    """Whether a noun has 'to' written onto it: لرئيس, للجنرال, no لواء."""
    form = r.noun(at, "title", "rank", "body")
    return form is not None and form.proclitic.startswith(LAM)


def _same_before(r: Reading, start: int, last: int) -> Mention | None:
    """ذات المسؤول: the same official, 'same' in front."""
    mention = parse_phrase(r, start + 1, last)
    if mention is not None:
        mention.same = True
    return mention


def _is_no_name(r: Reading, mention: Mention, end: int, cue: frozenset[str]) -> bool:
    return _says_how(r, mention, end) or _is_object(r, mention, end, cue)


def _says_how(r: Reading, mention: Mention, end: int) -> bool:
    """'The man was tired', 'the woman aged': what looks like a name says something of whom the noun means."""
    at = mention.last
    if mention.head is None or r.noun(at, "given", "nameparticle"):
        return False
    bare = mention.category == "rank" and at == mention.first + 1  # جنرال يلماز
    works = r.norm(at).startswith((TEH, YEH)) and not bare
    if works and not mention.definite:
        return True  # موظف في شركة تتعامل مع القاعدة
    some = not mention.definite and mention.category in ("title", "anonymous")
    works = _at_work(r, mention, at, end)
    if mention.head.entry.features.get("common") or works or (some and end == at + 1):
        return True  # سائق شاحنة وقود
    was = r.has(mention.first - 1, "had") > 0 and r.norm(end) != "قد"
    return was and end == at + 1 and r.norm(at).endswith(ALEF)


def _at_work(r: Reading, mention: Mention, start: int, end: int) -> bool:
    """موظف في شركة شحن تتعامل مع القاعدة: whether what looks like a name tells what a body does."""
    if mention.head is None or is_definite(mention.head):
        return False
    placed = any(r.has(n, "preposition") for n in range(mention.first, start))
    return (placed or not mention.definite) and any(_works(r, n) for n in range(start + 1, end))


def _works(r: Reading, at: int) -> bool:
    """Whether an unknown word looks like a verb in the present with its preposition behind it."""
    known = r.nouns[at] or r.articled(at)
    return not known and r.norm(at).startswith((TEH, YEH)) and r.has(at + 1, "preposition") > 0


def _is_object(r: Reading, mention: Mention, end: int, cue: frozenset[str]) -> bool:
    """يعلل العقيد الفارق بأن, رفض السفير الربط بين: one word with the article, told once."""
    at = mention.last
    alone = end == at + 1 and mention.definite and r.articled(at) and not r.noun(at, "given")
    if not alone or r.vocabulary[r.norm(at)] > 1:
        return False
    by = not cue & _SAYS and "ب" in cue and r.norm(end).startswith(BEH)
    return by or r.norm(end) == "بين"


def may_be_named(r: Reading, mention: Mention, end: int) -> bool:
    """Whether a name that ends at `end` can be the mention's: several persons have one only with 'and'."""
    several = mention.head is not None and mention.head.inflection.number in ("p", "d")  # مصادر are one she
    return not (several or mention.number != "s") or begins_with_and(r, end)


def _issuer(r: Reading, document: Mention, last: int) -> Mention | None:
    """Who speaks in 'a statement of the army', 'a report issued by the office of': the body."""
    for at in range(document.first + 1, document.last + 1):
        if r.has(at, "issued") and r.is_word(at + 1):
            body = parse_phrase(r, at + r.has(at, "issued"), last, closed_to=_TO_WHOM)
            return _spoken_by(document, body)
        if r.has(at, "issued_by_it"):  # بيان صادر عنها
            document.role = (document.role[0], at)
            return None
        if r.norm(at).startswith("ل") and r.noun(at, "body", "organisation", "country") and at < last:
            form = head_at(r, at)
            body = parse_phrase(r, at, last) if form and "ل" in form.proclitic.replace(ARTICLE, "") else None
            return _spoken_by(document, body)
    return None


def _spoken_by(document: Mention, body: Mention | None) -> Mention | None:
    if body is None or body.head is None:
        return None
    body.gender, body.number, body.definite = document.gender, "s", False
    return body


def bare_name(word: str, lead: int) -> str:
    """Return a name without the 'to' or 'with' written onto it, 'father of' in the nominative.

    >>> bare_name("لكيربي", 1), bare_name("للجزولي", 1), bare_name("بأبي الليث", 1), bare_name("لافروف", 0)
    ('كيربي', 'الجزولي', 'أبو الليث', 'لافروف')
    """
    if not lead:
        return word
    if word[1:2] == word[0]:
        return ARTICLE + word[2:]
    first, blank, rest = word[1:].partition(" ")
    return (first[:-1] + WAW if first in _FATHERS else first) + blank + rest


def _bare_name(r: Reading, start: int, last: int, most: int, *, cue: frozenset[str]) -> Mention | None:
    """A name without a title, or a definite noun that no lexicon knows."""
    end = name_end(r, start, last, most, cue=cue)
    name = past_unknown_title(r, start, last) if end > start or r.noun(start, "nisba") else start
    if end == name == start:
        if not is_lone_surname(r, start):
            return None
        end = start + 1
    role = (start, name) if name > start else (start, start)
    if name > start:
        end = name_end(r, name, last, most)
    elif annexed_title(r, start, end, last):
        role, name = (start, end), end
        end = name_end(r, name, last, most)
    mention = Mention(start, end, None, "name", [(name, end)], role, SpeakerType.PERSON)
    mention.definite = True
    return mention


def _type_of(mention: Mention, state: State) -> SpeakerType:
    if mention.names:
        return SpeakerType.PERSON
    if mention.category not in ("title", "rank"):
        return _TYPE_OF[mention.category]
    if mention.number != "s":
        return SpeakerType.COLLECTIVE
    return SpeakerType.ROLE if mention.definite else SpeakerType.ANONYMOUS
