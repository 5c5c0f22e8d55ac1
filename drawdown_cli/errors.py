"""What can go wrong that a user should read about.

    DrawdownError
    ├── UsageError          the command's words do not fit together
    │   └── QueryError      a search query cannot be read; carries the place
    ├── InputError          a file or folder cannot be read
    │   └── MissingExtra    reading it needs an optional dependency
    ├── LexiconError        a lexicon file is wrong
    └── StoreError          the index cannot be used
        ├── NoIndex         there is none
        ├── OldIndex        an older version of this program made it
        ├── ForeignIndex    the file is not ours, damaged, or newer than us
        └── IndexLocked     another process is writing

Each message says what was wrong, where, and what to do next, in one line.
"""

from __future__ import annotations


class DrawdownError(Exception):
    """A problem that the user can understand and mend."""


class UsageError(DrawdownError):
    """The command's words do not fit together."""


class QueryError(UsageError):
    """A search query cannot be read; shows the query with a caret under the place."""

    def __init__(self, reason: str, query: str, at: int) -> None:
        self.reason, self.query, self.at = reason, query, at
        super().__init__(f"{reason}, at character {at + 1} of the query\n  {query}\n  {' ' * at}^")


class InputError(DrawdownError):
    """A file or folder cannot be read."""

    def __init__(self, path: str, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: {reason}")


class MissingExtra(InputError):
    """Reading a file needs an optional dependency."""

    def __init__(self, path: str, extra: str) -> None:
        self.extra = extra
        super().__init__(path, f"needs an optional reader; run: pip install 'drawdown-cli[{extra}]'")


class LexiconError(DrawdownError):
    """A lexicon file is wrong."""

    def __init__(self, path: str, entry: str, reason: str) -> None:
        self.path, self.entry, self.reason = path, entry, reason
        super().__init__(f"{path}: entry {entry!r}: {reason}")


class StoreError(DrawdownError):
    """The index cannot be used."""


class NoIndex(StoreError):
    """There is no index where one was named."""

    def __init__(self, path: str) -> None:
        super().__init__(f"no index at {path}; run: drawdown index --index {path} ARTICLES")


class OldIndex(StoreError):
    """The index has the schema of an older version of this program."""

    def __init__(self, path: str) -> None:
        super().__init__(
            f"{path}: was made by an older drawdown; to read its articles again: drawdown index FOLDER "
            "(the old file is kept beside the new one)"
        )


class ForeignIndex(StoreError):
    """The file at the index's place is not ours, is damaged, or is newer than this program."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}; name another with --index, or move this file away")


class IndexLocked(StoreError):
    """Another process is writing to the index."""

    def __init__(self, path: str, holder: str) -> None:
        super().__init__(f"{path}: being written by {holder}; try again when it has finished")
