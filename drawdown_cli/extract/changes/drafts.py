"""From a trigger to a draft of a change: its frame, status, date and number, and whether it is one at all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from drawdown_cli.arabic.letters import ALEF, LAM, NOON, WAW
from drawdown_cli.extract.changes.amounts import Amount, former_span, leads_to
from drawdown_cli.extract.changes.borrowed import from_other
from drawdown_cli.extract.changes.categories import category_of
from drawdown_cli.extract.changes.dating import date_of
from drawdown_cli.extract.changes.former import held
from drawdown_cli.extract.changes.frames import fill
from drawdown_cli.extract.changes.marks import Role
from drawdown_cli.extract.changes.measures import counted_before, measured, partial
from drawdown_cli.extract.changes.offsets import offset_of
from drawdown_cli.extract.changes.others import tells_of_others
from drawdown_cli.extract.changes.phases import is_phase
from drawdown_cli.extract.changes.readings import Reading, Tense
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.extract.changes.status import Standing, standing
from drawdown_cli.extract.changes.when import (
    When,
    before_report,
    is_ahead,
    is_long_past,
    is_past,
    of_report,
)
from drawdown_cli.models import Category, DateBasis, DateMod, Grain, Published, Status, ValueRole

_WE = NOON + ALEF
_LONGEST, _NEAR, _JOINED, _WHO, _EARLIER, _WITNESS = 400, 8, 9, 20, 5, 3


@dataclass(frozen=True, slots=True)
class Draft:
    """A change before its names are settled."""

    reading: Reading
    slots: Slots
    state: Standing
    status: Status
    when: When
    amount: Amount
    category: Category
    first: int
    last: int


def draft_of(scene: Scene, found: Found, reading: Reading, published: Published) -> Draft | None:
    """Return what a trigger tells, or None where it tells no change."""
    slots = fill(scene, found, reading)
    if _is_instead(scene, reading):
        return None
    if slots is None or is_phase(scene, reading, slots) or tells_of_others(scene, reading, slots):
        return None
    state = standing(scene, reading, slots.last)
    amount = measured(scene, reading, slots)
    amount = amount if amount.quantity else counted_before(scene, reading, slots, state.first)
    amount = amount if amount.quantity else partial(scene, reading, slots)
    category = category_of(scene, reading, amount)
    before = reading.mark.first - 1
    conditional = before >= scene.first and scene.operator(before, "possible") is not None
    aimless = reading.mark.entry.feature("needs") == "result" and not leads_to(scene, amount)
    if aimless or not _is_worth_telling(reading, state, amount, category, conditional=conditional):
        return None
    if category is Category.LEVEL and amount.role is ValueRole.MOVED:
        amount = replace(amount, role=ValueRole.RESULT)
    span = _evidence(scene, reading, slots, amount)
    offset = offset_of(scene, reading)
    # What stands before the trigger may hold another clause's date.
    when = (
        from_other(scene, offset, published)
        if offset
        else date_of(
            scene,
            reading,
            state,
            (reading.mark.first, span[1]),
            published,
            level=category is Category.LEVEL,
            former=former_span(amount),
        )
    )
    if state.dropped and not (_is_dated_itself(scene, reading, when) and is_past(when, published)):
        return None
    when, state = held(scene, reading, amount, category, when, state, published)
    status = _status(scene, reading, state, when, published, amount)
    if status is None:
        return None
    when = _or_earlier(scene, reading, category, when, published)
    first, last = _extent(scene, span, state, when)
    return Draft(reading, slots, state, status, when, amount, category, first, last)


def _is_dated_itself(scene: Scene, reading: Reading, when: When) -> bool:
    """'The cause of their return in 2014': what has its own date took place, whatever is said of it."""
    between = range(reading.mark.last, when.first)
    return 0 < len(between) <= _NEAR and not any(scene.is_comma(index) for index in between)


def _or_earlier(scene: Scene, reading: Reading, category: Category, when: When, published: Published) -> When:
    earlier = when.basis is DateBasis.PUBLISHED and _is_of_earlier(scene, reading, category)
    return before_report(published) if earlier else when


def _is_of_earlier(scene: Scene, reading: Reading, category: Category) -> bool:
    """'Decided in his first term on the withdrawal', 'we went into Afghanistan': told of a time before."""
    form = reading.mark.inflection
    if form.form == "past" and form.suffix == _WE and reading.mark.entry.feature("frame") == "subject":
        return category is Category.DEPLOYMENT
    if reading.tense not in (Tense.NOUN, Tense.PAST) or scene.kinds.isdisjoint(("earlier", "earlier-term")):
        return False
    left, right = scene.clause(reading.mark.first)
    if scene.says(range(left, right), "earlier-term"):
        return True
    counted = any(reading.mark.last < each.first <= reading.mark.last + _NEAR for each in scene.counted)
    if counted and scene.says(range(reading.mark.last, min(right, reading.mark.last + _EARLIER)), "earlier"):
        return reading.tense is Tense.PAST  # 'withdrew earlier about 400 soldiers'
    # 'It had at an earlier time demanded': what a report tells 'earlier' may be of the same day.
    return any(
        scene.operator(index, "earlier") and scene.says(range(left, index), "past")
        for index in range(left, right)
    )


def _extent(scene: Scene, span: tuple[int, int], state: Standing, when: When) -> tuple[int, int]:
    """The change's words: its evidence, what governs it, and its date where that stands near."""
    first, last = min(span[0], state.first), span[1]
    if when.last > 0:
        first, last = (first, max(last, when.last)) if when.first >= first else (when.first, last)
    if scene.tokens[last - 1].end - scene.tokens[first].start > _LONGEST:
        return span
    return first, last


