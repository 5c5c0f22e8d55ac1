"""Tell verb from verbal noun, and the tense of a verb, where the unvocalised word alone does not."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from drawdown_cli.arabic.letters import ALEF, DAMMA, FEH, HEH, LAM, NOON, SEEN, TEH, TEH_MARBUTA, WAW, YEH
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import Category, TokenKind, Zone


class Tense(StrEnum):
    """How a trigger or an operator stands."""

    PAST = "past"
    PRESENT = "present"
    FUTURE = "future"
    NOUN = "noun"
    PARTICIPLE = "participle"
    PARTICLE = "particle"


class Reading(NamedTuple):
    """A mark with its tense, whether a particle denies it, and whether a modal قد makes it uncertain."""

    mark: Mark
    tense: Tense
    negated: bool
    modal: bool


_NOMINATIVE = WAW + NOON
_VERBAL = "\N{ARABIC LETTER ALEF MAKSURA}"
"""Ends 'he took over', where 'taking over' ends in a yeh."""
_AHEAD = (SEEN + TEH, SEEN + YEH)
_ENDS = (TEH_MARBUTA, HEH)
_FUTURE = 5
_BARE = 2
_OBJECT_REACH = 4
_CLAUSE_REACH = 24
_BEING_REACH = 10
_SUBJECT_REACH = 6
_NOUN_FORMS = frozenset({"masdar", "noun"})


def read(scene: Scene, marks: Sequence[Mark]) -> Reading:
    """Return the reading of a word from its marks, all of one entry."""
    chosen = _choose(scene, marks)
    index = chosen.first
    form = chosen.inflection.form
    negated = _particle_before(scene, index, "negation")
    if form in _NOUN_FORMS:
        return Reading(chosen, Tense.NOUN, negated and _is_denied_noun(scene, index), False)
    if form == "participle":
        return Reading(chosen, Tense.PARTICIPLE, negated, False)
    if form == "past":
        tense = Tense.FUTURE if _will_have(scene, index) else Tense.PAST
        return Reading(chosen, tense, negated, False)
    if form not in ("present", "jussive"):
        return Reading(chosen, Tense.PARTICLE, negated, False)
    ahead = chosen.proclitic.endswith(SEEN) or _particle_before(scene, index, "future")
    if ahead or (chosen.proclitic == WAW and _goes_on_ahead(scene, index)):
        return Reading(chosen, Tense.FUTURE, negated, False)
    at = index - 2 if negated and scene.operator(index - 1, "negation") else index - 1  # 'may not renew'
    modal = at >= scene.first and scene.operator(at, "perfect") is not None
    return Reading(chosen, Tense.PRESENT, negated, modal)


def _goes_on_ahead(scene: Scene, index: int) -> bool:
    """'The Netherlands will follow and withdraw its unit': the future is said of the first verb only.

    The verb that opens the clause need not be known: the sin of the future stands before its prefix.
    """
    left, _ = scene.clause(index)
    for at in range(index - 1, left - 1, -1):
        opens = at == left or scene.is_comma(at - 1) or scene.tokens[at - 1].kind is TokenKind.MARK
        if not (opens or scene.operator(at - 1, "that")):
            continue
        marks = scene.marks.get(at, ())
        norm = scene.tokens[at].norm
        known = any(mark.proclitic.endswith(SEEN) for mark in marks)
        return known or (
            not marks and len(norm) >= _FUTURE and norm.startswith(_AHEAD) and not norm.endswith(_ENDS)
        )
    return False


def _choose(scene: Scene, marks: Sequence[Mark]) -> Mark:
    verbs = [mark for mark in marks if mark.inflection.form in ("past", "present", "jussive")]
    nouns = [mark for mark in marks if mark.inflection.form in _NOUN_FORMS]
    if not verbs or not nouns:
        return marks[0]
    # سحب is 'he withdrew' after قد, a pronoun or at the head of its clause, else 'withdrawal'.
    return verbs[0] if _wants_verb(scene, marks[0]) else nouns[0]


def _wants_verb(scene: Scene, mark: Mark) -> bool:
    index = mark.first
    if mark.proclitic not in ("", WAW, FEH):
        return False
    fallen = mark.entry.feature("down") and _leads_somewhere(scene, mark.last)
    text = scene.tokens[index].text
    if fallen or _is_written_passive(text, mark.proclitic) or text.endswith(_VERBAL):
        return True
    if index == scene.first or scene.tokens[index - 1].kind is TokenKind.MARK:
        return _begins_with_verb(scene, mark) and not _has_own_object(scene, mark)
    if scene.operator(index - 1, "perfect", "which", "boundary", "negation", "past"):
        return True
    if scene.operator(index - 1, "that"):
        # 'That it withdrew' carries a pronoun; after the bare particle stands a noun.
        return len(scene.tokens[index - 1].norm.removeprefix(WAW)) > _BARE
    joined = mark.proclitic == WAW and _has_subject(scene, mark.last)
    return joined or _follows_verb(scene, index) or (not mark.proclitic and _follows_subject(scene, index))


def _has_own_object(scene: Scene, mark: Mark) -> bool:
    """'Agreed to the request of the authorities, the withdrawal of its forces': no subject behind a comma."""
    if mark.first == scene.first or mark.proclitic or not scene.is_comma(mark.first - 1):
        return False
    own = scene.mark(mark.last, Role.FORCE) if mark.last < scene.last else None
    return own is not None and bool(own.inflection.suffix)


def _follows_subject(scene: Scene, index: int) -> bool:
    """'(He said) that the American army withdrew its forces': a subject before it leaves room for no noun.

    'The army announced the withdrawal' has its verb first, and a subject of another gender another verb.
    """
    before = range(index - 2, max(scene.first, index - _SUBJECT_REACH) - 1, -1)
    opens = next((at for at in before if scene.operator(at, "that", "past")), None)
    at = opens + 1 if opens is not None else scene.first
    actor = scene.mark(at, Role.FORCE, Role.GROUP, Role.INSTITUTION, Role.PLACE)
    if actor is None or index - at > _SUBJECT_REACH or actor.proclitic not in ("", ALEF + LAM):
        return False
    if scene.tokens[at].norm.endswith((HEH, ALEF + TEH)) or actor.inflection.suffix:
        return False
    between = range(actor.last, index)
    bare = actor.role is Role.FORCE and not actor.definite and not between
    return not bare and all(scene.tokens[each].norm.startswith(ALEF + LAM) for each in between)


def _is_written_passive(text: str, proclitic: str) -> bool:
    """'Was withdrawn': the u behind the first letter is written to tell it from 'withdrawal'."""
    return text[len(proclitic) + 1 : len(proclitic) + 2] == str(DAMMA)


def _follows_verb(scene: Scene, index: int) -> bool:
    """'Deployed its forces, then withdrew them': the noun of a plan has a plan, or a noun, before it."""
    if not scene.operator(index - 1, "next"):
        return False
    left = max(scene.first, index - _CLAUSE_REACH)
    if scene.says(range(left, index), "plan", "demand", "light", "future", "deny"):
        return False
    triggers = (scene.mark(at, Role.TRIGGER) for at in range(left, index))
    return any(mark.inflection.form == "past" for mark in triggers if mark)


def _begins_with_verb(scene: Scene, mark: Mark) -> bool:
    """A headline may begin with the noun of a change; reports begin with their verb."""
    # 'The number has fallen': verb or noun, it has happened.
    level = mark.entry.feature("frame") == "size" and mark.entry.feature("category") == Category.LEVEL
    if level or mark.proclitic or mark.role is Role.OPERATOR:
        return not _goes_on_with_noun(scene, mark)
    return _has_subject(scene, mark.last)


def _goes_on_with_noun(scene: Scene, mark: Mark) -> bool:
    """'She announced their merger, and the cutting of their number': no man has cut it."""
    if mark.role is Role.OPERATOR or mark.proclitic != WAW or mark.last >= scene.last:
        return False
    following = scene.mark(mark.last, Role.FORCE, Role.QUANTIFIER, Role.BASE_NOUN)
    if following is None or not following.inflection.suffix:
        return False
    left, _ = scene.clause(mark.first)
    before = range(mark.first - 1, max(left, mark.first - _CLAUSE_REACH) - 1, -1)
    verb = next((verb for at in before if (verb := scene.operator(at, "report", "plan", "demand"))), None)
    return verb is not None and verb.inflection.form == "past" and verb.inflection.gender == "f"


def _leads_somewhere(scene: Scene, index: int) -> bool:
    """'The number fell (actually) to 250': a noun would have whose fall it is right behind it."""
    near = range(index, min(scene.last, index + 2))
    prepositions = (mark for at in near if (mark := scene.mark(at, Role.PREPOSITION)))
    return any(mark.entry.feature("side") in ("to", "from") for mark in prepositions)


def _has_subject(scene: Scene, index: int) -> bool:
    """Whether an actor follows, and after it a noun with a pronoun that points back: سحب الجيش قواته."""
    actor = scene.mark(index, Role.GROUP, Role.INSTITUTION, Role.PLACE)
    if actor and scene.sentence.zone is Zone.BODY and not carries_li(actor) and _is_told(scene, actor.last):
        return True  # 'the alliance deployed 40,000'; a headline may say 'the deployment of ...'
    if _receives(scene, index) or _are_compatriots(scene, index) or _acts_on_number(scene, index):
        return True
    return any(
        mark.inflection.suffix and mark.role in (Role.FORCE, Role.QUANTIFIER, Role.BASE_NOUN)
        for at in range(index + 1, min(scene.last, index + 8))
        for mark in scene.marks.get(at, ())
    )


def _acts_on_number(scene: Scene, index: int) -> bool:
    """'The American army deployed 2,500 soldiers': an army, what it is called, and a number."""
    army = scene.mark(index, Role.FORCE)
    if army is None or not army.definite or carries_li(army) or army.inflection.number == "p":
        return False
    at = army.last
    while at < scene.last and scene.tokens[at].norm.startswith(ALEF + LAM) and at < index + _OBJECT_REACH:
        at += 1
    return at < scene.last and scene.count_at(at) is not None


def _are_compatriots(scene: Scene, index: int) -> bool:
    """'The Italians deployed': behind a noun their plural would stand in the genitive."""
    nation = scene.mark(index, Role.NATIONALITY) if index < scene.last else None
    return nation is not None and nation.definite and scene.tokens[index].norm.endswith(_NOMINATIVE)


def _is_told(scene: Scene, index: int) -> bool:
    """Whether a number or a date stands right behind who acts."""
    return index < scene.last and bool(scene.count_at(index) or scene.date_at(index))


def _receives(scene: Scene, index: int) -> bool:
    """'The Iraqi army took over the base': an army and, without a preposition, a base or a mission."""
    army = scene.mark(index, Role.FORCE, Role.GROUP)
    definite = army is not None and (army.definite or army.role is Role.GROUP)
    if army is None or not definite or carries_li(army):
        return False
    at, end = army.last, min(scene.last, army.last + _OBJECT_REACH)
    while at < end:
        preposition, dated = scene.mark(at, Role.PREPOSITION), scene.date_at(at)
        if dated:
            at, end = dated.last, min(scene.last, end + dated.last - at)
            continue
        if preposition:
            # 'Took over from France the base': who hands over stands between.
            giver = scene.mark(at + 1, Role.PLACE, Role.FORCE, Role.GROUP) if at + 1 < scene.last else None
            if giver is None or preposition.entry.feature("side") != "from":
                return False
            at, end = giver.last, min(scene.last, giver.last + 2)
            continue
        if scene.mark(at, Role.BASE_NOUN, Role.BASE, Role.MISSION):
            return True
        at += 1
    return False


def _will_have(scene: Scene, index: int) -> bool:
    """'By December they will have left': a past behind its particle and a future of being."""
    if index == scene.first or not scene.operator(index - 1, "perfect"):
        return False
    before = range(index - 2, max(scene.first, index - _BEING_REACH) - 1, -1)
    being = next((mark for at in before if (mark := scene.operator(at, "past"))), None)
    return being is not None and being.inflection.form == "present" and being.proclitic.endswith(SEEN)


def _particle_before(scene: Scene, index: int, kind: str) -> bool:
    return scene.says(range(max(scene.first, index - 2), index), kind) and not scene.says(
        range(max(scene.first, index - 1), index), "still", "that"
    )


def _is_denied_noun(scene: Scene, index: int) -> bool:
    """'Not a withdrawal', 'does not amount to one': a noun is denied only right behind such words."""
    if scene.operator(index - 1, "negation"):
        return True
    amounts = scene.operator(index - 1, "amount") and scene.operator(index - 2, "negation")
    return amounts is not None and scene.tokens[index].norm.endswith(ALEF)  # 'the withdrawal is no threat'
