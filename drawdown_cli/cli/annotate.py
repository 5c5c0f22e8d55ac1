"""`drawdown annotate`: the analysis of one text, or of a stream of them, for pipes and for measuring."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, TextIO

import typer

from drawdown_cli.cli.options import Settings, with_settings
from drawdown_cli.errors import InputError

EXAMPLES = "Examples:  drawdown annotate article.txt   |   drawdown annotate --batch < articles.jsonl"

File = Annotated[str, typer.Argument(metavar="[FILE]", help="The file to read; - is standard input.")]
Published = Annotated[str, typer.Option("--published", metavar="DATE", help="The article's own date.")]
Batch = Annotated[bool, typer.Option("--batch", help='Read JSONL {"id", "text", "published"?}, write JSONL.')]


@with_settings
def annotate(settings: Settings, file: File = "-", published: Published = "", batch: Batch = False) -> None:
    """Print sentences, dates, quantities, quotes and changes of a text as JSON, without an index."""
    with _sink(settings.output) as sink:
        if batch:
            with _source(file) as source:
                failed = sum(
                    _annotate_line(file, number, line, sink) for number, line in enumerate(source, 1)
                )
            raise typer.Exit(2 if failed else 0)
        _write(_annotate_file(file, published), sink)


def _annotate_file(file: str, published: str) -> dict[str, object]:
    from drawdown_cli.annotating import annotate_article, annotate_text
    from drawdown_cli.articles.reading import read_article

    if file == "-" or published:
        text = sys.stdin.read() if file == "-" else read_article(file).text
        try:
            return annotate_text(Path(file).stem if file != "-" else "-", text, published)
        except ValueError as error:
            raise InputError("--published", str(error)) from error
    return annotate_article(read_article(file))


def _annotate_line(file: str, number: int, line: str, sink: TextIO) -> bool:
    """Annotate one line of a batch; a bad one is told on stderr and does not stop the rest."""
    from drawdown_cli.annotating import annotate_text

    if not line.strip():
        return False
    try:
        asked = json.loads(line)
        _write(annotate_text(str(asked["id"]), str(asked["text"]), str(asked.get("published") or "")), sink)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"has no key {error}" if isinstance(error, KeyError) else str(error)
        place = "standard input" if file == "-" else file
        print(f'drawdown: {place}: line {number}: {reason}; give {{"id", "text"}}', file=sys.stderr)
        return True
    return False


def _write(record: dict[str, object], sink: TextIO) -> None:
    sink.write(json.dumps(record, ensure_ascii=False) + "\n")


def _source(file: str) -> TextIO:
    if file == "-":
        return open(sys.stdin.fileno(), encoding="utf-8", errors="replace", closefd=False)
    try:
        return open(file, encoding="utf-8", errors="replace")
    except OSError as error:
        raise InputError(file, f"{error.strerror or error}; name a file that can be read") from error


def _sink(output: Path | None) -> TextIO:
    if output is None:
        return open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False)
    try:
        return output.open("w", encoding="utf-8")
    except OSError as error:
        raise InputError(
            str(output), f"{error.strerror or error}; name a file that can be written"
        ) from error
