"""What people and programs see: tables, bidirectional text, exports, the report."""

from __future__ import annotations

from collections.abc import Iterable

from drawdown_cli.records import Record
from drawdown_cli.render.export import write
from drawdown_cli.render.output import Format, Output, opened


def show(kind: str, records: Iterable[Record], output: Output) -> int:
    """Show records of one kind (search, quotes, speakers, timeline, info); return how many there were."""
    with opened(output) as sink:
        if output.chosen is Format.TABLE:
            from drawdown_cli.render.tables import write_table

            return write_table(kind, records, output, sink)
        return write(records, output.chosen, sink, excel=output.excel)
