r"""Characters of a text that its reader does not see, as parts of character classes; JSON without them.

Marks, embeddings, overrides and isolates of direction change the order of what is read; invisible tags and
joiners hide in it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

DIRECTIONS = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
HIDDEN = "\\u00ad\\u180e\\u200b\\u2060-\\u2064\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\U000e0000-\\U000e0fff"

_DELETE = "\x7f"
_quoted = json.encoder.encode_basestring
_encoded = json.JSONEncoder(ensure_ascii=False).encode


def to_json(value: Any) -> str:
    r"""Return a plain value as one line of JSON; what a reader would not see stands as an escape.

    >>> to_json({"text": "a\u202eb"})
    '{"text": "a\\u202eb"}'
    """
    return escaped_json(_encoded(value))


def json_string(text: str) -> str:
    r"""Return a string as `to_json` does, faster.

    >>> json_string("a\u202e'\"'")
    '"a\\u202e\'\\"\'"'
    """
    return escaped_json(_quoted(text))


def escaped_json(text: str) -> str:
    r"""Return JSON in which invisible characters stand as escapes: a reader gets them, a terminal does not.

    >>> escaped_json('"a\u202eb"')
    '"a\\u202eb"'
    """
    return text if text.isascii() and _DELETE not in text else _escaped().sub(_escape, text)


@cache
def _escaped() -> re.Pattern[str]:
    return re.compile(f"[{DIRECTIONS}{HIDDEN}\\x7f-\\x9f\\u2028\\u2029\\ud800-\\udfff]")


def _escape(match: re.Match[str]) -> str:
    code = match[0].encode("utf-16-be", "surrogatepass").hex()
    return "".join(f"\\u{code[at : at + 4]}" for at in range(0, len(code), 4))
