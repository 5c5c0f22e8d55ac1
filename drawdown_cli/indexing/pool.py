"""Run chunks of work on several processes, in order, with few of them under way at once."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import Any, NamedTuple


class Chunk(NamedTuple):
    """A call: a function of a module, its arguments, and what the caller wants to find beside its result."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    beside: Any = None


_RARELY = (50_000, 20, 20)
"""So many values more than were let go before the youngest are looked through; so many times before older."""

_AHEAD = 4
"""Chunks under way for each process: enough that none waits while the results of others are stored."""

CRASHED = object()
"""The result of a chunk whose process died under it: out of memory, or a crash in a reader."""


def run_chunks(chunks: Iterable[Chunk], jobs: int) -> Iterator[tuple[Chunk, Any]]:
    """Yield each chunk with what its call returns, in the order given; CRASHED where the process died.

    With one job everything runs in this process.
    """
    if jobs == 1:
        for chunk in chunks:
            yield chunk, chunk.function(*chunk.arguments)
        return
    waiting = iter(chunks)
    again: list[Chunk] = []
    while True:
        try:
            yield from _run_pool(waiting, again, jobs)
        except _Broken as broken:
            again = broken.unfinished
            if broken.alone:
                yield again.pop(0), CRASHED
            continue
        return


class _Broken(Exception):
    """A pool lost a process; `alone` says that only the first unfinished chunk can be the reason."""

    def __init__(self, unfinished: list[Chunk], *, alone: bool) -> None:
        self.unfinished, self.alone = unfinished, alone


def _run_pool(waiting: Iterator[Chunk], again: list[Chunk], jobs: int) -> Iterator[tuple[Chunk, Any]]:
    # Spawned processes share nothing with us: no lock, no open index, on every system alike.
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_begin_worker)
    # After a crash the suspects run one at a time, until it is clear which of them it was.
    suspects = deque(again)
    under_way: deque[Chunk] = deque()
    futures: deque[Future[Any]] = deque()
    try:
        while True:
            while len(under_way) < (1 if suspects or again else _AHEAD * jobs):
                chunk = suspects.popleft() if suspects else next(waiting, None)
                if chunk is None:
                    break
                under_way.append(chunk)
                futures.append(pool.submit(chunk.function, *chunk.arguments))
            if not under_way:
                return
            result = futures.popleft().result()
            yield under_way.popleft(), result
            again = list(suspects)
    except BrokenProcessPool:
        raise _Broken([*under_way, *suspects], alone=len(under_way) == 1) from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def beside(function: Callable[..., None], *arguments: object) -> Iterator[None]:
    """Let another process make a call while the block runs; what becomes of either does not harm the other.

    Whether it was made is for the caller to find out.
    """
    process = get_context("spawn").Process(target=_run_beside, args=(function, arguments), daemon=True)
    process.start()
    try:
        yield
    except BaseException:
        process.terminate()
        raise
    finally:
        process.join()


def _run_beside(function: Callable[..., None], arguments: tuple[object, ...]) -> None:
    _begin_worker()
    # So that what it has made for a while is cleared away.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    function(*arguments)


@contextmanager
def rare_collections() -> Iterator[None]:
    """Look for garbage in cycles rarely: an article makes thousands of values, and hardly a cycle.

    What there is already, lexicons above all, is not looked through again. An eighth of the time is saved.
    """
    before = gc.get_threshold()
    _collect_rarely()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


def _collect_rarely() -> None:
    gc.freeze()
    gc.set_threshold(*_RARELY)


def _begin_worker() -> None:
    """Leave Ctrl-C to the parent, and end when the parent is gone, however it died."""
    _collect_rarely()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
