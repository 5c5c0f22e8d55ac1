"""Make an article's text harmless for a terminal: nothing in it may act, hide or reorder.

Articles are hostile input. What a terminal would obey (control characters, and with them every ANSI and OSC
sequence) is shown as a replacement character; what would silently change the order of what is read (marks,
embeddings, overrides and isolates of direction, invisible tags) is left out.
"""

from __future__ import annotations

import re

from drawdown_cli.unseen import DIRECTIONS, HIDDEN

_SPACES = "\\t\\v\\f\\r\\x1c-\\x1f\\x85\\u2028\\u2029"
_ACTING = "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff"
_UNSEEN = f"(?P<space>[{_SPACES}])|(?P<drop>[{DIRECTIONS}{HIDDEN}])|[{_ACTING}]"

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def printable(text: str) -> str:
    r"""Return a text that a terminal can only show; its line ends stay.

    >>> printable("red \x1b[31malert\x07\u202e!")
    'red \ufffd[31malert\ufffd!'
    """
    return text if text.isascii() and text.isprintable() else re.sub(_UNSEEN, _seen, text)


def one_line(text: str) -> str:
    r"""Return a printable text on one line, with single spaces.

    >>> one_line("a\r\n  b\x00")
    'a b\ufffd'
    """
    return " ".join(printable(text).split())


def _seen(match: re.Match[str]) -> str:
    if match["space"]:
        return " "
    return "" if match["drop"] else REPLACEMENT
