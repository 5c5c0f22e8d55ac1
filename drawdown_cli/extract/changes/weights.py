"""How far a date stands from a trigger: the words between them, and what among these takes the date away."""

from __future__ import annotations

from collections.abc import Sequence

from drawdown_cli.arabic.letters import ALEF_HAMZA_BELOW, SEEN, TEH, WAW, YEH
from drawdown_cli.extract.changes.events import follows_event, names_event, outside_asides
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Dated, Scene
from drawdown_cli.extract.changes.when import DEADLINES, is_ahead, is_long_past, is_past, when_of
from drawdown_cli.models import Category, DateMod, Published

FAR = 40
"""A weight at which a time expression belongs to something else."""

_ASIDE = 28
"""The weight of what dates another event: history without a date of its own has that event's."""

_NEAR, _WAS, _CROSSED, _HEAD, _ACCORD, _SIGNED = 11, 4, 16, 3, 5, 7
_WENT_ON = 10
_PRESENT = (YEH, TEH)
_JOINED = 25
"""The weight of a verb that 'and' joins to the trigger's, so that a date behind may be the date of both."""


def weight_of(
    scene: Scene, reading: Reading, span: tuple[int, int], dated: Dated, published: Published
) -> int:
    """Return how far a date stands from a trigger: the distance, and what comes between."""
    trigger = reading.mark.first
    first, last = span
    if first <= dated.first < last:
        return 0
    after = dated.first > trigger
    behind = dated.first >= last
    between = list(outside_asides(scene, range(last, dated.first)) if behind else range(dated.last, first))
    aside = _aside(scene, reading, dated, published)
    told = aside == _ASIDE
    weight = min(len(between), _NEAR) if told and after else len(between) + (0 if behind else 3)
    if after and _opens_next(scene, dated):
        weight += FAR
    due = dated.timex.mod in DEADLINES
    if after and not due and scene.says(range(trigger, dated.first), "whole"):
        weight += FAR  # 'withdrew 200 out of 1,200 who were there in May'
    if dated.timex.mod is DateMod.SINCE and any(
        _has_own_since(scene, index) for index in range(max(reading.mark.last, last - 1), dated.first)
    ):
        weight += FAR  # what has been since then is no date of what happened next
    named = aside if names_event(scene, dated) else 0
    named = FAR if named and follows_event(scene, dated) else named
    if after and _reports_on(scene, between):
        weight += FAR  # 'Germany, which deploys a thousand, said that it will decide by the end of the month'
    own = _own_phase(scene, reading, between) if after else -1
    barriers = [_barrier(scene, index, after=after, aside=aside) for index in between if index != own]
    weight += max(named, sum(barriers)) if told else named + sum(barriers)
    if not after and any(scene.opens_clause(index) for index in range(dated.last, first + 1)):
        # An earlier clause's date yields to any of its own, but is better than the report's.
        weight = max(weight, min(weight + _CROSSED, FAR - 1))
    if not after and _opens_clause(scene, dated):
        weight = min(weight, 12 + sum(_hard(scene, index) for index in between))
    foreign = _goes_on(scene, reading, dated, published)
    return weight + (FAR if foreign or (not after and dates_accord(scene, dated)) else 0)


def _own_phase(scene: Scene, reading: Reading, between: Sequence[int]) -> int:
    """'The withdrawal of the forces begins in January': the noun's own verb bars no date; else -1."""
    if reading.tense is not Tense.NOUN:
        return -1
    for index in between:
        if scene.is_comma(index) or scene.operator(index, "which", "that"):
            return -1
        verb = scene.mark(index, Role.TRIGGER, Role.OPERATOR)
        if verb and verb.inflection.form in ("past", "present"):
            return index if scene.operator(index, "begin", "complete") and not verb.proclitic else -1
    return -1


def _has_own_since(scene: Scene, index: int) -> bool:
    """'The leaving of the soldiers stationed there since 2018': a participle has its own past."""
    return _is_stationed(scene, index) or scene.opens_clause(index)


def _is_stationed(scene: Scene, index: int) -> bool:
    mark = scene.mark(index, Role.TRIGGER)
    return mark is not None and mark.inflection.form == "participle" and mark.definite


def _reports_on(scene: Scene, between: Sequence[int]) -> bool:
    """Whether the 'that' of what is said, spelt with its hamza below, stands in a stretch."""
    return any(
        scene.operator(at, "that") and scene.tokens[at].text.startswith(ALEF_HAMZA_BELOW) for at in between
    )


