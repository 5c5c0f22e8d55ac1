"""A noun phrase that may speak, as it has been read."""

from __future__ import annotations

from dataclasses import dataclass, field

from drawdown_cli.arabic.letters import ALEF, BEH, LAM
from drawdown_cli.lexicon import Form
from drawdown_cli.models import SpeakerType


@dataclass(slots=True)
class Mention:
    """A noun phrase: its tokens, its name or names, its title, and what its words say of the speaker."""

    first: int
    last: int
    head: Form | None
    category: str
    names: list[tuple[int, int]] = field(default_factory=list)
    role: tuple[int, int] = (0, 0)
    type: SpeakerType = SpeakerType.UNKNOWN
    gender: str = ""
    number: str = "s"
    definite: bool = False
    extra: list[Mention] = field(default_factory=list)
    roles: list[tuple[int, int]] = field(default_factory=list)
    lead: int = 0
    same: bool = False


def governed_by_ba(mention: Mention) -> bool:
    """بالاتفاق: whether 'with' and the article are written onto a phrase, which so is no subject."""
    return mention.head is not None and mention.head.proclitic == BEH + ALEF + LAM
