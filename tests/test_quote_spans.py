"""Where quotations begin and end, and what is none: the texts of quote_spans.txt, ⟦quotations⟧ in brackets.

A heading says what the texts behind it prove; a blank line ends a text. A kind that matters stands behind
the opening bracket: ⟦mixed:…⟧.
"""

import re
from pathlib import Path

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

_BRACKET = re.compile(r"⟦(?:(direct|mixed|indirect):)?|⟧")


def _texts() -> list:
    cases, heading, number = [], "", 0
    for block in (Path(__file__).parent / "quote_spans.txt").read_text(encoding="utf-8").split("\n\n"):
        if block.startswith("# "):
            heading, number = block[2:].strip(), 0
        elif block.strip():
            number += 1
            cases.append(pytest.param(block.strip(), id=f"{heading} {number}"))
    return cases


def _read(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """Return a text without its brackets, and what they hold, each with its kind or ''."""
    text, opened, spans, end = "", [], [], 0
    for bracket in _BRACKET.finditer(marked):
        text += marked[end : bracket.start()]
        end = bracket.end()
        if bracket[0] == "⟧":
            start, kind = opened.pop()
            spans.append((start, len(text), kind))
        else:
            opened.append((len(text), bracket[1] or ""))
    text += marked[end:]
    return text, [(text[start:stop], kind) for start, stop, kind in sorted(spans)]


@pytest.mark.parametrize("marked", _texts())
def test_quotations_begin_and_end_as_marked(marked):
    text, wanted = _read(marked)
    found = find_quotes(tokenize(text))
    assert [quote.content for quote in found] == [content for content, _ in wanted]
    kinds = [(quote.kind, kind) for quote, (_, kind) in zip(found, wanted, strict=True) if kind]
    assert all(quote == kind for quote, kind in kinds)
