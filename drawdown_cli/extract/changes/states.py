"""States that stand for their forces: France's withdrawal from Mali, 'we will not leave Syria'."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, LAM
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.nearby import actors_after, blocks, owner
from drawdown_cli.extract.changes.owners import owner_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Slots
from drawdown_cli.models import Category
from drawdown_cli.nations import country_of

_NAME, _ADJECTIVES = 3, 2
_GOVERNING = ("plan", "light", "begin", "complete", "deny", "possible", "report")

_PHASE = 5


def state_slots(scene: Scene, reading: Reading) -> Slots | None:
    """'France's withdrawal from Mali', 'the American withdrawal': a state stands for its forces."""
    if _is_ours(scene, reading):
        return _from_ours(scene, reading)
    if not reading.mark.entry.feature("actor"):
        return _leaving_country(scene, reading) or _its_own(scene, reading)
    at = reading.mark.last
    own = scene.mark(at, Role.HOME) if at < scene.last else None
    actor = own or next(actors_after(scene, at, 3), None)
    if actor is None:
        return _from_place(scene, reading)
    whose = owner_of(scene, at, "") if own else owner(actor)
    for index in range(actor.last, min(scene.last, actor.last + 5)):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "from":
            place = scene.mark(index + 1, Role.PLACE, Role.HERE) or _place_of_area(scene, index + 1)
            place = place or _part_of_host(scene, index + 1, whose)
            return Slots(reading.mark.first, place.last, owner=whose) if place and whose else None
        if blocks(scene, index) or scene.is_comma(index):
            return None
    return None


def _its_own(scene: Scene, reading: Reading) -> Slots | None:
    """'France completed its exit from Niger': a state ends what its pronoun says is its own."""
    at = reading.mark.last
    if reading.tense is not Tense.NOUN or not reading.mark.inflection.suffix or at + 1 >= scene.last:
        return None
    before = range(max(scene.first, reading.mark.first - _PHASE), reading.mark.first)
    place = scene.mark(at + 1, Role.PLACE) if scene.mark(at, Role.PREPOSITION) else None
    if place is None or place.entry.feature("town") or not scene.says(before, "begin", "complete"):
        return None
    whose = owner_of(scene, reading.mark.first, str(place.entry.feature("country")), remember=False)
    return Slots(reading.mark.first, place.last, owner=whose) if whose else None


def _place_of_area(scene: Scene, index: int) -> Mark | None:
    """'From the north of Mali'; whoever withdraws from the accord of Paris has no forces there."""
    area = scene.mark(index, Role.AREA, Role.BASE_NOUN) if index + 1 < scene.last else None
    return scene.mark(area.last, Role.PLACE) if area and area.last < scene.last else None


def _leaving_country(scene: Scene, reading: Reading) -> Slots | None:
    """'France left Mali', 'Berlin decided to leave it': a state leaves another only with its forces."""
    entry, at = reading.mark.entry, reading.mark.last
    if not (entry.feature("objects") and entry.feature("frame") == "subject") or at >= scene.last:
        return None
    if entry.feature("category") != Category.WITHDRAWAL:
        return None
    noun, it = reading.tense is Tense.NOUN, bool(reading.mark.inflection.suffix)
    behind = None if noun else _state_at(scene, at)
    end = behind.last if behind else at
    place = None if it else _state_at(scene, end)
    state = behind if behind and (it or place) else _state_before(scene, reading.mark.first, noun=noun)
    if state is None or not (place or (it and behind)):
        return None
    country = str(place.entry.feature("country")) if place else country_before(scene, reading.mark.first)
    if country in ("", country_of(owner(state))):
        return None
    return Slots(reading.mark.first, place.last if place else end, owner=owner(state))


def country_before(scene: Scene, at: int) -> str:
    """Return the country at which 'it' points: the last one of the sentence, else the one spoken of."""
    places = [mark for mark in scene.all_marks(Role.PLACE) if mark.first < at]
    return str(places[-1].entry.feature("country")) if places else scene.memory.country


def _state_at(scene: Scene, index: int) -> Mark | None:
    """A country, or a government named by its capital, at a token, behind no preposition."""
    mark = scene.mark(index, Role.PLACE) if scene.first <= index < scene.last else None
    return mark if mark and owner(mark) and not mark.proclitic and not mark.entry.feature("town") else None


def _state_before(scene: Scene, at: int, *, noun: bool) -> Mark | None:
    """The state right before a verb, or right behind what governs a noun ('to' may stand between)."""
    to = scene.mark(at - 1, Role.PREPOSITION) if noun and at > scene.first else None
    last = at - 1 if to and to.entry.feature("side") == "to" else at
    for index in range(last - 1, max(scene.first, last - _NAME) - 1, -1):
        state = _state_at(scene, index)
        if state and state.last == last:
            verb = index > scene.first and bool(scene.operator(index - 1, *_GOVERNING))
            return state if verb == noun and not scene.mark(index - 1, Role.PREPOSITION) else None
    return None