def _aside(scene: Scene, reading: Reading, dated: Dated, published: Published) -> int:
    """What a date that belongs to another event weighs: nothing ahead, little for history, else all."""
    when = when_of(dated)
    if dated.timex.mod in DEADLINES or is_ahead(when, published):
        return 0
    left, _ = scene.clause(reading.mark.first)
    before = range(max(left, reading.mark.first - _WAS), reading.mark.first)
    history = reading.tense is Tense.PAST or scene.says(before, "past")
    return _ASIDE if history and is_long_past(when, published) else FAR


def dates_accord(scene: Scene, dated: Dated) -> bool:
    """Return whether a date is of what was signed or of who was stationed, behind a participle.

    'Under the accord signed in September 2024, the mission ends': the date of what was signed.
    """
    near = range(max(scene.first, dated.first - _SIGNED), dated.first)
    if any(_is_signed(scene, index) for index in near):
        return True
    if dated.timex.mod is DateMod.SINCE and any(_is_stationed(scene, index) for index in near):
        return True  # 'the forces stationed there since 2018 have left'
    before = range(max(scene.first, dated.first - 2), dated.first)
    return any(
        mark.definite and mark.inflection.form == "participle"
        for index in before
        if (mark := scene.operator(index, "which"))
    )


def _is_signed(scene: Scene, index: int) -> bool:
    """'An accord that it signed last year': a verb whose pronoun is the noun of a plan right before it."""
    verb, noun = scene.operator(index, "plan"), scene.operator(index - 1, "plan")
    past = verb is not None and verb.inflection.form == "past" and bool(verb.inflection.suffix)
    return past and noun is not None and noun.inflection.form in ("noun", "masdar")


def _goes_on(scene: Scene, reading: Reading, dated: Dated, published: Published) -> bool:
    """'Was built in 1955, and 1,500 soldiers are there': what 'and' adds in the present is no history."""
    standing = reading.tense is Tense.PRESENT or bool(reading.mark.entry.feature("weak"))
    if not standing or dated.first > reading.mark.first:
        return False
    between = range(dated.last, reading.mark.first)
    added = reading.mark.proclitic == WAW or any(_opens_in_present(scene, index) for index in between)
    # 'There were 400 last month, but a hundred remain': today.
    parted = any(scene.is_break(at) or (reading.negated and scene.is_comma(at)) for at in between)
    when = when_of(dated)
    level = reading.mark.entry.feature("category") == Category.LEVEL
    own = reading.tense is Tense.PRESENT and scene.opens_clause(reading.mark.first)
    ahead = added and (level or own) and is_ahead(when, published)
    return (added or parted) and (is_past(when, published) or ahead)


def _opens_in_present(scene: Scene, index: int) -> bool:
    """', and their number is estimated at': a clause of the present, with the number behind its verb."""
    verb = scene.mark(index, Role.TRIGGER, Role.OPERATOR)
    present = verb is not None and verb.inflection.form == "present"
    return present and scene.opens_clause(index)


def _opens_next(scene: Scene, dated: Dated) -> bool:
    """'And in December 2011, ...': a preposition with 'and' opens the next clause."""
    preposition = scene.mark(dated.first - 1, Role.PREPOSITION)
    joined = scene.is_comma(dated.first - 1) and scene.tokens[dated.first].norm.startswith(WAW)
    return joined or (preposition is not None and preposition.proclitic == WAW)


def _barrier(scene: Scene, index: int, *, after: bool, aside: int) -> int:
    if index not in scene.marks:
        return 3 if scene.is_comma(index) else 6 if scene.is_break(index) else 0
    if scene.operator(index, "against", "next", "succeed") or (after and _opens_own(scene, index)):
        return FAR
    if scene.operator(index, "boundary"):
        return FAR if after else 12
    if after and aside and _relates(scene, index):
        return _WENT_ON if _went_on(scene, index) else FAR
    begins = after and aside and _begins_aside(scene, index)
    if begins or scene.is_break(index):
        return aside if begins else 6
    return _verbal_barrier(scene, index, after=after)


def _went_on(scene: Scene, index: int) -> bool:
    """'Took over the base that 150 soldiers were using in 2021': what went on takes no date of one day."""
    was = scene.operator(index + 1, "past") if index + 1 < scene.last else None
    if was is None or was.last >= scene.last or scene.operator(was.last, "perfect"):
        return False
    return scene.tokens[was.last].norm.startswith(_PRESENT) and scene.date_at(was.last) is None


