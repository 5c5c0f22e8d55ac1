"""Find the force that a pronoun, a verb without a subject or a bare noun points back at."""

from __future__ import annotations

from drawdown_cli.arabic.letters import ALEF, HEH, LAM, MEEM, SEEN, WAW
from drawdown_cli.extract.changes.forces import Force
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.nearby import is_enemy, unblocked
from drawdown_cli.extract.changes.owners import owner_of
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found
from drawdown_cli.extract.changes.status import follows_before
from drawdown_cli.models import DateMod, TokenKind

_PARTICLES, _BESIDE = 2, 5
_TERMS = frozenset({DateMod.BY, DateMod.UNTIL, DateMod.BEFORE})


def force_meant(scene: Scene, found: Found, reading: Reading) -> Force | None:
    """Return the force that a pronoun, or a verb without a subject, points back at.

    The last one of the sentence, else the one that the sentences before were about; a masculine singular
    ('he left') points at a person.
    """
    pronoun = reading.mark.inflection.suffix
    if pronoun and _leaves_it(reading):
        return force_spoken_of(scene, found, reading.mark.first)
    if not pronoun and reading.tense is not Tense.NOUN:
        pronoun = part_of_them(scene, reading.mark.last)
    if _is_phased(scene, reading) and (pronoun or reading.mark.definite):
        return force_spoken_of(scene, found, reading.mark.first)
    if _is_compelled(scene, found, reading):
        return force_spoken_of(scene, found, reading.mark.first)
    if pronoun == HEH and not _is_of_army(scene, found, reading):
        return None
    able = pronoun or _is_without_subject(scene, reading) or _agrees_with(scene, found, reading)
    if not (able or _goes_on(scene, found, reading)):
        return None
    return force_spoken_of(scene, found, reading.mark.first)


def _goes_on(scene: Scene, found: Found, reading: Reading) -> bool:
    """'The army left in 2011, before it came back after three years': an army is a masculine, as a man is."""
    form, last = reading.mark.inflection, reading.mark.last
    single = form.form in ("past", "present") and (form.gender, form.number) == ("m", "s")
    joined = reading.mark.proclitic.startswith(WAW) or follows_before(scene, reading.mark.first)
    before = [f for f in found.forces if f.last <= reading.mark.first]
    if not (single and joined and before) or last >= scene.last or not _is_masculine(scene, before[-1]):
        return False
    behind = scene.date_at(last) or scene.mark(last, Role.PREPOSITION)
    return bool(behind or scene.operator(last, "thereto", "from-it"))


def _is_compelled(scene: Scene, found: Found, reading: Reading) -> bool:
    """'Keeps forces in Chad, after it was forced to leave Mali': its verb names no subject."""
    at, last = reading.mark.first, reading.mark.last
    if reading.tense is not Tense.NOUN or reading.mark.inflection.suffix or at - 2 < scene.first:
        return False
    verb = scene.operator(at - 2, "light") if scene.mark(at - 1, Role.PREPOSITION) else None
    form = verb.inflection if verb else None
    if form is None or (form.form, form.gender, form.number) != ("past", "f", "s"):
        return False
    place = scene.mark(last, Role.PLACE) if last < scene.last else None
    return place is not None and any(f.last < at - 2 and f.kind == "troops" for f in found.forces)


def _agrees_with(scene: Scene, found: Found, reading: Reading) -> bool:
    """'... then they left for good': a verb in the plural has its subject before it, here a force."""
    form = reading.mark.inflection
    if form.form not in ("past", "present", "jussive") or form.gender != "m":
        return False
    if form.number == "s":
        return _follows_army(scene, found, reading)
    return form.number == "p" and any(
        f.last <= reading.mark.first and f.kind == "troops" and not _is_owner(scene, f) for f in found.forces
    )


