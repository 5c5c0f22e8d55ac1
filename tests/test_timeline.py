from datetime import date, timedelta
from functools import cache

import pytest
from growth import WORST, growth

from drawdown_cli.models import (
    Category,
    Change,
    ChangeFilter,
    ChangeSource,
    Confidence,
    DateBasis,
    DateMod,
    Grain,
    Status,
    ValueRole,
)
from drawdown_cli.records import to_record
from drawdown_cli.timeline import build_timeline
from drawdown_cli.timeline.phrases import phrase
from drawdown_cli.timeline.series import level_series

JUNE = date(2021, 6, 1)


def a_change(number: int = 1, doc: str = "one", published: str = "2021-06-01", **fields) -> Change:
    change = Change(
        id=f"c{doc}{number}",
        category=Category.WITHDRAWAL,
        status=Status.OCCURRED,
        date_start=JUNE,
        date_end=JUNE,
        date_mod=DateMod.ON,
        grain=Grain.DAY,
        date_basis=DateBasis.STATED,
        date_text="",
        value=None,
        value_role=ValueRole.NONE,
        low=None,
        high=None,
        comparator="",
        unit="",
        from_value=None,
        to_value=None,
        force="American",
        place="Iraq",
        base="",
        mission_from="",
        mission_to="",
        text="words",
        doc=doc,
        start=number * 10,
        end=number * 10 + 5,
        attributed_to="",
        sources=(ChangeSource(doc, number * 10, number * 10 + 5, "words", published),),
        conflicts_with=(),
        fulfils=(),
        rule="withdrawal-object",
        confidence=Confidence.HIGH,
    )
    return change._replace(**fields)


def troops(value: int, comparator: str = "=", role: ValueRole = ValueRole.RESULT) -> dict:
    return {
        "category": Category.LEVEL,
        "status": Status.ONGOING,
        "value": value,
        "low": value,
        "high": value,
        "comparator": comparator,
        "unit": "troops",
        "value_role": role,
    }


YEAR = {"date_start": date(2021, 1, 1), "date_end": date(2021, 12, 31), "grain": Grain.YEAR}
UNDATED = {"date_basis": DateBasis.PUBLISHED}


def test_wire_copies_of_one_report_are_one_row_with_both_sources():
    rows = build_timeline([a_change(doc="one"), a_change(doc="two")])
    assert [[source.doc for source in row.sources] for row in rows] == [["one", "two"]]


def test_without_merging_every_report_is_a_row():
    assert len(build_timeline([a_change(doc="one"), a_change(doc="two")], merge=False)) == 2


def test_a_finer_date_inside_a_coarser_one_is_the_same_fact_and_wins():
    rows = build_timeline([a_change(doc="one", **YEAR), a_change(doc="two")])
    assert [(row.date_start, len(row.sources)) for row in rows] == [(JUNE, 2)]


def test_a_plan_told_again_without_its_date_is_one_plan():
    plan = a_change(1, status=Status.PLANNED, date_start=date(2021, 12, 31), date_end=date(2021, 12, 31))
    again = a_change(2, status=Status.PLANNED, **UNDATED)
    assert [row.date_start for row in build_timeline([again, plan])] == [date(2021, 12, 31)]


@pytest.mark.parametrize(
    "other",
    [
        {"place": "Syria"},
        {"force": "French"},
        {"category": Category.MISSION},
        {"status": Status.PLANNED},
        {"base": "Taji", "place": "Syria"},
        {"date_start": date(2011, 12, 1), "date_end": date(2011, 12, 31)},
    ],
    ids=lambda other: next(iter(other)),
)
def test_what_differs_stays_apart(other):
    assert len(build_timeline([a_change(1), a_change(2, **other)])) == 2


def test_a_town_and_its_country_are_one_place_for_one_fact():
    assert [row.place for row in build_timeline([a_change(1, place="Mosul"), a_change(2)])] == ["Mosul"]


def test_a_level_that_held_and_one_that_holds_are_one_fact():
    past = a_change(doc="one", **{**troops(2500, "~"), "status": Status.OCCURRED}, **YEAR)
    now = a_change(doc="two", **troops(2500, "~"))
    assert len(build_timeline([past, now])) == 1


def test_two_figures_for_one_date_name_one_another():
    one, other = build_timeline([a_change(1, **troops(3000)), a_change(2, **troops(3200))])
    assert (one.conflicts_with, other.conflicts_with) == ((other.id,), (one.id,))
    assert len(build_timeline([one, other, a_change(3)], disputed=True)) == 2


@pytest.mark.parametrize("vague, sharp", [((2500, ">"), 3000), ((2500, "~"), 2600), ((3000, "<"), 2500)])
def test_a_bound_that_admits_a_figure_does_not_contradict_it(vague, sharp):
    rows = build_timeline([a_change(1, **troops(*vague)), a_change(2, **troops(sharp))])
    assert [row.conflicts_with for row in rows] == [(), ()]


