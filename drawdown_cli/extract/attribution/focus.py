"""Whom a text is about at each place: who spoke, and who is the subject of what it tells, latest first.

A verb without a subject, a pronoun and 'the man' mean whoever stands in focus: the latest subject that
agrees with them, of reported words or of a told sentence (Grosz, Joshi and Weinstein 1995, Centering).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from drawdown_cli.arabic.letters import ALEF, BEH, TEH, YEH
from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.people import Speaker
from drawdown_cli.extract.attribution.reading import Reading, finite
from drawdown_cli.extract.attribution.shapes import looks_like_verbal_noun
from drawdown_cli.extract.attribution.subjects import is_governed
from drawdown_cli.models import Paragraph, SpeakerType

BACK = 60
_DAMMA = "\N{ARABIC DAMMA}"
_BACKGROUND = 14
_SHORTEST_PRESENT = 4
_SHORTEST_FEMININE = 5
_LONGEST_OPENING = 3


class Part(IntEnum):
    """What somebody does in a sentence."""

    SPEAKS = 1
    NAMED = 2
    TOLD = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """Somebody in focus: the number of the sentence, the speaker, and what he does there."""

    sentence: int
    speaker: Speaker
    part: Part


def latest(history: Sequence[Entry], *parts: Part) -> Iterator[Entry]:
    """Yield who is in focus, latest first; only with these parts, if any are named."""
    for entry in reversed(history[-BACK:]):
        if not parts or entry.part in parts:
            yield entry


def told_subjects(r: Reading, narrated: Sequence[Mention]) -> list[tuple[int, Mention]]:
    """Return the persons that are subjects of what the narration tells, each with its sentence's number."""
    found: list[tuple[int, Mention]] = []
    number = 0
    for mention in narrated:
        while number + 1 < len(r.sentences) and r.sentences[number][1] <= mention.first:
            number += 1
        first = r.sentences[number][0]
        if _may_act(mention) and _is_subject(r, mention, first) and not _is_background(r, first):
            found.append((number, mention))
    return found


def gender_of(r: Reading, mention: Mention, first: int) -> str:
    """Return the gender that a subject has by its verb (تضحك, وقفت) or by its first name, or ''."""
    verb = _verb_before(r, mention.first, first)
    norm = _bare(r, verb) if verb >= 0 else ""
    known = (form.inflection.gender for form in r.small[verb] if verb >= 0 and r.has(verb, "plain_verb"))
    said = next(known, "")
    if said:
        return said
    if norm.startswith(TEH) or (len(norm) >= _SHORTEST_FEMININE and norm.endswith(TEH)):
        return "f"
    given = r.noun(mention.names[0][0], "given") if mention.names else None
    return "m" if norm.startswith(YEH) else (given.entry.feature("gender") or "m") if given else ""


def _may_act(mention: Mention) -> bool:
    if mention.type is SpeakerType.COLLECTIVE:
        return mention.number != "s"
    latter = mention.category == "latter" and mention.head is None
    return latter or mention.type in (SpeakerType.PERSON, SpeakerType.ROLE, SpeakerType.ANONYMOUS)


def _is_background(r: Reading, first: int) -> bool:
    """'The general had given him two days': a sentence that tells what was before changes no subject."""
    if _opens_paragraph(r, first):
        return False
    if r.norm(first) == "وقد" and not r.cues[first]:
        return True
    had = r.has(first, "had") > 0
    return had and any(r.norm(n) in ("قد", "سبق") for n in range(first + 1, first + _BACKGROUND))


def paragraph_at(r: Reading, at: int) -> Paragraph:
    """Return the paragraph in which a token stands."""
    paragraphs = r.tokenized.paragraphs
    return paragraphs[max(0, bisect_right(paragraphs, at, key=lambda paragraph: paragraph.first) - 1)]


def _opens_paragraph(r: Reading, first: int) -> bool:
    """Whether a paragraph begins here: what was before is then what the paragraph is about."""
    return first > r.tokenized.paragraphs[0].first and paragraph_at(r, first).first == first


def _is_subject(r: Reading, mention: Mention, first: int) -> bool:
    at = mention.first
    if is_governed(r, mention):
        return False
    if mention.category == "latter":
        return True
    return at == first or (at == first + 1 and r.norm(first) == "اما") or _verb_before(r, at, first) >= 0


def _verb_before(r: Reading, at: int, first: int) -> int:
    """Return the verb that begins a clause and has its subject at `at`, or -1."""
    verb = at - 1
    while verb > first and r.has(verb, "adverb") == 1:
        verb -= 1
    if verb < first or not _verbal(r, verb):
        return -1
    joined = r.norm(verb)[:1] in ("و", "ف") and _present(r, verb)
    return verb if joined or _begins_clause(r, verb, first) else -1


def _verbal(r: Reading, at: int) -> bool:
    """Whether a word can be a verb in a tense: no noun, no particle, not in the passive."""
    if not r.is_word(at) or r.tokens[at].text[1:2] == _DAMMA:
        return False
    if any(map(finite, r.cues[at])) or r.has(at, "plain_verb", "had"):
        return True
    known = r.nouns[at] or r.small[at] or r.cues[at]
    return not (known or r.articled(at) or looks_like_verbal_noun(r, at) or _with_noun(r.norm(at)))


def _with_noun(norm: str) -> bool:
    """بدافع: 'with' and a noun; verbs of five letters that begin so have an ending (بادرت, بايعوا)."""
    return norm.startswith(BEH) and len(norm) >= _SHORTEST_FEMININE and not norm.endswith((TEH, ALEF))


def _present(r: Reading, at: int) -> bool:
    norm = _bare(r, at)
    return len(norm) >= _SHORTEST_PRESENT and norm.startswith((TEH, YEH))


def _bare(r: Reading, at: int) -> str:
    norm = r.norm(at)
    return norm[1:] if norm[:1] in ("و", "ف") else norm


def _begins_clause(r: Reading, verb: int, first: int) -> bool:
    """Whether a verb is the first word of its clause, but for a particle or a word or two of place."""
    for at in range(verb - 1, max(first, verb - 1 - _LONGEST_OPENING) - 1, -1):
        if not r.is_word(at):
            return True
        particle = r.has(at, "negation", "adverb", "contrast", "preposition", "had") or r.norm(at) == "قد"
        own = at == first and r.norm(at).endswith(("ه", "ها", "هم"))
        if not (particle or own or r.has(at - 1, "preposition")):
            return False
    return verb - first <= _LONGEST_OPENING
