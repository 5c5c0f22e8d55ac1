"""The tables of facts say what `build_timeline` makes of all changes, however the index came to hold them."""

import random
from datetime import date, timedelta
from zlib import crc32

import pytest
from benchmarks.corpus import article as made_up
from factories import an_article
from hypothesis import given, settings
from hypothesis import strategies as st
from test_timeline import a_change

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.models import (
    Category,
    Change,
    ChangeFilter,
    ChangeSource,
    DateBasis,
    Document,
    Grain,
    Status,
    ValueRole,
)
from drawdown_cli.records import to_record
from drawdown_cli.store.index import Index
from drawdown_cli.store.sqlite import SCHEMA
from drawdown_cli.store.told import USUAL, pack_told, told_change, unpack_told
from drawdown_cli.timeline import build_timeline
from drawdown_cli.timeline.asking import TimelineQuery, read_timeline, tell_timeline
from drawdown_cli.timeline.linking import link_facts
from drawdown_cli.unseen import to_json

TEXT = made_up(1, seed=7)
WANTED = (
    ChangeFilter(),
    ChangeFilter(since=date(2021, 3, 1), until=date(2021, 5, 31)),
    ChangeFilter(until=date(2020, 12, 31), undated=True),
    ChangeFilter(forces=("American",), categories=(Category.LEVEL,)),
    ChangeFilter(forces=("local",)),
    ChangeFilter(places=("Iraq",), statuses=(Status.PLANNED, Status.DENIED)),
    ChangeFilter(places=("Nowhere",)),
)
QUERIES = (
    *map(TimelineQuery, WANTED),
    TimelineQuery(disputed=True),
    TimelineQuery(ChangeFilter(since=date(2020, 6, 1), undated=True), limit=3),
)


def some_change(chance: random.Random, doc: str, number: int, published: str) -> Change:
    start, length = chance.randrange(200), chance.randrange(5, 30)
    day = date(2020, 1, 1) + timedelta(days=30 * chance.randrange(20))
    dates, grain = chance.choice(
        [
            ((day, day), Grain.DAY),
            ((day.replace(month=1, day=1), day.replace(month=12, day=31)), Grain.YEAR),
            ((day, None), Grain.DAY),
            ((None, None), Grain.NONE),
            ((date(1995, 1, 1), day), Grain.INTERVAL),
        ]
    )
    value = chance.choice([None, None, 2500, 3000, 12.5])
    return a_change()._replace(
        id=f"c{chance.getrandbits(40):010x}",
        doc=doc,
        category=chance.choice(list(Category)),
        status=chance.choice(list(Status)),
        date_start=dates[0],
        date_end=dates[1],
        grain=grain,
        date_basis=chance.choice([DateBasis.STATED, DateBasis.PUBLISHED]),
        value=value,
        low=value,
        high=chance.choice([value, None]),
        comparator=chance.choice(["=", "~", ">"]) if value else "",
        unit=chance.choice(["troops", "bases"]) if value else "",
        value_role=chance.choice([ValueRole.RESULT, ValueRole.MOVED]) if value else ValueRole.NONE,
        force=chance.choice(["American", "American combat", "", "French", "Iraqi"]),
        place=chance.choice(["Iraq", "Iraq", "Mosul", "", "Mali"]),
        base=chance.choice(["", "", "Ain al-Asad"]),
        start=start,
        end=start + length,
        text=TEXT[start : start + length],
        sources=(ChangeSource(doc, start, start + length, TEXT[start : start + length], published),),
    )


def a_document(chance: random.Random, doc: str, version: int) -> Document:
    """An article with changes; some are the same text, and so copies of one another."""
    text = TEXT if chance.random() < 0.4 else TEXT[:240] + f" {doc}-{version} كلمة أخرى."
    article = an_article(
        text, doc=doc, id=f"{doc}-{version}", day=date(2021, 1, 1) + timedelta(days=chance.randrange(200))
    )
    published = article.published.value
    changes = tuple(some_change(chance, doc, n, published) for n in range(chance.randrange(6)))
    return Document(article, tokenize(text), (), (), (), changes)


def by_id(rows):
    return {row.id: row for row in rows}


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 10**6))
def test_an_index_that_lived_tells_what_its_reports_amount_to(tmp_path_factory, seed):
    chance = random.Random(seed)
    with Index.open(tmp_path_factory.mktemp("i") / "i", write=True) as index:
        for version in range(chance.randrange(1, 5)):
            docs = chance.sample([f"d{n}" for n in range(8)], chance.randrange(1, 6))
            index.put_batch([a_document(chance, doc, version) for doc in docs])
            if chance.random() < 0.3:
                index.forget([f"d{chance.randrange(8)}.txt"])
            if chance.random() < 0.7:
                link_facts(index)
        link_facts(index)
        reports = list(index.changes(ChangeFilter()))
        for query in QUERIES:
            rows = build_timeline(reports, query.within, disputed=query.disputed)[: query.limit]
            assert read_timeline(index, query) == rows
            assert list(tell_timeline(index, query)) == [to_json(to_record(row)) for row in rows]


