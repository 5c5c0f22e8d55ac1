"""The name at the end of a long title, where the place before the words gives it away."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF_MAKSURA, BEH, LAM, TEH_MARBUTA
from drawdown_cli.extract.attribution.bounds import TAKES
from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.namesakes import told
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, finite
from drawdown_cli.extract.attribution.shapes import ARTICLE, looks_like_verbal_noun
from drawdown_cli.models import TokenKind

_ENDS = ("complementiser", "whether", "then", "adverb", "relative", "contrast", "break", "while", "called")
_LONGEST_TITLE = 24
_LONGEST_NAME = 5
_LONGEST_MARKED = 5
_NO_NAMES = ("body", "country", "media", "collective")
_WHERE = ("في", "علي", "لدي")


def name_in_zone(r: Reading, first: int, at: int, last: int, closed_to: frozenset[str]) -> tuple[int, int]:
    """Return where the name stands that ends the zone of a title, read up to `at`; (0, 0) where none does.

    'The spokesman on matters of defence with the party that shares in power X Y that': the title holds
    prepositions, adjectives with what they take, fields and places, and the name ends it.
    """
    end = _zone_end(r, at, min(last, first + _LONGEST_TITLE), closed_to)
    if "object" in closed_to:
        for event in range(at + 2, end):
            found = _name_before(r, first, at, event, closed_to) if looks_like_verbal_noun(r, event) else None
            if found is not None:
                return found
    # A verb that takes an object may have it here: what ends the zone then shows that it does not.
    if end <= at or (closed_to & TAKES and not _certain(r, end, closed_to)):
        return (0, 0)
    return _name_before(r, first, at, end, closed_to) or (0, 0)


def name_in_marks(r: Reading, at: int, last: int) -> tuple[int, int]:
    """Return where a name stands in the marks right behind a title: the spokeswoman "X Y" said that."""
    close = r.marks.quotes.get(at, last)
    bare = not (r.articled(at - 1) or r.noun(at - 1, "country", "organisation", "adjective", "nisba"))
    if bare or not names_only(r, at):
        return (0, 0)
    ended = r.has(close + 1, "complementiser", "preposition") > 0 or told(r, close + 1)
    told_of = r.noun(at + 1, "given") is not None or r.has(close + 2, "complementiser") > 0
    beside = told_of and r.written(close + 1) in COMMAS
    return (at + 1, close) if ended or beside else (0, 0)


def names_only(r: Reading, at: int) -> bool:
    """Whether the marks at `at` hold nothing but a few words that can stand in a name."""
    words = range(at + 1, r.marks.quotes.get(at, 0))
    return 0 < len(words) < _LONGEST_MARKED and all(_name_word(r, n) for n in words)


def _name_word(r: Reading, at: int) -> bool:
    """Whether a word can stand in a name: a first name, a particle, a surname, a word that no lexicon has."""
    if r.noun(at, "given", "nameparticle"):
        return True
    return r.is_word(at) and not (r.cues[at] or r.small[at] or r.noun(at, *_NO_NAMES))


def _name_before(
    r: Reading, first: int, at: int, end: int, closed_to: frozenset[str]
) -> tuple[int, int] | None:
    """Return the name of two words or more that ends at `end`, behind what can be a title, or None."""
    for start in range(max(first + 1, end - _LONGEST_NAME), end - 1):
        if (
            _begins_name(r, start, at)
            and _ends_title(r, start - 1)
            and name_end(r, start, end, _LONGEST_NAME, cue=closed_to) == end
        ):
            return (start, end)
    return None


def _begins_name(r: Reading, start: int, at: int) -> bool:
    """Whether a name can begin here: no arm of a rank (مهندس بحري); an article only before a first name."""
    if r.norm(start).startswith(BEH) and r.has(start - 1, "naming") and r.articled(start - 1):
        return False  # المعروف بأبي الليث
    if r.norm(start).startswith(LAM + LAM) or r.tokens[start].text.endswith(TEH_MARBUTA):
        return r.noun(start, "given") is not None
    if r.articled(start):
        return start > at and r.noun(start + 1, "given") is not None
    return r.noun(start, "given") is not None or r.noun(start, "portfolio", "nisba", "adjective") is None


def _certain(r: Reading, end: int, closed_to: frozenset[str]) -> bool:
    """Whether the end of a zone shows that no object stands in it: 'that', a mark, its own 'on', hearers."""
    own = r.has(end, "preposition") > 0 and r.norm(end) in closed_to
    return own or not r.is_word(end) or r.has(end, "complementiser") > 0 or told(r, end) or _turn(r, end)


def _turn(r: Reading, at: int) -> bool:
    """'For his part' of several words: no object stands before it without being seen."""
    return r.has(at, "adverb") > 1


def _zone_end(r: Reading, at: int, last: int, closed_to: frozenset[str]) -> int:
    """The token before which the speaker's phrase must have ended."""
    while at < last:
        step = _step(r, at, closed_to)
        if not step:
            break
        at += step
    return min(at, last)


