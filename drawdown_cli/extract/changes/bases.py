"""The frame of bases: handed over, opened, closed, built."""

from __future__ import annotations

from dataclasses import replace

from drawdown_cli.arabic.letters import BEH, HEH, MEEM, WAW
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.homographs import giver_before
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.nearby import actors_after, blocks, owner
from drawdown_cli.extract.changes.numbers import whole_of
from drawdown_cli.extract.changes.owners import owner_of
from drawdown_cli.extract.changes.places import is_base
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.extract.changes.undertaken import has_object
from drawdown_cli.models import TokenKind
from drawdown_cli.nations import group_of, is_broad, is_local

_ALLIED = frozenset({"un", "coalition"})
_BESIDE = frozenset({"flag", "ready"})
_SERVICE_REACH, _VERB_REACH, _WORD_REACH = 16, 16, 8


def housing(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """'Handed over the base', 'opened a military base': a base changes hands, opens or closes."""
    needs = reading.mark.entry.feature("needs")
    if needs == "service" and not _enters_service(scene, reading):
        return None
    if needs in _BESIDE and not _is_beside(scene, reading, needs):
        return None
    near = needs == "near"
    noun = _base_after(scene, reading, reach=1 if near else 4 if reading.tense is Tense.NOUN else _VERB_REACH)
    if needs == "receiver" and not (noun and _is_handed(scene, reading, noun)):
        return None
    if noun and needs == "direct" and _is_reached(scene, reading.mark.last, noun.first):
        return None
    if noun and _acts(scene, reading, noun):
        return None
    if noun is None and _points_back(scene, reading):
        noun = _base_meant(scene, reading)
    if noun is None and reading.tense is not Tense.NOUN and not near:
        noun = _base_before(scene, reading)
    slots = _base_slots(scene, found, reading, noun) if noun else None
    giver = giver_before(scene, reading.mark) if reading.mark.entry.feature("phase") == "handover" else None
    return replace(slots, force=None, owner=owner(giver)) if slots and giver else slots


def _is_reached(scene: Scene, first: int, last: int) -> bool:
    """'And it called for ... from the base' is spelt like 'it bade farewell to the base'."""
    return scene.names(range(first, last), Role.PREPOSITION)


def _is_handed(scene: Scene, reading: Reading, noun: Mark) -> bool:
    """'Transferred the base to the authorities': a base as the object, and who receives it."""
    if scene.mark(noun.first - 1, Role.PREPOSITION):
        return False
    _, right = scene.clause(reading.mark.first)
    for index in range(reading.mark.last, min(right, noun.last + _WORD_REACH)):
        receiver = scene.mark(index, Role.FORCE) or scene.operator(index, "authority")
        to = scene.mark(index - 1, Role.PREPOSITION)
        if receiver and (carries_li(receiver) or (to and to.entry.feature("side") == "to")):
            return True
    return False


def _acts(scene: Scene, reading: Reading, noun: Mark) -> bool:
    """'The American base opened a school': a base right behind a feminine verb, and what it opened."""
    if reading.tense is Tense.NOUN or noun.first != reading.mark.last or not noun.definite:
        return False
    if reading.mark.inflection.gender != "f" or noun.inflection.suffix:
        return False
    return has_object(scene, noun.last)


def _is_beside(scene: Scene, reading: Reading, word: str) -> bool:
    """'Raised its flag over a camp', 'the base became ready': the word that gives the verb this sense."""
    _, right = scene.clause(reading.mark.first)
    near = range(reading.mark.last, min(right, reading.mark.last + _WORD_REACH))
    return scene.says(near, word)


def _enters_service(scene: Scene, reading: Reading) -> bool:
    """'Put its base into service', 'the base entered service'."""
    _, right = scene.clause(reading.mark.first)
    for index in range(reading.mark.last, min(right, reading.mark.last + _SERVICE_REACH)):
        preposition = scene.mark(index, Role.PREPOSITION)
        if preposition and preposition.entry.feature("side") == "adjunct":
            return False  # 'entered the base after the end of service'
        if scene.operator(index, "service"):
            return True
    return False


def _base_after(scene: Scene, reading: Reading, *, reach: int) -> Mark | None:
    _, right = scene.clause(reading.mark.first)
    part = scene.count_at(reading.mark.last) if reading.mark.last < right else None
    whole = whole_of(scene, part) if part else None
    reach = max(reach, whole.last + 1 - reading.mark.last) if whole else reach
    for index in range(reading.mark.last, min(right, reading.mark.last + reach)):
        noun = scene.mark(index, Role.BASE_NOUN, Role.BASE)
        if noun and noun.role is Role.BASE and not is_base(scene, noun):
            continue  # 'an assessment of the progress': also the name of a base
        if noun:
            return None if _is_way(scene, reading, index) else noun
        if (blocks(scene, index) and not _may_act(scene, index)) or (
            scene.is_comma(index) and not _parts_object(scene, index)
        ):
            break
    return None


def _parts_object(scene: Scene, comma: int) -> bool:
    """'The army handed over on Saturday morning, the base of': a lone comma behind when, then the object."""
    noun = scene.mark(comma + 1, Role.BASE_NOUN, Role.BASE) if comma + 1 < scene.last else None
    return noun is not None and not noun.proclitic and scene.date_at(comma - 1) is not None


def _is_way(scene: Scene, reading: Reading, index: int) -> bool:
    """'Returned a brigade to its base', 'a farewell was held at the base': no base changes hands or opens."""
    preposition = scene.mark(index - 1, Role.PREPOSITION)
    if reading.mark.entry.feature("needs") in _BESIDE:
        return False  # 'raised its flag over a camp'
    phase = reading.mark.entry.feature("phase")
    noun = scene.mark(index, Role.BASE_NOUN)
    if phase == "open" and noun and noun.proclitic.endswith(BEH):
        return True
    if preposition is None or phase not in ("handover", "open"):
        return False
    side = preposition.entry.feature("side")
    if phase == "open":
        return side == "in" and not preposition.entry.feature("duty")  # 'got hold of a base'
    return side == "to" or (side == "from" and not scene.mark(index - 2, Role.QUANTIFIER))


def _base_before(scene: Scene, reading: Reading) -> Mark | None:
    left, _ = scene.clause(reading.mark.first)
    for index in range(reading.mark.first - 1, max(left, reading.mark.first - 9) - 1, -1):
        if scene.is_comma(index) and reading.mark.proclitic.startswith(WAW):
            break
        noun = scene.mark(index, Role.BASE_NOUN) or scene.mark(index, Role.BASE)
        if noun and not noun.entry.feature("weak"):
            return noun
    return None


def _points_back(scene: Scene, reading: Reading) -> bool:
    suffix = reading.mark.inflection.suffix
    # 'Handed them over': the pronoun of men is no base.
    return (bool(suffix) and suffix != HEH + MEEM) or bool(scene.operator(reading.mark.last, "from-it"))


def _base_meant(scene: Scene, reading: Reading) -> Mark | None:
    """'Built a base in 2015, then dismantled it': the last base that the sentence has named."""
    before = range(reading.mark.first - 1, scene.first - 1, -1)
    return next((mark for index in before if (mark := scene.mark(index, Role.BASE, Role.BASE_NOUN))), None)


def _may_act(scene: Scene, index: int) -> bool:
    """A government after its verb acts; it is nothing that is handed over."""
    mark = scene.mark(index, Role.BLOCKER)
    return mark is not None and mark.entry.feature("block") == "politics"


def _is_for_civilians(scene: Scene, noun: Mark) -> bool:
    """'A camp for the young', 'to shelter the displaced': no soldiers live there."""
    near = (scene.mark(index, Role.BLOCKER) for index in range(noun.last, min(scene.last, noun.last + 3)))
    return not noun.definite and any(mark and mark.entry.feature("block") == "civil" for mark in near)


def _base_slots(scene: Scene, found: Found, reading: Reading, noun: Mark) -> Slots | None:
    if _is_for_civilians(scene, noun):
        return None
    left, right = scene.clause(reading.mark.first)
    named = next(
        (m for i in range(noun.first, min(right, noun.last + 3)) if (m := scene.mark(i, Role.BASE))), None
    )
    first, last = min(reading.mark.first, noun.first), max(reading.mark.last, (named or noun).last)
    able = [f for f in found.forces if left <= f.first < right and f.key and f.kind != "people"]
    receives = bool(reading.mark.entry.feature("receives"))
    if receives:
        # Who receives stands behind the verb, whose it was behind 'from'.
        able = [f for f in able if f.first != reading.mark.last] or [
            f for f in found.forces if f.kind == "people"
        ]
    if reading.mark.entry.feature("receives") and _is_fought_for(scene, reading, noun):
        return None
    # Who hands over is named beside who receives: the host is the receiver.
    host = str(named.entry.feature("country")) if named else scene.memory.country
    owner = _base_owner(scene, reading, noun, named) or _joint_owner(scene, found, reading)
    force = next((f for f in able if not is_local(f.key, host)), None)
    if force and owner and is_broad(force.key) and force.first > noun.last and not is_local(owner, host):
        force = None  # 'France handed over two bases, as the expulsion of all foreign forces demands'
    if force is None and (able or receives) and reading.mark.entry.feature("phase") == "handover":
        # 'The Iraqi army took over the camp': whose it was is not said.
        owner = _former_owner(scene, named, host) if not owner or is_local(owner, host) else owner
    if force is None and not owner:
        force = next(iter(able), None)
    if force is None and not noun.inflection.suffix and is_local(owner, host):
        force = next(iter(able), None)
    military = any(
        mark.role is Role.FORCE_KIND or (mark.role is Role.NATIONALITY)
        for i in range(noun.last, min(right, noun.last + 3))
        for mark in scene.marks.get(i, ())
    )
    meant = noun.definite or _is_named(scene, noun) or scene.count_at(noun.first - 1) is not None
    remembered = meant and not noun.entry.feature("weak") and scene.memory.force
    if force is None and not owner and named is None and not remembered:
        return None
    if (
        noun.role is Role.BASE_NOUN
        and noun.entry.feature("weak")
        and not (named or ((military or noun.inflection.suffix) and (force or owner)))
        and not (_closes_its_own(scene, reading, noun, force) and not _is_on_line(scene, noun))
    ):
        return None
    return Slots(first, last, force, owner="" if force else owner, base=named)


def _is_fought_for(scene: Scene, reading: Reading, noun: Mark) -> bool:
    """'Regained control of the base': of an enemy's; whoever receives a base receives it itself."""
    between = (scene.mark(index, Role.PREPOSITION) for index in range(reading.mark.last, noun.first))
    return any(mark.entry.feature("duty") for mark in between if mark)


def _joint_owner(scene: Scene, found: Found, reading: Reading) -> str:
    """'Began to cut the number of its forces and the closing of three bases': whose forces, its bases."""
    if reading.tense is not Tense.NOUN or not reading.mark.proclitic.startswith(WAW):
        return ""
    left, _ = scene.clause(reading.mark.first)
    owned = [f for f in found.forces if f.owned and left <= f.first < reading.mark.first]
    return owner_of(scene, owned[-1].first, scene.memory.country, remember=False) if owned else ""


def _closes_its_own(scene: Scene, reading: Reading, noun: Mark, force: Force | None) -> bool:
    """'UNAMID may close 14 sites', 'the closing of ten sites' of the mission spoken of."""
    if force and reading.mark.last <= force.first < noun.first:
        return True
    counted = noun.first > scene.first and scene.count_at(noun.first - 1) is not None
    return counted and group_of(force.key if force else scene.memory.force) in _ALLIED


def _is_on_line(scene: Scene, noun: Mark) -> bool:
    """'Closed 14 web sites'."""
    after = scene.mark(noun.last, Role.BLOCKER) if noun.last < scene.last else None
    return after is not None


def _former_owner(scene: Scene, named: Mark | None, host: str) -> str:
    tenant = str(named.entry.feature("tenant")) if named else ""
    remembered = scene.memory.force
    return tenant or ("" if is_local(remembered, host) else remembered)


def _is_named(scene: Scene, noun: Mark) -> bool:
    """'Camp Victoria': a word that no lexicon knows right behind the noun is its name."""
    at = noun.last
    if at >= scene.last or at in scene.marks or scene.date_at(at):
        return False
    return scene.tokens[at].kind is TokenKind.WORD and noun.inflection.number == "s"


def _actor_at(scene: Scene, index: int) -> Mark | None:
    """A state or an alliance; 'intervened in Syria, and set up a base' names where, not who."""
    mark = scene.mark(index, Role.PLACE, Role.GROUP)
    inside = scene.mark(index - 1, Role.PREPOSITION) if index > scene.first else None
    located = inside is not None and (
        inside.entry.feature("side") in ("in", "to", "from") or bool(inside.entry.feature("companion"))
    )
    return mark if mark and owner(mark) and not located else None


def _base_owner(scene: Scene, reading: Reading, noun: Mark, named: Mark | None) -> str:
    for index in range(noun.last, min(scene.last, noun.last + 4)):
        mark = scene.mark(index, Role.NATIONALITY)
        if mark:
            return owner(mark)
        if scene.tokens[index].kind is TokenKind.MARK or scene.mark(index, Role.PREPOSITION):
            break
    meant = noun.first < reading.mark.first and _points_back(scene, reading)
    if noun.inflection.suffix or meant:
        return owner_of(scene, noun.first, "")
    actor = next(actors_after(scene, reading.mark.last, 4), None)
    if actor is None:
        before = range(reading.mark.first - 1, max(scene.first, reading.mark.first - 6) - 1, -1)
        actor = next((m for i in before if (m := _actor_at(scene, i))), None)
    if actor:
        return owner(actor)
    return _tenant(scene, named) if named else ""


def _tenant(scene: Scene, base: Mark) -> str:
    """Whose a base is by its name; one force may follow another, so who was spoken of comes first."""
    tenant, known = str(base.entry.feature("tenant")), scene.memory.force
    return known if tenant and known and not is_local(known, str(base.entry.feature("country"))) else tenant