@pytest.fixture
def path(tmp_path):
    chance = random.Random(1)
    with Index.open(tmp_path / "i", write=True) as index:
        index.put_batch([a_document(chance, f"d{n}", 0) for n in range(6)])
        link_facts(index)
    return tmp_path / "i"


def test_a_run_that_was_broken_off_is_told_of_and_answered_rightly(path):
    with Index.open(path, write=True) as index:
        index.put_batch([a_document(random.Random(2), "new", 1)])
        said = []
        rows = read_timeline(index, say=said.append)
        assert rows == build_timeline(index.changes(ChangeFilter()))
        assert said == [
            "the stored timeline is behind the articles: it is worked out for this question alone, which may "
            "take time; drawdown index stores it where the index can be written"
        ]
        link_facts(index)
        assert read_timeline(index, say=said.append) == rows
        assert len(said) == 1


@pytest.mark.parametrize("wanted", [*WANTED, ChangeFilter(sources=("no such source",))])
def test_reports_by_themselves_point_at_what_their_facts_contradict_and_fulfil(path, wanted):
    with Index.open(path) as index:
        rows = read_timeline(index, TimelineQuery(wanted, merged=False))
        built = build_timeline(index.changes(ChangeFilter()), wanted, merge=False)
        bare = [row._replace(conflicts_with=(), fulfils=()) for row in built]
        if wanted.sources:
            assert rows == []
            return
        assert [row._replace(conflicts_with=(), fulfils=()) for row in rows] == bare
        fact_of = {
            (source.doc, source.start, source.end): fact
            for local in ((), ("local",))
            for fact in read_timeline(index, TimelineQuery(ChangeFilter(forces=local)))
            for source in fact.sources
        }
        for row in rows:
            fact = fact_of[row.doc, row.start, row.end]
            assert (row.conflicts_with, row.fulfils) == (fact.conflicts_with, fact.fulfils)
        assert read_timeline(index, TimelineQuery(wanted, merged=False, limit=2)) == rows[:2]
        disputed = read_timeline(index, TimelineQuery(wanted, merged=False, disputed=True))
        assert disputed == [row for row in rows if row.conflicts_with]


def sql(index: Index, statement: str) -> list:
    return index.searching._connection.execute(statement).fetchall()


def test_facts_of_another_version_are_worked_out_anew(path):
    with Index.open(path, write=True) as index:
        rows = read_timeline(index)
        sql(index, "UPDATE facts_about_index SET value = '0' WHERE name = 'facts'")
        assert not index.facts.are_complete()
        link_facts(index)
        assert index.facts.are_complete()
        assert read_timeline(index) == rows


def test_only_what_an_article_may_change_is_worked_out_anew(path):
    with Index.open(path, write=True) as index:
        before = sql(index, "SELECT id, number FROM facts")
        article = an_article("نص قصير عن قاعدة أخرى.", doc="new")
        change = a_change(doc="new", start=3, end=9, id="c00000000aa", force="Dutch", place="Mali")
        index.put_batch([Document(article, tokenize(article.text), (), (), (), (change,))])
        link_facts(index)
        after = sql(index, "SELECT id, number FROM facts")
        assert set(before) < set(after)
        assert len(after) == len(before) + 1


def test_a_first_run_numbers_facts_in_order_of_time(path):
    with Index.open(path) as index:
        days = [day for (day,) in sql(index, "SELECT first_day FROM facts ORDER BY number")]
    assert days == sorted(days, key=lambda day: day or 0)
    assert days


def test_links_that_stay_are_not_written_again(path):
    with Index.open(path, write=True) as index:
        linked = "SELECT id, conflicts_with, fulfils FROM facts WHERE conflicts_with NOTNULL ORDER BY id"
        before = sql(index, linked)
        assert before
        sql(index, "CREATE TEMP TRIGGER t BEFORE UPDATE ON facts BEGIN SELECT raise(FAIL, 'written'); END")
        sql(index, "INSERT INTO unlinked SELECT number FROM articles")
        sql(index, "DELETE FROM unlinked WHERE article > 1")
        link_facts(index)
        assert sql(index, linked) == before


@given(st.text(), st.text(st.sampled_from('"\\ {}[],conflicts_with:ful\u202e\ud800\n')))
def test_what_is_told_comes_back_with_its_links(text, doc):
    change = a_change()._replace(text=text, doc=doc, sources=(ChangeSource(doc, 1, 5, text, "2021"),))
    packed = pack_told(change)
    assert told_change(unpack_told(packed, None, None)) == change
    links = ('["c0000000001", "c0000000002"]', '["c0000000003"]')
    linked = change._replace(conflicts_with=("c0000000001", "c0000000002"), fulfils=("c0000000003",))
    assert told_change(unpack_told(packed, *links)) == linked
    assert unpack_told(packed, *links) == to_json(to_record(linked))


def test_what_records_are_packed_with_belongs_to_the_schema():
    """An index cannot be read with another one: who changes it lets SCHEMA rise with it."""
    assert (SCHEMA, crc32(USUAL)) == (7, 3501190735)
