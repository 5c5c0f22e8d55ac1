"""Changes that go on from one told: 'and was completed in February', '500 in March, then the rest'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from drawdown_cli.arabic.letters import FEH, WAW
from drawdown_cli.extract.changes.amounts import NO_AMOUNT, Amount
from drawdown_cli.extract.changes.drafts import Draft
from drawdown_cli.extract.changes.marks import Mark, Role
from drawdown_cli.extract.changes.numbers import may_count_troops
from drawdown_cli.extract.changes.readings import Tense, read
from drawdown_cli.extract.changes.scene import Counted, Dated, Scene
from drawdown_cli.extract.changes.when import is_a_date, is_ahead, is_past, when_of
from drawdown_cli.extract.changes.yearless import as_coming
from drawdown_cli.models import Category, DateMod, Published, QuantityForm, Status, ValueRole

_EVENTS = frozenset({Category.WITHDRAWAL, Category.DEPLOYMENT, Category.MISSION, Category.BASE})
_PART_REACH = 3


def next_phases(scene: Scene, drafts: Sequence[Draft], published: Published) -> Iterator[Draft]:
    """Yield what a phase without its event tells: 'the withdrawal began in May and ended in February'."""
    if not drafts:
        return
    if not drafts or not scene.dated:
        return
    for index in range(min(draft.last for draft in drafts), scene.last):
        phase = scene.operator(index, "begin", "complete") if index in scene.marks else None
        event = _event_before(drafts, index) if phase else None
        if phase is None or event is None or not _is_finite(scene, phase, event):
            continue
        dated = _date_at(scene, phase.last)
        if dated is None or dated.timex.mod is DateMod.SINCE or dated.first == event.when.first:
            continue
        if not is_ahead(when_of(dated), published):
            yield sequel_of(event, index, dated)


def next_parts(scene: Scene, drafts: Sequence[Draft], published: Published) -> Iterator[Draft]:
    """Yield the parts of one event: 'in two batches: 500 soldiers in March, then the rest in September'."""
    events = [draft for draft in drafts if draft.category in _EVENTS and not draft.amount.quantity]
    if not events or not _is_parted(scene):
        return
    told = {draft.when.last for draft in drafts if draft.amount.quantity}
    for draft in events:
        last = draft.reading.mark.last
        while (found := _part_behind(scene, last, draft.when.last)) is not None:
            first, counted, dated = found
            if dated.last not in told:
                yield _part(draft, first, counted, dated, published)
            told.add(dated.last)
            last = dated.last


def _is_parted(scene: Scene) -> bool:
    """Whether a sentence with dates has ordinals, a rest, or a colon, behind which parts may stand."""
    if not scene.dated:
        return False
    if ":" in scene.text[scene.sentence.start : scene.sentence.end]:
        return True
    if any(counted.quantity.form is QuantityForm.ORDINAL for counted in scene.counted):
        return True
    return any(mark.entry.feature("rest") for mark in scene.all_marks(Role.QUANTIFIER))


def _part(draft: Draft, first: int, counted: Counted | None, dated: Dated, published: Published) -> Draft:
    if draft.status is Status.PLANNED and is_past(when_of(dated), published):
        dated = dated._replace(timex=as_coming(dated.timex))
    part = sequel_of(draft, first, dated)
    when = part.when
    told = draft.status in (Status.OCCURRED, Status.ONGOING, Status.PLANNED)
    status = Status.PLANNED if is_ahead(when, published) else Status.OCCURRED
    part = replace(part, status=status if told else draft.status)
    if counted is None:
        return part
    tokens = (counted.first, counted.last - 1)
    amount = Amount(counted.quantity.value, ValueRole.MOVED, counted.quantity, "troops", None, None, tokens)
    return replace(part, amount=amount)


def _part_behind(scene: Scene, last: int, own: int) -> tuple[int, Counted | None, Dated] | None:
    """The next part with a date of its own: a number of soldiers behind a colon, 'the rest', 'the second'."""
    colon = next((at for at in range(last, scene.last) if scene.tokens[at].text == ":"), scene.last)
    staged = scene.says(range(scene.first, scene.last), "stage")
    for index in range(last, scene.last):
        counted = scene.count_at(index)
        begins = counted is not None and counted.first == index
        numbered = begins and index > colon and counted is not None and may_count_troops(scene, counted)
        stage = begins and staged and counted is not None and _is_stage(scene, counted)
        if not (numbered or stage or _is_rest(scene, index)):
            continue
        end = counted.last if begins and counted else index + 1
        dated = _date_of_part(scene, end)
        if dated and (dated.last != own or numbered):
            return index, counted if numbered else None, dated
    return None


def _date_of_part(scene: Scene, end: int) -> Dated | None:
    dated = next((each for each in scene.dated if end <= each.first <= end + _PART_REACH), None)
    if dated is None or not is_a_date(dated.timex):
        return None
    return None if any(scene.is_comma(at) for at in range(end, dated.first)) else dated


def _is_stage(scene: Scene, counted: Counted) -> bool:
    """'The first ends in September': an ordinal that stands for its stage, behind no noun."""
    ordinal = counted.quantity.form is QuantityForm.ORDINAL
    before = counted.first - 1
    noun = scene.operator(before, "stage") or scene.mark(before, Role.FORCE, Role.QUANTIFIER, Role.MISSION)
    return ordinal and before > scene.first and noun is None


def _is_rest(scene: Scene, index: int) -> bool:
    part = scene.mark(index, Role.QUANTIFIER)
    return part is not None and bool(part.entry.feature("rest")) and part.definite


def _event_before(drafts: Sequence[Draft], index: int) -> Draft | None:
    """The last event told before a phase, unless the phase is its own."""
    if any(draft.first <= index < draft.last for draft in drafts):
        return None
    events = [draft for draft in drafts if draft.category in _EVENTS and draft.last <= index]
    return max(events, key=lambda draft: draft.last, default=None)


def _is_finite(scene: Scene, phase: Mark, event: Draft) -> bool:
    """'And was completed', 'which had begun': a past at the head of its clause or behind a particle."""
    reading = read(scene, [mark for mark in scene.marks[phase.first] if mark.entry is phase.entry])
    it = bool(reading.mark.inflection.suffix)  # 'began the withdrawal, and ended it'
    if reading.tense is not Tense.PAST or reading.negated or (it and event.reading.tense is not Tense.NOUN):
        return False
    before = phase.first - 1
    heads = phase.proclitic in (WAW, FEH) or scene.is_comma(before)
    return heads or scene.operator(before, "perfect", "past", "next") is not None


def _date_at(scene: Scene, index: int) -> Dated | None:
    """The date that stands right at a token, behind no more than its preposition."""
    near = (dated for dated in scene.dated if index <= dated.first <= index + 1)
    dated = next(near, None)
    return dated if dated and is_a_date(dated.timex) else None


def sequel_of(draft: Draft, index: int, dated: Dated) -> Draft:
    """Return what goes on from a draft at a token, on a date of its own."""
    reading = draft.reading._replace(mark=draft.reading.mark._replace(first=index, last=index + 1))
    return replace(
        draft, reading=reading, status=Status.OCCURRED, when=when_of(dated), amount=NO_AMOUNT, first=index,
        last=dated.last,
    )  # fmt: skip
