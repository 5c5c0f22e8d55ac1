"""Going home is a withdrawal, going back to the field a deployment (report of 1 October 2024)."""

import pytest
from test_changes import changes


def moves(text: str) -> list[str]:
    """Each change as 'category force place'."""
    return [f"{each.category} {each.force} {each.place}" for each in changes(text)]


@pytest.mark.parametrize(
    "text, row",
    [
        # sent back to where they are not at home, from nowhere
        ("أعادت واشنطن قواتها إلى الصومال عام 2022.", "deployment American Somalia"),
        ("الرئيس يعيد القوات الأميركية إلى الصومال.", "deployment American Somalia"),
        ("رجعت القوات الأميركية إلى العراق عام 2014.", "deployment American Iraq"),
        # ... or from there, to home or to a third country
        ("أعادت أستراليا جنودها من العراق عام 2009.", "withdrawal Australian Iraq"),
        ("أعادت أستراليا آخر جنودها من العراق إلى الوطن.", "withdrawal Australian Iraq"),
        ("أعادت ألمانيا كتيبتها من مالي إلى النيجر.", "withdrawal German Mali"),
        # the last to arrive come home
        ("وصل آخر الجنود الإسبان من أفغانستان إلى قاعدة توريخون.", "withdrawal Spanish Afghanistan"),
        ("وصل آخر الجنود الألمان من مالي.", "withdrawal German Mali"),
        ("وصلت آخر دفعة من القوات الكينية إلى هايتي.", "deployment Kenyan Haiti"),
        # their positions are in the field
        ("قالت الأمم المتحدة إن قوة أوندوف في الجولان ستعود إلى مواقعها.", "deployment UN Golan"),
        ("عاد الجنود الكنديون من مالي إلى ثكناتهم.", "withdrawal Canadian Mali"),
        # where they come from is named, so it is home that they reach
        ("عاد 900 عسكري كيني إلى البلاد من الصومال.", "withdrawal Kenyan Somalia"),
        ("عاد 400 جندي بريطاني إلى المعسكر من كينيا.", "withdrawal British Kenya"),
        ("عادت القوات الأميركية إلى العراق من الكويت.", "deployment American Iraq"),
    ],
)
def test_a_return_leads_home_or_to_the_field(text, row):
    assert moves(text) == [row]


def test_their_return_leads_home_unless_they_had_left():
    text = "تدرب القوات الكندية الجيش العراقي. وقررت أوتاوا عودتها في مارس المقبل."
    assert [move.split()[0] for move in moves(text)] == ["withdrawal"]
    text = "انسحبت القوات الكندية من العراق في 2011. وقررت أوتاوا عودتها إليه في مارس المقبل."
    assert [move.split()[0] for move in moves(text)] == ["withdrawal", "deployment"]


@pytest.mark.parametrize(
    "text, last",
    [
        ("غادر 500 جندي كندي مالي، على أن يغادر الباقون في يونيو المقبل.", "withdrawal planned 2025-06-30"),
        ("غادر 500 جندي كندي مالي، ويعود الباقون إلى ثكناتهم في كندا بحلول نهاية مارس المقبل.",
         "withdrawal planned 2025-03-31"),
        # the date of one clause is not that of the next
        ("ترفع بريطانيا قواتها في إستونيا العام القادم، وترسل كندا إلى لاتفيا ألف جندي.",
         "deployment ongoing 2024-10-01"),
        ("كندا مستعدة لإرسال ألف جندي إلى لاتفيا.", "deployment planned 2024-10-01"),
        ("إن كندا على استعداد لأن ترسل ألف جندي إلى لاتفيا.", "deployment planned 2024-10-01"),
        # who estimated it did so before, but the number holds
        ("وقدرت المصادر عدد الجنود الكنديين في لاتفيا بألفين.", "level ongoing 2024-10-01"),
    ],
)  # fmt: skip
def test_the_rest_the_ready_and_the_next_clause(text, last):
    change = changes(text)[-1]
    assert f"{change.category} {change.status} {change.date_end}" == last
