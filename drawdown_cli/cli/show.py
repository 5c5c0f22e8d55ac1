"""`drawdown show`: one article as read, with what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from drawdown_cli.cli.completing import documents
from drawdown_cli.cli.options import Rejected, Settings, with_settings
from drawdown_cli.errors import UsageError

if TYPE_CHECKING:
    from drawdown_cli.corrections import CorrectedIndex
    from drawdown_cli.models import Article
    from drawdown_cli.records import Record
    from drawdown_cli.store.index import Index

EXAMPLES = "Examples:  drawdown show 004_5ea341804dc68234 --explain   |   drawdown show DOC --plain | wl-copy"

Doc = Annotated[
    str,
    typer.Argument(
        metavar="DOC",
        help="The article's name, or its beginning; see: drawdown info.",
        autocompletion=documents,
    ),
]
Explain = Annotated[bool, typer.Option("--explain", help="List each fact with its rule, cue and span.")]
Plain = Annotated[bool, typer.Option("--plain", help="The text alone, as it was read.")]


@with_settings
def show(
    settings: Settings, doc: Doc, explain: Explain = False, plain: Plain = False, rejected: Rejected = False
) -> None:
    """Show one article with its quotes, speakers, dates, numbers and changes marked."""
    from drawdown_cli.cli.opening import open_index
    from drawdown_cli.cli.showing import output_of
    from drawdown_cli.render.article import show_article

    with open_index(settings, rejected=rejected) as index:
        article = _named(index, doc)
        record = {"text": article.text} if plain else _record(article, index)
    show_article(record, output_of(settings), explain=explain, plain=plain)


def _record(article: Article, index: CorrectedIndex) -> Record:
    """The article with all that was found in it, as corrected."""
    from drawdown_cli.annotating import annotate_article

    found = annotate_article(article, mend=index.corrected)
    for fact in (*found["quotes"], *found["changes"]):
        fact["correction"] = index.correction_of(fact)
    header = {"title": article.title, "source": article.source, "url": article.url, "text": article.text}
    return {**found, **header}


def _named(index: Index, doc: str) -> Article:
    """The article of this name, or the only one whose name begins so.

    Raises UsageError naming the articles that it could be.
    """
    known = index.fetch([doc])
    if doc in known:
        return known[doc]
    names = index.docs_beginning_with(doc)
    if len(names) == 1:
        return index.fetch(names)[names[0]]
    if names:
        raise UsageError(f"{doc!r} may be {', '.join(names[:5])}; write more of the name")
    raise UsageError(f"no article is named {doc!r}; see: drawdown info")
