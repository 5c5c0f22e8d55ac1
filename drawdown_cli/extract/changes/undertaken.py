"""What a mission itself begins or ends: its own work, or something else ('MINUSMA began an inquiry')."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, BEH, FEH, HEH, LAM, MEEM, WAW, YEH
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.missions import Mission
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import TokenKind

_REACH, _PLACE, _LEAST = 7, 3, 4
_PRONOUNS = (HEH + ALEF, HEH + MEEM)
_JOINED = (WAW, FEH, LAM, BEH, ALEF + LAM)
_OWN = (Role.MISSION, Role.FORCE, Role.TRIGGER, Role.OPERATION, Role.BASE_NOUN, Role.BASE)
_BESIDE = (Role.GROUP, Role.PLACE, Role.HERE, Role.AREA, Role.NATIONALITY, Role.MISSION_KIND, Role.FORCE_KIND)


def undertakes_else(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """Whether the mission is who begins or ends, and what it does so with is not its own work."""
    if reading.tense is Tense.NOUN or mission.owned or not _is_subject(scene, reading, mission):
        return False
    return has_object(scene, mission.last)


def has_object(scene: Scene, first: int) -> bool:
    """Whether what a verb is done with stands behind its subject, which ends at a token: 'its patrols'."""
    index, end = first, min(scene.last, first + _REACH)
    while index < end:
        if (
            scene.is_comma(index)
            or scene.is_break(index)
            or scene.operator(index, "that", "which", "work", "doors", "page", "ending")
        ):
            return False
        own = scene.mark(index, *_OWN)
        if own and own.inflection.form != "particle":
            return False
        if scene.mark(index, Role.PREPOSITION):
            index, end = index + 2, min(end, index + 2 + _PLACE)
        elif _is_object(scene, index):
            return True
        else:
            index += 1
    return False


def _is_subject(scene: Scene, reading: Reading, mission: Mission) -> bool:
    """A mission right behind a feminine verb, by its name or with its owner's: no adjective is an object."""
    first = min(mission.first, mission.force.first) if mission.force else mission.first
    if first != reading.mark.last or reading.mark.inflection.gender != "f":
        return False
    head = scene.mark(mission.first, Role.MISSION)
    return head is None or head.definite or mission.force is not None


def _is_object(scene: Scene, index: int) -> bool:
    """Whether a word is a noun that something is done with: 'its patrols', 'an appeal'."""
    token = scene.tokens[index]
    if token.kind is not TokenKind.WORD or len(token.norm) < _LEAST:
        return False
    if scene.date_at(index) or scene.date_at(index + 1):
        return False  # 'in the evening of today'
    if scene.mark(index, *_BESIDE) or scene.operator(index, "adverb", "begin", "complete", "past", "perfect"):
        return False
    trained = scene.mark(index + 1, Role.FORCE) if index + 1 < scene.last else None
    if trained and carries_li(trained):
        return False  # 'resumed its courses for the Iraqi forces'
    if token.norm.endswith(_PRONOUNS):
        return not token.norm.startswith(_JOINED)
    return not token.norm.startswith(_JOINED) and not token.norm.endswith(YEH + ALEF)
