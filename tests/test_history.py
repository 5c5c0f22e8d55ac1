"""What short reports tell of the past, the present and the plans beside one another: whole rows."""

from datetime import date

import pytest
from test_told import told


@pytest.mark.parametrize(
    "day, text, rows",
    [
        # what one number is compared with held earlier, on its own date where it has one
        ("2020-11-18", "وينتشر حاليا في أفغانستان 4500 جندي أميركي بدلا من 8600 في مطلع العام.",
         ["level occurred 2020-01-01/2020-03-31 8600|American|Afghanistan",
          "level ongoing 2020-11-18/2020-11-18 4500|American|Afghanistan"]),
        ("2019-10-18", "ينتشر في شمال سوريا ألف جندي أميركي، نزولا من ألفين في ديسمبر 2018.",
         ["level occurred 2018-12-01/2018-12-31 2000|American|Syria",
          "level ongoing 2019-10-18/2019-10-18 1000|American|Syria"]),
        ("2022-09-18", "وسيبلغ قوام القوة الألمانية في كوسوفو 100 جندي بدلا من 300.",
         ["level planned 2022-09-18/2022-09-18 100|German|Kosovo",
          "level ongoing 2022-09-18/2022-09-18 300|German|Kosovo"]),
        # 'formerly' has no date but an earlier one
        ("2024-12-02", "بلغ في 20 نوفمبر عدد قوات يونيفيل في لبنان 9900، بينما بلغ عددها في السابق 10500.",
         ["level occurred ../2024-11-19 10500|UNIFIL|Lebanon",
          "level occurred 2024-11-20/2024-11-20 9900|UNIFIL|Lebanon"]),
        ("2015-03-10", "بات في كوريا الجنوبية 28500 جندي أميركي، وكانوا سابقا 37 ألفا.",
         ["level occurred ../2015-03-09 37000|American|South Korea",
          "level ongoing 2015-03-10/2015-03-10 28500|American|South Korea"]),
        ("2022-05-18", "أبقت كندا قواتها في مالي بدلا من سحبها.", []),
        ("2024-03-10", "وزار قائد القوات الأميركية في العراق سابقا أربيل يوم الجمعة.", []),
    ],
)  # fmt: skip
def test_an_earlier_number_is_a_row_of_its_own(day, text, rows):
    assert told(text, date.fromisoformat(day)) == rows


@pytest.mark.parametrize(
    "day, text, rows",
    [
        ("2024-02-12", "وستزداد الهجمات مع مغادرة القوات الألمانية شمال مالي في الأشهر المقبلة.",
         ["withdrawal planned 2024-02-12/2024-05-12|German|Mali"]),
        ("2020-02-29", "ينخفض عدد الجنود الأميركيين في أفغانستان إلى 8600 في غضون 135 يوما.",
         ["level planned 2020-02-29/2020-07-13 8600|American|Afghanistan"]),
        ("2016-03-16", "أنجزت المقاتلات الروسية خلال ثلاثة أيام انسحابها من سوريا.",
         ["withdrawal occurred 2016-03-16/2016-03-19|Russian|Syria"]),
        ("2019-11-11", "وقال الجنرال: سيكون هناك أقل من ألف عنصر أميركي في سوريا.",
         ["level planned 2019-11-11/2019-11-11 1000|American|Syria"]),
        # no peace without the leaving of the forces: a demand; to leave without them: none
        ("2021-03-12", "وقالت الحركة إنه لن يكون هناك سلام بدون انسحاب القوات الأميركية من أفغانستان.",
         ["withdrawal demanded 2021-03-12/2021-03-12|American|Afghanistan"]),
        ("2022-03-12", "عدلت ألمانيا مهمتها من دون سحب قواتها من مالي.",
         ["withdrawal denied 2022-03-12/2022-03-12|German|Mali"]),
        # an ellipsis parts what is stopped from what has to go
        ("2009-03-12", "وسنوقف العمليات في مايو...على كل القوات البريطانية مغادرة العراق بنهاية يوليو.",
         ["withdrawal planned 2009-07-31/2009-07-31|British|Iraq"]),
    ],
)  # fmt: skip
def test_what_is_to_come_is_no_news_of_today(day, text, rows):
    assert told(text, date.fromisoformat(day)) == rows


@pytest.mark.parametrize(
    "day, text, rows",
    [
        # 'Syria' is spelt like 'a Syrian' in the accusative, 'Mali' like 'a Malian'
        ("2023-03-01", "ستركز واشنطن على محاربة التنظيم في سوريا وستنقل معظم جنودها إلى العراق.",
         ["deployment planned 2023-03-01/2023-03-01|American|Iraq"]),
        ("2023-03-01", "بدأت البعثة الأممية الانسحاب من معسكراتها بشمال ووسط مالي أمس.",
         ["withdrawal ongoing 2023-02-28/2023-02-28|UN|Mali"]),
        ("2023-03-01", "غادر 120 جنديا تركيا قاعدة بعشيقة في العراق أمس.",
         ["withdrawal occurred 2023-02-28/2023-02-28 120|Turkish|Iraq"]),
    ],
)  # fmt: skip
def test_a_state_spelt_like_one_of_its_people_is_the_state(day, text, rows):
    assert told(text, date.fromisoformat(day)) == rows
