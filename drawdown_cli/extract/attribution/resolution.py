"""Say who speaks in each draft: by the phrase that names him, or as the one who spoke last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from drawdown_cli.arabic.letters import WAW
from drawdown_cli.arabic.normalize import fold
from drawdown_cli.extract.attribution.context import Context, again, plain_speaker
from drawdown_cli.extract.attribution.focus import Entry, Part, gender_of, latest, told_subjects
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.newcomers import newcomer
from drawdown_cli.extract.attribution.pairs import joined_speaker
from drawdown_cli.extract.attribution.people import People, Speaker, nobody, words_of
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and, conjunction, frames
from drawdown_cli.extract.attribution.references import goes_on, refer
from drawdown_cli.extract.attribution.repeats import give_headings
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.extract.attribution.shortnames import short_names
from drawdown_cli.extract.attribution.subjects import asked_him, phrases_in
from drawdown_cli.extract.attribution.surnames import surname_mentions
from drawdown_cli.extract.attribution.wording import name_of
from drawdown_cli.models import QuoteKind, SpeakerType

_SENTENCES_BACK = 4
_FAR = 2
_MENTIONS_BACK = 60
_BODY = SpeakerType.ORGANISATION
_PUBLISH = "نشر"
_IN_NARRATION = (
    SpeakerType.PERSON,
    SpeakerType.ROLE,
    SpeakerType.ANONYMOUS,
    SpeakerType.COLLECTIVE,
    SpeakerType.ORGANISATION,
)


class _Silent(NamedTuple):
    """Somebody whom the text names without quoting him, with the number and the start of his sentence."""

    sentence: int
    mention: Mention
    part: Part
    first: int = 0


def resolve(scan: Scan) -> list[Speaker]:
    """Return the speaker of each draft, in step with them; an empty name where nobody can be named."""
    context = _context(scan.r, scan)
    coming = _unquoted(scan, context.narrated)
    coming.reverse()
    speakers: list[Speaker] = []
    for draft in scan.drafts:
        while coming and coming[-1].mention.first < draft.cue[0]:
            _meet(context, coming.pop())
        speaker = _speaker(context, draft)
        if draft.via is not None:
            speaker.via = name_of(scan.r, draft.via)
            context.carrier = (draft.sentence, draft.via)
        speakers.append(speaker)
        if draft.number == "s" and speaker.number == "s" and draft.form is not None:
            speaker.gender = speaker.gender or draft.gender
        if draft.mention is not None and draft.mention.names and speaker.gender:
            context.genders.setdefault(speaker.name, speaker.gender)
        context.asker = speaker.name if _asks(draft) else ""
        if speaker.name:
            context.history.append(Entry(draft.sentence, speaker, Part.SPEAKS))
    give_headings(scan, speakers)
    return speakers


def _meet(context: Context, silent: _Silent) -> None:
    """Bring into focus somebody whom the text names without quoting him."""
    speaker = _named(context, silent.mention, "")
    if silent.part is Part.TOLD and speaker.number == "s":
        speaker.gender = speaker.gender or gender_of(context.r, silent.mention, silent.first)
    context.history.append(Entry(silent.sentence, speaker, silent.part))


def _context(r: Reading, scan: Scan) -> Context:
    # A cue shows where its speaker's phrase ends: 'the president accused X of' holds no name in 'of'.
    # A verb that announces nothing may take what stands behind a name: 'handed over X the keys'.
    quoted = {mention.first: mention for _, mention in scan.layer if not mention.names}
    quoted.update((draft.mention.first, draft.mention) for draft in scan.drafts if draft.mention)
    narrated = [_fuller(found, quoted.get(found.first)) for found in _outside_words(r, scan.drafts)]
    narrated.sort(key=lambda mention: mention.first)
    people = People(r)
    named = [*narrated, *(mention for _, mention in scan.layer)]
    short = (found for found in surname_mentions(r, named) if not _is_content(found, scan.drafts))
    narrated = sorted([*narrated, *short], key=lambda mention: mention.first)
    everybody = sorted([*narrated, *(m for _, m in scan.layer)], key=lambda mention: mention.first)
    for mention in everybody:
        people.meet(mention)
    return Context(people, narrated, short_names(r, everybody))


def _fuller(found: Mention, spoken: Mention | None) -> Mention:
    """The phrase as its cue shows it, where that is no name or a longer one."""
    if spoken is None or not spoken.names:
        return spoken or found
    return spoken if found.names and spoken.names[0][1] > found.names[0][1] else found


def _outside_words(r: Reading, drafts: Sequence[Draft]) -> Iterator[Mention]:
    """Yield the noun phrases outside all reported words."""
    at = 0
    for draft in sorted(drafts, key=lambda draft: draft.first):
        if draft.first > at:
            yield from phrases_in(r, at, draft.first)
        at = max(at, draft.last)
    yield from phrases_in(r, at, len(r.tokens))


def _is_content(mention: Mention, drafts: Sequence[Draft]) -> bool:
    """Whether a mention stands inside somebody's reported words."""
    at = bisect_right(drafts, mention.first, key=lambda draft: draft.first) - 1
    return at >= 0 and drafts[at].first <= mention.first < drafts[at].last


