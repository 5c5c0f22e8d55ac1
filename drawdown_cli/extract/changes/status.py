"""Whether a change occurred, goes on, is planned, demanded, possible or denied.

Three things decide: the trigger's own tense; the words that govern it, nearest first ('announced that it
intends to begin withdrawing': intends over begin); and what is said of it afterwards ('the withdrawal will
be completed').
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from drawdown_cli.arabic.inflect import PartOfSpeech
from drawdown_cli.arabic.letters import SEEN
from drawdown_cli.extract.changes.governors import VERBAL, Governor, governor_at, governors, is_purpose
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.offsets import offset_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.remarks import weighs_phase
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import Category, Status

_RIGHT_GAP, _NEXT, _GRANTED = 14, 2, 8
_SETTLED = (Status.DEMANDED, Status.POSSIBLE)


@dataclass(frozen=True, slots=True)
class Standing:
    """The status so far: None while nothing has been said of it, `dropped` where it is only talked about.

    `announced`: a report verb governs the bare noun; `first`: the leftmost token that had a say; `report`
    and `governor`: the tokens of the verbs whose own date may stand beside the change's (-1: none).
    """

    status: Status | None
    announced: bool
    dropped: bool
    first: int
    report: int
    governor: int


def standing(scene: Scene, reading: Reading, last: int) -> Standing:
    """Return what the words around a trigger make of it; `last` is where its phrase ends."""
    state = Standing(_own(scene, reading), False, False, reading.mark.first, -1, -1)
    # A participle describes ('its forces, numbering 13,000'); nothing that governs its noun governs it.
    if reading.tense is not Tense.PARTICIPLE and not _is_adjunct(scene, reading):
        for governor in governors(scene, reading):
            if _concerns(reading, governor):
                state = _apply(scene, state, governor, reading)
    if reading.tense is Tense.NOUN and (state.status is None or state.announced):
        state = _afterwards(scene, reading, state, last)
    if reading.tense is Tense.NOUN and state.status is None and _is_scheduled(scene, last):
        return replace(state, status=Status.PLANNED, dropped=False, announced=False)
    if state.status is None and is_purpose(reading):
        return replace(state, dropped=True)
    return state


def _is_scheduled(scene: Scene, last: int) -> bool:
    """'The withdrawal scheduled by September': the participle of a plan right behind, and its date."""
    if last + 1 >= scene.last:
        return False
    plan = scene.operator(last, "plan")
    participle = plan is not None and plan.entry.pos is PartOfSpeech.ADJECTIVE and plan.definite
    return participle and any(last < dated.first <= last + _NEXT + 1 for dated in scene.dated)


def _concerns(reading: Reading, governor: Governor) -> bool:
    """A noun of number ('details of the number of the forces') is asserted whatever governs it, or denied."""
    weak = reading.mark.entry.feature("weak") and reading.tense is Tense.NOUN
    return not weak or (governor.kind == "deny" and reading.mark.first - governor.token <= _NEXT)


def _own(scene: Scene, reading: Reading) -> Status | None:
    if reading.tense is Tense.NOUN:
        held = Status.OCCURRED if _follows(scene, reading) else _held(scene, reading)
        return Status.DENIED if reading.negated else held
    if reading.negated:
        # 'Will not fight any more': what no longer is done ends, on the day that is told.
        return None if reading.mark.entry.feature("frame") == "fight" else _denied(scene, reading)
    if reading.tense in (Tense.PARTICIPLE, Tense.PARTICLE):
        stands = _held(scene, reading) if reading.tense is Tense.PARTICLE else Status.ONGOING
        return stands if _is_level(reading) else Status.OCCURRED
    if reading.tense is Tense.FUTURE:
        return Status.PLANNED
    if reading.tense is Tense.PAST:
        return Status.ONGOING if reading.mark.entry.feature("now") else Status.OCCURRED
    return _present(scene, reading)


def _follows(scene: Scene, reading: Reading) -> bool:
    """'The withdrawal of 600 soldiers followed them': what has followed has happened."""
    verb = scene.operator(reading.mark.first - 1, "follow") if reading.mark.first > scene.first else None
    return verb is not None and verb.inflection.form == "past" and bool(verb.inflection.suffix)


def _held(scene: Scene, reading: Reading) -> Status | None:
    """A number that is only named ('their number: 900') holds, or held where the clause is in the past."""
    if not _is_level(reading) or reading.mark.entry.feature("frame") not in ("count", "hold"):
        return None
    left, _ = scene.clause(reading.mark.first)
    before = range(left, reading.mark.first + 1)
    verbs = [mark for i in before if (mark := scene.operator(i, "past", "become"))]
    verbs += _predicates(scene, reading)
    if any(mark.proclitic.endswith(SEEN) or scene.operator(mark.first - 1, "future") for mark in verbs):
        return Status.PLANNED
    past = any(mark.entry.feature("op") == "past" for mark in verbs)
    return Status.OCCURRED if past else Status.ONGOING


def _predicates(scene: Scene, reading: Reading) -> list[Mark]:
    """'The number of those who stay there will be 900': the verb between a noun of number and its number."""
    if reading.tense is not Tense.NOUN:
        return []
    ends = (counted.first for counted in scene.counted if counted.first >= reading.mark.last)
    between = range(reading.mark.last, next(ends, reading.mark.last))
    if any(scene.is_comma(index) for index in between):
        return []
    return [mark for index in between if (mark := scene.operator(index, "past", "become"))]


def _is_level(reading: Reading) -> bool:
    return bool(reading.mark.entry.feature("category") == Category.LEVEL)


def _denied(scene: Scene, reading: Reading) -> Status:
    """'There remained only 1,500' is no denial: what is excepted holds; 'may not leave' is possible."""
    if reading.modal:
        return Status.POSSIBLE
    before = range(max(scene.first, reading.mark.first - 2), reading.mark.first)
    never = (scene.operator(index, "negation") for index in before)
    held_as = Status.PLANNED if any(mark.entry.feature("ahead") for mark in never if mark) else Status.ONGOING
    if reading.mark.entry.feature("frame") == "count":
        return held_as  # 'does not exceed a hundred': a bound
    after = range(reading.mark.last, min(scene.last, reading.mark.last + 8))
    held = any(scene.operator(index, "except") or _exceeds(scene, index) for index in after)
    return held_as if held else Status.DENIED


def _exceeds(scene: Scene, index: int) -> bool:
    """'Their number does not go over 200': the number holds, as a bound."""
    preposition = scene.mark(index, Role.PREPOSITION)
    numbered = scene.count_at(index + 1) is not None if index + 1 < scene.last else False
    return numbered and preposition is not None and bool(preposition.entry.feature("exceed"))


def _present(scene: Scene, reading: Reading) -> Status | None:
    index = reading.mark.first
    if reading.modal:
        return Status.POSSIBLE
    if follows_before(scene, index):
        return Status.OCCURRED if is_told_of(scene, index) else None
    if index > scene.first and scene.operator(index - 1, "until") and not is_told_of(scene, index):
        return Status.PLANNED  # 'will go on until the last soldier leaves'
    if any(_is_subjunctive(scene, at) for at in range(max(scene.first, index - 4), index)):
        return None
    return Status.OCCURRED if _was_doing(scene, index) else Status.ONGOING


def follows_before(scene: Scene, index: int) -> bool:
    """Return whether 'before [they left]' stands before a verb: its tense is that of what came first."""
    if "boundary" not in scene.kinds:
        return False
    near = (scene.operator(at, "boundary") for at in (index - 1, index - 2) if at >= scene.first)
    return any(mark.last == index and mark.entry.feature("before") for mark in near if mark)


def is_told_of(scene: Scene, index: int) -> bool:
    """Return whether the last verb before a token speaks of the past."""
    for at in range(index - 1, scene.first - 1, -1):
        verb = scene.mark(at, Role.TRIGGER, Role.OPERATOR)
        if verb and verb.inflection.form in ("past", "present", "jussive") and not scene.date_at(at):
            return verb.inflection.form == "past"
    return False


def _was_doing(scene: Scene, index: int) -> bool:
    """'The army was until then deploying': a verb of being before the present, and no other verb between."""
    left, _ = scene.clause(index)
    for at in range(index - 1, left - 1, -1):
        if scene.operator(at, "past"):
            return True
        other = scene.mark(at, Role.TRIGGER)
        if scene.is_comma(at) or scene.operator(at, "that", "which"):
            return False
        if other and other.inflection.form in ("past", "present") and not scene.mark(at, Role.PREPOSITION):
            return False
    return False


def _is_subjunctive(scene: Scene, index: int) -> bool:
    """'That' after a plan, a demand or a doubt makes the verb's tense say nothing."""
    if not scene.operator(index, "that"):
        return False
    return not scene.tokens[index].text.endswith(("ه", "ها", "هم")) and not scene.operator(
        index - 1, "report"
    )


