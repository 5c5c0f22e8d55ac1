"""Cut a text into words, whole numbers, Latin words and punctuation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import repeat

from drawdown_cli.arabic.normalize import fold
from drawdown_cli.arabic.sentences import split_paragraphs, split_sentences
from drawdown_cli.memo import Memo
from drawdown_cli.models import Token, TokenizedText, TokenKind

_LETTER = r"\u0620-\u063f\u0641-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f"
_LETTER += r"\u0870-\u0887\u0889-\u088e\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
_INSIDE = r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff"
_INSIDE += r"\u200c\u200d\u00ad"
_DIGIT = r"0-9\u0660-\u0669\u06f0-\u06f9"

# Matches "القوّات" whole, "12,000", "2.5", "١٢٬٠٠٠", "al-Sudani", "F-16", and each mark by itself; must not
# take the comma of "2003, 2011" or the full stop of "2021." into the number. Two apostrophes, << and >> stand
# for quotation marks: each pair is one mark. Tatweel that stands alone is a dash ("نيوز ــ أعلن").
_TOKEN = re.compile(
    rf"""
    (?P<word>[{_LETTER}][{_LETTER}{_INSIDE}]*)
  | (?P<number>[{_DIGIT}]+(?:[.,\u066b\u066c\u060c][{_DIGIT}]+)*)
  | (?P<latin>[^\W\d_\u0640{_LETTER}]+(?:['\u2019\-][^\W_{_LETTER}]+)*)
  | (?P<mark>''|<<|>>|(?<!\S)\u0640+(?!\S)
      |[^\s\w\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad{_INSIDE}]|_)
    """,
    re.VERBOSE,
)
_KINDS = (TokenKind.MARK, *(TokenKind(name) for name in _TOKEN.groupindex))
"""The kinds by the number of their group."""


def _looked_at(word: str) -> tuple[str, str, TokenKind]:
    match = _TOKEN.match(word)
    return word, fold(word), _KINDS[match.lastindex or 0] if match else TokenKind.MARK


_known = Memo(_looked_at, most=40_000)
"""Distinct words with their folded forms and kinds."""


def tokens(text: str) -> tuple[Token, ...]:
    """Return the tokens of `text` in order; spans are code points into it.

    >>> [token.text for token in tokens("بقي ٢٬٥٠٠ جندي (2021).")]
    ['بقي', '٢٬٥٠٠', 'جندي', '(', '2021', ')', '.']
    >>> [token.text for token in tokens("''نعم''")]
    ["''", 'نعم', "''"]
    """
    # A token is made as the tuple that it is: its own constructor takes twice the time.
    fields = [match.span() + _known[match[0]] for match in _TOKEN.finditer(text)]
    return tuple(map(tuple.__new__, repeat(Token), fields))


def placed_words(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and folded form of everything but marks: `tokens` for readers in a hurry.

    >>> list(placed_words("بقي، هنا"))
    [(0, 3, 'بقي'), (5, 8, 'هنا')]
    """
    for match in _TOKEN.finditer(text):
        _, norm, kind = _known[match[0]]
        if norm and kind is not TokenKind.MARK:
            yield match.start(), match.end(), norm


def token_texts(text: str) -> Iterator[str]:
    """Yield the tokens of a text as they are written.

    >>> list(token_texts("بقي، هنا"))
    ['بقي', '،', 'هنا']
    """
    return (match[0] for match in _TOKEN.finditer(text))


# The reader of an article looks for its title and date; the analysis asks for the same tokens next.
@lru_cache(maxsize=2)
def tokenize(text: str) -> TokenizedText:
    """Cut `text` into tokens, paragraphs and sentences."""
    cut = tokens(text)
    paragraphs = split_paragraphs(text, cut)
    return TokenizedText(text, cut, split_sentences(text, cut, paragraphs), paragraphs)
