"""Cut tokens into paragraphs (lines) and sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from drawdown_cli.models import Paragraph, Sentence, Token, TokenKind, Zone

STOPS = frozenset(".؟?!…۔")
CLOSERS = frozenset("\"'”’»›)]}“")
"""Marks that close what a stop has ended; “ closes too where typists take it for a closing mark."""

_ABBREVIATIONS = frozenset({"د", "أ", "م", "ا", "ص", "ج", "ت", "ه", "ق", "س"})
"""Letters that a point abbreviates: د. (doctor), م. (engineer), ص. (page)."""


def split_paragraphs(text: str, tokens: Sequence[Token]) -> tuple[Paragraph, ...]:
    """Return the non-empty lines of `text` with their tokens."""
    starts = [token.start for token in tokens]
    paragraphs = []
    at = 0
    for line in text.split("\n"):
        first, last = bisect_left(starts, at), bisect_left(starts, at + len(line))
        if first < last:
            paragraphs.append(Paragraph(tokens[first].start, tokens[last - 1].end, first, last))
        at += len(line) + 1
    return tuple(paragraphs)


def split_sentences(
    text: str, tokens: Sequence[Token], paragraphs: Sequence[Paragraph]
) -> tuple[Sentence, ...]:
    """Return the sentences of every paragraph; a stop's closing marks belong to its sentence."""
    return tuple(
        Sentence(tokens[first].start, tokens[last - 1].end, first, last, number, Zone.BODY)
        for number, paragraph in enumerate(paragraphs)
        for first, last in _cuts(text, tokens, paragraph)
    )


def _cuts(text: str, tokens: Sequence[Token], paragraph: Paragraph) -> Iterator[tuple[int, int]]:
    first = index = paragraph.first
    while index < paragraph.last:
        index += 1
        if tokens[index - 1].text not in STOPS or not _ends_sentence(text, tokens, index - 1, first):
            continue
        while index < paragraph.last and _closes(text, tokens, index):
            index += 1
        yield first, index
        first = index
    if first < paragraph.last:
        yield first, paragraph.last


def _ends_sentence(text: str, tokens: Sequence[Token], index: int, first: int) -> bool:
    token = tokens[index]
    if token.kind is not TokenKind.MARK:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    # '..' and '...' are a pause or an ellipsis; a sentence ends only where a single stop does.
    doubled = any(
        other is not None and other.text == "." and (other.start == token.end or other.end == token.start)
        for other in (following, tokens[index - 1] if index > first else None)
    )
    if token.text == "." and doubled:
        return False
    if token.text == "." and index > first and tokens[index - 1].text in _ABBREVIATIONS:
        return False
    attached = following is not None and following.start == token.end
    return not (attached and following is not None and following.kind is not TokenKind.MARK)


def _closes(text: str, tokens: Sequence[Token], index: int) -> bool:
    token, before = tokens[index], tokens[index - 1]
    return token.start == before.end and (token.text in CLOSERS or token.text in STOPS)
