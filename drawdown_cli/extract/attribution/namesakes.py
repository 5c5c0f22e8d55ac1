"""Titles, trades, places and groups that are names all the same: حسن شيخ محمود, رامي الحداد."""

from __future__ import annotations

from drawdown_cli.arabic.letters import (
    ALEF,
    ALEF_HAMZA_ABOVE,
    ALEF_MAKSURA,
    BEH,
    HAMZA,
    HEH,
    LAM,
    TEH,
    TEH_MARBUTA,
    WAW,
    YEH,
)
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.progress import ENDS
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, begins_with_and, finite
from drawdown_cli.extract.attribution.shapes import ARTICLE, SHORTEST_VERBAL_NOUN, verbal_noun_shape
from drawdown_cli.lexicon import Form
from drawdown_cli.models import TokenKind

BOUNDS = (*ENDS, "preposition", "adverb", "asking", "that_not", "plain_verb")
_FATHATAN = "\N{ARABIC FATHATAN}"
_HEARERS = ("title", "anonymous", "collective")
_HEADS = ("title", "rank", "anonymous", "collective", "body", "media", "document", "organisation", "country")


def is_other_noun(r: Reading, at: int, words: int) -> bool:
    """A title, a body or an adjective; but titles stand in names too: حسن شيخ محمود, رامي الحاج."""
    surname = words > 0 and r.articled(at)
    title = r.noun(at, "title", "rank")
    if words and title and title.inflection.number == "s" and not r.noun(at, "body", "country"):
        if (surname and title.entry.features.get("trade")) or _personal(r, at, title):
            return False
        if surname:
            spokesman = r.norm(at + 1) in ("باسم", "العام")
            alone = not r.is_word(at + 1) or ends_name(r, at + 1) or r.norm(at + 1).startswith(LAM)
            event = verbal_noun_shape(r.norm(at + 1)) or r.has(at + 1, "masdar") > 0
            alone = alone or (event and not r.nouns[at + 1])  # أعلن حسين الشيخ انسحاب القوات
            # توماس ريدل المحلل في مركز: what is his title of, unless it is a name as well.
            office = r.norm(at + 1) in ("في", "عن") and not title.entry.feature("personal")
            alone = alone and not (office and r.noun(at + 2) is not None)
            return spokesman or not alone
        return not (_within_name(r, at) or _last_word(r, at, words))
    head = r.noun(at, *_HEADS)
    if words and head is not None and (_accusative_place(r, at, head) or _of_nothing(r, at, head)):
        return False
    if head is not None:
        return not (_is_surname(r, at, head, words) or (not words and _first_name(r, at, head)))
    return r.noun(at, "nisba", "adjective") is not None and not words and not _unlike_its_title(r, at)


def _personal(r: Reading, at: int, title: Form) -> bool:
    """كامل صاحب السعدي, محمد مختار الخطيب: a title that is a name, with a surname behind it that ends all."""
    kind = title.entry.feature("personal")
    if not kind or title.proclitic not in ("", ARTICLE) or not r.articled(at + 1):
        return False
    ended = not r.is_word(at + 2) or ends_name(r, at + 2)
    known = r.nouns[at + 1] and r.noun(at + 1, "title", "rank", "given") is None
    shaped = kind != "surname" or is_surname_shape(r, at + 1)
    return ended and shaped and not known and not r.norm(at + 1).endswith(HEH)


def _unlike_its_title(r: Reading, at: int) -> bool:
    """سورين behind 'the minister of defence': no adjective, for it lacks the article; a name follows it."""
    following = r.is_word(at + 1) and not (r.nouns[at + 1] or r.small[at + 1] or r.cues[at + 1])
    return r.articled(at - 1) and not r.articled(at) and following and not r.articled(at + 1)


def _is_surname(r: Reading, at: int, head: Form, words: int) -> bool:
    """A group's word at the end of a name: محمد علي الحوثي."""
    if not words or (r.is_word(at + 1) and not ends_name(r, at + 1)) or head.inflection.number == "p":
        return False
    if head.entry.sense in ("organisation", "country") and head.proclitic == ARTICLE:
        return r.norm(at).endswith(YEH)
    return words == 1 and head.entry.sense in ("collective", "organisation") and not head.proclitic


def _accusative_place(r: Reading, at: int, head: Form) -> bool:
    """بيروتا is a surname, no Beirut: the press gives places no accusative."""
    place = head.entry.sense == "country" and head.length == 1
    return place and r.norm(at).endswith(ALEF) and head.entry.word[-1] not in (ALEF, ALEF_MAKSURA, HAMZA)


def _of_nothing(r: Reading, at: int, head: Form) -> bool:
    """كبيري, وزيري: what would be two chiefs or ministers of something, where nothing follows."""
    annexed = head.inflection.number == "d" and not head.proclitic and r.norm(at).endswith(YEH)
    return annexed and (not r.is_word(at + 1) or ends_name(r, at + 1))


