"""The sections of the report as HTML, built as elements so that every text is escaped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree as ET

from drawdown_cli.models import Article, Quote, QuoteKind, Sentence
from drawdown_cli.records import Record
from drawdown_cli.render.cells import interval
from drawdown_cli.render.labels import label
from drawdown_cli.render.printable import printable
from drawdown_cli.render.svg import chart, charted
from drawdown_cli.timeline.series import Series

LANG = "ar"
Sentences = Mapping[str, Sequence[Sentence]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a report shows: the timeline's rows as people read them, levels, quotations, cited articles.

    `corrections` are the user's, by the ids of quotations; those of the rows are in them.
    """

    title: str
    rows: Sequence[Record]
    series: Sequence[Series]
    quotes: Sequence[Quote]
    corrections: Mapping[str, Record | None]
    articles: Mapping[str, Article]
    sentences: Sentences
    versions: str


def element(tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Return an HTML element; `class_` and `data_x` stand for `class` and `data-x`."""
    named = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
    made = ET.Element(tag, named)
    made.text = printable(text)
    return made


def timeline_table(rows: Sequence[Record], sentences: Sentences) -> str:
    """Return the timeline as a table, each source a link to its sentence."""
    table = element("table")
    head = ET.SubElement(ET.SubElement(table, "thead"), "tr")
    for name in ("date", "change", "text", "source"):
        head.append(element("th", label("column", name, LANG), scope="col"))
    body = ET.SubElement(table, "tbody")
    for row in rows:
        body.append(_timeline_row(row, sentences))
    return _html(table)


def _timeline_row(row: Record, sentences: Sentences) -> ET.Element:
    kind = f"{row['status']}{' conflict' if row['conflicts_with'] else ''}"
    made = element(
        "tr", id=row["id"], class_=kind, data_row="", data_category=row["category"], data_status=row["status"]
    )
    when = ET.SubElement(made, "td")
    basis = label("mark", row["date_basis"], LANG) if row["date_basis"] in ("implied", "published") else ""
    date = element("bdi", interval(row["date_start"], row["date_end"]) or "—", dir="ltr", title=basis)
    when.append(date)
    if basis:
        when.append(element("div", basis, class_="soft"))
    change = ET.SubElement(made, "td")
    change.append(element("div", label("category", row["category"], LANG)))
    change.append(element("div", label("status", row["status"], LANG), class_="soft"))
    change.extend(_correction(row.get("correction")))
    told = ET.SubElement(made, "td")
    told.append(element("div", row["phrase"]))
    told.append(element("blockquote", row["text"]))
    for other in row["conflicts_with"]:
        told.append(element("a", label("mark", "conflict", LANG), href=f"#{other}", class_="conflict"))
    sources = ET.SubElement(made, "td")
    for source in row["sources"]:
        holder = ET.SubElement(sources, "div")
        place = anchor(source["doc"], source["start"], sentences)
        holder.append(element("a", source["title"] or source["doc"], href=f"#{place}"))
        if source["published"]:
            published = element("bdi", source["published"], dir="ltr", class_="soft")
            holder[-1].tail = " "
            holder.append(published)
    return made


def _correction(correction: Record | None) -> Iterator[ET.Element]:
    """What the user has said of a fact, the note in the tooltip."""
    if correction:
        words = f"✎ {label('mark', correction['verdict'], LANG)}"
        made = element("bdi", ": ".join(filter(None, (words, correction["note"]))), class_="corrected")
        made.tail = " "
        yield made


def charts_section(findings: Findings) -> str:
    """Return a figure for each series; each point leads to its row and says what its sources are."""
    shown = charted(findings.series)
    rows = {row["id"]: row for row in findings.rows}
    if not shown:
        return _html(element("p", label("chart", "nothing", LANG), class_="soft"))
    figures = []
    for series in shown:
        figure = element("figure")
        figure.append(chart(series, LANG, lambda point: (f"#{point.id}", _told(rows[point.id]))))
        figure.append(element("figcaption", label("chart", "hint", LANG), aria_live="polite"))
        figures.append(_html(figure))
    return "\n".join(figures)


def _told(row: Record) -> str:
    titles = dict.fromkeys(source["title"] or source["doc"] for source in row["sources"])
    return printable(f"{row['phrase']} ({'؛ '.join(titles)})")


def quotes_section(findings: Findings) -> str:
    """Return the quotations by speaker, those quoted most first."""
    counts: dict[str, int] = {}
    for quote in findings.quotes:
        counts[quote.speaker] = counts.get(quote.speaker, 0) + 1
    ordered = sorted(findings.quotes, key=lambda quote: (-counts[quote.speaker], quote.speaker))
    parts = []
    for speaker, said in groupby(ordered, key=lambda quote: quote.speaker):
        group = element("section", data_group="")
        group.append(element("h3", speaker or label("type", "unknown", LANG)))
        for quote in said:
            group.append(_quotation(quote, findings))
        parts.append(_html(group))
    return "\n".join(parts)


def _quotation(quote: Quote, findings: Findings) -> ET.Element:
    holder = element("div", id=quote.id, data_row="")
    marks = ("«", "»") if quote.kind is QuoteKind.DIRECT else ("", "")
    holder.append(element("blockquote", quote.content.join(marks)))
    line = ET.SubElement(holder, "div", {"class": "soft"})
    said = [quote.role, label("kind", quote.kind.value, LANG), label("act", quote.act.value, LANG)]
    line.text = printable("، ".join(part for part in said if part)) + " · "
    line.extend(_correction(findings.corrections.get(quote.id)))
    title = findings.articles[quote.doc].title if quote.doc in findings.articles else ""
    link = element("a", title or quote.doc, href=f"#{anchor(quote.doc, quote.start, findings.sentences)}")
    link.tail = " "
    line.append(link)
    line.append(element("bdi", quote.date or quote.published, dir="ltr"))
    return holder


def articles_section(articles: Mapping[str, Article], sentences: Sentences) -> str:
    """Return the cited articles, each sentence with a name of its own."""
    return "\n".join(
        _html(_article(article, sentences.get(article.doc, ()))) for article in articles.values()
    )


def _article(article: Article, sentences: Sequence[Sentence]) -> ET.Element:
    made = element("article", id=f"a-{article.doc}", data_row="")
    made.append(element("h3", article.title or article.doc))
    line = ET.SubElement(made, "p", {"class": "soft"})
    line.text = printable(article.source) + " "
    line.append(element("bdi", article.published.value, dir="ltr"))
    before = -1
    for sentence in sentences:
        if before < 0 or "\n" in article.text[before : sentence.start]:
            paragraph = ET.SubElement(made, "p")
        words = article.text[sentence.start : sentence.end]
        span = element("span", words, id=f"s-{article.doc}-{sentence.start}")
        span.tail = " "
        paragraph.append(span)
        before = sentence.end
    return made


def anchor(doc: str, start: int, sentences: Sentences) -> str:
    """Return the name of the sentence in which a place stands, of the article where none does."""
    for sentence in sentences.get(doc, ()):
        if sentence.start <= start < sentence.end:
            return f"s-{doc}-{sentence.start}"
    return f"a-{doc}"


def _html(made: ET.Element) -> str:
    return ET.tostring(made, encoding="unicode", method="html")
