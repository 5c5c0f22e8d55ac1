"""`drawdown index` as a user meets it: in a process of its own, with whatever lies in the folder."""

import json
import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from drawdown_cli.store.index import Index

QUOTED = "وقال وزير الدفاع إن القوات الأجنبية وعددها {} جندي ستنسحب من العراق في مارس 2021."
BODY = "أعلنت الوزارة أن القوات الأجنبية ستغادر القاعدة رقم {} في الشهر المقبل."


def write(folder: Path, *numbers: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in numbers:
        (folder / f"{number}.txt").write_text(BODY.format(number), encoding="utf-8")
    return folder


def drawdown(tmp_path: Path, *arguments: object, **options) -> subprocess.CompletedProcess[str]:
    options = {"capture_output": True, "text": True, "env": env(), **options}
    return subprocess.run(command(tmp_path, *arguments), check=False, **options)


def command(tmp_path: Path, *arguments: object) -> list[str]:
    index = ["--index", str(tmp_path / "i.sqlite3")]
    return [sys.executable, "-m", "drawdown_cli", "index", *index, *map(str, arguments)]


def env() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}


def docs(tmp_path: Path) -> list[str]:
    with Index.open(tmp_path / "i.sqlite3") as index:
        return [article.doc for article in index.articles()]


def test_every_messy_file_is_indexed_or_named_with_the_reason(tmp_path):
    folder = write(tmp_path / "in", 1)
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "english.txt").write_text("The troops left the base.")
    (folder / "old.txt").write_bytes(BODY.format(2).encode("windows-1256"))
    (folder / "controls.txt").write_text(BODY.format(3) + "\x1b]0;title\x07 \x9b31m \u202e")
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "loop").symlink_to(folder)
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    (folder / "broken.jsonl").write_text(json.dumps({"text": BODY.format(4)}) + "\n{\n")
    os.mkfifo(folder / "pipe.txt")
    result = drawdown(tmp_path, folder, tmp_path / "missing")
    assert result.returncode == 2
    assert result.stdout == ""
    said = result.stderr.replace(str(tmp_path), "").splitlines()
    assert said == [
        "drawdown: /in/gone.txt: does not exist",
        "drawdown: /missing: does not exist",
        "drawdown: /in/binary.txt: is a binary file, not a text",
        "drawdown: /in/broken.jsonl, line 2: is no JSON: Expecting property name enclosed in double quotes",
        "drawdown: /in/loop: leads to a folder that is read already",
        "drawdown: /in/pipe.txt: is no file but a device, a pipe or a socket",
        "drawdown: /in/empty.txt: holds no words",
        "drawdown: /in/english.txt: is not Arabic: it has no Arabic script",
        "indexed: 4 added, 0 changed, 0 unchanged, 4 left out, 1 of other types (1 .jpg), 4 failed",
    ]
    assert len(docs(tmp_path)) == 4


def test_an_empty_folder_is_named(tmp_path):
    (tmp_path / "in").mkdir()
    result = drawdown(tmp_path, tmp_path / "in")
    assert result.returncode == 2
    assert f"{tmp_path / 'in'}: holds no article to read" in result.stderr


def test_a_folder_that_was_emptied_is_no_error(tmp_path):
    folder = write(tmp_path / "in", 1)
    drawdown(tmp_path, folder)
    for path in folder.iterdir():
        path.unlink()
    assert drawdown(tmp_path, folder, "--prune").returncode == 0
    assert docs(tmp_path) == []


def test_names_of_files_cannot_act_on_the_terminal(tmp_path):
    folder = write(tmp_path / "in")
    (folder / "\x1b[31m\u202e.txt").write_text("no Arabic")
    assert "\x1b" not in drawdown(tmp_path, folder).stderr
    assert "\u202e" not in drawdown(tmp_path, folder).stderr


def test_quiet_says_nothing_but_failures(tmp_path):
    folder = write(tmp_path / "in", 1)
    (folder / "english.txt").write_text("The troops left the base.")
    assert drawdown(tmp_path, "-q", folder).stderr == ""
    assert "does not exist" in drawdown(tmp_path, "-q", folder / "none").stderr


def test_a_pipe_can_be_indexed_and_comes_only_once(tmp_path):
    rows = "\n".join(json.dumps({"id": f"r{n}", "text": BODY.format(n)}) for n in range(3))
    assert "3 added" in drawdown(tmp_path, "-", input=rows).stderr
    assert "0 added, 0 changed, 3 unchanged" in drawdown(tmp_path, "-", input=rows).stderr
    assert docs(tmp_path) == ["r0", "r1", "r2"]


def test_the_shipped_articles_can_be_added(tmp_path):
    assert "5 added" in drawdown(tmp_path, "--with-examples").stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read and write everything")
def test_unreadable_files_and_folders_are_named(tmp_path):  # pragma: no cover
    folder = write(tmp_path / "in", 1, 2)
    (folder / "2.txt").chmod(0)
    result = drawdown(tmp_path, folder)
    assert result.returncode == 2
    assert "2.txt: may not be read by you" in result.stderr


def test_an_index_in_a_place_that_cannot_be_written_is_named(tmp_path):
    folder = write(tmp_path / "in", 1)
    (tmp_path / "file").write_text("x")
    result = drawdown(tmp_path, "--index", tmp_path / "file" / "i", folder)
    assert result.returncode == 2
    assert result.stderr.startswith(f"drawdown: {tmp_path}/file")
    assert result.stderr.count("\n") == 1


