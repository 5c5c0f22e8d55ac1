"""How many soldiers there are, in the many ways of telling it (report of 1 October 2024)."""

import pytest
from test_changes import changes


def rows(text: str) -> list[str]:
    """Each change as 'category status end value force'."""
    return [
        f"{each.category} {each.status} {each.date_end} {each.value} {each.force}" for each in changes(text)
    ]


@pytest.mark.parametrize(
    "text, row",
    [
        # what moved was a part of what had been there, on its own date or before it moved
        ("سحبت بلجيكا مئتين من أصل 1200 جندي كانوا في كوسوفو مطلع العام.",
         "level occurred 2024-03-31 1200 Belgian"),
        ("سحبت بلجيكا مئتين من أصل 1200 جندي كانوا في كوسوفو مطلع العام.",
         "withdrawal occurred 2024-10-01 200 Belgian"),
        ("غادر 80 جنديا بلجيكيا مالي في 3 مايو 2022 من أصل 250.", "level occurred 2022-05-02 250 Belgian"),
        ("ستسحب بلجيكا 80 جنديا من مالي من أصل 250.", "level ongoing 2024-10-01 250 Belgian"),
        # what will be left
        ("لن يبقى في مالي إلا 300 جندي بلجيكي بعد نهاية العام.", "level planned None 300 Belgian"),
        ("ولن يبقى من القوات البلجيكية في مالي سوى مئة جندي.", "level planned 2024-10-01 100 Belgian"),
        ("لم يبق في مالي إلا 300 جندي بلجيكي.", "level ongoing 2024-10-01 300 Belgian"),
        # a bare number of those spoken of
        ("غادر 700 جندي بلجيكي النيجر ولا يزال نحو مئتين في أغاديز.", "level ongoing 2024-10-01 200 Belgian"),
        ("غادر 700 جندي بلجيكي النيجر، وإن قرابة مئتين ما زالوا في أغاديز.",
         "level ongoing 2024-10-01 200 Belgian"),
        # what was there when something happened, and all through a year
        ("كان نحو 1100 جندي بلجيكي في أفغانستان حين بدأت إعادتهم في مايو 2021.",
         "level occurred 2021-05-31 1100 Belgian"),
        ("تراوح قوام القوات البلجيكية في عدن بين مئتين وثلاثمئة طوال العام الماضي.",
         "level occurred 2023-12-31 None Belgian"),
        ("القوات البلجيكية في مالي، وعدادها 110، تستعد للرحيل.", "level ongoing 2024-10-01 110 Belgian"),
        # a verb behind the noun of number says when it holds
        ("قال إن عدد الجنود البلجيكيين في مالي سيكون أقل من مئة.", "level planned 2024-10-01 100 Belgian"),
        ("عدد الجنود البلجيكيين في مالي كان ألفين عام 2018.", "level occurred 2018-12-31 2000 Belgian"),
        # a number that they are over has not been sent
        ("ينتشر في غاو جنود ألمان يزيد عددهم على 900.", "level ongoing 2024-10-01 900 German"),
        ("يزيد عدد الجنود الأتراك في ليبيا على 500.", "level ongoing 2024-10-01 500 Turkish"),
    ],
)  # fmt: skip
def test_what_is_left_and_what_there_was(text, row):
    assert row in rows(text)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("تضم القوة 600 إيطالي و400 ألماني و200 إسباني.",
         ["level ongoing 2024-10-01 600 Italian", "level ongoing 2024-10-01 400 German",
          "level ongoing 2024-10-01 200 Spanish"]),
        ("تضم كفور في كوسوفو 4500 جندي، منهم 640 أميركيا و850 إيطاليا.",
         ["level ongoing 2024-10-01 4500 KFOR", "level ongoing 2024-10-01 640 American",
          "level ongoing 2024-10-01 850 Italian"]),
        ("ترسل إيطاليا 600 جندي وألمانيا 400 إلى لاتفيا.",
         ["deployment ongoing 2024-10-01 600 Italian", "deployment ongoing 2024-10-01 400 German"]),
        # who work there, and what is sent, are no part of the force
        ("تضم كفور في كوسوفو 4500 جندي، ويعمل فيها 64 مدنيا أميركيا.",
         ["level ongoing 2024-10-01 4500 KFOR"]),
        ("ترسل إيطاليا 600 جندي إلى لاتفيا وألمانيا 400 دبابة.",
         ["deployment ongoing 2024-10-01 600 Italian"]),
    ],
)  # fmt: skip
def test_a_number_is_made_of_its_nations(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "سقط عشرات القتلى في مالي ولا يزال نحو مئتين في عداد المفقودين.",
        "غادرت القوات البلجيكية مالي. ولا يزال 200 من المدنيين في المطار.",
    ],
)
def test_who_is_still_there_may_be_no_soldier(text):
    assert not any(row.startswith("level") for row in rows(text))


