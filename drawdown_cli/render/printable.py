"""Make an article's text harmless for a terminal: nothing in it may act, hide or reorder.

Articles are hostile input. What a terminal would obey (control characters, and with them every ANSI and OSC
sequence) is shown as a replacement character; what would silently change the order of what is read (marks,
embeddings, overrides and isolates of direction, invisible tags) is left out.
"""

from __future__ import annotations

import re

_SPACES = "\\t\\v\\f\\r\\x1c-\\x1f\\x85\\u2028\\u2029"
_DIRECTIONS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
_HIDDEN = "\\u00ad\\u180e\\u200b\\u2060-\\u2064\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e0fff"
_ACTING = "\\x00-\\x08\\x0e-\\x1b\\x7f-\\x84\\x86-\\x9f\\ud800-\\udfff"
_UNSEEN = f"(?P<space>[{_SPACES}])|(?P<drop>[{_DIRECTIONS}{_HIDDEN}])|[{_ACTING}]"
_ESCAPED = f"[{_DIRECTIONS}{_HIDDEN}\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff]"

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


def escaped_json(text: str) -> str:
    r"""Return JSON in which invisible characters stand as escapes: a reader gets them, a terminal does not.

    >>> escaped_json('"a\u202eb"')
    '"a\\u202eb"'
    """
    return text if text.isascii() else re.sub(_ESCAPED, _escape, text)


def _seen(match: re.Match[str]) -> str:
    if match["space"]:
        return " "
    return "" if match["drop"] else REPLACEMENT


def _escape(match: re.Match[str]) -> str:
    code = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{code[at : at + 4]}" for at in range(0, len(code), 4))
