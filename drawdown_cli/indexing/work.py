"""The work of one process: files or pages in, analysed documents out."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from drawdown_cli.articles.files import Found, printable, why
from drawdown_cli.articles.manifest import curated_digest
from drawdown_cli.articles.pages import MAX_BYTES, Page, Skipped, too_long
from drawdown_cli.articles.reading import ReadOptions, article_of, pages_in
from drawdown_cli.indexing.plan import Task, read_way
from drawdown_cli.store.prepared import Prepared, prepare
from drawdown_cli.store.protocol import FileState


@dataclass(slots=True)
class Outcome:
    """What came of one chunk; goes into the index in one transaction.

    `kept` are ids of articles that the index has already; `same` the files whose content is as it was.
    """

    documents: list[Prepared] = field(default_factory=list)
    finished: list[FileState] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    same: list[FileState] = field(default_factory=list)
    bytes: int = 0


def do_files(tasks: Sequence[Task], options: ReadOptions) -> Outcome:
    """Read and analyse files that hold one article each."""
    outcome = Outcome()
    for task in tasks:
        outcome.bytes += task.found.size
        _do_file(task, options, outcome)
    return outcome


def do_pages(pages: Iterable[Page], found: Found, options: ReadOptions) -> Outcome:
    """Analyse articles that were read from one file."""
    outcome = Outcome()
    for page in pages:
        _do_page(page, found, options, outcome)
    return outcome


def catch_up(index: Path) -> None:
    """Bring the search folder of an index to what is stored."""
    from drawdown_cli.store.index import Index

    with Index.open(index) as store:
        store.searching.catch_up()


def file_digest(data_digest: str, found: Found, options: ReadOptions) -> str:
    """Return the digest of all that an article is made from: content, manifest and way of reading."""
    return f"{data_digest}{curated_digest(found.path)}.{read_way(options)}"


def _do_file(task: Task, options: ReadOptions, outcome: Outcome) -> None:
    found = task.found
    path = printable(found.path)
    try:
        with open(found.path, "rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        outcome.skipped.append(Skipped(path, why(error), failed=True))
        return
    if len(data) > MAX_BYTES:
        outcome.skipped.append(Skipped(path, too_long(), failed=True))
        return
    digest = file_digest(blake2b(data, digest_size=12).hexdigest(), found, options)
    state = FileState(path, found.size, found.modified_ns, digest)
    if digest == task.known_digest:
        outcome.same.append(state)
        return
    failures = len(outcome.skipped)
    for page in pages_in(io.BytesIO(data), found, options):
        if isinstance(page, Skipped):
            outcome.skipped.append(page)
        else:
            _do_page(page, found, options, outcome)
    if not any(skipped.failed for skipped in outcome.skipped[failures:]):
        outcome.finished.append(state)


def _do_page(page: Page, found: Found, options: ReadOptions, outcome: Outcome) -> None:
    # Imported late: most runs of most indexes find nothing new.
    from drawdown_cli.pipeline import analyze

    try:
        prepared = prepare(analyze(article_of(page, found, options)))
    # A defect in a rule costs one article, by name, and never the hundred thousand others of a run.
    except Exception as error:
        place = f"{printable(found.path)}#{page.name}" if page.name else printable(found.path)
        reason = f"could not be analysed, which is our mistake ({type(error).__name__}: {error})"
        outcome.skipped.append(Skipped(place, reason, failed=True))
        return
    outcome.documents.append(prepared)
