"""Whom a paragraph is the first to name: what is said below in it is his, who spoke before it is not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from drawdown_cli.extract.attribution.context import Context, plain_speaker
from drawdown_cli.extract.attribution.focus import paragraph_at
from drawdown_cli.extract.attribution.people import Speaker, words_of
from drawdown_cli.extract.attribution.scan import Draft
from drawdown_cli.models import SpeakerType

_MOST = 12


def newcomer(context: Context, draft: Draft, spoke: int) -> Speaker | None:
    """Return the one person whom the paragraph is the first to name, where nobody has spoken in it yet.

    `spoke` is the sentence of who would go on, or -1.
    """
    r = context.r
    first = paragraph_at(r, draft.cue[0]).first
    sentence = r.sentences[draft.sentence][0]
    if sentence <= first or (spoke >= 0 and r.sentences[spoke][1] > first):
        return None
    start = bisect_left(context.narrated, first, key=lambda mention: mention.first)
    end = bisect_right(context.narrated, sentence - 1, key=lambda mention: mention.first)
    met: list[Speaker] = []
    for mention in context.narrated[start : min(end, start + _MOST)]:
        if mention.type is not SpeakerType.PERSON or mention.extra or not mention.names:
            continue
        words = words_of(r, mention)
        known = context.people.met.get(words)
        if known is not None and known.at == mention.first and (len(words) > 1 or mention.head is not None):
            met.append(plain_speaker(context.people, mention))
    return met[0] if len(met) == 1 else None
