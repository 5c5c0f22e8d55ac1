"""Give a change its number: the amount that results, the amount moved, a share, and from what to what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from drawdown_cli.arabic.letters import BEH, WAW
from drawdown_cli.extract.changes.losses import is_loss
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.scene import Counted, Scene
from drawdown_cli.models import DateMod, Quantity, QuantityForm, TokenKind, ValueRole

TROOP_UNITS = frozenset(
    {
        "troops", "advisers", "trainers", "police", "contractors", "mercenaries", "observers", "peacekeepers",
        "staff",
    }
)  # fmt: skip
FORMATION_UNITS = frozenset(
    {"brigades", "battalions", "divisions", "companies", "regiments", "platoons", "units"}
)
BASE_UNITS = frozenset({"bases", "posts", "sites"})
_AMOUNTS = (QuantityForm.CARDINAL,)
_SHARES = (QuantityForm.FRACTION, QuantityForm.PERCENT)
_FROM, _TO = "from", "to"
_ASIDE = 10
_LEAST, _MOST = 10, 1_000_000
_EXCEPTED = 3
_WITH_FORMER = 3
_UNIT_REACH = 4
_MEN = frozenset({"", "people"})
_AROUND = frozenset({DateMod.BY, DateMod.BEFORE, DateMod.AFTER, DateMod.SINCE, DateMod.UNTIL})


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
            if mark.role is Role.TRIGGER and mark.entry.feature("weak") and mark.proclitic == WAW:
                return True
    return False


def _is_of_unit(scene: Scene, index: int) -> bool:
    """'A mechanised battalion whose strength is 850': a unit not known before moves with all its men."""
    near = (
        scene.mark(at, Role.FORCE) for at in range(index - 1, max(scene.first, index - _UNIT_REACH) - 1, -1)
    )
    unit = next((mark for mark in near if mark), None)
    return unit is not None and not unit.definite and unit.inflection.number == "s"


def _former(scene: Scene, goal: Counted, units: frozenset[str]) -> Counted | None:
    """'... to 3 bases, after the number of bases had been 12': what was, behind a verb of being."""
    for counted in scene.counted:
        between = range(goal.last, counted.first)
        if not 0 < len(between) <= _ASIDE or not any(scene.operator(index, "past") for index in between):
            continue
        if _is_meant(scene, counted, units, True):
            return counted
    return None


def _result(goal: Counted, start: Counted | None, units: frozenset[str]) -> Amount:
    if goal.quantity.form in _SHARES:
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
    role = ValueRole.SHARE if quantity.form in _SHARES else ValueRole.MOVED
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
    if quantity.form in _SHARES:
        return sized
    if quantity.form not in _AMOUNTS or is_loss(scene, counted):
        return False
    unit = unit_of(scene, counted)
    if unit:
        return unit in units
    return _counts_base(scene, counted) if units is BASE_UNITS else _counts_force(scene, counted)


def _counts_force(scene: Scene, counted: Counted) -> bool:
    """A bare number counts soldiers when a force follows it ('105 of its soldiers') or it says from or to."""
    if any(scene.mark(i, Role.FORCE) for i in range(counted.last, min(counted.last + 3, scene.last))):
        return True
    nation = scene.mark(counted.last, Role.NATIONALITY) if counted.last < scene.last else None
    if nation and not nation.proclitic and quantity_size(counted.quantity) >= _LEAST:
        return True
    if counted.quantity.value == 0:
        return _side(scene, counted) == _TO
    if quantity_size(counted.quantity) < _LEAST:
        return False
    if is_excepted(scene, counted):
        return True
    return _side(scene, counted) in (_FROM, _TO) or _is_predicate(scene, counted) or _is_by(scene, counted)


def _is_by(scene: Scene, counted: Counted) -> bool:
    """'Grew by about 30,000': the preposition stands on the number, or on the 'about' before it."""
    if scene.tokens[counted.first].norm.startswith(BEH):
        return True
    about = scene.mark(counted.first - 1, Role.QUANTIFIER) if counted.first > scene.first else None
    return about is not None and about.proclitic.endswith(BEH)


def _is_of_force(scene: Scene, counted: Counted) -> bool:
    """'10,800 of the peacekeepers', '300 of them': the number's part of a force follows it."""
    if unit_of(scene, counted) or quantity_size(counted.quantity) < 10:
        return False
    if (
        _is_part(scene, counted.last)
        or _is_part(scene, counted.first - 1)
        or _is_part(scene, counted.first - 2)
    ):
        return True
    if counted.last + 1 >= scene.last:
        return False
    preposition = scene.mark(counted.last, Role.PREPOSITION)
    partitive = preposition is not None and preposition.entry.feature("side") == "from"
    return partitive and scene.mark(counted.last + 1, Role.FORCE, Role.GROUP) is not None


