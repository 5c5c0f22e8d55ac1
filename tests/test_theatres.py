"""Where missions are at work, whose soldiers leave them, and how their long names are read."""

import pytest
from test_changes import changes

LONG = "بعثة الأمم المتحدة المتكاملة المتعددة الأبعاد لتحقيق الاستقرار في مالي"


def names(text):
    return [(change.force, change.place) for change in changes(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("أعلنت أتميس خفض عدد جنودها بنحو 1500 جندي في نوفمبر المقبل.", ("ATMIS", "Somalia")),
        ("سحبت كندا جنودها من النيجر. وأنهت يونيفيل مهمتها في سبتمبر الماضي.", ("UNIFIL", "Lebanon")),
        ("سحبت كندا جنودها من النيجر. وانتهت عملية الدعم الحازم في أغسطس 2021.", ("NATO", "Afghanistan")),
        ("سحبت النرويج جنودها من مينوسما العام الماضي.", ("Norwegian", "Mali")),
        ("غادرت كفور معسكرها. ونشرت يونيفيل 40 جنديا في قبرص.", ("UNIFIL", "Cyprus")),
    ],
)
def test_a_mission_is_in_its_country_unless_the_text_says_otherwise(text, expected):
    assert names(text)[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        f"سحبت {LONG} مينوسما آخر جنودها من معسكرها في ميناكا يوم الأحد.",
        f"سحبت {LONG} (مينوسما) آخر جنودها من معسكرها في ميناكا يوم الأحد.",
        f'سحبت {LONG} "مينوسما" آخر جنودها من معسكرها في ميناكا يوم الأحد.',
    ],
)
def test_a_long_name_ends_with_the_short_one(text):
    assert [change.force for change in changes(text)] == ["MINUSMA"]


@pytest.mark.parametrize(
    "text, force",
    [
        ("أعلنت بلجيكا أن قواتها ستنسحب من بعثة الأمم المتحدة في مالي بحلول مايو المقبل.", "Belgian"),
        ("أعلنت بلجيكا انسحابها من بعثة الأمم المتحدة في مالي.", "Belgian"),
        ("أكملت بلجيكا انسحابها العسكري النهائي من مالي.", "Belgian"),
        ("غادر 300 من قوة الأمم المتحدة مالي الأحد.", "UN"),
        ("ستعيد بلجيكا جنودها المشاركين في بعثة «مينوسما» إلى الوطن.", "Belgian"),
    ],
)
def test_who_leaves_a_mission_is_not_the_mission(text, force):
    assert [change.force for change in changes(text)] == [force]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت بلجيكا انسحابها من الاتفاق النووي.",
        "تركز المهمة على منطقة المحيط الهندي.",
        "زار وزير الدفاع البلجيكي بعثة الأمم المتحدة في مالي (مينوسما).",
    ],
)
def test_no_mission_is_left_where_none_is(text):
    assert not changes(text)


@pytest.mark.parametrize(
    "text, place",
    [
        ("طردت مالي القوات الفرنسية في أغسطس 2022.", "Mali"),
        ("طالبت بغداد بانسحاب القوات الأمريكية.", "Iraq"),
        ("طلبت الحكومة الصومالية مغادرة القوات الإثيوبية.", "Somalia"),
        ("أنهت السنغال الوجود العسكري الفرنسي في يوليو 2023.", "Senegal"),
        ("طلبت إيران مغادرة القوات الأمريكية.", ""),
    ],
)
def test_a_state_expels_forces_from_its_own_soil(text, place):
    assert [change.place for change in changes(text)] == [place]


def test_sources_in_a_capital_are_not_where_forces_are():
    text = (
        "تنتشر قوة كندية في مالي. وفي مالي قال الوزير إن كندا وافقت على سحب جنودها، "
        "وعندها اكتفت مصادر في باريس بالتعليق."
    )
    assert "Mali" in {change.place for change in changes(text) if change.category.value == "withdrawal"}


def test_of_two_countries_the_one_named_more_often_is_the_host():
    text = (
        "ذكرت المالديف أن الهند ستسحب قواتها من أراضيها. وقالت المالديف ذلك في ختام لقاء في دبي. "
        "ويوجد 77 عسكريا هنديا في المالديف."
    )
    assert {change.place for change in changes(text)} == {"Maldives"}
