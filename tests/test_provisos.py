"""What bears on a plan behind a proviso, what an aside keeps, and how a deployment ends."""

import pytest
from test_changes import changes


def rows(text):
    return [
        (each.category.value, each.status.value, each.value, str(each.date_end)) for each in changes(text)
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "أعلنت كندا أنها أوقفت استخدام معسكرها في غاو، على أن تنهي سحب جنودها بحلول 31 ديسمبر.",
            ("withdrawal", "planned", None, "2024-12-31"),
        ),
        (
            "وضعت الحكومة الكندية اللمسات الأخيرة لنشر قواتها في مالي.",
            ("deployment", "planned", None, "2024-10-01"),
        ),
        (
            "نشرت كندا، التي يصل عدد جنودها في مالي إلى 95 جنديا، قواتها هناك في عام 2015.",
            ("deployment", "occurred", None, "2015-12-31"),
        ),
        (
            "أنهت القوات الكندية انتشارا استمر ثماني سنوات في مالي.",
            ("withdrawal", "occurred", None, "2024-10-01"),
        ),
        (
            "هبطت في كندا أمس طائرة تقل الجنود الكنديين العاملين في مالي.",
            ("withdrawal", "occurred", None, "2024-09-30"),
        ),
        (
            "أقامت القوات الكندية هذا السبت حفلا في انتهاء رسمي لعمليات القوة الكندية في مالي.",
            ("mission", "occurred", None, "2024-09-28"),
        ),
    ],
)
def test_a_proviso_and_an_aside_keep_to_themselves(text, expected):
    assert expected in rows(text)


def test_a_decision_that_comes_brings_nobody():
    text = "جاء قرار كندا بسحب قواتها من مالي بسبب نقص الضمانات."
    assert [row[0] for row in rows(text)] == ["withdrawal"]


def test_a_base_belongs_to_whoever_was_spoken_of_rather_than_to_its_known_tenant():
    text = "غادرت القوات الألمانية النيجر. وكان من المتوقع أن يتم إغلاق القاعدة 101 في نيامي بحلول 31 أكتوبر."
    assert [each.force for each in changes(text)] == ["German", "German"]
