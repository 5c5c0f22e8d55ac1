"""The values that pass between modules: frozen records without behaviour.

Every span is a half-open pair of code points into `Article.text`. Dates are inclusive. Field names are the
keys of the JSON output.
"""

from drawdown_cli.models.articles import Article, Published, PublishedBasis
from drawdown_cli.models.changes import Category, Change, ChangeSource, DateBasis, Status, ValueRole
from drawdown_cli.models.documents import Document
from drawdown_cli.models.filters import ArticleFilter, ChangeFilter, QuoteFilter
from drawdown_cli.models.grades import Confidence, Grain
from drawdown_cli.models.quotes import Act, Polarity, Quote, QuoteKind, SpeakerType
from drawdown_cli.models.results import Hit, How, Match, Passage
from drawdown_cli.models.text import Paragraph, Sentence, Span, Token, TokenizedText, TokenKind, Zone
from drawdown_cli.models.timexes import DateMod, Quantity, QuantityForm, Timex, TimexBasis, TimexType

__all__ = [
    "Act",
    "Article",
    "ArticleFilter",
    "Category",
    "Change",
    "ChangeFilter",
    "ChangeSource",
    "Confidence",
    "DateBasis",
    "DateMod",
    "Document",
    "Grain",
    "Hit",
    "How",
    "Match",
    "Paragraph",
    "Passage",
    "Polarity",
    "Published",
    "PublishedBasis",
    "Quantity",
    "QuantityForm",
    "Quote",
    "QuoteFilter",
    "QuoteKind",
    "Sentence",
    "Span",
    "SpeakerType",
    "Status",
    "Timex",
    "TimexBasis",
    "TimexType",
    "Token",
    "TokenKind",
    "TokenizedText",
    "ValueRole",
    "Zone",
]
