"""A fact of the timeline as it is told: its record as JSON, made once and packed."""

from __future__ import annotations

import json
import typing
import zlib
from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

from drawdown_cli.models import Change, ChangeSource
from drawdown_cli.records import json_of
from drawdown_cli.unseen import to_json

_UNLINKED = '"conflicts_with": [], "fulfils": []'
"""Where the links belong; inside a string its quotation marks would have backslashes."""

_LEVEL, _RAW, _MEMORY = 6, -14, 7
USUAL = (
    '"القوات الأمريكية من العراق على انسحاب الجنود "status": "denied", "status": "demanded", '
    '"status": "possible", "category": "base", "category": "deployment", "category": "mission", '
    '"category": "level", "status": "ongoing", "date_mod": "since", "date_mod": "until", "date_mod": "by", '
    '"date_mod": "before", "grain": "interval", "grain": "year", "grain": "month", '
    '"date_basis": "implied", "date_basis": "published", "value_role": "result", "unit": "percent", '
    '"unit": "bases", "comparator": "~", "comparator": ">", "from_value": null, "to_value": null, '
    '"force": "American combat", "force": "International", "place": "Syria", "place": "Afghanistan", '
    '"{"id": "c00", "category": "withdrawal", "status": "occurred", "date_start": "2021-01-01", '
    '"date_end": "2020-12-31", "date_mod": "on", "grain": "day", "date_basis": "stated", "date_text": "", '
    '"value": null, "value_role": "", "low": null, "high": null, "comparator": "", "unit": "", '
    '"value": 2500, "value_role": "moved", "low": 2500, "high": 2500, "comparator": "=", "unit": "troops", '
    '"from_value": null, "to_value": null, "force": "American", "place": "Iraq", "base": "", '
    '"mission_from": "", "mission_to": "", "text": "", "doc": "", "start": 1, "end": 2, '
    '"attributed_to": "", "sources": [{"doc": "", "start": 1, "end": 2, "text": "", '
    '"published": "2020-01-01"}, {"doc": "", "start": 1, "end": 2, "text": "", "published": "2021-01-01"}], '
    '"conflicts_with": [], "fulfils": [], "rule": "withdrawal-subject", "confidence": "high"}'
).encode()
"""What most records have in common: half of a packed one. To change it is to change the schema."""

_PACKER = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, _MEMORY, zdict=USUAL)
_UNPACKER = zlib.decompressobj(_RAW, USUAL)


def pack_told(change: Change) -> bytes:
    """Return the record of a fact, without its links, as the index stores it."""
    packer = _PACKER.copy()
    bare = change._replace(conflicts_with=(), fulfils=())
    return packer.compress(json_of(bare).encode()) + packer.flush()


def unpack_told(packed: bytes, conflicts_with: str | None, fulfils: str | None) -> str:
    """Return the JSON of a fact's record, with its links as `pack_links` made them."""
    text = _UNPACKER.copy().decompress(packed).decode()
    if not (conflicts_with or fulfils):
        return text
    links = f'"conflicts_with": {conflicts_with or "[]"}, "fulfils": {fulfils or "[]"}'
    return text.replace(_UNLINKED, links, 1)


def pack_links(ids: Sequence[str]) -> str | None:
    """Return the ids that a fact points at as the index stores them."""
    return to_json(list(ids)) if ids else None


def told_change(text: str) -> Change:
    """Return the fact whose record the JSON is."""
    values = list(json.loads(text).values())
    for at, read in _READERS:
        values[at] = read(values[at])
    return Change._make(values)


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    kinds = typing.get_args(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return {member.value: member for member in hint}.__getitem__
    if date in kinds:
        return lambda day: date.fromisoformat(day) if day else None
    if ChangeSource in kinds:
        return lambda sources: tuple(ChangeSource(*source.values()) for source in sources)
    return tuple if typing.get_origin(hint) is tuple else None


_READERS = [
    (at, read)
    for at, hint in enumerate(typing.get_type_hints(Change).values())
    if (read := _reader(hint)) is not None
]
