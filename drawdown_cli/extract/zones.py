"""Tell an article's body from its title, byline and captions, and from the page it was saved from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from drawdown_cli.arabic.sentences import STOPS
from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Paragraph, Token, TokenizedText, TokenKind, Zone

_SHORT = 16
"""Tokens of a line that may be navigation, a counter or a byline."""
_CAPTION = 60
"""Tokens of the longest caption; agencies write whole sentences under their pictures."""
_BODY = 20
"""Tokens of a line that can only be a paragraph of the article."""
_HEADLINE_WORDS = 4
_TITLE_WORDS = 12
_OPENERS = {")": "(", "]": "["}

Zones = list[Zone | None]


# The reader of an article looks for its title; the analysis asks for the same zones next.
@lru_cache(maxsize=1)
def zoned(text: str) -> TokenizedText:
    """Cut `text` into tokens, paragraphs and sentences, the zone of each sentence set."""
    return mark_zones(tokenize(text))


def mark_zones(tokenized: TokenizedText) -> TokenizedText:
    """Return the text with the zone of each sentence set; what nothing else claims is body."""
    zones = _line_zones(tokenized)
    sentences = [
        (sentence, zones[sentence.paragraph] or _sentence_zone(tokenized, sentence.first, sentence.last))
        for sentence in tokenized.sentences
    ]
    marked = (one if one.zone is zone else one._replace(zone=zone) for one, zone in sentences)
    return tokenized._replace(sentences=tuple(marked))


def headline(tokenized: TokenizedText) -> str:
    """Return the article's headline, or the first words of its body where it has none."""
    lines = tokenized.paragraphs
    zones = {sentence.paragraph: sentence.zone for sentence in reversed(tokenized.sentences)}
    for wanted in (Zone.TITLE, Zone.BODY):
        for number, zone in sorted(zones.items()):
            if zone is wanted:
                return _beginning(tokenized, lines[number], whole=wanted is Zone.TITLE)
    return _beginning(tokenized, lines[0], whole=False) if lines else ""


def _beginning(tokenized: TokenizedText, line: Paragraph, *, whole: bool) -> str:
    if whole or line.last - line.first <= _TITLE_WORDS:
        return tokenized.text[line.start : line.end]
    cut = tokenized.tokens[line.first + _TITLE_WORDS - 1].end
    return tokenized.text[line.start : cut] + " \N{HORIZONTAL ELLIPSIS}"


def _line_zones(tokenized: TokenizedText) -> Zones:
    """The zone of each line; None where the article itself speaks."""
    tokens, lines = tokenized.tokens, tokenized.paragraphs
    zones: Zones = [_zone_by_words(tokens, line) for line in lines]
    body = next((n for n, line in enumerate(lines) if not zones[n] and _is_body(tokens, line)), len(lines))
    _mark_pictures(tokens, lines, zones, body)
    body = next((n for n, line in enumerate(lines) if not zones[n] and _is_body(tokens, line)), len(lines))
    _mark_repeats(tokens, lines, zones, body)
    _mark_lists(tokens, lines, zones)
    _mark_head(tokens, lines[:body], zones)
    _mark_credits(tokens, lines, zones)
    return zones


def _sentence_zone(tokenized: TokenizedText, first: int, last: int) -> Zone:
    """A saved page may end its last paragraph with the button beside it: '... البلاد. شاركها.'"""
    if last - first <= 3 and "line" in _effects(tokenized.tokens, first, last):
        return Zone.BOILERPLATE
    return Zone.BODY


# --- one line by itself ----------------------------------------------------------------------------------


def _zone_by_words(tokens: Sequence[Token], line: Paragraph) -> Zone | None:
    first, last = line.first, line.last
    if last - first > _CAPTION:
        return None
    if last - first <= _SHORT:
        inside = tokens[first:last]
        words = sum(token.kind is TokenKind.WORD for token in inside)
        if _is_date(inside, words):
            return Zone.BYLINE
        if not words or _is_button(tokens, first, last, words):
            return Zone.BOILERPLATE
    return Zone.CAPTION if "caption" in _effects(tokens, first, last) else None


def _is_date(inside: Sequence[Token], words: int) -> bool:
    """A line of numbers that can be a day, a year or a time, and hardly a word more than numbers."""
    numbers = [token.norm for token in inside if token.kind is TokenKind.NUMBER]
    if not numbers:
        return False
    slashes = sum(token.text == "/" for token in inside)
    return (
        any(_is_year(number) for number in numbers)
        and words <= max(len(numbers), 1 + slashes)
        and all(_is_year(number) or (number.isdigit() and int(number) < 60) for number in numbers)
    )


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20", "13", "14") and number.isdigit()


def _is_button(tokens: Sequence[Token], first: int, last: int, words: int) -> bool:
    """Counters, share bars, comment policies, menus: short, and no sentence of the article."""
    effects = set(_effects(tokens, first, last))
    if "line" in effects and (words <= 6 or not _is_finished(tokens, first, last)):
        return True
    if words <= 3 and "counter" in effects and last - first > words:
        return True
    return any("anywhere" in _effects(tokens, at, last) for at in range(first, last))


