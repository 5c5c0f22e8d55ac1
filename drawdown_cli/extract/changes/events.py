"""Dates that name an event or stand in an aside: 'the coup of July 2023', ', which began in 2013,'."""

from __future__ import annotations

from collections.abc import Iterator

from drawdown_cli.arabic.letters import ALEF
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import TokenKind

_CALENDAR = frozenset({"year", "month_year", "date", "date_without_year", "month_without_year"})
_ROLES = (Role.TRIGGER, Role.FORCE, Role.FORCE_KIND, Role.NATIONALITY, Role.PLACE, Role.AREA, Role.BASE,
          Role.BASE_NOUN, Role.GROUP, Role.MISSION, Role.OPERATION, Role.PREPOSITION, Role.QUANTIFIER,
          Role.HERE, Role.HOME, Role.INSTITUTION)  # fmt: skip
_LONGEST = 14


def names_event(scene: Scene, dated: Dated) -> bool:
    """Whether a calendar date stands right behind a noun that it names: 'the elections of 2020'."""
    before = dated.first - 1
    if dated.timex.rule not in _CALENDAR or before < scene.first or scene.count_at(before):
        return False
    token = scene.tokens[before]
    bare = dated.timex.text[:1].isdigit() or dated.timex.rule in ("month_year", "month_without_year")
    plain = token.kind is TokenKind.WORD and not token.norm.endswith(ALEF)  # 'officially', 'finally'
    return bare and plain and not any(mark.role in _ROLES for mark in scene.marks.get(before, ()))


def follows_event(scene: Scene, dated: Dated) -> bool:
    """Whether a date is that of an event, not of a change: 'the attacks of 11 September'.

    What was 'before the coup of July 2023', or came after it, was about that month.
    """
    noun = dated.first - 1
    forms = lexicon("time").find_word(scene.tokens[noun].norm)
    if all(form.entry.feature("class") != "event" for form in forms):
        return False
    before = (scene.mark(at, Role.PREPOSITION) for at in (noun - 1, noun - 2))
    beside = any(mark.last == noun and mark.entry.feature("side") == "adjunct" for mark in before if mark)
    return not (beside and dated.timex.rule == "month_year")


def outside_asides(scene: Scene, between: range) -> Iterator[int]:
    """Yield the tokens of a stretch without the clauses that two commas set apart."""
    until = -1
    for index in between:
        if index < until:
            continue
        until = _aside_end(scene, index, between.stop)
        if until <= index:
            yield index


def _aside_end(scene: Scene, index: int, stop: int) -> int:
    """The token after the comma that closes an aside which a comma opens here; -1 where none does."""
    if not scene.is_comma(index) or index + 1 >= stop:
        return -1
    they = scene.operator(index + 1, "boundary")
    if not scene.operator(index + 1, "which") and not (they and they.entry.feature("they")):
        return -1
    closes = (at for at in range(index + 2, min(stop, index + _LONGEST)) if scene.is_comma(at))
    return next((at + 1 for at in closes if not scene.opens_clause(at + 1)), -1)


def before_aside(scene: Scene, at: int) -> int:
    """The comma that opens the aside right before a verb, whose subject stands before it; else the verb."""
    if at <= scene.first or not scene.is_comma(at - 1) or "which" not in scene.kinds:
        return at
    opens = (
        index for index in range(at - 3, max(scene.first, at - _LONGEST) - 1, -1) if scene.is_comma(index)
    )
    comma = next(opens, at)
    return comma if comma < at and scene.operator(comma + 1, "which") else at
