"""Say who speaks in each draft: by the phrase that names him, or as the one who spoke last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.extract.attribution.people import People, Speaker
from drawdown_cli.extract.attribution.phrases import Mention
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and, frames
from drawdown_cli.extract.attribution.references import Context, again, goes_on, plain_speaker, refer
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.extract.attribution.subjects import phrases_in
from drawdown_cli.extract.attribution.wording import name_of
from drawdown_cli.models import SpeakerType

_SENTENCES_BACK = 4
_SPEAKERS_BACK = 60
_MENTIONS_BACK = 60
_IN_NARRATION = (
    SpeakerType.PERSON,
    SpeakerType.ROLE,
    SpeakerType.ANONYMOUS,
    SpeakerType.COLLECTIVE,
    SpeakerType.ORGANISATION,
)


def resolve(scan: Scan) -> list[Speaker]:
    """Return the speaker of each draft, in step with them; an empty name where nobody can be named."""
    context = _context(scan.r, scan)
    silent = _unquoted(scan)
    speakers: list[Speaker] = []
    for draft in scan.drafts:
        while silent and silent[0][1].first < draft.cue[0]:
            number, mention = silent.pop(0)
            context.history.append((number, _named(context, mention, "")))
        speaker = _speaker(context, draft)
        if draft.via is not None:
            speaker.via = name_of(scan.r, draft.via)
        speakers.append(speaker)
        if draft.number == "s" and speaker.number == "s" and draft.form is not None:
            speaker.gender = speaker.gender or draft.gender
        if speaker.name:
            context.history.append((draft.sentence, speaker))
    return speakers


def _context(r: Reading, scan: Scan) -> Context:
    # A cue shows where its speaker's phrase ends: 'the president accused X of' holds no name in 'of'.
    quoted = {mention.first: mention for _, mention in scan.layer if not mention.names}
    phrases = (quoted.get(found.first, found) for found in phrases_in(r, 0, len(r.tokens)))
    narrated = [found for found in phrases if not _is_content(found, scan.drafts)]
    narrated.sort(key=lambda mention: mention.first)
    people = People(r)
    for mention in sorted([*narrated, *(m for _, m in scan.layer)], key=lambda mention: mention.first):
        people.meet(mention)
    return Context(people, narrated)


def _is_content(mention: Mention, drafts: Sequence[Draft]) -> bool:
    """Whether a mention stands inside somebody's reported words."""
    at = bisect_right(drafts, mention.first, key=lambda draft: draft.first) - 1
    return at >= 0 and drafts[at].first <= mention.first < drafts[at].last


def _unquoted(scan: Scan) -> list[tuple[int, Mention]]:
    """Whom the reporting layer names without quoting them, carriers among them."""
    quoted = {id(draft.mention) for draft in scan.drafts}
    silent = [(number, mention) for number, mention in scan.layer if id(mention) not in quoted]
    return sorted(silent, key=lambda pair: pair[1].first)


def _speaker(context: Context, draft: Draft) -> Speaker:
    if draft.mention is not None:
        gender = draft.gender if draft.form is not None and draft.mention.number == "s" else ""
        speaker = _named(context, draft.mention, gender)
        if speaker.type is SpeakerType.ROLE and "continues" in frames(draft.form):
            return goes_on(context, draft.mention) or speaker
        return speaker
    if draft.hint is not None:
        speaker = _named(context, draft.hint, draft.gender)
        speaker.rule = "subject"
        return speaker
    recent = [speaker for _, speaker in reversed(context.history[-_SPEAKERS_BACK:])]
    earlier = next(
        (speaker for speaker in recent if _agree(draft, speaker) and _as_many(draft, speaker)), None
    )
    if earlier is not None:
        return again(earlier, "continuation")
    narrated = _narrated(context, draft)
    several = None if narrated.name else next((speaker for speaker in recent if _agree(draft, speaker)), None)
    return narrated if several is None else again(several, "continuation")


def _as_many(draft: Draft, speaker: Speaker) -> bool:
    """Whether a dual verb has a dual subject, a plural one a plural: قالا are two, قالوا are more."""
    return draft.number not in ("d", "p") or speaker.number in ("", draft.number) or speaker.plural


def _agree(draft: Draft, speaker: Speaker) -> bool:
    """Whether a speaker fits what a verb without a subject says of him."""
    if draft.form is None or not draft.gender:
        return True
    if draft.number in ("p", "d"):
        women = draft.gender == "f" and speaker.plural and speaker.gender == "f"
        return speaker.number != "s" or women
    if speaker.number != "s":
        return False
    return not speaker.gender or speaker.gender == draft.gender


def _narrated(context: Context, draft: Draft) -> Speaker:
    """Nobody who fits has spoken: whom the nearest sentence names that names somebody who fits."""
    sentences = context.r.sentences
    for number in range(draft.sentence, max(-1, draft.sentence - _SENTENCES_BACK), -1):
        first, last, _ = sentences[number]
        end = min(last, draft.cue[0])
        until = bisect_right(context.narrated, end - 1, key=lambda mention: mention.first)
        near = context.narrated[max(0, until - _MENTIONS_BACK) : until]
        here = [mention for mention in near if mention.first >= first]
        for mention in sorted(here, key=lambda found: _rank(context.r, found)):
            speaker = _named(context, mention, "")
            if speaker.type in _IN_NARRATION and _agree(draft, speaker):
                speaker.rule = "subject-before"
                return speaker
    return Speaker("", SpeakerType.UNKNOWN, rule="unknown")


def _rank(r: Reading, mention: Mention) -> tuple[bool, bool, bool]:
    """Places last, then those that a preposition governs; persons before bodies."""
    proclitic = mention.head.proclitic.removesuffix(ARTICLE) if mention.head else ""
    governed = r.has(mention.first - 1, "preposition") > 0 or proclitic.endswith(("ب", "ل"))
    body = mention.type is SpeakerType.ORGANISATION
    return body and mention.category == "country", governed, body


def _named(context: Context, mention: Mention, gender: str) -> Speaker:
    if mention.extra:
        return _several(context, mention)
    speaker = plain_speaker(context.people, mention)
    speaker.gender = speaker.gender or gender
    return speaker if mention.names else refer(context, mention, speaker)


def _several(context: Context, mention: Mention) -> Speaker:
    extra, mention.extra = mention.extra, []
    members = [_named(context, member, "") for member in (mention, *extra)]
    mention.extra = extra
    for member, phrase in zip(members[1:], extra, strict=True):
        whole = context.r.tokens[phrase.first].text == member.name.partition(" ")[0]
        if whole and begins_with_and(context.r, phrase.first):
            member.name = member.name.removeprefix(WAW)
    joined = f" {WAW}".join(member.name for member in members)
    return Speaker(joined, members[0].type, members[0].role, gender="m", number="d", rule="joined")
