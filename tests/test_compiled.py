import marshal
import os

import pytest

from drawdown_cli.compiled import compiled
from drawdown_cli.entries import read_entries
from drawdown_cli.forms import inflect
from drawdown_cli.lexicon import Lexicon, lexicon
from drawdown_cli.wordfiles import files_of, kinds

VALUE = {"words": [("قال", 1), ("أعلن", 2)]}


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def file(tmp_path):
    file = tmp_path / "words" / "things.toml"
    file.parent.mkdir()
    file.write_text("words", encoding="utf-8")
    return file


def made_anew(file, value=VALUE):
    """Whether the value was made, not taken from what was kept; it must be right in both cases."""
    made = []
    assert compiled("things", [file], lambda: made.append(1) or value) == value
    return bool(made)


def kept(file):
    [place] = (file.parent / "__pycache__").iterdir()
    return place


def test_what_was_made_is_made_once(file):
    assert [made_anew(file) for _ in range(3)] == [True, False, False]


def test_a_changed_file_is_read_again(file):
    made_anew(file)
    file.write_text("other words", encoding="utf-8")
    assert made_anew(file, {"words": []})
    assert not made_anew(file, {"words": []})


def test_a_file_of_the_same_length_is_told_by_its_time(file):
    made_anew(file)
    status = file.stat()
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns + 1))
    assert made_anew(file)


@pytest.mark.parametrize(
    "damage",
    [
        lambda whole: b"",
        lambda whole: b"\0",
        lambda whole: whole[:-1],
        lambda whole: whole + b"\0",
        lambda whole: whole[:20] + bytes([whole[20] ^ 1]) + whole[21:],
        lambda whole: whole[::-1],
    ],
)
def test_a_damaged_one_is_made_anew_and_mended(file, damage):
    made_anew(file)
    kept(file).write_bytes(damage(kept(file).read_bytes()))
    assert made_anew(file)
    assert not made_anew(file)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_what_a_stranger_wrote_is_not_read(file):
    made_anew(file)
    os.chown(kept(file), 54321, 54321)
    assert made_anew(file)


def test_nothing_is_left_beside_what_is_kept(file):
    for _ in range(2):
        made_anew(file)
    assert kept(file).name.startswith("things.")


def test_the_users_cache_folder_serves_where_the_lexicons_cannot_be_written(file, cache):
    (file.parent / "__pycache__").write_text("in the way", encoding="utf-8")
    assert made_anew(file)
    assert not made_anew(file)
    assert any(cache.rglob("things.*"))


def test_where_nothing_can_be_written_it_is_made_each_time(file, cache):
    for place in (file.parent / "__pycache__", cache):
        place.write_text("in the way", encoding="utf-8")
    assert made_anew(file)
    assert made_anew(file)


def test_what_cannot_be_kept_is_made_each_time(file):
    assert made_anew(file, {"day": pytest})
    assert made_anew(file, {"day": pytest})
    assert not any(path.is_file() for path in (file.parent / "__pycache__").rglob("*"))


def test_what_comes_of_no_file_is_made_each_time():
    assert compiled("things", [], lambda: VALUE) is VALUE


@pytest.mark.parametrize("kind", kinds())
def test_a_lexicon_that_was_kept_is_the_one_of_its_files(kind):
    fresh = [entry for file in files_of(kind) for entry in read_entries(file, kind)]
    assert list(lexicon(kind).entries) == fresh
    assert Lexicon(kind, fresh)._inflected() == lexicon(kind)._inflected() == inflect(fresh)
    lexicon.cache_clear()
    assert list(lexicon(kind).entries) == fresh
    assert lexicon(kind)._inflected() == inflect(fresh)


@pytest.mark.parametrize("kind", kinds())
def test_a_lexicon_is_of_values_that_can_be_kept(kind):
    entries = lexicon(kind).entries
    marshal.dumps(([dict(entry.features) for entry in entries], inflect(entries)._asdict()))
