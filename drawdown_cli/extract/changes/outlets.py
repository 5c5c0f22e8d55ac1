"""Newspapers, stations and agencies: their country sends no force, and what they carry is news."""

from __future__ import annotations

from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.lexicon import lexicon

_NAME, _CARRIED = 4, 3
_OTHERS = (Role.PREPOSITION, Role.TRIGGER, Role.FORCE, Role.INSTITUTION)


def is_of_outlet(scene: Scene, index: int) -> bool:
    """'The British Broadcasting Corporation', 'the American newspaper': whose country a word only tells."""
    for at in range(index - 1, max(scene.first, index - _NAME) - 1, -1):
        if _is_outlet(scene, at):
            return True
        if scene.is_comma(at) or scene.mark(at, *_OTHERS):
            return False
    return False


def is_carried_by_outlet(scene: Scene, mark: Mark) -> bool:
    """'Remarks that the television carried': a verb with its object whose subject is a medium."""
    if not mark.inflection.suffix or mark.inflection.form not in ("past", "present"):
        return False
    for at in range(mark.last, min(scene.last, mark.last + _CARRIED)):
        if _is_outlet(scene, at):
            return True
        if scene.is_comma(at) or scene.mark(at, *_OTHERS):
            return False
    return False


def _is_outlet(scene: Scene, index: int) -> bool:
    if scene.mark(index, Role.BASE_NOUN, Role.FORCE, Role.GROUP):
        return False  # 'sites' on the ground
    forms = lexicon("speakers").find(scene.tokens, index, scene.last)
    return any(form.entry.feature("sense") == "media" for form in forms)
