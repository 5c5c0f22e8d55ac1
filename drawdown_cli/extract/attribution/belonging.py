"""What belongs to a name after all, though it looks like 'not', 'with', 'then' or a title."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, ALEF_HAMZA_BELOW, ALEF_MAKSURA, BEH, LAM, NOON, TEH, YEH
from drawdown_cli.extract.attribution.namesakes import ends_name, surname_in_ba, told
from drawdown_cli.extract.attribution.reading import Reading, finite
from drawdown_cli.extract.attribution.shapes import verbal_noun_shape

_FARTHEST_BA = 8
_LA = LAM + ALEF
_VERBAL = (ALEF, NOON, TEH, YEH)


def before_son_of(r: Reading, at: int) -> bool:
    """المختار ولد سيدي: a title that is a name too, with its article."""
    title = r.noun(at, "title") if r.articled(at) and r.noun(at + 1, "nameparticle") else None
    return title is not None and bool(title.entry.feature("personal"))


def god_given(r: Reading, at: int) -> bool:
    """حسب الله, جاد الله: a name of two words, whatever its first is elsewhere."""
    linked = r.has(at + 1, "name_link") > 0 and not r.articled(at)
    return linked and not (
        r.has(at, "complementiser", "relative", "negation") or any(map(finite, r.cues[at]))
    )


def is_la(r: Reading, at: int) -> bool:
    """هيلين لا لايم: between a first name and one word that nothing is said by, no 'not'."""
    if r.norm(at) != _LA or r.noun(at - 1, "given") is None or not r.is_word(at + 1):
        return False
    known = r.nouns[at + 1] or r.small[at + 1] or r.cues[at + 1] or r.norm(at + 1)[0] in _VERBAL
    return not known and (not r.is_word(at + 2) or ends_name(r, at + 2))


def is_surname_in_ba(r: Reading, at: int, cue: frozenset[str]) -> bool:
    """باعشن; اتهم فلاديمير بوتين الغرب بخرق: what the verb takes with 'of' stands behind it."""
    norm = r.norm(at)
    if BEH not in cue:
        return surname_in_ba(r, at)
    known = r.nouns[at] or r.small[at] or r.cues[at] or r.noun(at - 1, "given") is None
    if norm[0] != BEH or known or verbal_noun_shape(norm[1:]):
        return False
    for behind in range(at + 1, min(at + _FARTHEST_BA, r.size)):
        if not r.is_word(behind):
            return False
        if r.norm(behind).startswith(BEH) and all(form.proclitic for form in r.nouns[behind]):
            return True
    return False


def governs_nothing(r: Reading, at: int) -> bool:
    """وانغ ون بين إن: what no noun follows is no preposition."""
    # بين is a name too, إلى and على are none.
    if not r.has(at, "preposition") or at + 1 >= len(r.tokens) or r.written(at).endswith(ALEF_MAKSURA):
        return False
    if r.has(at, "in_reply"):  # ردا على سؤال
        return False
    following = r.written(at + 1)
    if r.has(at + 1, "complementiser"):
        return bool(following[0] == ALEF_HAMZA_BELOW)
    if r.has(at + 1, "foreboding"):  # عن خشيته
        return False
    another = r.has(at + 1, "preposition") > 0 and not r.has(at, "within_title")  # but في خلال
    ended = following in ":،,." or (told(r, at + 1) and r.norm(at) != "عن") or another
    return bool(ended) and r.noun(at, "given") is None


def is_then(r: Reading, at: int) -> bool:
    """'فإن' is no 'van': its hamza tells, and so does an article after it."""
    return r.has(at, "then") > 0 and ("إ" in r.tokens[at].text or r.articled(at + 1))
