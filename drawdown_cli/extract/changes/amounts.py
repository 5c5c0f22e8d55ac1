"""Give a change its number: the amount that results, the amount moved, a share, and from what to what."""

from __future__ import annotations

from dataclasses import dataclass

from drawdown_cli.arabic.letters import BEH, WAW
from drawdown_cli.extract.changes.losses import is_loss
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.numbers import (
    BASE_UNITS,
    FORMATION_UNITS,
    LEAST,
    is_excepted,
    is_share,
    quantity_size,
    unit_of,
    whole_of,
)
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.models import Quantity, QuantityForm, ValueRole

_FROM, _TO = "from", "to"
_ASIDE = 10
_EXCEPTED, _WHOLE = 3, 2
_WITH_FORMER = 3
_UNIT_REACH, _BATCH_REACH = 4, 7


@dataclass(frozen=True, slots=True)
class Amount:
    """What a change says in numbers, and the tokens that say it."""

    value: float | int | None
    role: ValueRole
    quantity: Quantity | None
    unit: str
    from_value: float | int | None
    to_value: float | int | None
    tokens: tuple[int, ...]


NO_AMOUNT = Amount(None, ValueRole.NONE, None, "", None, None, ())


def amount_of(scene: Scene, first: int, last: int, units: frozenset[str], *, sized: bool) -> Amount:
    """Return the amount that stands between two tokens and counts one of the units.

    `sized` says that the words speak of a size (reduce the number of ...): there a bare number after 'to' is
    the result, and one after 'by' what was moved.
    """
    found = [
        c for c in scene.counted if first <= c.first and c.last <= last and _is_meant(scene, c, units, sized)
    ]
    if not sized:
        found = [counted for counted in found if not _is_aside(scene, counted)]
    if not found:
        return NO_AMOUNT
    # 'Of its men but forty remain': what is excepted is moved from nowhere.
    moves = [("" if is_excepted(scene, counted) else _side(scene, counted), counted) for counted in found]
    start = next((c for side, c in moves if side == _FROM), None)
    goal = next((c for side, c in moves if side == _TO), None)
    if goal and (sized or start or goal.quantity.unit in units):
        return _result(goal, start or _former(scene, goal, units), units)
    counted = next((c for side, c in moves if side != _FROM), None)
    if counted is None:
        return NO_AMOUNT
    return _moved(counted, units)


def former_span(amount: Amount) -> tuple[int, int]:
    """Return the tokens between what was and what resulted: 'from 2,900 in 2011 to 1,450'."""
    if amount.from_value is None or len(amount.tokens) < _WITH_FORMER:
        return 0, 0
    goal, _, start = amount.tokens[:_WITH_FORMER]
    return (start, goal) if start < goal else (start, start + _ASIDE)


def _is_aside(scene: Scene, counted: Counted) -> bool:
    """'The forces, whose number is about 700': a level of the whole, not the amount that moves."""
    for index in range(max(scene.first, counted.first - 4), counted.first):
        for mark in scene.marks.get(index, ()):
            if mark.role is Role.QUANTIFIER and mark.entry.feature("size") and mark.inflection.suffix:
                return not _is_of_unit(scene, index)
            if (
                mark.role is Role.TRIGGER
                and mark.inflection.form == "participle"
                and mark.entry.feature("measure")
            ):
                return mark.definite and not _is_of_unit(scene, index)
            if mark.role is Role.TRIGGER and mark.entry.feature("weak") and mark.proclitic == WAW:
                return not _is_of_unit(scene, index)
    return False


def _is_of_unit(scene: Scene, index: int) -> bool:
    """'A mechanised battalion whose strength is 850': a unit not known before moves with all its men.

    So does the vanguard of a known one, or its first or last batch.
    """
    before = range(index - 1, max(scene.first, index - _BATCH_REACH) - 1, -1)
    parts = (mark for at in before for mark in scene.marks.get(at, ()))
    if any(mark.entry.feature("batch") for mark in parts):
        return True
    near = (scene.mark(at, Role.FORCE) for at in before[:_UNIT_REACH])
    unit = next((mark for mark in near if mark), None)
    return unit is not None and not unit.definite and unit.inflection.number == "s"


def _former(scene: Scene, goal: Counted, units: frozenset[str]) -> Counted | None:
    """'... to 3 bases, after the number of bases had been 12': what was, behind a verb of being."""
    for counted in scene.counted:
        between = range(goal.last, counted.first)
        if not 0 < len(between) <= _ASIDE or not scene.says(between, "past"):
            continue
        if _is_meant(scene, counted, units, True):
            return counted
    return None


def _result(goal: Counted, start: Counted | None, units: frozenset[str]) -> Amount:
    if is_share(goal):
        return _moved(goal, units)
    unit = goal.quantity.unit or (start.quantity.unit if start else "")
    return Amount(
        goal.quantity.value,
        ValueRole.RESULT,
        goal.quantity,
        _unit(unit, units),
        start.quantity.value if start else None,
        goal.quantity.value,
        (goal.first, goal.last - 1, *((start.first,) if start else ())),
    )


