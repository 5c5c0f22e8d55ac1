"""Where a person's name ends: given names, particles, surnames, Latin letters, hyphens."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, ALEF_MAKSURA, LAM, YEH
from drawdown_cli.extract.attribution.bounds import TAKES, is_bound
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.namesakes import ends_name, is_surname_shape, told
from drawdown_cli.extract.attribution.reading import DASHES, Reading
from drawdown_cli.extract.attribution.shapes import ARTICLE

_LONGEST_NICKNAME = 2


def name_end(r: Reading, start: int, last: int, most: int = 4, *, cue: frozenset[str] = frozenset()) -> int:
    """Return the token after the name that begins at `start`, or `start` where none does.

    `cue` holds the frames of a cue before it: what it takes as its object is none of the name.
    """
    at, words, surnames, closed = start, 0, 0, False
    # A name that is long already may still have a surname with the article.
    while at < last and (words < most or (words == most and is_surname_shape(r, at))):
        if words and is_hyphen(r, at):
            at += 1
            continue
        if words and at in r.marks.quotes and _nickname(r, at, start, cue):
            at = r.marks.quotes[at] + 1
            words += 1
            continue
        particle = at > start and r.noun(at - 1, "nameparticle") is not None
        free = particle and not r.has(at, "then", "relative", "own_words")
        free = free and (r.norm(at) == "بان" or not r.has(at, "complementiser"))  # دو بان
        name = r.noun(at, "given") is not None and not r.tokens[at].text.endswith(ALEF_MAKSURA)
        free = free and (name or not r.has(at, "preposition"))
        if not r.is_word(at) or (not free and is_bound(r, at, words, closed=closed, cue=cue)):
            break
        # A surname with the article closes a name (الكاظمي); a first name with it does not (الطيب).
        link = r.has(at, "name_link") > 0
        surname = r.articled(at) and not particle and not link
        closed = surname and (surnames > 0 or not _goes_on(r, at + 1, again=words > 0, cue=cue))
        surnames += surname
        words += r.noun(at, "nameparticle") is None
        at += 1
    while at > start and (is_hyphen(r, at - 1) or _hanging(r, at - 1, start)):
        at -= 1
    return at


def _nickname(r: Reading, at: int, start: int, cue: frozenset[str]) -> bool:
    """جيمي "باربيكيو" شيريزير: one or two words in marks between a first name and what ends the name."""
    close = r.marks.quotes[at]
    inside, behind = range(at + 1, close), close + 1
    named = r.noun(at - 1, "given") is not None or r.noun(start, "given", "nameparticle") is not None
    if not (named and 0 < len(inside) <= _LONGEST_NICKNAME and r.is_word(behind)):
        return False
    if any(r.cues[n] or (r.small[n] and not r.nouns[n]) or not r.is_word(n) for n in inside):
        return False
    if r.norm(behind).endswith(ALEF) and r.is_word(behind + 1):  # «سننتصر» رافعا سلاحه
        return told(r, behind + 1) or r.has(behind + 1, "complementiser") > 0
    plain = not (r.small[behind] or r.cues[behind])
    return plain and not is_bound(r, behind, 2, closed=False, cue=cue) and _last(r, behind + 1, cue)


def is_hyphen(r: Reading, index: int) -> bool:
    """Whether a hyphen joins two words without a blank (مين-سوك), or two names with one (جان – مارك)."""
    token = r.tokens[index]
    if token.text not in DASHES or index + 1 >= len(r.tokens):
        return False
    if token.start == r.tokens[index - 1].end and token.end == r.tokens[index + 1].start:
        return True
    one, other = r.noun(index - 1, "given"), r.noun(index + 1, "given")
    return one is not None and other is not None and not other.proclitic


def _goes_on(r: Reading, at: int, *, again: bool, cue: frozenset[str]) -> bool:
    """Whether a name with the article has another after it; a surname, one with the article."""
    if not r.is_word(at):
        return False
    if again and not r.articled(at):
        # محمد الأمين كومبا: one more word right before what is said.
        return _last(r, at + 1, cue) and not r.nouns[at] and not is_bound(r, at, 2, closed=False)
    return r.noun(at, "nameparticle", "given") is not None or not is_bound(r, at, 1, closed=False)


def _last(r: Reading, at: int, cue: frozenset[str]) -> bool:
    """Whether a name has ended before `at`: at what is said, at hearers, at a verb's own preposition."""
    if at >= len(r.tokens) or r.tokens[at].text in ":،." or r.has(at, "complementiser"):
        return True
    return told(r, at) or (not cue & TAKES and ends_name(r, at))


def _hanging(r: Reading, index: int, start: int) -> bool:
    """A particle that nothing follows belongs to no name, unless it is all there is."""
    return index > start and r.noun(index, "nameparticle") is not None and r.noun(index, "given") is None


def is_lone_surname(r: Reading, at: int) -> bool:
    """السوداني, المصري: an adjective of nation that no noun stands before is somebody's surname."""
    nisba = r.noun(at, "nisba")
    if nisba is None or nisba.proclitic not in (ARTICLE, LAM + LAM) or not r.norm(at).endswith(YEH):
        return False
    described = r.articled(at + 1) and r.noun(at + 1, "nisba", "adjective") is not None
    return not (described or is_definite_word(r, at - 1) or r.nouns[at - 1])