def _relates(scene: Scene, index: int) -> bool:
    """Whether a clause or a participle tells of a noun; 'the site' is spelt like 'the signed'."""
    which = scene.operator(index, "which")
    if which is None or which.inflection.form != "participle" or index == scene.first:
        return which is not None
    before = range(max(scene.first, index - _HEAD), index)
    if scene.says(range(max(scene.first, index - _ACCORD), index), "plan"):
        return True  # 'the accord to cease fire signed in'
    return not scene.names(before, Role.TRIGGER, Role.FORCE)


def _verbal_barrier(scene: Scene, index: int, *, after: bool) -> int:
    """Another verb between a trigger and a date takes the date for itself, the more so after the trigger."""
    if _relates(scene, index):
        return 10
    mark = scene.mark(index, Role.TRIGGER)
    # 'The remaining ones will leave in June': a participle with its article is who leaves.
    stays = mark is not None and mark.entry.feature("frame") == "stay" and not mark.definite
    if index > scene.first and scene.operator(index - 1, "negation") and not stays:
        return 0  # 'no later than'
    if stays and after:
        return FAR  # 'and but 600 remained by 2015'
    named = scene.mark(index, Role.PLACE)  # Aden is spelt like 'they returned'
    if mark and not named and mark.inflection.form in ("past", "present", "jussive"):
        return _barrier_of_verb(scene, mark) if after else 12
    if after and scene.operator(index, "past"):
        return 15  # 'a base that they had left in 2019'
    return _barrier_of_operator(scene, index, after=after)


def _barrier_of_verb(scene: Scene, mark: Mark) -> int:
    """'They came and spread out in 2003', 'massed when the operation began in 1991' share their date."""
    phase = scene.operator(mark.first, "begin", "complete") is not None
    before = range(max(scene.first, mark.first - 2), mark.first)
    shared = phase or bool(mark.proclitic) or scene.says(before, "when")
    return _JOINED if shared else FAR


def _barrier_of_operator(scene: Scene, index: int, *, after: bool) -> int:
    operator = scene.operator(index, "report", "plan", "demand", "light")
    if operator is None or operator.inflection.form not in ("past", "present"):
        return 0
    return FAR if after and operator.entry.feature("op") == "report" else 12


def _opens_own(scene: Scene, index: int) -> bool:
    that = scene.operator(index, "that")
    if that and that.proclitic:
        return True  # 'and that 40 will arrive in March'
    return scene.opens_clause(index) or _is_proviso(scene, index) or _is_verb_behind_comma(scene, index)


def _is_verb_behind_comma(scene: Scene, index: int) -> bool:
    """'It kept 180,000 soldiers, withdrew the last of them in 1989': a clause without its 'and'."""
    mark = scene.mark(index, Role.TRIGGER)
    ahead = mark is not None and mark.proclitic.endswith(SEEN)  # 'the forces, which are based in, will leave'
    past = mark is not None and mark.inflection.form == "past" and not scene.mark(index, Role.PLACE)
    return (past or ahead) and index > scene.first and scene.is_comma(index - 1)


def _is_proviso(scene: Scene, index: int) -> bool:
    """'..., provided that the withdrawal ends by December': what is agreed on further has its own date."""
    if not scene.operator(index, "that") or index < scene.first + 2:
        return False
    if not scene.is_comma(index - 2) and not _completes_change(scene, index + 1):
        return False
    preposition = scene.mark(index - 1, Role.PREPOSITION)
    return preposition is not None and bool(preposition.entry.feature("duty"))


def _completes_change(scene: Scene, index: int) -> bool:
    """'That there is carried out the withdrawal of': a light verb with a change of its own behind it."""
    if index + 1 >= scene.last or not scene.operator(index, "light", "begin", "complete"):
        return False
    return scene.mark(index + 1, Role.TRIGGER) is not None


def _begins_aside(scene: Scene, index: int) -> bool:
    """'After the wounding of 30 in clashes on Monday', 'the accord signed in February': another's date."""
    preposition = scene.mark(index, Role.PREPOSITION)
    if index + 1 < scene.last and scene.mark(index + 1, Role.PLACE, Role.AREA):
        return False  # 'around Idlib'
    if preposition and preposition.entry.feature("companion"):
        return False  # 'in coordination with the army'
    dated = scene.date_at(index) or (scene.date_at(index + 1) if index + 1 < scene.last else None)
    return preposition is not None and preposition.entry.feature("side") == "adjunct" and dated is None


def _hard(scene: Scene, index: int) -> int:
    return 15 if scene.operator(index, "boundary") else 0


def _opens_clause(scene: Scene, dated: Dated) -> bool:
    """'In December 2011, the last combat troops left': what opens the sentence dates all its clauses."""
    before = range(scene.first, dated.first)
    words = [index for index in before if scene.mark(index, Role.PREPOSITION) is None]
    return len(words) <= 2
