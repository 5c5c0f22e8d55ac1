"""What stands beside a speaker's name: titles, a second name, a second speaker, reasons for anonymity."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, ALEF_MAKSURA, LAM, MEEM, TEH, YEH
from drawdown_cli.extract.attribution.anonymity import OPENS_CONTENT, anonymity_end, relative_end
from drawdown_cli.extract.attribution.called import by_name, called, called_near
from drawdown_cli.extract.attribution.cuewords import adverbial
from drawdown_cli.extract.attribution.heads import head_at
from drawdown_cli.extract.attribution.joining import bounded, joined, take_role
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.phrases import may_be_named, parse_phrase
from drawdown_cli.extract.attribution.progress import PEOPLE, PERSONS, POINTS
from drawdown_cli.extract.attribution.reading import (
    COMMAS,
    DASHES,
    Reading,
    begins_with_and,
    finite,
    frames,
)
from drawdown_cli.extract.attribution.shapes import ARTICLE, fused_preposition
from drawdown_cli.extract.attribution.zones import names_only
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType

_FARTHEST_COMMA = 8
_WHO_IS = ("وهو", "وهي")
_GROUPS = ("body", "organisation", "collective")
_HELD = ARTICLE + MEEM
_REFERS = ("same_before", "honorific", *POINTS)


def with_apposition(r: Reading, mention: Mention, last: int, cue: Form | None = None) -> int:
    """Take into a mention what stands beside it (names, titles, reasons for anonymity); return its end."""
    at = mention.last
    for _ in range(8):
        step = _beside(r, mention, at, last, cue)
        if step <= at:
            break
        at = step
    return at


def agrees(cue: Form | None, mention: Mention, *, before: bool = False) -> bool:
    """Whether verb and subject fit: gender always, number only where the subject comes first."""
    if cue is None or not finite(cue):
        return True
    gender, number = cue.inflection.gender, cue.inflection.number
    if mention.gender and gender and mention.gender != gender and mention.number == "s":
        return False
    return not before or number != "p" or mention.number != "s"


def may_begin(r: Reading, at: int) -> bool:
    """Whether a speaker's phrase can begin at `at`."""
    if not r.is_word(at) or r.has(at, *OPENS_CONTENT, "relative", "negation", "contrast", "break", "while"):
        return False
    if r.has(at, "plain_verb") and not r.nouns[at]:
        return False
    if head_at(r, at) is not None or r.noun(at, "given") or r.has(at, *_REFERS):
        return True
    if any(finite(form) for form in r.cues[at]):
        return False
    return not fused_preposition(r, at)


def _beside(r: Reading, mention: Mention, at: int, last: int, cue: Form | None) -> int:
    """Return the token after what stands at `at` beside a mention, or `at` where nothing does."""
    if at >= last:
        return at
    if at in r.marks.brackets and r.marks.brackets[at] - at < 12:
        return r.marks.brackets[at] + 1
    return _word_beside(r, mention, at, last, cue) or at


def _word_beside(r: Reading, mention: Mention, at: int, last: int, cue: Form | None) -> int:
    mark = r.tokens[at].text in COMMAS or r.tokens[at].text in DASHES
    word = at + mark
    if not r.is_word(word):
        return _marked_name(r, mention, word) if mark and word in r.marks.quotes else 0
    reason = by_name(r, mention, word, last) or anonymity_end(r, word, last)
    if reason:
        return reason
    if r.small[word] and r.has(word, "called", "relative", "while"):
        return _clause_beside(r, mention, word, last)
    if mark and (r.has(word + 1, "resumptive") or _tells_of_him(r, mention, word)):
        return relative_end(r, word + 1, last)  # مصدر، اتصلت به الصحيفة، …
    return _apposed(r, mention, word, last, cue) if mark else _adjoined(r, mention, word, last, cue)


def _tells_of_him(r: Reading, mention: Mention, at: int) -> bool:
    """مسؤولة سابقة، تقيم في داكار، …: a verb behind the comma tells something of somebody without a name."""
    if mention.names or mention.definite or mention.category not in PERSONS or r.articled(at):
        return False
    unknown = not (r.nouns[at] or r.small[at] or r.cues[at]) and r.norm(at).startswith((TEH, YEH))
    return unknown or (r.has(at, "plain_verb") > 0 and not r.nouns[at])


def _marked_name(r: Reading, mention: Mention, at: int) -> int:
    """رئيسة البعثة، «بينتو كيتا»، …: the name of whom a title tells stands in marks between commas."""
    close = r.marks.quotes[at]
    titled = mention.category in PERSONS and mention.definite and not mention.names
    if not titled or r.written(close + 1) not in COMMAS or not names_only(r, at):
        return 0
    mention.names, mention.type, mention.last = [(at + 1, close)], SpeakerType.PERSON, close + 1
    return close + 1


