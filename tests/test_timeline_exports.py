import json
from io import StringIO

import icalendar
from test_timeline import YEAR, a_change

from drawdown_cli.records import to_record
from drawdown_cli.render.ics import write_ics
from drawdown_cli.render.timelinejs import write_timelinejs


def a_row(**fields):
    row = to_record(a_change(**fields))
    row["phrase"] = "<b>سحب</b>, القوات; كلها"
    return row


def exported(write, *rows):
    sink = StringIO()
    return write(list(rows), sink, lang="en", versions="drawdown 9, lexicon ab"), sink.getvalue()


def test_a_calendar_reader_reads_the_events_back():
    count, text = exported(write_ics, a_row(), a_row(number=2, **YEAR))
    events = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert count == 2
    assert [str(event["UID"]) for event in events] == ["cone1@drawdown", "cone2@drawdown"]
    assert str(events[0]["SUMMARY"]) == "<b>سحب</b>, القوات; كلها"
    days = [(event.decoded("DTSTART").isoformat(), event.decoded("DTEND").isoformat()) for event in events]
    assert days == [("2021-06-01", "2021-06-02"), ("2021-01-01", "2022-01-01")]
    assert not any(event.errors for event in events)


def test_lines_of_a_calendar_are_short_and_end_as_the_standard_says():
    _, text = exported(write_ics, a_row(text="كلمات " * 40))
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")


def test_a_calendar_and_its_uids_do_not_change_from_run_to_run():
    assert exported(write_ics, a_row()) == exported(write_ics, a_row())


def test_undated_rows_are_no_events():
    undated = a_row(date_start=None, date_end=None)
    assert exported(write_ics, undated)[0] == exported(write_timelinejs, undated)[0] == 0


def test_timelinejs_events_have_what_its_format_asks_for():
    count, text = exported(write_timelinejs, a_row(), a_row(number=2, **YEAR))
    timeline = json.loads(text)
    day, year = timeline["events"]
    assert count == 2
    assert day["start_date"] == {"year": 2021, "month": 6, "day": 1}
    assert (year["start_date"], year["end_date"]) == ({"year": 2021}, {"year": 2021})
    assert day["text"]["headline"] == "&lt;b&gt;سحب&lt;/b&gt;, القوات; كلها"
    assert {event["unique_id"] for event in timeline["events"]} == {"cone1", "cone2"}


def test_timelinejs_links_only_to_pages_of_the_web():
    row = a_row()
    row["sources"][0] |= {"url": "javascript:alert(1)", "title": "x"}
    assert "<a " not in exported(write_timelinejs, row)[1]
