"""One article as it was read, with what was found in it marked by colours, or listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from drawdown_cli.records import Record
from drawdown_cli.render.export import write
from drawdown_cli.render.output import Format, Output, opened
from drawdown_cli.render.printable import printable

if TYPE_CHECKING:
    from rich.text import Text

    from drawdown_cli.render.view import View

_MOST_COLUMNS = 100  # longer lines are hard to read


class Mark(NamedTuple):
    """A span of the article and what it is: quote, speaker, cue, timex, quantity or change."""

    start: int
    end: int
    what: str


# Later ones are drawn over earlier ones: a date inside a quotation stays a date.
_SPANS = (
    ("quotes", "start", "end", "quote"),
    ("changes", "start", "end", "change"),
    ("quotes", "cue_start", "cue_end", "cue"),
    ("quotes", "source_start", "source_end", "speaker"),
    ("timexes", "start", "end", "timex"),
    ("quantities", "start", "end", "quantity"),
)


def show_article(record: Record, output: Output, *, explain: bool = False, plain: bool = False) -> int:
    """Show an article with its marks; `plain` shows its text alone, a machine format the whole record."""
    with opened(output) as sink:
        if plain:
            text = record["text"]
            sink.write((printable(text) if sink.isatty() else text).rstrip("\n") + "\n")
            return 1
        if output.format not in (None, Format.TABLE):
            return write([record], output.chosen, sink, excel=output.excel)
        from drawdown_cli.render.paging import paged
        from drawdown_cli.render.view import view_on

        with paged(sink, wanted=output.pager) as stream:
            _write_article(record, view_on(stream, output), explain=explain)
    return 1


def marks(record: Record) -> list[Mark]:
    """Return the spans to be marked, those to be drawn first first."""
    return [
        Mark(fact[start], fact[end], what)
        for kind, start, end, what in _SPANS
        for fact in record[kind]
        if 0 <= fact.get(start, -1) < fact[end]
    ]


def facts(record: Record) -> Iterator[Record]:
    """Yield what was found, in order of the text: its value, rule, cue, span and confidence."""
    found = [
        (fact["start"], what, fact)
        for kind, start, _, what in _SPANS
        if start == "start"
        for fact in record[kind]
    ]
    for _, what, fact in sorted(found, key=lambda item: item[:2]):
        yield {
            "what": what,
            "value": _value(what, fact),
            "anonymity": fact.get("anonymity") or "",
            "rule": fact["rule"],
            "cue": fact.get("cue") or "",
            "start": fact["start"],
            "end": fact["end"],
            "confidence": fact["confidence"],
            "id": fact.get("id"),
            "correction": fact.get("correction"),
            "text": fact.get("content") or fact["text"],
        }


def _value(what: str, fact: Record) -> str:
    if what == "quote":
        return str(fact["speaker"] or fact["source"])
    if what == "change":
        return f"{fact['category']}, {fact['status']}"
    value = fact["value"]
    return "" if value is None else str(value)


def _write_article(record: Record, view: View, *, explain: bool) -> None:
    from rich.segment import Segment

    from drawdown_cli.render.tables import table_of, write_rows
    from drawdown_cli.render.view import Paint

    spans = marks(record)
    width = min(view.width, _MOST_COLUMNS)
    title, line = _header(record, view)
    if title.plain:
        view.write(view.bidi(title, right=not title.plain.isascii()).lines(width))
    view.write(view.bidi(line, right=view.mirrored, base=int(view.mirrored)).lines(width))
    if view.paint is not Paint.NONE and spans:
        # Before the text: of a long one the end is not seen at once.
        view.write(view.bidi(_legend(spans, view), right=view.mirrored).lines(width))
    view.write([[Segment("")]])
    for paragraph in marked(record["text"], spans).split("\n", allow_blank=True):
        view.write(view.bidi(paragraph, right=not paragraph.plain.isascii()).lines(width))
    if explain or not view.colored:
        # Without colours nothing is marked: the list says what was found.
        view.write([[Segment("")]])
        write_rows(table_of("facts"), facts(record), view)


def _header(record: Record, view: View) -> tuple[Text, Text]:
    """The title, where the text does not begin with it, and a line with date, source, address and id."""
    from rich.text import Text

    from drawdown_cli.render.cells import published_cell
    from drawdown_cli.render.printable import one_line
    from drawdown_cli.render.view import STYLES

    names = (record.get("source"), record.get("url"), record.get("id"))
    pieces = [published_cell(record, view), *(Text(one_line(name), STYLES["dim"]) for name in names if name)]
    title = one_line(record.get("title") or "")
    told = one_line(record["text"]).startswith(title)
    return Text("" if told else title, STYLES["head"]), Text(view.gap()).join(pieces)


def marked(text: str, spans: Iterable[Mark]) -> Text:
    """Return a text with all its marks, which may lie in one another; made printable piece by piece."""
    from rich.style import Style
    from rich.text import Text

    from drawdown_cli.render.view import STYLES

    spans = list(spans)
    edges = sorted({0, len(text), *(edge for mark in spans for edge in mark[:2] if edge <= len(text))})
    opening: dict[int, list[int]] = {}
    for number, mark in enumerate(spans):
        opening.setdefault(mark.start, []).append(number)
    out = Text()
    active: set[int] = set()
    for start, end in pairwise(edges):
        active = {number for number in active if spans[number].end > start}
        active.update(opening.get(start, ()))
        style = Style.combine([Style.null(), *(STYLES[spans[number].what] for number in sorted(active))])
        out.append(printable(text[start:end]), style)
    return out


def _legend(spans: Iterable[Mark], view: View) -> Text:
    from rich.text import Text

    from drawdown_cli.render.view import STYLES

    # Without colours only what is bold or underlined is seen.
    seen = {what for what, style in STYLES.items() if view.colored or style.bold or style.underline}
    occurring = {mark.what for mark in spans} & seen
    order = dict.fromkeys(what for *_, what in _SPANS if what in occurring)
    return Text(view.gap("   ")).join(Text(view.label("found", what), STYLES[what]) for what in order)
