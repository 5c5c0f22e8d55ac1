"""`drawdown schema`: the JSON Schema of what the commands write."""

from __future__ import annotations

from typing import Annotated

import typer

from drawdown_cli.cli.completing import choices
from drawdown_cli.cli.options import Settings, with_settings
from drawdown_cli.errors import UsageError

EXAMPLES = "Examples:  drawdown schema quotes   |   drawdown schema timeline > timeline.schema.json"

Kind = Annotated[
    str,
    typer.Argument(
        metavar="KIND",
        help="search, kwic, quotes, speakers, timeline, info or annotate.",
        autocompletion=choices("search", "kwic", "quotes", "speakers", "timeline", "info", "annotate"),
    ),
]


@with_settings
def schema(settings: Settings, kind: Kind) -> None:
    """Print the JSON Schema of one line of a command's JSONL."""
    import json

    from drawdown_cli.cli.showing import output_of
    from drawdown_cli.render.output import opened
    from drawdown_cli.render.schema import KINDS, schema_of

    if kind not in KINDS:
        raise UsageError(f"there is a schema of {', '.join(KINDS)}; none of {kind!r}")
    with opened(output_of(settings)) as sink:
        sink.write(json.dumps(schema_of(kind), ensure_ascii=False, indent=2) + "\n")