def _clause_beside(r: Reading, mention: Mention, at: int, last: int) -> int:
    """'Called X', 'who …', 'while he …': return where it ends."""
    length = r.has(at, "called")
    named = called(r, mention, at + length, last) if length else 0
    if named or (length and not r.has(at, "while")):
        return named
    end = relative_end(r, at + 1, last)
    _name_after_clause(r, mention, at, end)
    _take_trade(r, mention, at, end)
    return end


def _take_trade(r: Reading, mention: Mention, at: int, last: int) -> None:
    """'X, who is a teacher,' (وهي معلمة): what he is, told behind his name; not what he does."""
    if not mention.names or r.norm(at) not in _WHO_IS or not may_begin(r, at + 1):
        return
    what = parse_phrase(r, at + 1, last)
    if what is not None and what.head is not None and not what.names and what.category in PERSONS:
        end = mention.last
        take_role(mention, what)
        mention.last = end


def _adjoined(r: Reading, mention: Mention, at: int, last: int, cue: Form | None) -> int:
    """What stands beside a mention without a comma: 'formerly', a place, 'and' with another, a title."""
    place = 0
    unnamed = mention.category in PERSONS and not (mention.names or mention.definite)
    near = called_near(r, at, last) if unnamed and not r.has(at, "preposition") else 0
    if near:  # صاحب حانة قريبة من المعسكر يدعى فلان
        return called(r, mention, near, last)
    if r.small[at]:
        if r.has(at, "adverb") and r.norm(at).endswith(ALEF) and at + 1 < last:
            return at + 1 if r.written(at + 1) in COMMAS else 0  # سابقا، فلان
        if r.has(at, "preposition"):
            near = called_near(r, at + 1, last) if mention.category in PERSONS else 0
            named = called(r, mention, near, last) if near else 0
            place = named or _place_before(r, mention, at, last)
    beside = place or joined(r, mention, at, last) or _held_end(r, mention, at, last)
    if beside:
        return beside
    told = cue is None or "addressee" in frames(cue)
    return 0 if told or _is_target(r, at, cue) else _role_after(r, mention, at, last)


def _held_end(r: Reading, mention: Mention, at: int, last: int) -> int:
    """حركة كورو المدعومة من رواندا, المرتبطة بتنظيم القاعدة: return the end of what holds a body."""
    if mention.category not in _GROUPS or not r.norm(at).startswith(_HELD) or r.nouns[at] or at + 2 >= last:
        return 0
    length = r.has(at + 1, "preposition")
    by = length or fused_preposition(r, at + 1) or r.norm(at + 1).startswith(LAM)
    holder = parse_phrase(r, at + 1 + length, last) if by and r.is_word(at + 1 + length) else None
    if holder is None or holder.head is None:
        return 0
    return holder.first + holder.head.length if holder.category == "country" else holder.last


def _is_target(r: Reading, at: int, cue: Form | None) -> bool:
    """اتهم فلان حلفاءه: whose allies they are, no title of his."""
    title = r.noun(at, "title", "rank")
    return title is not None and bool(title.inflection.suffix) and "target" in frames(cue)


def _place_before(r: Reading, mention: Mention, at: int, last: int) -> int:
    """'The governor appointed by Kyiv, Andriy Hutsul,', 'sources in Gao, who asked': step over the place."""
    quoted = mention.category not in PERSONS and r.norm(at) == "عن"  # whom a medium quotes is no place
    if quoted or (mention.names and mention.category == "name"):
        return 0
    comma = _comma_near(r, at + 1, last)
    if not comma or comma + 1 >= last:
        return _name_after_place(r, mention, at + 1, last)
    introduced = by_name(r, mention, comma + 1, last)
    if introduced:
        return introduced
    named_there = mention.category in PERSONS and r.has(comma + 1, "called", "while")
    if anonymity_end(r, comma + 1, last) or named_there:
        return comma
    starts = may_begin(r, comma + 1) and not r.has(comma + 1, "preposition", "adverb")
    if mention.category not in PERSONS or not starts:
        return 0
    beside = parse_phrase(r, comma + 1, last)
    named = beside is not None and beside.names and bounded(r, beside.last, last)
    return comma if named else 0


def _comma_near(r: Reading, at: int, last: int) -> int:
    """Return the comma that ends a place, or 0: what is said begins before it."""
    for n in range(at, min(at + _FARTHEST_COMMA, last)):
        if r.tokens[n].text in COMMAS:
            return n
        if r.tokens[n].text == ":" or (r.small[n] and r.has(n, *OPENS_CONTENT)):
            break
    return 0


def _name_after_clause(r: Reading, mention: Mention, first: int, end: int) -> None:
    """'The governor whom Moscow installed Vladimir Saldo': the name ends the clause."""
    if mention.names or mention.category not in PERSONS:
        return
    word = next((n for n in range(first + 1, end - 1) if r.has(n, "called", "on_behalf")), end)
    for at in (word + 1, *range(end - 2, max(first, end - 5), -1)):
        if at < end and (r.noun(at, "given") or at == word + 1) and name_end(r, at, end) == end:
            mention.names, mention.type = [(at, end)], SpeakerType.PERSON
            return