def _effects(tokens: Sequence[Token], first: int, last: int) -> list[str]:
    """What the words that begin a line do to it; numbers and bullets may stand before them."""
    while first < last - 1 and tokens[first].kind in (TokenKind.MARK, TokenKind.NUMBER):
        first += 1
    return [form.entry.feature("effect") for form in lexicon("zones").find(tokens, first, last)]


def _is_finished(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(token.text in STOPS for token in tokens[max(first, last - 3) : last])


def _is_body(tokens: Sequence[Token], line: Paragraph) -> bool:
    length = line.last - line.first
    return length >= _BODY or (length > 8 and _is_finished(tokens, line.first, line.last))


# --- lines among others ----------------------------------------------------------------------------------


def _mark_pictures(tokens: Sequence[Token], lines: Sequence[Paragraph], zones: Zones, body: int) -> None:
    """Lines that close with a credit in brackets; an agency's name counts before the first paragraph only."""
    for number, line in enumerate(lines):
        if zones[number] or line.last - line.first > _CAPTION:
            continue
        effects = set(_bracket_effects(tokens, line))
        # Above the article the first long line may be a caption itself.
        if "caption" in effects or ("agency" in effects and number <= body and number + 1 < len(lines)):
            zones[number] = Zone.CAPTION
            body += number == body


def _bracket_effects(tokens: Sequence[Token], line: Paragraph) -> Iterator[str]:
    opener = _OPENERS.get(tokens[line.last - 1].text)
    if opener is None:
        return
    for at in range(line.last - 2, max(line.first, line.last - _SHORT) - 1, -1):
        if tokens[at].text == opener:
            letters = [token for token in tokens[at : line.last] if token.kind is TokenKind.WORD]
            # News agencies sign with their initials: (a f b), (r y t).
            if len(letters) > 1 and all(len(token.norm) == 1 for token in letters):
                yield "agency"
            return
        for form in lexicon("zones").find(tokens, at, line.last):
            yield form.entry.feature("effect")


def _mark_repeats(tokens: Sequence[Token], lines: Sequence[Paragraph], zones: Zones, body: int) -> None:
    """A line that comes again: a picture's text and its caption, a headline and its place in the menu."""
    seen: dict[tuple[str, ...], int] = {}
    for number, line in enumerate(lines):
        key = tuple(token.norm for token in tokens[line.first : line.last])
        before = seen.setdefault(key, number)
        if before == number or zones[number]:
            continue
        picture = before >= body and number == before + 1 and not _is_finished(tokens, line.first, line.last)
        zones[number] = Zone.CAPTION if picture else Zone.BOILERPLATE
        if picture:
            zones[before] = Zone.CAPTION


def _mark_lists(tokens: Sequence[Token], lines: Sequence[Paragraph], zones: Zones) -> None:
    inside = False
    for number, line in enumerate(lines):
        if "list" in _effects(tokens, line.first, line.last) and line.last - line.first < _BODY:
            inside = True
        elif _is_finished(tokens, line.first, line.last) or line.last - line.first >= 2 * _BODY:
            inside = False
        if inside:
            zones[number] = zones[number] or Zone.BOILERPLATE


def _mark_head(tokens: Sequence[Token], head: Sequence[Paragraph], zones: Zones) -> None:
    """Above the first paragraph: sections, then the title, then author, date and the first picture."""
    title = next(
        (
            n
            for n, line in enumerate(head)
            if not zones[n] and _words(tokens, line) >= _HEADLINE_WORDS and not _is_byline(tokens, line)
        ),
        None,
    )
    for number, line in enumerate(head):
        if zones[number]:
            continue
        if number == title:
            zones[number] = Zone.TITLE
        elif _is_byline(tokens, line):
            zones[number] = Zone.BYLINE
        elif title is not None and number < title:
            zones[number] = Zone.BOILERPLATE
        elif _words(tokens, line) < _HEADLINE_WORDS:
            zones[number] = Zone.CAPTION if title is not None else Zone.BOILERPLATE


def _words(tokens: Sequence[Token], line: Paragraph) -> int:
    return sum(token.kind is TokenKind.WORD for token in tokens[line.first : line.last])


def _is_byline(tokens: Sequence[Token], line: Paragraph) -> bool:
    """A short line that begins with a byline's word, or whose later words name an agency."""
    if line.last - line.first > _SHORT or _is_finished(tokens, line.first, line.last):
        return False
    if "byline" in _effects(tokens, line.first, line.last):
        return True
    return _words(tokens, line) <= 6 and any(
        "byline" in _effects(tokens, at, line.last) for at in range(line.first, line.last)
    )


def _mark_credits(tokens: Sequence[Token], lines: Sequence[Paragraph], zones: Zones) -> None:
    """'... ساهمت في التقرير': only boilerplate may follow a credit."""
    for number in range(len(lines) - 1, 0, -1):
        line = lines[number]
        if zones[number]:
            continue
        if line.last - line.first > 2 * _BODY or "credit" not in _effects(tokens, line.first, line.last):
            return
        zones[number] = Zone.BOILERPLATE
