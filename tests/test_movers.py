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


def dated(text):
    return [
        (row[0], row[1], row[2], str(change.date_end))
        for row, change in zip(rows(text), changes(text), strict=True)
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "قالت الوزارة إن 900 من قوات الناتو سيغادرون مالي بما في ذلك 300 جندي من كندا، و200 من النرويج،"
            " بحلول 15 نوفمبر المقبل.",
            [("withdrawal", "planned", 900, "2024-11-15")],
        ),
        (
            "اقترحت كندا سحب 1200 من أصل 3000 هي قواتها المنتشرة في مالي بحلول عام 2026.",
            [("withdrawal", "demanded", 1200, "2026-12-31"), ("level", "ongoing", 3000, "2024-10-01")],
        ),
        (
            "سحبت كندا في وقت سابق نحو 400 جندي من غاو، تبعهم انسحاب 600 جندي من ميناكا.",
            [("withdrawal", "occurred", 400, "2024-09-30"), ("withdrawal", "occurred", 600, "2024-10-01")],
        ),
        (
            "يكمل الجيش الكندي الأحد انسحاب جميع جنوده من مالي.",
            [("withdrawal", "planned", None, "2024-10-06")],
        ),
        (
            "وانسحبت القوات الكندية من معسكر في تمبكتو في 6 أغسطس ومن معسكر ثان في كيدال في 11 سبتمبر.",
            [("withdrawal", "occurred", None, "2024-08-06"), ("withdrawal", "occurred", None, "2024-09-11")],
        ),
        (
            "أعلنت بعثة الأمم المتحدة في مالي انسحابها من معسكر في تيساليت.",
            [("withdrawal", "occurred", None, "2024-10-01")],
        ),
    ],
)
def test_what_goes_on_without_a_verb_has_its_number_and_date(text, expected):
    assert dated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "زار الوزير الصومال لرفع معنويات القوات الكندية.",
        "تعزيز قدرات القوات الكندية في لاتفيا",
        "أصبحت مينوسما بعثة السلام الأكثر تضررا في السنوات الأخيرة.",
    ],
)
def test_morale_and_means_are_no_forces(text):
    assert not changes(text)


@pytest.mark.parametrize(
    "text, place",
    [
        ("أكد وزير الدفاع الصومالي انتهاء انسحاب القوات الأفريقية من البلاد.", "Somalia"),
        (
            "تراقب كفور الحدود في كوسوفو. قال قائد الناتو في نابولي الإيطالية إن الحلف سيرسل 200 جندي.",
            "Kosovo",
        ),
        ("سيغادر 900 جندي كندي مالي بما في ذلك 300 جندي من غاو.", "Mali"),
    ],
)
def test_where_it_is_told_is_not_where_it_happens(text, place):
    assert [change.place for change in changes(text)][-1] == place


def test_a_named_owner_hands_over_what_all_foreign_forces_must():
    text = (
        "بدأت كندا انسحابها من مالي بتسليم قاعدتين إلى الحكومة المالية، تنفيذا لقرار طرد كل القوات الأجنبية."
    )
    handed = [change for change in changes(text) if change.category == "base"]
    assert [(change.force, change.value) for change in handed] == [("Canadian", 2)]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "غادر 200 جندي كندي مالي في أبريل 2023، وتبعهم 100 آخرون في مايو.",
            [("withdrawal", "occurred", 200, "Canadian"), ("withdrawal", "occurred", 100, "Canadian")],
        ),
        (
            "ستنشر كندا 500 جندي في لاتفيا هذا العام، وسيتبعهم 700 جندي في العام المقبل.",
            [("deployment", "planned", 500, "Canadian"), ("deployment", "planned", 700, "Canadian")],
        ),
        (
            "غادر 200 جندي كندي مالي في أبريل 2023، وتبعهم 100 صحفي في مايو.",
            [("withdrawal", "occurred", 200, "Canadian")],
        ),
    ],
)
def test_as_many_more_follow_or_will(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    ["تنتهي ولاية رئيس بعثة الأمم المتحدة في ليبيا في مارس.", "انتهت مهمة مبعوث الأمم المتحدة في ليبيا."],
)
def test_the_term_of_a_head_of_mission_is_his_own(text):
    assert not rows(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("غادرت فرقتان تضمان نحو 100 جندي كيني مالي.", [("withdrawal", "occurred", 100, "Kenyan")]),
        ("وصلت إلى مالي كتيبة تشادية تضم 700 جندي.", [("deployment", "occurred", 700, "Chadian")]),
        ("غادر مالي وفد يضم 20 نائبا.", []),
    ],
)
def test_a_unit_moves_with_the_men_it_comprises(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text, status",
    [
        ("قال الوزير إن انسحاب القوات الكندية من مالي جارٍ.", "ongoing"),
        ("يمكننا التأكيد أن انسحاب القوات الكندية من مالي مستمر.", "ongoing"),
        ("يمكن سحب القوات الكندية من مالي.", "possible"),
    ],
)
def test_a_predicate_says_that_it_goes_on(text, status):
    assert [row[1] for row in rows(text)] == [status]


def test_an_adjective_of_the_place_invades_nothing():
    assert not rows("وندد الوزير بغزو القرم الأوكرانية في 2014.")