def test_all_forces_against_combat_forces_are_disputed():
    rows = build_timeline([a_change(1), a_change(2, force="American combat")])
    assert all(row.conflicts_with for row in rows)


def test_a_denial_points_at_what_it_denies():
    claim, denial = build_timeline([a_change(1, status=Status.PLANNED), a_change(2, status=Status.DENIED)])
    assert denial.conflicts_with == (claim.id,)


def test_an_event_fulfils_the_plan_that_announced_it():
    plan = a_change(1, "one", "2021-04-15", status=Status.PLANNED, date_mod=DateMod.BY)
    event = a_change(2, "two", "2021-06-02")
    rows = {row.status: row for row in build_timeline([plan, event])}
    assert rows[Status.OCCURRED].fulfils == (plan.id,)


@pytest.mark.parametrize("force, place", [("Iraqi", "Iraq"), ("Hezbollah", "Syria"), ("local", "Mali")])
def test_the_hosts_own_forces_and_armed_groups_come_only_when_asked(force, place):
    change = a_change(force=force, place=place)
    assert build_timeline([change]) == []
    assert len(build_timeline([change], ChangeFilter(forces=("local",)))) == 1


@pytest.mark.parametrize(
    "wanted, count",
    [
        (ChangeFilter(since=date(2021, 6, 1)), 2),
        (ChangeFilter(until=date(2021, 5, 31)), 1),
        (ChangeFilter(since=date(2022, 1, 1)), 0),
        (ChangeFilter(since=date(2022, 1, 1), undated=True), 1),
        (ChangeFilter(categories=(Category.LEVEL,)), 0),
        (ChangeFilter(statuses=(Status.OCCURRED,)), 3),
        (ChangeFilter(places=("Iraq",)), 3),
    ],
)
def test_filters_take_what_overlaps(wanted, count):
    rows = [a_change(1), a_change(2, **YEAR), a_change(3, date_start=None, date_end=None)]
    assert len(build_timeline(rows, wanted, merge=False)) == count


def test_rows_stand_in_order_of_time_finer_dates_first():
    rows = [a_change(1, **YEAR), a_change(2, date_start=date(2021, 1, 1), date_end=date(2021, 1, 1))]
    assert [row.grain for row in build_timeline(rows, merge=False)] == [Grain.DAY, Grain.YEAR]


def test_the_phrase_says_the_fields_in_both_languages():
    row = to_record(a_change(**{**troops(2500, "~"), "from_value": 5200}))
    assert phrase(row, "en") == "about 2,500 troops, American forces, after 5,200 in Iraq"
    assert phrase(row, "ar") == "نحو 2,500 جندي من القوات الأميركية بعد 5,200 في العراق"


def test_a_series_holds_reported_and_planned_levels():
    [series] = level_series(
        [a_change(1, **troops(2500)), a_change(2, **{**troops(0), "status": Status.PLANNED})]
    )
    assert [(point.value, point.planned) for point in series.points] == [(0, True), (2500, False)]


@cache
def _corpus(count: int) -> list[Change]:
    """Reports of one force in one country, four a day, some of one fact."""
    statuses = (Status.OCCURRED, Status.PLANNED, Status.DENIED)
    corpus = []
    for number in range(count):
        day = JUNE - timedelta(days=number // 4)
        said = troops(100 * (number % 7)) if number % 2 else {"status": statuses[number % 3]}
        corpus.append(a_change(number, doc=str(number // 3), date_start=day, date_end=day, **said))
    return corpus


def test_the_time_to_build_a_timeline_grows_with_the_reports():
    assert growth(lambda reports: build_timeline(_corpus(len(reports))), "x", 500) < WORST


@pytest.mark.parametrize(
    "old, new, said, in_arabic",
    [
        (
            "ISAF",
            "Resolute Support",
            "Mission of NATO forces changed from ISAF to Resolute Support in Afghanistan",
            "تحول مهمة القوات الأطلسية من ISAF إلى الدعم الحازم في أفغانستان",
        ),
        (
            "combat",
            "training advisory",
            "Mission of NATO forces changed from combat to training and advisory in Afghanistan",
            "تحول مهمة القوات الأطلسية من قتالية إلى تدريبية استشارية في أفغانستان",
        ),
        (
            "",
            "security bilateral",
            "Mission of NATO forces changed to bilateral security in Afghanistan",
            "تحول مهمة القوات الأطلسية إلى أمنية ثنائية في أفغانستان",
        ),
    ],
)
def test_what_a_mission_was_and_becomes_is_named(old, new, said, in_arabic):
    row = {
        "category": "mission",
        "rule": "mission-change",
        "force": "NATO",
        "place": "Afghanistan",
        "mission_from": old,
        "mission_to": new,
    }
    assert (phrase(row), phrase(row, "ar")) == (said, in_arabic)
