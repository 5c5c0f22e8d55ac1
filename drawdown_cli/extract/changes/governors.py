"""The words that govern a trigger, nearest first: announced, intends, began, demanded, denied ..."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from drawdown_cli.arabic.inflect import PartOfSpeech
from drawdown_cli.arabic.letters import ALEF, ALEF_HAMZA_BELOW, BEH, LAM, WAW
from drawdown_cli.entries import Entry
from drawdown_cli.extract.changes.marks import Mark, Role, carries_li
from drawdown_cli.extract.changes.obligations import obliged_at
from drawdown_cli.extract.changes.readings import Reading, Tense, read
from drawdown_cli.extract.changes.remarks import are_begun, is_remark
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.models import TokenKind

_NO_THAT = ("begin", "complete", "light")
"""Kinds of verbs that no 'that' follows: what they seem to govern across one is another's."""

KINDS = ("report", "plan", "begin", "complete", "light", "demand", "possible", "deny", "talk")
VERBAL = (Tense.PAST, Tense.PRESENT, Tense.FUTURE)
_VERB_GAP, _NOUN_GAP, _JOINED_GAP, _DUTY_GAP, _IDENTITY, _ASKED_GAP = 16, 4, 8, 6, 6, 32


class Governor(NamedTuple):
    """A governing word: what it does, its tense and polarity, its token, and whether 'that' follows it."""

    kind: str
    tense: Tense
    negated: bool
    modal: bool
    token: int
    crossed: bool
    purpose: bool
    near: bool


def governors(scene: Scene, reading: Reading) -> Iterator[Governor]:
    """Yield the words that govern a trigger, nearest first.

    A finite verb is governed across 'that' only; a verbal noun by whatever stands before it in its clause.
    """
    gap, crossed, parted, proviso = 0, False, False, False
    is_open = reading.tense is Tense.NOUN
    yield from _obliged(scene, reading)
    for index in range(reading.mark.first - 1, scene.first - 1, -1):
        if _withholds_name(scene, index):
            continue
        if scene.is_break(index):
            return
        if index not in scene.operators:
            gap = 0 if _is_joined_to(scene, reading, index) else gap + 1
            parted |= scene.is_comma(index)
            continue
        that = scene.operator(index, "that")
        if that and that.proclitic:
            # 'And that they withdraw': governed by what governs the first 'that'.
            is_open, gap = True, -_VERB_GAP
            continue
        if that:
            duty = _duty(scene, index) if not crossed else None
            if duty:
                yield duty
            proviso = proviso or _is_proviso(scene, duty)
            is_open = crossed = True
        governor = _heard(scene, reading, index, crossed=crossed, proviso=proviso)
        if governor and not governor.kind:
            continue
        reach = _reach(governor, reading, parted=parted) if governor else 0
        if governor and gap <= reach and (is_open or _is_serial(governor, gap)):
            yield governor
            # What governs a finite verb stands before its 'that'.
            gap, parted, is_open = 0, False, governor.tense not in VERBAL
        gap += 1
        parted |= scene.is_comma(index)


def _obliged(scene: Scene, reading: Reading) -> Iterator[Governor]:
    """'It is upon France to withdraw its soldiers': a demand without a verb."""
    upon = obliged_at(scene, reading.mark) if reading.tense is Tense.NOUN else -1
    if upon >= scene.first:
        yield Governor("demand", Tense.PARTICLE, False, False, upon, False, False, False)


def _withholds_name(scene: Scene, index: int) -> bool:
    """'(An official) who asked not to be named', 'who refused to give his name': nothing of it governs."""
    if "identity" not in scene.kinds or index not in scene.operators:
        return False
    # Every word from 'asked' to 'his name' is an operator or a preposition; a speaker between them is not.
    at = index
    while at < min(scene.last, index + _IDENTITY) and not scene.operator(at, "that"):
        if scene.operator(at, "identity"):
            return True
        ends = [mark.last for _, mark in scene.operators.get(at, ())]
        if not ends and not scene.mark(at, Role.PREPOSITION):
            return False
        at = max((at + 1, *ends))
    return False


def _is_joined_to(scene: Scene, reading: Reading, index: int) -> bool:
    """'Began to reduce its forces and the closing of': what governs the first noun governs both."""
    if reading.tense is not Tense.NOUN or not reading.mark.proclitic.startswith(WAW):
        return False
    first = scene.mark(index, Role.TRIGGER)
    return first is not None and first.inflection.form == "masdar"


def _heard(scene: Scene, reading: Reading, index: int, *, crossed: bool, proviso: bool) -> Governor | None:
    """Return what a word says of a trigger, of no kind where it only seems to govern it."""
    governor = _governor(scene, index, crossed=crossed)
    if governor is None:
        return None
    if _is_of_other(scene, reading, governor) or (proviso and governor.kind not in ("report", "plan")):
        return governor._replace(kind="")
    if governor.kind == "light" and is_purpose(reading) and index + 1 < reading.mark.first:
        return governor._replace(kind="plan")  # 'put the last touches to sending'
    return governor


