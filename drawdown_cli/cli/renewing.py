"""Bring up to date, once, what an index works out at the end of a run: facts, speakers, words alike.

They lag behind the articles when a run was broken off, and when another version of the program made them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from drawdown_cli.cli.opening import tell
from drawdown_cli.cli.options import Settings
from drawdown_cli.errors import StoreError

if TYPE_CHECKING:
    from drawdown_cli.store.index import Index
    from drawdown_cli.timeline.asking import TimelineQuery


def renew_facts(index: Index, query: TimelineQuery, settings: Settings) -> None:
    """Store the facts that a query would else work out for itself alone."""
    from drawdown_cli.timeline.asking import asks_facts

    if asks_facts(index, query) and not index.facts.are_complete():
        from drawdown_cli.timeline.linking import link_facts

        _renew(index, link_facts, "facts of the timeline", settings)


def renew_speakers(index: Index, settings: Settings) -> None:
    """Store the speakers that a query would else work out for itself alone."""
    if not index.corrects_quotes() and not index.speakers.are_complete():
        from drawdown_cli.speakers.linking import link_speakers

        _renew(index, link_speakers, "speakers", settings)


def renew_words(index: Index, settings: Settings) -> None:
    """Store by what the neighbours of words are found, through which a search would else go one by one."""
    if not index.searching.vocabulary.is_complete():
        from drawdown_cli.store.index import Index

        if not _renew(index, Index.write_neighbours, "words", settings):
            tell(
                settings,
                "the stored words are behind the articles: they are gone through for this question alone, "
                "which may take time; drawdown index stores them where the index can be written",
            )


def _renew(index: Index, link: Callable[[Index], None], what: str, settings: Settings) -> bool:
    """Let `link` write, and return whether it could; where not, the query answers rightly all the same."""
    from drawdown_cli.indexing.pool import rare_collections
    from drawdown_cli.store.index import Index

    try:
        with Index.open(index.path, write=True, wait=0) as store:
            tell(settings, f"the {what} are not those of today's articles: bringing them up to date, once")
            with rare_collections():
                link(store)
            store.empty_log()  # closing leaves it, for the question has the index open, too
    except StoreError:
        return False
    return True
