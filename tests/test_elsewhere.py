"""Second places, those that remain, and those who came there (report of 1 October 2024)."""

import pytest
from test_changes import changes

from drawdown_cli.models import Category, Status


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "في جنوب السودان تنشر الأمم المتحدة 13 ألف جندي، وفي أبيي أربعة آلاف",
            [(13000, "South Sudan"), (4000, "Abyei")],
        ),
        ("تنشر فرنسا 1500 جندي في جيبوتي، وفي الغابون 350", [(1500, "Djibouti"), (350, "Gabon")]),
        ("تنشر فرنسا 1500 جندي في جيبوتي، وفي الغابون 350 مدرسة", [(1500, "Djibouti")]),
        ("تنشر فرنسا 1500 جندي في جيبوتي، وفي الغابون 350 قتيلا", [(1500, "Djibouti")]),
    ],
)
def test_a_second_place_has_a_number_of_its_own(text, expected):
    assert [(change.value, change.place) for change in changes(text)] == expected


@pytest.mark.parametrize(
    "verb",
    ["وكانوا قد وصلوا إليها", "وكانوا قد دخلوها", "وقد جاؤوها أول مرة", "وقد جاءوا إليها"],
)
def test_who_left_had_come(verb):
    left, came = changes(f"انسحب الجنود البريطانيون من سيراليون أمس، {verb} في مايو 2000")
    assert (left.category, came.category) == (Category.WITHDRAWAL, Category.DEPLOYMENT)
    assert (str(came.date_start), came.force) == ("2000-05-01", "British")


def test_guests_who_came_to_it_are_no_force():
    assert not changes("افتتح الوزير المعرض في بغداد أمس، وقد جاؤوها من بلدان شتى")


def test_but_forty_of_its_men_remain():
    remain = changes("غادرت الكتيبة الأسترالية قندهار، ولم يبق من أفرادها سوى أربعين")[-1]
    assert (remain.category, remain.value) == (Category.LEVEL, 40)


def test_the_number_of_a_base_counts_nobody():
    (change,) = changes("غادر الجنود الأميركيون القاعدة الجوية 201 في النيجر الاثنين")
    assert change.value is None


def test_who_receives_a_base_is_not_whom_the_text_is_about():
    left = changes(
        "سلمت القوات الإثيوبية قاعدة بيو أدي إلى الجيش الصومالي. وكان ألفا جندي قد غادروا في يونيو الماضي"
    )[-1]
    assert (left.value, left.force) == (2000, "Ethiopian")


def test_a_state_withdraws_from_the_south_of_the_country_spoken_of():
    text = "تنتشر قوات فرنسية في جنوب لبنان منذ 1978. وانسحبت إسرائيل من الجنوب في 25 مايو 2000"
    left = changes(text)[-1]
    assert (left.force, left.place, str(left.date_start)) == ("Israeli", "southern Lebanon", "2000-05-25")


def test_the_strength_of_the_mission_spoken_of_is_expected_to_rise():
    level = changes("وصلت قوات كينية إلى هايتي. ومن المتوقع أن يصل قوام البعثة إلى 2500 عنصر")[-1]
    assert (level.status, level.value) == (Status.PLANNED, 2500)


def test_doctors_of_a_mission_are_no_strength():
    text = "وصلت قوات كينية إلى هايتي. ومن المتوقع أن يصل عدد البعثة إلى 300 طبيب"
    assert [change.category for change in changes(text)] == [Category.DEPLOYMENT]


def test_the_opposition_demands_and_denies_nothing():
    text = "نشرت أوغندا قوات في جوبا في مارس الماضي. وطالبت المعارضة بخروجها فورا"
    assert changes(text)[-1].status is Status.DEMANDED
    assert changes("أبدت فرنسا معارضة لسحب القوات الأميركية من النيجر")[-1].status is Status.DENIED


@pytest.mark.parametrize("verb", ["ولم يبق سوى 650", "ولم يتبق سوى 650", "ولم يتبق منهم سوى 650 جنديا"])
def test_but_650_remained(verb):
    remain = changes(f"أعاد السودان 10 آلاف من جنوده من اليمن عام 2020، {verb}")[-1]
    assert (remain.category, remain.value, remain.force) == (Category.LEVEL, 650, "Sudanese")


def test_but_three_hundred_schools_remained_is_no_level():
    assert len(changes("أعاد السودان جنوده من اليمن عام 2020، ولم يتبق سوى 300 مدرسة مفتوحة")) == 1


def test_aden_is_no_verb_between_a_presence_and_its_date():
    text = "قلصت الإمارات قواتها في اليمن عام 2019 إلى أقل من ألف جندي، وأنهت وجودها في عدن في أكتوبر 2020"
    assert str(changes(text)[-1].date_start) == "2020-10-01"


def test_a_level_has_no_deadline_of_those_that_remained():
    text = "كان قوام القوة الأوروبية سبعة آلاف جندي في البوسنة، ولم يبق منها سوى 600 بحلول 2015"
    full, rest = changes(text)
    assert (rest.value, str(rest.date_end)) == (600, "2015-12-31")
    assert full.value == 7000
    assert str(full.date_end) != "2015-12-31"


def test_a_base_whose_name_is_a_number_has_its_men():
    (level,) = changes("تضم القاعدة العسكرية 201 في طاجيكستان أكثر من ستة آلاف جندي روسي")
    assert level.value == 6000


@pytest.mark.parametrize(
    "text",
    [
        "أعاد الاتحاد الأوروبي تسمية بعثته في موزمبيق في سبتمبر 2022",
        "أعيدت تسمية البعثة الأوروبية العسكرية في موزمبيق في سبتمبر 2022",
        "تقرر إعادة تسمية البعثة الأوروبية العسكرية في موزمبيق في سبتمبر 2022",
    ],
)
def test_a_mission_is_renamed(text):
    (change,) = changes(text)
    assert (change.category, change.rule, str(change.date_start)) == (
        Category.MISSION,
        "mission-change",
        "2022-09-01",
    )


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت الأمم المتحدة تسمية رئيس جديد لبعثتها في ليبيا",
        "أعاد الاتحاد الأفريقي تسمية مبعوثه إلى السودان",
    ],
)
def test_who_is_named_to_a_mission_changes_none(text):
    assert not changes(text)
