"""The name at the end of a long title, where the place before the words gives it away."""

from __future__ import annotations

from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.phrases import Mention
from drawdown_cli.extract.attribution.progress import PERSONS
from drawdown_cli.extract.attribution.reading import Reading, begins_with_and, frames
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType, TokenKind

_ENDS = ("complementiser", "whether", "then", "adverb", "relative", "contrast", "break", "while", "called")
_LONGEST_TITLE = 24
_LONGEST_NAME = 5


def name_at_end(r: Reading, mention: Mention, last: int, cue: Form | None) -> None:
    """Give a titled mention the name that ends its zone, where its own parse stopped before that."""
    whole = bool(mention.names) and mention.names[0][1] - mention.names[0][0] > 1
    if mention.category not in PERSONS or mention.number != "s" or whole or begins_with_and(r, mention.last):
        return
    end = _zone_end(r, mention.last, min(last, mention.first + _LONGEST_TITLE))
    # A verb that takes an object may have it here: only what comes right before 'that' is then a name.
    objects = frames(cue) & {"addressee", "object", "target"}
    if end <= mention.last or (objects and not r.has(end, "complementiser")):
        return
    for at in range(max(mention.first + 1, end - _LONGEST_NAME), end - 1):
        if (
            _ends_title(r, at - 1)
            and not r.articled(at)
            and name_end(r, at, end, _LONGEST_NAME, cue=frames(cue)) == end
        ):
            mention.names, mention.role = [(at, end)], (mention.first, at)
            mention.type, mention.last, mention.definite = SpeakerType.PERSON, end, True
            return


def _zone_end(r: Reading, at: int, last: int) -> int:
    """The token before which the speaker's phrase must have ended."""
    while at < last:
        word = r.is_word(at) or r.tokens[at].kind is TokenKind.NUMBER
        if not word or (r.has(at, *_ENDS) and not r.nouns[at]):
            return at
        inside = r.has(at, "within_title") and not r.has(at + 1, "venue")
        if r.has(at, "preposition") and not inside and not r.noun(at, "given"):
            return at
        if r.noun(at, "media") and r.norm(at).startswith("ل"):
            return at
        at += 1
    return at


def _ends_title(r: Reading, at: int) -> bool:
    """Whether a name can begin behind this word: a title, a body, a place, an adjective with the article."""
    if r.tokens[at].kind is TokenKind.NUMBER or r.articled(at):
        return True
    return bool(r.nouns[at]) and r.noun(at, "given", "nameparticle") is None
