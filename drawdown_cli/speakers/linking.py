"""Keep the index's speakers: group the names that came or went since they were last worked out.

The tables hold what `build_registry` makes of all names; only the families of those touched are grouped anew.
"""

from __future__ import annotations

from zlib import crc32

from drawdown_cli.speakers.names import name_keys, title_key
from drawdown_cli.speakers.registry import family, grouped, speaker_of
from drawdown_cli.store.index import Index
from drawdown_cli.store.regrouping import Regrouping


def link_speakers(index: Index) -> None:
    """Bring an index's speakers up to date."""
    if not index.speakers.are_complete():
        with index.regrouping() as tables:
            _regroup(tables)


def _regroup(tables: Regrouping) -> None:
    for mention in tables.stale():
        if not mention.name:
            continue
        words = {mention.name_number: name_keys(mention.name)}
        if mention.role:
            words[mention.role_number] = name_keys(mention.role)
        key = crc32("\n".join(family(mention.name, mention.type)).encode())
        tables.place(mention, key, title_key(mention.role) if mention.role else 0, words)
    for rows in tables.families():
        numbers = {row.spoken: row.mention for row in rows}
        for group in grouped(row.spoken for row in rows):
            speaker = speaker_of(group, ())
            tables.add(speaker.name, speaker.type.value, [numbers[row] for row in group])
    tables.finish()
