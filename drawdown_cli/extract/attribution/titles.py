"""Titles and bodies: which words of a noun phrase come before a speaker's name."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, ALEF_MAKSURA, BEH, HEH, LAM, TEH_MARBUTA, WAW, YEH
from drawdown_cli.extract.attribution.adjectives import (
    adjectival,
    feminine_pair,
    nisba_shape,
)
from drawdown_cli.extract.attribution.ahead import place_length, to_rank
from drawdown_cli.extract.attribution.closed import closed_step, group_step, in_construct
from drawdown_cli.extract.attribution.fields import familiar_with, formula
from drawdown_cli.extract.attribution.heads import head_at, is_definite_word, kind_of_medium
from drawdown_cli.extract.attribution.links import body_in_marks_of, link
from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.progress import ENDS, PERSONS, State, name_may_follow
from drawdown_cli.extract.attribution.reading import (
    COMMAS,
    DASHES,
    Reading,
    begins_with_and,
    finite,
    is_definite,
)
from drawdown_cli.extract.attribution.shapes import ARTICLE, looks_like_verbal_noun
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

_LONGEST_NAME_IN_MARKS = 6
_LONGEST_ANNEXED = 4
_TELLS = frozenset({"addressee", BEH})
_SON_OF = ("بن", "ولد", "ابن")
_DESCRIBE = ("nisba", "rank", "portfolio", "adjective")  # الفريق أول الركن عبد الفتاح
_SMALL_STEPS = ("concerned", "this", "semi", "acquainted", "honorific")
_VERB_AND_IT = ("ته", "تها")


def extend(state: State, closed_to: frozenset[str]) -> None:
    """Read on over all that belongs to the title or the body."""
    while state.at < state.last:
        step = _step(state, closed_to) or to_rank(state)
        if not step:
            return
        state.at += step


def _step(state: State, closed_to: frozenset[str]) -> int:
    """Return how many tokens at the state's place belong to the phrase."""
    r, at = state.r, state.at
    if not r.is_word(at):
        return _numbered(state) or _marked_step(state)
    found = _small_step(state) or link(state, closed_to) or body_in_marks_of(state)
    if found:
        return found
    ended = r.norm(at) in (BEH, LAM) or (r.small[at] and _ended(state))  # بـ«…»
    ended = ended or (
        "amount" in closed_to and r.has(at, "measure", "dontname") > 0
    )  # يقدر خبراء عدد المقاتلين
    if ended or (state.category == "document" and _spread(r, at)) or _is_told(state, closed_to):
        return 0
    return _whole(state) or _noun_step(state)


def _is_told(state: State, closed_to: frozenset[str]) -> bool:
    """أفاد سائق شاحنة وكالة رويترز: whom the verb tells, no part of who does."""
    form = state.r.noun(state.at, "media")
    later = closed_to & _TELLS and form is not None and state.at > state.start + 1
    return bool(later) and form is not None and not form.proclitic


def _spread(r: Reading, at: int) -> bool:
    """Whether a verb with its object follows a text: 'a statement that the paper followed' (بيان تابعته)."""
    told = any(finite(form) and form.inflection.suffix for form in r.cues[at])
    unknown = not (r.nouns[at] or r.small[at] or r.cues[at])
    return told or (unknown and r.tokens[at].text.endswith(_VERB_AND_IT))


def _ended(state: State) -> bool:
    """Whether a small word ends the phrase: a particle, a preposition or an adverb that is no name."""
    r, at = state.r, state.at
    by = r.has(at, "known_by")  # معروف باسم أبو كريم
    if by and r.norm(at + by).startswith(BEH):
        return True
    if r.has(at, *ENDS) or _by_name(state) or (r.has(at, "plain_verb") and not r.nouns[at]):
        return True
    known = r.noun(at, "given", "adjective", "media") and not r.tokens[at].text.endswith(ALEF_MAKSURA)
    return r.has(at, "preposition", "adverb") > 0 and not known