def _follows_army(scene: Scene, found: Found, reading: Reading) -> bool:
    """'The Ethiopian army withdrew in 2009, then returned to it in 2014': no man stands between the two."""
    at = reading.mark.first
    if not scene.operator(at - 1, "next") or not _says_where_or_when(scene, reading.mark.last):
        return False
    army = next((f for f in reversed(found.forces) if f.last <= at), None)
    if army is None or any(scene.is_comma(index) for index in range(army.last, at - 2)):
        return False
    verb = scene.mark(army.first - 1, Role.TRIGGER) if army.first > scene.first else None
    same = verb is not None and (verb.inflection.form, verb.inflection.gender) == ("past", "m")
    return same and _is_masculine(scene, army)


def _is_masculine(scene: Scene, force: Force) -> bool:
    return any(
        mark.role in (Role.FORCE, Role.GROUP)
        and (mark.inflection.gender, mark.inflection.number) == ("m", "s")
        for mark in scene.marks.get(force.first, ())
    )


def _says_where_or_when(scene: Scene, index: int) -> bool:
    """Whether 'to it', a place or a date stands right behind a verb."""
    at = index + 1 if index + 1 < scene.last and scene.mark(index, Role.PREPOSITION) else index
    placed = scene.mark(at, Role.PLACE, Role.BASE_NOUN, Role.BASE, Role.HERE, Role.AREA)
    return bool(placed or scene.operator(index, "thereto", "from-it") or scene.date_at(at))


def _is_owner(scene: Scene, force: Force) -> bool:
    """'Attacked a post of the army, before they withdrew': the army only owns what was attacked."""
    return any(mark.role is Role.FORCE and carries_li(mark) for mark in scene.marks.get(force.first, ()))


def _is_of_army(scene: Scene, found: Found, reading: Reading) -> bool:
    """'The Red Army entered; its withdrawal began': an army is a masculine, as a man is."""
    if reading.tense is not Tense.NOUN:
        return False
    before = [f for f in found.forces if f.last <= reading.mark.first]
    return bool(before) and _is_masculine(scene, before[-1])


def _is_phased(scene: Scene, reading: Reading) -> bool:
    """'The withdrawal began in May', 'its withdrawal ended on Sunday': a phase and a date beside it."""
    if reading.tense is not Tense.NOUN:
        return False
    at, last = reading.mark.first, reading.mark.last
    if _is_due(scene, reading):
        return True
    before = range(max(scene.first, at - _PARTICLES), at)
    after = range(last, min(scene.last, last + _PARTICLES))
    phases = [
        index
        for index in (*before, *after)
        if (phase := scene.operator(index, "begin", "complete")) and _is_phase_verb(scene, phase, at)
    ]
    if not phases:
        return False
    end, start = max(last, phases[-1] + 1), min(at, phases[0])
    if any(start - 1 <= dated.last <= start for dated in scene.dated):
        return True  # 'and nine years later began the withdrawal'
    return any(dated.first <= end + 1 and dated.last > end for dated in scene.dated if dated.first >= end)


def _is_phase_verb(scene: Scene, phase: Mark, at: int) -> bool:
    """'The withdrawal began', 'the withdrawal will be completed': behind its subject also one to come."""
    form = phase.inflection.form
    return form == "past" or (form == "present" and phase.first > at and phase.proclitic.endswith(SEEN))


def _is_due(scene: Scene, reading: Reading) -> bool:
    """'Gave them until January for the leaving', 'two months to complete the withdrawal': a term."""
    at = reading.mark.first
    phase = scene.operator(at - 1, "begin", "complete") if at > scene.first + 1 else None
    if phase and carries_li(phase):
        at -= 1
    elif not carries_li(reading.mark):
        return False
    dated = scene.date_at(at - 1) if at > scene.first else None
    return dated is not None and dated.timex.mod in _TERMS


def _leaves_it(reading: Reading) -> bool:
    """'They left it in 1984': the pronoun is the place, the subject the forces; 'he left it' is a man."""
    form = reading.mark.inflection
    verb = form.form in ("past", "present", "jussive") and (form.gender, form.number) != ("m", "s")
    return verb and reading.mark.entry.feature("frame") == "subject"


