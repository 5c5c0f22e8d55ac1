"""Turn a cue and its complement into a draft: kind, extent, and the innermost speaker."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from drawdown_cli.extract.attribution.clauses import clause_end, has_quoted_words, is_direct
from drawdown_cli.extract.attribution.labels import is_name
from drawdown_cli.extract.attribution.objects import Complement, is_virtue
from drawdown_cli.extract.attribution.reading import COMMAS, STOPS, frames
from drawdown_cli.extract.attribution.scan import Draft, Scan
from drawdown_cli.extract.attribution.subordinate import is_subordinate, main_clause
from drawdown_cli.models import QuoteKind

_NOMINAL = ("preposition", "object", "target")
_SAYS = frozenset({"إن", "direct", "continues"})
_LEAST_WORDS = 2
_PRONOUNS = ("ه", "ها", "هم", "هما", "نا", "ني")
Extent = tuple[QuoteKind, int, int, int]
NOTHING: Extent = (QuoteKind.INDIRECT, 0, 0, 0)


def take(scan: Scan, complement: Complement, draft: Draft) -> int:
    """Add the draft with the words that the complement begins; return where to read on, or 0."""
    if complement.start >= len(scan.r.tokens):
        return 0
    kind, first, last, after = extent(scan, complement)
    if last <= first or (last == first + 1 and _held_off(scan, draft, first - 1)):
        return 0
    asked = frames(draft.form) & {"addressee", "target"}
    if last == first + 1 and complement.how in _NOMINAL and not asked:
        return 0
    draft.kind, draft.first, draft.last = kind, first, last
    draft.frame = (draft.cue[1], complement.start)
    scan.add(draft)
    return after


def take_direct(scan: Scan, draft: Draft, first: int, last: int) -> None:
    """Add the draft with words that are given as they were said."""
    draft.kind, draft.first, draft.last = QuoteKind.DIRECT, first, last
    scan.add(draft)


def _held_off(scan: Scan, draft: Draft, opening: int) -> bool:
    """Whether one word in marks is a name held at a distance (تبلغ حدود «المثلث»), not all that was said."""
    r = scan.r
    said = frames(draft.form) & _SAYS or r.tokens[opening - 1].text == ":"
    return not said and opening in r.marks.quotes and is_name(r, opening)


def extent(scan: Scan, complement: Complement) -> Extent:
    """Return kind, first and last token of the words that a complement begins, and where to read on."""
    r, start = scan.r, complement.start
    if start in r.marks.unclosed and start not in r.marks.quotes:
        end = scan.trimmed(start + 1, _paragraph_end(scan, start))
        return QuoteKind.DIRECT, start + 1, end, end
    close = r.marks.quotes.get(start, 0)
    if complement.how == "marks" and close:
        return QuoteKind.DIRECT, start + 1, close, close + 1
    if complement.how == "colon":
        end = scan.trimmed(start, scan.last)
        return QuoteKind.DIRECT, start, end, end
    direct = is_direct(r, start, scan.last)
    if direct and not is_name(r, start):
        return QuoteKind.DIRECT, start + 1, direct, direct + 1
    end = clause_end(r, start, scan.last, nominal=complement.how in _NOMINAL)
    if is_subordinate(r, scan.first) and scan.previous() is None:
        end = main_clause(r, start, end)
    if end - start < _least_words(scan, complement, end):
        return NOTHING
    return kind_of(scan, start, end), start, end, end


def _least_words(scan: Scan, complement: Complement, end: int) -> int:
    """One word is enough behind 'that she' at the end, and where a verbal noun is asked of somebody."""
    r, start = scan.r, complement.start
    ended = end >= scan.last or r.tokens[end].text in STOPS | COMMAS
    pronoun = ended and complement.how == "clause" and r.norm(start - 1).endswith(_PRONOUNS)
    asked = complement.how in ("preposition", "object") and is_virtue(r, start)
    blamed = r.has(start - 1, "object_pronoun") > 0  # متهما إياها بالفساد
    return 1 if pronoun or asked or blamed else _LEAST_WORDS


def kind_of(scan: Scan, start: int, end: int) -> QuoteKind:
    """Mixed where some of the words stand in marks, else indirect."""
    return QuoteKind.MIXED if has_quoted_words(scan.r, start, end) else QuoteKind.INDIRECT


def _paragraph_end(scan: Scan, at: int) -> int:
    paragraphs = scan.r.tokenized.paragraphs
    found = bisect_right(paragraphs, at, key=lambda paragraph: paragraph.first) - 1
    return paragraphs[found].last if found >= 0 else scan.last


def take_innermost(scan: Scan, complement: Complement, draft: Draft, step: Callable[[Scan, int], int]) -> int:
    """Where a medium reports that somebody said something: the somebody speaks, the medium carries."""
    kind, first, last, _ = extent(scan, complement)
    if kind is QuoteKind.DIRECT or last <= first:
        return 0
    count, named, outer = len(scan.drafts), len(scan.layer), (scan.first, scan.last)
    scan.first = first
    end = 0
    for at in range(first, min(first + 16, last)):
        end = step(scan, at) if scan.r.cues[at] else 0
        if end:
            break
    scan.first, scan.last = outer
    inner = scan.drafts[-1] if end and len(scan.drafts) > count else None
    reported = inner is not None and inner.rule not in ("cue-preposition", "cue-object", "cue-target")
    if inner is not None and reported and (inner.mention or inner.hint) is not None:
        scan.drafts[-1].via = scan.drafts[-1].via or draft.mention
        return end
    del scan.drafts[count:], scan.layer[named:]
    return 0
