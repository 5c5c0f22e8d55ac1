"""What stands behind a whole name and is none of it: 'X Y opened a bridge', 'X Y lost his way'."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, ALEF_HAMZA_ABOVE, HEH, TEH, TEH_MARBUTA, WAW, YEH
from drawdown_cli.extract.attribution.namesakes import ends_name
from drawdown_cli.extract.attribution.reading import Reading, finite

_THING_WORDS = ("naming", "measure", "place_head", "venue")
_MANY = ALEF + TEH
_HERS = ("ها", "هم", "هما")
_STATES = frozenset({"وهو", "وهي"})
_LONG_VOWELS = (ALEF, WAW, YEH)
_THAN = "من"  # أبعد من ذلك
_SHORTEST, _LONG = 4, 8


def is_behind_name(r: Reading, at: int) -> bool:
    """Whether a word behind a name of two words or more is a thing that somebody does something with.

    No lexicon knows it, the text has it only once, and it ends, or goes on, as no name does.
    """
    norm = r.norm(at)
    if r.norm(at + 1) == _THAN and len(norm) == _SHORTEST and r.tokens[at].text[0] == ALEF_HAMZA_ABOVE:
        return True
    if r.nouns[at] or any(map(finite, r.cues[at])) or r.vocabulary[norm] > 1 or len(norm) < _SHORTEST - 1:
        return False
    if r.articled(at):
        return len(norm) >= _LONG and norm.endswith(_MANY) and r.is_word(at + 1) and not ends_name(r, at + 1)
    if r.small[at]:
        return r.has(at, *_THING_WORDS) > 0
    return _is_named_again(r, at - 1) or _ends_as_thing(r, at) or _goes_on_as_thing(r, at)


def whole_name_end(r: Reading, start: int, end: int) -> int:
    """Return where the name that was read from `start` to `end` ends when its verb reports nothing."""
    words = 0
    for at in range(start, end):
        if words > 1 and not r.noun(at - 1, "nameparticle") and is_behind_name(r, at):
            return at
        words += r.noun(at, "nameparticle") is None
    return end


def is_state(r: Reading, at: int) -> bool:
    """قالت X Y ضاحكة وهي ترتب: how she does it."""
    return r.tokens[at].text.endswith(TEH_MARBUTA) and not r.nouns[at] and r.norm(at + 1) in _STATES


def _is_named_again(r: Reading, at: int) -> bool:
    """زار ماثيو هاربر مقر القيادة … وقال هاربر: who is called by his surname elsewhere has a whole name."""
    return r.is_word(at) and not (r.nouns[at] or r.small[at] or r.cues[at]) and r.vocabulary[r.norm(at)] > 1


def _ends_as_thing(r: Reading, at: int) -> bool:
    """بطاقات, زوجها, غضبه: many things, or somebody's."""
    norm = r.norm(at)
    if _is_hers(norm) or (len(norm) > _SHORTEST and norm.endswith(_MANY)):
        return True
    his = r.keeps_teh_marbuta and r.tokens[at].text.endswith(HEH) and len(norm) >= _SHORTEST
    return his and norm[-2] not in _LONG_VOWELS


def _is_hers(norm: str) -> bool:
    return len(norm) > _SHORTEST and norm.endswith(_HERS)


def _goes_on_as_thing(r: Reading, at: int) -> bool:
    """أوراق اعتمادها, جسرا عسكريا, خريطة قديمة: a noun of something, or described."""
    following = at + 1
    if not r.is_word(following) or ends_name(r, following):
        return False
    one, other = r.tokens[at].text, r.tokens[following].text
    if r.noun(following, "nisba", "adjective"):
        return any(one.endswith(ending) and other.endswith(ending) for ending in (ALEF, TEH_MARBUTA))
    return _is_hers(r.norm(following)) or (one.endswith(TEH_MARBUTA) and other.endswith(TEH_MARBUTA))
