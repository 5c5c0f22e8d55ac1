"""Cut the work into chunks: some files, or some articles of one large file, each a second or less."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from functools import partial

from drawdown_cli.articles.files import Found, printable, why
from drawdown_cli.articles.formats import holds_many
from drawdown_cli.articles.pages import Page, Skipped
from drawdown_cli.articles.reading import ReadOptions, article_id, read_pages
from drawdown_cli.indexing.plan import Task
from drawdown_cli.indexing.pool import Chunk
from drawdown_cli.indexing.work import Outcome, do_files, do_pages, file_digest
from drawdown_cli.store.protocol import FileState, Store

_FILES = 64
_BYTES = 512 * 1024
_DIGEST = partial(hashlib.blake2b, digest_size=12)


def chunks_of(tasks: Iterable[Task], store: Store, options: ReadOptions) -> Iterator[Chunk]:
    """Yield the chunks of a run, in the order of its files."""
    some: list[Task] = []
    size = 0
    for task in tasks:
        if holds_many(task.found.path):
            if some:
                yield Chunk(do_files, (some, options))
                some, size = [], 0
            yield from _table_chunks(task, store, options)
            continue
        some.append(task)
        size += task.found.size
        if len(some) == _FILES or size > _BYTES:
            yield Chunk(do_files, (some, options))
            some, size = [], 0
    if some:
        yield Chunk(do_files, (some, options))


def split(chunk: Chunk) -> list[Chunk]:
    """Return the chunks of one item each; what stood beside the whole goes with the last."""
    items, *rest = chunk.arguments
    parts = [Chunk(chunk.function, ([item], *rest)) for item in items]
    return [*parts[:-1], parts[-1]._replace(beside=chunk.beside)] if parts else []


def _table_chunks(task: Task, store: Store, options: ReadOptions) -> Iterator[Chunk]:
    """The articles of one file, read here and analysed elsewhere; those that the store has are kept."""
    found = task.found
    path = printable(found.path)
    try:
        with open(found.path, "rb") as file:
            digest = file_digest(hashlib.file_digest(file, _DIGEST).hexdigest(), found, options)
    except OSError as error:
        yield _nothing_but(Outcome(skipped=[Skipped(path, why(error), failed=True)]), found, options)
        return
    state = FileState(path, found.size, found.modified_ns, digest)
    if digest == task.known_digest:
        yield _nothing_but(Outcome(same=[state], bytes=found.size), found, options)
        return
    yield from page_chunks(read_pages(found, options), found, store.article_ids(path), options, state)


def page_chunks(
    pages: Iterable[Page | Skipped],
    found: Found,
    known: frozenset[str],
    options: ReadOptions,
    state: FileState | None = None,
) -> Iterator[Chunk]:
    """Yield the chunks of one file's articles; the last one notes the file's state, unless some failed."""
    path = printable(found.path)
    some: list[Page] = []
    beside, size, failed = Outcome(), 0, False
    for page in pages:
        if isinstance(page, Skipped):
            beside.skipped.append(page)
            failed = failed or page.failed
        elif (page_id := article_id(page, path)) in known:
            beside.kept.append(page_id)
        else:
            some.append(page)
            size += len(page.text)
        if size > _BYTES // 2 or len(beside.kept) + len(beside.skipped) > 10 * _FILES:
            yield Chunk(do_pages, (some, found, options), beside)
            some, size, beside = [], 0, Outcome()
    if state and not failed:
        beside.finished.append(state)
    beside.bytes = found.size
    yield Chunk(do_pages, (some, found, options), beside)


def _nothing_but(beside: Outcome, found: Found, options: ReadOptions) -> Chunk:
    return Chunk(do_pages, ([], found, options), beside)
