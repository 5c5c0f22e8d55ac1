"""Pair quotation marks and brackets, each paragraph by itself, in one pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from drawdown_cli.arabic.letters import TATWEEL
from drawdown_cli.models import Paragraph, Token, TokenizedText, TokenKind

_FAMILIES = ('"“”„‟″', "«»", "‹›", "‘’‚‛", "()", "[]", ("''",), ("<<", ">>"), "'")
_FAMILY_OF = {mark: number for number, family in enumerate(_FAMILIES) for mark in family}
_STRAIGHT = '"'
_TURNED = frozenset("«“")
_TURNED_BACK = frozenset("»”")
_BRACKETS = (4, 5)
_ROUND = 4
_LONGEST_REMARK = 3
_APOSTROPHE = 8
_DASHES = frozenset("-–—")
_LONGEST_ASIDE = 15
_NEVER_LEFT_OPEN = (*_BRACKETS, _APOSTROPHE)
_NEVER_OPENS = frozenset(")]")
_NEVER_CLOSES = frozenset("([„")


@dataclass(slots=True)
class Marks:
    """Paired marks by token number: opening to closing; brackets apart; openings that nothing closes.

    `spoken` are round brackets behind a colon: some desks print them for quotation marks.
    """

    quotes: dict[int, int] = field(default_factory=dict)
    brackets: dict[int, int] = field(default_factory=dict)
    unclosed: set[int] = field(default_factory=set)
    spoken: set[int] = field(default_factory=set)

    def after(self, index: int) -> int:
        """Return the token after the pair that opens at `index`, or -1 where none does."""
        close = self.quotes.get(index, self.brackets.get(index, -2))
        return close + 1


def pair_marks(tokenized: TokenizedText) -> Marks:
    """Return the outermost quotation marks and brackets of a text.

    A quotation that runs over paragraphs repeats its opening mark at the head of each and closes once.
    """
    marks = Marks()
    open_since = -1
    for number, paragraph in enumerate(tokenized.paragraphs):
        tokens = tokenized.tokens
        goes_on = open_since >= 0 and _goes_on(tokenized.text, tokens, paragraph, open_since)
        left = _pair(tokenized.text, tokens, paragraph, marks, open_since if goes_on else -1)
        _pair_dashes(tokenized.text, tokens, paragraph, marks)
        follows = number + 1 < len(tokenized.paragraphs)
        open_since = left if left >= 0 and follows else -1
    return marks


def _goes_on(text: str, tokens: Sequence[Token], paragraph: Paragraph, opening: int) -> bool:
    """Whether a paragraph repeats the opening mark left before it, or closes a turned one first of all."""
    family = _FAMILY_OF[tokens[opening].text]
    if _FAMILY_OF.get(tokens[paragraph.first].text) == family:
        return True
    inside = range(paragraph.first, paragraph.last)
    first = next((n for n in inside if _FAMILY_OF.get(tokens[n].text) == family), 0)
    turned = tokens[opening].text in _TURNED and tokens[first].text in _TURNED_BACK
    return first > 0 and turned and _side(text, tokens[first]) > 0


def _pair(text: str, tokens: Sequence[Token], paragraph: Paragraph, marks: Marks, carried: int) -> int:
    """Pair the marks of one paragraph; return the opening that stays open at its end, or -1."""
    stack: list[int] = [] if carried < 0 else [carried]
    spare = _closers_left(text, tokens, paragraph)
    for index in sorted(spare):
        token = tokens[index]
        if token.kind is not TokenKind.MARK or (carried >= 0 and index == paragraph.first):
            continue
        family = _FAMILY_OF[token.text]
        closers = spare.pop(index, 0)
        spare[-1 - family] = closers
        if _opens(text, tokens, index, stack, closers) or (
            not stack and _opens_late(text, tokens, index, paragraph.last)
        ):
            stack.append(index)
            if family == _ROUND and index > paragraph.first and tokens[index - 1].text == ":":
                marks.spoken.add(index)
        elif any(_FAMILY_OF[tokens[at].text] == family for at in stack[-4:]):
            while _FAMILY_OF[tokens[stack[-1]].text] != family:
                stack.pop()
            _close(marks, stack.pop(), index, family, outermost=not stack)
        elif stack and family not in _BRACKETS and not spare.get(-1 - _family(tokens, stack[-1]), 0):
            # “ … »: typists mix their marks; nothing else in the paragraph closes the first.
            opened = stack.pop()
            _close(marks, opened, index, _family(tokens, opened), outermost=not stack)
    unclosed = [at for at in stack if _FAMILY_OF[tokens[at].text] not in _NEVER_LEFT_OPEN]
    if not unclosed:
        return -1
    marks.unclosed.add(unclosed[0])
    return unclosed[0]


def _pair_dashes(text: str, tokens: Sequence[Token], paragraph: Paragraph, marks: Marks) -> None:
    """Two dashes that hug what they hold are brackets: الوزير -في بيان-: إن."""
    opened = -1
    start, end = tokens[paragraph.first].start, tokens[paragraph.last - 1].end
    if all(text.find(dash, start, end) < 0 for dash in _DASHES):
        return
    for index in range(paragraph.first, paragraph.last):
        token = tokens[index]
        if token.text not in _DASHES:
            continue
        side = _side(text, token)
        if side < 0:
            opened = index
        elif side > 0 and 1 < index - opened <= _LONGEST_ASIDE and opened >= 0:
            marks.brackets[opened], opened = index, -1


def _family(tokens: Sequence[Token], index: int) -> int:
    return _FAMILY_OF[tokens[index].text]


def _close(marks: Marks, start: int, end: int, family: int, *, outermost: bool) -> None:
    marks.unclosed.discard(start)
    if family in _BRACKETS and not (start in marks.spoken and end - start > _LONGEST_REMARK):
        marks.brackets[start] = end
    elif outermost or start not in marks.quotes:
        marks.quotes[start] = end


def _closers_left(text: str, tokens: Sequence[Token], paragraph: Paragraph) -> dict[int, int]:
    """For each mark, how many plain closings less plain openings follow it in its family."""
    balance: dict[int, int] = {}
    left: dict[int, int] = {}
    words = tokens[paragraph.first : paragraph.last]
    places = [index for index, token in enumerate(words, paragraph.first) if token.text in _FAMILY_OF]
    for index in reversed(places):
        family = _FAMILY_OF[tokens[index].text]
        left[index] = balance.get(family, 0)
        side = _side(text, tokens[index])
        balance[family] = max(0, left[index] + side)
    return left


def _side(text: str, token: Token) -> int:
    """1 where the spaces around a mark say that it closes, -1 where they say that it opens, else 0."""
    before = text[token.start - 1 : token.start]
    after = text[token.end : token.end + 1]
    spaced_before = not before or before.isspace() or before in "([:،–—-"
    spaced_after = not after or after.isspace() or after in ".،,؛;:!؟?)]…–—"
    return int(spaced_after and not spaced_before) - int(spaced_before and not spaced_after)


def _opens_late(text: str, tokens: Sequence[Token], index: int, last: int) -> bool:
    """'He said that" the forces … ".': a straight mark that only the space behind it makes a closing one."""
    if tokens[index].text != _STRAIGHT or tokens[index - 1].kind is TokenKind.MARK:
        return False
    following = next((n for n in range(index + 1, last) if tokens[n].text == _STRAIGHT), 0)
    return following > 0 and _side(text, tokens[following]) >= 0


def _opens(text: str, tokens: Sequence[Token], index: int, stack: Sequence[int], closers: int) -> bool:
    mark = tokens[index].text
    if mark in _NEVER_OPENS:
        return False
    if mark in _NEVER_CLOSES:
        return True
    if text[tokens[index].start - 1 : tokens[index].start] == TATWEEL:
        return True  # لـ”سكاي نيوز”: nothing ends behind a preposition, whichever way the mark is turned
    family = _FAMILY_OF[mark]
    depth = sum(_FAMILY_OF[tokens[at].text] == family for at in stack[-4:])
    side = _side(text, tokens[index])
    if family == _APOSTROPHE and not depth:  # it may as well stand in the middle of a foreign name
        return side < 0 and closers > 0
    if not depth:
        return side <= 0 or (mark in "«“‹" and side < 1)
    # A mark of the same kind inside marks opens again only where enough closings follow for both.
    return side < 0 and closers >= depth + 1
