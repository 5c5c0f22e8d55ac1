"""'There left a battalion that comprises 100 Kenyan soldiers': so many move, and they are Kenyans."""

from __future__ import annotations

from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.scene import Scene

_MOVE, _MEN = 6, 6


def describes_unit(scene: Scene, measure: Mark) -> bool:
    """Whether a verb of measure tells how many are in a unit, unknown before, that moves in its clause."""
    before = measure.first - 1
    verb = measure.inflection.form == "present" and not measure.proclitic
    if not (verb and measure.entry.feature("measure")) or before <= scene.first:
        return False
    while before > scene.first and scene.mark(before, Role.NATIONALITY):
        before -= 1
    unit = scene.mark(before, Role.FORCE)
    if unit is None or unit.definite or unit.inflection.suffix or unit.inflection.number == "p":
        return False
    left, _ = scene.clause(before)
    moves = (scene.mark(at, Role.TRIGGER) for at in range(max(left, before - _MOVE), before))
    return any(
        mark.entry.feature("frame") in ("subject", "object") and not mark.entry.feature("standing")
        for mark in moves
        if mark
    )


def unit_described(scene: Scene, index: int) -> bool:
    """Whether a verb that tells how many are in a unit stands right behind it."""
    measure = scene.mark(index, Role.TRIGGER) if index < scene.last else None
    return measure is not None and describes_unit(scene, measure)


def nation_of_men(scene: Scene, last: int) -> str:
    """Whose the men are by the adjective behind their number, where a unit of no name ends at a token."""
    if not unit_described(scene, last):
        return ""
    men = (scene.mark(at, Role.NATIONALITY) for at in range(last + 1, min(scene.last, last + _MEN)))
    return next((str(mark.entry.feature("key")) for mark in men if mark), "")
