"""Which words bear on a change, and which only tell of who speaks."""

import pytest
from test_changes import changes


@pytest.mark.parametrize(
    "text, status",
    [
        ("قال مسؤول رفض الكشف عن اسمه إن كندا ستسحب 200 جندي كندي من مالي.", "planned"),
        ("أكد مسؤول طلب عدم الكشف عن هويته انسحاب 200 جندي كندي من مالي.", "planned"),
        ("نفى مسؤول طلب عدم الكشف عن اسمه سحب 200 جندي كندي من مالي.", "denied"),
        ("نفى مسؤول، اشترط عدم ذكر اسمه، وجود خطط لسحب 200 جندي كندي من مالي.", "denied"),
        ("نفى مسؤول رفض ذكر اسمه سحب 200 جندي كندي من مالي.", "denied"),
        ("أكد مسؤول رفض الكشف عن اسمه سحب 200 جندي كندي من مالي.", "planned"),
        ("قال مسؤول طلب عدم الإفصاح عن هويته إن كندا ستسحب 200 جندي كندي من مالي.", "planned"),
        ("قال مسؤول فضل عدم ذكر اسمه إن كندا قد تسحب 200 جندي كندي من مالي.", "possible"),
    ],
)
def test_a_name_that_is_withheld_denies_no_change(text, status):
    assert [each.status for each in changes(text)] == [status]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("لم تتم مراسم رسمية لتسليم المعسكر الكندي في مالي.", []),
        ("قال الوزير خلال مراسم تسليم القاعدة الكندية في مالي إن البلدين صديقان.", []),
        ("سلمت كندا معسكرها في مالي قبل اكتمال انسحابها.", ["occurred"]),
        ("غادر 90 جنديا كنديا مالي بعد أن أمر المجلس العسكري بمغادرتهم.", ["occurred"]),
        ("أكملت القوات الكندية انسحابها من غاو وستغادر ميناكا قبل نهاية العام.", ["occurred", "planned"]),
        (
            "طالب الضباط الذين استولوا على الحكم بالقوة عام 2020 في يونيو الماضي، بعد أشهر من تدهور العلاقات"
            " مع أوتاوا وحلفائها، بالرحيل الفوري للقوات الكندية من مالي.",
            ["demanded"],
        ),
        ("قال الوزير إن المعسكر الكندي، الذي يعد الثاني في مالي، سيغلق.", ["planned"]),
        ("وعدت كندا بسحب قواتها من مالي.", ["planned"]),
        ("كندا تعد بسحب قواتها من مالي.", ["planned"]),
    ],
)
def test_only_what_governs_a_change_bears_on_it(text, expected):
    assert [each.status for each in changes(text)] == expected


def test_the_place_of_one_verb_is_not_that_of_the_next():
    text = "أكملت القوات الكندية انسحابها من قاعدتها في غاو وستغادر ميناكا قبل نهاية العام."
    assert [each.place for each in changes(text)] == ["Gao", "Menaka"]
