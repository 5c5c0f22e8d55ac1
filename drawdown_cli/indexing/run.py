"""Read, analyse and store: the run of `drawdown index` from paths to summary."""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from drawdown_cli.articles.files import printable
from drawdown_cli.articles.pages import Skipped
from drawdown_cli.articles.reading import DEFAULT, ReadOptions, pages_in
from drawdown_cli.articles.streams import named_stream
from drawdown_cli.indexing.chunks import chunks_of, page_chunks, split
from drawdown_cli.indexing.plan import plan_run
from drawdown_cli.indexing.pool import CRASHED, Chunk, beside, rare_collections, run_chunks
from drawdown_cli.indexing.work import Outcome, catch_up
from drawdown_cli.speakers.linking import link_speakers
from drawdown_cli.store.index import Index
from drawdown_cli.timeline.linking import link_facts

_ARTICLES, _SECONDS = 512, 5.0
"""When to write: after so many articles, or so long."""
_BYTES_A_JOB = 512 * 1024
"""Below this a process takes longer to start than to do its share."""


class Progress(NamedTuple):
    """How far a run has come: bytes of input read, of all; articles analysed."""

    done: int
    total: int
    articles: int


@dataclass(slots=True)
class Summary:
    """What a run did, counted in articles; `skipped` says why, `other_types` how many files by ending."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    vanished: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    other_types: Counter[str] = field(default_factory=Counter)

    def __add__(self, other: Summary) -> Summary:
        return Summary(
            self.added + other.added,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
            self.vanished + other.vanished,
            self.skipped + other.skipped,
            self.other_types + other.other_types,
        )

    @property
    def failed(self) -> int:
        """How many files, or articles in them, could not be read."""
        return sum(skipped.failed for skipped in self.skipped)


def index_paths(
    paths: Iterable[str | os.PathLike[str]],
    store: Index,
    *,
    prune: bool = False,
    jobs: int | None = 1,
    options: ReadOptions = DEFAULT,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Bring the articles of files and folders into the store; with `prune`, drop those of vanished files.

    `jobs` processes share the work (None: one a core, fewer for little work). What is stored stays stored
    when the run is broken off; the next one goes on from there.
    """
    paths = list(paths)
    if store.health().stale:
        store.forget_states()
    plan = plan_run(paths, store.files(), options)
    before = store.articles_by_file()
    summary = Summary(skipped=plan.skipped, other_types=plan.other_types)
    summary.unchanged = sum(before.get(path, 0) for path in plan.unchanged)
    if prune and plan.vanished:
        summary.removed = store.forget(plan.vanished)
    else:
        summary.vanished = sum(before.get(path, 0) for path in plan.vanished)
    total = sum(task.found.size for task in plan.tasks)
    chunks = chunks_of(plan.tasks, store, options)
    jobs = _jobs(jobs, total)
    with rare_collections():
        _run(chunks, store, _Run(before, summary, total, progress), jobs)
    link(store, jobs)
    return summary


def index_stream(
    stream: BinaryIO,
    store: Index,
    *,
    jobs: int | None = 1,
    options: ReadOptions = DEFAULT,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Bring the articles of a stream, whose type shows in its first bytes, into the store."""
    found = named_stream(stream)
    summary = Summary()
    pages = pages_in(stream, found, options)
    chunks = page_chunks(pages, found, store.article_ids(found.path), options)
    jobs = _jobs(jobs, found.size)
    with rare_collections():
        _run(chunks, store, _Run({}, summary, found.size, progress), jobs)
    link(store, jobs)
    return summary


def link(store: Index, jobs: int = 1) -> None:
    """Work out what the articles amount to together: words alike, who is who, and what is one fact.

    With more than one job the search folder is filled meanwhile, which else waits until the store is closed.
    """
    with rare_collections(), beside(catch_up, store.path) if jobs > 1 else nullcontext():
        store.write_neighbours()
        link_speakers(store)
        link_facts(store)


class _Run(NamedTuple):
    before: Mapping[str, int]
    summary: Summary
    total: int
    progress: Callable[[Progress], None] | None


def _run(chunks: Iterable[Chunk], store: Index, run: _Run, jobs: int) -> None:
    """Store outcomes some hundreds of articles at a time: the vocabulary is written once for all of them."""
    done, waiting = 0, Outcome()
    began = time.monotonic()
    try:
        for outcome in _outcomes(chunks, jobs):
            waiting = _merged(waiting, outcome)
            if len(waiting.documents) >= _ARTICLES or time.monotonic() - began > _SECONDS:
                done += waiting.bytes
                waiting, full = Outcome(), waiting
                _store(full, store, run.before, run.summary)
                began = time.monotonic()
            if run.progress:
                stored = run.summary.added + run.summary.changed
                run.progress(Progress(done + waiting.bytes, run.total, stored + len(waiting.documents)))
    finally:
        # Also when the run is broken off: what is read is not lost.
        _store(waiting, store, run.before, run.summary)


def _jobs(wanted: int | None, total: int) -> int:
    if wanted is not None:
        return max(1, wanted)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, total // _BYTES_A_JOB))


def _outcomes(chunks: Iterable[Chunk], jobs: int) -> Iterator[Outcome]:
    for chunk, result in run_chunks(chunks, jobs):
        if result is CRASHED:
            yield from _without_culprit(chunk, jobs)
        else:
            yield _merged(chunk.beside or Outcome(), result)


def _without_culprit(chunk: Chunk, jobs: int) -> Iterator[Outcome]:
    """Run the parts of a chunk that killed its process; the one that does it again is reported."""
    parts = split(chunk)
    if len(parts) > 1:
        yield from _outcomes(parts, jobs)
        return
    reason = "brought its reader down, by a crash or for want of memory; it was left out"
    yield _merged(chunk.beside or Outcome(), Outcome(skipped=[Skipped(_place(chunk), reason, failed=True)]))


def _place(chunk: Chunk) -> str:
    first = chunk.arguments[0][0]
    return printable(first.found.path) if hasattr(first, "found") else printable(chunk.arguments[1].path)


def _merged(beside: Outcome, result: Outcome) -> Outcome:
    return Outcome(
        [*beside.documents, *result.documents],
        [*beside.finished, *result.finished],
        [*beside.skipped, *result.skipped],
        [*beside.kept, *result.kept],
        [*beside.same, *result.same],
        beside.bytes + result.bytes,
    )


def _store(outcome: Outcome, store: Index, before: Mapping[str, int], summary: Summary) -> None:
    """Put outcomes into the store in one transaction, and count them."""
    if outcome.documents or outcome.finished or outcome.same or outcome.kept:
        store.put_batch(outcome.documents, outcome.finished, kept=outcome.kept, same=outcome.same)
    for document in outcome.documents:
        if before.get(document.article.path) == 1:
            summary.changed += 1
        else:
            summary.added += 1
    summary.unchanged += len(outcome.kept) + sum(before.get(state.path, 0) for state in outcome.same)
    summary.skipped.extend(outcome.skipped)
