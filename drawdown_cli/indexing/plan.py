"""Compare the files that there are with those that the index knows: what to read, what to leave."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from drawdown_cli.articles.files import Found, find_files, printable
from drawdown_cli.articles.formats import ending_of, is_known
from drawdown_cli.articles.manifest import modified_above
from drawdown_cli.articles.pages import Skipped
from drawdown_cli.articles.reading import ReadOptions
from drawdown_cli.store.protocol import FileState


class Task(NamedTuple):
    """A file to read, and the digest of what was read from it before."""

    found: Found
    known_digest: str


@dataclass(slots=True)
class Plan:
    """What is to be done; `unchanged` and `vanished` are paths as the index knows them."""

    tasks: list[Task] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    vanished: list[str] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    other_types: Counter[str] = field(default_factory=Counter)


def plan_run(
    paths: Iterable[str | os.PathLike[str]], known: Mapping[str, FileState], options: ReadOptions
) -> Plan:
    """Return the plan of a run over `paths`, given the files that the index knows."""
    roots = [os.path.abspath(os.path.expanduser(path)) for path in paths]
    plan, seen, way = Plan(), set(), read_way(options)
    there = set(known)
    manifests: dict[str, int] = {}
    for found in find_files(roots):
        there.add(printable(found.path))
        if isinstance(found, Skipped):
            plan.skipped.append(found)
        elif not is_known(found.path):
            _leave_out(plan, found.path, named=found.path in roots)
        else:
            path = printable(found.path)
            seen.add(path)
            _add(plan, path, _with_manifest(found, manifests), known.get(path), way)
    plan.skipped += [_empty(root) for root in roots if os.path.isdir(root) and not _has_any(root, there)]
    plan.vanished = [path for path in known if path not in seen and _is_gone(path, roots)]
    return plan


def _has_any(root: str, paths: Iterable[str]) -> bool:
    """Whether a folder holds, or for the index held, anything at all."""
    folder = printable(root).rstrip(os.sep) + os.sep
    return any(path.startswith(folder) for path in paths)


def _empty(root: str) -> Skipped:
    return Skipped(printable(root), "holds no article to read; name a folder with articles", failed=True)


def read_way(options: ReadOptions) -> str:
    """Return a short mark of how files are read: with other columns they are other articles."""
    way = f"{sorted(options.columns.items())} {options.trust_mtime}"
    return blake2b(way.encode(), digest_size=2).hexdigest()


def _add(plan: Plan, path: str, found: Found, state: FileState | None, way: str) -> None:
    if (
        state
        and (state.size, state.mtime_ns) == (found.size, found.modified_ns)
        and state.digest.endswith(way)
    ):
        plan.unchanged.append(path)
    else:
        plan.tasks.append(Task(found, state.digest if state else ""))


def _leave_out(plan: Plan, path: str, *, named: bool) -> None:
    ending = ending_of(path) or "no ending"
    if named:
        plan.skipped.append(
            Skipped(printable(path), f"is of a type that is not read ({ending})", failed=True)
        )
    else:
        plan.other_types[ending] += 1


def _with_manifest(found: Found, manifests: dict[str, int]) -> Found:
    """A file counts as changed when the manifest above it has changed."""
    folder = os.path.dirname(found.path)
    if folder not in manifests:
        manifests[folder] = modified_above(folder)
    return found._replace(modified_ns=max(found.modified_ns, manifests[folder]))


def _is_gone(path: str, roots: list[str]) -> bool:
    """Whether a known file lay in a folder that was looked through and is not there any more.

    A whole folder that cannot be found may be a disk that is not mounted: nothing in it is gone.
    """
    below = any(path.startswith(root.rstrip(os.sep) + os.sep) and os.path.isdir(root) for root in roots)
    return below and not os.path.lexists(path)