def _is_proviso(scene: Scene, duty: Governor | None) -> bool:
    """', provided that it ends': of what stands before, only who agrees and who says so bears on it."""
    return duty is not None and duty.kind == "plan" and scene.is_comma(duty.token - 1)


def _is_of_other(scene: Scene, reading: Reading, governor: Governor) -> bool:
    """Whether a word only seems to govern a trigger: what it bears on is another."""
    return (
        _tells_report(scene, governor)
        or _is_parallel(scene, reading, governor)
        or _is_of_ceremony(scene, reading, governor)
        or _may_be_said(scene, governor)
        or (governor.kind == "deny" and is_remark(scene, governor.token, reading.mark.first))
        or (governor.kind == "talk" and are_begun(scene, governor.token))
        or (governor.crossed and governor.kind in _NO_THAT)
    )


def _may_be_said(scene: Scene, governor: Governor) -> bool:
    """'We can confirm that the withdrawal': what is possible is to say it."""
    said = range(governor.token + 1, min(scene.last, governor.token + 3))
    return governor.kind == "possible" and governor.crossed and scene.says(said, "report")


def _is_mentioned(scene: Scene, index: int) -> bool:
    """'Before the end of its withdrawal', 'since the beginning of its deployment': only spoken of."""
    before = scene.mark(index - 1, Role.PREPOSITION) if index > scene.first else None
    return before is not None and (
        before.entry.feature("order") == "before" or bool(before.entry.feature("verbal"))
    )


def _is_of_ceremony(scene: Scene, reading: Reading, governor: Governor) -> bool:
    """'No rites took place for the handing over': the verb says nothing of what they are for."""
    if "ceremony" not in scene.kinds or not governor.negated or governor.kind not in ("complete", "light"):
        return False
    return scene.says(range(governor.token + 1, reading.mark.first), "ceremony")


def _tells_report(scene: Scene, governor: Governor) -> bool:
    """'Denied the news that spoke of a withdrawal': what the news speaks of is what is denied."""
    which = governor.token - 1
    if governor.kind != "talk" or which <= scene.first or not scene.operator(which, "which"):
        return False
    told = scene.mark(which - 1, Role.BLOCKER)
    return told is not None and told.entry.feature("block") == "report"


def _is_parallel(scene: Scene, reading: Reading, governor: Governor) -> bool:
    """'The cancelling of accords and the expulsion of': 'and' joins a noun to the noun, not under it."""
    if governor.tense is not Tense.NOUN or reading.tense is not Tense.NOUN:
        return False
    if not reading.mark.proclitic.startswith(WAW) or governor.purpose:
        return False
    return not any(
        scene.mark(index, Role.TRIGGER) or scene.operator(index, *KINDS)
        for index in range(governor.token + 1, min(governor.token + 3, reading.mark.first))
    )


def governor_at(scene: Scene, index: int) -> Governor | None:
    """Return the governing word at a token, read as it stands."""
    return _governor(scene, index, crossed=False)


def _reach(governor: Governor, reading: Reading, *, parted: bool) -> int:
    """How many words may stand between; a comma parts a noun from what it governs, not a verb."""
    if governor.tense in VERBAL:
        # 'The colonels who took power in 2020 asked in June, after months of tension, for the leaving'.
        asked = governor.kind == "demand" and reading.mark.proclitic.endswith(BEH)
        return _ASKED_GAP if asked else _VERB_GAP
    if parted:
        return -1
    if governor.near:
        return 1  # 'without' denies the noun right behind it
    # 'An agreement with the government to end': the preposition points back over what stands between.
    return _JOINED_GAP if is_purpose(reading) else _NOUN_GAP


def is_purpose(reading: Reading) -> bool:
    """Whether a verbal noun carries the preposition of purpose on itself."""
    return reading.tense is Tense.NOUN and carries_li(reading.mark)


def _is_serial(governor: Governor, gap: int) -> bool:
    """'Began withdrawing', 'perhaps withdraws': what stands right before a finite verb bears on it."""
    return governor.kind in ("begin", "plan", "possible") and gap <= 1


def _governor(scene: Scene, index: int, *, crossed: bool) -> Governor | None:
    marks = _governing(scene, index)
    if not marks or scene.date_at(index):
        return None
    entry = _entry(scene, marks)
    if entry.feature("op") == "possible" and entry.feature("shared") and _is_shared(scene, index):
        entry = next((mark.entry for mark in marks if mark.entry.feature("op") == "talk"), entry)
    reading = read(scene, [mark for mark in marks if mark.entry is entry])
    kind = str(entry.feature("op"))
    if entry.feature("party") and reading.tense is Tense.NOUN and reading.mark.proclitic.endswith(ALEF + LAM):
        return None  # 'the opposition': who speaks
    if entry.feature("away") and not _leads_away(scene, index):
        return None
    if entry.feature("by") and reading.tense is Tense.PRESENT and not (crossed or _promises(scene, index)):
        return None
    # 'The beginning', 'the completion' with the article are things, no phases of what follows.
    if reading.tense is Tense.NOUN and kind in ("light", "begin") and reading.mark.definite:
        # 'The starting of', with the preposition that the verb takes, is a phase all the same.
        following = scene.mark(index + 1, Role.PREPOSITION) if index + 1 < scene.last else None
        if following is None or following.entry.feature("side") != "in":
            return None
    negated = reading.negated or (reading.tense is Tense.NOUN and _is_lacking(scene, index))
    near = bool(entry.feature("near"))
    if near and kind == "deny" and _is_condition(scene, index):
        kind = "demand"
    if reading.tense is Tense.NOUN and kind in ("begin", "complete") and _is_mentioned(scene, index):
        kind = "talk"
    return Governor(kind, reading.tense, negated, reading.modal, index, crossed, is_purpose(reading), near)


