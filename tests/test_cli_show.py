import pytest

from drawdown_cli.cli import run
from drawdown_cli.indexing import index_paths
from drawdown_cli.store.index import Index


@pytest.fixture
def index(tmp_path):
    for name in ("east", "west", "western"):
        text = f"عنوان {name}\nقال المتحدث إن القوات ستغادر في 2021.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "index.sqlite3"
    with Index.open(path, write=True) as store:
        index_paths([tmp_path], store)
    return str(path)


def test_an_article_is_named_by_the_beginning_of_its_name(index, capsys):
    assert run(["show", "ea", "--plain", "--index", index]) == 0
    assert capsys.readouterr().out.startswith("عنوان east\n")


def test_a_whole_name_is_never_taken_for_a_beginning(index, capsys):
    assert run(["show", "west", "--plain", "--index", index]) == 0
    assert capsys.readouterr().out.startswith("عنوان west\n")


@pytest.mark.parametrize("name, say", [("we", "may be west, western"), ("north", "no article is named")])
def test_a_name_that_fits_several_or_none_is_told(index, capsys, name, say):
    assert run(["show", name, "--index", index]) == 2
    assert say in capsys.readouterr().err


def test_a_pipe_gets_the_article_without_escapes_or_marks(index, capsys):
    assert run(["show", "east", "--index", index]) == 0
    out = capsys.readouterr().out
    assert "ستغادر" in out
    assert not set(out) & set("\x1b\u200e\u200f\u202a\u202b\u202c\u202d")
