"""What a phrase without a name refers to: 'the source', 'the same official', 'the latter', 'the minister'."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.extract.attribution.directory import skeleton
from drawdown_cli.extract.attribution.focus import BACK, Entry, Part, latest
from drawdown_cli.extract.attribution.heads import head_at, is_definite_word
from drawdown_cli.extract.attribution.people import People, Speaker, roles_of
from drawdown_cli.extract.attribution.phrases import Mention, agreement
from drawdown_cli.extract.attribution.reading import Reading
from drawdown_cli.extract.attribution.wording import name_of, stems
from drawdown_cli.lexicon import Form, lexicon
from drawdown_cli.models import SpeakerType

_UNNAMED = (SpeakerType.ANONYMOUS, SpeakerType.COLLECTIVE)
_NEAR = 4
_COUNTS = ("p", "q")  # the genders that the lexicon gives numerals
_PERSONAL = (SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS)


@dataclass(slots=True)
class Context:
    """What a reference can reach back to: who has spoken, whom the narrator has named."""

    people: People
    narrated: Sequence[Mention]
    history: list[Entry] = field(default_factory=list)
    spellings: dict[str, str] = field(default_factory=dict)
    plain: dict[int, Speaker] = field(default_factory=dict)

    @property
    def r(self) -> Reading:
        """The text."""
        return self.people.r

    def before(self, mention: Mention) -> Iterator[Speaker]:
        """Yield speakers, latest first, then the narrator's mentions before a phrase, latest first."""
        for entry in latest(self.history):
            yield entry.speaker
        yield from self.told_before(mention)

    def told_before(self, mention: Mention) -> Iterator[Speaker]:
        """Yield whom the narrator names before a phrase, latest first."""
        end = bisect_left(self.narrated, mention.first, key=lambda earlier: earlier.first)
        for earlier in reversed(self.narrated[max(0, end - BACK) : end]):
            known = self.plain.get(id(earlier))
            if known is None:
                known = self.plain[id(earlier)] = plain_speaker(self.people, earlier)
            yield known


def plain_speaker(people: People, mention: Mention) -> Speaker:
    """Return the speaker as the phrase itself names him; a person with the fullest name."""
    r = people.r
    roles = roles_of(r, mention)
    counted = _counted(r, mention)
    head = counted or mention.head
    gender, number = agreement(counted) if counted else (mention.gender, mention.number)
    speaker = Speaker(
        name_of(r, mention),
        mention.type,
        roles[0] if roles and mention.names else "",
        gender=gender,
        number=number,
        head=head.entry.word if head else "",
        plural=head is not None and head.inflection.number == "p",
        roles=roles,
    )
    return people.named(mention, speaker) if mention.names else speaker


def _counted(r: Reading, mention: Mention) -> Form | None:
    """'Three sources', 'a number of officers': the head is what is counted."""
    counts = mention.head is not None and mention.head.entry.feature("gender") in _COUNTS
    form = head_at(r, mention.first + 1) if counts and mention.last > mention.first + 1 else None
    return form if form is not None and form.inflection.number == "p" else None


def again(speaker: Speaker, rule: str) -> Speaker:
    """Return a speaker who speaks once more."""
    return replace(speaker, via="", rule=rule)


def refer(context: Context, mention: Mention, speaker: Speaker) -> Speaker:
    """Return whom a phrase without a name means, or the speaker that it describes."""
    if mention.category in ("latter", "one_of_two"):
        return _latter(context, mention, speaker)
    surname = _surname(context, mention, speaker)
    if surname is not None:
        return surname
    if mention.definite and mention.head is not None:
        earlier = (
            _same_head(context, mention, speaker)
            or _same_one(context, mention)
            or _of_nation(context, mention, speaker)
        )
        if earlier is not None:
            return again(earlier, "reference")
    if mention.category in ("title", "rank") and mention.definite:
        person = context.people.holder(speaker.name)
        if person is not None:
            roles = (speaker.name, *person.roles)
            return replace(
                speaker,
                name=person.name,
                type=SpeakerType.PERSON,
                role=speaker.name,
                roles=roles,
                rule="role",
            )
    described = _describes_last(context, mention)
    if described is not None:
        return again(described, "reference")
    return _spelled_before(context, speaker) if mention.type in _UNNAMED else speaker


def _surname(context: Context, mention: Mention, speaker: Speaker) -> Speaker | None:
    """ساحل, حداد: a bare word that is a place or a trade, but also the surname of somebody named whole."""
    if mention.last != mention.first + 1:
        return None
    person = context.people.surnamed(context.r.norm(mention.first))
    if person is None or is_definite_word(context.r, mention.first):
        return None
    roles = person.roles
    return replace(
        speaker,
        name=person.name,
        type=SpeakerType.PERSON,
        role=roles[0] if roles else "",
        roles=roles,
        gender=person.gender,
        rule="full-name",
    )


def _describes_last(context: Context, mention: Mention) -> Speaker | None:
    """'The Ghanaian leader', 'the official': a general word for whoever spoke last, if he is named."""
    r = context.r
    if not r.has(mention.first, "general_title") or not context.history:
        return None
    plain = all(r.noun(n, "nisba", "adjective") for n in range(mention.first + 1, mention.role[1]))
    here = bisect_right(r.sentences, mention.first, key=lambda bounds: bounds[0]) - 1
    common = mention.head is not None and mention.head.entry.features.get("common")
    types = _PERSONAL if common else (SpeakerType.PERSON,)
    near = (entry.speaker for entry in latest(context.history) if here - entry.sentence <= _NEAR)
    fitting = (speaker for speaker in near if speaker.type in types and _agree(mention, speaker))
    return next(fitting, None) if plain else None


