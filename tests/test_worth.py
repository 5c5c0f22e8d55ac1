"""What is worth a row of the table, and what an analyst would leave out."""

from datetime import date

import pytest
from factories import an_article

from drawdown_cli.models import Category, Change
from drawdown_cli.pipeline import analyze

DAY = date(2024, 10, 1)


def changes(text: str) -> tuple[Change, ...]:
    return analyze(an_article(text, day=DAY)).changes


@pytest.mark.parametrize(
    "text",
    [
        "وأضاف الوزير أن القوات الكندية ستبقى في مالي.",
        "وقال الناطق إن قواتنا باقية في النيجر ولن ترهبها التهديدات.",
        "ستحتفظ بريطانيا بوجود عسكري في قبرص.",
        "وقال القائد الثلاثاء إن الجنود الإيطاليين سيبقون في هراة.",
        "وما زال القائد يحتفظ بجميع الصلاحيات لحماية القوات الأميركية في الصومال.",
    ],
)
def test_forces_that_stay_are_no_change_where_neither_number_nor_end_is_told(text):
    assert changes(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "سيبقى 300 جندي كندي في مالي.",
        "ستبقى القوات الكندية في مالي حتى نهاية العام.",
        "ستبقى القوات الكندية في مالي خمسة أعوام.",
        "لن تبقى قوات كندية في مالي.",
        "ستبقى القوات الكندية في مالي لتدريب الشرطة.",
        "قال الوزير إن كتيبة صغيرة من المستشارين الكنديين ستبقى في مالي.",
        "ستبقى بعض القوات الكندية في مالي.",
    ],
)
def test_forces_that_stay_are_told_with_their_number_their_end_or_as_a_part(text):
    assert [change.category for change in changes(text)] == [Category.LEVEL]


@pytest.mark.parametrize(
    "text",
    [
        "وحضر القائد حفلا أقيم في القاعدة لتوديع الجنود الكنديين.",
        "وأقيمت مراسم في قاعدة غاو حضرها ضباط كنديون.",
    ],
)
def test_what_is_held_at_a_base_founds_none(text):
    assert changes(text) == ()


def test_a_base_that_is_set_up_is_told():
    (change,) = changes("أقامت كندا قاعدة في شمال مالي.")
    assert (change.category, change.force, change.place) == (Category.BASE, "Canadian", "Mali")


@pytest.mark.parametrize(
    "text",
    [
        "قالت القوات الكندية في مالي إنها أتلفت المولدات التي لم تتمكن من نقلها.",
        "انتقدت القوات الكندية في مالي ملصقات نشرها الأهالي.",
    ],
)
def test_the_pronoun_of_things_moves_no_force(text):
    assert not [change for change in changes(text) if change.category is Category.DEPLOYMENT]


@pytest.mark.parametrize(
    "text",
    [
        "أشاد الوزير بالجنود الكنديين المغادرين.",
        "زار الوزير الثكنة التي كانت تتمركز فيها القوات الكندية في مالي.",
        "عاد الهدوء إلى غاو حيث كانت تتمركز القوات الكندية في مالي.",
        "وضع الجيشان إجراءات لتنسيق خروج القوات الكندية من مالي.",
        "وقالت الناطقة إن هذه خطوة أخرى في اتجاه انسحاب القوات الكندية من مالي.",
        "ورأى أنها مرحلة مهمة نحو انسحاب القوات الكندية من مالي.",
        "قال الجنرال إنه لا مؤشرات على انسحاب القوات الكندية من مالي.",
        "نفى الجنرال اعتبار انسحاب القوات الكندية من مالي هزيمة.",
    ],
)
def test_what_only_describes_or_speaks_of_a_change_tells_none(text):
    assert changes(text) == ()


def test_a_place_where_forces_stood_since_a_date_tells_it():
    _, change = changes("غادر الجنود الكنديون مالي حيث كانوا ينتشرون منذ عام 2018.")
    assert (change.category, change.date_start) == (Category.DEPLOYMENT, date(2018, 1, 1))


def test_a_verb_of_phase_is_no_change_beside_what_it_governs():
    (change,) = changes("بدأت بعثة الأمم المتحدة في مالي، المعروفة باسم مينوسما، انسحابها الثلاثاء.")
    assert change.category is Category.WITHDRAWAL


def test_a_batch_is_nothing_that_anyone_pushes():
    (change,) = changes("ومن المقرر أن تغادر دفعة أخيرة من الجنود الكنديين غاو مساء الخميس.")
    assert (change.category, change.force) == (Category.WITHDRAWAL, "Canadian")