def _moved(counted: Counted, units: frozenset[str]) -> Amount:
    quantity = counted.quantity
    role = ValueRole.SHARE if is_share(counted) else ValueRole.MOVED
    unit = "percent" if role is ValueRole.SHARE else _unit(quantity.unit, units)
    value = _percent(quantity) if role is ValueRole.SHARE else quantity.value
    return Amount(value, role, quantity, unit, None, None, (counted.first, counted.last - 1))


def _percent(quantity: Quantity) -> float | int | None:
    if quantity.value is None or quantity.form is QuantityForm.PERCENT:
        return quantity.value
    share = round(quantity.value * 100, 1)
    return int(share) if share == int(share) else share


def _unit(unit: str, units: frozenset[str]) -> str:
    if unit in FORMATION_UNITS:
        return unit
    return "bases" if units is BASE_UNITS else "troops"


def _is_meant(scene: Scene, counted: Counted, units: frozenset[str], sized: bool) -> bool:
    quantity = counted.quantity
    if scene.says(range(max(scene.first, counted.first - _WHOLE), counted.first), "whole"):
        return False  # '200 out of 1,200'
    if is_share(counted):
        return sized
    if quantity.form is not QuantityForm.CARDINAL or is_loss(scene, counted):
        return False
    unit = unit_of(scene, counted)
    if unit:
        return unit in units
    return _counts_base(scene, counted) if units is BASE_UNITS else _counts_force(scene, counted)


def _counts_force(scene: Scene, counted: Counted) -> bool:
    """A bare number counts soldiers when a force follows it ('105 of its soldiers') or it says from or to."""
    if scene.names(range(counted.last, min(counted.last + 3, scene.last)), Role.FORCE):
        return True
    nation = scene.mark(counted.last, Role.NATIONALITY) if counted.last < scene.last else None
    if nation and not nation.proclitic and quantity_size(counted.quantity) >= LEAST:
        return True
    if counted.quantity.value == 0:
        return _side(scene, counted) == _TO
    if quantity_size(counted.quantity) < LEAST:
        return False
    if is_excepted(scene, counted) or scene.operator(counted.last, "whole"):
        return True
    return _side(scene, counted) in (_FROM, _TO) or _is_predicate(scene, counted) or _is_by(scene, counted)


def _is_by(scene: Scene, counted: Counted) -> bool:
    """'Grew by about 30,000': the preposition stands on the number, or on the 'about' before it."""
    if scene.tokens[counted.first].norm.startswith(BEH):
        return True
    about = scene.mark(counted.first - 1, Role.QUANTIFIER) if counted.first > scene.first else None
    return about is not None and about.proclitic.endswith(BEH)


def _is_predicate(scene: Scene, counted: Counted) -> bool:
    after = scene.tokens[counted.last] if counted.last < scene.last else None
    return after is None or after.norm in ".،" or scene.mark(counted.last, Role.PREPOSITION) is not None


def _counts_base(scene: Scene, counted: Counted) -> bool:
    reach = 10 if _side(scene, counted) in (_FROM, _TO) else 3
    last = (whole_of(scene, counted) or counted).last
    around = range(max(scene.first, counted.first - reach), min(last + 2, scene.last))
    return scene.names(around, Role.BASE_NOUN)


def _side(scene: Scene, counted: Counted) -> str:
    bounded = counted.quantity.comparator in (">", "<")
    for index in range(counted.first - 1, max(scene.first, counted.first - (6 if bounded else 3)) - 1, -1):
        if scene.count_at(index) or scene.date_at(index):
            return ""  # 'the day before yesterday 200': its 'of' is the date's
        if scene.mark(index, Role.TRIGGER):
            return ""  # 'of what is expected [is] the arrival of 1,000'
        if index < counted.first - 1 and scene.mark(index, Role.PLACE, Role.BASE):
            return ""  # 'from Kabul 233 soldiers': the preposition is the place's
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and bounded:
            bounded = False  # the preposition of 'more than', 'no less than'
        elif preposition:
            if _composes(scene, index) or scene.mark(counted.first - 1, Role.PLACE, Role.BASE):
                return ""
            side = str(preposition.entry.feature("side"))
            return side if side in (_FROM, _TO) else ""
    return ""


def _composes(scene: Scene, index: int) -> bool:
    """'A battalion of 223 soldiers': what follows 'of' right behind a formation counts its men."""
    preposition = scene.mark(index, Role.PREPOSITION)
    if preposition is None or preposition.entry.feature("side") != _FROM:
        return False
    before = range(max(scene.first, index - 2), index)
    heads = [mark for at in before if (mark := scene.mark(at, Role.FORCE))]
    return any(not mark.definite and mark.inflection.number == "s" for mark in heads)


def leads_to(scene: Scene, amount: Amount) -> bool:
    """'Settled at 2,500', 'reached [to] 900': a preposition right before the number, none of a place's."""
    if not amount.tokens:
        return False
    first = amount.tokens[0]
    before = range(first - 1, max(scene.first, first - _EXCEPTED) - 1, -1)
    for index in before:
        if scene.mark(index, Role.PLACE, Role.BASE, Role.HERE):
            return False
        if scene.mark(index, Role.PREPOSITION):
            return True
    return amount.quantity is not None and amount.quantity.comparator in (">", "<")