def _latter(context: Context, mention: Mention, speaker: Speaker) -> Speaker:
    """'The latter' is who was named last, quoted or not; 'he' and all else is who spoke last."""
    if mention.category == "one_of_two":
        return _one_of_two(context, mention, speaker)
    latter = context.r.has(mention.first, "latter") > 0
    for earlier in (*(context.told_before(mention) if latter else ()), *context.before(mention)):
        if earlier.type in _PERSONAL and _agree(mention, earlier):
            return again(earlier, "reference")
    return speaker


def _one_of_two(context: Context, mention: Mention, speaker: Speaker) -> Speaker:
    """'The first' of two unnamed ones stays so; of two named ones it is his name; else it is nobody."""
    pair = next((earlier for earlier in context.before(mention) if earlier.number in ("d", "p")), None)
    if pair is None:
        return replace(speaker, name="", type=SpeakerType.UNKNOWN, rule="unknown")
    named = pair.name.split(f" {WAW}") if pair.rule == "joined" else []
    if len(named) != 2:
        return replace(speaker, name=context.r.tokens[mention.first].text, rule="reference")
    name = named[context.r.has(mention.first, "second_of_two") > 0]
    return replace(speaker, name=name, type=pair.type, rule="reference")


def _same_one(context: Context, mention: Mention) -> Speaker | None:
    """'The deputy himself': whoever of his gender spoke last."""
    if not (mention.same or context.r.has(mention.last, "same")) or mention.type not in _PERSONAL:
        return None
    recent = (entry.speaker for entry in latest(context.history))
    return next((one for one in recent if one.type in _PERSONAL and _agree(mention, one)), None)


def _same_head(context: Context, mention: Mention, speaker: Speaker) -> Speaker | None:
    """The latest speaker with the same noun, or with a title of it, that has all words of the phrase."""
    bare = mention.head is not None and mention.last <= mention.first + mention.head.length
    words = stems(speaker.name)
    for earlier in context.before(mention):
        if not _agree(mention, earlier) or earlier.name == speaker.name:
            continue
        if earlier.type is SpeakerType.PERSON:
            if any(_titled(words, stems(role), bare=bare) for role in earlier.roles):
                return earlier
        elif f"{earlier.head} ".startswith(f"{speaker.head} ") and _contains(
            earlier, words, mention, bare=bare
        ):
            return earlier
    return None


def _titled(words: Sequence[str], role: Sequence[str], *, bare: bool) -> bool:
    """Whether a title is meant: 'the minister' by one that begins so, more words by one that has them all."""
    if not role or not words:
        return False
    return role[0] == words[0] if bare else set(words) <= set(role)


def _of_nation(context: Context, mention: Mention, speaker: Speaker) -> Speaker | None:
    """'The Algerian minister': the latest person with that title, whose title names no other nation."""
    r, first, last = context.r, mention.first, mention.role[1]
    if mention.category != "title" or last != first + 2 or r.noun(first + 1, "nisba") is None:
        return None
    title = stems(speaker.name)[:1]
    for earlier in context.before(mention):
        if earlier.type is not SpeakerType.PERSON or not _agree(mention, earlier):
            continue
        held = [role for role in earlier.roles if stems(role)[:1] == title]
        if held and not any(_names_nation(role) for role in held):
            return earlier
        if any(_counterpart(role, stems(speaker.name)[1:]) for role in earlier.roles):
            return earlier
    return None


def _counterpart(role: str, nation: Sequence[str]) -> bool:
    """Whether a title is 'his Nigerien counterpart': the same office, of that nation."""
    first = lexicon("speakers").find_word(fold(role).partition(" ")[0])
    return any(form.entry.features.get("counterpart") for form in first) and set(nation) <= set(stems(role))


def _names_nation(role: str) -> bool:
    forms = (form for word in fold(role).split() for form in lexicon("speakers").find_word(word))
    return any(form.entry.sense in ("nisba", "country") for form in forms)


def _contains(earlier: Speaker, words: Sequence[str], mention: Mention, *, bare: bool) -> bool:
    if bare:
        same = words[0] in stems(earlier.name)[: 2 if earlier.plural else 1] if words else False
        return same and (len(stems(earlier.name)) > 1 or earlier.rule == "reference")
    return mention.number == "s" and earlier.type in _UNNAMED and set(words) <= set(stems(earlier.name))


def goes_on(context: Context, mention: Mention) -> Speaker | None:
    """After 'and he added', a definite title that nobody was given yet is whoever spoke last."""
    if mention.type is not SpeakerType.ROLE or not mention.definite:
        return None
    last = next((entry.speaker for entry in latest(context.history, Part.SPEAKS, Part.NAMED)), None)
    fits = last is not None and last.type in (SpeakerType.PERSON, SpeakerType.ROLE) and _agree(mention, last)
    return again(last, "reference") if last is not None and fits else None


def _agree(mention: Mention, speaker: Speaker) -> bool:
    if mention.number != speaker.number:
        return False
    return not mention.gender or not speaker.gender or mention.gender == speaker.gender


def _spelled_before(context: Context, speaker: Speaker) -> Speaker:
    """The same unnamed speakers keep the spelling of their first mention (أميركيون, أمريكيون)."""
    key = " ".join([speaker.type, *(skeleton(word) for word in stems(speaker.name))])
    return replace(speaker, name=context.spellings.setdefault(key, speaker.name))
