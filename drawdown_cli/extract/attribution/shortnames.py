"""The short names of bodies: بعثة الأمم المتحدة في مالي (مينوسما), told once behind the whole name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from drawdown_cli.extract.attribution.mention import Mention
from drawdown_cli.extract.attribution.reading import Reading
from drawdown_cli.extract.attribution.wording import name_of, without_proclitic
from drawdown_cli.models import SpeakerType

_LONGEST = 2
_Words = tuple[str, ...]


@dataclass(slots=True)
class ShortNames:
    """The short names that a text gives, folded, with the first whole name of each; and as written, by it."""

    wholes: dict[_Words, Mention] = field(default_factory=dict)
    shorts: dict[str, str] = field(default_factory=dict)

    def whole(self, r: Reading, mention: Mention) -> Mention | None:
        """Return the whole name of what a mention calls by its short name, or None."""
        if not self.wholes or mention.last - mention.first > _LONGEST + 2:
            return None
        found = self.wholes.get(_words(r, mention.first, mention.last))
        return found if found is not None and found.first < mention.first else None


def short_names(r: Reading, mentions: Iterable[Mention]) -> ShortNames:
    """Return the short names that stand in brackets or in marks behind whole ones."""
    found = ShortNames()
    if not (r.marks.brackets or r.marks.quotes):
        return found
    for mention in mentions:
        if mention.type is not SpeakerType.ORGANISATION or mention.extra:
            continue
        for first, last in _behind(r, mention):
            key = _words(r, first, last)
            if key and len(key) <= _LONGEST:
                found.wholes.setdefault(key, mention)
                found.shorts.setdefault(name_of(r, mention), r.between(first, last))
    return found


def _behind(r: Reading, mention: Mention) -> Iterator[tuple[int, int]]:
    """Yield what stands in brackets or marks at the end of a mention, or right behind it."""
    end = mention.last
    inside = r.openers.get(end - 1, end)
    for opening in (inside, end):
        close = r.marks.brackets.get(opening, r.marks.quotes.get(opening, opening))
        whole = opening > mention.first + 1 and (opening in r.marks.brackets or _is_whole(r, opening))
        if whole and opening + 1 < close:
            nested = r.marks.quotes.get(opening + 1, 0) == close - 1
            yield opening + 1 + nested, close - nested


def _is_whole(r: Reading, opening: int) -> bool:
    """Whether the name before marks needs none: حركة «الشباب» does, البعثة الأممية «مينوسما» does not."""
    return r.articled(opening - 1) or r.noun(opening - 1, "country") is not None


def _words(r: Reading, first: int, last: int) -> _Words:
    """The folded words between two tokens, but for their marks and what is written onto the first."""
    at = next((n for n in range(first, last) if r.is_word(n)), last)
    words = [r.norm(n) for n in range(at, last) if r.is_word(n)]
    return (without_proclitic(r, at, words[0]), *words[1:]) if words else ()
