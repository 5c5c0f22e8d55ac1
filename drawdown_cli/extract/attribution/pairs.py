"""Two who are named together: 'both', 'the two ministers', 'the first', 'the second'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.attribution.context import Context, again, plain_speaker
from drawdown_cli.extract.attribution.focus import latest
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.people import Speaker
from drawdown_cli.models import SpeakerType

_PERSONAL = ("title", "rank", "both", "anonymous")


def both(context: Context, mention: Mention) -> Speaker | None:
    """Return the two whom 'both' or a dual with the article means: the latest who were named together."""
    bare = mention.last == mention.first + 1 or mention.category == "both"
    if mention.number != "d" or not (bare and mention.definite) or mention.names or mention.extra:
        return None
    personal = mention.category in _PERSONAL
    for pair in (*_spoke(context), *(_told(context, mention) if personal else ())):
        persons = all(one.type is SpeakerType.PERSON for one in pair)
        if persons is personal or mention.category == "both":
            return joined_speaker(pair)
    return None


def joined_speaker(members: Sequence[Speaker]) -> Speaker:
    """Return two speakers as one."""
    name = f" {WAW}".join(member.name for member in members)
    return Speaker(name, members[0].type, members[0].role, gender="m", number="d", rule="joined")


def _spoke(context: Context) -> Iterator[Sequence[Speaker]]:
    """Yield the pairs who spoke together, latest first."""
    for entry in latest(context.history):
        names = entry.speaker.name.split(f" {WAW}") if entry.speaker.rule == "joined" else ()
        if len(names) == 2:
            yield [replace(entry.speaker, name=name) for name in names]


def _told(context: Context, mention: Mention) -> Iterator[Sequence[Speaker]]:
    """Yield the two persons whom the latest told sentence with two persons names."""
    for earlier in context.narrated_before(mention):
        if len(earlier.extra) == 1:
            members = [plain_speaker(context.people, one) for one in (earlier, *earlier.extra)]
            yield [replace(one, number="s") for one in members]
            return
        if earlier.type is SpeakerType.PERSON:
            break
    met = context.met_before(mention)
    if len(met) == 2:
        yield met


def one_of_two(context: Context, mention: Mention, speaker: Speaker) -> Speaker:
    """Return whom 'the first' means: his name, of two named ones; of two unnamed ones he stays so."""
    second = context.r.has(mention.first, "second_of_two") > 0
    pair = next((earlier for earlier in context.before(mention) if earlier.number in ("d", "p")), None)
    named = pair.name.split(f" {WAW}") if pair is not None and pair.rule == "joined" else []
    if pair is not None and len(named) == 2:
        return replace(speaker, name=named[second], type=pair.type, rule="reference")
    met = context.met_before(mention)
    if len(met) == 2:
        return again(met[second], "reference")
    if pair is None:
        return replace(speaker, name="", type=SpeakerType.UNKNOWN, rule="unknown")
    name = context.r.tokens[mention.first].text
    return replace(speaker, name=name.removeprefix(WAW), rule="reference")  # والثاني
