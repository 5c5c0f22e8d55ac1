"""Whether words that could speak of soldiers point at civilians: doctors, diplomats, scouts, pilgrims."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import TokenKind

_CIVIL = frozenset({"civil", "rescue", "game", "sport"})
_MEN = (Role.FORCE, Role.GROUP, Role.FORCE_KIND)
_OWNERS = (*_MEN, Role.PLACE, Role.INSTITUTION, Role.ASSEMBLY)
_REACH = 12
_ARTICLE = ALEF + LAM


def points_at_civilians(scene: Scene, index: int, *, men: bool = False) -> bool:
    """'The Cuban doctors ended their mission': the noun nearest before a pronoun's word names civilians.

    An adjective of nationality belongs to the noun before it; `men` are no state ('twenty of them').
    """
    owners = _MEN if men else _OWNERS
    for at in range(index - 1, max(scene.first, index - _REACH) - 1, -1):
        mark = scene.mark(at, Role.BLOCKER)
        if mark and mark.entry.feature("block") in _CIVIL:
            return True
        if scene.mark(at, *owners):
            return False
    return False


def describes(scene: Scene, index: int) -> bool:
    """'The Cuban nurses': a nationality behind a noun with the article describes it and names no soldiers."""
    if index == scene.first:
        return False
    before = scene.tokens[index - 1]
    known = scene.mark(index - 1, Role.FORCE, Role.FORCE_KIND, Role.TRIGGER, Role.OPERATOR, Role.QUANTIFIER)
    return before.kind is TokenKind.WORD and before.norm.startswith(_ARTICLE) and known is None
