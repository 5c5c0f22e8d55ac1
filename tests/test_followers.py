"""Clauses that go on without a verb of their own: who followed, where else, what else (of October 2024)."""

import pytest
from test_changes import changes


def rows(text: str) -> list[str]:
    """Each change as 'category force start end value', the value where it has one."""
    return [
        f"{change.category} {change.force} {change.date_start} {change.date_end}"
        + (f" {change.value}" if change.value is not None else "")
        for change in changes(text)
    ]


@pytest.mark.parametrize(
    "text, row",
    [
        # a number and the day before or behind who followed
        ("غادر 300 جندي كندي كابل يوم الأحد، وتبعهم مئة جندي نرويجي أمس.",
         "withdrawal Norwegian 2024-09-30 2024-09-30 100"),
        ("وصل 400 جندي رواندي إلى بانغي يوم الأحد، وتبعتهم الاثنين وحدة من 300 جندي أوغندي.",
         "deployment Ugandan 2024-09-30 2024-09-30 300"),
        ("وصلت وحدة كينية من 200 شرطي إلى هايتي في يونيو، وتبعتها وحدة من جامايكا في سبتمبر.",
         "deployment Jamaican 2024-09-01 2024-09-30"),
        ("غادر آخر 100 جندي دنماركي هلمند أمس، وسبقهم 200 من النرويجيين في يونيو.",
         "withdrawal Norwegian 2024-06-01 2024-06-30 200"),
        # a distance counts from who went before
        ("غادر الدنماركيون كابل في 3 مايو، وتلتهم بعد أسبوعين القوات النرويجية.",
         "withdrawal Norwegian 2024-05-17 2024-05-17"),
        # a month without a year is the first one from then on
        ("رحل الجنود الكنديون عن كيدال أواخر 2012، وتبعهم الألمان في فبراير.",
         "withdrawal German 2013-02-01 2013-02-28"),
    ],
)  # fmt: skip
def test_another_force_follows(text, row):
    assert rows(text)[1:] == [row]


@pytest.mark.parametrize(
    "text, row",
    [
        ("غادرت القوات الإيطالية البصرة في 2006، والناصرية في ديسمبر.",
         "withdrawal Italian 2006-12-01 2006-12-31"),
        ("سلمت فرنسا قاعدة تيساليت إلى الجيش المالي في 13 نوفمبر، ثم قاعدة تمبكتو يوم 15 ديسمبر.",
         "base French 2023-12-15 2023-12-15"),
        ("أخلت القوات الأمريكية قاعدة عين الأسد في 10 أغسطس، وتلتها في سبتمبر قاعدة حرير.",
         "base American 2024-09-01 2024-09-30"),
        ("أخلت القوات الأمريكية قاعدة القائم في 10 أغسطس، وتلتها بعد أسبوع القيارة.",
         "base American 2024-08-17 2024-08-17"),
    ],
)  # fmt: skip
def test_another_place_follows(text, row):
    assert rows(text)[1:] == [row]


def test_each_that_follows_is_told_once():
    text = "انسحب الإسبان من العراق في أبريل 2004، وتبعهم البرتغاليون في فبراير 2005، ثم الهولنديون في مارس."
    assert [row.split()[1] for row in rows(text)] == ["Spanish", "Portuguese", "Dutch"]


@pytest.mark.parametrize(
    "text",
    [
        "غادرت القوات الفرنسية غاو في 2022، وتلتها زيارة لافروف في فبراير 2023.",
        "غادرت القوات الفرنسية غاو في 2022، وتبعها مقتل 30 جنديا ماليا في مارس 2023.",
        "غادرت القوات الفرنسية غاو في 2022، وتلتها انتخابات في النيجر في ديسمبر.",
        "غادرت القوات الفرنسية غاو في 2022، وتبعتها احتجاجات قرب قاعدة سيفاري في مارس 2023.",
    ],
)
def test_what_follows_may_be_no_force(text):
    assert len(rows(text)) == 1


@pytest.mark.parametrize(
    "text, row",
    [
        ("كان الجنود السلفادوريون آخر من غادر العراق في فبراير 2009.",
         "withdrawal Salvadoran 2009-02-01 2009-02-28"),
        ("كانت القوات الفرنسية أول من وصل إلى باماكو في يناير 2013.",
         "deployment French 2013-01-01 2013-01-31"),
        ("وكان آخر من رحل من كابل الجنود الأمريكيون في 30 أغسطس 2021.",
         "withdrawal American 2021-08-30 2021-08-30"),
        ("تحتفظ فرنسا بألف جندي في تشاد، بعد أن اضطرت إلى مغادرة مالي في أغسطس 2022.",
         "withdrawal French 2022-08-01 2022-08-31"),
        ("انسحب الجيش الإثيوبي من الصومال في يناير 2009، ثم عاد إليه في 2014.",
         "deployment Ethiopian 2014-01-01 2014-12-31"),
        ("دخل الجيش الأحمر أفغانستان في ديسمبر 1979، ثم غادرها في فبراير 1989.",
         "withdrawal Soviet 1989-02-01 1989-02-28"),
    ],
)  # fmt: skip
def test_who_is_meant_was_named_before(text, row):
    assert rows(text)[-1] == row


@pytest.mark.parametrize(
    "text, told",
    [
        ("كان الجنرال دوناهو آخر من غادر كابل في 30 أغسطس 2021.", 0),
        ("قالت الصحفية إنها اضطرت إلى مغادرة مالي في أغسطس 2022.", 0),
        ("كان الصحفيون آخر من غادر القوات في مالي.", 0),
        ("زار الوزير الجيش الفرنسي في غاو، ثم غادر إلى النيجر.", 0),
        ("وصل الجيش الفرنسي إلى غاو، وزارها الرئيس ثم غادر في 3 مايو.", 1),
    ],
)
def test_a_man_who_leaves_is_no_army(text, told):
    assert len(rows(text)) == told


@pytest.mark.parametrize(
    "text, told",
    [
        # a country whose army fights at home is where, behind 'and' and behind 'then' ...
        ("انسحبت فرنسا من مالي في 2022، ثم النيجر في 2023.", ["French Mali 2022", "French Niger 2023"]),
        ("اضطرت القوات الفرنسية إلى الانسحاب من مالي في 2022، ثم من النيجر في 2023.",
         ["French Mali 2022", "French Niger 2023"]),
        ("غادرت القوات الفرنسية مالي في 2022، وبوركينا فاسو والنيجر في 2023.",
         ["French Mali 2022", "French Burkina Faso 2023", "French Niger 2023"]),
        # ... a state beside a state is who, or left open
        ("انسحبت إسبانيا من العراق في 2004، ثم هولندا في مارس 2005.",
         ["Spanish Iraq 2004", "Dutch Iraq 2005"]),
        ("غادرت إسبانيا العراق في أبريل 2004، وهندوراس في مايو.", ["Spanish Iraq 2004"]),
        ("سحبت السويد قواتها من مالي في 2023، وألمانيا في ديسمبر.", ["Swedish Mali 2023"]),
        # a nation alone stands for its forces
        ("غادرت القوات الإسبانية العراق في أبريل 2004، والهندوراسية في مايو، والفلبينية في يوليو.",
         ["Spanish Iraq 2004", "Honduran Iraq 2004", "Filipino Iraq 2004"]),
    ],
)  # fmt: skip
def test_who_goes_on_or_where(text, told):
    found = changes(text)
    assert [f"{change.force} {change.place} {change.date_start.year}" for change in found] == told
