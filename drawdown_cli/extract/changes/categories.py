"""What the words beside a trigger make of its category."""

from __future__ import annotations

from drawdown_cli.extract.changes.amounts import Amount
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import Category, ValueRole

_NEAR = 8


def category_of(scene: Scene, reading: Reading, amount: Amount) -> Category:
    """Return the category of a trigger beside its words: a standing number, bases, a last day."""
    category = Category(reading.mark.entry.feature("category"))
    if _is_standing_level(reading, amount) or _exceeds(scene, reading, amount):
        return Category.LEVEL
    if amount.unit == "bases" and reading.mark.entry.feature("frame") == "size":
        return Category.BASE
    if reading.mark.entry.feature("frame") == "stay" and _is_extended(scene, reading):
        return Category.MISSION
    if reading.mark.entry.feature("down") and amount.role is ValueRole.SHARE:
        return Category.WITHDRAWAL  # by or to a share: no level that anyone could tell
    ends = reading.mark.entry.feature("frame") == "stay" and _has_deadline(scene, reading)
    return Category.WITHDRAWAL if ends or _is_ended(scene, reading) else category


def _is_ended(scene: Scene, reading: Reading) -> bool:
    """'Ended a deployment of eight years': whoever ends it leaves."""
    entry = reading.mark.entry
    spread = entry.feature("category") == Category.DEPLOYMENT and entry.feature("frame") == "subject"
    if not spread or reading.tense is not Tense.NOUN or reading.mark.definite:
        return False
    if " " in entry.word or scene.operator(reading.mark.first - 1, "light"):
        return False  # 'ended the redeployment of its forces'
    before = range(max(scene.first, reading.mark.first - _NEAR), reading.mark.first)
    verbs = (scene.operator(index, "complete") for index in before)
    return any(
        verb.entry.feature("ends") and verb.inflection.form in ("past", "present") for verb in verbs if verb
    )


def _is_extended(scene: Scene, reading: Reading) -> bool:
    """'Prolonged the stay of its forces': a mission goes on."""
    before = range(max(scene.first, reading.mark.first - _NEAR), reading.mark.first)
    marks = (mark for index in before if (mark := scene.mark(index, Role.TRIGGER)))
    return reading.tense is Tense.NOUN and any(mark.entry.feature("phase") == "extend" for mark in marks)


def _has_deadline(scene: Scene, reading: Reading) -> bool:
    """'The last date for the forces to stay' is the date on which they leave."""
    before = range(max(scene.first, reading.mark.first - 4), reading.mark.first)
    return any(mark.entry.feature("deadline") for index in before for mark in scene.marks.get(index, ()))


def _is_standing_level(reading: Reading, amount: Amount) -> bool:
    """'Washington deploys 900 soldiers', 'their number does not exceed 500': a number that stands."""
    if reading.negated and reading.mark.entry.feature("frame") == "size":
        return amount.quantity is not None
    return bool(
        reading.mark.entry.feature("standing")
        and reading.tense is Tense.PRESENT
        and not reading.negated
        and amount.quantity
    )


def _exceeds(scene: Scene, reading: Reading, amount: Amount) -> bool:
    """'It rose above 100,000 soldiers': a verb of growth with a preposition tells a level."""
    if (
        reading.mark.entry.feature("frame") != "size"
        or reading.mark.last >= scene.last
        or not amount.quantity
        or amount.role is ValueRole.SHARE
    ):
        return False
    preposition = scene.mark(reading.mark.last, Role.PREPOSITION)
    if preposition is not None and preposition.entry.feature("side") in ("in", "from"):
        return True
    over = scene.mark(amount.tokens[0] - 1, Role.PREPOSITION)  # 'their number is over 900'
    grows = reading.mark.inflection.form in ("past", "present") and not reading.mark.entry.feature("down")
    sized = scene.names(range(reading.mark.last, amount.tokens[0]), Role.QUANTIFIER)
    return grows and sized and over is not None and bool(over.entry.feature("exceed"))
