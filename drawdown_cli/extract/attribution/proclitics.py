"""Words that begin with a letter that is a word itself: 'with', 'and', 'to', or a name's own first letter."""

from __future__ import annotations

from drawdown_cli.arabic.letters import LAM, TEH, TEH_MARBUTA, YEH
from drawdown_cli.extract.attribution.namesakes import ends_name
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and
from drawdown_cli.extract.attribution.shapes import ARTICLE, fused_preposition
from drawdown_cli.models import TokenKind

_SHORTEST_JOINED = 3
_NOT_FAR = 400


def is_attached(r: Reading, at: int, words: int) -> bool:
    """A noun with بـ: with what it is of behind it, or plainly a noun; else بـ may begin a name (باسكال)."""
    if not (fused_preposition(r, at) or _is_manner(r, at, words)):
        return False
    if _is_manner(r, at, words):
        return True
    plain = r.norm(at)[1:].startswith(ARTICLE) or any(form.proclitic[-1:] == "ب" for form in r.small[at])
    known = r.cues[at] or r.small[at] or r.nouns[at]
    if words == 1 and not known and r.has(at + 1, "complementiser"):
        return False
    if any(form.proclitic[-1:] == "ب" and form.entry.sense != "given" for form in r.nouns[at]):
        return True
    return (
        plain
        or words > 0
        or r.articled(at + 1)
        or r.has(at + 1, "dontname") > 0
        or bool(r.nouns[at + 1 : at + 2] and r.nouns[at + 1])
    )


def joins(r: Reading, at: int, words: int) -> bool:
    """Whether a word in waw is 'and' with another word, not a name that begins with waw."""
    if not begins_with_and(r, at) or r.tokens[at].kind is TokenKind.LATIN:
        return False
    if not words:
        his = r.norm(at).endswith(("ه", "ها")) and r.noun(at + 1, "given") is not None  # وتعاتبه ليلى
        return r.norm(at)[1:2] in (YEH, TEH) and (r.articled(at + 1) or his)  # ويطوي الخريطة
    rest = r.norm(at)[1:]
    if len(rest) < _SHORTEST_JOINED:  # لي دونج وون
        return False
    if r.vocabulary[r.norm(at)] > 1 and not r.vocabulary[rest] and not r.articled(at + 1):
        return False  # وارسمي, told of again
    if rest.startswith(ARTICLE) or rest in r.vocabulary:
        return True
    return words >= 2 and r.noun(at - 1, "given", "nameparticle") is None and not r.has(at - 1, "name_link")


def addressee(r: Reading, at: int, words: int) -> bool:
    """Whether a word in lam is 'to somebody', not a name that begins with lam."""
    norm = r.norm(at)
    if any(form.entry.sense == "masdar" and form.proclitic.endswith(LAM) for form in r.small[at]):
        return True  # لوجود
    if not words or not norm.startswith(LAM) or len(norm) < 4:
        return False
    if norm.startswith(LAM + LAM) or norm[1:] in r.vocabulary:
        return True
    # A third name in lam ends the phrase and is no noun: لمراسلنا and لصحيفة are.
    third = words == 2 and not r.nouns[at] and not norm.endswith("نا")
    return words >= 2 and not (third and (not r.is_word(at + 1) or ends_name(r, at + 1)))


def _is_manner(r: Reading, at: int, words: int) -> bool:
    """بلهجة, بنبرة: a word in بـ with a feminine ending, which no cue's subject begins with."""
    return (
        not words
        and r.norm(at).startswith("ب")
        and r.tokens[at].text.endswith(TEH_MARBUTA)
        and not r.nouns[at]
        and not _surname_before(r, at)
    )


def _surname_before(r: Reading, at: int) -> bool:
    """بوريطة: a word that a first name stood before, not far above."""
    norm = r.norm(at)
    above = range(max(1, at - _NOT_FAR), at) if r.vocabulary[norm] > 1 else ()
    return any(r.norm(n) == norm and r.noun(n - 1, "given") is not None for n in above)