def _unquoted(scan: Scan, narrated: Sequence[Mention]) -> list[_Silent]:
    """Whom the text names without quoting them: where a cue stands, and as subjects of what it tells."""
    quoted = {id(draft.mention) for draft in scan.drafts}
    named = [
        _Silent(number, mention, Part.NAMED)
        for number, mention in scan.layer
        if id(mention) not in quoted and not _is_published(scan.r, mention)
    ]
    known = {mention.first for _, mention in scan.layer}
    told = [
        _Silent(number, mention, Part.TOLD, scan.r.sentences[number][0])
        for number, mention in told_subjects(scan.r, narrated)
        if mention.first not in known
    ]
    return sorted([*named, *told], key=lambda silent: silent.mention.first)


def _is_published(r: Reading, mention: Mention) -> bool:
    """'The article was published on the site': what is done to a document is not its word."""
    verbs = r.cues[mention.first - 1] if mention.first else ()
    return mention.type is SpeakerType.DOCUMENT and any(form.entry.word == _PUBLISH for form in verbs)


def _speaker(context: Context, draft: Draft) -> Speaker:
    if draft.mention is not None:
        gender = draft.gender if draft.form is not None and draft.mention.number == "s" else ""
        speaker = _named(context, draft.mention, gender)
        if "continues" not in frames(draft.form):
            return speaker
        if speaker.type is SpeakerType.ROLE:
            return goes_on(context, draft.mention) or speaker
        return _same_name(context, draft.mention) or speaker
    return _unsaid(context, draft)


def _same_name(context: Context, mention: Mention) -> Speaker | None:
    """'And Ali added': who spoke last where he has that name, though another has it too."""
    words = words_of(context.r, mention) if mention.names else ()
    last = next(latest(context.history, Part.SPEAKS), None)
    if len(words) != 1 or last is None or last.speaker.type is not SpeakerType.PERSON:
        return None
    return again(last.speaker, "full-name") if words[0] in fold(last.speaker.name).split() else None


def _unsaid(context: Context, draft: Draft) -> Speaker:
    """Who speaks where no phrase says so: the subject of the sentence, else whoever is in focus."""
    recent = latest(context.history)
    if draft.hint is None and "text" in frames(draft.form) and draft.kind is not QuoteKind.DIRECT:
        texts = (one for one in recent if one.speaker.type is SpeakerType.DOCUMENT)
        text = next((one for one in texts if draft.sentence - one.sentence <= _FAR), None)
        return (
            again(text.speaker, "continuation") if text else Speaker("", SpeakerType.UNKNOWN, rule="unknown")
        )
    asker = context.asker if draft.form is not None and conjunction(draft.form) == "ف" else ""
    agreeing = [one for one in recent if _agree(draft, one.speaker) and one.speaker.name != asker]
    asked = asked_him(context.r, context.r.sentences[draft.sentence][0], draft.cue[0])
    if asked:
        agreeing = [one for one in agreeing if one.sentence < draft.sentence]
    fitting = [entry for entry in agreeing if _as_many(draft, entry.speaker)]
    if draft.hint is not None and not asked:
        return _hinted(context, draft, [entry for entry in fitting if entry.sentence == draft.sentence])
    fitting = _subject_first(fitting)
    return _in_focus(context, draft, fitting) or _of_narration(context, draft, fitting, agreeing)


def _in_focus(context: Context, draft: Draft, fitting: list[Entry]) -> Speaker | None:
    """Who goes on: who has just spoken or acted, or whom the paragraph is the first to name."""
    spoke = [entry for entry in fitting if entry.part is not Part.TOLD]
    # 'And he added' goes on with what was said, past whoever is told of in between.
    acts = fitting[:1] and fitting[0].part is Part.TOLD and fitting[0].sentence == draft.sentence
    on = bool(spoke) and "continues" in frames(draft.form) and not acts
    chosen = spoke if on else fitting
    new = None if on else newcomer(context, draft, chosen[0].sentence if chosen else -1)
    if new is not None and _agree(draft, new):
        return again(new, "subject-before")
    if chosen and (on or draft.sentence - chosen[0].sentence <= _FAR):
        return again(chosen[0].speaker, "continuation")
    medium = None if chosen or draft.form is None else _medium(context, draft)
    return again(medium, "continuation") if medium is not None else None


def _of_narration(context: Context, draft: Draft, fitting: list[Entry], agreeing: Sequence[Entry]) -> Speaker:
    """Nobody is in focus: whom the narration names, else who has spoken farther away."""
    narrated = _narrated(context, draft)
    if fitting and (narrated.type is not SpeakerType.PERSON or draft.form is None):
        return again(fitting[0].speaker, "continuation")
    return again(agreeing[0].speaker, "continuation") if agreeing and not narrated.name else narrated


