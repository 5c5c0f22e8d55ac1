"""The package as a notebook uses it."""

import subprocess
import sys

import pytest

import drawdown_cli
from drawdown_cli.articles.shipped import data_folder


@pytest.mark.parametrize("name", drawdown_cli.__all__)
def test_every_public_name_is_there(name):
    assert callable(getattr(drawdown_cli, name))


def test_an_unknown_name_is_said_to_be_unknown():
    with pytest.raises(AttributeError, match="has no attribute 'serch'"):
        _ = drawdown_cli.serch


def test_importing_the_package_imports_nothing_of_it():
    code = "import drawdown_cli, sys; print([m for m in sys.modules if m.startswith('drawdown_cli.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_notebook_goes_from_files_to_answers(tmp_path):
    from drawdown_cli import Index, analyze, build_timeline, read_articles, search_articles
    from drawdown_cli.models import ChangeFilter

    with Index.open(tmp_path / "notebook.sqlite3", write=True) as index:
        index.put_batch(analyze(article) for article in read_articles([data_folder()]))
    with Index.open(tmp_path / "notebook.sqlite3") as index:
        assert search_articles(index, "الكاظمي")
        assert build_timeline(index.changes(ChangeFilter()))