def _first_name(r: Reading, at: int, head: Form) -> bool:
    """أمين after 'the analyst', سانا after 'of Finland': a bare word that has a name right behind it."""
    if head.inflection.number == "d" and r.norm(at).endswith(YEH) and not head.proclitic:
        # الجنرال سلطاني ماكينغا: no 'two sultans of'
        return _ranked(r, at - 1) and r.is_word(at + 1) and not (r.nouns[at + 1] or r.articled(at + 1))
    if head.entry.sense in ("media", "country") and head.length == 1 and not head.proclitic:
        before = at - 2 if r.written(at - 1) in COMMAS else at - 1  # رئيسة الوزراء الإيطالية، جورجيا ميلوني
        behind = is_definite_word(r, before) or r.noun(before, "country") is not None
        accused = r.norm(at + 1).startswith(BEH + ARTICLE)  # اتهم الرئيس الكونغولي رواندا بالعدوان
        return behind and not accused and surname_ends(r, at + 1)
    if not (r.articled(at - 1) or _ranked(r, at - 1)) or r.has(at + 1, "preposition"):
        return False
    if head.inflection.number == "p" and not head.proclitic and r.noun(at - 1, "rank"):
        return r.is_word(at + 1) and not ends_name(r, at + 1)  # اللواء مراجع العبيدي
    form = r.noun(at, "title")
    alone = form is not None and not form.proclitic and not form.inflection.suffix and not r.is_word(at + 1)
    return _within_name(r, at) or (alone and r.noun(at - 1, "title", "rank") is not None)


def _ranked(r: Reading, at: int) -> bool:
    """بالجنرال: a rank with the article behind a preposition."""
    form = r.noun(at, "rank", "title")
    return form is not None and form.proclitic.endswith((ARTICLE, LAM + LAM))


def _last_word(r: Reading, at: int, words: int) -> bool:
    """A bare title where a name of one word lacks its second: Hasan Sheikh."""
    form = r.noun(at, "title", "rank")
    plain = form is not None and not (form.proclitic or form.inflection.suffix) and not _whose(r, at)
    # شهباز ملك met the minister: a title without an article begins what the verb takes.
    personal = form is not None and bool(form.entry.feature("personal"))
    taken = personal and r.noun(at + 1, "title", "rank") is not None and not r.articled(at + 1)
    if r.articled(at + 1) and (words > 1 or not personal):
        return False  # جيمس ووكر كبير المفاوضين: whose chief he is
    if words > 1 and plain and form is not None and r.norm(at).endswith(ALEF) and form.entry.word[-1] != ALEF:
        return False  # يعمل جان مبالا حارسا
    return plain and (not r.is_word(at + 1) or ends_name(r, at + 1) or taken)


def _whose(r: Reading, at: int) -> bool:
    """فقدت X Y زوجها: what is listed with a pronoun."""
    return r.norm(at).endswith(("ها", "هم"))


def _within_name(r: Reading, at: int) -> bool:
    """Whether a bare title has a name, not what it is a title of, right after it."""
    form = r.noun(at, "title", "rank")
    if form is None or form.proclitic or form.inflection.suffix or form.inflection.number != "s":
        return False
    unknown = not r.nouns[at + 1 : at + 2][0] and not r.articled(at + 1) if r.is_word(at + 1) else False
    surname = r.articled(at - 1) and is_surname_shape(r, at + 1)
    former = r.has(at + 2, "adverb") and r.norm(at + 2).endswith(ALEF)  # قائد زورق سابقا
    whole = unknown and not ends_name(r, at + 1) and not former
    return r.noun(at + 1, "given", "nameparticle") is not None or surname or whole


def is_surname_shape(r: Reading, at: int) -> bool:
    """Whether an unknown word has the article and the ending of a surname: القاسمي."""
    return r.articled(at) and r.norm(at).endswith(YEH) and not (r.nouns[at] or r.cues[at])


def ends_name(r: Reading, at: int) -> bool:
    """Whether a word can follow a name, and be none of it: a particle, 'and', a verb, a hearer."""
    spoken = r.has(at, *BOUNDS) > 0 or any(finite(form) for form in r.cues[at])
    return spoken or begins_with_and(r, at) or told(r, at)


def told(r: Reading, at: int) -> bool:
    """Whether a word is whom it is said to (لرويترز, للصحفيين), or 'his saying' behind a carrier."""
    if any(form.inflection.form == "masdar" and form.inflection.suffix for form in r.cues[at]):
        return not r.nouns[at]
    norm = r.norm(at)
    if not norm.startswith((LAM, ARTICLE)):
        return False
    return any(_hears(form, norm) for form in r.nouns[at])


