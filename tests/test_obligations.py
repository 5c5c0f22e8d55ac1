"""Who tells another state of its own forces, and on whom it falls to withdraw them."""

import pytest
from test_changes import changes


def moved(text: str) -> list[tuple[str, str]]:
    return [(change.status.value, change.force) for change in changes(text)]


@pytest.mark.parametrize(
    "text, force",
    [
        ("أبلغت فرنسا الحكومة التشادية أنها ستسحب قواتها من البلاد", "French"),
        ("أخطرت واشنطن بغداد بأنها ستسحب 500 من جنودها قبل نهاية العام", "American"),
        ("أبلغ وزير الدفاع الأميركي نظيره العراقي أنه سيسحب قواته من البلاد", "American"),
        ("أبلغت الولايات المتحدة وزارة الدفاع البولندية أنها ستخفض عدد جنودها بنحو 900 جندي", "American"),
    ],
)
def test_who_tells_another_speaks_of_his_own_forces(text, force):
    assert moved(text) == [("planned", force)]


@pytest.mark.parametrize(
    "text, force",
    [
        ("قالت الحكومة الصومالية إن على إثيوبيا سحب قواتها من البلاد", "Ethiopian"),
        ("قال المتحدث إن على رواندا سحب جنودها فورا من شرق الكونغو", "Rwandan"),
        ("أبلغ المجلس العسكري في النيجر الولايات المتحدة أن عليها سحب قواتها من البلاد", "American"),
    ],
)
def test_it_is_upon_a_state_to_withdraw_its_forces(text, force):
    assert moved(text) == [("demanded", force)]


@pytest.mark.parametrize(
    "text",
    [
        "وافق البرلمان على إرسال قوات تركية إلى ليبيا",
        "اتفقت مالي مع فرنسا على سحب قواتها من غاو",
    ],
)
def test_what_is_agreed_upon_is_no_demand(text):
    assert [status for status, _ in moved(text)] == ["planned"]


@pytest.mark.parametrize(
    "text, force",
    [
        ("أعلنت منظمة معاهدة الأمن الجماعي التي تقودها روسيا بدء سحب قواتها من كازاخستان", "CSTO"),
        ("قال المتحدث باسم تحالف محاربة داعش بقيادة الولايات المتحدة إن قواته غادرت سوريا", "Coalition"),
        ("تقود فرنسا مهمة أوروبية وسترسل 300 من جنودها إلى البحر الأحمر", "French"),
    ],
)
def test_who_leads_an_alliance_does_not_own_its_forces(text, force):
    assert [each for _, each in moved(text)] == [force]


def test_a_host_that_sends_forces_sends_its_own():
    text = "سحبت إريتريا قواتها من إثيوبيا. وأرسلت أديس أبابا قوات إلى منطقة تيغراي العام الماضي."
    assert [force for _, force in moved(text)] == ["Eritrean", "Ethiopian"]


@pytest.mark.parametrize(
    "text, forces",
    [
        ("أعلن رئيس كازاخستان انسحاب قوات حفظ السلام التابعة لمنظمة معاهدة الأمن الجماعي", ["CSTO"]),
        ("مدد مجلس الأمن اليوم تفويض القوة التابعة للاتحاد الأفريقي في الصومال", ["African Union"]),
        ("انسحبت الوحدات التابعة لبريطانيا من البصرة", ["British"]),
        (
            "أعلن السودان سحب قواته المشاركة ضمن التحالف العربي الذي تقوده السعودية في اليمن. "
            "وأكد نائب الرئيس سحب قوات بلاده من عدن.",
            ["Sudanese", "Sudanese"],
        ),
        (
            "سترسل واشنطن 3000 جندي إلى بولندا لطمأنة الحلفاء في حلف شمال الأطلسي. "
            "وقال مسؤول إن الجنود سيغادرون قاعدتهم في الأيام المقبلة.",
            ["American", "American"],
        ),
    ],
)
def test_whose_forces_move_is_told_by_what_they_belong_to_and_by_what_was_told_of_them(text, forces):
    assert [force for _, force in moved(text)] == forces


@pytest.mark.parametrize(
    "text, expected",
    [
        ("وجه الرئيس الأميركي بإرسال 3000 جندي إضافي إلى بولندا", [("planned", "American")]),
        ("يتوجب أن تغادر القوات الأوغندية جنوب السودان مطلع نيسان", [("demanded", "Ugandan")]),
        ("اختتمت القوات الأسترالية وجودها في العراق يوم الثلاثاء الماضي", [("occurred", "Australian")]),
        (
            "وتبقى في العراق بريطانيا التي لها أربعة آلاف جندي في البصرة "
            "وجورجيا التي لها ألفا جندي في محافظات أخرى",
            [("occurred", "British"), ("ongoing", "Georgian")],
        ),
    ],
)
def test_who_directs_has_to_or_has(text, expected):
    assert moved(text) == expected


def test_who_abstains_from_the_vote_denies_nothing():
    text = "امتنعت روسيا عن التصويت على تمديد مهمة بعثة الأمم المتحدة في مالي"
    assert "denied" not in [status for status, _ in moved(text)]


def test_what_a_force_is_a_part_of_does_not_move_with_it():
    text = (
        "والقوة الكندية التي انتشرت في غاو في تموز 2018 في إطار قوة الأمم المتحدة لحفظ السلام في مالي ستغادر"
    )
    assert "Canadian" in {force for _, force in moved(text)}
    assert "UN" not in {force for _, force in moved(text)}


def test_the_syrian_arab_army_is_syrian():
    text = "انسحبت وحدات من الجيش العربي السوري من لبنان عام 2005"
    assert moved(text) == [("occurred", "Syrian")]


@pytest.mark.parametrize(
    "text, force",
    [
        (
            "حث مجلس الأمن رواندا على سحب قواتها من شرق الكونغو. وجدد مجلس الأمن أيضا تفويض قوات حفظ السلام.",
            "UN",
        ),
        ("قال المتحدث باسم الأمم المتحدة إن قوات حفظ السلام الروسية بدأت مغادرة كاراباخ", "Russian"),
    ],
)
def test_peacekeepers_in_a_sentence_of_the_council_are_its_own_unless_named(text, force):
    assert moved(text)[-1][1] == force


def test_who_decides_on_a_withdrawal_does_not_leave():
    text = "أعلن الاتحاد الأفريقي أن قوات حفظ السلام ستغادر الصومال بموجب قرار مجلس الأمن"
    assert moved(text) == [("planned", "African Union")]


def test_a_state_that_drafts_a_renewal_renews_the_mission_of_the_council():
    text = (
        "تبنى مجلس الأمن قرارا بتمديد تفويض بعثة الأمم المتحدة في أبيي. "
        "وأخفقت الولايات المتحدة في تمرير مشروع قرار يقضي بتمديد تفويض البعثة."
    )
    assert {force for _, force in moved(text)} == {"UN"}