def _is_instead(scene: Scene, reading: Reading) -> bool:
    """'Instead of reducing them': what is not done."""
    if reading.tense is not Tense.NOUN or reading.mark.first == scene.first:
        return False
    preposition = scene.mark(reading.mark.first - 1, Role.PREPOSITION)
    preposition = preposition or scene.mark(reading.mark.first - 2, Role.PREPOSITION)
    return preposition is not None and bool(preposition.entry.feature("instead"))


def _is_worth_telling(
    reading: Reading, state: Standing, amount: Amount, category: Category, *, conditional: bool
) -> bool:
    """A level without a number says something only of the future: that forces stay, or do not."""
    if category is not Category.LEVEL or amount.quantity:
        return True
    if conditional:
        return False
    if reading.mark.entry.feature("frame") == "count":
        return state.status is Status.DENIED
    past = reading.tense in (Tense.PAST, Tense.PARTICIPLE) and state.status is not Status.DENIED
    return reading.mark.entry.feature("frame") == "stay" and not past


def _evidence(scene: Scene, reading: Reading, slots: Slots, amount: Amount) -> tuple[int, int]:
    tokens = (reading.mark.first, reading.mark.last - 1, slots.first, slots.last - 1, *amount.tokens)
    return min(tokens), max(tokens) + 1


def _status(
    scene: Scene, reading: Reading, state: Standing, when: When, published: Published, amount: Amount
) -> Status | None:
    status = state.status
    if status is None and state.announced:
        done = _is_told_done(scene, reading) or _is_witnessed(scene, reading, state)
        status = Status.OCCURRED if done else Status.PLANNED
    if status is None:
        status = _status_by_date(scene, reading, when, published, amount)
    if status in (Status.OCCURRED, Status.ONGOING) and is_ahead(when, published):
        # 'Completed within three days': what is done by today was done in that time.
        done = (
            status is Status.OCCURRED
            and not state.announced
            and when.date_start == of_report(published).date_end
        )
        return Status.OCCURRED if done else Status.PLANNED
    if status is Status.ONGOING and _is_due(reading, when, published):
        return Status.PLANNED
    if _is_historical(reading, state, when, published):
        return Status.OCCURRED
    if (
        status is Status.ONGOING
        and when.basis is not DateBasis.PUBLISHED
        and _is_over(reading, when, published)
    ):
        return Status.OCCURRED
    return status


