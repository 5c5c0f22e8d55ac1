import pytest
from test_changes import changes


def moved(text: str) -> list[tuple[int | float | None, str, str]]:
    return [(change.value, change.force, change.place) for change in changes(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("قال المسؤول إن 300 جندي من بوركينا فاسو غادروا مالي", (300, "Burkinabe", "Mali")),
        ("وصل 500 جندي من بنغلاديش إلى جنوب السودان", (500, "Bangladeshi", "South Sudan")),
        ("سيصل 400 شرطي من كينيا إلى هايتي الشهر المقبل", (400, "Kenyan", "Haiti")),
        (
            "نشرت الأمم المتحدة 300 جندي من رواندا في جمهورية أفريقيا الوسطى",
            (300, "Rwandan", "Central African Republic"),
        ),
        ("ستصل قوات إضافية من رومانيا إلى كوسوفو قريبا", (None, "Romanian", "Kosovo")),
        ("تضم بعثة الأمم المتحدة في الكونغو الديمقراطية 1200 جندي من الهند", (1200, "Indian", "DR Congo")),
    ],
)
def test_soldiers_are_of_the_state_that_they_come_from(text, expected):
    assert moved(text) == [expected]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("انسحب 500 جندي أميركي من العراق", (500, "American", "Iraq")),
        ("سحب الناتو 300 جندي من كوسوفو", (300, "NATO", "Kosovo")),
        ("أجلت فرنسا 200 جندي من النيجر إلى تشاد", (200, "French", "Niger")),
        ("أرسلت الولايات المتحدة 3000 جندي من ألمانيا إلى بولندا", (3000, "American", "Poland")),
        ("أعاد الأردن 300 جندي من أفغانستان", (300, "Jordanian", "Afghanistan")),
        ("أعلن البنتاغون نقل 1000 جندي من الكويت إلى العراق", (1000, "American", "Iraq")),
    ],
)
def test_a_state_that_soldiers_leave_or_are_moved_from_is_no_force(text, expected):
    assert moved(text) == [expected]


def test_soldiers_of_several_states_are_of_none_alone_and_in_none_of_them():
    told = moved("أعلنت بعثة الأمم المتحدة في مالي أن 900 جندي من السنغال وتوغو وبنغلاديش سيغادرون كيدال")
    assert told == [(900, "UN", "Kidal")]


def test_forces_of_so_many_soldiers_are_withdrawn_from_a_state():
    told = moved("قررت فرنسا سحب قواتها البالغ قوامها أكثر من ألف جندي من تشاد")
    assert {(force, place) for _, force, place in told} == {("French", "Chad")}


def test_soldiers_who_left_a_state_are_of_nobody_known():
    assert not moved("انسحب 500 جندي من العراق")
