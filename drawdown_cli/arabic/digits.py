"""Read numbers written in digits: both digit sets, with the separators that the press uses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from drawdown_cli.models import Token, TokenKind

DECIMAL_POINT = "\N{ARABIC DECIMAL SEPARATOR}"
THOUSANDS = "\N{ARABIC THOUSANDS SEPARATOR}"
COMMA = "\N{ARABIC COMMA}"

_PLAIN = re.compile(r"[0-9]+")
# Matches "12,000", "20.000", "1.234.567"; must not match "180.25", "0.125" or "1,5".
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?P<mark>[.,])[0-9]{3}(?:(?P=mark)[0-9]{3})*")
# Matches "12,000.50" and "1.234,5"; must not match "12,34.5".
_GROUPED_DECIMAL = re.compile(
    r"([1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]+)|([1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)"
)
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]+)")
_LONGEST = 18


def digits_value(norm: str, *, scaled: bool = False) -> float | int | None:
    """Return the value of a folded token of digits; None where it is no single number.

    A mark before three digits parts thousands ('20.000'), unless a word of scale follows ('2.500 million').

    >>> digits_value("12,000"), digits_value("20.000"), digits_value("2.5"), digits_value("1.2.3")
    (12000, 20000, 2.5, None)
    >>> digits_value("2.500", scaled=True)
    2.5
    """
    if len(norm) > _LONGEST:
        return None
    if _PLAIN.fullmatch(norm):
        return int(norm)
    plain = norm.replace(THOUSANDS, ",").replace(COMMA, ",").replace(DECIMAL_POINT, ".")
    if THOUSANDS not in norm and DECIMAL_POINT in norm:
        return _decimal(plain)
    if _GROUPED.fullmatch(plain) and not (scaled and plain.count(".") == 1):
        return int(plain.replace(",", "").replace(".", ""))
    grouped = _GROUPED_DECIMAL.fullmatch(plain)
    if grouped:
        whole, part = grouped.group(1) or grouped.group(3), grouped.group(2) or grouped.group(4)
        return _number(whole.replace(",", "").replace(".", ""), part)
    return _decimal(plain)


def spaced_digits(tokens: Sequence[Token], index: int, last: int) -> int:
    """Return the end of a number with spaces for thousands ('1 414 021'), else index + 1."""
    end = index + 1
    if (
        not (_PLAIN.fullmatch(tokens[index].norm) and len(tokens[index].norm) <= 3)
        or tokens[index].norm == "0"
    ):
        return end
    while end < last and _is_group(tokens[end]) and tokens[end].start == tokens[end - 1].end + 1:
        end += 1
    return end


def _is_group(token: Token) -> bool:
    return (
        token.kind is TokenKind.NUMBER
        and len(token.norm) >= 3
        and _PLAIN.fullmatch(token.norm[:3]) is not None
        and (
            len(token.norm) == 3
            or (token.norm[3] in ".,\N{ARABIC DECIMAL SEPARATOR}" and len(token.norm) <= 6)
        )
    )


def _decimal(plain: str) -> float | int | None:
    match = _DECIMAL.fullmatch(plain)
    return _number(match.group(1), match.group(2)) if match else None


def _number(whole: str, part: str) -> float | int:
    value = float(f"{whole}.{part}")
    return int(value) if value == int(value) else value
