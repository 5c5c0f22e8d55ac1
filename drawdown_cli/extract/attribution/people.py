"""The persons that one article names: their full names, their titles, and who a short name means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from drawdown_cli.extract.attribution.directory import Directory, Person, directory_of, skeleton
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.offices import other_office, stems
from drawdown_cli.extract.attribution.phrases import bare_name
from drawdown_cli.extract.attribution.reading import Reading, frames
from drawdown_cli.extract.attribution.shapes import ARTICLE
from drawdown_cli.extract.attribution.wording import name_of, role_of, without_proclitic
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import SpeakerType, TokenKind

_NEAR = 60
_PAIR = 2


@dataclass(slots=True)
class Speaker:
    """Who speaks, as the article lets us say it, and how we know."""

    name: str
    type: SpeakerType
    role: str = ""
    via: str = ""
    gender: str = ""
    number: str = "s"
    head: str = ""
    rule: str = "named"
    plural: bool = False
    roles: tuple[str, ...] = ()


def nobody() -> Speaker:
    """Return the speaker of words of which the text does not say whose they are."""
    return Speaker("", SpeakerType.UNKNOWN, rule="unknown")


@dataclass(slots=True)
class People:
    """All persons that an article names, in order."""

    r: Reading
    met: dict[tuple[str, ...], Person] = field(default_factory=dict)
    known: Directory | None = None
    pairs: Counter[tuple[str, ...]] | None = None

    @property
    def directory(self) -> Directory:
        """All persons met, by the words of their names and titles."""
        if self.known is None:
            self.known = directory_of(self.met.values())
        return self.known

    def meet(self, mention: Mention) -> None:
        """Take note of the persons that a mention names, and of their titles."""
        for member in mention.extra:
            self.meet(member)
        words = words_of(self.r, mention) if mention.names else ()
        if words:
            self.known = None
            name, roles = name_of(self.r, mention), roles_of(self.r, mention)
            person = self.met.setdefault(words, Person(name, words, (), "", mention.first))
            person.roles = tuple(dict.fromkeys((*person.roles, *roles)))
            person.gender = person.gender or mention.gender

    def named(self, mention: Mention, speaker: Speaker) -> Speaker:
        """Return the speaker with the fullest name that the article has for him, and all his titles."""
        whole = words_of(self.r, mention)
        words = self._subject(mention, whole) or self._known_part(mention, whole)
        if mention.head is None and self.r.articled(mention.names[0][0]):
            words = self._without_title(words) or words
        found = [person for person in self.directory.alike(words) if self._same(words, person.words)]
        if len(words) == 1 and _is_unknown(words[0]):
            # بوتين is a surname before it is the first of two words that only stand side by side.
            ending = [p for p in found if len(p.words) > 1 and same_end(p.words, words)]
            found = ending or [p for p in found if p.words != whole or whole == words]
        if words != whole:
            found = [p for p in found if p.words != whole] or found
        if not found and words != whole and words == whole[: len(words)]:
            speaker.name = " ".join(speaker.name.split()[: len(words)])
        if not found:
            return speaker
        longest = max(len(person.words) for person in found)
        best = [person for person in found if len(person.words) == longest]
        person = ([other for other in best if other.at <= mention.first] or best)[-1]
        if longest > len(words):
            speaker.name, speaker.rule = person.name, "full-name"
        roles = [
            role
            for other in (person, *found)
            if same_person(other.words, person.words)
            for role in other.roles
        ]
        speaker.roles = tuple(dict.fromkeys((*speaker.roles, *roles)))
        speaker.role = speaker.role or next(iter(speaker.roles), "")
        speaker.gender = speaker.gender or next((other.gender for other in found if other.gender), "")
        return speaker

    def _subject(self, mention: Mention, words: tuple[str, ...]) -> tuple[str, ...]:
        """دعا أوباما أردوغان إلى: one surname calls on another; the text has them together only here."""
        r = self.r
        if len(words) != _PAIR or mention.head is not None or _is_given(words[0]):
            return ()
        asked = any("addressee" in frames(form) for form in r.cues[mention.first - 1])
        apart = r.vocabulary[words[0]] > 1 and r.vocabulary[words[1]] > 1
        if not (asked and apart and r.has(mention.last, "preposition", "complementiser")):
            return ()
        if self.pairs is None:
            self.pairs = Counter((one.norm, two.norm) for one, two in pairwise(r.tokens))
        return words[:1] if self.pairs[words] == 1 else ()

    def _known_part(self, mention: Mention, words: tuple[str, ...]) -> tuple[str, ...]:
        """أبلغ بوتين الشرع, رفض كرم الله تسمية: the end of a whole name, and a word that is none of it.

        Behind a title and before a mark a name is whole: 'the expert Jung Pak,' is no Kim Yo Jong.
        """
        r, end = self.r, mention.last
        whole = mention.head is not None and (not r.is_word(end) or r.has(end, "complementiser") > 0)
        if len(words) < 2 or whole or _is_given(words[0]):
            return words
        # عبد الله محمود is not حسن عبد الله: what no name is made of ends a name.
        for end in (n for n in range(len(words) - 1, 0, -1) if not _is_given(words[n])):
            known = self.directory.surnames.get(skeleton(words[end - 1]), [])[-_NEAR:]
            if any(p.words[-end:] == words[:end] and p.words != words and len(p.words) > end for p in known):
                return words[:end]
        return words

    def _same(self, short: tuple[str, ...], full: tuple[str, ...]) -> bool:
        """Whether a short name is somebody's; a first word alone only if it can be a first name."""
        if len(short) == 1 < len(full) and short[0] == full[0] and short[0] != full[-1]:
            return short[0].startswith(ARTICLE) or _is_given(short[0]) or _is_unknown(short[0])
        return same_person(short, full)

    def _without_title(self, words: tuple[str, ...]) -> tuple[str, ...]:
        """الناظر, الأب موكوكو: an unknown title alone, or before a surname, where somebody has that title."""
        person = self.headed(words[0])
        if person is None and len(words) == _PAIR:
            return words[1:] if self.surnamed(words[1]) else ()
        if person is None or person.words == words:
            return ()
        return words[1:] or person.words

    def surnamed(self, word: str) -> Person | None:
        """Return the person whose name of several words ends with exactly this word, else None."""
        ends = self.directory.surnames.get(skeleton(word), [])
        return next((p for p in ends if len(p.words) > 1 and p.words[-1] == word), None)

    def headed(self, word: str) -> Person | None:
        """Return the one person whose title begins with exactly this word (الناظر), else None."""
        stem = next(iter(stems(word)), "")
        found: dict[str, Person] = {}
        for person in self.directory.titled(stem):
            if any(stems(role)[:1] == (stem,) for role in person.roles):
                found[person.words[-1]] = person
            if len(found) > 1:
                return None
        return next(iter(found.values()), None)

    def holder(self, role: str, *, anywhere: bool) -> Person | None:
        """Return the one person with a title of all the words of `role`, at its head unless `anywhere`."""
        words, first = set(stems(role)), stems(role)[:1]
        found: dict[str, Person] = {}
        rarest = min(words, key=lambda word: len(self.directory.titles.get(word, ())), default="")
        for person in self.directory.titled(rarest):
            held = (stems(title) for title in person.roles if not other_office(role, title))
            if any(words <= set(title) and (anywhere or title[:1] == first) for title in held):
                found[person.words[-1]] = person
            if len(found) > 1:
                return None
        return next(iter(found.values()), None)


