"""Phrases that name nobody and only point back: 'the latter', 'both', 'she', 'the father'; plurals."""

from __future__ import annotations

from drawdown_cli.arabic.inflect import PRONOUNS
from drawdown_cli.arabic.letters import ALEF, ALEF_MAKSURA, BEH, HEH, NOON, TEH, YEH
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.progress import POINTS
from drawdown_cli.extract.attribution.reading import Reading, finite
from drawdown_cli.models import SpeakerType

_SHORTEST_PLURAL = 7


def _pronoun(r: Reading, start: int) -> Mention:
    """'The latter', 'she', 'who talks to us': whoever of the gender was named last."""
    mention = Mention(start, start + r.has(start, *POINTS), None, "latter", definite=True)
    norm = r.norm(mention.last - 1)
    if r.has(start, "these_many"):
        mention.number = "p"
        return mention
    if r.has(start, "interlocutor"):
        mention.gender = "f" if norm.endswith(TEH + NOON + ALEF) else "m"
        return mention
    mention.gender, mention.number = PRONOUNS.get(norm) or PRONOUNS.get(norm[-2:]) or ("m", "s")
    if (r.has(start, "latter") and norm.endswith(HEH)) or (norm.endswith(YEH) and r.has(start, "pronoun")):
        mention.gender = "f"
    return mention


def pointing(r: Reading, start: int) -> Mention | None:
    """'Both', 'the father', 'the latter', 'she'."""
    if r.has(start, "both"):
        return _both(r, start)
    if not r.has(start, "kinsman", "kinswoman"):
        return _pronoun(r, start)
    return None if _names_kin(r, start + 1) else _kin(r, start)


def _names_kin(r: Reading, at: int) -> bool:
    """الأب موكوكو: a name, and no word that ends the phrase, stands behind 'the father'."""
    return r.is_word(at) and not (r.small[at] or r.cues[at] or r.articled(at))


def _kin(r: Reading, start: int) -> Mention:
    """'The father', 'the widow in her sixties': who is told of as somebody's."""
    end = start + 1
    while r.articled(end) and not r.small[end]:
        end += 1
    mention = Mention(start, end, None, "latter", role=(start, end), definite=True)
    mention.gender = "f" if r.has(start, "kinswoman") else "m"
    mention.type = SpeakerType.ROLE
    return mention


def alone(r: Reading, at: int) -> bool:
    """Whether 'the first' is nobody's adjective and no ordinal of a day: a mark, 'that' or a verb follows."""
    said = r.has(at, "complementiser") > 0 or any(map(finite, r.cues[at]))
    return said or not r.is_word(at) or (r.norm(at).startswith(BEH) and not r.has(at, "preposition"))


def one_of_two(r: Reading, start: int) -> Mention:
    """'The first', 'the second': one of two who were named together."""
    mention = Mention(start, start + 1, None, "one_of_two", role=(start, start + 1), definite=True)
    feminine = r.norm(start).endswith(HEH) or r.tokens[start].text.endswith(ALEF_MAKSURA)
    mention.type, mention.gender = SpeakerType.ANONYMOUS, "f" if feminine else "m"
    return mention


def _both(r: Reading, start: int) -> Mention:
    """'Both': the two who were named together."""
    end = start + r.has(start, "both")
    mention = Mention(start, end, None, "both", role=(start, end), definite=True)
    mention.type, mention.number = SpeakerType.COLLECTIVE, "d"
    return mention


def unknown_plural(r: Reading, start: int) -> int:
    """Return the end of a sound plural in the nominative, whatever it is of: الموقعون, متعهدون غربيون; or 0.

    Without the article an adjective in the same form has to show that it is no name: ماكرون, شارون.
    """
    norm, end = r.norm(start), start + 1
    if not norm.endswith("ون") or r.nouns[start] or r.small[start]:
        return 0
    while r.norm(end).endswith("ون") and r.articled(end) == r.articled(start) and _describes(r, end):
        end += 1
    shown = len(norm) >= _SHORTEST_PLURAL if r.articled(start) else end > start + 1
    return end if shown else 0


def _describes(r: Reading, at: int) -> bool:
    unknown = not (r.nouns[at] or r.small[at] or r.cues[at])
    return r.noun(at, "nisba", "adjective") is not None or (unknown and r.norm(at).endswith("يون"))


def many(start: int, end: int, *, definite: bool) -> Mention:
    """Return the mention of who only an unknown plural names: الموقعون."""
    mention = Mention(start, end, None, "collective", role=(start, end), definite=definite)
    mention.type, mention.gender, mention.number = SpeakerType.COLLECTIVE, "m", "p"
    return mention
