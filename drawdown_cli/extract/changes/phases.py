"""Whether a verb of phase ('began', 'ended') governs another event, and so is none itself."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, LAM, WAW
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Slots
from drawdown_cli.models import Category


def is_phase(scene: Scene, reading: Reading, slots: Slots) -> bool:
    """'The mission began withdrawing': a verb of phase before a verbal noun governs it and is no change."""
    at = reading.mark.last
    entry = reading.mark.entry
    phasal = entry.feature("category") == Category.MISSION or entry.feature("frame") == "stay"
    if not phasal or not scene.operator(reading.mark.first, "begin", "complete", "plan"):
        return False
    if reading.tense is Tense.NOUN and slots.mission and slots.mission.first == at:
        return False  # 'the end of the mandate': its object stands right behind it
    _, right = scene.clause(at)
    for index in range(at, right):
        if scene.is_comma(index) or scene.operator(index, "that", "which") or _is_next_verb(scene, index):
            return False
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "adjunct" and not scene.date_at(index):
            return False  # 'ends today, after the refusal to prolong it'
        marks = [mark for mark in scene.marks.get(index, ()) if mark.role is Role.TRIGGER]
        if not marks or scene.date_at(index) or marks[0].entry.feature("category") == Category.LEVEL:
            continue
        if _is_circumstance(scene, index - 1):
            continue
        return marks[0].proclitic in ("", ALEF + LAM) and any(
            mark.inflection.form in ("masdar", "noun") for mark in marks
        )
    return False


def _is_circumstance(scene: Scene, index: int) -> bool:
    """'Three years after its launch': a noun behind such a preposition is governed by no phase."""
    preposition = scene.mark(index, Role.PREPOSITION)
    return preposition is not None and (
        preposition.entry.feature("side") != "in" or bool(preposition.entry.feature("duty"))
    )


def _is_next_verb(scene: Scene, index: int) -> bool:
    """Whether 'and' with a verb begins the next clause at a token."""
    return any(
        mark.proclitic.startswith(WAW) and mark.inflection.form in ("past", "present", "jussive")
        for mark in scene.marks.get(index, ())
        if mark.role in (Role.TRIGGER, Role.OPERATOR)
    ) and not any(mark.inflection.form in ("masdar", "noun") for mark in scene.marks.get(index, ()))
