"""Titles that no lexicon has, in front of a name: the herder X, the seller of vegetables Y."""

from __future__ import annotations

from drawdown_cli.extract.attribution.heads import is_definite_word
from drawdown_cli.extract.attribution.names import name_end
from drawdown_cli.extract.attribution.reading import Reading


def past_unknown_title(r: Reading, start: int, last: int) -> int:
    """'The Saharan herder Sidi …': return where the name begins after a title that no lexicon has."""
    at = start + 1
    if not r.articled(start) or r.noun(start, "given"):
        return start
    while at < last and r.articled(at) and _describes(r, at):
        at += 1
    described = at > start + 1 or r.noun(start, "nisba") is not None
    while at < last and described and r.noun(at, "rank", "title") and is_definite_word(r, at):
        at += 1 + (r.norm(at + 1) in ("اول", "ركن"))
    end = name_end(r, at, last) if at < last else at
    named = end > at and (described or r.noun(at, "given") is not None) and end - at + described >= 2
    return at if named else start


def annexed_title(r: Reading, start: int, end: int, last: int) -> bool:
    """'The seller of vegetables X': a word with the article ends what looked like a name, a name follows."""
    if end - start != 2 or r.noun(start, "given") or not r.articled(end - 1) or r.articled(start):
        return False
    return name_end(r, end, last) - end >= 2


def _describes(r: Reading, at: int) -> bool:
    known = r.noun(at, "nisba", "adjective", "portfolio") is not None
    return known or (not r.nouns[at] and r.norm(at).endswith(("ي", "يه")))
