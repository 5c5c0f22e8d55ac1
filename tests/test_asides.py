"""What stands beside a speaker and is none of his words: datelines, agencies, remarks between dashes."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

SPEAKERS = {
    "an outlet before a dash of tatweel": (
        "صحراء نيوز ــ أعلن الرئيس التشادي محمد ديبي أن القاعدة ستغلق.",
        ["محمد ديبي"],
    ),
    "an outlet whose name looks like a title": (
        "الوكيل نيوز - أفاد عدد من الضباط بأن القاعدة ستغلق.",
        ["عدد من الضباط"],
    ),
    "an agency in marks, then who speaks": (
        "ووفق «وكالة الأناضول»، أكدت وزارة الدفاع التشادية «اكتمال رحيل الجنود من القاعدة».",
        ["وزارة الدفاع التشادية"],
    ),
    "an agency passes on what a ministry says": (
        "وبحسب صحيفة لوموند، قالت الحكومة إن الجنود رحلوا.",
        ["الحكومة"],
    ),
    "a remark that dashes hug": (
        'وقال الوزير -في تصريح وفقا لوكالة الأنباء-: إن "الجيش استلم ثلاث قواعد"، مضيفا أن الأمر انتهى.',
        ["الوزير", "الوزير"],
    ),
    "an agency between two dashes": (
        "وقال الوزير – وفق وكالة الأناضول – إن الجيش استلم ثلاث قواعد.",
        ["الوزير"],
    ),
    "security is no verb, and a resolution no speaker": (
        "وشكر وزير الدفاع محمد نور الجنود على دورهم في استقرار وأمن البلاد، مشيرا إلى أن الخطة ستستمر،"
        " مؤكدا أن آخر جندي سيغادر في ديسمبر وفقا لقرار مجلس الأمن رقم 2628.",
        ["محمد نور", "محمد نور"],
    ),
    "a surname known before ends where the target begins": (
        'قال الأمين العام ينس ستولتنبرغ إن الحلف مستعد. ووصف ستولتنبرغ العنف ضد الجنود بأنه "غير مقبول".',
        ["ينس ستولتنبرغ", "ينس ستولتنبرغ"],
    ),
    "where it was said between two dashes": (
        "وذكرت الصحيفة - في تقرير بثته على موقعها - أن الإدارة تدرس إبقاء قوة صغيرة.",
        ["الصحيفة"],
    ),
    "experts in the plural end before what they call a step": (
        "وصف خبراء عسكريون الرحيل الفرنسي نهاية العام بالخطوة الدعائية , مؤكدين أن القوات باقية.",
        ["خبراء عسكريون", "خبراء عسكريون"],
    ),
    "a statement that a paper followed": (
        'وقالت قيادة أفريكوم في بيان تابعته «الصحراء»، إن القاعدة أخليت. وأضاف البيان: "رحل آخر جندي أمس".',
        ["قيادة أفريكوم", "البيان"],
    ),
    "who prefers not to be named is not called 'preferring'": (
        'وقال أحد سكان المدينة مفضلا عدم الكشف عن اسمه: "لم نر جنديا واحدا".',
        ["أحد سكان المدينة"],
    ),
    "'who has four stars' is no name": (
        "وقال الجنرال ذو النجوم الأربع إن الجنود باقون.",
        ["الجنرال"],
    ),
    "how it is said before who says it": (
        'وعلق ساخرا النائب السابق وليد الطبطبائي: "لم يبق أحد".',
        ["وليد الطبطبائي"],
    ),
    "a surname that begins like 'with'": (
        "قال وزير الخارجية ناصر بوريطة إن الموعد لم يحدد. وصرح بوريطة بأن الأمر انتهى.",
        ["ناصر بوريطة", "ناصر بوريطة"],
    ),
    "'with' before marks belongs to no title": (
        "وتعهد رئيس الوزراء بـ«بلد بلا جندي أجنبي واحد».",
        ["رئيس الوزراء"],
    ),
    "who promises is no thing, though he is named once": (
        "وكان الدبيبة قد تعهد أمام البرلمان بـ«ليبيا بلا جندي أجنبي».",
        ["الدبيبة"],
    ),
    "a first name with its article before 'son of'": (
        "ويعتقد الخبير الأمني المختار ولد سيدي أن الوجود قليل.",
        ["المختار ولد سيدي"],
    ),
    "a Malian source in the accusative": (
        'إن مصدرا عسكريا ماليا قدر العدد بـ"ثلاثة آلاف على الأقل".',
        ["مصدر عسكري مالي"],
    ),
    "two attributions and nothing said": (
        "كما أفاد عدد من المسؤولين مشترطين عدم كشف هوياتهم، بحسب صحيفة لوموند.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "speakers"), SPEAKERS.values(), ids=SPEAKERS)
def test_the_words_are_those_of(text, speakers):
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == speakers
