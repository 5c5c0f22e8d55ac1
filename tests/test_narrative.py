"""History as running prose tells it: what is said once, and what counts from it (report of October 2024)."""

import pytest
from test_changes import changes


def history(text: str) -> list[str]:
    """Each change as 'category start end', the value behind it where it has one."""
    rows = []
    for change in changes(text):
        value = f" {change.value}" if change.value is not None else ""
        rows.append(f"{change.category} {change.date_start} {change.date_end}{value}")
    return rows


@pytest.mark.parametrize(
    "text, second",
    [
        # a distance behind a past verb counts from what was told before ...
        ("نشرت إسبانيا قواتها في البوسنة عام 1992. وسحبت نصفها بعد ثلاث سنوات.", "1995-01-01 1995-12-31"),
        ("نشرت إسبانيا قواتها في البوسنة عام 1992. وبعد ثلاث سنوات غادرت القوات الإسبانية البوسنة.",
         "1995-01-01 1995-12-31"),
        ("نشرت إسبانيا قواتها في البوسنة في مايو 1992، ثم سحبتها بعد شهرين.", "1992-07-01 1992-07-31"),
        # ... and so does a stretch of time
        ("نشرت إسبانيا قواتها في البوسنة في 3 مايو 1992. وغادر نصف الجنود خلال شهر.",
         "1992-05-03 1992-06-03"),
        # what is to come counts from the day of the report
        ("نشرت إسبانيا قواتها في البوسنة عام 1992. وستسحب نصفها بعد ثلاث سنوات.", "2027-01-01 2027-12-31"),
    ],
)  # fmt: skip
def test_a_distance_counts_from_what_was_told(text, second):
    assert second in history(text)[-1]


@pytest.mark.parametrize(
    "text, row",
    [
        ("نشرت هولندا 500 جندي في مالي عام 2014. وبدأ الانسحاب في 3 مايو 2019.",
         "withdrawal 2019-05-03 2019-05-03"),
        ("نشرت هولندا 500 جندي في مالي عام 2014. وكان الانسحاب قد بدأ في مايو 2019.",
         "withdrawal 2019-05-01 2019-05-31"),
        ("أنهت هولندا تدريبا للشرطة في مالي، بعد أن كانت قد انسحبت عام 2019 من غاو.",
         "withdrawal 2019-01-01 2019-12-31"),
        ("انسحبت أوغندا من جوبا عام 2015. وكانت قد اجتاحت جنوب السودان في ديسمبر 2013.",
         "deployment 2013-12-01 2013-12-31"),
        ("نشر الاتحاد الأوروبي 1400 جندي في الكونغو في يونيو 2003، وعادت القوة إلى بلادها بعد ثلاثة أشهر.",
         "withdrawal 2003-09-01 2003-09-30"),
    ],
)  # fmt: skip
def test_a_verb_without_its_subject_speaks_of_who_was_named(text, row):
    assert history(text)[-1] == row


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت ألمانيا أن انسحابها من المعاهدة بدأ في 3 مايو 2019.",
        "زارت ألمانيا مباحثات جنيف، ثم غادرت عام 2019 بلا اتفاق.",
        "خسرت فرنسا المباراة أمام إيطاليا، وكانت قد خرجت عام 2019 من البطولة.",
    ],
)
def test_who_leaves_no_country_is_no_force(text):
    assert history(text) == []


def test_what_the_next_verb_says_dates_nothing_before_it():
    text = "أبقت فيتنام في كمبوديا 180 ألف جندي، سحبت آخرهم في 26 سبتمبر 1989."
    assert "level 1989-09-26 1989-09-26 180000" not in history(text)