def _is_given(word: str) -> bool:
    return any(form.entry.sense == "given" for form in lexicon("speakers").find_word(word))


def _is_unknown(word: str) -> bool:
    """تشانغ: what no lexicon has can stand for who was named with it first; كاوه is no 'like'."""
    forms = lexicon("speakers").find_word(word)
    return all(form.entry.sense in ("given", "nameparticle") and form.proclitic for form in forms)


def roles_of(r: Reading, mention: Mention) -> tuple[str, ...]:
    """Return the titles that a mention gives, in front of the name and beside it."""
    role = role_of(r, mention)
    if not mention.roles:
        return (role,) if role else ()
    beside = tuple(r.between(*span) for span in mention.roles)
    return tuple(role for role in (role, *beside) if role)


def words_of(r: Reading, mention: Mention) -> tuple[str, ...]:
    """Return the folded words of a mention's name, none where only marks stand in its marks."""
    words = [r.norm(n) for n in range(*mention.names[0]) if r.tokens[n].kind is not TokenKind.MARK]
    if not words:
        return ()
    if mention.lead:
        return (bare_name(words[0], mention.lead), *words[1:])
    start = mention.names[0][0]
    return (without_proclitic(r, start, words[0]) if start == mention.first else words[0], *words[1:])


def same_end(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names end with one surname, however it is spelled."""
    return skeleton(one[-1]) == skeleton(other[-1])


def same_person(short: Sequence[str], full: Sequence[str]) -> bool:
    """Whether one name is the other's surname, or both have the same ends."""
    if not short or not full:
        return False
    if len(short) == 1 and (short[0] == full[0] or (len(full) > 2 and short[0] in full[1:])):
        return True
    if 1 < len(short) < len(full) and tuple(short) == tuple(full[: len(short)]):
        return True
    if not same_end(short, full):
        return False
    if len(short) == 1 or len(full) == 1:
        return True
    known = [skeleton(word) for word in full]
    return all(skeleton(word) in known for word in short)