def _whole(state: State) -> int:
    """A kind of place with its name (بلدة دينسور), or a movement's word with its number (إم 23)."""
    r, at = state.r, state.at
    if state.closed:
        return 0
    place = place_length(r, at, state.last) if state.category in PERSONS else 0
    own = r.has(at - 1, "naming") and head_at(r, at) is None and at + 1 < state.last
    numbered = own and r.tokens[at + 1].kind is TokenKind.NUMBER
    length = place or 2 * bool(numbered)
    if length:
        state.closed, state.described, state.inner = True, False, "body"
        state.definite = state.definite or not state.linked
    return length


def _small_step(state: State) -> int:
    """An initial (د.), 'multi-', 'semi-', 'these', 'general', 'familiar'."""
    r, at = state.r, state.at
    if state.closed and len(r.norm(at)) == 1 and r.norm(at + 1) == ".":
        return 2
    if not r.small[at] or not r.has(at, *_SMALL_STEPS):
        return int(_is_general(r, at))
    if r.has(at, "concerned") and r.norm(at + 1).startswith(BEH) and not r.noun(at + 1, "given"):
        # المعني بحالة حقوق الإنسان: a word without article goes on with what it is of.
        state.closed, state.inner, state.linked = is_definite_word(r, at + 1), "body", True
        state.described = False
        return 2
    day = r.has(at, "adverb") > 1 or r.has(at + 1, "adverb") > 0  # هذا الأسبوع
    if r.has(at, "this") and r.articled(at + 1) and not (state.closed or day):
        return 1
    # المبعوث غير المقيم; but المبعوث غير بيدرسن is a name.
    given = r.noun(at, "given") is not None  # النائبة عالية السوداني
    small = r.articled(at + 1) and not given if state.closed else state.category == "anonymous"
    if r.has(at, "semi") and small:
        return 1 + r.articled(at + 1)
    knows = r.has(at, "acquainted") if state.category == "anonymous" else 0
    if knows > 1:  # على صلة بالمجلس
        knows += familiar_with(r, at + knows, state.last, ENDS)
    return knows or _honour(state) or int(_is_general(r, at))


def _honour(state: State) -> int:
    """وزير الدفاع معالي عبد القادر نور: an honour before the name."""
    r, at = state.r, state.at
    named = state.closed and r.noun(at + 1, "given", "nameparticle", "title", "rank") is not None
    return r.has(at, "honorific") if named else 0


def _numbered(state: State) -> int:
    """'حركة 23 مارس': the number and the word after it, right behind a body's first word."""
    r, at = state.r, state.at
    if r.tokens[at].kind is not TokenKind.NUMBER or state.inner not in ("body", "media"):
        return formula(r, at) if state.category in PERSONS and state.closed else 0
    return 2 if state.category == "body" and not state.closed and r.is_word(at + 1) else formula(r, at) or 1


def _marked_step(state: State) -> int:
    r, at, brackets = state.r, state.at, state.r.marks.brackets
    if at in r.marks.quotes:
        return _name_in_marks(state)
    if r.tokens[at].text in DASHES:  # العلاقات الروسية - العربية; a remark between dashes is no name
        return 2 * all(r.noun(n, "nisba", "adjective") for n in (at - 1, at + 1))
    return brackets[at] + 1 - at if brackets.get(at, at + 99) - at <= _LONGEST_NAME_IN_MARKS else 0


def _is_general(r: Reading, at: int) -> bool:
    """'العام' is a year, but after the secretary or the director it is his title."""
    return r.norm(at) == "العام" and r.noun(at - 1, "title", "portfolio") is not None


