"""Say who a speaker is: short names to full ones, roles to persons, 'he added' to who spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drawdown_cli.arabic.letters import ALEF, WAW, YEH
from drawdown_cli.extract.attribution.names import ARTICLE
from drawdown_cli.extract.attribution.phrases import Mention
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and
from drawdown_cli.extract.attribution.scan import Draft
from drawdown_cli.extract.attribution.verbs import phrases_in
from drawdown_cli.extract.attribution.wording import name_of, role_of, stems
from drawdown_cli.models import SpeakerType, TokenKind

_REFLEXIVE = ("نفسه", "نفسها", "ذاته", "ذاتها", "عينه", "عينها", "المذكور", "المذكوره", "انفسهم")
_LAST_ONE = ("الاخير", "الاخيره")


@dataclass(slots=True)
class Speaker:
    """Who speaks, as the article lets us say it, and how we know."""

    name: str
    type: SpeakerType
    role: str = ""
    affiliation: str = ""
    via: str = ""
    gender: str = ""
    number: str = "s"
    head: str = ""
    rule: str = "named"


@dataclass(slots=True)
class _Person:
    name: str
    words: tuple[str, ...]
    role: str
    role_words: tuple[frozenset[str], ...]
    gender: str
    at: int


@dataclass(slots=True)
class _Article:
    r: Reading
    people: list[_Person] = field(default_factory=list)


def resolve(r: Reading, drafts: Sequence[Draft], layer: Sequence[tuple[int, Mention]]) -> list[Speaker]:
    """Return the speaker of each draft, in step with them."""
    article = _Article(r)
    narrated = list(phrases_in(r, 0, len(r.tokens)))
    for mention in sorted([*narrated, *(mention for _, mention in layer)], key=lambda mention: mention.first):
        _meet(article, mention)
    speakers: list[Speaker] = []
    history: list[tuple[int, Speaker]] = []
    silent = _unquoted(drafts, layer)
    for draft in drafts:
        while silent and silent[0][1].first < draft.first:
            number, mention = silent.pop(0)
            history.append((number, _named(article, mention, history, "")))
        speaker = _speaker(article, draft, history, narrated)
        if draft.via is not None:
            speaker.via = name_of(article.r, draft.via)
        speakers.append(speaker)
        if speaker.name:
            history.append((draft.sentence, speaker))
    return speakers


def _unquoted(drafts: Sequence[Draft], layer: Sequence[tuple[int, Mention]]) -> list[tuple[int, Mention]]:
    quoted = {id(draft.mention) for draft in drafts}
    return sorted(
        ((number, mention) for number, mention in layer if id(mention) not in quoted),
        key=lambda pair: pair[1].first,
    )


def _speaker(
    article: _Article, draft: Draft, history: Sequence[tuple[int, Speaker]], narrated: Sequence[Mention]
) -> Speaker:
    if draft.mention is not None:
        gender = draft.gender if draft.form is not None and draft.mention.number == "s" else ""
        return _named(article, draft.mention, history, gender)
    if draft.hint is not None:
        speaker = _named(article, draft.hint, history, draft.gender)
        speaker.rule = "subject"
        return speaker
    for _, earlier in reversed(history):
        if _agree(draft, earlier):
            return _again(earlier, "continuation")
    return _narrated(article, draft, narrated, history)


def _again(speaker: Speaker, rule: str) -> Speaker:
    return Speaker(
        speaker.name,
        speaker.type,
        speaker.role,
        speaker.affiliation,
        "",
        speaker.gender,
        speaker.number,
        speaker.head,
        rule,
    )


def _agree(draft: Draft, speaker: Speaker) -> bool:
    if not draft.gender or draft.form is None:
        return True
    if draft.number == "p":
        return speaker.number != "s"
    if draft.number == "d":
        return speaker.number != "s"
    if speaker.number != "s" and speaker.type is not SpeakerType.ORGANISATION:
        return False
    return not speaker.gender or speaker.gender == draft.gender


def _narrated(
    article: _Article, draft: Draft, narrated: Sequence[Mention], history: Sequence[tuple[int, Speaker]]
) -> Speaker:
    """Nobody who fits has spoken: the subject of the nearest sentence before that names somebody who fits."""
    sentences = article.r.sentences
    for number in range(draft.sentence, max(-1, draft.sentence - 4), -1):
        first, last, _ = sentences[number]
        for mention in narrated:
            if not first <= mention.first < min(last, draft.cue[0]):
                continue
            speaker = _named(article, mention, history, "")
            if speaker.type is SpeakerType.DOCUMENT or not _agree(draft, speaker):
                continue
            speaker.rule = "subject-before"
            return speaker
    return Speaker("", SpeakerType.UNKNOWN, rule="unknown")


# --- naming ----------------------------------------------------------------------------------------------


def _named(
    article: _Article, mention: Mention, history: Sequence[tuple[int, Speaker]], gender: str
) -> Speaker:
    if mention.extra:
        return _several(article, mention, history)
    speaker = Speaker(
        name_of(article.r, mention),
        mention.type,
        role_of(article.r, mention),
        gender=mention.gender or gender,
        number=mention.number,
        head=mention.head.entry.word if mention.head else "",
    )
    if mention.names:
        return _full_name(article, mention, speaker)
    return _referred(article, mention, speaker, history)


def _several(article: _Article, mention: Mention, history: Sequence[tuple[int, Speaker]]) -> Speaker:
    extra, mention.extra = mention.extra, []
    members = [_named(article, member, history, "") for member in (mention, *extra)]
    mention.extra = extra
    for member, phrase in zip(members[1:], extra, strict=True):
        if begins_with_and(article.r, phrase.first) and member.name.startswith(WAW):
            member.name = member.name[1:]
    joined = f" {WAW}".join(member.name for member in members)
    return Speaker(joined, members[0].type, members[0].role, gender="m", number="d", rule="joined")


def _full_name(article: _Article, mention: Mention, speaker: Speaker) -> Speaker:
    words = words_of(article.r, mention.names[0])
    found = [person for person in article.people if _same_person(words, person.words)]
    if not found:
        return speaker
    longest = max(len(person.words) for person in found)
    best = [person for person in found if len(person.words) == longest]
    before = [person for person in best if person.at <= mention.first] or best
    person = before[-1]
    speaker.name = person.name
    speaker.role = speaker.role or next(
        (p.role for p in found if p.role and p.at <= mention.first), person.role
    )
    speaker.gender = speaker.gender or person.gender
    if longest > len(words):
        speaker.rule = "full-name"
    return speaker


def _referred(
    article: _Article, mention: Mention, speaker: Speaker, history: Sequence[tuple[int, Speaker]]
) -> Speaker:
    """'The source', 'the same official', 'the latter', 'the prime minister'."""
    r = article.r
    following = r.norm(mention.last)
    same = following in _REFLEXIVE
    bare = mention.head is not None and mention.last == mention.first + mention.head.length
    if mention.definite and mention.head is not None:
        earlier = _earlier(speaker, mention, history, bare=bare, r=r)
        if earlier is not None:
            return _again(earlier, "reference")
    if same and history and mention.type in (SpeakerType.ROLE, SpeakerType.PERSON):
        return _again(history[-1][1], "reference")
    if mention.category in ("title", "rank") and mention.definite:
        person = _holder(article, mention)
        if person is not None:
            return Speaker(
                person.name,
                SpeakerType.PERSON,
                speaker.role or person.role,
                gender=person.gender or speaker.gender,
                head=speaker.head,
                rule="role",
            )
    return speaker


def _earlier(
    speaker: Speaker, mention: Mention, history: Sequence[tuple[int, Speaker]], *, bare: bool, r: Reading
) -> Speaker | None:
    words = set(stems(speaker.name))
    for _, earlier in reversed(history):
        if earlier.head != speaker.head or earlier.number != speaker.number:
            continue
        if bare or (earlier.number == "s" and words <= set(stems(earlier.name))):
            return earlier
        if not bare and earlier.type is SpeakerType.PERSON and words <= set(stems(earlier.role)):
            return earlier
    return None


def _holder(article: _Article, mention: Mention) -> _Person | None:
    """The one person whose title in this article has all the words of this one."""
    words = frozenset(stems(article.r.between(*mention.role)))
    if len(words) < 1:
        return None
    found = {
        person.words[-1]: person
        for person in article.people
        if any(words <= role for role in person.role_words)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _meet(article: _Article, mention: Mention) -> None:
    """Take note of a named person and his title."""
    if not mention.names:
        return
    r = article.r
    name = r.between(*mention.names[0])
    words = words_of(r, mention.names[0])
    role = role_of(r, mention)
    role_words = (frozenset(stems(role)),) if role else ()
    article.people.append(_Person(name, words, role, role_words, mention.gender, mention.first))


def words_of(r: Reading, span: tuple[int, int]) -> tuple[str, ...]:
    """Return the folded words of a name."""
    return tuple(r.norm(n) for n in range(*span) if r.tokens[n].kind is not TokenKind.MARK)


def _same_person(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether one name is the other's surname, or both have the same ends."""
    if not short or not full:
        return False
    if len(short) == 1 and len(full) > 2 and short[0] in full[1:]:
        return True
    if _skeleton(short[-1]) != _skeleton(full[-1]):
        return False
    if len(short) == 1 or len(full) == 1:
        return True
    known = [_skeleton(word) for word in full]
    return all(_skeleton(word) in known for word in short)


def _skeleton(word: str) -> str:
    """A name without the long vowels that transliterations waver in."""
    bare = word.removeprefix(ARTICLE) if len(word) > 4 else word
    kept = bare[:1] + "".join(letter for letter in bare[1:] if letter not in (ALEF, WAW, YEH))
    return kept.replace("غ", "ج").replace("ك", "ج") if len(kept) > 2 else bare