def force_spoken_of(scene: Scene, found: Found, at: int) -> Force | None:
    """Return the last force before a token of the sentence, else the one the text was about."""
    before = [f for f in found.forces if f.last <= at and f.kind != "people" and not is_enemy(f)]
    before = [f for f in before if f.kind != "presence"] or [f for f in before if f.key]
    before = [f for f in before if not _is_companion(scene, f)] or before
    if before:
        return unblocked(scene, before[-1])
    known = scene.memory.force or _acts_again(scene, at)
    return Force(at, at, "", "troops", False, True, False, False, False) if known else None


def _is_companion(scene: Scene, force: Force) -> bool:
    """'MINUSMA left in coordination with the Malian army and Wagner': they are not who is spoken of."""
    first = max(scene.first, force.first - _BESIDE)
    near = (scene.mark(index, Role.PREPOSITION) for index in range(first, force.first))
    return any(mark.entry.feature("companion") for mark in near if mark)


def _acts_again(scene: Scene, at: int) -> str:
    """'Israel ended the occupation, after it had withdrawn in 1985': the state that acted before."""
    before = range(max(scene.first, at - _PARTICLES), at)
    goes_back = scene.says(before, "past", "perfect")
    verb = scene.mark(at, Role.TRIGGER)
    if not goes_back or verb is None or verb.inflection.form not in ("past", "present"):
        return ""
    return owner_of(scene, at, scene.memory.country)


def part_of_them(scene: Scene, index: int) -> str:
    """Return the pronoun of a part that stands where the subject does: 'the last of them left'."""
    part = scene.mark(index, Role.QUANTIFIER) if index < scene.last else None
    if _are_the_rest(scene, index):
        return f"{HEH}{MEEM}"
    return part.inflection.suffix if part and not part.entry.feature("size") else ""


def _are_the_rest(scene: Scene, index: int) -> bool:
    """'The remaining ones return': a plural participle that stands for those spoken of."""
    rest = scene.mark(index, Role.TRIGGER) if index < scene.last else None
    if rest is None or rest.entry.feature("frame") != "stay" or not rest.definite:
        return False
    return rest.inflection.form == "participle" and rest.inflection.number == "p"


def _is_without_subject(scene: Scene, reading: Reading) -> bool:
    form = reading.mark.inflection
    if reading.tense is Tense.NOUN:
        able = bool(reading.mark.entry.feature("actor")) and not _has_genitive(scene, reading)
        return able and (not reading.mark.definite or _is_planned(scene, reading.mark.last))
    if (form.gender, form.number) == ("m", "s") or form.number == "d" or reading.mark.last >= scene.last:
        return False  # a man, or two of something
    at = reading.mark.last
    of_it = scene.mark(at, Role.FORCE)
    if of_it and of_it.entry.feature("part") and not scene.count_at(at + 1):
        return True  # 'came out of it'
    if scene.mark(at, Role.PREPOSITION) and at + 1 < scene.last:
        at += 1
    elif scene.mark(at, Role.PLACE) and reading.mark.entry.feature("actor"):
        return False  # 'Israel withdrew': a place right behind such a verb acts
    located = scene.mark(at, Role.PLACE, Role.BASE_NOUN, Role.BASE, Role.HERE, Role.AREA, Role.FORCE_KIND)
    located = located or scene.mark(at, Role.HOME)
    return bool(located or scene.operator(at, "thereto", "from-it") or scene.date_at(at))


def _has_genitive(scene: Scene, reading: Reading) -> bool:
    """'The departure of the president': a noun with the article right behind one without it is who leaves."""
    at = reading.mark.last
    if at >= scene.last or reading.mark.definite or scene.date_at(at):
        return False
    if scene.mark(at, Role.BLOCKER, Role.TITLE):
        return True
    if at + 1 < scene.last and at not in scene.marks and scene.tokens[at].kind is TokenKind.WORD:
        # 'The departure of the heads of the communes'
        return scene.tokens[at + 1].norm.startswith(ALEF + LAM) and scene.count_at(at) is None
    return scene.tokens[at].norm.startswith(ALEF + LAM) and not scene.mark(
        at, Role.PREPOSITION, Role.PLACE, Role.HERE
    )


def _is_planned(scene: Scene, index: int) -> bool:
    """'The withdrawal scheduled': a participle of a plan right behind a noun that names no force."""
    return index < scene.last and scene.operator(index, "plan") is not None
