"""Merge the reports of one fact: inside an article first, then across articles.

`within` needs one article's reports only; of what it returns, rows of two `block`s never merge.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from drawdown_cli.models import Category, Change, ChangeSource, DateBasis, Grain, Status, ValueRole
from drawdown_cli.nations import COMBAT, country_of_place
from drawdown_cli.timeline.restated import gathered

_NEAR = timedelta(days=3)
_MOST_MONTHS = 36
_WIDE = (-1,)
"""Stands for the months of what spans more than that."""

_FINENESS = {grain: number for number, grain in enumerate(Grain)}
_STANDING = {Status.OCCURRED: Status.ONGOING}
_VAGUE_FORCES = frozenset({"", "Foreign", "International"})


def merged(changes: Iterable[Change]) -> list[Change]:
    """Return one row for each fact, with all its sources."""
    by_doc: dict[str, list[Change]] = {}
    for change in changes:
        by_doc.setdefault(change.doc, []).append(change)
    return across(row for reports in by_doc.values() for row in within(reports))


def within(reports: Iterable[Change]) -> list[Change]:
    """Return one row for each fact that one article reports; a vaguer report repeats a fuller one."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for row in reports:
        groups.setdefault((row.category, standing(row)), []).append(row)
    facts = (row for rows in groups.values() for row in _joined(rows, same_doc=True))
    return gathered(facts, _join)


def across(facts: Iterable[Change]) -> list[Change]:
    """Return one row for each fact of many articles, from what `within` made of each."""
    groups: dict[tuple[object, ...], list[Change]] = {}
    for row in facts:
        groups.setdefault(alike(row), []).append(row)
    return [row for rows in groups.values() for row in _joined(rows, same_doc=False)]


def alike(row: Change) -> tuple[object, ...]:
    """Return what rows of two articles have in common if they are one fact; merging does not change it."""
    number = row.value if row.value is not None else (row.low, row.high)
    return *block(row), row.force, row.category, standing(row), number


def block(row: Change) -> tuple[str, str]:
    """Return whose forces a row speaks of, in which country: rows of two blocks have nothing in common."""
    return row.force.removesuffix(COMBAT), country_of_place(row.place) or row.place


def is_one_fact(one: Change, other: Change, *, same_doc: bool) -> bool:
    """Whether two rows report the same fact; inside one article a vaguer row repeats a fuller one."""
    return (
        one.category is other.category
        and standing(one) is standing(other)
        and _same_force(one.force, other.force, same_doc=same_doc)
        and _same_place(one, other, same_doc=same_doc)
        and _same_number(one, other, same_doc=same_doc)
        and _same_mission(one, other)
        and _same_date(one, other, same_doc=same_doc)
    )


def standing(row: Change) -> Status:
    """Return a row's status as far as identity goes: a level that held and one that holds are one fact."""
    return _STANDING.get(row.status, row.status) if row.category is Category.LEVEL else row.status


def interval(row: Change) -> tuple[date, date]:
    """Return a row's first and last day; an open end reaches as far as dates do."""
    return row.date_start or row.date_end or date.min, row.date_end or row.date_start or date.max


def overlap(one: Change, other: Change, *, slack: timedelta = timedelta()) -> bool:
    """Whether two rows' dates share a day, give or take `slack`."""
    first, last = interval(one)
    start, end = interval(other)
    if date.min in (first, start) or date.max in (last, end):
        return first <= end and start <= last
    return first - slack <= end and start <= last + slack


def _joined(rows: Sequence[Change], *, same_doc: bool) -> list[Change]:
    if len(rows) == 1:
        return list(rows)
    facts: list[Change] = []
    by_month: dict[int, list[int]] = {}
    for row in sorted(rows, key=_vagueness):
        able = range(len(facts)) if same_doc else _meeting(row, by_month, len(facts))
        at = next((n for n in able if is_one_fact(facts[n], row, same_doc=same_doc)), None)
        if at is not None:
            facts[at] = _join(facts[at], row)
            continue
        for month in _months(row):
            by_month.setdefault(month, []).append(len(facts))
        facts.append(row)
    return facts