def test_a_full_disk_is_one_sentence_and_costs_nothing_stored(tmp_path):
    folder = write(tmp_path / "in", *range(40))
    assert drawdown(tmp_path, folder).returncode == 0
    write(folder, *range(100, 900))

    def no_room():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

    result = drawdown(tmp_path, "--jobs", 1, folder, preexec_fn=no_room)
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert "check the disk" in result.stderr
    assert set(map(str, range(40))) <= set(docs(tmp_path))
    assert drawdown(tmp_path, folder).returncode == 0
    assert len(docs(tmp_path)) == 840


def test_ctrl_c_keeps_what_is_stored(tmp_path):
    folder = write(tmp_path / "in", *range(3000))
    process = subprocess.Popen(command(tmp_path, folder), stderr=subprocess.PIPE, text=True, env=env())
    wait_for_articles(tmp_path)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=120)
    if process.returncode:  # it may have been faster than we
        assert process.returncode == 130
        assert "articles are stored; run it again to go on" in said
    assert drawdown(tmp_path, folder).returncode == 0
    assert len(docs(tmp_path)) == 3000


@pytest.fixture(scope="module")
def whole(tmp_path_factory) -> tuple[Path, list[object]]:
    """A corpus of files and rows, and what an uninterrupted run makes of it."""
    place = tmp_path_factory.mktemp("whole")
    folder = write(place / "in", *range(700))
    rows = (json.dumps({"id": f"r{n}", "text": QUOTED.format(n)}) for n in range(700))
    (folder / "rows.jsonl").write_text("\n".join(rows))
    assert drawdown(place, folder).returncode == 0
    return folder, content(place), amount(place)


def content(tmp_path: Path) -> list[object]:
    """All that the articles of an index say, without the numbers of rows and runs."""
    return asked(tmp_path, *ARTICLE_BY_ARTICLE)


def amount(tmp_path: Path) -> list[object]:
    """What they amount to together, worked out at the end of a run."""
    return asked(tmp_path, *TOGETHER)


def asked(tmp_path: Path, *tables: str) -> list[object]:
    connection = sqlite3.connect(tmp_path / "i.sqlite3")
    try:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return [connection.execute(table).fetchall() for table in tables]
    finally:
        connection.close()


ARTICLE_BY_ARTICLE = (
    "SELECT id, doc, text, published FROM articles ORDER BY id",
    "SELECT id, speaker, start FROM quotes ORDER BY id",
    "SELECT id, category, start FROM changes ORDER BY id",
    "SELECT form, df FROM terms ORDER BY form",
    "SELECT path, size, mtime_ns, digest FROM files ORDER BY path",
    "SELECT id, sentences FROM articles ORDER BY id",
    "SELECT a.id FROM articles a JOIN article_words w ON w.article = a.number ORDER BY a.id",
    "SELECT value FROM facts_about_index WHERE name IN ('search_articles', 'search_words') ORDER BY name",
)
TOGETHER = (
    "SELECT f.id, f.first_day, f.last_day, k.local, k.block, f.told, f.conflicts_with, f.fulfils, a.doc "
    "FROM facts f JOIN fact_kinds k ON k.number = f.kind JOIN fact_reports m ON m.fact = f.number "
    "JOIN articles a ON a.number = m.article ORDER BY f.id, a.doc",
    "SELECT s.name, s.type, s.quotes, s.since, s.until, a.alias, a.quotes FROM speakers s "
    "JOIN speaker_aliases a ON a.speaker = s.number ORDER BY s.name, s.type, a.alias",
    "SELECT n.string, count(*) FROM speaker_words w JOIN strings n ON n.number = w.string GROUP BY n.string",
    "SELECT count(*) FROM bases",
    *(
        f"SELECT count(*) FROM {table}"
        for table in ("unlinked", "loose_facts", "stale_mentions", "neighbours")
    ),
)


@pytest.mark.parametrize("seed", range(int(os.environ.get("DRAWDOWN_KILLS", "3"))))
def test_a_killed_run_leaves_whole_articles_and_the_next_one_completes_it(tmp_path, whole, seed):
    folder, expected, together = whole
    process = subprocess.Popen(command(tmp_path, "-j", "2", folder), stderr=subprocess.PIPE, env=env())
    time.sleep(random.Random(seed).uniform(0.2, 4.0))
    process.kill()
    process.communicate(timeout=120)
    if (tmp_path / "i.sqlite3").exists() and (tmp_path / "i.sqlite3").stat().st_size:
        articles, quotes, *_, counted, words, _ = content(tmp_path)
        assert set(articles) <= set(expected[0])
        assert set(quotes) <= set(expected[1])
        assert [row[0] for row in counted] == [row[0] for row in words] == [row[0] for row in articles]
    assert drawdown(tmp_path, folder).returncode == 0
    assert content(tmp_path) == expected
    assert amount(tmp_path) == together


def wait_for_articles(tmp_path: Path) -> None:
    """Wait until something is stored."""
    for _ in range(600):
        try:
            if docs(tmp_path):
                return
        except Exception:
            pass
        time.sleep(0.05)
    raise AssertionError("nothing was stored")
