"""Who moves, of how many is told, and what is no move: agreement, relative clauses, options, sizes."""

import pytest
from test_changes import changes


def rows(text):
    return [
        (change.category.value, change.status.value, change.value, change.force) for change in changes(text)
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "وبلغ عدد الجنود الكنديين الذين تم سحبهم من مالي في المرحلتين الأولى والثانية 900 جندي.",
            [("withdrawal", "occurred", 900, "Canadian")],
        ),
        (
            "أكملت كندا المرحلة الثانية من انسحابها من مالي الذي يشمل 300 جندي.",
            [("withdrawal", "occurred", None, "Canadian")],
        ),
        (
            "تعمل الوزارة على تطوير خيار سحب 700 جندي كندي من لاتفيا.",
            [("withdrawal", "possible", 700, "Canadian")],
        ),
        (
            "أعلنت بعثة الأمم المتحدة مغادرة قواتها معسكر بير في مالي وتسليمه للسلطات.",
            [("withdrawal", "occurred", None, "UN"), ("base", "occurred", None, "UN")],
        ),
        (
            "أكد الوزير انتهاء عملية سحب القوات الكندية من مالي.",
            [("withdrawal", "occurred", None, "Canadian")],
        ),
        (
            "سيتم إعادة تمركز 200 جندي كندي في لاتفيا.",
            [("deployment", "planned", 200, "Canadian")],
        ),
    ],
)
def test_a_number_is_of_those_who_move(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "قالت كندا إن أي خفض للقوات الكندية في لاتفيا لن يضعف الحلف.",
        "جددت الحكومة الكندية تمسكها بالحوار مع مالي.",
        "كانت القوات الكندية في لاتفيا. وطالب المتظاهرون برحيل رؤساء البلديات.",
    ],
)
def test_what_moves_nobody_is_no_row(text):
    assert not rows(text)


def test_a_masculine_singular_has_no_forces_before_it():
    text = "اقتراح نقل القوات الكندية لم يصل إلى مكتب الوزير."
    assert [row[1] for row in rows(text)] == ["demanded"]


def test_the_date_of_the_clause_before_is_not_that_of_a_plan():
    text = "ضمت موسكو القرم عام 2014، وفي تصريحات قد تثير غضبها قال الوزير إن كندا ستنشر 200 جندي في لاتفيا."
    (change,) = changes(text)
    assert (change.value, str(change.date_start)) == (200, "2024-10-01")


def test_with_whom_something_is_arranged_does_not_act():
    text = "انسحبت مينوسما من معسكرها في تيساليت بالتنسيق مع الجيش المالي وفاغنر في 22 سبتمبر الماضي."
    (change,) = changes(text)
    assert (change.force, str(change.date_start)) == ("MINUSMA", "2024-09-22")
