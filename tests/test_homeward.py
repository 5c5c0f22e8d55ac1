"""Whether a move leads home: to whose country, across which border, and who tells of it."""

import pytest
from test_changes import changes


@pytest.mark.parametrize(
    "text, expected",
    [
        ("قال متحدث باسم الجيش الكندي إن 900 عسكري عادوا إلى البلاد.", [("withdrawal", "occurred", 900)]),
        (
            "قالت القيادة الكندية إن القوة الكندية العاملة في غاو بمالي عادت إلى البلاد.",
            [("withdrawal", "occurred", None)],
        ),
        (
            "قال وزير الدفاع في ليتوانيا إن كندا ستنشر قوات دفاع جوي في بلاده.",
            [("deployment", "planned", None)],
        ),
        (
            "يتوقع وصول 40 عسكريا كنديا إلى ليتوانيا لتعزيز كتيبة بلادهم هناك.",
            [("deployment", "planned", 40)],
        ),
        ("عادت القوات الكندية إلى بلادها من مالي.", [("withdrawal", "occurred", None)]),
        (
            "انسحبت القوات الكندية من غاو ثم عبرت الحدود صباح أمس.",
            [("withdrawal", "occurred", None), ("withdrawal", "occurred", None)],
        ),
        ("رافق الجيش الكندي نحو 20 مركبة عبر الحدود إلى مالي.", []),
    ],
)
def test_a_move_leads_home_where_it_says_so(text, expected):
    assert [(each.category.value, each.status.value, each.value) for each in changes(text)] == expected


@pytest.mark.parametrize(
    "text, status",
    [
        ("أكد الوزير أنه لن يتم إرسال قوات كندية إلى مالي.", "denied"),
        ("صدق البرلمان الكندي على إرسال قوات إلى ليبيا.", "planned"),
        ("وقع الرئيس مذكرة بإرسال قوات كندية إلى ليبيا.", "planned"),
        (
            "انتهت المهمة الكندية في مالي الخميس، مشيرا إلى أن القوات الكندية ستعود إلى كندا في يناير.",
            "planned",
        ),
        ("ستبقى القوات الكندية في مالي إلى أن تجرى الانتخابات.", "planned"),
    ],
)
def test_that_and_until_are_told_apart(text, status):
    assert [each.status.value for each in changes(text)][-1] == status


@pytest.mark.parametrize(
    "text, force",
    [
        ("قالت كندا إن قواتها العاملة في عدن عادت إلى أرض الوطن بعد تسليمها للقوات السعودية.", "Canadian"),
        (
            "غادرت القوات الكندية غاو، كما قيل لإذاعة صوت أمريكا. وأضاف أن قوات بلاده انسحبت من ميناكا.",
            "Canadian",
        ),
    ],
)
def test_who_receives_and_who_broadcasts_does_not_move(text, force):
    assert [each.force for each in changes(text)][-1] == force


def test_a_day_behind_the_verb_parts_it_from_nothing():
    (change,) = changes("وصل الثلاثاء، إلى ليتوانيا نحو ثلاثين جنديا كنديا ضمن كتيبة للحلف.")
    assert (change.value, change.force, change.place) == (30, "Canadian", "Lithuania")


@pytest.mark.parametrize(
    "text, force, place",
    [
        (
            "أعلن رئيس وزراء بريطانيا خلال قمة حلف الناتو عن نشر بلاده 500 جندي في لاتفيا.",
            "British",
            "Latvia",
        ),
        (
            "في تصريحات عقب عودته من واشنطن، قال الوزير الكندي إن بلاده بدأت سحب قواتها من مالي.",
            "Canadian",
            "Mali",
        ),
        ("قال رئيس كازاخستان إن روسيا ستبدأ سحب قواتها من بلاده في غضون يومين.", "Russian", "Kazakhstan"),
        ("ذكرت المالديف أن الهند ستسحب قواتها من أراضيها.", "Indian", "Maldives"),
        ("قال الوزير إن الحكومة الهندية وافقت على سحب جنودها من بلاده.", "Indian", ""),
    ],
)
def test_his_country_is_the_speakers(text, force, place):
    assert [(change.force, change.place) for change in changes(text)] == [(force, place)]


def test_the_return_of_those_who_were_sent_is_a_withdrawal():
    text = "أعلنت وزارة الدفاع الروسية عودة القوات التي تم نشرها في كازاخستان."
    assert [(change.category.value, change.place) for change in changes(text)] == [
        ("withdrawal", "Kazakhstan")
    ]