def _is_adjunct(scene: Scene, reading: Reading) -> bool:
    """'After the withdrawal', 'because of the withdrawal': mentioned, not asserted."""
    before = reading.mark.first - 1
    if reading.tense is not Tense.NOUN or before < scene.first:
        return False
    preposition = scene.mark(before, Role.PREPOSITION)
    if preposition is None:
        return False
    return preposition.entry.feature("side") == "adjunct" or offset_of(scene, reading) is not None


# --- composition ----------------------------------------------------------------------------------------


def _apply(scene: Scene, state: Standing, governor: Governor, reading: Reading) -> Standing:
    if governor.kind == "report":
        return _reported(state, governor)
    if state.report >= 0 and governor.kind not in ("deny", "possible"):
        return state
    if _is_idle(state, governor):
        return state
    if governor.kind == "talk" and weighs_phase(scene, governor.token, state.governor):
        return replace(state, status=None, dropped=True)
    if governor.kind == "talk":
        return replace(state, dropped=state.status is None and not state.announced)
    granted = _grants(scene, state, governor)
    status = Status.PLANNED if granted else _composed(state.status, governor)
    leaving = _is_leaving(reading)
    if (
        governor.kind == "plan"
        and leaving
        and not granted
        and status is Status.PLANNED
        and _is_parliament(scene, governor, reading)
    ):
        status = Status.DEMANDED
    first = min(state.first, governor.token)
    token = governor.token if state.governor < 0 or governor.kind == "plan" else state.governor
    return replace(state, status=status, first=first, governor=token)


