"""Look each token up once: triggers, operators, forces, places, missions and what rules them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.arabic.inflect import Inflection
from drawdown_cli.arabic.letters import ALEF, LAM, SEEN
from drawdown_cli.entries import Entry
from drawdown_cli.lexicon import Form, lexicon
from drawdown_cli.models import Token


class Role(StrEnum):
    """What a word does in a report of a change; the `role` of its lexicon entry."""

    TRIGGER = "trigger"
    OPERATOR = "operator"
    FORCE = "force"
    FORCE_KIND = "force-kind"
    QUANTIFIER = "quantifier"
    NATIONALITY = "nationality"
    GROUP = "group"
    PLACE = "place"
    INSTITUTION = "institution"
    HERE = "here"
    HOME = "home"
    AREA = "area"
    BASE = "base"
    BASE_NOUN = "base-noun"
    MISSION = "mission"
    MISSION_KIND = "mission-kind"
    OPERATION = "operation"
    PREPOSITION = "preposition"
    ASSEMBLY = "assembly"
    TITLE = "title"
    BLOCKER = "blocker"


_ROLES = {role.value: role for role in Role}


class Mark(NamedTuple):
    """A lexicon entry that stands at tokens `first` to `last` (exclusive)."""

    role: Role
    entry: Entry
    inflection: Inflection
    proclitic: str
    first: int
    last: int

    @property
    def definite(self) -> bool:
        """Whether the word carries the article or a pronoun."""
        return self.proclitic.endswith((ALEF + LAM, LAM + LAM)) or bool(self.inflection.suffix)


def carries_li(mark: Mark) -> bool:
    """Whether a word carries the preposition li: للقوات and لقوات do, القوات does not."""
    return mark.proclitic.removesuffix(ALEF + LAM).endswith(LAM)


Marks = dict[int, tuple[Mark, ...]]

_MOST_READINGS = 50_000
_READINGS: dict[int, tuple[tuple[Form, ...], tuple[tuple[Role, Form], ...]]] = {}


def read_marks(tokens: Sequence[Token], first: int, last: int) -> Marks:
    """Return the marks of a stretch of tokens by the token at which they begin.

    A phrase hides the words inside it: الحشد الشعبي is a name, no massing of troops.
    """
    words = lexicon("changes")
    marks: Marks = {}
    index = first
    while index < last:
        forms = words.find(tokens, index, last)
        if not forms:
            index += 1
            continue
        length = forms[0].length
        end = index + length
        found = tuple(
            Mark(role, form.entry, form.inflection, form.proclitic, index, end)
            for role, form in _known(forms, length)
        )
        if found:
            marks[index] = found
        index = end
    return marks


def _known(forms: tuple[Form, ...], length: int) -> tuple[tuple[Role, Form], ...]:
    """Return the distinct readings of a word; the lexicon gives one tuple for one word each time."""
    known = _READINGS.get(id(forms))
    if known is None or known[0] is not forms:
        if len(_READINGS) >= _MOST_READINGS:
            _READINGS.clear()
        known = _READINGS[id(forms)] = forms, tuple(_distinct(forms, length))
    return known[1]


def _distinct(forms: Sequence[Form], length: int) -> Iterator[tuple[Role, Form]]:
    seen: set[tuple[int, str]] = set()
    for form in forms:
        if form.length != length:
            return
        # الدفعة ends in ta marbuta: no pronoun follows the article.
        if form.inflection.suffix and form.proclitic.endswith((ALEF + LAM, LAM + LAM)):
            continue
        # ستقلص is "she will reduce": no past tense follows the sin of the future.
        if form.inflection.form == "past" and form.proclitic.endswith(SEEN):
            continue
        key = (id(form.entry), form.inflection.form)
        if key not in seen:
            seen.add(key)
            yield _ROLES[form.entry.features["role"]], form
