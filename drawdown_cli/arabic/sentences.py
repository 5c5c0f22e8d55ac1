"""Cut tokens into paragraphs and sentences."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from drawdown_cli.arabic.lines import paragraphs_of
from drawdown_cli.models import Paragraph, Sentence, Token, TokenKind, Zone

STOPS = frozenset(".؟?!…۔")
CLOSERS = frozenset("\"'”’»›)]}“")
"""Marks that close what a stop has ended; “ closes too where typists take it for a closing mark."""

_SHORTEST_WORD = 3
"""Between words of so many letters a stop ends a sentence even where no blank follows it."""


def split_paragraphs(text: str, tokens: Sequence[Token]) -> tuple[Paragraph, ...]:
    """Return the non-empty lines of `text` with their tokens; lines broken at a column are one."""
    starts = [token.start for token in tokens]
    paragraphs = []
    for start, end in paragraphs_of(text):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first < last:
            paragraphs.append(Paragraph(tokens[first].start, tokens[last - 1].end, first, last))
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
    if token.text == "." and index > first and _is_letter(tokens[index - 1]):
        return False
    if following is None or following.start != token.end or following.kind is TokenKind.MARK:
        return True
    # Desks forget the blank: 'انتهت.وكانت'; 'أ.ف.ب' and 'site.com' have none to forget.
    return (
        index > first and _is_long(following) and (_is_long(tokens[index - 1]) or _closed(tokens, index - 1))
    )


def _is_letter(token: Token) -> bool:
    """A letter that a point abbreviates: د. (doctor), م. (engineer), a name's initial."""
    return token.kind in (TokenKind.WORD, TokenKind.LATIN) and len(token.text) == 1


def _is_long(token: Token) -> bool:
    return token.kind is TokenKind.WORD and len(token.text) >= _SHORTEST_WORD


def _closed(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index].text in CLOSERS


def _closes(text: str, tokens: Sequence[Token], index: int) -> bool:
    token, before = tokens[index], tokens[index - 1]
    return token.start == before.end and (token.text in CLOSERS or token.text in STOPS)
