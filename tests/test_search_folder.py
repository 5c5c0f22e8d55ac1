"""The search folder is derived: whatever happens to it, a search answers, and says what it mended."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from subprocess import PIPE

import pytest
from factories import an_article

from drawdown_cli.pipeline import analyze
from drawdown_cli.search.articles import search_articles
from drawdown_cli.store import engine
from drawdown_cli.store.catchup import search_folder
from drawdown_cli.store.index import Index


@pytest.fixture
def path(tmp_path) -> Path:
    put(tmp_path / "i.sqlite3", "a", "انسحبت القوات.")
    return tmp_path / "i.sqlite3"


def put(path: Path, doc: str, text: str) -> None:
    with Index.open(path, write=True) as index:
        index.put_batch([analyze(an_article(text, doc=doc))])


def found(path: Path, query: str = "القوات") -> tuple[list[str], list[str]]:
    said: list[str] = []
    with Index.open(path) as index:
        return sorted(hit.doc for hit in search_articles(index, query, say=said.append)), said


def test_indexing_leaves_the_folder_ready(path):
    assert search_folder(path).is_dir()
    assert found(path) == (["a"], [])


def test_a_missing_folder_is_made(path):
    shutil.rmtree(search_folder(path))
    docs, said = found(path)
    assert docs == ["a"]
    assert "is missing; rebuilding" in said[0]
    assert found(path) == (["a"], [])


def test_a_damaged_folder_is_made_anew(path):
    for file in search_folder(path).iterdir():
        file.write_bytes(b"\0" * 10)
    docs, said = found(path)
    assert docs == ["a"]
    assert "is damaged; rebuilding" in said[0]
    assert found(path) == (["a"], [])


@pytest.mark.parametrize("ending", [".term", ".idx", ".fast", ".store", ".pos", ".fieldnorm", "meta.json"])
@pytest.mark.parametrize("lost", ["gone", "halved"])
def test_no_lost_file_keeps_a_search_from_answering(path, ending, lost):
    for file in search_folder(path).glob(f"*{ending}"):
        if lost == "gone":
            file.unlink()
        else:
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    assert found(path)[0] == ["a"]


def test_a_folder_that_is_behind_is_caught_up(path, tmp_path):
    shutil.copytree(search_folder(path), tmp_path / "older")
    put(path, "b", "وصلت القوات.")
    with Index.open(path, write=True) as index:
        index.forget(["a.txt"])
    put(path, "c", "عادت القوات.")
    shutil.rmtree(search_folder(path))
    shutil.move(tmp_path / "older", search_folder(path))
    assert found(path)[0] == ["b", "c"]
    assert found(path) == (["b", "c"], [])


def test_a_folder_of_another_index_is_made_anew(path, tmp_path):
    for doc in "bcd":
        put(tmp_path / "other", doc, "القوات الأخرى.")
    shutil.rmtree(search_folder(path))
    shutil.copytree(search_folder(tmp_path / "other"), search_folder(path))
    docs, said = found(path)
    assert docs == ["a"]
    assert "another state" in said[0]


def test_a_folder_of_another_version_is_made_anew(path, monkeypatch):
    monkeypatch.setattr(engine, "VERSION", engine.VERSION + 1)
    docs, said = found(path)
    assert docs == ["a"]
    assert "another version" in said[0]


def test_where_nothing_can_be_written_the_folder_is_temporary(path, monkeypatch):
    shutil.rmtree(search_folder(path))
    real = __import__("tempfile").mkdtemp

    def mkdtemp(prefix: str, dir: Path) -> str:
        if dir == path.parent:
            raise PermissionError(13, "Permission denied")
        return real(prefix=prefix, dir=dir)

    monkeypatch.setattr("tempfile.mkdtemp", mkdtemp)
    docs, said = found(path)
    assert docs == ["a"]
    assert any("for this run" in message for message in said)
    assert not search_folder(path).exists()


REBUILD = """
import os, sys
from pathlib import Path
from drawdown_cli.store import catchup
from drawdown_cli.store.index import Index

catchup._put_in_place = lambda *_: (print("filled", flush=True), sys.stdin.read())
with Index.open(Path(sys.argv[1])) as index:
    index.searching.catch_up()
"""


def test_a_rebuild_clears_what_a_killed_one_left_and_leaves_a_living_one_alone(path):
    shutil.rmtree(search_folder(path))
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", REBUILD, str(path)], stdin=PIPE, stdout=PIPE, text=True, env=env
    ) as other:
        assert other.stdout.readline() == "filled\n"
        (left,) = path.parent.glob(f"{search_folder(path).name}-*")
        assert found(path)[0] == ["a"]
        assert left.exists()
        other.kill()
    shutil.rmtree(search_folder(path))
    assert found(path)[0] == ["a"]
    assert list(path.parent.glob(f"{search_folder(path).name}*")) == [search_folder(path)]


def test_an_interrupted_run_is_caught_up_by_the_next_search(path):
    index = Index.open(path, write=True)
    index.put_batch([analyze(an_article("وصلت القوات.", doc="b"))])
    index.close()
    assert found(path)[0] == ["a", "b"]


def test_an_article_that_was_found_again_is_not_written_again(path, monkeypatch):
    with Index.open(path, write=True) as index:
        index.put_batch([], kept=["id-a"])
        monkeypatch.setattr("drawdown_cli.store.catchup.stems", lambda _forms: pytest.fail("written again"))
    assert found(path) == (["a"], [])
