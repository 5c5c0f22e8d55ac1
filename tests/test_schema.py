"""What the commands write is what their schemas say."""

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from drawdown_cli.annotating import annotate_article
from drawdown_cli.articles.reading import read_articles
from drawdown_cli.articles.shipped import data_folder
from drawdown_cli.models import ChangeFilter
from drawdown_cli.pipeline import analyze
from drawdown_cli.records import Record, to_record
from drawdown_cli.render.schema import KINDS, schema_of
from drawdown_cli.search.articles import search_articles
from drawdown_cli.speakers import QuoteQuery, list_speakers, search_quotes
from drawdown_cli.store.index import Index
from drawdown_cli.timeline import build_timeline


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> dict[str, list[Record]]:
    """Records of every kind from the shipped articles, through JSON as a program reads them."""
    articles = list(read_articles([data_folder()]))
    path = tmp_path_factory.mktemp("schema") / "index.sqlite3"
    with Index.open(path, write=True) as index:
        index.put_batch(analyze(article) for article in articles)
    with Index.open(path) as index:
        found: dict[str, list[Any]] = {
            "search": [to_record(hit) for hit in search_articles(index, "الكاظمي OR Kadhimi")],
            "quotes": [to_record(quote) for quote in search_quotes(index, QuoteQuery())],
            "speakers": list(list_speakers(index)),
            "timeline": [to_record(row) for row in build_timeline(index.changes(ChangeFilter()))],
            "annotate": [annotate_article(article) for article in articles],
        }
    return {kind: json.loads(json.dumps(records)) for kind, records in found.items()}


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_itself_valid(kind):
    Draft202012Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_written_is_what_the_schema_says(written, kind):
    validator = Draft202012Validator(schema_of(kind), format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert written[kind]
    for record in written[kind]:
        assert [error.message for error in validator.iter_errors(record)] == []
        assert list(record) == list(schema_of(kind)["properties"])


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_refuses_what_is_not_written(written, kind):
    validator = Draft202012Validator(schema_of(kind))
    broken = dict(written[kind][0])
    broken.popitem()
    assert not validator.is_valid(broken)
    assert not validator.is_valid(dict.fromkeys(broken, object))
