"""Rows of cells as a grid of columns, or as cards where the screen is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.text import Text

from drawdown_cli.render.view import STYLES, View

Part = Literal["head", "meta", "body", "foot"]
Side = Literal["page", "left", "right", "script"]
PARTS: tuple[Part, ...] = ("head", "meta", "body", "foot")
_GAP = 2
_LEAST = 12


class Column(NamedTuple):
    """A column: its heading, the cells it takes at most, its share of the rest, its part of a card.

    `side` is where its text stands, if not where the page begins; `keep` the end of the text that matters
    where a cell must stay on one line; a `named` one has its heading on cards too.
    """

    name: str
    most: int = 0
    share: int = 0
    side: Side = "page"
    keep: Literal["all", "first", "last"] = "all"
    part: Part = "meta"
    named: bool = False

    def is_right(self, *, mirrored: bool) -> bool | None:
        """Whether the text stands at the right edge of the column; None where its script says."""
        if self.side == "script" and not mirrored:
            return None
        return mirrored if self.side == "page" else self.side != "left"


Row = Sequence[Text]


def widths(columns: Sequence[Column], rows: Sequence[Row], view: View) -> list[int]:
    """Return how wide each column is; 0 for one in which no row has anything."""
    natural = [max((_natural(row[at]) for row in rows), default=0) for at in range(len(columns))]
    wanted = [
        max(size, cell_len(view.label("column", column.name))) if size else 0
        for column, size in zip(columns, natural, strict=True)
    ]
    out = [
        min(size, column.most) if column.most else size for column, size in zip(columns, wanted, strict=True)
    ]
    room = view.width - _GAP * (sum(size > 0 for size in out) - 1)
    flexible = [at for at, column in enumerate(columns) if column.share and out[at]]
    left = room - sum(size for at, size in enumerate(out) if at not in flexible)
    # Those that need less than their share leave the rest to the others.
    for at in sorted(flexible, key=lambda at: out[at] / columns[at].share):
        shares = sum(columns[other].share for other in flexible)
        out[at] = min(out[at], max(_LEAST, left * columns[at].share // shares))
        left -= out[at]
        flexible.remove(at)
    return out


def grid_head(columns: Sequence[Column], sizes: Sequence[int], view: View) -> Iterator[list[Segment]]:
    """Yield the headings and the line under them."""
    names = [Text(view.label("column", column.name), style=STYLES["head"]) for column in columns]
    yield from grid_row(columns, names, sizes, view)
    total = _total(sizes)
    yield [Segment(" " * (view.width - total) if view.mirrored else ""), Segment("─" * total, STYLES["dim"])]


def grid_row(
    columns: Sequence[Column], row: Row, sizes: Sequence[int], view: View
) -> Iterator[list[Segment]]:
    """Yield the lines of one row; on a page that runs from right to left the first cell is the rightmost."""
    cells = []
    for column, text, size in zip(columns, row, sizes, strict=True):
        if size:
            words = _on_one_line(text, size, column.keep)
            right = column.is_right(mirrored=view.mirrored)
            cells.append((size, list(view.bidi(words, right=right).lines(size))))
    if view.mirrored:
        cells.reverse()
    gap = Segment(" " * _GAP)
    margin = [Segment(" " * (view.width - _total(sizes)))] if view.mirrored else []
    for number in range(max(len(lines) for _, lines in cells)):
        line = list(margin)
        for size, lines in cells:
            line += lines[number] if number < len(lines) else [Segment(" " * size)]
            line.append(gap)
        yield line[:-1]


def _total(sizes: Sequence[int]) -> int:
    return sum(sizes) + _GAP * (sum(size > 0 for size in sizes) - 1)


def _on_one_line(text: Text, width: int, keep: str) -> Text:
    """The text, or as many words of its beginning or its end as fit on a line."""
    if keep == "all" or cell_len(text.plain) <= width:
        return text
    words = text.plain.split()
    while len(words) > 1 and cell_len(" ".join(words)) > width:
        del words[-1 if keep == "first" else 0]
    return Text(" ".join(words), style=text.style)


def card(columns: Sequence[Column], row: Row, view: View) -> Iterator[list[Segment]]:
    """Yield one row as a card: what it is, its dates and names on a line, its text across the screen."""
    filled = [(column, text) for column, text in zip(columns, row, strict=True) if text.plain]
    for part in PARTS:
        own = [(column, text) for column, text in filled if column.part == part]
        if part == "meta" and own:
            line, base = _in_one_line(own, view), int(view.mirrored)
            yield from view.bidi(line, right=view.mirrored, base=base).lines(view.width)
            continue
        for column, cell in own:
            # A dash tells the sources at the foot from the text above them.
            text = Text("\n").join(Text("— ") + line for line in cell.split("\n")) if part == "foot" else cell
            right = column.is_right(mirrored=view.mirrored)
            yield from view.bidi(text, right=right).lines(view.width)
    yield [Segment("─" * view.width, STYLES["dim"])]


def _in_one_line(cells: Sequence[tuple[Column, Text]], view: View) -> Text:
    pieces = []
    for column, text in cells:
        name = f"{view.label('column', column.name)} " if column.named else ""
        lines = (piece for piece in text.split("\n") if piece.plain)
        pieces += [Text().append(name, STYLES["dim"]).append_text(piece) for piece in lines]
    return Text(view.gap()).join(pieces)


def _natural(text: Text) -> int:
    return max((cell_len(line) for line in text.plain.split("\n")), default=0)
