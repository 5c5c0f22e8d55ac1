"""Where results go and in what form."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TextIO

from drawdown_cli.errors import InputError


class Format(StrEnum):
    """The output formats that every command knows."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    TSV = "tsv"
    MD = "md"


class Output(NamedTuple):
    """How results are shown; None where the terminal decides."""

    format: Format | None = None
    lang: str = "en"
    bidi: str = "auto"
    color: str = "auto"
    width: int | None = None
    file: Path | None = None
    excel: bool = False
    pager: bool = True

    @property
    def chosen(self) -> Format:
        """The format asked for; else a table on a terminal and TSV everywhere else."""
        if self.format is not None:
            return self.format
        return Format.TABLE if self.file is None and sys.stdout.isatty() else Format.TSV


@contextmanager
def opened(output: Output) -> Iterator[TextIO]:
    """Open the file asked for, or standard output.

    Raises InputError when the file cannot be written.
    """
    if output.file is None:
        yield sys.stdout
        return
    try:
        with output.file.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        reason = f"{error.strerror or error}; name a file that can be written"
        raise InputError(str(output.file), reason) from error
