"""The noun that can head a speaker's phrase, where one word has several readings."""

from __future__ import annotations

from drawdown_cli.arabic.letters import BEH, FATHA, FEH, LAM, TEH_MARBUTA, WAW, YEH
from drawdown_cli.extract.attribution.progress import PEOPLE, PERSONS
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and, is_definite
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.lexicon import Form

_NEAR = 5
_ORDER = ("organisation", "country", "media", "rank", "title", "anonymous", "collective", "body", "document")


def head_at(r: Reading, index: int) -> Form | None:
    """Return the noun at `index` that can head a speaker's phrase, the longest and most telling one."""
    if index not in r.heads:
        r.heads[index] = _find_head(r, index) if index < r.size and r.nouns[index] else None
    return r.heads[index]


def _find_head(r: Reading, index: int) -> Form | None:
    forms = [form for form in r.nouns[index] if form.entry.sense in _ORDER and not _timed(r, index, form)]
    beside = r.has(index - 1, "preposition") > 1  # إلى جانب
    if not forms or beside or (forms[0].inflection.number == "d" and r.noun(index, "given")):
        return None
    if r.norm(index).startswith(WAW) and not all(form.proclitic for form in r.nouns[index]):
        # واحدة is 'one', no 'and one of'.
        forms = [form for form in forms if not form.proclitic.startswith(WAW)]
    if not forms:
        return None
    if _first_name(r, index, forms):
        return None
    if len(forms) == 1:
        return forms[0]
    longest = max(form.length for form in forms)
    best = [form for form in forms if form.length == longest]
    if len(best) == 1:
        return best[0]
    if r.norm(index).endswith(YEH):
        best = [form for form in best if _ends_in_yeh(form)][:1] or best
    annexed = is_definite_word(r, index + 1) or r.noun(index + 1, "portfolio", "body") is not None
    dual = longest == 1 and r.norm(index).endswith("ا") and annexed and not r.norm(index + 1).endswith("ا")
    return min(
        best,
        key=lambda form: (
            _suffix_order(r, index, form),
            _rank_of(r, index, form),
            _number_order(form, dual=dual or _oblique_dual(r, index)),
        ),
    )


def _ends_in_yeh(form: Form) -> bool:
    """محامي عائلات الضحايا: one whose own word ends so, rather than two or many of something."""
    single = form.inflection.number == "s" and not form.inflection.suffix
    return single and form.entry.word.endswith(YEH) and form.entry.sense in PERSONS


def _first_name(r: Reading, index: int, forms: list[Form]) -> bool:
    """أمينة عبد الرحيم: a bare title that is a first name too, right before a name."""
    if r.noun(index + 1, "given", "nameparticle") is None:
        return False
    return all(form.entry.features.get("given") and not form.proclitic for form in forms)


def _timed(r: Reading, index: int, form: Form) -> bool:
    """'Russia announced today': روسيا اليوم is a medium only behind 'to', 'channel' or 'reporter'."""
    if not form.entry.features.get("timed") or form.proclitic.removeprefix(WAW):
        return False
    governed = r.has(index - 1, "preposition", "according") > 0 or index - 1 in r.marks.quotes
    return not (governed or r.noun(index - 1, "media", "title"))


def _suffix_order(r: Reading, index: int, form: Form) -> bool:
    """'وزيرة' is a woman and 'وزيره' his minister, where the text keeps the two endings apart."""
    own = r.tokens[index].text.endswith("ه") and r.keeps_teh_marbuta
    return bool(form.inflection.suffix) != own


def _oblique_dual(r: Reading, index: int) -> bool:
    """مسؤولَين, مسؤولين اثنين … قولهما: what shows that 'ين' is the ending of two."""
    if not r.norm(index).endswith("ين"):
        return False
    if YEH in r.tokens[index].text and FATHA + YEH in r.tokens[index].text:
        return True
    near = (r.norm(n) for n in range(index + 1, index + _NEAR) if r.is_word(n))
    return any(word == "اثنين" or word.endswith("هما") for word in near)


def _number_order(form: Form, *, dual: bool) -> int:
    """'ين' is a plural rather than a dual; 'رئيسا' before a definite noun is a dual, not an accusative."""
    return ("dsp" if dual else "psd").index(form.inflection.number or "s")


def _rank_of(r: Reading, index: int, form: Form) -> int:
    sense = form.entry.sense
    # اللواء before a name is a general; لواء الفرسان is a brigade.
    if sense == "rank" and not is_definite(form) and not r.noun(index + 1, "given"):
        return len(_ORDER)
    # أطراف and مصادر are plurals of what they are listed as, not of a body.
    return _ORDER.index(sense)


def _so(r: Reading, index: int) -> bool:
    """Whether a word has 'so' written onto it: فالرجل, but not فالح."""
    return any(form.proclitic.startswith("ف") for form in r.nouns[index])


def is_definite_word(r: Reading, index: int) -> bool:
    """Whether a word has the article, alone or after a preposition."""
    norm = r.norm(index)
    joined = norm.startswith((WAW, FEH)) and (begins_with_and(r, index) or _so(r, index))
    bare = norm[1:] if joined else norm
    return bare.startswith((ARTICLE, LAM + LAM, "ب" + ARTICLE, "ك" + ARTICLE))


def kind_of_medium(r: Reading, at: int) -> bool:
    """Whether a word is a kind of medium, that may have a name behind it: صحيفة, not رويترز."""
    form = r.noun(at, "media")
    return form is not None and bool(form.entry.features.get("plural"))


def closes(head: Form) -> bool:
    """Return whether only adjectives can follow before a name: the head is definite, a rank or a proper name.

    القائم بأعمال is definite, but goes on with whose affairs they are.
    """
    if head.length > 1:
        last = head.entry.word.rpartition(" ")[2]
        if last.startswith(BEH) and not last.startswith(BEH + ARTICLE):
            return False
    return is_definite(head) or head.entry.sense in ("rank", "organisation", "country")


def agreement(head: Form) -> tuple[str, str]:
    """Return gender and number of what a noun's verb shows: of sources the feminine singular."""
    inflection, entry = head.inflection, head.entry
    gender = entry.feature("gender") or inflection.gender
    number = inflection.number or "s"
    if entry.sense in PERSONS and entry.word.endswith(TEH_MARBUTA) and not entry.feature("gender"):
        gender = "m"
    if gender == "p":
        gender = "m" if inflection.gender == "m" else inflection.gender
    if gender == "c":
        gender = "f" if inflection.gender == "f" else ""
    if gender == "q":
        gender, number = "", "p"
    # Plurals of things and bodies take the feminine singular.
    if number == "p" and (entry.sense not in PEOPLE or entry.word in ("مصدر",)):
        gender, number = "f", "s"
    return gender, number