def _part_of_host(scene: Scene, index: int, actor: str) -> Mark | None:
    """'Israel withdrew from the south': of the country that the text speaks of, if it is not its own."""
    area = scene.mark(index, Role.AREA) if index < scene.last else None
    host = scene.memory.country
    return area if area and area.definite and host not in ("", country_of(actor)) else None


def _is_ours(scene: Scene, reading: Reading) -> bool:
    """'We do not plan to leave Somalia': a verbal noun behind a verb of the first person."""
    near = range(max(scene.first, reading.mark.first - 3), reading.mark.first)
    verbs = (mark.inflection for index in near if (mark := scene.operator(index, "plan", "deny")))
    ours = any(form.form == "present" and (form.gender, form.number) == ("", "p") for form in verbs)
    return ours and reading.tense is Tense.NOUN


def _from_ours(scene: Scene, reading: Reading) -> Slots | None:
    place = scene.mark(reading.mark.last, Role.PLACE) if reading.mark.last < scene.last else None
    if place is None or place.entry.feature("town") or place.entry.feature("capital"):
        return None
    actor = owner_of(scene, reading.mark.first, str(place.entry.feature("country")))
    return Slots(reading.mark.first, place.last, owner=actor) if actor else None


def speaks(reading: Reading) -> bool:
    """Whether a verb stands in the first person plural: 'we will leave'."""
    form = reading.mark.inflection
    return form.form in ("present", "jussive") and (form.gender, form.number) == ("", "p")


def speakers_slots(scene: Scene, reading: Reading) -> Slots | None:
    """'We will not leave Syria', a minister says: the forces of whoever speaks."""
    at = reading.mark.last
    if not speaks(reading):
        return None
    near = range(at, min(scene.last, at + 2))
    place = next((m for i in near if (m := scene.mark(i, Role.PLACE, Role.BASE, Role.BASE_NOUN))), None)
    if place is None or place.entry.feature("town") or place.entry.feature("capital"):
        return None  # delegations leave towns
    actor = owner_of(scene, reading.mark.first, str(place.entry.feature("country")))
    return Slots(reading.mark.first, place.last, owner=actor) if actor else None


def _from_place(scene: Scene, reading: Reading) -> Slots | None:
    """'Moscow does not intend to withdraw from its bases': a place right after, the actor before."""
    at = _behind_adjectives(scene, reading)
    preposition = scene.mark(at, Role.PREPOSITION) if at + 1 < scene.last else None
    if preposition is None or preposition.entry.feature("side") != "from":
        return None
    roles = (Role.PLACE, Role.HERE, Role.BASE, Role.BASE_NOUN)
    place = scene.mark(at + 1, *roles) or (
        scene.mark(at + 2, *roles) if scene.mark(at + 1, Role.AREA) else _mission_at(scene, at + 1)
    )
    country = str(place.entry.feature("country") or "") if place else ""
    actor = owner_of(scene, reading.mark.first, country or scene.memory.country) if place else ""
    actor = actor or (scene.memory.force if place else "")
    return Slots(reading.mark.first, place.last, owner=actor) if place and actor else None


def _behind_adjectives(scene: Scene, reading: Reading) -> int:
    """'A complete withdrawal from', 'its final military withdrawal from': where the adjectives end."""
    at = reading.mark.last
    if reading.tense is not Tense.NOUN:
        return at
    if at + 1 < scene.last and scene.mark(at, Role.QUANTIFIER):
        return at + 1
    own = reading.mark.inflection.suffix
    while own and at + 1 < scene.last and at < reading.mark.last + _ADJECTIVES and _is_adjective(scene, at):
        at += 1
    return at


def _is_adjective(scene: Scene, index: int) -> bool:
    """Whether a word with the article stands at a token, and nothing that withdraws or is left."""
    article = scene.tokens[index].norm.startswith(ALEF + LAM)
    named = scene.mark(index, Role.PREPOSITION, Role.PLACE, Role.GROUP, Role.NATIONALITY, Role.BASE)
    return article and named is None


def _mission_at(scene: Scene, index: int) -> Mark | None:
    """'Its withdrawal from the UN mission': a mission that a state leaves."""
    named = scene.mark(index, Role.GROUP)
    if named and named.entry.feature("mission"):
        return named
    head = scene.mark(index, Role.FORCE)
    whose = scene.names(range(index + 1, min(scene.last, index + _NAME)), Role.GROUP)
    return head if head and head.entry.feature("kind") == "mission" and whose else None