@pytest.mark.parametrize(
    "text, values",
    [
        # each number counts from the last, however many there are
        ("لفرنسا ألف جندي في تشاد و600 في ساحل العاج و350 في السنغال و1500 في جيبوتي.",
         [("Chad", 1000), ("Ivory Coast", 600), ("Senegal", 350), ("Djibouti", 1500)]),
        ("تعتزم باريس الاحتفاظ بنحو 100 جندي في ساحل العاج، مقارنة بـ600 جندي حاليا، ونحو 300 في تشاد "
         "مقارنة بألف جندي حاليا.",
         [("Ivory Coast", 100), ("Ivory Coast", 600), ("Chad", 300), ("Chad", 1000)]),
        ("نشر الجيش الفرنسي 900 جندي في مالي، و500 في النيجر، و300 في تشاد.",
         [("Mali", 900), ("Niger", 500), ("Chad", 300)]),
        # what has a verb of its own, and what is part of the first, goes not on from it
        ("نشر الجيش الفرنسي 900 جندي في مالي، بينهم 300 في غاو.", [("Mali", 900)]),
    ],
)  # fmt: skip
def test_numbers_are_listed_by_place(text, values):
    assert [(each.place, each.value) for each in changes(text)] == values


@pytest.mark.parametrize(
    "text, expected",
    [
        ("حجم القوة البلجيكية في ساحل العاج 600 جندي، وفي السنغال 350.",
         ["level ongoing 2024-10-01 600 Belgian", "level ongoing 2024-10-01 350 Belgian"]),
        ("يخدم 150 جنديا بلجيكيا في أفغانستان.", ["level ongoing 2024-10-01 150 Belgian"]),
        ("خدم نحو 15 ألف جندي بلجيكي في أفغانستان على مدى عقدين.", []),
        ("بلغ عدد الجنود البلجيكيين في أفغانستان 600 في ذروة انتشارهم عام 2011.",
         ["level occurred 2011-12-31 600 Belgian"]),
        ("تعيد بلجيكا جنودها من لبنان هذا العام.", ["withdrawal planned 2024-12-31 None Belgian"]),
        # 'that day' is the day of what was told, not the term of what was to come
        ("في منتصف أبريل كان عدد الجنود البلجيكيين في أفغانستان 900، على أن يغادروا بحلول 11 سبتمبر. "
         "ويومئذ كان قوام القوة البريطانية 750 جنديا.",
         ["level occurred 2024-04-15 900 Belgian", "withdrawal planned 2024-09-11 None Belgian",
          "level occurred 2024-04-15 750 British"]),
    ],
)  # fmt: skip
def test_strength_service_and_height(text, expected):
    assert rows(text) == expected


@pytest.mark.parametrize(
    "text, row",
    [
        ("قال السفير التركي لدى مقديشو إن أنقرة سترسل 500 جندي إلى الصومال.", "deployment Turkish Somalia"),
        ("قال سفير واشنطن لدى نيامي إن فرنسا ستسحب 300 جندي من النيجر.", "withdrawal French Niger"),
        ("وأضاف السفير الروسي لدى نجامينا أن موسكو لن تنشر قوات في تشاد.", "deployment Russian Chad"),
        ("قال السفير لدى باماكو إن كندا نشرت 250 جنديا في مالي.", "deployment Canadian Mali"),
        ("أكدت برلين أن لدى ألمانيا 1100 جندي في مالي.", "level German Mali"),
        ("وفي مالي لدى فرنسا 5100 جندي.", "level French Mali"),
    ],
)
def test_an_ambassador_to_a_state_is_no_holding_of_that_state(text, row):
    assert [f"{each.category} {each.force} {each.place}" for each in changes(text)] == [row]
