"""Keep the index's facts: merge and link what came or went since they were last worked out.

The tables hold what `build_timeline` makes of all changes; only what an article touches is worked out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from zlib import crc32

from drawdown_cli.models import Change
from drawdown_cli.nations import country_of_place, is_local
from drawdown_cli.store.copies import in_time, told_once
from drawdown_cli.store.index import Index
from drawdown_cli.store.relinking import Fact, Keys, Numbered, Relinking, place_of
from drawdown_cli.timeline.links import Placed, conflicts, fulfilments, placed
from drawdown_cli.timeline.merging import across, alike, block, within

_FILLED = (
    "value", "value_role", "low", "high", "comparator", "unit", "from_value", "to_value",
    "force", "place", "base", "mission_from", "mission_to",
)  # fmt: skip
"""What the fullest report of a fact may take from others."""


def link_facts(index: Index) -> None:
    """Bring an index's facts up to date."""
    if not index.facts.are_complete():
        with index.relinking() as tables:
            _relink(tables)


def _relink(tables: Relinking) -> None:
    for changes, copies in tables.families():
        told = told_once(sorted(changes, key=in_time), copies, attrgetter("text")) if copies else changes
        for local, reports in _by_side(told):
            for row in _within_each(reports):
                tables.hold(_keys(row, local=local), map(place_of, row.sources))
    tables.loosen()
    for keys, reports in tables.groups():
        tables.add(keys, _facts(reports))
    for facts in tables.blocks():
        for held in _held(facts):
            tables.link(_numbers(conflicts(held)), _numbers(fulfilments(held)))
    tables.finish()


def _by_side(changes: Iterable[Change]) -> Iterator[tuple[bool, list[Change]]]:
    """The changes of foreign forces, and those of the host country's own."""
    sides: dict[bool, list[Change]] = {}
    for change in changes:
        local = is_local(change.force, country_of_place(change.place))
        sides.setdefault(local, []).append(change)
    yield from sides.items()


def _within_each(reports: Iterable[Change]) -> list[Change]:
    by_doc: dict[str, list[Change]] = {}
    for report in reports:
        by_doc.setdefault(report.doc, []).append(report)
    return [row for some in by_doc.values() for row in within(some)]


def _facts(reports: Sequence[Change]) -> Iterator[Fact]:
    by_id = {report.id: report for report in reports}
    for row in across(_within_each(reports)):
        lead = by_id[row.id]
        filled = {name: getattr(row, name) for name in _FILLED if getattr(row, name) != getattr(lead, name)}
        yield Fact(lead, filled, [place_of(source) for source in row.sources])


def _held(facts: Iterable[Numbered]) -> Iterator[list[Placed]]:
    """The facts that may bear on one another, whose keys alone may be equal by chance."""
    found: dict[tuple[object, ...], list[Placed]] = {}
    for number, local, change in facts:
        found.setdefault(_block(change, local=local), []).append(placed(number, change))
    yield from found.values()


def _numbers(pairs: Iterable[tuple[Placed, Placed]]) -> Iterator[tuple[int, int]]:
    return ((one.number, other.number) for one, other in pairs)


def _keys(row: Change, *, local: bool) -> Keys:
    return Keys(_key(_block(row, local=local)), _key((local, *alike(row))), local)


def _block(row: Change, *, local: bool) -> tuple[object, ...]:
    return local, *block(row), row.category


def _key(parts: Sequence[object]) -> int:
    return crc32("\n".join(map(str, parts)).encode())
