"""What stands after the head of a force's name and says whose it is and of what kind."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, LAM, WAW
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import TokenKind

QUOTES = frozenset('"«»“”„')
_BRACKETS = QUOTES | {"("}
_NESTED = frozenset({"troops", "peacekeepers", "mission", "army"})
_REACH, _NAME_REACH, _UNKNOWN = 7, 10, 2


class Modifiers:
    """The words after a head that say whose force it is and of what kind."""

    def __init__(self, scene: Scene, head: Mark) -> None:
        self.key = ""
        self.combat = self.military = self.owned = self.army = self.weak = False
        self.last = head.last
        unknown, quoted = 0, False
        for index in range(head.last, min(scene.last, head.last + _REACH)):
            if index < self.last:
                continue
            if self._take(scene, head, index):
                unknown = 0
                continue
            if scene.tokens[index].text in QUOTES:
                quoted = not quoted
                continue
            if scene.operator(index, "part-of"):
                self._take_whole(scene, index + 1)
                continue  # 'the forces belonging to the Union'
            # 'Its forces, from the mission of the Union': an owner is named once.
            if quoted or (not head.inflection.suffix and _joins(scene, index)):
                continue
            # Two words that we do not know may stand between: اللواء المدرع الثالث الأميركي.
            unknown += 1
            if unknown > _UNKNOWN or not _may_be_adjective(scene, index):
                return

    def _take(self, scene: Scene, head: Mark, index: int) -> bool:
        genitive = index == head.last and not head.definite
        for mark in scene.marks.get(index, ()):
            if mark.role is Role.NATIONALITY and not self._is_place(scene, head, mark):
                weak = bool(mark.entry.feature("weak"))
                if not self.key or (self.weak and not weak):
                    # 'The Syrian Arab Army' is Syria's.
                    self.key, self.weak = mark.entry.feature("key"), weak
            elif mark.role is Role.GROUP:
                self.key = self.key or mark.entry.feature("key")
            elif mark.role is Role.OPERATION and mark.entry.feature("tenant"):
                self.key = self.key or mark.entry.feature("tenant")
            elif mark.role is Role.FORCE_KIND:
                self.combat |= mark.entry.feature("kind") == "combat"
                self.military |= mark.entry.feature("kind") in ("combat", "military", "peacekeeping")
            # 'The forces of Iraq'; after the article ('these forces [entered] Iraq') a place owns nothing.
            elif mark.role is Role.PLACE and genitive and mark.entry.feature("actor") and not mark.proclitic:
                self.key = self.key or str(mark.entry.feature("actor"))
            elif mark.role is Role.HOME and index == head.last:
                self.owned = True
            elif mark.role is Role.FORCE and self._is_nested(head, mark):
                self.military = True
                self.owned |= bool(mark.inflection.suffix)
                self.army |= mark.entry.feature("kind") == "army"
            else:
                continue
            self.last = mark.last
            return True
        return False

    def _take_whole(self, scene: Scene, index: int) -> None:
        """'The units belonging to Britain': a state behind its preposition."""
        state = scene.mark(index, Role.PLACE) if index < scene.last else None
        if state and carries_li(state) and state.entry.feature("actor") and not self.key:
            self.key, self.last = str(state.entry.feature("actor")), state.last

    def _is_place(self, scene: Scene, head: Mark, mark: Mark) -> bool:
        """'The French forces left Mali': without its article, or after another, 'Malian' is the country."""
        bare = self.key or (head.definite and not mark.definite)
        return bool(bare) and scene.mark(mark.first, Role.PLACE) is not None

    @staticmethod
    def _is_nested(head: Mark, mark: Mark) -> bool:
        """'Units of the special forces', 'members of its army': the second noun carries on the first."""
        if head.entry.feature("kind") == mark.entry.feature("kind") == "mission":
            return False  # 'the mission ATMIS [succeeded] the mission AMISOM'
        return not mark.proclitic.startswith(WAW) and mark.entry.feature("kind") in _NESTED


def _joins(scene: Scene, index: int) -> bool:
    """'400 men of the group Wagner', 'soldiers of the UN mission': whose they are after 'of'."""
    preposition = scene.mark(index, Role.PREPOSITION)
    if preposition is None or preposition.entry.feature("side") != "from":
        return False
    return scene.names(range(index + 1, min(index + 3, scene.last)), Role.GROUP, Role.FORCE)


def _may_be_adjective(scene: Scene, index: int) -> bool:
    token = scene.tokens[index]
    kind = scene.mark(index, Role.MISSION_KIND)
    if kind and kind.inflection.form == "participle":
        return True  # 'a security mission of many nations'
    definite = token.norm.startswith(ALEF + LAM) and len(token.norm) > 4
    return definite and token.kind is TokenKind.WORD and index not in scene.marks


def name_behind(scene: Scene, first: int, *, mission: bool) -> Mark | None:
    """'The United Nations mission in the Congo (MONUSCO)': a mission's name, in brackets behind it.

    Behind a `mission` it may stand in quotes, or bare behind where it is.
    """
    opens = _BRACKETS if mission else "("
    for index in range(first, min(scene.last - 1, first + _NAME_REACH)):
        at = index + 1 if scene.tokens[index].text in opens else index
        mark = scene.mark(at, Role.GROUP)
        if mark and mark.entry.feature("mission") and not mark.proclitic.removeprefix(ALEF + LAM):
            return mark if at > index or (mission and scene.mark(at - 1, Role.PLACE)) else None
        if at > index or _parts_name(scene, index):
            return None
    return None


def _parts_name(scene: Scene, index: int) -> bool:
    """Whether a name in brackets behind a token is not of the force before it."""
    if scene.is_comma(index) or scene.is_break(index) or scene.mark(index, Role.TRIGGER):
        return True
    # 'NATO took over the command of the international force (ISAF)'
    return scene.operator(index, "seat") is not None
