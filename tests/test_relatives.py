"""Clauses with 'who' or 'that X carried': they tell whose words these are, or who only spread them."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

SPEAKERS = {
    "who carried the statement is not who speaks": (
        'وقال المتحدث باسم الجيش المالي، سليمان ديمبيلي، في بيان نقلته "وكالة الأناضول"، إن المعسكر استعيد.',
        "سليمان ديمبيلي",
    ),
    "remarks that a paper carried": (
        'وقال وزير الدفاع ساليفو مودي في تصريحات أوردتها صحيفة "لوموند": "سنغلق القاعدة".',
        "ساليفو مودي",
    ),
    "an interview that a channel broadcast": (
        "وقال ديمبيلي، في مقابلة بثتها قناة الجزيرة، إن القوات استعادت المعسكر.",
        "ديمبيلي",
    ),
    "remarks on television that a channel broadcast": (
        "وقال الوزير ساليفو مودي، في حديث متلفز بثته قناة «الساحل» ليل السبت، إن القوات باقية.",
        "ساليفو مودي",
    ),
    "a report that a paper published is the paper's": (
        'وأكد تقرير نشرته صحيفة "لوموند" الخميس أن القواعد ستغلق.',
        'صحيفة "لوموند"',
    ),
    "so is a study that somebody published": (
        "وبحسب دراسة نشرها معهد ستوكهولم، فإن الإنفاق ارتفع.",
        "معهد ستوكهولم",
    ),
    "'which said' is said of the noun before its comma": (
        "تسعى نيامي إلى رحيل الجنود المدعومين من إيطاليا وسط ضغوط من الولايات المتحدة، التي قالت إنها باقية.",
        "الولايات المتحدة",
    ),
    "'who said' of a person with his name": (
        "وأثار القرار غضب وزير الدفاع الصومالي عبد القادر نور، الذي قال إن بلاده لم تُستشر.",
        "عبد القادر نور",
    ),
    "a feeling that reports nothing still has its subject": (
        "أعرب غوتيريش عن أسفه قائلا إن الوضع صعب.",
        "غوتيريش",
    ),
    "'adding' is nobody's name": (
        "أعرب الوزير عن أسفه، مضيفا أن الوضع صعب.",
        "الوزير",
    ),
    "in a statement in which it called on another": (
        "وأصدرت حكومة مالي بيانا يوم السبت دعت فيه الجزائر إلى سحب جنودها من الحدود.",
        "حكومة مالي",
    ),
    "'which is a step' names nobody": (
        "ستغلق القاعدة قريبا، حسبما قال ثلاثة مسؤولين فرنسيين، وهي خطوة قاومتها باريس.",
        "ثلاثة مسؤولين فرنسيين",
    ),
}


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_words_are_those_of(text, speaker):
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == [speaker]
