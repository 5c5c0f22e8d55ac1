"""What an index works out at the end of a run is brought up to date by the first question that needs it."""

import sqlite3
from contextlib import closing

import pytest
from commands import drawdown, index_of

from drawdown_cli.store.index import Index
from drawdown_cli.store.lock import writer_lock

TEXT = """باريس

23 يوليو 2021

انسحبت القوات الفرنسية من مالي أمس. وقال وزير الدفاع جان دوبون إن بلاده باقية في النيجر."""
ASKED = (
    (("timeline",), "facts", "facts of the timeline"),
    (("speakers",), "speakers", "speakers"),
    (("quotes", "--speaker", "دوبون"), "speakers", "speakers"),
    (("search", "باقية", "--speaker", "دوبون"), "speakers", "speakers"),
    (("search", "باقيه"), "last_base_with_keys", "words"),
    (("quotes", "--about", "باقيه"), "last_base_with_keys", "words"),
)


@pytest.fixture
def path(tmp_path):
    return index_of(tmp_path, {"leave": TEXT})


def make_old(path, name):
    """Let what the index has worked out be that of another version of the program."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE facts_about_index SET value = '0' WHERE name = ?", (name,))
        connection.commit()


@pytest.mark.parametrize("command, name, called", ASKED)
def test_the_first_question_that_needs_it_renews_it_once_and_says_so(path, command, name, called):
    before = drawdown(path, *command)
    assert before.returncode == 0
    make_old(path, name)
    first, second = drawdown(path, *command), drawdown(path, *command)
    assert first.stdout == second.stdout == before.stdout
    said = f"drawdown: the {called} are not those of today's articles: bringing them up to date, once\n"
    assert (first.stderr, second.stderr) == (said + before.stderr, before.stderr)
    with Index.open(path) as index:
        assert index.facts.are_complete()
        assert index.speakers.are_complete()
        assert index.searching.vocabulary.is_complete()
    log = path.with_name(f"{path.name}-wal")
    assert not log.exists() or log.stat().st_size == 0


@pytest.mark.parametrize("command, name, _called", ASKED)
def test_where_nothing_may_be_written_the_answer_is_right_and_one_sentence_tells_why_it_is_slow(
    path, command, name, _called
):
    before = drawdown(path, *command)
    make_old(path, name)
    with writer_lock(path):
        shown = drawdown(path, *command)
    assert shown.stdout == before.stdout
    (said,) = shown.stderr.removesuffix(before.stderr).splitlines()
    assert "for this question alone" in said
    with Index.open(path) as index:
        complete = index.facts.are_complete(), index.speakers.are_complete()
        assert not all((*complete, index.searching.vocabulary.is_complete()))


def test_a_question_that_needs_none_of_it_writes_nothing(path):
    make_old(path, "facts")
    make_old(path, "speakers")
    for command in (("timeline", "--copies"), ("search", "باقية"), ("info",)):
        assert "up to date" not in drawdown(path, *command).stderr
    with Index.open(path) as index:
        assert not index.facts.are_complete()
        assert not index.speakers.are_complete()
