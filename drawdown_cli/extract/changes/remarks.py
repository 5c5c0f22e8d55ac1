"""Verbs that only seem to deny a change: to comment on it, and to refuse to speak of it."""

from __future__ import annotations

from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.scene import Scene

_ON, _SAYING, _SUBJECT = 14, 6, 3
_SAID = frozenset({"masdar", "noun"})


def is_remark(scene: Scene, index: int, last: int) -> bool:
    """'Commented on the withdrawal' is spelt as 'suspended the withdrawal', but for its preposition.

    Also whether the verb at a token, before `last`, refuses to say anything of what stands there.
    """
    denials = [mark for _, mark in scene.operators.get(index, ()) if mark.entry.feature("op") == "deny"]
    if any(mark.entry.feature("remark") for mark in denials):
        return any(_is_on(scene, at) for at in range(index + 1, min(last, index + _ON)))
    refuses = any(mark.entry.feature("refuses") for mark in denials)
    return refuses and any(_is_saying(scene, at) for at in range(index + 1, min(last, index + _SAYING)))


def _is_on(scene: Scene, index: int) -> bool:
    preposition = scene.mark(index, Role.PREPOSITION)
    return preposition is not None and bool(preposition.entry.feature("duty"))


def _is_saying(scene: Scene, index: int) -> bool:
    """'To disclose', 'to comment', 'to vote': a noun of speaking, not what somebody said."""
    spoken = (
        mark
        for kind, mark in scene.operators.get(index, ())
        if kind == "report" or mark.entry.feature("remark") or mark.entry.feature("ballot")
    )
    return any(mark.inflection.form in _SAID for mark in spoken)


def weighs_phase(scene: Scene, talk: int, phase: int) -> bool:
    """Whether what is discussed at a token is a phase: 'they discussed the completion of the withdrawal'."""
    talks = [mark for kind, mark in scene.operators.get(talk, ()) if kind == "talk"]
    if not any(mark.entry.feature("weighs") for mark in talks):
        return False
    noun = scene.operator(phase, "begin", "complete")
    return noun is not None and noun.inflection.form in _SAID


def are_begun(scene: Scene, index: int) -> bool:
    """Whether steps at a token have begun: 'began the steps of withdrawing', where talks only begin."""
    steps = any(mark.entry.feature("steps") for _, mark in scene.operators.get(index, ()))
    before = range(max(scene.first, index - _SUBJECT), index)
    return steps and scene.says(before, "begin", "complete")
