"""What each trigger needs beside it to be a change: a force that moves, a base, a mission, a number."""

from __future__ import annotations

from collections.abc import Callable

from drawdown_cli.extract.changes.bases import housing
from drawdown_cli.extract.changes.counts import counting
from drawdown_cli.extract.changes.duties import concluding
from drawdown_cli.extract.changes.fighting import fighting
from drawdown_cli.extract.changes.holdings import holding
from drawdown_cli.extract.changes.invasions import intervening, invading
from drawdown_cli.extract.changes.moves import moving, staying
from drawdown_cli.extract.changes.presences import crossing, emptied, ended, transitional
from drawdown_cli.extract.changes.readings import Reading
from drawdown_cli.extract.changes.scene import Scene
from drawdown_cli.extract.changes.sendings import moved
from drawdown_cli.extract.changes.sizes import sized
from drawdown_cli.extract.changes.slots import Found, Slots
from drawdown_cli.extract.changes.transitions import changing, relieving, succeeding

Frame = Callable[[Scene, Found, Reading], Slots | None]

FRAMES: dict[str, Frame] = {
    "subject": moving,
    "object": moved,
    "size": sized,
    "presence": ended,
    "empty": emptied,
    "cross": crossing,
    "invade": invading,
    "intervene": intervening,
    "stay": staying,
    "count": counting,
    "hold": holding,
    "mission": concluding,
    "change": changing,
    "transition": transitional,
    "fight": fighting,
    "succeed": succeeding,
    "relieve": relieving,
    "base": housing,
}


def fill(scene: Scene, found: Found, reading: Reading) -> Slots | None:
    """Return what fills the trigger's frame, or None where it is used in another sense."""
    return FRAMES[reading.mark.entry.feature("frame")](scene, found, reading)
