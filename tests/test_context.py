"""Who is meant by the text around: our correspondent, the first of two officers, whoever spoke before."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

REFERENCES = {
    "our correspondent": (
        "رصدت مراسلة التلفزيون هند الإرياني عودة السكان إلى تعز. وأضافت مراسلتنا أن الشوارع خالية.",
        ["هند الإرياني"],
    ),
    "our correspondent whom nobody named": (
        "وبحسب مراسلنا في غزة فإن الآليات تراجعت. وأضاف مراسلنا أن الطرق مغلقة.",
        ["مراسلنا في غزة", "مراسلنا في غزة"],
    ),
    "the military commander is the one who commands": (
        "قال قائد المنطقة الجنوبية اللواء علي كنه إن كتيبة انسحبت. واعتبر عميد البلدية بلحاج علي أن"
        " الخطوة متأخرة. وأضاف القائد العسكري أن قواته باقية.",
        ["علي كنه", "بلحاج علي", "علي كنه"],
    ),
    "the first and the second officer": (
        "كشف ضابط كبير في القيادة الشمالية أن الكتيبة ستنسحب. وقال ضابط آخر إن القرار سياسي. وأضاف"
        " الضابط الأول أن لا موعد محددا. وقال الضابط الثاني إن الجنود تعبوا.",
        ["ضابط كبير في القيادة الشمالية", "ضابط آخر", "ضابط كبير في القيادة الشمالية", "ضابط آخر"],
    ),
}
NAMELESS = {
    "details and dates are nobody": (
        "ولم يذكر المتحدث تفاصيل. وأضاف المتحدث أن الجنود عادوا. ولم يحدد موعدا.",
        ["المتحدث"],
    ),
    "nor is naming": (
        "رفض القائد تسمية هذه الدول، مكتفيا بالقول: «ستعرفون من الأعلام».",
        ["القائد"],
    ),
    "nor a head that is shaken": ("هز آدم رأسه. وقال إن الجنود غادروا.", ["آدم"]),
    "nor what is done out of despair": (
        "عاد الناس بدافع اليأس، على أمل العيش. ومن بينهم نعمة محمود الزين. يقول: «لن نرحل».",
        ["نعمة محمود الزين"],
    ),
    "where somebody lives": ("وأكدت وفاء المقيمة في الحي: «كل شيء دمر».", ["وفاء"]),
    "an adjective behind 'to the'": (
        "كشفت الصحيفة خطة للنفوذ التركي وإرث قديم للإمبراطورية. كما لفتت إلى دعم حلفائها للحكومة.",
        ["الصحيفة"],
    ),
}
HEARERS = {
    "the parties are called upon": (
        "وقال المبعوث إن الوقت ينفد. ودعا الأطراف إلى تنفيذ الاتفاق. ودعا المجتمع الدولي إلى التحرك.",
        ["المبعوث", "المبعوث", "المبعوث"],
    ),
    "the international community where nobody has spoken": (
        "ودعا المجتمع الدولي إلى وقف القتال.",
        ["المجتمع الدولي"],
    ),
}
ONES = {
    "a researcher and diplomat is one": (
        "أكد خبيران أن الميناء سلم. وقال الباحث السياسي والدبلوماسي السابق أحمد ناشر: إن الأمر لعبة."
        " وقال الباحث السياسي والدبلوماسي السابق: لقد انتهى الأمر.",
        ["خبيران", "أحمد ناشر", "أحمد ناشر"],
    ),
}
TEXTS = REFERENCES | NAMELESS | HEARERS | ONES


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_around_tells_who_speaks(name: str) -> None:
    text, speakers = TEXTS[name]
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == speakers