@pytest.mark.parametrize(
    "text",
    [
        "وقال الوزير خلال تسليم القاعدة الكندية في غاو: أشكركم جميعا.",
        "وقال الناطق إن تحركات القوات الكندية في مالي تدخل في إطار التدريب.",
        "وقاد نواب تحركا لافتا من أجل دعم الأهالي في مالي وحلفائهم.",
        "ورأى الخبير أن الاتفاق يمهد السبيل أمام سحب القوات الكندية من مالي.",
    ],
)
def test_circumstances_and_ways_are_no_events(text):
    assert changes(text) == ()


def test_an_invasion_with_its_year_is_told_though_only_as_a_circumstance():
    (change,) = changes("وكانت القوات البريطانية حليفة للقوات الأميركية خلال اجتياح العراق عام 2003.")
    assert (change.category, change.date_start) == (Category.DEPLOYMENT, date(2003, 1, 1))


def test_the_number_that_a_size_falls_from_is_no_level_of_its_own():
    (change,) = changes("تعتزم كندا تقليص عدد قواتها المنتشرة في مالي من نحو 2000 جندي إلى أقل من 1000 جندي.")
    assert (change.category, change.value) == (Category.WITHDRAWAL, 1000)


def test_where_a_country_lies_is_not_where_forces_leave():
    (change,) = changes("ستغادر القوات الكندية النيجر، الدولة الواقعة في غرب أفريقيا، بحلول نهاية العام.")
    assert change.place == "Niger"


def test_the_event_that_takes_place_is_no_mission_that_is_completed():
    assert [change.category for change in changes("وقالت بعثة مينوسما إن الانسحاب يتم عن طريق البر.")] in (
        [],
        [Category.WITHDRAWAL],
    )


@pytest.mark.parametrize(
    "text",
    [
        "وبحث الرئيسان السبت التوتر القائم بسبب دخول قوات كندية إلى شمال مالي.",
        "وكانت القوات الكندية تتخذ من مطار غاو قاعدة لها.",
        "ولم يتسن للوكالة معرفة حجم القوات الكندية في مالي.",
        "وأشاد بالقوات الكندية في مالي في تصريحات نقلها التلفزيون الرسمي.",
        "وقال مسؤول كندي طلب عدم الكشف عن هويته إن هدفنا هو سحب قواتنا من مالي.",
    ],
)
def test_reasons_uses_and_sizes_are_no_events(text):
    assert not [change for change in changes(text) if change.category is not Category.LEVEL]


def test_a_withdrawal_told_as_a_reason_counts_with_its_date():
    (change,) = changes("وتدهور الأمن بعد انسحاب القوات الكندية من مالي في مايو 2022.")
    assert (change.category, change.date_start) == (Category.WITHDRAWAL, date(2022, 5, 1))


@pytest.mark.parametrize(
    "text",
    [
        "وصل 2000 جندي أميركي إلى الفلبين للمشاركة في مناورات مشتركة",
        "أرسلت بريطانيا 900 جندي إلى إستونيا في إطار مناورات حلف شمال الأطلسي",
        "نشرت روسيا 3000 جندي في بيلاروسيا لإجراء تدريبات مشتركة",
        "سترسل تركيا قوات إلى أذربيجان لإجراء مناورات عسكرية",
    ],
)
def test_who_comes_for_an_exercise_is_not_deployed(text):
    assert not changes(text)


@pytest.mark.parametrize(
    "text",
    [
        "أرسلت الولايات المتحدة 3000 جندي إلى بولندا بعد انتهاء المناورات الروسية",
        "نشر الناتو 4000 جندي في كوسوفو لحفظ الأمن، وقال إن المناورات ستتواصل",
        "سترسل بريطانيا 90 جنديا إلى البصرة لقيادة تدريبات الجيش العراقي",
        "ترسل إسبانيا 150 جنديا إلى العراق لتدريب الجيش العراقي",
    ],
)
def test_who_comes_beside_an_exercise_or_to_train_others_is(text):
    assert [change.category.value for change in changes(text)] == ["deployment"]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("أمهلت مانيلا القوات الأميركية مهلة لا تزيد عن عامين لمغادرة البلاد", ["withdrawal"]),
        ("لا يزيد عدد القوات الأميركية في سوريا عن 900 جندي", ["level"]),
    ],
)
def test_a_bound_that_is_not_exceeded_is_no_change(text, expected):
    assert [change.category.value for change in changes(text)] == expected
