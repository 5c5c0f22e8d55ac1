import json
import os
import time
from pathlib import Path

import pytest

from drawdown_cli.articles.pages import Skipped
from drawdown_cli.articles.reading import ReadOptions
from drawdown_cli.indexing import Progress, Summary, index_paths
from drawdown_cli.indexing.pool import CRASHED, Chunk, beside, run_chunks
from drawdown_cli.store.index import Index

BODY = "أعلنت الوزارة أن القوات الأجنبية ستغادر القاعدة رقم {} في الشهر المقبل."


def write(folder: Path, *numbers: int, ending: str = ".txt") -> Path:
    folder.mkdir(exist_ok=True, parents=True)
    for number in numbers:
        (folder / f"{number}{ending}").write_text(BODY.format(number), encoding="utf-8")
    return folder


def write_rows(path: Path, *numbers: int) -> Path:
    rows = [json.dumps({"id": f"r{number}", "text": BODY.format(number)}) for number in numbers]
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def run(tmp_path: Path, *paths: Path, **options) -> Summary:
    with Index.open(tmp_path / "index.sqlite3", write=True) as index:
        return index_paths(paths or [tmp_path / "in"], index, **options)


def docs(tmp_path: Path) -> list[str]:
    with Index.open(tmp_path / "index.sqlite3") as index:
        return [article.doc for article in index.articles()]


def counts(summary: Summary) -> tuple[int, int, int, int]:
    return summary.added, summary.changed, summary.unchanged, summary.removed


def test_only_what_is_new_or_changed_is_read_again(tmp_path):
    folder = write(tmp_path / "in", 1, 2, 3)
    assert counts(run(tmp_path)) == (3, 0, 0, 0)
    assert counts(run(tmp_path)) == (0, 0, 3, 0)
    (folder / "2.txt").write_text(BODY.format(22), encoding="utf-8")
    write(folder, 4)
    assert counts(run(tmp_path)) == (1, 1, 2, 0)
    assert docs(tmp_path) == ["1", "2", "3", "4"]


def test_a_touched_file_is_read_but_not_changed(tmp_path):
    folder = write(tmp_path / "in", 1)
    run(tmp_path)
    os.utime(folder / "1.txt", ns=(1, 1))
    assert counts(run(tmp_path)) == (0, 0, 1, 0)
    with Index.open(tmp_path / "index.sqlite3") as index:
        assert index.files()[str(folder / "1.txt")].mtime_ns == 1


def test_vanished_files_stay_unless_pruned(tmp_path):
    folder = write(tmp_path / "in", 1, 2)
    run(tmp_path)
    (folder / "1.txt").unlink()
    summary = run(tmp_path)
    assert (summary.vanished, summary.removed) == (1, 0)
    assert docs(tmp_path) == ["1", "2"]
    assert run(tmp_path, prune=True).removed == 1
    assert docs(tmp_path) == ["2"]


def test_a_folder_that_is_not_there_takes_nothing_with_it(tmp_path):
    folder = write(tmp_path / "in", 1)
    run(tmp_path)
    folder.rename(tmp_path / "elsewhere")
    summary = run(tmp_path, prune=True)
    assert summary.skipped == [Skipped(str(folder), "does not exist", failed=True)]
    assert docs(tmp_path) == ["1"]


def test_other_folders_are_not_pruned(tmp_path):
    one, two = write(tmp_path / "one", 1), write(tmp_path / "two", 2)
    run(tmp_path, one, two)
    (one / "1.txt").unlink()
    assert run(tmp_path, two, prune=True).removed == 0
    assert docs(tmp_path) == ["1", "2"]


def test_a_new_manifest_changes_its_articles_only(tmp_path):
    folder = write(tmp_path / "in", 1, 2)
    run(tmp_path)
    (folder / "manifest.toml").write_text('schema = 1\n[files."1.txt"]\nsource = "وكالة"\n', encoding="utf-8")
    assert counts(run(tmp_path)) == (0, 1, 1, 0)
    assert counts(run(tmp_path)) == (0, 0, 2, 0)


def test_the_rows_of_a_table_are_kept_where_they_have_not_changed(tmp_path):
    rows = write_rows(tmp_path / "in.jsonl", 1, 2, 3)
    assert counts(run(tmp_path, rows)) == (3, 0, 0, 0)
    write_rows(rows, 2, 3, 4)
    assert counts(run(tmp_path, rows)) == (1, 0, 2, 0)
    assert docs(tmp_path) == ["r2", "r3", "r4"]


def test_a_table_with_a_bad_row_is_told_of_in_every_run(tmp_path):
    rows = write_rows(tmp_path / "in.jsonl", 1, 2)
    rows.write_text(rows.read_text() + "\n{no json}\n")
    for added, unchanged in ((2, 0), (0, 2)):
        summary = run(tmp_path, rows)
        assert (summary.added, summary.unchanged, summary.failed) == (added, unchanged, 1)
        assert "line 3" in summary.skipped[0].path


def test_other_columns_make_other_articles(tmp_path):
    path = tmp_path / "in.csv"
    path.write_text(f"text,long\n{BODY.format(1)},{BODY.format(2)}\n", encoding="utf-8")
    run(tmp_path, path)
    assert run(tmp_path, path).unchanged == 1
    run(tmp_path, path, options=ReadOptions(columns={"text": "long"}))
    with Index.open(tmp_path / "index.sqlite3") as index:
        assert [article.text for article in index.articles()] == [BODY.format(2)]


