"""Where the narration calls somebody by a surname alone: 'Karamallah refused to give the name'."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.names import is_lone_surname
from drawdown_cli.extract.attribution.people import words_of
from drawdown_cli.extract.attribution.reading import Reading
from drawdown_cli.models import SpeakerType

_Words = tuple[str, ...]


def surname_mentions(r: Reading, named: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions of persons by the end of a name that the text also gives whole."""
    ends = _ends(r, named)
    places = [at for at, token in enumerate(r.tokens) if token.norm in ends] if ends else []
    if not places:
        return
    covered = {at for mention in named for at in range(mention.first, mention.last)}
    for at in places:
        if at in covered or (r.noun(at, "nisba") and not is_lone_surname(r, at)):
            continue
        length = next((len(words) for words in ends[r.norm(at)] if _stands(r, words, at)), 0)
        if length:
            span = (at, at + length)
            yield Mention(*span, None, "name", [span], (at, at), SpeakerType.PERSON, definite=True)


def _ends(r: Reading, named: Iterable[Mention]) -> dict[str, list[_Words]]:
    """The ends of all whole names by their first words, longest first."""
    ends: dict[str, set[_Words]] = defaultdict(set)
    for mention in named:
        words = words_of(r, mention) if mention.names else ()
        first = mention.names[0][0] if mention.names else 0
        for start in range(1, len(words)):
            if r.vocabulary[words[start]] > 1 and not _common(r, first + start):
                ends[words[start]].add(words[start:])
    return {word: sorted(found, key=len, reverse=True) for word, found in ends.items()}


def _common(r: Reading, at: int) -> bool:
    """Whether a word of a name is a first name, or a word of its own that would be met elsewhere."""
    return bool(r.noun(at) and not r.noun(at, "nisba")) or bool(r.cues[at]) or bool(r.small[at])


def _stands(r: Reading, words: _Words, at: int) -> bool:
    return all(r.norm(at + n) == word for n, word in enumerate(words))
