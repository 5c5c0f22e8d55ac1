"""One event that an article tells in several words is one row; what differs stays apart."""

from datetime import date

import pytest
from factories import an_article

from drawdown_cli.models import Category, Change, Status
from drawdown_cli.pipeline import analyze
from drawdown_cli.timeline import build_timeline

DAY = date(2023, 12, 22)


def rows(*sentences: str) -> list[Change]:
    return build_timeline(analyze(an_article("\n\n".join(sentences), day=DAY)).changes)


def told(*sentences: str) -> list[tuple[str, str, str]]:
    return [(row.category.value, row.status.value, row.force) for row in rows(*sentences)]


def test_a_broad_name_of_a_force_joins_the_narrow_one():
    (row,) = rows(
        "قرر مجلس الأمن الدولي إنهاء مهمة بعثة الأمم المتحدة في مالي بحلول 31 ديسمبر 2024.",
        "وكان مقررا أن تنتهي مهمة مينوسما في مالي بحلول 31 ديسمبر 2024.",
    )
    assert (row.category, row.force, len(row.sources)) == (Category.MISSION, "MINUSMA", 2)


def test_two_missions_stay_apart():
    assert [row.force for row in rows(
        "ستنسحب قوات مينوسما من مالي بحلول نهاية ديسمبر 2024.",
        "وستنسحب القوات الفرنسية من مالي بحلول نهاية ديسمبر 2024.",
    )] == ["MINUSMA", "French"]  # fmt: skip


def test_the_end_of_a_mission_told_again_as_withdrawal_is_one_row():
    (row,) = rows(
        "أعلن التحالف الدولي أن مهمته في العراق ستنتهي في سبتمبر 2026.",
        "ورحب نواب في بغداد بالاتفاق وعدوه خطوة في صالح البلاد وأهلها وجيشها بعد أعوام من الجدل.",
        "وقال مستشار إن انسحاب قوات التحالف الدولي من العراق سيكتمل بحلول نهاية سبتمبر 2026.",
    )
    assert (row.date_end, len(row.sources)) == (date(2026, 9, 30), 2)


def test_one_sentence_tells_the_end_of_a_mission_and_the_withdrawal_each_for_its_own_sake():
    assert told("تنتهي مهمة مينوسما في مالي في 31 ديسمبر 2024، وتنسحب قواتها من مالي في 31 ديسمبر 2024.") == [
        ("mission", "planned", "MINUSMA"),
        ("withdrawal", "planned", "MINUSMA"),
    ]


def test_a_plan_announced_today_is_the_plan_with_its_deadline():
    (row,) = rows(
        "أعلنت وزارة الدفاع، الجمعة، أن الجيش الكندي سيبدأ سحب قواته من مالي.",
        "وأضافت أن القوات الكندية ستغادر مالي بحلول نهاية يونيو 2024.",
    )
    assert (row.status, row.date_end) == (Status.PLANNED, date(2024, 6, 30))


def test_a_renewal_voted_today_is_the_renewal_until_its_last_day():
    (row,) = rows(
        "صوت مجلس الأمن الدولي، الجمعة، على تمديد مهمة بعثة الأمم المتحدة في الكونغو الديمقراطية لعام.",
        "وينص القرار على تمديد مهمة مونوسكو حتى 20 ديسمبر 2024.",
    )
    assert (row.category, row.force, row.date_end) == (Category.MISSION, "MONUSCO", date(2024, 12, 20))


def test_a_plan_for_a_day_past_is_not_the_next_plan():
    assert len(rows(
        "ومن المقرر أن تغادر دفعة أخيرة من الجنود الكنديين نيامي مساء الخميس.",
        "وستغادر القوات الكندية أغاديز بحلول نهاية يونيو 2024.",
    )) == 2  # fmt: skip


def test_what_goes_on_and_is_done_today_is_one_row():
    (row,) = rows(
        "اكتمل انسحاب القوات الكندية من النيجر اليوم الجمعة.",
        "ويتواصل انسحاب الجيش الكندي من النيجر وسط ترحيب السكان.",
    )
    assert (row.status, len(row.sources)) == (Status.OCCURRED, 2)


@pytest.mark.parametrize(
    "one, other",
    [
        ("غادر 300 جندي كندي النيجر اليوم الجمعة.", "وغادر 500 جندي كندي النيجر اليوم الجمعة."),
        ("غادرت القوات الكندية مالي في مايو 2022.", "وغادرت القوات الكندية مالي في يوليو 2023."),
        (
            "ستغادر القوات القتالية الأميركية العراق بنهاية 2024.",
            "وستغادر القوات الأميركية العراق بنهاية 2024.",
        ),
    ],
)
def test_numbers_dates_and_scopes_that_differ_stay_apart(one, other):
    assert len(rows(one, other)) == 2
