"""Look each token up once: triggers, operators, forces, places, missions and what rules them out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.arabic.inflect import Inflection
from drawdown_cli.arabic.letters import (
    ALEF,
    ALEF_HAMZA_ABOVE,
    ALEF_HAMZA_BELOW,
    ALEF_MADDA,
    BEH,
    LAM,
    NOON,
    SEEN,
    TEH,
    WAW,
    YEH,
)
from drawdown_cli.entries import Entry
from drawdown_cli.lexicon import Form, lexicon
from drawdown_cli.memo import Memo
from drawdown_cli.models import Token, TokenKind


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
_make = tuple.__new__


class Readings(NamedTuple):
    """What a word or a phrase may be; `unlike` is what it is where no verb can stand.

    `is_state` says that it names a state as well as one of its people.
    """

    whole: tuple[tuple[Role, Form], ...]
    unlike: tuple[tuple[Role, Form], ...]
    is_state: bool


_ADVERB, _UNTIL = "adverb", "until"
_PRESENT = (YEH, TEH, NOON)
_ARTICLE = ALEF + LAM
_BEFORE_STATES = frozenset({Role.PREPOSITION, Role.AREA, Role.TRIGGER})
_BEFORE_VERBS = frozenset({"perfect", "which", "negation", "boundary"})


def _readings(forms: Sequence[Form], length: int) -> Readings:
    """'Around' is spelt like 'he turned [it]': a verb at the head of its sentence or behind a particle."""
    whole = tuple(_distinct(forms, length))
    roles = {role for role, _ in whole}
    if Role.PREPOSITION not in roles and all(form.entry.feature("op") != _ADVERB for _, form in whole):
        return Readings(whole, whole, roles >= {Role.PLACE, Role.NATIONALITY})
    unlike = tuple(each for each in whole if each[1].inflection.form != "past")
    return Readings(whole, unlike if len(unlike) < len(whole) else whole, False)


_words = Memo[str, Readings](lambda norm: _readings(lexicon("changes").find_word(norm), 1), most=20_000)
"""The distinct readings of words that stand by themselves."""


def read_marks(tokens: Sequence[Token], forms: Sequence[tuple[Form, ...]], first: int, last: int) -> Marks:
    """Return the marks of a stretch of tokens, whose `forms` are looked up, by the token where they begin.

    A phrase hides the words inside it: الحشد الشعبي is a name, no massing of troops.
    """
    marks: Marks = {}
    index = first
    while index < last:
        here = forms[index]
        if here and index + here[0].length > last:
            here = lexicon("changes").find(tokens, index, last)
        if not here or tokens[index].norm == _ARTICLE:
            index += 1
            continue
        length = here[0].length
        end = index + length
        if length > 1 and here[0].entry.feature("op") == _UNTIL and not _may_be_verb(tokens, end, last):
            here = tuple(form for form in here if form.length == 1)  # 'pointed to [the fact] that the forces'
            length, end = 1, index + 1
            if not here:
                index = end
                continue
        readings = _words[tokens[index].norm] if length == 1 else _readings(here, length)
        whole, found = readings.whole, readings.unlike
        if whole:
            if found is not whole and (index == first or _goes_before_verb(marks.get(index - 1, ()))):
                found = whole
            if tokens[index].text[0] == ALEF_HAMZA_BELOW and len(found) > 1:
                found = tuple(each for each in found if not _begins_otherwise(each[1])) or found
            if readings.is_state and _names_state(tokens, marks, index, first):
                found = tuple(each for each in found if each[0] is not Role.NATIONALITY)
            # A mark is made as the tuple that it is: its own constructor takes twice the time.
            marks[index] = tuple(
                [
                    _make(Mark, (role, form.entry, form.inflection, form.proclitic, index, end))
                    for role, form in found
                ]
            )
        index = end
    return marks


def _may_be_verb(tokens: Sequence[Token], index: int, last: int) -> bool:
    """Whether a word may be a verb of the present, which alone follows 'until'."""
    return index < last and tokens[index].norm.startswith(_PRESENT)


def _names_state(tokens: Sequence[Token], marks: Marks, index: int, first: int) -> bool:
    """'Syria' is spelt like 'a Syrian' in the accusative, 'Mali' like 'a Malian': جنديا سوريا, جندي مالي."""
    norm, found = tokens[index].norm, marks.get(index - 1, ())
    if index == first or norm.startswith(WAW):
        return True
    before = tokens[index - 1]
    if not norm.endswith(ALEF):
        # 'The French army left Mali': no adjective without the article; 'the Saudi forces' has it.
        defined = before.norm.startswith(_ARTICLE) and not norm.startswith(_ARTICLE)
        return defined or norm.startswith((BEH, LAM)) or any(mark.role in _BEFORE_STATES for mark in found)
    accusative = before.norm.endswith(ALEF) or before.kind is TokenKind.NUMBER
    return not accusative or any(mark.role is Role.PLACE for mark in found)


def _begins_otherwise(form: Form) -> bool:
    """Whether a word begins with another hamza: إلا is no ألا and no آلا; a masdar has its own."""
    written = form.entry.word[:1] in (ALEF_HAMZA_ABOVE, ALEF_MADDA)
    return written and not form.proclitic and form.inflection.form in ("past", "particle")


def _goes_before_verb(found: tuple[Mark, ...]) -> bool:
    return any(mark.entry.feature("op") in _BEFORE_VERBS for mark in found)


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
