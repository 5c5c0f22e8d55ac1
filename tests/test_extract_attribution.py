import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes
from drawdown_cli.lexicon import lexicon
from drawdown_cli.models import Quote


def quotes(text: str) -> list[Quote]:
    return find_quotes(tokenize(text))


@pytest.mark.parametrize("entry", lexicon("cues").entries, ids=lambda entry: entry.word)
def test_each_cue_fires_in_its_example_and_not_in_its_counter_example(entry):
    assert any(quote.cue_lemma == entry.lemma for quote in quotes(entry.example + "."))
    if entry.counter_example:
        assert not [q for q in quotes(entry.counter_example + ".") if q.cue_lemma == entry.lemma]


@pytest.mark.parametrize(
    "text, field, value",
    [
        ("وقال وزير النقل هشام الجزولي للصحفيين إن الميناء مفتوح.", "addressee", "الصحفيين"),
        ("وقال وزير النقل هشام الجزولي لوكالة رويترز إن الميناء مفتوح.", "addressee", "وكالة رويترز"),
        ("وأبلغ الوزير البرلمان أن الميناء مفتوح.", "addressee", "البرلمان"),
        ("وقال الوزير في مؤتمر صحفي إن الميناء مفتوح.", "venue", "مؤتمر صحفي"),
        ("وقال المتحدث باسم وزارة النقل هشام الجزولي إن الميناء مفتوح.", "affiliation", "وزارة النقل"),
        ("وقال المتحدث باسم وزارة النقل هشام الجزولي إن الميناء مفتوح.", "role", "المتحدث باسم وزارة النقل"),
        ("ونقلت الإذاعة عن الوزير قوله إن الميناء مفتوح.", "via", "الإذاعة"),
        ("ولم يستبعد الوزير أن يغلق الميناء.", "polarity", "negative"),
        ("وتساءل الوزير عما إذا كان الميناء مفتوحا.", "act", "question"),
    ],
)
def test_a_quotation_says_how_it_was_said(text, field, value):
    [quote] = quotes(text)
    assert getattr(quote, field) == value


@pytest.mark.parametrize(
    "text, contents",
    [
        ("ووصف وزير الخارجية الإيراني المحادثات الجارية بأنها صعبة.", ["المحادثات الجارية بأنها صعبة"]),
        ("واتهم الرئيس الكولومبي القوات الخاصة بحرق القرية.", ["القوات الخاصة بحرق القرية"]),
        ("وحمّلت الحركة، وفق البيان، الحكومة مسؤولية الحريق.", ["الحكومة مسؤولية الحريق"]),
        ("ووصفها الوزير علي خالد بأنها خطوة مهمة.", ["خطوة مهمة"]),
        ("ونفت الوزارة نفيا قاطعا وجود قاعدة أجنبية.", ["وجود قاعدة أجنبية"]),
        (
            'وحذر قائد القيادة من "فراغ أمني" قد تستغله العصابات.',
            ['"فراغ أمني" قد تستغله العصابات'],
        ),
        ('وذكرت "نوفا بريس" أن القافلة وصلت.', ["القافلة وصلت"]),
        ("وقالت «سرايا الفجر» في بيان: «لن نترك مواقعنا شرق النهر».", ["لن نترك مواقعنا شرق النهر"]),
        ("وأكدت «مينوسما» مغادرة آخر كتيبة.", ["مغادرة آخر كتيبة"]),
        ('وطلبت الحكومة "إيضاحات" من السفير.', []),
        (
            "وتضم القاعدة حاليا، بحسب مصدر في الوزارة، 250 مستشارا.",
            ["وتضم القاعدة حاليا، بحسب مصدر في الوزارة، 250 مستشارا"],
        ),
        (
            "رحل الجنود فجرا، بحسب رئيس البلدية، في شاحنات مغطاة.",
            ["رحل الجنود فجرا، بحسب رئيس البلدية، في شاحنات مغطاة"],
        ),
        ("رحل الجنود فجرا، بحسب رئيس البلدية، في بيان صدر الأحد.", ["رحل الجنود فجرا"]),
        ("كشف الجفاف عن هيكل سفينة قديمة.", []),
        ("أشار قائد الدورية بيده إلى التلة ثم مضى.", []),
        ("دعا العقيد ضيوفه إلى المائدة بعد أن طالت الزيارة.", []),
        ("واشترط الضابط الذي تحدث إلى الوكالة عدم ذكر اسمه لأنه غير مخول بالحديث.", []),
    ],
)
def test_a_quotation_begins_and_ends_with_what_was_said(text, contents):
    assert [quote.content for quote in quotes(text)] == contents


@pytest.mark.parametrize(
    "text, kind",
    [
        ("وقال الوزير إن الخلاف «تقني».", "mixed"),
        ("وقال الوزير إن مهربي «البحر» فروا.", "indirect"),
        ("وأعلن الجنرال أن جيشه «لا يفاوض تحت النار».", "mixed"),
        ("وقال الوزير إن سفينة «المرجان» غرقت.", "indirect"),
        ("وصف الوزير القرار بـ«المتسرع».", "mixed"),
    ],
)
def test_words_in_marks_make_a_quotation_mixed_but_names_do_not(text, kind):
    assert [quote.kind for quote in quotes(text)] == [kind]
