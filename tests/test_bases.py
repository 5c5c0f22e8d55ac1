"""Bases opened, put into service, given up and handed over, and what only looks like it."""

import pytest
from test_changes import changes

from drawdown_cli.models import Status


@pytest.mark.parametrize(
    "text, status, day",
    [
        ("وضعت بريطانيا أول أمس قاعدتها البحرية في البحرين في الخدمة.", Status.OCCURRED, "2024-09-29"),
        ("دخلت القاعدة الفرنسية الجديدة في الإمارات الخدمة أمس.", Status.OCCURRED, "2024-09-30"),
        ("لم تضع اليابان قاعدتها في جيبوتي في الخدمة.", Status.DENIED, "2024-10-01"),
        ("سيخلي الجيش الكيني ستة معسكرات في الصومال قبل متم السنة الجارية.", Status.PLANNED, "2024-12-31"),
    ],
)
def test_a_base_opens_or_closes_on_its_day(text, status, day):
    (change,) = changes(text)
    assert (change.category, change.status, str(change.date_end)) == ("base", status, day)


def test_a_pronoun_behind_of_means_the_base_of_the_sentence():
    opened, closed = changes("أقامت ألمانيا محطة جوية في ترمذ مطلع 2002، واستغنت عنها في أواخر 2015.")
    assert (opened.rule, closed.rule, closed.date_start.year) == ("base-open", "base-close", 2015)


@pytest.mark.parametrize(
    "text",
    [
        "وضعت بريطانيا قاعدتها في قبرص في حالة تأهب قصوى.",
        "وضع الجيش الأميركي طائرات في الخدمة في اليابان.",
        "دخلت شاحنات مساعدات القاعدة الروسية في سوريا.",
        "استغنى النادي الفرنسي عن مدربه.",
    ],
)
def test_a_base_that_only_stands_there_is_no_change(text):
    assert not changes(text)


def test_what_is_not_yet_answered_is_still_demanded():
    (change,) = changes("لم تبت كيغالي بعد في طلب مابوتو إرسال ألف جندي إضافي إلى نامبولا.")
    assert (change.status, change.force, change.place) == (Status.DEMANDED, "Rwandan", "Mozambique")


@pytest.mark.parametrize(
    "text",
    [
        "رأت بعثة «يوناميد» النور في يوليو 2007.",
        "دخلت مهمة «أسبيدس» حيز التنفيذ في فبراير 2024.",
        "اعتمد مجلس الأمن قرارا بإنشاء بعثة حفظ سلام في دارفور.",
    ],
)
def test_a_mission_begins(text):
    (change,) = changes(text)
    assert change.rule == "mission-start"
