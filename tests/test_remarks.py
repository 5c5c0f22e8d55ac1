import pytest
from test_changes import told

from drawdown_cli.models import Category, Status

LEAVING = Category.WITHDRAWAL


@pytest.mark.parametrize(
    "text",
    [
        "علق المتحدث باسم الحكومة النيجرية على قرار سحب القوات الفرنسية من النيجر قائلا إنه انتصار للشعب",
        "وفي أول تعليق له على قرار الانسحاب الألماني من مالي، قال الوزير إن بلاده تحترم القرار",
        "رفض البنتاغون الكشف عن خطط خفض القوات الأميركية في الصومال",
        "رفضت باريس التعليق على قرار سحب قواتها من تشاد",
    ],
)
def test_who_comments_on_a_decision_or_keeps_silent_denies_nothing(text):
    assert told(text) == [(LEAVING, Status.PLANNED)]


@pytest.mark.parametrize(
    "text",
    [
        "علقت ألمانيا سحب قواتها من مالي إلى أجل غير مسمى",
        "رفضت تركيا سحب قواتها من قبرص",
        "رفض الرئيس قرار سحب القوات الفرنسية من تشاد",
    ],
)
def test_who_suspends_or_refuses_the_withdrawal_itself_denies_it(text):
    assert told(text) == [(LEAVING, Status.DENIED)]


@pytest.mark.parametrize(
    "text",
    [
        "وفي حال لم تنسحب القوات الإثيوبية من الصومال فستلجأ مقديشو إلى مجلس الأمن",
        "إذا لم تنسحب القوات الرواندية من غوما فسيفرض الاتحاد الأوروبي عقوبات",
    ],
)
def test_a_condition_that_forces_do_not_leave_tells_no_change(text):
    assert not told(text)


def test_whether_or_not_forces_leave_is_only_possible():
    assert told("سواء غادرت القوات الأميركية سوريا أم بقيت فإن الحرب مستمرة") == [(LEAVING, Status.POSSIBLE)]


@pytest.mark.parametrize(
    "text",
    [
        "عقد اجتماع لمناقشة بدء سحب القوات الأميركية من العراق",
        "ناقش الجانبان استكمال سحب القوات الفرنسية من تشاد",
    ],
)
def test_a_phase_that_is_discussed_has_not_come(text):
    assert not told(text)


def test_a_phase_that_is_told_has_come():
    assert told("تحدث الوزير عن بدء سحب القوات الفرنسية من تشاد") == [(LEAVING, Status.ONGOING)]


def test_to_go_on_with_a_work_is_not_to_stay():
    text = "سينسحب الجنود الفرنسيون بطريقة تخولهم الاستمرار في تأمين الحماية للبعثة في مالي"
    assert told(text) == [(LEAVING, Status.PLANNED)]


@pytest.mark.parametrize(
    "text",
    [
        "أفادت مصادر محلية بانسحاب القوات الروسية من قاعدة القامشلي في سوريا",
        "أكد المرصد السوري انسحاب القوات التركية من ريف إدلب",
        "أفاد شهود بانسحاب القوات الإريترية من مدينة شيري في إثيوبيا",
    ],
)
def test_who_saw_a_withdrawal_tells_no_plan(text):
    assert told(text) == [(LEAVING, Status.OCCURRED)]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت ألمانيا انسحاب قواتها من مالي",
        "أكدت مصادر فرنسية انسحاب القوات الفرنسية من مالي في كانون الأول المقبل",
    ],
)
def test_who_announces_his_own_withdrawal_or_tells_a_day_to_come_tells_a_plan(text):
    assert told(text) == [(LEAVING, Status.PLANNED)]


def test_what_returns_beside_a_withdrawal_is_no_force():
    text = "طالبت الفصائل بانسحاب القوات الأميركية من العراق وعودة السيادة إلى البلاد"
    assert told(text) == [(LEAVING, Status.DEMANDED)]


@pytest.mark.parametrize(
    "text, status",
    [
        ("بدأت ألمانيا إجراءات سحب 300 جندي من النيجر", Status.ONGOING),
        ("ستبدأ فرنسا إجراءات سحب قواتها من تشاد", Status.PLANNED),
    ],
)
def test_steps_that_have_begun_are_the_withdrawal(text, status):
    assert told(text) == [(LEAVING, status)]


@pytest.mark.parametrize(
    "text",
    [
        "وضع الجانبان إجراءات لخروج القوات الكندية من مالي",
        "بدأت المحادثات حول سحب القوات الأميركية من العراق",
    ],
)
def test_steps_that_are_only_laid_down_and_talks_are_none(text):
    assert not told(text)
