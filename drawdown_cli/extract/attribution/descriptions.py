"""Whom a general word means: 'the official', 'the American official', 'the Algerian minister', 'the man'."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import chain

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.extract.attribution.context import Context, agree
from drawdown_cli.extract.attribution.directory import skeleton
from drawdown_cli.extract.attribution.focus import Part, latest
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.offices import is_called, other_office, stems
from drawdown_cli.extract.attribution.people import Speaker
from drawdown_cli.extract.attribution.reading import Reading, is_definite
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import SpeakerType

_NEAR = 4
_RECENT = 2
_PERSONAL = (SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS)
_BODIES = ("body", "media")
_ORGANISED = (SpeakerType.ORGANISATION, SpeakerType.MEDIA)
_ENDING = re.compile(r"(?:يه|يا|ي|ا|ه)$")


def of_nation(context: Context, mention: Mention, speaker: Speaker) -> Speaker | None:
    """Return whom 'the Algerian minister' means: the latest with that title, of that nation if told."""
    nation = _nation(context, mention)
    if not nation:
        return None
    if mention.type is SpeakerType.ANONYMOUS or mention.category == "anonymous":
        return _unnamed(context, mention, nation)
    if mention.category != "title":
        return None
    title = stems(speaker.name)[:1]
    persons = list(_persons(context, mention))
    titled = [one for one in persons if any(_of_title(speaker.name, title, role) for role in one.roles)]
    of_it = (one for one in titled if _is_of(one, nation))
    stateless = (one for one in titled if not any(map(_names_nation, one.roles)))
    others = (one for one in persons if any(_counterpart(role, nation) for role in one.roles))
    return next(chain(of_it, stateless, others, titled), None)


def _unnamed(context: Context, mention: Mention, nation: frozenset[str]) -> Speaker | None:
    """'The American defence official': the latest unnamed official of that nation, whatever else he is."""
    head = mention.head.entry.word if mention.head is not None else ""
    for earlier in (entry.speaker for entry in latest(context.history)):
        alike = earlier.type is SpeakerType.ANONYMOUS and earlier.head == head and agree(mention, earlier)
        if alike and nation <= set(_roots(stems(earlier.name))):
            return earlier
    return None


def unnamed(context: Context, mention: Mention) -> Speaker | None:
    """Return whom 'the source' or 'the spokesman' means: somebody unnamed who has spoken, by another noun.

    With an adjective it is who spoke last, unless he is known to be of another nation.
    """
    head = mention.head
    if head is None or not is_definite(head) or mention.names or mention.number != "s":
        return None
    here = bisect_right(context.r.sentences, mention.first, key=lambda bounds: bounds[0]) - 1
    bare = mention.last <= mention.first + head.length
    nation = _nation(context, mention)
    for count, entry in enumerate(latest(context.history, Part.SPEAKS)):
        one = entry.speaker
        if here - entry.sentence > _NEAR or (count and not bare):
            return None
        if one.type is not SpeakerType.ANONYMOUS or one.number != "s" or (nation and _names_nation(one.name)):
            continue
        source = bool(head.entry.features.get("written"))
        if source or (stems(one.head)[:1] == stems(head.entry.word)[:1] and agree(mention, one)):
            return one
    return None


def same_body(context: Context, mention: Mention, speaker: Speaker) -> Speaker | None:
    """Return which body 'the French paper', 'the humanitarian organisation' means: the only one so far."""
    r, head = context.r, mention.head
    told = range(mention.first + 1, mention.last)
    if head is None or not is_definite(head) or mention.category not in _BODIES or not told:
        return None
    if not all(r.articled(n) and r.noun(n, "nisba", "adjective", "portfolio") for n in told):
        return None
    alike = (one for one in context.before(mention) if one.type in _ORGANISED and one.name != speaker.name)
    named = {one.name: one for one in alike if one.head == head.entry.word and agree(mention, one)}
    only = next(iter(named.values())) if len(named) == 1 else None
    if only is None or " " not in only.name:
        return None
    whole = not only.name.startswith(ARTICLE) or set(stems(speaker.name)) <= set(stems(only.name))
    return only if whole and not (_nation(context, mention) and _names_nation(only.name)) else None


def _of_title(name: str, title: tuple[str, ...], role: str) -> bool:
    return stems(role)[:1] == title and not other_office(name, role)


def described(context: Context, mention: Mention) -> Speaker | None:
    """Return whom a general word takes up: somebody of the nation that it tells, else who is in focus."""
    r = context.r
    if not r.has(mention.first, "general_title", "office"):
        return None
    if not all(
        r.noun(n, "nisba", "adjective", "portfolio") for n in range(mention.first + 1, mention.role[1])
    ):
        return _more_told(context, mention)
    nation = _nation(context, mention)
    here = bisect_right(r.sentences, mention.first, key=lambda bounds: bounds[0]) - 1
    common = mention.head is not None and mention.head.entry.features.get("common")
    # 'A former rebel' is listed with the many that 'rebels' are.
    types = (*_PERSONAL, SpeakerType.COLLECTIVE) if common else (SpeakerType.PERSON,)
    near = (entry.speaker for entry in latest(context.history) if here - entry.sentence <= _NEAR)
    fitting = [speaker for speaker in near if speaker.type in types and agree(mention, speaker)]
    noun = r.written(mention.first)
    meant = [one for one in fitting if any(_is_meant(noun, role) for role in one.roles)]
    kinds = [r.written(n) for n in range(mention.first + 1, mention.role[1])]
    # 'The military spokesman' is the one who is a general too.
    apt = (one for one in meant if any(is_called(kind, role) for kind in kinds for role in one.roles))
    called = next(chain(apt, meant), None)
    if not nation:
        return called or next(iter(fitting), None)
    of_it = next((one for one in _persons(context, mention) if _is_of(one, nation)), None)
    if of_it is not None or r.has(mention.first, "office"):
        return of_it
    # Whose nation is not told can be of any; the last of another nation is taken for want of a better one.
    unknown = (one for one in fitting if not any(map(_names_nation, one.roles)))
    return called or next(unknown, next(iter(fitting), None))


def _more_told(context: Context, mention: Mention) -> Speaker | None:
    """'The expert on African affairs': who has just spoken, of whom his title tells more."""
    r = context.r
    last = next(latest(context.history, Part.SPEAKS), None)
    here = bisect_right(r.sentences, mention.first, key=lambda bounds: bounds[0]) - 1
    if last is None or here - last.sentence > _RECENT or not r.has(mention.first, "general_title"):
        return None
    person = last.speaker
    fits = person.type is SpeakerType.PERSON and mention.number == "s" and agree(mention, person)
    return (
        person if fits and any(is_called(r.written(mention.first), role) for role in person.roles) else None
    )


def _is_meant(noun: str, role: str) -> bool:
    """Whether a title is one that a noun means: 'the commander', 'commander of the west'."""
    return stems(noun)[:1] == stems(role)[:1] or is_called(noun, role)


def untitled(context: Context, mention: Mention) -> Speaker | None:
    """Return whom a title means that the article gives nobody: who has just spoken and has no title yet."""
    head = mention.head
    if mention.category not in ("title", "rank") or mention.number != "s" or head is None:
        return None
    if not is_definite(head) or mention.last > mention.first + head.length:
        return None
    here = bisect_right(context.r.sentences, mention.first, key=lambda bounds: bounds[0]) - 1
    last = next(latest(context.history, Part.SPEAKS, Part.NAMED), None)
    if last is None or here - last.sentence > _RECENT:
        return None
    person = last.speaker
    fits = person.type is SpeakerType.PERSON and not person.roles and agree(mention, person)
    return person if fits else None


def _persons(context: Context, mention: Mention) -> Iterator[Speaker]:
    for earlier in context.before(mention):
        if earlier.type is SpeakerType.PERSON and agree(mention, earlier):
            yield earlier


def _nation(context: Context, mention: Mention) -> frozenset[str]:
    """The roots of the nations that a phrase names behind its noun (الأميركي, الأممي)."""
    r = context.r
    words = (r.norm(n) for n in range(mention.first + 1, mention.role[1]) if _of_people(r, n))
    return frozenset(map(_root, stems(" ".join(words))))


def _of_people(r: Reading, at: int) -> bool:
    """Whether an adjective tells of which nation somebody is, or that he is of the United Nations."""
    return r.noun(at, "nisba") is not None or r.norm(at).startswith("الامم")


def _is_of(speaker: Speaker, nation: frozenset[str]) -> bool:
    return any(nation <= set(_roots(stems(role))) for role in speaker.roles)


def _roots(words: Iterable[str]) -> list[str]:
    return [_root(word) for word in words]


def _root(word: str) -> str:
    """What an adjective of nation shares with the nation, in all spellings: أميركي, أمريكا."""
    return skeleton(_ENDING.sub("", word))


def _counterpart(role: str, nation: frozenset[str]) -> bool:
    """Whether a title is 'his Nigerien counterpart': the same office, of that nation."""
    first = lexicon("speakers").find_word(fold(role).partition(" ")[0])
    other = any(form.entry.features.get("counterpart") for form in first)
    return other and nation <= set(_roots(stems(role)))


def _names_nation(role: str) -> bool:
    forms = (form for word in fold(role).split() for form in lexicon("speakers").find_word(word))
    return any(form.entry.sense in ("nisba", "country") for form in forms)