def _name_after_place(r: Reading, mention: Mention, first: int, last: int) -> int:
    """'The director of the programme at Chatham House Alex Vines': the name ends the place."""
    if mention.names or mention.category not in PERSONS or not (mention.definite or mention.number == "d"):
        return 0
    if first >= last or r.small[first] or r.norm(first - 1) not in ("في", "لدي"):
        return 0
    for at in range(first + 1, min(first + 5, last)):
        if not r.is_word(at) or r.has(at, *OPENS_CONTENT, "preposition", "adverb"):
            return 0
        end = name_end(r, at, last) if r.noun(at, "given") else at
        if at == first + 1 and end == at and not r.nouns[first] and not r.nouns[at]:
            # An unknown place of one word, then a name of two or more.
            end = name_end(r, at, last)
        if (
            end > at + 1
            and may_be_named(r, mention, end)
            and (bounded(r, end, last) or mention.number != "s" or r.noun(at, "given"))
        ):
            mention.names, mention.type, mention.last = [(at, end)], SpeakerType.PERSON, end
            return end
    return 0


def _role_after(r: Reading, mention: Mention, at: int, last: int) -> int:
    """A title right after a name: 'David Schenker senior diplomat of ...'."""
    title = r.noun(at, "title", "rank")
    if title is None:
        return 0
    single = mention.head is None and mention.last == mention.first + 1 and not r.noun(mention.first, "given")
    if single and r.articled(at):
        return 0  # عاد الوزير: a verb and its subject
    many = title.inflection.number != "s" and mention.number == "s"  # اتهم فلان الجنود
    if not mention.names or begins_with_and(r, at) or title.proclitic[:1] == "ل" or many:
        return 0
    beside = parse_phrase(r, at, last)
    if beside is None or beside.names or beside.head is None:
        return 0
    return take_role(mention, beside)


def _apposed(r: Reading, mention: Mention, at: int, last: int, cue: Form | None) -> int:
    beside = _phrase_beside(r, mention, at, last)
    if beside is None or not bounded(r, beside.last, last) or not agrees(cue, beside):
        return 0
    if mention.names and beside.names and begins_with_and(r, at):
        return 0  # 'General X, and the delegate Y': two persons
    if beside.names and mention.category in PERSONS and _better_name(mention, beside):
        return _take_name(mention, beside)
    if mention.names and beside.head is not None and beside.category in PEOPLE:
        return take_role(mention, beside)
    return 0


def _phrase_beside(r: Reading, mention: Mention, at: int, last: int) -> Mention | None:
    """The noun phrase behind a comma: no verb, no 'adding', no adverb, no word before a preposition."""
    adding = adverbial(r, at) is not None
    verb = (adding or any(finite(form) for form in r.cues[at])) and not r.noun(at)
    verb = verb or (adding and r.norm(at).endswith(ALEF))  # مشيرا is 'pointing', no marshal
    name = r.noun(at, "given") is not None and not r.tokens[at].text.endswith(ALEF_MAKSURA)
    if verb or (r.has(at, "preposition", "adverb") and not name) or not may_begin(r, at):
        return None
    beside = parse_phrase(r, at, last)
    if beside is None:
        return None
    bare = beside.head is None and beside.last == at + 1 and not r.noun(at, "given")
    if bare and (r.has(beside.last, "preposition") or r.norm(beside.last).startswith(LAM)):
        return None
    if mention.number != "s" and beside.names and begins_with_and(r, beside.last):
        joined(r, beside, beside.last, last)
    elif mention.names and beside.category == "title" and begins_with_and(r, beside.last):
        _second_office(r, beside, last)
    return beside


def _second_office(r: Reading, beside: Mention, last: int) -> None:
    """'X, leader of the party and member of parliament,': both offices stand between the commas."""
    second = parse_phrase(r, beside.last, last) if not beside.names else None
    if second is not None and second.category == "title" and not second.names and second.number == "s":
        beside.role, beside.last = (beside.role[0], second.last), second.last


def _take_name(mention: Mention, beside: Mention) -> int:
    """Give a title the name beside it; offices that 'and' added are then one person's."""
    mention.names, mention.type = beside.names, SpeakerType.PERSON
    mention.last = beside.last
    if beside.role[0] < beside.role[1]:
        mention.roles.append(beside.role)
    mention.gender = beside.gender or mention.gender
    if mention.extra and not any(other.names for other in mention.extra):
        mention.roles += [other.role for other in mention.extra]
        mention.extra, mention.number = [], "s"
    mention.extra += beside.extra
    return beside.last


def _better_name(mention: Mention, beside: Mention) -> bool:
    """One word after a title, then a whole name between commas: the word was an adjective or a place."""
    if not mention.names:
        return True
    one_word = mention.names[0][1] - mention.names[0][0] == 1
    whole = beside.names[0][1] - beside.names[0][0] > 1
    return one_word and whole and beside.head is None
