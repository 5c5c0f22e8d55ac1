"""Tell what only looks like a time: ages, scores, numbers of laws and pages, words inside names."""

from __future__ import annotations

from drawdown_cli.extract.timex.reader import Reader
from drawdown_cli.extract.timex.shapes import Length, Mention
from drawdown_cli.models import Grain


def is_trap(reader: Reader, mention: Mention) -> bool:
    """Return whether the words around a mention show that it names no time."""
    return isinstance(mention.time, Length) and _is_age(reader, mention)


def _is_age(reader: Reader, mention: Mention) -> bool:
    """'(45 عاما)' after a name, 'يبلغ من العمر 30 عاما', 'عمره 12 سنة'."""
    assert isinstance(mention.time, Length)
    if mention.time.amounts[0].unit is not Grain.YEAR:
        return False
    if reader.mark(mention.first - 1, "(") and reader.mark(mention.last, ")"):
        return True
    return any(reader.word(mention.first - back, "age") for back in (1, 2, 3))