def _name_in_marks(state: State) -> int:
    r, at = state.r, state.at
    close = r.marks.quotes[at]
    foe = r.noun(at + 1, "organisation") if close == at + 2 else None  # تحالف محاربة «داعش»
    outlet = r.noun(at + 1, "media") is not None or r.has(close + 1, "complementiser") > 0
    if state.category == "anonymous" and at == state.start + 1 and close - at <= 3 and outlet:
        return close + 1 - at  # مصادر «الشرق الأوسط»
    body = not r.articled(at - 1) and (r.noun(at - 1, "body") or r.noun(at + 1, "body") or foe) is not None
    behalf = r.norm(at - 1) in ("باسم", ARTICLE)  # باسم الـ«يونيفيل»
    medium = state.category == "media" and kind_of_medium(r, state.start) and not r.has(at + 1, "negation")
    # الحركة «الدول الضامنة»: whom a movement calls upon.
    other = r.articled(at - 1) and r.noun(at - 1, "body") and r.noun(at + 1, "body", "collective", "title")
    people = r.noun(at - 1, "collective")
    band = people is not None and at == state.start + 1 and in_construct(r, at - 1, people)
    named = medium or band or (r.has(at - 1, "naming") and not other) or behalf or body
    named = named or _annexed_marks(state, close)
    person = close - at <= 4 and state.category in PERSONS
    # 'The commander of "X" So-and-so': a title that still lacks its body, a name behind the marks.
    placed = 2 * (r.norm(close + 1) == "في" and r.is_word(close + 2))
    name = close + 1 + placed
    whole = (
        not state.closed and name_may_follow(r, name) and name_end(r, name, state.last) > name + placed // 2
    )
    held_by = r.written(close + 1) in COMMAS and not r.articled(at - 1) and not r.has(at + 1, "negation")
    whole = whole or (held_by and close - at == 2 and state.at == state.start + 1)
    nickname = person and (whole or r.noun(close + 1, "rank", "given") is not None)
    if not 1 < close - at <= _LONGEST_NAME_IN_MARKS or not (named or nickname):
        return 0
    state.closed = state.definite = True
    body = r.noun(at - 1, "body", "organisation", "media") is not None
    if r.articled(at - 1) and r.has(at - 1, "naming") and not body:
        state.called = (at + 1, close)  # الملقب «أبو حرب»
    return close + 1 - at + (placed if whole else 0)


def _annexed_marks(state: State, close: int) -> bool:
    """قائد «كفور» إلى, تقرير «الغارديان» إن: a bare title or text before marks, then more."""
    r, at = state.r, state.at
    head = head_at(r, state.start)
    bare = at == state.start + 1 and not state.closed and state.category in ("title", "document")
    if not bare or head is None or head.entry.features.get("trade") or close - at > _LONGEST_ANNEXED:
        return False
    said = r.has(at + 1, "negation", "complementiser") or any(map(finite, r.cues[at + 1]))
    return not said and r.has(close + 1, "preposition", "complementiser", "adverb") > 0


def _noun_step(state: State) -> int:
    r, at = state.r, state.at
    head = head_at(r, at)
    if _begins_another(state, head) or _of_no_annexed(state):
        return 0
    if state.closed:
        return closed_step(state, head)
    if r.articled(at):
        state.closed = True
        state.inner = head.entry.sense if head and head.entry.sense != "country" else "body"
        state.definite = state.definite or not state.linked
        return head.length if head else 1
    if head is not None and state.described and (head.entry.sense == "media" or _of_another(state, head)):
        return 0
    described = r.noun(at, "nisba") and r.noun(at + 1, "adjective") and not r.articled(at + 1)
    head = None if described and not state.linked else head  # مصادر سورية مطلعة
    if head is not None and (head.entry.sense in ("country", "organisation") or not r.noun(at, "adjective")):
        whole = head.length > 1 and r.articled(at + head.length - 1)  # رئيس الوزراء
        state.closed = whole or head.entry.sense in ("organisation", "country", "rank") or is_definite(head)
        state.definite = state.definite or (state.closed and not state.linked)
        state.inner = state.inner if head.entry.sense == "country" else head.entry.sense
        state.described = False
        return head.length
    return group_step(state) or _construct_step(state)


def _of_another(state: State, head: Form) -> bool:
    """مسؤول حكومي قوات الدعم: behind an adjective in ي nothing is annexed, so another phrase begins."""
    r, before = state.r, state.at - 1
    ended = r.tokens[before].text.endswith((YEH, YEH + TEH_MARBUTA, "يون", "يين", "يان"))
    some = ended and before > state.start and not r.articled(before) and not state.linked
    if not some or head.proclitic or r.noun(state.at, "nisba", "adjective", "given"):
        return False
    return head.entry.sense not in PERSONS or head.inflection.number in ("p", "d")


