"""Who is no soldier moves no forces: doctors, diplomats, scouts; told apart from soldiers."""

import pytest
from test_changes import changes


@pytest.mark.parametrize(
    "text",
    [
        "أنهى الأطباء الكوبيون مهمتهم في كينيا بعد ثلاثة أشهر",
        "أنهى المهندسون الأتراك مهمتهم في الصومال وعادوا إلى أنقرة",
        "غادر الدبلوماسيون الروس مولدوفا وبقي منهم عشرون",
        "قررت جمعية الكشافة البريطانية سحب 4500 من أفرادها من المخيم في كوريا الجنوبية",
        "سحبت المنظمة الطبية الفرنسية 30 من أفرادها من السودان",
        "خرج آلاف الأشخاص إلى شوارع نيامي للاحتجاج على بقاء القوات الأميركية في النيجر",
        "أجلت القوات الفرنسية أكثر من 500 شخص من السودان",
        "قال المتحدث إن القوات التركية أجلت 40 مدنيا من غزة",
        "غادر آلاف النازحين بعد وصول القوات الرواندية إلى غوما",
        "عبر نحو 5 آلاف شخص من ميانمار الحدود إلى الهند",
        "وتواصل القوات الأميركية عملها في كابول حيث تم إجلاء 5400 أميركي من أفغانستان",
        "أضافت كفور حواجز جديدة في كوسوفو مع استمرار توافد المحتجين الصرب إلى المكان",
        "وجاء في قائمة نشرها رئيس وزراء كوسوفو أن صربيا سلحت المهاجمين",
        "عادت بعثة الحج الكويتية إلى البلاد بعد انتهاء مهمتها",
    ],
)
def test_civilians_are_no_forces(text):
    assert not changes(text)


@pytest.mark.parametrize(
    "text",
    [
        "أنهى الجنود الكنديون مهمتهم في مالي",
        "أنهى الفرنسيون مهمتهم في مالي",
        "غادر الجنود الروس مولدوفا وبقي منهم 1500",
        "سحبت بريطانيا 300 من أفرادها من قبرص",
        "سحبت القوات الأميركية أكثر من 500 جندي من سوريا",
        "عبر 300 جندي من ميانمار الحدود إلى الهند",
        "قال المسؤول إن 600 جندي تركي نقلوا بالمروحيات إلى شمال العراق",
    ],
)
def test_soldiers_are(text):
    assert changes(text)


def test_a_mission_widened_is_no_larger_force():
    (change,) = changes("وسعت ألمانيا مهمة جنودها في النيجر")
    assert change.category == "mission"


def test_a_council_sends_the_force_that_it_names():
    (change,) = changes("وافق مجلس الأمن على نشر قوة متعددة الجنسيات في هايتي لمدة عام")
    assert (change.category, change.force) == ("deployment", "Multinational force")


@pytest.mark.parametrize(
    "text",
    [
        "نشرت باريس ليل أمس أربعين ألف شرطي ودركي في الضواحي، بينهم خمسة آلاف في العاصمة.",
        "بحث الوزير مع نظيره التركي سحب القوات التركية من العراق.",
    ],
)
def test_police_in_the_suburbs_and_talks_of_two_are_no_change(text):
    assert not changes(text)


@pytest.mark.parametrize(
    "text",
    [
        "شارك 500 جندي إيطالي في توزيع المساعدات على منكوبي الزلزال في تركيا.",
        "شارك 200 جندي أميركي في إخماد الحرائق باليونان.",
        "افتتحت الكويت معسكرا لإيواء المتضررين في باكستان.",
    ],
)
def test_help_for_civilians_is_no_change(text):
    assert not changes(text)


def test_who_takes_part_in_a_mission_is_counted():
    (change,) = changes("يشارك 300 جندي بولندي في بعثة حلف شمال الأطلسي في العراق.")
    assert (change.category, change.value) == ("level", 300)