def _step(r: Reading, at: int, closed_to: frozenset[str]) -> int:
    """Return how many tokens at `at` can stand inside a title, before its name or in it."""
    if at in r.marks.quotes:
        return _marked_body(r, at)
    if not r.is_word(at):
        return int(r.tokens[at].kind is TokenKind.NUMBER)
    preposition = r.has(at, "preposition")
    own = preposition and r.norm(at) in closed_to and not _named(r, at)
    known_by = r.has(at, "known_by") > 0 and r.norm(at + 1).startswith(BEH)  # معروف باسم
    if own or known_by or (r.has(at, *_ENDS) and not r.nouns[at]) or _verb(r, at) or told(r, at):
        return 0
    if r.noun(at, "given", "nameparticle"):
        return 1
    if preposition:
        return _preposition(r, at, preposition, closed_to)
    return int(not _attached(r, at, closed_to))


def _named(r: Reading, at: int) -> bool:
    """Whether علي is a name here: no ى ends it, and no 'that' follows."""
    given = r.noun(at, "given") is not None and not r.tokens[at].text.endswith(ALEF_MAKSURA)
    return given and not r.has(at + 1, "complementiser")


def _marked_body(r: Reading, at: int) -> int:
    """A body's name in marks: رئيس حزب «…», behind a bare noun that takes a name."""
    close = r.marks.quotes[at]
    bare = r.is_word(at - 1) and not r.articled(at - 1)
    return close + 1 - at if bare and close - at <= _LONGEST_MARKED and r.is_word(close + 1) else 0


def _preposition(r: Reading, at: int, length: int, closed_to: frozenset[str]) -> int:
    """A preposition that can stand inside a title: not the cue's own, and no venue or time behind it."""
    where = r.norm(at) in _WHERE and r.has(at + length, "venue") > 0
    outside = where or r.norm(at) in closed_to or r.has(at + length, "adverb", "complementiser")
    return 0 if outside or not (r.has(at, "within_title") or r.has(at, "in_title")) else length


def _attached(r: Reading, at: int, closed_to: frozenset[str]) -> bool:
    """Whether بـ written onto a word is the cue's own, no part of a title."""
    norm = r.norm(at)
    return norm[0] == BEH and "ب" in closed_to and (norm[1:].startswith(ARTICLE) or bool(r.small[at]))


def _verb(r: Reading, at: int) -> bool:
    return not r.nouns[at] and (r.has(at, "plain_verb") > 0 or any(map(finite, r.cues[at])))


def _ends_title(r: Reading, at: int) -> bool:
    """Whether a name can begin behind this word: a title, a body, a place, an adjective, a feminine noun."""
    token = r.tokens[at]
    if token.kind is not TokenKind.WORD or r.articled(at) or is_definite_word(r, at):
        return token.text not in COMMAS
    if token.text.endswith(TEH_MARBUTA) and not r.nouns[at]:
        return True
    return bool(r.nouns[at]) and r.noun(at, "given", "nameparticle") is None
