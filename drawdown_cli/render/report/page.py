"""Put the page together: the template, its style and its script admitted by their hashes, the findings."""

from __future__ import annotations

import base64
import hashlib
import html
from collections.abc import Sequence
from pathlib import Path
from string import Template

from drawdown_cli.models import Category, Status
from drawdown_cli.render.labels import label
from drawdown_cli.render.printable import printable
from drawdown_cli.render.report.sections import (
    Findings,
    articles_section,
    charts_section,
    quotes_section,
    timeline_table,
)

_FOLDER = Path(__file__).parent
LANG = "ar"


def report_page(findings: Findings) -> str:
    """Return the whole page; everything that comes from an article is escaped."""
    style, script = _piece("style.css"), _piece("script.js")
    return Template(_piece("page.html")).substitute(
        title=html.escape(printable(findings.title)),
        generator=html.escape(findings.versions),
        colophon=html.escape(findings.versions),
        summary=html.escape(_summary(findings)),
        style=style,
        script=script,
        style_hash=_hash(style),
        script_hash=_hash(script),
        categories=_options("category", [member.value for member in Category]),
        statuses=_options("status", [member.value for member in Status]),
        timeline=timeline_table(findings.rows, findings.sentences),
        charts=charts_section(findings),
        quotes=quotes_section(findings),
        articles=articles_section(findings.articles, findings.sentences),
    )


def _piece(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8").strip()


def _hash(piece: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(piece.encode("utf-8")).digest()).decode("ascii")


def _summary(findings: Findings) -> str:
    counts = (len(findings.rows), len(findings.quotes), len(findings.articles))
    names = ("changes", "quotes", "articles")
    return "، ".join(
        f"{label('column', name, LANG)}: {count}" for name, count in zip(names, counts, strict=True)
    )


def _options(group: str, keys: Sequence[str]) -> str:
    return "".join(f'<option value="{key}">{html.escape(label(group, key, LANG))}</option>' for key in keys)
