"""What the shape of a word tells: verbal nouns, and nouns with a preposition written onto them."""

from __future__ import annotations

from functools import lru_cache

from drawdown_cli.arabic.letters import ALEF, HEH, LAM, MEEM, NOON, TEH, TEH_MARBUTA, WAW, YEH
from drawdown_cli.extract.attribution.reading import Reading

ARTICLE: str = ALEF + LAM
SHORTEST_VERBAL_NOUN = 5
_LENGTH_OF_THIRD = 6
_LONGEST_VERBAL_NOUN = 8
_INFIXED = frozenset("تدط")
_TENTH = "است"
_NO_EVENTS = ("dontname", "measure", "performative", "reporter", "label")
_PRONOUNS = ("هما", "هم", "ها", "ه")


def looks_like_verbal_noun(r: Reading, index: int) -> bool:
    """Whether a bare word is a listed verbal noun or has the shape of one (انسحاب، تقليص، مغادرة)."""
    if r.has(index, "masdar"):
        return True
    norm = r.norm(index)
    return not r.articled(index) and not r.noun(index, "given") and verbal_noun_shape(norm)


@lru_cache(maxsize=50_000)
def verbal_noun_shape(norm: str) -> bool:
    """Whether a folded word has a pattern of the derived verbal nouns: إفعال، انفعال، تفعيل، مفاعلة.

    >>> [verbal_noun_shape(word) for word in ("انسحاب", "اقاله", "تقليص", "اغلاقها", "اوستن")]
    [True, True, True, True, False]
    """
    if _has_shape(norm):
        return True
    bare = next((norm.removesuffix(pronoun) for pronoun in _PRONOUNS if norm.endswith(pronoun)), norm)
    return bare != norm and _has_shape(bare)


def in_place(r: Reading, at: int) -> bool:
    """Whether a noun with a preposition written onto it is a place (بمدينة, ببغداد): where, not what."""
    return r.has(at, "place_head") > 0 or r.noun(at, "country") is not None


def _has_shape(norm: str) -> bool:
    if len(norm) < SHORTEST_VERBAL_NOUN:
        return False
    if norm[0] == ALEF:
        return _derived(norm) and (norm[-2] == ALEF or (norm[-1] == HEH and norm[-3] == ALEF))
    if norm[0] == TEH:
        return bool(len(norm) == SHORTEST_VERBAL_NOUN and (norm[3] == YEH or norm[2] == ALEF))
    return bool(norm[0] == MEEM and norm[2] == ALEF and norm[-1] == HEH and len(norm) == _LENGTH_OF_THIRD)


def _derived(norm: str) -> bool:
    """Whether a word in alef has the letters that its length asks for: إفعال, انفعال and افتعال, استفعال."""
    if len(norm) == SHORTEST_VERBAL_NOUN:
        return True
    if len(norm) == SHORTEST_VERBAL_NOUN + 1:
        return norm[1] == NOON or norm[2] in _INFIXED or norm[1] == norm[2]
    return norm.startswith(_TENTH) and len(norm) <= _LONGEST_VERBAL_NOUN


def joins_verb(r: Reading, at: int) -> bool:
    """Whether a word is 'and' with a verb in a tense: وتم, وغادرت, ويشمل; not وتعزيز, ويهود."""
    norm = r.norm(at)
    if not norm.startswith(WAW):
        return False
    if r.has(at, "plain_verb", "had", "verbal_particle"):
        return any(form.proclitic.startswith(WAW) for form in r.small[at])
    known = r.nouns[at] or r.small[at] or r.cues[at]
    bare = norm[1:].removeprefix("س")
    return not known and len(bare) >= SHORTEST_VERBAL_NOUN - 1 and bare[0] == YEH and norm[-1] != HEH


def fused_preposition(r: Reading, at: int) -> bool:
    """Whether a word is بـ with a noun (بإقالة, بالرد), not a word that begins with ba."""
    norm = r.norm(at)
    if not norm.startswith("ب") or r.noun(at, "given"):
        return False
    if norm[1:].startswith(ARTICLE):
        return True
    small = (form for form in r.small[at] if form.entry.sense not in _NO_EVENTS)
    forms = [form for form in (*small, *r.cues[at]) if form.proclitic[-1:] == "ب"]
    shaped = _has_shape if r.tokens[at].text.endswith(TEH_MARBUTA) else verbal_noun_shape
    return bool(forms) or shaped(norm[1:])