def _hears(form: Form, norm: str) -> bool:
    """للصحفيين, لمسؤولين, لرويترز, الصحفيين: several persons, or a medium behind 'to'."""
    sense, lead = form.entry.sense, form.proclitic
    if sense == "media":
        return lead.startswith(LAM)
    if form.inflection.number != "p" or sense not in _HEARERS:
        return False
    plain = lead == LAM and sense == "collective"  # لدول الخليج
    return not plain and (lead.startswith(LAM) or (lead == ARTICLE and norm.endswith("ين")))


def begins_object(r: Reading, at: int) -> bool:
    """Whether no name begins here, but an object: a verbal noun of something, an accusative, 'another'.

    رفض الضابط تحديد مواعيد, نقل جزءًا, نقل جزءا آخر
    """
    text, norm, following = r.tokens[at].text, r.norm(at), at + 1
    if _FATHATAN in text or (r.small[following] and r.has(following, "another")):
        return True
    if (norm.startswith(LAM) and _tells_paper(r, at)) or _is_state(r, at):
        return True
    if not r.is_word(following):  # الضابط البالغ 48 عاما
        return r.articled(at) and following < r.size and r.tokens[following].kind is TokenKind.NUMBER
    if r.nouns[at]:
        return False
    feminine = text.endswith(TEH_MARBUTA)
    plain = len(norm) == SHORTEST_VERBAL_NOUN and norm[0] == TEH and (norm[3] == YEH != norm[1] or feminine)
    event = verbal_noun_shape(norm) and text[0] != ALEF_HAMZA_ABOVE and r.articled(following)  # no أعياد
    fixed = norm.endswith(ALEF) and r.norm(following).startswith(LAM) and r.articled(following + 1)
    named = not (plain or event or fixed) or r.noun(following, "given") is not None
    return not named and not ends_name(r, following)


def _tells_paper(r: Reading, at: int) -> bool:
    """دبلوماسي جزائري لصحراء ميديا: whom an unnamed one tells."""
    some = r.noun(at - 1, "nisba", "adjective") is not None and not r.articled(at - 1)
    return some and r.noun(at - 2, "anonymous") is not None and not r.noun(at, "given")


def tells_how(r: Reading, at: int) -> bool:
    """جلس عمر باشا وحيدا, بدت آن لاغارد واثقة: how somebody does something, behind his whole name."""
    norm = r.norm(at)
    if r.nouns[at] or r.articled(at) or r.vocabulary[norm] > 1:
        return False
    if r.tokens[at].text.endswith(TEH_MARBUTA):
        return not r.is_word(at + 1) or r.has(at + 1, "preposition", "adverb") > 0
    country = r.noun(at + 1, "country") is not None and not r.articled(at + 1)  # شوغل كوكالا مايغا فرنسا
    shaped = len(norm) == SHORTEST_VERBAL_NOUN and norm[2] == YEH and norm.endswith(ALEF)
    return shaped and not country


def _is_state(r: Reading, at: int) -> bool:
    """بدا الجنرال واثقا خلال اللقاء: فاعلا behind a title tells how he is, where no words of his follow."""
    norm = r.norm(at)
    if len(norm) != SHORTEST_VERBAL_NOUN or norm[1] != ALEF or norm[-1] != ALEF or r.nouns[at]:
        return False
    titled = r.noun(at - 1, "title", "rank", "adjective", "portfolio") is not None and r.articled(at - 1)
    ended = not r.is_word(at + 1) or r.has(at + 1, "preposition", "adverb", "while") > 0
    return titled and r.vocabulary[norm] == 1 and ended


def surname_in_ba(r: Reading, at: int) -> bool:
    """باعشن, باسلامة, بالحاج, بالرابحي: a surname that begins like 'with', where a name ends."""
    norm = r.norm(at)
    if not norm.startswith(BEH) or (r.is_word(at + 1) and not ends_name(r, at + 1)):
        return False
    title = r.noun(at, "title", "rank")
    if title is not None and title.proclitic.startswith(BEH):
        return bool(title.entry.feature("personal")) and title.proclitic == BEH + ARTICLE
    if r.nouns[at] or r.cues[at] or r.small[at]:
        return False
    if norm.startswith(BEH + ARTICLE):
        return norm.endswith((YEH, WAW))
    return norm.startswith(BEH + ALEF) and not verbal_noun_shape(norm[1:].removesuffix(HEH))


def surname_ends(r: Reading, at: int) -> bool:
    """Whether one unknown word and then a mark or 'that' follows: فان ديرفال: …"""
    if not r.is_word(at) or r.nouns[at] or r.small[at] or r.articled(at):
        return False
    return not r.is_word(at + 1) or r.has(at + 1, "complementiser", "adverb") > 0