def _governing(scene: Scene, index: int) -> list[Mark]:
    """'Is considered' is spelt as 'sends back' behind 'did not': without one it is no jussive."""
    marks = [mark for kind, mark in scene.operators.get(index, ()) if kind in KINDS]
    if not any(mark.inflection.form == "jussive" for mark in marks):
        return marks
    denied = scene.says(range(max(scene.first, index - 2), index), "negation")
    return marks if denied else [mark for mark in marks if mark.inflection.form != "jussive"]


def _is_condition(scene: Scene, index: int) -> bool:
    """'No peace without the leaving of the forces': what is denied first, 'without' asks for."""
    left, _ = scene.clause(index)
    before = range(index - 1, left - 1, -1)
    denied = next((at for at in before if scene.operator(at, "negation") or scene.opens_clause(at)), -1)
    return denied >= 0 and scene.operator(denied, "negation") is not None


def _is_shared(scene: Scene, index: int) -> bool:
    """'Discussed with his counterpart the withdrawal': what one weighs alone, two talk about."""
    near = range(index + 1, min(scene.last, index + _NOUN_GAP))
    return any(mark.entry.feature("companion") for at in near if (mark := scene.mark(at, Role.PREPOSITION)))


def _promises(scene: Scene, index: int) -> bool:
    """'Promises to withdraw' takes its preposition; 'is considered' is spelt alike."""
    near = range(index + 1, min(scene.last, index + _JOINED_GAP))
    return any(mark.proclitic.endswith(BEH) for at in near for mark in scene.marks.get(at, ()))


def _leads_away(scene: Scene, index: int) -> bool:
    """'Backed away from': without its preposition the verb says that something fell."""
    near = range(index + 1, min(scene.last, index + 4))
    return any(
        mark.entry.feature("side") == "from" and mark.entry.feature("exceed")
        for at in near
        if (mark := scene.mark(at, Role.PREPOSITION))
    )


def _entry(scene: Scene, marks: list[Mark]) -> Entry:
    """'Any plans' is a noun, 'he planned' a verb of one spelling: a verb heads its clause."""
    passive = [mark.entry for mark in marks if mark.entry.feature("op") == "light"]
    if passive and marks[0].entry.feature("op") == "complete" and marks[0].inflection.form == "present":
        return passive[0]  # 'is carried out' is spelt as 'he completes'
    nouns = [mark.entry for mark in marks if mark.entry.pos is PartOfSpeech.NOUN]
    before = marks[0].first - 1
    if not nouns or before < scene.first or scene.tokens[before].kind is not TokenKind.WORD:
        return marks[0].entry
    particle = scene.operator(before, "perfect", "which", "negation", "past", "that", "boundary")
    return marks[0].entry if particle else nouns[0]


def _is_lacking(scene: Scene, index: int) -> bool:
    """'It has no intention', 'there is no decision': a negation shortly before a noun, no verb between.

    'They did not answer the request' denies the answer: a preposition parts the noun from its verb.
    """
    parted = scene.mark(index - 1, Role.PREPOSITION) is not None
    for at in range(index - 1, max(scene.first, index - 4) - 1, -1):
        negation = scene.operator(at, "negation")
        if negation:
            return not (parted and negation.entry.feature("verbal"))
        if scene.is_comma(at) or scene.operator(at, *KINDS):
            return False
    return False


def _aside_before(scene: Scene, that: int) -> int:
    """'It is upon the soldiers, numbering 1,000, that': where the aside before 'that' begins, else 'that'."""
    if that <= scene.first or not scene.is_comma(that - 1):
        return that
    opens = range(that - 2, max(scene.first, that - _DUTY_GAP) - 1, -1)
    return next((index for index in opens if scene.is_comma(index)), that)


def _duty(scene: Scene, that: int) -> Governor | None:
    """'It is upon them that' is a demand; 'upon that' right together ('provided that') belongs to a plan."""
    token = scene.tokens[that]
    if len(token.norm) > 2 or token.text.startswith(ALEF_HAMZA_BELOW):
        return None
    aside = _aside_before(scene, that)
    for index in range(aside - 1, max(scene.first, aside - _DUTY_GAP) - 1, -1):
        if _governor(scene, index, crossed=False) or scene.is_comma(index):
            return None
        mark = scene.mark(index, Role.PREPOSITION)
        if mark and mark.entry.feature("duty"):
            kind = "plan" if index == that - 1 else "demand"
            return Governor(kind, Tense.PARTICLE, False, False, index, True, False, False)
    return None
