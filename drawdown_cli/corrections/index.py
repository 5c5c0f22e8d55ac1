"""An index as its user has corrected it: whoever asks it for facts gets them corrected."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from drawdown_cli.models import Change, ChangeFilter, ChangeSource, Document, Quote, QuoteFilter
from drawdown_cli.records import Record
from drawdown_cli.store.index import Index
from drawdown_cli.store.plan import Candidate, Plan
from drawdown_cli.store.searching import SearchStore, SpokenRow, quiet

if TYPE_CHECKING:
    from pathlib import Path

    from drawdown_cli.corrections.fixing import Applied, FixedChange, FixedQuote
    from drawdown_cli.corrections.userfile import Correction
    from drawdown_cli.store.catchup import Say

FILE_NAME = "corrections.toml"
_SHIPPED = "examples"
Corrected = Callable[[], tuple[Collection[str], list[Quote]]]
_Place = tuple[str, int, int]


class CorrectedIndex(Index):
    """An index that applies the corrections.toml beside it to the facts that it yields.

    `rejected` keeps what the file rejects. A correction holds for every report of its fact: for all that the
    timeline merges with the change that it names.
    """

    rejected = False

    def __init__(self, *opened: Any) -> None:
        super().__init__(*opened)
        self.searching = _CorrectedSearch(self.path, self._connection, self._spoken_now)

    @property
    def corrections_file(self) -> Path:
        """The file beside the index; what is tried out on the shipped articles stays out of one's own."""
        shipped = self.path.stem == _SHIPPED
        return self.path.with_name(f"{_SHIPPED}-{FILE_NAME}" if shipped else FILE_NAME)

    @cached_property
    def corrections(self) -> Mapping[str, Correction]:
        """What the user says, by the ids of facts; raises InputError for a file that cannot be read."""
        if not self.corrections_file.exists():
            return {}
        from drawdown_cli.corrections.userfile import read_corrections

        return read_corrections(self.corrections_file)

    def quotes(self, wanted: QuoteFilter) -> Iterator[Quote]:
        """Yield the quotations that the filter admits once they are corrected, in the index's order."""
        found = super().quotes(wanted)
        if not self._quotes:
            return found
        from drawdown_cli.corrections.fixing import admits_quote, quote_order

        untouched = (quote for quote in found if quote.id not in self._quotes)
        # Sources and documents are decided inside the store: no correction changes them.
        stored = super().quotes(
            QuoteFilter(ids=tuple(self._quotes), docs=wanted.docs, sources=wanted.sources)
        )
        fixed = [self._quotes[quote.id] for quote in stored]
        own = [quote for quote, applied in fixed if self._is_kept(applied) and admits_quote(quote, wanted)]
        return heapq.merge(untouched, sorted(own, key=quote_order), key=quote_order)

    def changes(self, wanted: ChangeFilter) -> Iterator[Change]:
        """Yield the changes that the filter admits once they are corrected, in the index's order."""
        found = super().changes(wanted)
        if not self._changes:
            return found
        from drawdown_cli.corrections.fixing import admits_change, change_order

        untouched = (change for change in found if _place(change) not in self._changes)
        articles = self.fetch(sorted({doc for doc, *_ in self._changes}))
        own = [
            change
            for change, applied in self._changes.values()
            if self._is_kept(applied) and admits_change(change, wanted, articles[change.doc].source)
        ]
        return heapq.merge(untouched, sorted(own, key=change_order), key=change_order)

    def corrects_changes(self) -> bool:
        """Whether the user has corrected a change of this index: the facts it stores are others then."""
        return bool(self._changes)

    def corrects_quotes(self) -> bool:
        """Whether the user has corrected a quotation of this index: its speakers are others then."""
        return bool(self._quotes)

    def corrected(self, document: Document) -> Document:
        """Return an analysed article with its facts corrected, without those rejected."""
        quotes = [self._quotes.get(quote.id, (quote, None)) for quote in document.quotes]
        changes = [self._changes.get(_place(change), (change, None)) for change in document.changes]
        return document._replace(
            quotes=tuple(quote for quote, applied in quotes if self._is_kept(applied)),
            changes=tuple(change for change, applied in changes if self._is_kept(applied)),
        )

    def correction_of(self, record: Record) -> Record | None:
        """Return what was corrected in a quotation or a change; None where nothing was."""
        if "sources" not in record:
            applied = self._quotes[record["id"]][1] if record["id"] in self._quotes else None
        else:
            places = ((source["doc"], source["start"], source["end"]) for source in record["sources"])
            applied = next((self._changes[place][1] for place in places if place in self._changes), None)
        return applied.record() if applied else None

    def unmet_corrections(self) -> list[Correction]:
        """Return the corrections whose facts are not in this index."""
        met = {applied.line for _, applied in (*self._quotes.values(), *self._changes.values())}
        return [correction for correction in self.corrections.values() if correction.line not in met]

    def _spoken_now(self) -> tuple[Collection[str], list[Quote]]:
        """The ids of the corrected quotations, and those of them that are still to be shown."""
        return self._quotes.keys(), [
            quote for quote, applied in self._quotes.values() if self._is_kept(applied)
        ]

    def _is_kept(self, applied: Applied | None) -> bool:
        return applied is None or self.rejected or applied.verdict != "rejected"

    @cached_property
    def _quotes(self) -> Mapping[str, FixedQuote]:
        """The corrected quotations by their ids."""
        wanted = [each for name, each in self.corrections.items() if name.startswith("q")]
        if not wanted:
            return {}
        from drawdown_cli.corrections.fixing import fixed_quotes
        from drawdown_cli.corrections.meeting import met

        stored = super().quotes
        found = list(stored(QuoteFilter(ids=tuple(each.id for each in wanted))))
        quotes = met(wanted, found, lambda doc: stored(QuoteFilter(docs=(doc,))), attrgetter("content"))
        return fixed_quotes(quotes, SearchStore(self.path, self._connection).spoken)

    @cached_property
    def _changes(self) -> Mapping[_Place, FixedChange]:
        """The corrected changes, and what reports the same, by where they stand."""
        wanted = [each for name, each in self.corrections.items() if name.startswith("c")]
        if not wanted:
            return {}
        from drawdown_cli.corrections.fixing import fixed_changes
        from drawdown_cli.corrections.meeting import met

        stored = super().changes
        found = list(stored(ChangeFilter(ids=tuple(each.id for each in wanted))))
        changes = met(
            wanted, found, lambda doc: stored(ChangeFilter(docs=(doc,))), lambda change: change.text
        )
        return fixed_changes(changes, stored)


