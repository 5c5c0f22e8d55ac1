"""Verbs spelt alike, told apart by a written shadda, a ta marbuta or by the gender of their subject."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, HEH, LAM, SHADDA, TEH_MARBUTA
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.scene import Scene

_ARTICLE = ALEF + LAM


def is_doubled(scene: Scene, mark: Mark) -> bool:
    """'It graduated 500 soldiers' is spelt like 'they left' but for the shadda, where one is written."""
    return bool(mark.entry.feature("single")) and SHADDA in scene.tokens[mark.first].text


def ends_as_noun(scene: Scene, mark: Mark) -> bool:
    """'A batch' is spelt like 'he pushed it' but for the ta marbuta, which no pronoun is written with."""
    return bool(mark.inflection.suffix) and scene.tokens[mark.last - 1].text.endswith(TEH_MARBUTA)


def disagrees(scene: Scene, mark: Mark) -> bool:
    """'The army received' is spelt like 'she hands over': the gender of the subject tells which it is."""
    form, gender = mark.inflection.form, mark.inflection.gender
    if (form, gender) not in (("present", "f"), ("past", "m")):
        return False
    rivals = {"past", "present"} - {form}
    if not any(other.inflection.form in rivals for other in scene.marks[mark.first]):
        return False
    if giver_before(scene, mark):
        return form == "past"
    subject = _gender_after(scene, mark.last)
    return bool(subject) and subject != gender


def giver_before(scene: Scene, mark: Mark) -> Mark | None:
    """'France hands over to the Malian army': the state right before the verb gives, the army receives."""
    before = mark.first - 1
    if mark.proclitic or before < scene.first or mark.last >= scene.last:
        return None
    state, army = scene.mark(before, Role.PLACE), scene.mark(mark.last, Role.FORCE, Role.GROUP)
    if state is None or army is None or not army.definite or not state.entry.feature("actor"):
        return None
    return None if scene.mark(before - 1, Role.PREPOSITION) else state


def _gender_after(scene: Scene, index: int) -> str:
    """The gender of a noun with the article, by the adjective behind it; empty where none tells."""
    subject = scene.mark(index, Role.GROUP, Role.INSTITUTION)
    last = subject.last - 1 if subject and subject.last > index + 1 else index + 1
    if last >= scene.last or not scene.tokens[index].norm.startswith(_ARTICLE):
        return ""
    if subject is None:
        nation = scene.mark(last, Role.NATIONALITY)
        if nation is None or not nation.definite:
            return ""
    adjective = scene.tokens[last].norm
    if not adjective.startswith(_ARTICLE):
        return ""
    return "f" if adjective.endswith((TEH_MARBUTA, HEH)) else "m"


def is_of_transport(scene: Scene, index: int) -> bool:
    """'A transport plane': spelt as 'a plane carried', but for the verb's place before its subject."""
    arms = scene.mark(index - 1, Role.BLOCKER) if index > scene.first else None
    trigger = scene.mark(index, Role.TRIGGER)
    if arms is None or trigger is None or trigger.proclitic or arms.entry.feature("block") != "arms":
        return False
    return any(mark.inflection.form == "masdar" for mark in scene.marks[index])
