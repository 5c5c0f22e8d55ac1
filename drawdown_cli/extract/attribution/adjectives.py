"""Which words behind a title or a body are its adjectives, the arms of its rank, or who is told."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, HEH, LAM, TEH, TEH_MARBUTA, YEH
from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.progress import PERSONS, State, name_may_follow
from drawdown_cli.extract.attribution.reading import Reading

_MOST_ARMS = 4
_LONGEST_STEM = 4


def is_adjective(state: State) -> bool:
    """Whether an unknown word with the article is an adjective of the title or the body, not a surname."""
    r, at = state.r, state.at
    person = state.category in PERSONS
    if _of_unnamed(state):
        return _agrees(state)
    if not adjectival(r.norm(at)):
        # قوات الدعم السريع: a body's adjective, where a name comes after it.
        body = state.inner == "body" and (not person or name_may_follow(r, at + 1)) and _agrees(state)
        return body and not (person and r.noun(at - 1, "nisba") is not None)
    if person and _lone_surname(state):
        return False
    if not person or state.inner not in PERSONS:
        return _agrees(state)
    field = r.noun(at + 1, "portfolio", "body")
    if field is not None and field.proclitic.startswith(LAM):
        return True
    # Before one word of a name it is a first name with the article (الهادي بوشعالة), before two an adjective.
    titled = r.noun(at + 1, "rank", "title") is not None or r.articled(at + 1)
    # البرلمانية اليسارية: hardly a surname ends so.
    titled = titled or (r.tokens[at].text.endswith(TEH_MARBUTA) and r.norm(at - 1).endswith(HEH))
    return titled or (name_may_follow(r, at + 1) and name_end(r, at + 1, state.last) - at > 2)


def feminine_pair(r: Reading, at: int) -> bool:
    """كتلة نيابية: an adjective in ية behind a bare feminine noun."""
    ended = r.tokens[at - 1].text.endswith((TEH_MARBUTA, ALEF + TEH)) and not r.articled(at - 1)
    return ended and r.tokens[at].text.endswith(YEH + TEH_MARBUTA)


def adjectival(norm: str) -> bool:
    """Whether a word ends like an adjective: of relation, feminine, plural.

    >>> adjectival("العسكري"), adjectival("المسلحه"), adjectival("الحمد")
    (True, True, False)
    """
    return norm.endswith(("ي", "يه", "ين", "ون", "ه", "يات", "ات"))


def hearers_behind(r: Reading, at: int) -> bool:
    """برنامج الأغذية العالمي الصحفيين: an oblique plural behind one thing's adjective is who is told."""
    office = r.noun(at, "title", "anonymous")
    several = office is not None and r.norm(at).endswith("ين") and r.articled(at)
    one = r.articled(at - 1) and r.norm(at - 1).endswith((YEH, YEH + HEH))
    return several and one


def long_rank(r: Reading, at: int) -> bool:
    """الفريق أول ركن, اللواء طيار ركن متقاعد: a rank of two words, or one with arms behind it."""
    first = at - 1
    while first > at - _MOST_ARMS and r.noun(first, "portfolio") and not r.articled(first):
        first -= 1
    form = r.noun(first, "rank") or r.noun(first - 1, "rank")
    return form is not None and (form.length > 1 or first < at - 1 or r.noun(first, "rank") is not None)


def _lone_surname(state: State) -> bool:
    """مستشار الأمن القومي العراقي الأعرجي: behind a title whose nation is told stands a surname."""
    r, at = state.r, state.at
    told = r.noun(at - 1, "nisba", "country") is not None and at - 1 > state.start
    one = not state.several and r.norm(at).endswith(YEH)
    return told and one and r.has(at + 1, "complementiser") > 0


def _agrees(state: State) -> bool:
    """Whether an articled word can be an adjective of the one before it: الحكومة التسجيل are two."""
    r, at = state.r, state.at
    if not r.articled(at - 1) or not r.tokens[at - 1].text.endswith(TEH_MARBUTA) or at - 1 > state.start:
        return True
    return r.norm(at).endswith((HEH, ALEF, YEH))


def _of_unnamed(state: State) -> bool:
    """أحد الجنود العائدين, قيادي بقوات الدعم السريع: who has no name has no surname either."""
    r, at = state.r, state.at
    alike = r.norm(at - 1)[-2:] == r.norm(at)[-2:] or _of_several(r, at - 1)
    if r.norm(at).endswith(("ين", "ون")) and alike and at - 1 > state.start:
        return True
    head = r.noun(state.start, "anonymous")
    some = head is not None and bool(head.entry.features.get("one_of"))
    return state.category in ("anonymous", "title") and (some or not state.definite) and r.articled(at - 1)


def _of_several(r: Reading, at: int) -> bool:
    form = r.noun(at, "title", "anonymous", "collective")
    return form is not None and form.inflection.number == "p"


def nisba_shape(norm: str) -> bool:
    """إغاثي, إغاثية: what begins with an alef and is no article, verb or short name."""
    return norm[1] != LAM and len(norm) > _LONGEST_STEM and norm.endswith((YEH, YEH + HEH))