def _is_told_done(scene: Scene, reading: Reading) -> bool:
    """'Confirmed the departure of its forces from the camp and its handing over': done when announced."""
    if reading.mark.entry.feature("announced") == Status.OCCURRED or _leaves_post(scene, reading):
        return True
    if reading.tense is not Tense.NOUN or not reading.mark.proclitic.startswith(WAW):
        return False
    for index in range(reading.mark.first - 1, max(scene.first, reading.mark.first - _JOINED) - 1, -1):
        noun = scene.mark(index, Role.TRIGGER)
        if noun and noun.inflection.form in ("masdar", "noun"):
            return bool(noun.entry.feature("announced") == Status.OCCURRED)
        if scene.is_comma(index) or scene.is_break(index):
            return False
    return False


def _is_witnessed(scene: Scene, reading: Reading, state: Standing) -> bool:
    """'Local sources reported the leaving of the forces': who saw it tells no plan."""
    if reading.tense is not Tense.NOUN or reading.mark.entry.feature("frame") != "subject":
        return False
    seen = range(state.report + 1, min(reading.mark.first, state.report + _WITNESS))
    return state.report >= 0 and scene.says(seen, "witness")


def _leaves_post(scene: Scene, reading: Reading) -> bool:
    """'The mission announced its withdrawal from a camp in Kidal': it is done when told."""
    if not reading.mark.inflection.suffix or reading.mark.entry.feature("frame") != "subject":
        return False
    at = reading.mark.last
    out = scene.mark(at, Role.PREPOSITION) if at + 1 < scene.last else None
    post = scene.mark(at + 1, Role.BASE_NOUN, Role.BASE) if out else None
    if post is None or out is None or out.entry.feature("side") != "from":
        return False
    before = range(max(scene.first, reading.mark.first - _WHO), reading.mark.first)
    return (
        scene.names(before, Role.FORCE, Role.GROUP) and reading.mark.entry.feature("category") == "withdrawal"
    )


def _is_due(reading: Reading, when: When, published: Published) -> bool:
    """'Austria brings its soldiers home this year': in what is left of it."""
    moves = reading.mark.entry.feature("frame") in ("subject", "object")
    today, end = published.today_end or published.end, when.date_end
    if reading.tense is not Tense.PRESENT or not moves or when.mod is not DateMod.ON or when.first < 0:
        return False
    return when.grain in (Grain.YEAR, Grain.MONTH) and bool(today and end and end > today)


def _is_historical(reading: Reading, state: Standing, when: When, published: Published) -> bool:
    """'Under the accord the mission ends in September': a present with a date that is past has happened."""
    if reading.tense is not Tense.PRESENT or state.status is not Status.ONGOING or state.governor >= 0:
        return False
    bounded = when.basis is not DateBasis.PUBLISHED and when.date_end is not None
    return bounded and when.mod is not DateMod.SINCE and is_past(when, published)


def _is_over(reading: Reading, when: When, published: Published) -> bool:
    """A level of a past date held then; what began goes on, unless it began long ago."""
    if when.basis is DateBasis.PUBLISHED or not is_past(when, published):
        return False
    return reading.mark.entry.feature("category") == Category.LEVEL or is_long_past(when, published)


def _status_by_date(
    scene: Scene, reading: Reading, when: When, published: Published, amount: Amount
) -> Status | None:
    """A noun of which nothing is said has the status that its date gives it; without a date it is a topic."""
    if is_ahead(when, published):
        return Status.PLANNED
    if when.basis is not DateBasis.PUBLISHED and not _is_of_purpose(scene, reading, when):
        return Status.OCCURRED if is_past(when, published) else Status.ONGOING
    if reading.mark.entry.feature("category") == Category.LEVEL:
        return Status.ONGOING
    if reading.tense is not Tense.NOUN:
        return Status.PLANNED
    if reading.mark.first <= scene.first + 1 and (amount.quantity or reading.mark.entry.feature("announced")):
        return Status.OCCURRED if reading.mark.entry.feature("announced") else Status.PLANNED
    return None


def _is_of_purpose(scene: Scene, reading: Reading, when: When) -> bool:
    """'They landed in 1982 to watch over the leaving of': the date is the verb's, the noun a topic."""
    at = reading.mark.first
    if reading.tense is not Tense.NOUN or not 0 <= when.first < at - 1:
        return False
    over = scene.mark(at - 1, Role.PREPOSITION)
    purpose = scene.tokens[at - 2].norm.startswith(LAM + LAM)
    return purpose and over is not None and bool(over.entry.feature("duty"))
