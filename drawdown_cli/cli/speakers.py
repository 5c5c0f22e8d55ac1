"""`drawdown speakers`: who is quoted, how often, under which names and titles."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from drawdown_cli.cli import completing
from drawdown_cli.cli.options import Limit, Settings, with_settings

EXAMPLES = (
    "Examples:  drawdown speakers   |   drawdown speakers الكاظمي   |   drawdown speakers --format json"
)

Name = Annotated[
    str,
    typer.Argument(
        metavar="[NAME]",
        help="Only who may be meant by this name, office or kind.",
        autocompletion=completing.speakers,
    ),
]


@with_settings
def speakers(settings: Settings, name: Name = "", limit: Limit = None) -> None:
    """List who is quoted, how often, under which names and titles, from when to when."""
    from drawdown_cli.cli.opening import open_index, tell
    from drawdown_cli.cli.quotes import known_speakers
    from drawdown_cli.cli.renewing import renew_speakers
    from drawdown_cli.cli.showing import end, show
    from drawdown_cli.speakers import list_speakers

    with open_index(settings) as index:
        renew_speakers(index, settings)
        listed = list_speakers(index, known_speakers(), wanted=name, say=partial(tell, settings))
        end(show("speakers", listed, settings, index, limit))