def _begins_another(state: State, head: Form | None) -> bool:
    """Whether the word is 'and …' that no rule took, a verb, or 'to somebody'."""
    r, at = state.r, state.at
    if (begins_with_and(r, at) and (r.noun(at) or state.closed)) or _issued(state, head):
        return True
    if (
        state.category == "media"
        and head is not None
        and head.entry.sense in PERSONS
        and not is_definite(head)
        and not (at == state.start + 1 and kind_of_medium(r, state.start))  # شبكة أطباء
    ):
        return True  # قال لرويترز مصدران
    if state.closed and r.articled(at) and r.noun(at + 1, "nameparticle") and not r.noun(at, *_DESCRIBE):
        # المختار ولد سيدي: a name begins; but الصدري عبد الله is an adjective and a name.
        relative = r.norm(at).endswith((YEH, YEH + HEH))  # الحركة الإسلامية عبد العزيز
        return not relative or r.norm(at + 1) in _SON_OF
    if not r.nouns[at] and any(
        finite(form) or form.inflection.suffix or _adverb(form, r.norm(at)) for form in r.cues[at]
    ):
        return True
    if r.articled(at) and r.has(at, "speaking_noun") and r.has(at + 1, "complementiser"):
        return True  # نسبت إلى ضابط كبير القول إن
    return head is not None and head.proclitic.removeprefix(WAW)[:1] in ("ل", "ب", "ك")


def _issued(state: State, head: Form | None) -> bool:
    """نشرت صحيفة لوموند تقريرا, أصدرت الوزارة بيانا: a text in the accusative is what somebody has issued."""
    text = head is not None and head.entry.sense == "document" and state.category not in PERSONS
    return text and state.r.norm(state.at).endswith(ALEF) and state.category != "document"


def _by_name(state: State) -> bool:
    """المعروف بأبي الليث, الملقب «أبو حرب»: what somebody is also called is none of his title."""
    r, at = state.r, state.at
    if not r.has(at, "naming") or not r.articled(at) or r.noun(at, "body", "organisation", "collective"):
        return False
    marked = at + 1 in r.marks.quotes and state.category in PERSONS
    return marked or r.norm(at + 1).startswith(BEH)


def _of_no_annexed(state: State) -> bool:
    """صحفيون المتحدثة: a plural or a dual that keeps its nun is annexed to nothing, they are two phrases."""
    r, at = state.r, state.at
    if not state.several or at != state.start + 1:
        return False
    ending = "ون" if state.plural else "ان"  # سكان البلدة are a broken plural
    sound = r.noun(at - 1, "title", "anonymous", "collective") is not None
    return sound and r.norm(at - 1).endswith(ending) and r.articled(at) and not is_definite_word(r, at - 1)


def _adverb(form: Form, norm: str) -> bool:
    """Whether a participle tells how he spoke ('refusing'), not what he is."""
    return form.inflection.form == "participle" and norm.endswith(ALEF)


def _construct_step(state: State) -> int:
    """The next bare word of an open construct: what the title or body is of, or an indefinite adjective."""
    r, at = state.r, state.at
    norm = r.norm(at)
    accusative = norm.endswith("يا") and at == state.start + 1 and r.norm(at - 1).endswith(ALEF)
    if accusative or r.noun(at, "nisba", "adjective", "portfolio"):
        # منسقا إغاثيا: an unknown adjective in the accusative, as its noun is
        state.described = state.described or accusative or r.noun(at, "nisba", "adjective") is not None
        return 1
    if r.noun(at, "given", "nameparticle") and state.category in PERSONS:
        return 0
    if (
        state.inner in ("anonymous", "collective")
        and r.has(at, "place_head")
        and r.is_word(at + 1)
        and not r.small[at + 1]
    ):
        return 2 + (r.noun(at + 1, "nameparticle") is not None and r.is_word(at + 2))
    # After an indefinite adjective nothing is annexed any more: دبلوماسي أفريقي حضر.
    if state.described or state.inner in ("anonymous", "collective", "document"):
        of_what = state.inner == "document" and looks_like_verbal_noun(r, at) and r.articled(at + 1)
        # قانون تفويض الدفاع
        return int(of_what or (adjectival(norm) and (norm[0] != ALEF or nisba_shape(norm))))
    if state.inner == "body" and feminine_pair(r, at):
        state.described = True
        return 1
    adjective = adjectival(norm) and not (state.masculine and at == state.start + 1 and norm.endswith(HEH))
    state.closed = state.softly = not adjective or state.inner in ("body", "media")
    state.definite = state.definite or (state.closed and not state.linked)
    return 1