def _subject_first(fitting: list[Entry]) -> list[Entry]:
    """'The researcher relies on that the army moved nothing. And he warned': who acts, no body inside."""
    if not fitting or fitting[0].part is not Part.NAMED or fitting[0].speaker.type is not _BODY:
        return fitting
    here = (n for n, one in enumerate(fitting) if n and one.sentence == fitting[0].sentence)
    at = next((n for n in here if fitting[n].speaker.type is not _BODY), 0)
    return [fitting[at], *fitting[:at], *fitting[at + 1 :]] if at else fitting


def _medium(context: Context, draft: Draft) -> Speaker | None:
    """'The newspaper, quoting officers, confirmed …. And she pointed to': who carried the words before."""
    sentence, carrier = context.carrier
    if carrier is None or draft.sentence - sentence > 1 or carrier.type is not SpeakerType.MEDIA:
        return None
    medium = _named(context, carrier, "")
    return medium if medium.gender and _agree(draft, medium) else None


def _hinted(context: Context, draft: Draft, here: Sequence[Entry]) -> Speaker:
    """The subject that the walk saw in the sentence, unless another one is plainly its subject."""
    assert draft.hint is not None
    speaker = _named(context, draft.hint, draft.gender)
    same = any(entry.speaker.name == speaker.name for entry in here)
    # 'X met the chairwoman Y, who said that' is hers.
    relative = draft.inner or context.r.has(draft.cue[0] - 1, "relative") > 0
    if here and not (same or relative) and draft.rule != "document":
        speaker = here[0].speaker
    return again(speaker, "subject")


def _as_many(draft: Draft, speaker: Speaker) -> bool:
    """Whether a dual verb has a dual subject, a plural one a plural: قالا are two, قالوا are more."""
    return draft.number not in ("d", "p") or speaker.number in ("", draft.number) or speaker.plural


def _asks(draft: Draft) -> bool:
    """Whether somebody is asked by name or pronoun: he answers, not who asks."""
    form = draft.form
    return form is not None and form.entry.feature("act") == "question" and "addressee" in frames(form)


def _agree(draft: Draft, speaker: Speaker) -> bool:
    """Whether a speaker fits what a verb without a subject says of him."""
    if not draft.gender:
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
        for mention in sorted(here, key=lambda found: _rank(context.r, found, first)):
            place, governed, _ = _rank(context.r, mention, first)
            if place and governed and not mention.extra:  # قرب دهوك
                continue
            speaker = _named(context, mention, "")
            if draft.form is not None and draft.number == "s" and _counted_inside(context.r, mention, first):
                continue
            if speaker.type in _IN_NARRATION and _agree(draft, speaker):
                speaker.rule = "subject-before"
                return speaker
    return nobody()


def _counted_inside(r: Reading, mention: Mention, first: int) -> bool:
    """Whether a mention is somebody's men inside a sentence: 'by cutting the number of its forces'."""
    inside = mention.type is SpeakerType.COLLECTIVE and mention.first > first + 1
    return inside and any(form.inflection.suffix for form in r.nouns[mention.last - 1])


def _rank(r: Reading, mention: Mention, first: int) -> tuple[bool, bool, bool]:
    """Places last, unless the sentence begins with what they do; then the governed; persons before bodies.

    على رصيف الميناء: a body that a noun stands before is governed too.
    """
    proclitic = mention.head.proclitic.removesuffix(ARTICLE) if mention.head else ""
    governed = r.has(mention.first - 1, "preposition") > 0 or proclitic.endswith(("ب", "ل"))
    body = mention.type is SpeakerType.ORGANISATION
    before = mention.first - 1
    if body and before > first and r.has(before - 1, "preposition") and not r.small[before]:
        return True, True, body
    return body and mention.category == "country" and mention.first > first + 1, governed, body


def _named(context: Context, mention: Mention, gender: str) -> Speaker:
    if mention.extra:
        return _several(context, mention)
    whole = context.shorts.whole(context.r, mention)
    speaker = plain_speaker(context.people, whole or mention)
    speaker.role = speaker.role or context.shorts.shorts.get(speaker.name, "")
    if whole is not None:
        return again(speaker, "full-name")
    speaker.gender = speaker.gender or context.genders.get(speaker.name, gender)
    return speaker if mention.names else refer(context, mention, speaker)


def _several(context: Context, mention: Mention) -> Speaker:
    extra, mention.extra = mention.extra, []
    members = [_named(context, member, "") for member in (mention, *extra)]
    mention.extra = extra
    for member, phrase in zip(members[1:], extra, strict=True):
        whole = context.r.tokens[phrase.first].text == member.name.partition(" ")[0]
        if whole and begins_with_and(context.r, phrase.first):
            member.name = member.name.removeprefix(WAW)
    if len({member.name for member in members}) == 1:
        return members[-1]  # 'the researcher and former diplomat X' is one
    return joined_speaker(members)
