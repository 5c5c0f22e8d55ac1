"""Whether a move leads to the field or home: a return is a withdrawal, unless those who come had left."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from drawdown_cli.arabic.inflect import PartOfSpeech
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.marks import Role, carries_li
from drawdown_cli.extract.changes.measures import is_had
from drawdown_cli.extract.changes.places import Spot, goal_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import Category
from drawdown_cli.nations import COMBAT, country_of

_ABSENCE = timedelta(days=180)
_SENT = 4


def homeward(scene: Scene, draft: Draft, spots: Sequence[Spot], force: str) -> Category:
    """A return home is a withdrawal; so is a redeployment to outside the country."""
    if draft.category is Category.WITHDRAWAL:
        back = field_of(scene, draft, spots, force) is not None or _is_sent_back(scene, draft, spots)
        return Category.DEPLOYMENT if back else draft.category
    if draft.category is not Category.DEPLOYMENT:
        return draft.category
    return Category.WITHDRAWAL if _leads_out(scene, draft, spots, force) else draft.category


def field_of(scene: Scene, draft: Draft, spots: Sequence[Spot], force: str) -> Spot | None:
    """'Returned its forces to Somalia': the place, not their own, to which they are sent back."""
    at = draft.reading.mark.first
    if draft.category is not Category.WITHDRAWAL or draft.reading.mark.entry.feature("goal") != "home":
        return None
    goal = goal_of(scene, list(spots), at)
    if goal is None or goal.side == "outside" or goal.country in ("", country_of(force)) or not force:
        return None
    _, right = scene.clause(at)
    between = range(at, goal.first)
    home = scene.names(range(at, right), Role.HOME) or any(scene.opens_clause(index) for index in between)
    if scene.mark(goal.first, Role.HERE) and _tells_of_own(scene, draft, spots, force):
        return None
    return None if home or _is_away(scene, draft, spots, right) else goal


def _names_home(scene: Scene, draft: Draft, right: int) -> bool:
    """'To their country', 'outside the country': where they go is not the field."""
    for index in range(draft.reading.mark.last, right):
        if scene.mark(index, Role.HOME) and _leads_to_home(scene, index):
            return True
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "outside":
            return True
    return False


def _crosses_back(scene: Scene, draft: Draft) -> bool:
    """'The last soldier crossed the border', 'they withdrew from the town and crossed the border'."""
    if draft.reading.mark.entry.feature("frame") != "cross":
        return False
    return _are_last(scene, draft) or _had_left(scene, draft.reading)


def _lands_at_home(draft: Draft, spots: Sequence[Spot], force: str, right: int) -> bool:
    """'There landed in Germany a plane with the German soldiers'."""
    at, own = draft.reading.mark.last, country_of(force)
    verb = draft.reading.tense is not Tense.NOUN
    return verb and any(
        spot.side == "in" and spot.country == own and at <= spot.first <= at + 1 for spot in spots
    )


def _tells_of_own(scene: Scene, draft: Draft, spots: Sequence[Spot], force: str) -> bool:
    """'The army of Canada said that those who work in Mali returned to the country': it speaks of its own."""
    own, at = country_of(force), draft.reading.mark.first
    if any(spot.side == "in" and spot.first < at and spot.country not in ("", own) for spot in spots):
        return True
    that = next((index for index in range(scene.first, at) if scene.operator(index, "that")), scene.first)
    marks = (scene.mark(index, Role.NATIONALITY, Role.PLACE) for index in range(scene.first, that))
    return bool(own) and any(mark.entry.feature("country") == own for mark in marks if mark)


def left_behind(scene: Scene, draft: Draft, spots: Sequence[Spot]) -> str:
    """'Arrived from Afghanistan at Torrejon': the place that those who come home have left."""
    at = draft.reading.mark.first
    _, right = scene.clause(at)
    return next((spot.key for spot in spots if at < spot.first < right and spot.side == "from"), "")


def _leads_out(scene: Scene, draft: Draft, spots: Sequence[Spot], force: str) -> bool:
    _, right = scene.clause(draft.reading.mark.first)
    right = next((i for i in range(draft.reading.mark.last, right) if _goes_on(scene, i)), right)
    if _names_home(scene, draft, right) or _crosses_back(scene, draft) or _were_sent(scene, draft):
        return True
    goal = goal_of(scene, list(spots), draft.reading.mark.first)
    had_left = _had_left(scene, draft.reading) or _comes_back(scene, draft, force)
    here = goal is not None and scene.mark(goal.first, Role.HERE) is not None
    if here and _leads_home(draft.reading) and _tells_of_own(scene, draft, spots, force):
        return True
    if goal is None and _leads_home(draft.reading) and not had_left:
        # 'The soldiers of Lesotho returned': whose they are is not where they arrive.
        own = country_of(force)
        abroad = [spot for spot in spots if spot.side or spot.country != own]
        away = [spot for spot in abroad if spot.country != own]
        # 'Returned to the country from Somalia': what they leave is named, so it is home that they reach.
        return _is_away(scene, draft, away, right) or not _arrives(scene, draft, abroad, right)
    if goal is None and _lands_at_home(draft, spots, force, right):
        return True
    if goal is None:
        entry = draft.reading.mark.entry
        homely = _moves_away(scene, draft.reading) or entry.feature("goal") == "home"
        homely = homely or _are_last(scene, draft)  # 'the last soldiers arrived from Afghanistan'
        return homely and _is_away(scene, draft, spots, right) and not had_left
    return goal.country == (country_of(force) or "-")


def _were_sent(scene: Scene, draft: Draft) -> bool:
    """'The return of the forces that were deployed in Kazakhstan': from where they had been sent."""
    force, home = draft.slots.force, draft.reading.mark.entry.feature("goal") == "home"
    if force is None or not home or not scene.operator(force.last, "which"):
        return False
    verbs = (scene.mark(at, Role.TRIGGER) for at in range(force.last, min(scene.last, force.last + _SENT)))
    return any(verb.entry.feature("category") == Category.DEPLOYMENT for verb in verbs if verb)


def _moves_away(scene: Scene, reading: Reading) -> bool:
    """'Carried, redeployed from Somalia'; who is sent 'from Uganda' only comes from there."""
    again = " " in reading.mark.entry.word
    moved = again or scene.operator(reading.mark.first, "carry") is not None
    return moved and reading.mark.entry.feature("frame") == "object"


def _comes_back(scene: Scene, draft: Draft, force: str) -> bool:
    """'They left in 2000. They returned in 2006': who left long before comes back to the field."""
    gone, left = scene.memory.gone
    start = draft.when.date_start
    if draft.reading.tense is not Tense.PAST or left is None or start is None or draft.when.first < 0:
        return False
    away = any(
        (mark := scene.mark(index, Role.PREPOSITION)) and mark.entry.feature("side") == "from"
        for index in range(draft.reading.mark.last, draft.when.first)
    )
    return force.removesuffix(COMBAT) == gone and start - left > _ABSENCE and not away


def _leads_to_home(scene: Scene, index: int) -> bool:
    """'To their country', 'returning'; 'in his country', 'a battalion of their country' lead nowhere."""
    home, preposition = scene.mark(index, Role.HOME), scene.mark(index - 1, Role.PREPOSITION)
    side = preposition.entry.feature("side") if preposition else ""
    if home is None or side == "from":
        return False  # 'from its country': where they come from
    owned = home.entry.pos is PartOfSpeech.NAME
    return not owned or carries_li(home) or side in ("to", "outside")


def _goes_on(scene: Scene, index: int) -> bool:
    """Whether the next event begins at a token: 'sent them in 1960, then brought them home'."""
    return scene.operator(index, "next") is not None or scene.opens_clause(index)


def _are_last(scene: Scene, draft: Draft) -> bool:
    """'The last soldier crossed the border': whoever is last leaves."""
    force = draft.slots.force
    at = force.first if force else draft.reading.mark.last
    marks = (scene.mark(i, Role.QUANTIFIER) for i in range(max(scene.first, at - 2), min(scene.last, at + 1)))
    return any(mark.entry.feature("last") for mark in marks if mark)


def _is_sent_back(scene: Scene, draft: Draft, spots: Sequence[Spot]) -> bool:
    """'Withdrew 700 soldiers, then returned 500 of them': who had left and is not said to go home."""
    reading = draft.reading
    if reading.mark.entry.feature("goal") != "home":
        return False
    if is_had(scene, reading, draft.slots):
        return True
    if not _had_left(scene, reading):
        return False
    _, right = scene.clause(reading.mark.first)
    home = scene.names(range(reading.mark.last, right), Role.HOME)
    return not home and not _is_away(scene, draft, spots, right)


def _had_left(scene: Scene, reading: Reading) -> bool:
    """'Withdrew in 2011 before returning in 2014': who has left returns to the field, not home."""
    before = (scene.mark(index, Role.TRIGGER) for index in range(scene.first, reading.mark.first))
    return any(
        mark.inflection.form == "past" and mark.entry.feature("category") == Category.WITHDRAWAL
        for mark in before
        if mark
    )


def _leads_home(reading: Reading) -> bool:
    """'They returned', and 'their return' of those who are in the field; 'a return of forces' is open."""
    told = reading.tense is not Tense.NOUN or bool(reading.mark.inflection.suffix)
    return told and reading.mark.entry.feature("goal") == "home"


def _arrives(scene: Scene, draft: Draft, spots: Sequence[Spot], right: int) -> bool:
    """Whether a return names where it leads; one that does not leads home."""
    at = draft.reading.mark.first
    right = next((index for index in range(at + 1, right) if scene.opens_clause(index)), right)
    if scene.says(range(at + 1, min(right, at + 3)), "thereto"):
        return True
    if any(
        _leads_to_field(scene, index) or _leaves_again(scene, index) for index in range(at + 1, right - 1)
    ):
        return True
    return any(at < spot.first < right and spot.side in ("in", "") for spot in spots)


def _leads_to_field(scene: Scene, index: int) -> bool:
    """'To the province', 'to Camp Faouar': a place that is not their own, though no lexicon knows it."""
    preposition = scene.mark(index, Role.PREPOSITION)
    if preposition is None or preposition.entry.feature("side") != "to":
        return False
    goal = scene.mark(index + 1, Role.AREA, Role.BASE, Role.BASE_NOUN)
    # 'To its positions': where they stood; 'to its bases' may be at home.
    return goal is not None and (not goal.inflection.suffix or bool(goal.entry.feature("field")))


def _leaves_again(scene: Scene, index: int) -> bool:
    """'Returned in 2006, then left for good': who leaves afterwards had not gone home."""
    mark = scene.mark(index + 1, Role.TRIGGER) if scene.operator(index, "next") else None
    return mark is not None and mark.entry.feature("category") == Category.WITHDRAWAL


def _is_away(scene: Scene, draft: Draft, spots: Sequence[Spot], right: int) -> bool:
    """'Moved most of the forces from Somalia': a move from a place to nowhere named."""
    at = draft.reading.mark.first
    return any(at < spot.first < right and spot.side == "from" for spot in spots)