class _CorrectedSearch(SearchStore):
    """The search half of a corrected index: it counts quotations where they belong by now."""

    def __init__(self, path: Path, connection: Any, corrected: Corrected) -> None:
        super().__init__(path, connection)
        self._corrected = corrected

    def candidates(self, plan: Plan, limit: int, say: Say = quiet) -> list[Candidate]:
        """Return what the engine proposes for a plan, quotations for the speakers they belong to by now."""
        wanted = plan.speaker_ids
        ids, quotes = self._corrected()
        if wanted is None or not ids:
            return super().candidates(plan, limit, say)
        corrected = self.places(list(ids))
        now = dict.fromkeys((place for place, _ in corrected.values()), "")
        now |= {corrected[quote.id][0]: quote.speaker_id for quote in quotes}
        moved = {corrected[quote.id][1] for quote in quotes if quote.speaker_id in wanted}
        found = super().candidates(plan._replace(speaker_ids=tuple({*wanted, *moved})), limit, say)
        now = {**self.speakers_at(found), **now}
        return [each for each in found if now[each] in wanted]

    def spoken(self, without: Sequence[str] = ()) -> Iterator[SpokenRow]:
        """Yield who is quoted in which role, as corrected."""
        ids, quotes = self._corrected()
        yield from super().spoken((*without, *ids))
        for quote in quotes:
            if quote.speaker:
                since, _, until = (quote.date or quote.published).partition("/")
                names = quote.speaker_id, quote.speaker, quote.speaker_type.value, quote.role
                yield *names, since, until or since, 1


def _place(fact: Change | ChangeSource) -> _Place:
    return fact.doc, fact.start, fact.end