def test_an_older_analysis_is_done_again(tmp_path, monkeypatch):
    write(tmp_path / "in", 1)
    write_rows(tmp_path / "in" / "rows.jsonl", 2)
    run(tmp_path)
    monkeypatch.setattr("drawdown_cli.store.index.analysis_version", lambda: "newer")
    summary = run(tmp_path)
    assert (summary.unchanged, summary.added + summary.changed) == (0, 2)
    assert docs(tmp_path) == ["1", "r2"]


def test_files_of_other_types_are_counted_and_named_ones_are_failures(tmp_path):
    folder = write(tmp_path / "in", 1)
    for name in ("a.jpg", "b.jpg", "c"):
        (folder / name).write_bytes(b"x")
    assert run(tmp_path).other_types == {".jpg": 2, "no ending": 1}
    summary = run(tmp_path, folder / "a.jpg")
    assert (summary.failed, summary.skipped[0].reason) == (1, "is of a type that is not read (.jpg)")


def test_several_processes_store_the_same_as_one(tmp_path):
    write(tmp_path / "in", *range(150))
    write_rows(tmp_path / "in" / "rows.jsonl", *range(200, 260))
    contents = []
    for jobs in (1, 2):
        with Index.open(tmp_path / f"{jobs}.sqlite3", write=True) as index:
            steps: list[Progress] = []
            index_paths([tmp_path / "in"], index, jobs=jobs, progress=steps.append)
            assert steps[-1].done == steps[-1].total
            contents.append(list(index.articles()))
    assert contents[0] == contents[1]
    assert len(contents[0]) == 210


def test_a_defect_in_a_rule_costs_one_article(tmp_path, monkeypatch):
    write(tmp_path / "in", 1, 2)

    def broken(article):
        if article.doc == "1":
            raise ValueError("no such month")
        return analyze(article)

    from drawdown_cli import pipeline

    analyze = pipeline.analyze
    monkeypatch.setattr(pipeline, "analyze", broken)
    summary = run(tmp_path)
    assert (summary.added, summary.failed) == (1, 1)
    assert "our mistake (ValueError: no such month)" in summary.skipped[0].reason


def test_a_file_that_vanishes_before_it_is_read_is_named_and_costs_nothing_stored(tmp_path, monkeypatch):
    folder = write(tmp_path / "in", 1, 2)
    run(tmp_path)
    write(folder, 3)
    (folder / "1.txt").write_text(BODY.format(11), encoding="utf-8")

    from drawdown_cli.indexing import run as running

    planned = running.plan_run

    def plan_then_lose(*arguments):
        plan = planned(*arguments)
        (folder / "1.txt").unlink()
        return plan

    monkeypatch.setattr(running, "plan_run", plan_then_lose)
    summary = run(tmp_path)
    assert summary.skipped == [Skipped(str(folder / "1.txt"), "does not exist", failed=True)]
    assert docs(tmp_path) == ["1", "2", "3"]


def test_a_file_that_changes_while_it_is_read_is_read_again_in_the_next_run(tmp_path, monkeypatch):
    folder = write(tmp_path / "in", 1)

    from drawdown_cli.indexing import run as running

    planned = running.plan_run

    def plan_then_change(*arguments):
        plan = planned(*arguments)
        (folder / "1.txt").write_text(BODY.format(1111), encoding="utf-8")
        return plan

    monkeypatch.setattr(running, "plan_run", plan_then_change)
    run(tmp_path)
    monkeypatch.setattr(running, "plan_run", planned)
    assert counts(run(tmp_path)) == (0, 0, 1, 0)
    with Index.open(tmp_path / "index.sqlite3") as index:
        assert next(index.articles()).text == BODY.format(1111)


def test_breaking_off_leaves_whole_articles_and_the_next_run_goes_on(tmp_path):
    write(tmp_path / "in", *range(200))

    def stop(progress):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, progress=stop)
    assert 0 < len(docs(tmp_path)) < 200
    summary = run(tmp_path)
    assert summary.added + summary.unchanged == 200
    assert len(docs(tmp_path)) == 200


def _square(number: int) -> int:
    if number == 3:
        os._exit(9)
    return number * number


def test_a_call_that_kills_its_process_costs_only_itself():
    results = [result for _, result in run_chunks([Chunk(_square, (n,)) for n in range(6)], 2)]
    assert results == [0, 1, 4, CRASHED, 16, 25]


def test_the_search_folder_is_full_before_the_store_is_closed(tmp_path):
    write(tmp_path / "in", 1, 2, 3)
    with Index.open(tmp_path / "index.sqlite3", write=True) as index:
        index_paths([tmp_path / "in"], index, jobs=2)
        with Index.open(tmp_path / "index.sqlite3") as reader:
            said = []
            reader.searching.catch_up(said.append)
    assert said == []


def scribble(place: Path) -> None:
    """Write a file and wait; take it away when told to end."""
    place.write_text("here")
    try:
        time.sleep(600)
    finally:
        place.unlink()


def interrupt_when_there(place: Path) -> None:
    while not place.exists():
        time.sleep(0.01)
    raise KeyboardInterrupt


def test_a_call_beside_a_block_that_fails_clears_up_and_ends(tmp_path):
    place = tmp_path / "draft"
    with pytest.raises(KeyboardInterrupt), beside(scribble, place):
        interrupt_when_there(place)
    assert not place.exists()


def test_a_call_beside_a_block_costs_the_block_nothing_when_it_crashes():
    with beside(os._exit, 1):
        reached = True
    assert reached
