"""The options that all commands share, and the settings that come of them.

A value comes from the option, else from the environment, else from config.toml, else from the default.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from drawdown_cli.cli.completing import choices, sources
from drawdown_cli.errors import UsageError


class Settings:
    """What the shared options say; None where nobody said anything."""

    index: Path | None
    format: str | None
    lang: str | None
    bidi: str | None
    color: str | None
    width: int | None
    output: Path | None
    excel: bool
    no_pager: bool
    quiet: bool
    verbose: bool

    def __init__(self, **given: Any) -> None:
        self.__dict__.update(given)


_ALLOWED = {
    "lang": ("ar", "en"),
    "color": ("auto", "always", "never"),
    "bidi": ("auto", "terminal", "visual", "words", "off", "konsole", "lro"),
}

COMMON: dict[str, Any] = {
    "index": Annotated[
        Path | None,
        typer.Option("--index", envvar="DRAWDOWN_INDEX", metavar="FILE", help="The index to use."),
    ],
    "format": Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            metavar="NAME",
            help="table, jsonl, json, csv, tsv or md [table; piped: tsv].",
            autocompletion=choices("table", "jsonl", "json", "csv", "tsv", "md"),
        ),
    ],
    "lang": Annotated[
        str | None,
        typer.Option(
            "--lang", metavar="ar|en", help="Language of headings [en].", autocompletion=choices("ar", "en")
        ),
    ],
    "bidi": Annotated[
        str | None,
        typer.Option(
            "--bidi",
            envvar="DRAWDOWN_BIDI",
            metavar="MODE",
            help="How Arabic is written; see: drawdown bidi.",
            autocompletion=choices(*_ALLOWED["bidi"]),
        ),
    ],
    "color": Annotated[
        str | None,
        typer.Option(
            "--color",
            metavar="WHEN",
            help="auto, always or never.",
            autocompletion=choices(*_ALLOWED["color"]),
        ),
    ],
    "width": Annotated[
        int | None, typer.Option("--width", min=20, metavar="COLUMNS", help="Width of tables.")
    ],
    "output": Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file.")],
    "excel": Annotated[bool, typer.Option("--excel", help="Mark CSV and TSV as UTF-8 for spreadsheets.")],
    "no_pager": Annotated[bool, typer.Option("--no-pager", help="Never page long tables.")],
    "quiet": Annotated[bool, typer.Option("--quiet", "-q", help="Say nothing on stderr but errors.")],
    "verbose": Annotated[bool, typer.Option("--verbose", "-v", help="Say more on stderr.")],
}
"""The shared options by the name of their setting."""

_FLAGS = frozenset({"excel", "no_pager", "quiet", "verbose"})


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the shared options; it receives them as its first parameter, `settings`."""
    signature = inspect.signature(command, eval_str=True)
    own = list(signature.parameters.values())[1:]
    shared = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            annotation=annotation,
            default=False if name in _FLAGS else None,
        )
        for name, annotation in COMMON.items()
    ]

    def run(**values: Any) -> None:
        command(configured({name: values.pop(name) for name in COMMON}), **values)

    named = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    run.__signature__ = inspect.Signature([*named, *shared])  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in (*named, *shared)}
    run.__doc__, run.__name__ = command.__doc__, command.__name__
    return run


def configured(given: dict[str, Any]) -> Settings:
    """Return the settings, with config.toml filling in what no option said.

    Raises UsageError for a key or a value of config.toml that is no option's.
    """
    from drawdown_cli.cli.config import read_config

    config = read_config()
    names = set(Settings.__annotations__)
    for key in config:
        if key.replace("-", "_") not in names:
            raise UsageError(f"config.toml: {key!r} is no option; see: drawdown --help")
    for key, value in config.items():
        name = key.replace("-", "_")
        if given[name] in (None, False):
            given[name] = Path(value).expanduser() if name in ("index", "output") else value
    _check(given)
    return Settings(**given)


def _check(given: dict[str, Any]) -> None:
    for name, values in _ALLOWED.items():
        if given[name] is not None and given[name] not in values:
            raise UsageError(f"--{name} {given[name]!r} is unknown; use one of: {', '.join(values)}")


def parse_since(value: str | None) -> date | None:
    """Return the first day of an ISO day, month or year.

    Raises UsageError when it is none.
    """
    return _bound(value, "--since", 0)


def parse_until(value: str | None) -> date | None:
    """Return the last day of an ISO day, month or year.

    Raises UsageError when it is none.
    """
    return _bound(value, "--until", 1)


def _bound(value: str | None, option: str, end: int) -> date | None:
    from drawdown_cli.isodates import bounds

    try:
        return bounds(value)[end] if value else None
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from error


def one_of(option: str, values: str | None, kind: type[StrEnum]) -> tuple[Any, ...]:
    """Return the members of an enum that a comma-separated option names.

    Raises UsageError naming the option and the values it takes.
    """
    try:
        return tuple(kind(value.strip()) for value in (values or "").split(",") if value.strip())
    except ValueError as error:
        raise UsageError(f"{option} takes {', '.join(kind)}, separated by commas; not {values!r}") from error


Since = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="From this day, month or year on.")
]
Until = Annotated[str | None, typer.Option("--until", metavar="DATE", help="Up to this day, month or year.")]
Source = Annotated[
    list[str] | None,
    typer.Option("--source", metavar="NAME", help="Only this source (repeatable).", autocompletion=sources),
]
Limit = Annotated[int | None, typer.Option("--limit", "-n", min=1, metavar="N", help="At most so many rows.")]
Rejected = Annotated[bool, typer.Option("--rejected", help="Also what corrections.toml rejects.")]
Copies = Annotated[
    bool, typer.Option("--copies", help="Also what a copy of an article repeats; else it counts once.")
]
Undated = Annotated[bool, typer.Option("--undated", help="Also what has no date.")]
