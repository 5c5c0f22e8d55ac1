"""Frames of war: a state, or its army, goes into a country or intervenes there."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, HEH
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.meant import force_spoken_of
from drawdown_cli.extract.changes.nearby import VERB_REACH, actors_after, force_before, owner
from drawdown_cli.extract.changes.owners import owner_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.extract.changes.states import country_before
from drawdown_cli.models import TokenKind
from drawdown_cli.nations import country_of

_WIDE = 8
_IT = frozenset({HEH, HEH + ALEF})


def invading(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'The United States invaded Iraq', 'which it invaded': a state, or its army, goes into a country."""
    it = reading.mark.inflection.suffix in _IT and reading.tense is Tense.PAST
    return _invading_it(scene, found, reading) if it else _invading(scene, found, reading)


def _invading(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    actor = next(actors_after(scene, reading.mark.last, 4), None)
    verb = reading.tense in (Tense.PAST, Tense.PRESENT, Tense.FUTURE)
    if verb and (actor is None or _is_object(scene, reading, actor)):
        actor = _actor_before(scene, reading)
    bare = reading.tense is Tense.NOUN or actor is None
    before = force_before(scene, found, reading) if bare else None
    if before and before.key and _names_place(scene, reading.mark.last):
        return Slots(before.first, reading.mark.last + 1, owner=before.key)
    place = next(
        (
            mark
            for index in range(reading.mark.last, min(scene.last, reading.mark.last + 8))
            if (mark := scene.mark(index, Role.PLACE)) and (actor is None or mark.first != actor.first)
        ),
        None,
    )
    if actor is None and place and verb and before is None:
        return _again(scene, found, reading, place)
    part = None if place else _part_meant(scene, reading)
    if actor and part:
        return Slots(reading.mark.first, part.last, owner=owner(actor))
    # 'The invasion of the Ukrainian Crimea': an adjective of the place.
    if actor is None or place is None or country_of(owner(actor)) == place.entry.feature("country"):
        return None
    if reading.mark.entry.feature("needs") == "place" and place.first != actor.last:
        return None  # one may occupy a rank as well as a country
    return Slots(reading.mark.first, place.last, owner=owner(actor))


def _invading_it(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'They left Iraq, which they had invaded in 2003': the pronoun is the country, nobody else acts."""
    at, last = reading.mark.first, reading.mark.last
    actor = next(actors_after(scene, last, 2), None)
    if actor:
        return Slots(at, actor.last, owner=owner(actor))
    country = country_before(scene, at)
    if not country or not (last >= scene.last or _stands_alone(scene, last)):
        return None
    force = force_spoken_of(scene, found, at)
    if force and force.key:
        return Slots(at, last, force)
    key = owner_of(scene, at, country)
    return Slots(at, last, owner=key) if key else None


def _stands_alone(scene: Scene, index: int) -> bool:
    """Whether a date, a preposition or the end of a clause follows a verb: no subject of its own."""
    date, preposition = scene.date_at(index), scene.mark(index, Role.PREPOSITION)
    return bool(date or preposition) or scene.tokens[index].kind is TokenKind.MARK


def _again(scene: Scene, found: Found, reading: Reading, place: Mark) -> Slots | None:
    """'It had invaded Lebanon in 1982': a verb without a subject behind its particle, and a country."""
    at = reading.mark.first
    before = range(max(scene.first, at - 2), at)
    if not scene.says(before, "past", "perfect", "next"):
        return None
    force = force_spoken_of(scene, found, at)
    if force is None or reading.mark.inflection.gender != "f" or place.first != reading.mark.last:
        return None
    return Slots(at, place.last, force)


def _is_object(scene: Scene, reading: Reading, actor: Mark) -> bool:
    """'The army had invaded Iraq': the only country behind the verb is where it went."""
    after = range(actor.last, min(scene.last, reading.mark.last + _WIDE))
    return actor.first == reading.mark.last and not scene.names(after, Role.PLACE)


def _part_meant(scene: Scene, reading: Reading) -> Mark | None:
    """'Turkey invaded its northern part': a part whose pronoun points at the country spoken of."""
    near = range(reading.mark.last, min(scene.last, reading.mark.last + 4))
    areas = (mark for index in near if (mark := scene.mark(index, Role.AREA)))
    return next((mark for mark in areas if mark.inflection.suffix), None) if scene.memory.country else None


def _actor_before(scene: Scene, reading: Reading) -> Mark | None:
    """'Russia had intervened': the state before its verb, in the clause and behind no preposition."""
    left, _ = scene.clause(reading.mark.first)
    for index in range(reading.mark.first - 1, left - 1, -1):
        mark = scene.mark(index, Role.PLACE, Role.GROUP)
        behind = index > scene.first and scene.mark(index - 1, Role.PREPOSITION) is not None
        if mark and owner(mark) and not mark.proclitic and not behind:
            return mark
    return None


def intervening(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'France intervened militarily in Mali': only where a word says that soldiers did."""
    after = range(reading.mark.last, min(scene.last, reading.mark.last + VERB_REACH))
    national = reading.tense is Tense.NOUN and scene.mark(reading.mark.last, Role.NATIONALITY) is not None
    if not national and not any(scene.mark(i, Role.FORCE_KIND) or _is_military(scene, i) for i in after):
        return None
    return invading(scene, found, reading) or (_intervened(scene, reading) if national else None)


def _intervened(scene: Scene, reading: Reading) -> Slots | None:
    """'The Russian intervention began in 2015', in the country spoken of: a phase and its date."""
    nation = scene.mark(reading.mark.last, Role.NATIONALITY)
    phase = (
        scene.operator(reading.mark.first - 1, "begin", "complete")
        if reading.mark.first > scene.first
        else None
    )
    if nation is None or phase is None or not reading.mark.definite or not scene.memory.country:
        return None
    dated = nation.last + 1 < scene.last and (scene.date_at(nation.last) or scene.date_at(nation.last + 1))
    foreign = str(nation.entry.feature("country")) != scene.memory.country
    return Slots(reading.mark.first, nation.last, owner=owner(nation)) if dated and foreign else None


def _names_place(scene: Scene, index: int) -> bool:
    return index < scene.last and scene.mark(index, Role.PLACE) is not None


def _is_military(scene: Scene, index: int) -> bool:
    return any(
        mark.role is Role.FORCE and mark.entry.feature("singular") == "counted"
        for mark in scene.marks.get(index, ())
    )
