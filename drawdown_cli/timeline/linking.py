"""Keep the index's facts: merge and link what came or went since they were last worked out.

The tables hold what `build_timeline` makes of all changes; only what an article touches is worked out anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from zlib import crc32

from drawdown_cli.models import Change
from drawdown_cli.nations import country_of_place, is_local
from drawdown_cli.store.copies import in_time, told_once
from drawdown_cli.store.factwriting import Fact, Keys
from drawdown_cli.store.index import Index
from drawdown_cli.store.relinking import Relinking, place_of
from drawdown_cli.timeline.links import linked
from drawdown_cli.timeline.merging import across, alike, block, within

_RECURRING = 10_000
"""Keys kept in mind: most come again and again."""


def link_facts(index: Index) -> None:
    """Bring an index's facts up to date."""
    if not index.facts.are_complete():
        with index.relinking() as tables:
            _relink(tables)


def _relink(tables: Relinking) -> None:
    for changes, family in tables.families():
        for local, reports in _by_side(_told_once(changes, family) if family else changes):
            for row in _within_each(reports):
                tables.hold(_keys(row, local=local), map(place_of, row.sources))
    tables.loosen()
    for kept, groups in tables.blocks():
        facts = [*kept, *(fact for keys, reports in groups for fact in _facts(keys, reports))]
        for bearing in _bearing(facts):
            rows = [fact.row for fact in bearing]
            tables.store(zip(bearing, linked(rows, rows), strict=True))
    tables.finish()


def _told_once(changes: Iterable[Change], family: Mapping[str, str]) -> Iterator[Change]:
    return told_once(sorted(changes, key=in_time), lambda _: family, attrgetter("text"))


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


def _facts(keys: Keys, reports: Sequence[Change]) -> Iterator[Fact]:
    words = {place_of(source): report.text for report in reports for source in report.sources}
    for row in across(_within_each(reports)):
        places = [place_of(source) for source in row.sources]
        told = (at._replace(text=words[place]) for at, place in zip(row.sources, places, strict=True))
        yield Fact(0, keys, row._replace(sources=tuple(dict.fromkeys(told))), places)


def _bearing(facts: Iterable[Fact]) -> Iterable[list[Fact]]:
    """The facts that may bear on one another, whose keys alone may be equal by chance."""
    found: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        found.setdefault(_block(fact.row, local=fact.keys.local), []).append(fact)
    return found.values()


def _keys(row: Change, *, local: bool) -> Keys:
    return Keys(_key(_block(row, local=local)), _key((local, *alike(row))), local)


def _block(row: Change, *, local: bool) -> tuple[object, ...]:
    return local, *block(row), row.category


@lru_cache(_RECURRING)
def _key(parts: Sequence[object]) -> int:
    return crc32("\n".join(map(str, parts)).encode())
