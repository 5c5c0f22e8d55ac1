"""What a reference can reach back to: who has spoken and whom the narrator has named."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from drawdown_cli.extract.attribution.focus import BACK, Entry, latest
from drawdown_cli.extract.attribution.heads import agreement, head_at
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.people import People, Speaker, roles_of
from drawdown_cli.extract.attribution.reading import Reading
from drawdown_cli.extract.attribution.shortnames import ShortNames
from drawdown_cli.extract.attribution.wording import COUNTS, name_of
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType

_MET = 12


@dataclass(slots=True)
class Context:
    """What a reference can reach back to: who has spoken, whom the narrator has named."""

    people: People
    narrated: Sequence[Mention]
    shorts: ShortNames
    history: list[Entry] = field(default_factory=list)
    spellings: dict[str, str] = field(default_factory=dict)
    plain: dict[int, Speaker] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    asker: str = ""
    carrier: tuple[int, Mention | None] = (0, None)

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
        for earlier in self.narrated_before(mention):
            known = self.plain.get(id(earlier))
            if known is None:
                known = self.plain[id(earlier)] = plain_speaker(self.people, earlier)
            # Two who are named together are two to choose from.
            yield from (plain_speaker(self.people, other) for other in reversed(earlier.extra))
            yield replace(known, number="s") if earlier.extra else known

    def narrated_before(self, mention: Mention) -> Iterator[Mention]:
        """Yield the phrases by which the narrator names others before a phrase, latest first."""
        end = bisect_left(self.narrated, mention.first, key=lambda earlier: earlier.first)
        yield from reversed(self.narrated[max(0, end - BACK) : end])

    def met_before(self, mention: Mention) -> list[Speaker]:
        """Return the persons whom the latest told sentence with two persons names, in order."""
        end = bisect_left(self.narrated, mention.first, key=lambda earlier: earlier.first)
        sentences: dict[int, list[Speaker]] = {}
        for earlier in self.narrated[max(0, end - _MET) : end]:
            if earlier.type is SpeakerType.PERSON and not earlier.extra:
                number = bisect_right(self.r.sentences, earlier.first, key=lambda bounds: bounds[0])
                sentences.setdefault(number, []).append(plain_speaker(self.people, earlier))
        return next((met for met in reversed(sentences.values()) if len(met) == 2), [])


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
    counts = mention.head is not None and mention.head.entry.feature("gender") in COUNTS
    form = head_at(r, mention.first + 1) if counts and mention.last > mention.first + 1 else None
    return form if form is not None and form.inflection.number == "p" else None


def again(speaker: Speaker, rule: str) -> Speaker:
    """Return a speaker who speaks once more."""
    return replace(speaker, via="", rule=rule)


def agree(mention: Mention, speaker: Speaker) -> bool:
    """Whether a phrase and a speaker have one number, and no two genders."""
    if mention.number != speaker.number:
        return False
    return not mention.gender or not speaker.gender or mention.gender == speaker.gender
