"""An article with everything that was found in it."""

from typing import NamedTuple

from drawdown_cli.models.articles import Article
from drawdown_cli.models.changes import Change
from drawdown_cli.models.quotes import Quote
from drawdown_cli.models.text import TokenizedText
from drawdown_cli.models.timexes import Quantity, Timex


class Document(NamedTuple):
    """An article with everything that the analysis found in it."""

    article: Article
    tokenized: TokenizedText
    timexes: tuple[Timex, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quote, ...]
    changes: tuple[Change, ...]
