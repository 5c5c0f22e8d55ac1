"""What people and programs see: tables, bidirectional text, exports, the report."""

from __future__ import annotations

from collections.abc import Iterable

from drawdown_cli.records import Record
from drawdown_cli.render.export import write
from drawdown_cli.render.output import Format, Output, opened


def show(kind: str, records: Iterable[Record], output: Output) -> int:
    """Show records of a kind (search, kwic, quotes, speakers, timeline, info); return how many there were."""
    with opened(output) as sink:
        if output.chosen is not Format.TABLE:
            return write(records, output.chosen, sink, excel=output.excel)
        from drawdown_cli.render.paging import paged
        from drawdown_cli.render.tables import write_table

        with paged(sink, wanted=output.pager) as stream:
            return write_table(kind, records, output, stream)
    # The reader left the pager after the first screen.
    return 1
