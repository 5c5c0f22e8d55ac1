"""The name at the end of a long title, where the place before the words gives it away."""

from __future__ import annotations

from drawdown_cli.arabic.letters import BEH, LAM
from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.reading import COMMAS, Reading, finite
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.models import TokenKind

_ENDS = ("complementiser", "whether", "then", "adverb", "relative", "contrast", "break", "while", "called")
_LONGEST_TITLE = 24
_LONGEST_NAME = 5
_LONGEST_MARKED = 5
_TAKES = frozenset({"addressee", "object", "target"})
_WHERE = ("في", "علي", "لدي")
_HEARERS = ("title", "anonymous", "collective")


def name_in_zone(r: Reading, first: int, at: int, last: int, closed_to: frozenset[str]) -> tuple[int, int]:
    """Return where the name stands that ends the zone of a title, read up to `at`; (0, 0) where none does.

    'The spokesman on matters of defence with the party that shares in power X Y that': the title holds
    prepositions, adjectives with what they take, fields and places, and the name ends it.
    """
    end = _zone_end(r, at, min(last, first + _LONGEST_TITLE), closed_to)
    # A verb that takes an object may have it here: what ends the zone then shows that it does not.
    if end <= at or (closed_to & _TAKES and not _certain(r, end, closed_to)):
        return (0, 0)
    for start in range(max(first + 1, end - _LONGEST_NAME), end - 1):
        free = not r.articled(start) or (start > at and r.noun(start + 1, "given"))
        if (
            free
            and _ends_title(r, start - 1)
            and name_end(r, start, end, _LONGEST_NAME, cue=closed_to) == end
        ):
            return (start, end)
    return (0, 0)


def _certain(r: Reading, end: int, closed_to: frozenset[str]) -> bool:
    """Whether the end of a zone shows that no object stands in it: 'that', a mark, its own 'on', hearers."""
    own = r.has(end, "preposition") > 0 and r.norm(end) in closed_to
    return own or not r.is_word(end) or r.has(end, "complementiser") > 0 or _several(r, end)


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
    if r.noun(at, "given", "nameparticle"):
        return 1
    if (r.has(at, *_ENDS) and not r.nouns[at]) or _verb(r, at) or _told(r, at):
        return 0
    preposition = r.has(at, "preposition")
    if preposition:
        return _preposition(r, at, preposition, closed_to)
    return int(not _attached(r, at, closed_to))


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


def _told(r: Reading, at: int) -> bool:
    """Whether a word is whom it is said to (لرويترز, للصحفيين), or 'his saying' behind a carrier."""
    if any(form.inflection.form == "masdar" and form.inflection.suffix for form in r.cues[at]):
        return not r.nouns[at]
    media = r.noun(at, "media")
    return _several(r, at) or (media is not None and media.proclitic.startswith(LAM))


def _several(r: Reading, at: int) -> bool:
    """للصحفيين, الصحفيين: several persons who are told, no part of one person's title."""
    if not r.norm(at).startswith((ARTICLE, LAM + LAM)):
        return False
    persons = (form for form in r.nouns[at] if form.entry.sense in _HEARERS)
    return any(form.inflection.number == "p" for form in persons) and r.norm(at).endswith("ين")


def _ends_title(r: Reading, at: int) -> bool:
    """Whether a name can begin behind this word: a title, a body, a place, an adjective with the article."""
    if r.tokens[at].kind is not TokenKind.WORD or r.articled(at):
        return r.tokens[at].text not in COMMAS
    return bool(r.nouns[at]) and r.noun(at, "given", "nameparticle") is None
