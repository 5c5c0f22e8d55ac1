import sqlite3
import zlib
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from factories import an_article

from drawdown_cli.errors import ForeignIndex, IndexLocked, NoIndex, OldIndex, StoreError
from drawdown_cli.models import QuoteFilter
from drawdown_cli.pipeline import analyze
from drawdown_cli.store.index import Index
from drawdown_cli.store.protocol import FileState


def filled(path: Path, *articles) -> Path:
    with Index.open(path, write=True) as index:
        index.put_batch([analyze(article) for article in articles])
    return path


def test_an_article_comes_back_as_it_was_put(tmp_path):
    article = an_article("انسحبت القوات.", title="عنوان", source="وكالة")
    with Index.open(filled(tmp_path / "i", article)) as index:
        assert list(index.articles()) == [article]
        assert index.fetch(["a", "unknown"]) == {"a": article}


def test_undated_articles_keep_their_doubt(tmp_path):
    article = an_article(day=None)
    with Index.open(filled(tmp_path / "i", article)) as index:
        assert next(index.articles()).published == article.published


def test_an_edited_file_replaces_its_article_and_keeps_its_name(tmp_path):
    path = filled(tmp_path / "i", an_article("قديم", id="one"))
    with Index.open(path, write=True) as index:
        index.put_batch([analyze(an_article("جديد", id="two"))], [FileState("a.txt", 1, 2, "d")])
        assert [(a.id, a.doc) for a in index.articles()] == [("two", "a")]
        assert index.files() == {"a.txt": FileState("a.txt", 1, 2, "d")}


def test_two_files_of_one_stem_are_told_apart(tmp_path):
    path = filled(
        tmp_path / "i", an_article(id="abcdefgh", path="x/a.txt"), an_article(id="ijklmnop", path="y/a.txt")
    )
    with Index.open(path) as index:
        assert [a.doc for a in index.articles()] == ["a", "a~ijklmn"]


def test_a_batch_is_stored_whole_or_not_at_all(tmp_path):
    path = filled(tmp_path / "i", an_article(doc="kept"))

    def failing():
        yield analyze(an_article(doc="lost"))
        raise KeyboardInterrupt

    with Index.open(path, write=True) as index, pytest.raises(KeyboardInterrupt):
        index.put_batch(failing())
    with Index.open(path) as index:
        assert [a.doc for a in index.articles()] == ["kept"]


def test_a_forgotten_file_takes_its_articles_along(tmp_path):
    path = filled(tmp_path / "i", an_article())
    with Index.open(path, write=True) as index:
        assert index.forget(["a.txt"]) == 1
        assert list(index.articles()) == []


def test_a_missing_index_is_named(tmp_path):
    with pytest.raises(NoIndex, match=r"no index at .*; run: drawdown"):
        Index.open(tmp_path / "none")


@pytest.mark.parametrize("content", [b"PK\x03\x04 a zip file", b"SQLite format 3\0 but no more than that"])
def test_a_file_that_is_no_index_is_named_and_left_alone(tmp_path, content):
    path = tmp_path / "i"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=str(path)):
        Index.open(path, write=True)
    assert path.read_bytes() == content


def test_another_programs_database_is_left_alone(tmp_path):
    path = tmp_path / "i"
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE notes (t)")
    other.commit()
    other.close()
    before = path.read_bytes()
    with pytest.raises(ForeignIndex, match="another program"):
        Index.open(path, write=True)
    assert path.read_bytes() == before


def test_a_newer_index_is_left_alone(tmp_path):
    path = filled(tmp_path / "i", an_article())
    newer = sqlite3.connect(path)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    with pytest.raises(ForeignIndex, match="newer drawdown"):
        Index.open(path)


def an_old_index(path: Path) -> Path:
    filled(path, an_article())
    older = sqlite3.connect(path)
    older.execute("PRAGMA user_version = 1")
    older.close()
    return path


def test_an_older_index_is_named_with_what_to_do(tmp_path):
    with pytest.raises(OldIndex, match="older drawdown; to read its articles again: drawdown index FOLDER"):
        Index.open(an_old_index(tmp_path / "i"))


def test_an_older_index_is_kept_beside_the_new_one(tmp_path):
    path = an_old_index(tmp_path / "i")
    (tmp_path / "i.old").write_bytes(b"an earlier one")
    with Index.open(path, write=True) as index:
        assert index.aside == tmp_path / "i.old2"
        assert list(index.articles()) == []
    with closing(sqlite3.connect(tmp_path / "i.old2")) as old:
        assert old.execute("SELECT count(*) FROM articles").fetchone() == (1,)
    assert (tmp_path / "i.old").read_bytes() == b"an earlier one"


def test_the_tables_say_in_words_what_they_hold(tmp_path):
    """Who opens the file with another tool reads views; what was said is cut from the text."""
    text = "وقال الوزير سامي نعمان إن القوات ستغادر البلاد في مارس 2022."
    with Index.open(filled(tmp_path / "i", an_article(text))) as index:
        (quote,) = index.quotes(QuoteFilter())
    with closing(sqlite3.connect(tmp_path / "i")) as other:
        row = other.execute(
            'SELECT q.id, q.speaker, q.kind, q.since, q.start, q."end", a.text FROM quotes q '
            "JOIN articles a ON a.number = q.article"
        ).fetchone()
    assert row[:4] == (quote.id, quote.speaker, quote.kind, "2021-09-09")
    assert zlib.decompress(row[6]).decode("cp1256")[row[4] : row[5]] == quote.content


def test_a_second_writer_learns_who_holds_the_lock(tmp_path):
    path = filled(tmp_path / "i", an_article())
    with Index.open(path, write=True), pytest.raises(IndexLocked, match=r"written by process \d+"):
        Index.open(path, write=True, wait=0)


def test_a_reader_never_waits_for_a_writer(tmp_path):
    path = filled(tmp_path / "i", an_article())
    with Index.open(path, write=True) as writer, Index.open(path) as reader:
        writer.put_batch([analyze(an_article(doc="b"))])
        assert [a.doc for a in reader.articles()] == ["a", "b"]


def test_a_read_only_folder_can_be_read(tmp_path):
    path = filled(tmp_path / "i", an_article())
    for beside in tmp_path.iterdir():
        beside.chmod(0o400)
    tmp_path.chmod(0o500)
    try:
        with Index.open(path) as index:
            assert index.health().articles == 1
    finally:
        tmp_path.chmod(0o700)


def test_filters_on_quotes_are_empty_where_no_document_is_wanted(tmp_path):
    path = filled(tmp_path / "i", an_article("وقال الوزير إن القوات ستغادر البلاد."))
    with Index.open(path) as index:
        assert list(index.quotes(QuoteFilter(docs=()))) == []
        assert list(index.quotes(QuoteFilter(until=date(2020, 1, 1)))) == []