def _grants(scene: Scene, state: Standing, governor: Governor) -> bool:
    """'Agreed to the request of Niamey for the withdrawal': what is granted is planned."""
    if state.status is not Status.DEMANDED or governor.kind != "plan" or governor.negated:
        return False
    grant = scene.operator(governor.token, "plan")
    near = 0 < state.governor - governor.token <= _GRANTED and scene.mark(
        state.governor - 1, Role.PREPOSITION
    )
    return bool(near) and grant is not None and bool(grant.entry.feature("grants"))


def _is_leaving(reading: Reading) -> bool:
    entry = reading.mark.entry
    left = entry.feature("category") == Category.BASE and entry.feature("phase") != "open"
    return left or bool(entry.feature("category") == Category.WITHDRAWAL)


def _is_idle(state: Standing, governor: Governor) -> bool:
    """Before 'that', a phase or a plan says nothing of what has already happened."""
    return (
        governor.crossed
        and state.status is Status.OCCURRED
        and governor.kind in ("begin", "complete", "plan", "light")
    )


def _reported(state: Standing, governor: Governor) -> Standing:
    if state.report >= 0:
        return state
    announced = state.status is None and not governor.crossed and not state.dropped
    status = Status.DENIED if governor.negated and announced else state.status
    return replace(state, status=status, announced=announced, report=governor.token)


def _composed(status: Status | None, governor: Governor) -> Status | None:
    kind = governor.kind
    if kind == "deny":
        return Status.POSSIBLE if governor.negated else Status.DENIED
    if status is Status.DENIED or governor.negated:
        return Status.ONGOING if status is None and kind == "complete" else Status.DENIED
    if kind == "demand":
        return status if status is Status.POSSIBLE else Status.DEMANDED
    if kind == "possible" or governor.modal:
        return status if status is Status.DEMANDED else Status.POSSIBLE
    if status in _SETTLED:
        return status
    return Status.PLANNED if kind == "plan" else _performed(status, governor)


def _performed(status: Status | None, governor: Governor) -> Status | None:
    """A phase or a light verb gives the bare event its tense: began, was completed, took place."""
    if status is not None:
        return status
    if governor.tense is Tense.FUTURE or governor.purpose:
        return Status.PLANNED
    if governor.kind == "begin":
        return Status.ONGOING
    if governor.kind == "complete":
        return Status.OCCURRED if governor.tense in (Tense.PAST, Tense.NOUN) else Status.ONGOING
    return {Tense.PAST: Status.OCCURRED, Tense.PRESENT: Status.ONGOING}.get(governor.tense)


def _is_parliament(scene: Scene, governor: Governor, reading: Reading) -> bool:
    """A parliament's decision on foreign forces is a demand: it does not command them."""
    left, _ = scene.clause(governor.token)
    first = max(left, governor.token - 8)
    return scene.names(range(first, reading.mark.first), Role.ASSEMBLY)


# --- what is said afterwards ----------------------------------------------------------------------------


def _afterwards(scene: Scene, reading: Reading, state: Standing, last: int) -> Standing:
    """'The withdrawal of the forces will be completed in June': the noun is the verb's subject."""
    aside = scene.mark(reading.mark.first - 1, Role.PREPOSITION) if reading.mark.first > scene.first else None
    for index in range(last, min(scene.last, last + _RIGHT_GAP)):
        if aside and scene.is_comma(index):
            break  # 'since the withdrawal, Mali intends to'
        if _is_ruled_out(scene, index):
            return replace(state, status=Status.DENIED, announced=False, dropped=False)
        if scene.is_break(index) or scene.operator(index, "that") or scene.opens_clause(index):
            break
        if _is_going_on(scene, index):
            return replace(state, status=Status.ONGOING, announced=False, dropped=False)
        governor = governor_at(scene, index)
        if governor is None or governor.kind in ("report", "demand", "talk"):
            continue
        if governor.tense not in VERBAL and (governor.kind != "possible" or governor.tense is Tense.NOUN):
            continue
        return replace(state, status=_composed(None, governor), announced=False)
    return state


def _is_going_on(scene: Scene, index: int) -> bool:
    """'The withdrawal from Mali is under way': a predicate without the article."""
    predicate = scene.operator(index, "begin")
    return predicate is not None and bool(predicate.entry.feature("predicate")) and not predicate.proclitic


def _is_ruled_out(scene: Scene, index: int) -> bool:
    """'The withdrawal is out of the question', 'what is said of it is untrue': a predicate that denies."""
    at = index + 1 if scene.operator(index, "that") and index + 1 < scene.last else index
    predicate = scene.operator(at, "deny")
    return predicate is not None and bool(predicate.entry.feature("predicate"))