def _meeting(row: Change, by_month: dict[int, list[int]], count: int) -> Iterable[int]:
    """Return the facts that share a month with a row; all where it spans too many to look up."""
    months = _months(row)
    if months == _WIDE:
        return range(count)
    if len(months) == 1 and _WIDE[0] not in by_month:
        return by_month.get(months[0], ())
    return sorted({n for month in (*months, *_WIDE) for n in by_month.get(month, ())})


def _months(row: Change) -> Sequence[int]:
    """Return the months that a row's date touches, counted from year 0."""
    first, last = (day.year * 12 + day.month for day in interval(row))
    return range(first, last + 1) if last - first <= _MOST_MONTHS else _WIDE


def _vagueness(row: Change) -> tuple[bool, bool, int, str, int, str]:
    # The id decides between equals: what merges must not depend on the order in which articles came.
    return (
        row.date_basis is DateBasis.PUBLISHED,
        row.value is None,
        _FINENESS[row.grain],
        min((source.published for source in row.sources), default=""),
        row.start,
        row.id,
    )


def _join(fact: Change, row: Change) -> Change:
    """Return the fuller row with the other's sources, and its number, place or base where it has none."""
    sources = tuple(sorted(dict.fromkeys((*fact.sources, *row.sources)), key=_by_publication))
    counted = row if _is_bare(fact) and not _is_bare(row) else fact
    return fact._replace(
        sources=sources,
        value=counted.value,
        value_role=counted.value_role,
        low=counted.low,
        high=counted.high,
        comparator=counted.comparator,
        unit=counted.unit,
        from_value=counted.from_value if counted.from_value is not None else row.from_value,
        to_value=counted.to_value,
        force=row.force if fact.force in _VAGUE_FORCES and row.force else fact.force,
        place=fact.place or row.place,
        base=fact.base or row.base,
        mission_from=fact.mission_from or row.mission_from,
        mission_to=fact.mission_to or row.mission_to,
    )


def _by_publication(source: ChangeSource) -> tuple[str, str, int, int]:
    return source.published, source.doc, source.start, source.end


def _same_force(one: str, other: str, *, same_doc: bool) -> bool:
    if one == other:
        return True
    if not same_doc:
        return False
    # Inside one article 'the combat troops' after 'the American combat troops' are the same ones.
    vague = one in _VAGUE_FORCES or other in _VAGUE_FORCES
    return vague and one.endswith(COMBAT) == other.endswith(COMBAT)


def _same_place(one: Change, other: Change, *, same_doc: bool) -> bool:
    if one.base and other.base and one.base != other.base:
        return False
    if one.place == other.place or (same_doc and not (one.place and other.place)):
        return True
    countries = country_of_place(one.place), country_of_place(other.place)
    return countries[0] == countries[1] and (one.place in countries or other.place in countries)


def _same_number(one: Change, other: Change, *, same_doc: bool) -> bool:
    if one.value == other.value and (one.low, one.high) == (other.low, other.high):
        return True
    if ValueRole.SHARE in (one.value_role, other.value_role) and one.value_role is not other.value_role:
        return False
    if _is_bare(one) or _is_bare(other):
        return same_doc and one.category is not Category.LEVEL
    return one.value is not None and one.value == other.value and one.unit == other.unit


def _is_bare(row: Change) -> bool:
    """Whether a row says nothing of how many; 'the rest of them' does, though no number."""
    unnumbered = row.value is None and row.low is None and row.high is None
    return unnumbered and row.value_role is not ValueRole.SHARE


def _same_mission(one: Change, other: Change) -> bool:
    if one.category is not Category.MISSION:
        return True
    pairs = ((one.mission_from, other.mission_from), (one.mission_to, other.mission_to))
    return all(not (first and second) or first == second for first, second in pairs)


def _same_date(one: Change, other: Change, *, same_doc: bool) -> bool:
    undated = [row.date_basis is DateBasis.PUBLISHED for row in (one, other)]
    if same_doc and any(undated):
        # A plan told again without its date is the same plan; what occurred undated occurred just now.
        return one.status is not Status.OCCURRED or overlap(one, other, slack=_NEAR)
    if one.category is Category.LEVEL and any(undated):
        return overlap(one, other)
    return _inside(one, other) or _inside(other, one)


def _inside(fine: Change, coarse: Change) -> bool:
    first, last = interval(fine)
    start, end = interval(coarse)
    return start <= first and last <= end
