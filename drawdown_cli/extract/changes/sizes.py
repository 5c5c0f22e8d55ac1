"""The frame of size: the number of a force, or of its bases, grows and shrinks."""

from __future__ import annotations

from drawdown_cli.extract.changes.counts import force_of_size
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.nearby import force_after, force_before
from drawdown_cli.extract.changes.owners import owner_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots, is_held, with_force, with_meant

_WIDE = 8


def sized(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'Reduced the number of its forces', 'its presence grew to': the size of a force changes."""
    force = force_after(scene, found, reading)
    if force is None and reading.tense is not Tense.NOUN:
        force = force_before(scene, found, reading)
    meant = force is None
    if force is None:
        force = force_of_size(scene, found, reading)
    if force is None:
        return _bases_sized(scene, found, reading)
    if is_held(found, force, reading.mark.first) and not _is_numbered(scene, force):
        return None  # 'widened the mission of its forces'
    if meant:
        return with_meant(reading, force)
    return with_force(reading, force) if force.kind != "people" or _are_soldiers(scene, force) else None


def _are_soldiers(scene: Scene, force: Force) -> bool:
    """'The number of the Americans falls to': where the text has spoken of their forces."""
    if not _is_numbered(scene, force):
        return False
    behind = scene.mark(force.last, Role.FORCE) if force.last < scene.last else None
    return behind is not None or scene.memory.force == force.key


def _is_numbered(scene: Scene, force: Force) -> bool:
    """'The number of the forces'."""
    number = scene.mark(force.first - 1, Role.QUANTIFIER) if force.first > scene.first else None
    return number is not None and bool(number.entry.feature("size"))


def _bases_sized(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The coalition reduced the number of its bases': a force, and behind the trigger its bases."""
    after = range(reading.mark.last, min(scene.last, reading.mark.last + _WIDE))
    noun = next(
        (mark for i in after if (mark := scene.mark(i, Role.BASE_NOUN)) and mark.inflection.suffix), None
    )
    if noun is None:
        return None
    left, _ = scene.clause(reading.mark.first)
    force = next((f for f in found.forces if left <= f.first < noun.first and f.kind != "people"), None)
    owner_key = "" if force else owner_of(scene, noun.first, scene.memory.country)
    if force is None and not owner_key:
        return None
    return Slots(reading.mark.first, noun.last, force, owner=owner_key)
