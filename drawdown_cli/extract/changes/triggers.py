"""Which words of a sentence are triggers: not those of one spelling that are nouns, names or bounds here."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from drawdown_cli.arabic.letters import BEH, WAW
from drawdown_cli.extract.changes.homographs import disagrees, ends_as_noun, is_doubled, is_of_transport
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.outlets import is_carried_by_outlet
from drawdown_cli.extract.changes.readings import Reading, read
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import Category, TokenKind

_OBJECT_REACH, _VERIFIED, _FLAG, _DIRECTED, _BOUND = 5, 3, 8, 9, 8
_NAMES = (Role.PLACE, Role.NATIONALITY)


def trigger_readings(scene: Scene) -> Iterator[Reading]:
    """Yield the reading of each trigger of a sentence, in order."""
    for first in scene.all_marks(Role.TRIGGER):
        if _is_other(scene, first.first):
            continue
        entries: dict[int, list[Mark]] = {}
        for mark in scene.marks[first.first]:
            if mark.role is Role.TRIGGER and not _is_misread(scene, mark):
                entries.setdefault(id(mark.entry), []).append(mark)
        for marks in entries.values():
            yield read(scene, marks)


def _is_misread(scene: Scene, mark: Mark) -> bool:
    unlike = is_doubled(scene, mark) or disagrees(scene, mark) or ends_as_noun(scene, mark)
    unlike = (
        unlike
        or _is_size(scene, mark)
        or is_carried_by_outlet(scene, mark)
        or _is_promise(scene, mark)
        or _is_of_flag(scene, mark)
        or _is_accredited(scene, mark)
        or _is_about(scene, mark)
        or _is_across(scene, mark)
        or _directs(scene, mark)
        or _is_of_term(scene, mark)
    )
    return unlike or _is_bare_jussive(scene, mark) or _is_no_verb(scene, mark) or _is_homograph(scene, mark)


def _is_size(scene: Scene, mark: Mark) -> bool:
    """'The size of the French force' is spelt like 'he curbed it': a noun has the force behind it."""
    sizes = (each for each in scene.marks[mark.first] if each.role is Role.QUANTIFIER)
    if mark.inflection.form != "past" or not any(each.entry.feature("size") for each in sizes):
        return False
    head = scene.mark(mark.last, Role.FORCE) if mark.last < scene.last else None
    before = scene.mark(mark.first - 1, Role.TRIGGER) if mark.first > scene.first else None
    if head and before and before.inflection.form == "masdar" and not mark.proclitic:
        return True  # 'the reduction of the size of its forces'
    return head is not None and head.definite and not head.inflection.suffix


def _is_of_flag(scene: Scene, mark: Mark) -> bool:
    """'The soldiers lowered their flag': a verb that has a flag behind it neither lands nor raises forces."""
    if "flag" not in scene.kinds:
        return False
    others = (each for each in scene.marks[mark.first] if each.role is Role.TRIGGER)
    if mark.entry.feature("needs") == "flag" or not any(
        each.entry.feature("needs") == "flag" for each in others
    ):
        return False
    return scene.says(range(mark.last, min(scene.last, mark.last + _FLAG)), "flag")


def _is_accredited(scene: Scene, mark: Mark) -> bool:
    """'The Russian ambassador to Chad said that': spelt as 'Chad has', behind a state or before 'that'."""
    if not mark.entry.feature("keeper") or mark.first == scene.first:
        return False
    whose = scene.mark(mark.first - 1, Role.NATIONALITY, Role.PLACE)
    if whose and (whose.first == scene.first or not scene.mark(whose.first - 1, Role.PREPOSITION)):
        return True
    state = scene.mark(mark.last, Role.PLACE, Role.GROUP) if mark.last < scene.last else None
    return state is not None and state.last < scene.last and scene.operator(state.last, "that") is not None


def _is_about(scene: Scene, mark: Mark) -> bool:
    """'And about the ability of the army, he said': spelt as 'and it turned', at the head of a sentence."""
    about = scene.mark(mark.first, Role.PREPOSITION) if mark.first <= scene.first + 1 else None
    if about is None or mark.inflection.form != "past":
        return False
    comma = next((index for index in range(mark.last, scene.last - 1) if scene.is_comma(index)), None)
    return comma is not None and scene.operator(comma + 1, "report") is not None


def _is_across(scene: Scene, mark: Mark) -> bool:
    """'Escorted 20 vehicles across the border': spelt as 'he crossed', behind a noun that we do not know."""
    if mark.entry.feature("frame") != "cross" or mark.inflection.form != "past" or mark.proclitic:
        return False
    if mark.first == scene.first or mark.inflection.gender != "m":
        return False
    before = mark.first - 1
    return before not in scene.marks and scene.tokens[before].kind is TokenKind.WORD


def _directs(scene: Scene, mark: Mark) -> bool:
    """'He directed the sending of 3,000 soldiers': spelt as 'he sent them', but for its preposition."""
    verb = mark.inflection.form in ("past", "present") and mark.entry.feature("frame") == "object"
    if not verb or scene.operator(mark.first, "plan") is None:
        return False
    after = range(mark.last, min(scene.last, mark.last + _DIRECTED))
    nouns = (each for at in after for each in scene.marks.get(at, ()) if each.role is Role.TRIGGER)
    return any(each.proclitic.endswith(BEH) and each.inflection.form == "masdar" for each in nouns)


def _is_of_term(scene: Scene, mark: Mark) -> bool:
    """'A term that does not exceed two years', 'their number does not exceed 900': a bound, no change."""
    if mark.entry.feature("frame") != "size" or mark.first == scene.first:
        return False
    if mark.inflection.form not in ("present", "past") or not scene.operator(mark.first - 1, "negation"):
        return False
    numbered = False
    for at in range(mark.last, min(scene.last - 1, mark.last + _BOUND)):
        noun = scene.mark(at, Role.TRIGGER)
        numbered |= noun is not None and noun.entry.feature("frame") == "count"
        beyond = scene.mark(at, Role.PREPOSITION)
        if beyond and beyond.entry.feature("exceed"):
            dated = at == mark.last and scene.date_at(at + 1) is not None
            return dated or (numbered and scene.count_at(at + 1) is not None)
    return False


def _is_promise(scene: Scene, mark: Mark) -> bool:
    """'It promised' is spelt like 'and it numbered': a verb of planning needs no 'and' to be read."""
    plan = scene.operator(mark.first, "plan") if mark.proclitic.startswith(WAW) else None
    return plan is not None and not plan.proclitic and mark.entry.feature("frame") == "count"


def _is_bare_jussive(scene: Scene, mark: Mark) -> bool:
    """A jussive without its negation is another verb: تستعد is 'prepares', not 'take back'."""
    before = range(max(scene.first, mark.first - 2), mark.first)
    return mark.inflection.form == "jussive" and not scene.says(before, "negation")


def _is_no_verb(scene: Scene, mark: Mark) -> bool:
    """'After a halt' is spelt like 'after she halts': right behind a preposition stands a noun."""
    if mark.inflection.form not in ("past", "present") or mark.first == scene.first:
        return False
    if mark.entry.feature("needs") == "goal" and mark.inflection.form == "present" and carries_li(mark):
        return True  # 'an assessment of the progress of' is spelt like 'so that she comes'
    preposition = scene.mark(mark.first - 1, Role.PREPOSITION)
    if preposition is None or preposition.entry.feature("verbal"):
        return False
    return not _is_of_whom(scene, mark.first - 1)


def _is_of_whom(scene: Scene, index: int) -> bool:
    """'The last who left', 'the first of whom arrived': spelt as 'of', behind the word for first or last."""
    rank = scene.mark(index - 1, Role.QUANTIFIER) if index > scene.first else None
    return rank is not None and bool(rank.entry.feature("batch")) and not rank.inflection.suffix


def _is_homograph(scene: Scene, mark: Mark) -> bool:
    """'It shrank' is spelt like 'she shrinks [it]': the transitive verb has its force right behind it."""
    if mark.inflection.form not in ("past", "present") or mark.entry.feature("frame") != "size":
        return False
    level = bool(mark.entry.feature("category") == Category.LEVEL)
    triggers = (each for each in scene.marks[mark.first] if each.role is Role.TRIGGER)
    if len({each.entry.feature("category") == Category.LEVEL for each in triggers}) == 1:
        return False
    after = range(mark.last, min(scene.last, mark.last + _OBJECT_REACH))
    before_to = list(takewhile(lambda index: scene.mark(index, Role.PREPOSITION) is None, after))
    forces = [force for index in before_to if (force := scene.mark(index, Role.FORCE, Role.QUANTIFIER))]
    acts = scene.names(before_to, Role.PLACE, Role.GROUP, Role.INSTITUTION)
    takes_object = bool(forces) and (acts or any(force.inflection.suffix for force in forces))
    return takes_object is level


def _is_other(scene: Scene, index: int) -> bool:
    """Whether a word is no trigger here: in a date, a name, 'non-combat', or a bound."""
    if _is_unmeant(scene, index) or scene.date_at(index) or scene.mark(index, *_NAMES):
        return True
    if (
        _is_paid_for(scene, index)
        or is_of_transport(scene, index)
        or (scene.operator(index, "light") and _is_noun_of_change(scene, index + 1))
    ):
        return True  # 'the renaming of the mission': the light noun returns nothing
    if index == scene.first or not scene.operator(index - 1, "negation"):
        return False
    trigger = scene.mark(index, Role.TRIGGER)
    if trigger is None or trigger.entry.feature("frame") not in ("size", "count"):
        return False
    if scene.operator(trigger.last, "except"):
        return False  # 'there remained but 650'
    left, _ = scene.clause(index)
    told = scene.names(range(left, index), Role.TRIGGER)
    return told and any(scene.count_at(at) for at in range(index + 1, min(index + 3, scene.last)))


def _is_noun_of_change(scene: Scene, index: int) -> bool:
    marks = scene.marks.get(index, ()) if index < scene.last else ()
    return any(
        mark.role is Role.TRIGGER and mark.inflection.form in ("noun", "masdar") and not mark.proclitic
        for mark in marks
    )


def _is_unmeant(scene: Scene, index: int) -> bool:
    """'Non-combat', 'unless it renews it', 'to verify the withdrawal'."""
    if scene.operator(index - 2, "unless") or _is_non(scene, index):
        return True
    return scene.says(range(max(scene.first, index - _VERIFIED), index), "verify")


def _is_non(scene: Scene, index: int) -> bool:
    """'Non-combat'; 'changed' is spelt alike, with who changes or the name that is changed behind it."""
    if scene.operator(index, "non") is None:
        return False
    behind = index + 1 < scene.last and scene.mark(index + 1, Role.GROUP, Role.PLACE, Role.INSTITUTION)
    return not behind and scene.operator(index + 1, "name") is None


def _is_of_force(scene: Scene, index: int) -> bool:
    """'An intervention force', 'a deployment force': a noun without the article behind one names it."""
    head = scene.mark(index - 1, Role.FORCE) if index > scene.first else None
    if head is None or head.definite or head.inflection.number != "s" or head.entry.feature("part"):
        return False
    marks = [mark for mark in scene.marks[index] if mark.role is Role.TRIGGER]
    nouns = any(mark.inflection.form == "masdar" for mark in marks)
    return nouns and not any(mark.proclitic or mark.inflection.suffix for mark in marks)


def _is_paid_for(scene: Scene, index: int) -> bool:
    """'The costs of the deployment of the forces': money is spoken of."""
    cost = scene.mark(index - 1, Role.BLOCKER) if index > scene.first else None
    if cost is None:
        return False
    triggers = (mark for mark in scene.marks[index] if mark.role is Role.TRIGGER)
    noun = any(mark.inflection.form in ("masdar", "noun") for mark in triggers)
    return noun and cost.entry.feature("block") == "money"
