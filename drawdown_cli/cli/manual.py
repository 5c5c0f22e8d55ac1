"""The man page, made from the help: `python -m drawdown_cli.cli.manual > drawdown_cli/cli/drawdown.1`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from drawdown_cli import __version__
from drawdown_cli.cli.app import application
from drawdown_cli.cli.options import COMMON

PAGE = Path(__file__).with_name("drawdown.1")
"""The page that is shipped, where man finds it once the package is installed."""

_EXIT = (
    ("0", "something was found"),
    ("1", "nothing was found"),
    ("2", "an error, or wrong usage"),
    ("130", "interrupted"),
)
_ENVIRONMENT = (
    ("DRAWDOWN_INDEX", "The index to use, as --index."),
    ("DRAWDOWN_BIDI", "How Arabic is written, as --bidi; see drawdown bidi."),
    ("NO_COLOR, FORCE_COLOR, TERM, COLUMNS", "Whether there are colours, and how wide tables are."),
    ("PAGER", "What shows tables that are longer than the screen [less]; empty or cat: nothing does."),
    ("XDG_DATA_HOME, XDG_CONFIG_HOME", "Where the files below are, on Linux."),
)
_FILES = (
    ("~/.local/share/drawdown/drawdown.sqlite3", "The index, a file of SQLite that other tools can read."),
    ("corrections.toml beside the index", "What the user says of single facts; see README."),
    ("~/.config/drawdown/config.toml", "Options that hold always, each under its name."),
    ("~/.config/drawdown/speakers.toml", "Names that belong together, and who held which office when."),
)


def manual() -> str:
    """Return the whole page in the language of man(7)."""
    import typer

    group: Any = typer.main.get_command(application())
    lines = [
        f'.TH DRAWDOWN 1 "" "drawdown {__version__}" "User Commands"',
        ".SH NAME",
        f"drawdown \\- {_plain(_sentence(group.help)).rstrip('.')}",
        ".SH SYNOPSIS",
        ".B drawdown",
        ".I COMMAND",
        "[\\fIOPTIONS\\fR] [\\fIARGUMENTS\\fR]",
        ".SH EXAMPLES",
        *_examples(group.help),
        ".SH COMMANDS",
    ]
    for name, command in group.commands.items():
        lines += _command(name, command)
    some = next(iter(group.commands.values()))
    lines += [".SH COMMON OPTIONS", "Every command takes these."]
    lines += [line for option in some.params if option.name in COMMON for line in _option(option)]
    for title, items in (("EXIT STATUS", _EXIT), ("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        lines.append(f".SH {title}")
        lines += [line for term, words in items for line in (".TP", f"\\fB{_plain(term)}\\fR", _plain(words))]
    return "\n".join(lines) + "\n"


def _command(name: str, command: Any) -> Iterator[str]:
    own = [option for option in command.params if option.name not in COMMON]
    arguments = " ".join(_metavar(each) for each in own if each.param_type_name == "argument")
    yield f".SS drawdown {name} {_plain(arguments)}".rstrip()
    yield _plain(_sentence(command.help))
    yield from _examples(command.help)
    for option in own:
        yield from _option(option)


def _option(option: Any) -> Iterator[str]:
    if option.param_type_name == "argument":
        names = _metavar(option)
    else:
        takes = "" if option.is_flag else f" {option.metavar or option.type.name.upper()}"
        names = ", ".join(option.opts) + takes
    yield ".TP"
    yield f"\\fB{_plain(names)}\\fR"
    yield _plain(option.help or "")


def _metavar(argument: Any) -> str:
    return str(argument.metavar or argument.name.upper())


def _sentence(text: str) -> str:
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


def _examples(text: str) -> Iterator[str]:
    """The lines of a help's examples, as they are typed."""
    lines = [line.strip() for line in text.partition("Examples:")[2].split("\n") if line.strip()]
    if lines:
        yield from (".PP", ".nf", *(f".RS 2\n{_plain(line)}\n.RE" for line in lines), ".fi", ".PP")


def _plain(text: str) -> str:
    """Text in which nothing is a request or an escape of roff."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return re.sub(r"^([.'])", r"\\&\1", text)


if __name__ == "__main__":
    sys.stdout.write(manual())
