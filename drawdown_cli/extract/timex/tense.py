"""Whether the words around a date speak of what is to come."""

from __future__ import annotations

from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.shapes import Mention
from drawdown_cli.models import TokenKind

_BACK, _AHEAD, _MARKS = 10, 4, 3
_ENDS = ".؟?!"
_NEXT = 1
_STOPS = '.؟?!:"«»“”'


def is_future(reader: Reader, mention: Mention, *, due: bool = False) -> bool:
    """Return whether a verb in the future, or a word for plans, stands in the clause of a mention.

    What follows 'that' or a colon is another clause: 'he said on Friday that they will leave'. A deadline
    (`due`) lies ahead unless a word of the past says otherwise.
    """
    for index in range(mention.first - 1, mention.first - 1 - _BACK, -1):
        if index < 0 or _ends_clause(reader, index):
            break
        verdict = _verdict(reader, index)
        if verdict is not None:
            return verdict
    for index in range(mention.last, mention.last + _AHEAD):
        if index >= reader.end or _ends_clause(reader, index) or reader.word(index, "clause"):
            return due
        verdict = _verdict(reader, index)
        if verdict or (due and verdict is False):
            return verdict
    return due


def stands_alone(reader: Reader, mention: Mention) -> bool:
    """Return whether a paragraph holds nothing but the mention."""
    first, last = reader.start, reader.end
    if (last - first) - (mention.last - mention.first) > _MARKS:
        return False
    outside = [*range(first, mention.first), *range(mention.last, last)]
    return not any(reader.tokens[index].kind is TokenKind.WORD for index in outside)


def continues(reader: Reader, told: Mention, mention: Mention, *, history: bool) -> bool:
    """Return whether a mention goes on from one before: in its sentence, in a `history` also in the next."""
    between = range(told.last, mention.first)
    stops = sum(_ends_clause(reader, index) and reader.mark(index, _ENDS) for index in between)
    return told.first >= reader.start and stops <= (_NEXT if history else 0)


def _verdict(reader: Reader, index: int) -> bool | None:
    """True for a future verb, False for a word of the past, None for anything else."""
    if reader.forms(index):
        if reader.word(index, "plan"):
            return True
        if reader.word(index, "past"):
            return False
    norm = reader.norm(index).removeprefix("و")
    if len(norm) > 4 and norm[0] == "س" and norm[1] in "يتن" and not reader.word(index, "no_future"):
        return True
    return None


def _ends_clause(reader: Reader, index: int) -> bool:
    return reader.mark(index, _STOPS)