def _is_part(scene: Scene, index: int) -> bool:
    """Whether 'of them' stands at a token."""
    mark = scene.mark(index, Role.FORCE)
    return mark is not None and bool(mark.entry.feature("part"))


def _is_predicate(scene: Scene, counted: Counted) -> bool:
    after = scene.tokens[counted.last] if counted.last < scene.last else None
    return after is None or after.norm in ".،" or scene.mark(counted.last, Role.PREPOSITION) is not None


def quantity_size(quantity: Quantity) -> float | int:
    """Return the largest number that a quantity admits, 0 where it names none."""
    return quantity.value or quantity.high or quantity.low or 0


def _counts_base(scene: Scene, counted: Counted) -> bool:
    reach = 10 if _side(scene, counted) in (_FROM, _TO) else 3
    around = range(max(scene.first, counted.first - reach), min(counted.last + 2, scene.last))
    return any(scene.mark(index, Role.BASE_NOUN) for index in around)


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


def unit_of(scene: Scene, counted: Counted) -> str:
    """Return what a quantity counts: nothing where the word after it belongs to a date ('to 900 in 2020')."""
    dated = counted.last < scene.last and scene.date_at(counted.last) is not None
    unit = counted.quantity.unit
    reach = 2 if scene.mark(counted.last, Role.PREPOSITION) else 1  # '200 of its men'
    near = range(counted.last - 1, min(counted.last + reach, scene.last)) if unit == "people" else ()
    if any(mark.entry.feature("kind") == "men" for at in near if (mark := scene.mark(at, Role.FORCE))):
        return "troops"
    return "" if dated or unit == "others" else unit


def may_count_troops(scene: Scene, counted: Counted) -> bool:
    """Whether a quantity counts soldiers, or nothing that is named, in a number that soldiers may have."""
    quantity, unit = counted.quantity, unit_of(scene, counted)
    if quantity.form not in _AMOUNTS or is_loss(scene, counted):
        return False
    return unit in TROOP_UNITS if unit else _LEAST <= quantity_size(quantity) <= _MOST


def stands_bare(scene: Scene, counted: Counted) -> bool:
    """Whether nothing that a number counts stands behind it, or soldiers do: 'and in Gabon 350.'"""
    if unit_of(scene, counted):
        return True
    after = scene.tokens[counted.last] if counted.last < scene.last else None
    roles = (Role.FORCE, Role.FORCE_KIND, Role.NATIONALITY, Role.OPERATOR, Role.PREPOSITION)
    # '170,000 spread over 500 sites': a plural of men says what they do.
    ends = after is None or after.kind is TokenKind.MARK or after.norm.endswith(("ين", "ون"))
    until = scene.date_at(counted.last + 1)
    dated = scene.date_at(counted.last) or (until and until.timex.mod in _AROUND)
    return bool(ends or dated or scene.mark(counted.last, *roles))


def is_excepted(scene: Scene, counted: Counted) -> bool:
    """'There remain but 600': the number stands behind an exception."""
    before = range(max(scene.first, counted.first - _EXCEPTED), counted.first)
    return any(scene.operator(index, "except") for index in before)


def _is_of_them(scene: Scene, counted: Counted) -> bool:
    """'But 600 remain', 'and they are about 20,000', 'and in it 1,500': a bare number of those spoken of."""
    before = range(max(scene.first, counted.first - _EXCEPTED), counted.first)
    they = (scene.operator(index, "boundary") for index in before)
    if any(mark.entry.feature("they") for mark in they if mark):
        return True
    return any(scene.operator(index, "except", "therein") for index in before)


def is_share(counted: Counted) -> bool:
    """Whether a quantity is a fraction or a percentage."""
    return counted.quantity.form in _SHARES


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


def bare_numbers(scene: Scene, first: int, last: int) -> list[Counted]:
    """Return the numbers without a unit between two tokens that are large enough to count soldiers."""
    return [
        counted
        for counted in scene.counted
        if first <= counted.first < last
        and unit_of(scene, counted) in _MEN
        and counted.quantity.form in _AMOUNTS
        and _LEAST <= quantity_size(counted.quantity) <= _MOST
        and not is_loss(scene, counted)
    ]


def counted_troops(scene: Scene, units: frozenset[str] = TROOP_UNITS) -> Sequence[Counted]:
    """Return the quantities of a sentence that count soldiers and no casualties."""
    return [
        counted
        for counted in scene.counted
        if counted.quantity.form in _AMOUNTS
        and (
            unit_of(scene, counted) in units
            or _is_of_force(scene, counted)
            or (_is_of_them(scene, counted) and may_count_troops(scene, counted))
        )
        and not is_loss(scene, counted)
    ]
