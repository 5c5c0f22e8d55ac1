"""Who is meant by an office under another name, by 'both', by 'the two ministers'."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

OFFICES = {
    "the head of diplomacy is the foreign minister": (
        "قالت وزيرة الخارجية السنغالية ياسين فال إن القواعد ستغلق."
        " وأوضحت رئيسة الدبلوماسية السنغالية أن الجدول لم يحدد.",
        ["ياسين فال", "ياسين فال"],
    ),
    "the head of the government is the prime minister": (
        "أعلن رئيس الوزراء المالي شوغيل مايغا أن البعثة ستغادر. وقال رئيس الحكومة إن القرار لا رجعة فيه.",
        ["شوغيل مايغا", "شوغيل مايغا"],
    ),
    "the lord of the Kremlin is the Russian president": (
        "وصل الرئيس الروسي فلاديمير بوتين إلى حميميم. وقال سيد الكرملين إن القوات أنجزت مهمتها.",
        ["فلاديمير بوتين"],
    ),
    "a spokesman by either word": (
        "قال المتحدث باسم البعثة جون سميث إن الرحيل بدأ. وأضاف الناطق باسم البعثة أن المعدات ستشحن بحرا.",
        ["جون سميث", "جون سميث"],
    ),
    "the president of a country is no president of something else": (
        "قال رئيس الوزراء المالي شوغيل مايغا إن القوات ستغادر. وقال الرئيس المالي إن الاتفاق ألغي.",
        ["شوغيل مايغا", "الرئيس المالي"],
    ),
    "nor the president of a staff": (
        "قال رئيس هيئة الأركان الأميركية مارك ميلي إن القوات باقية. وقال الرئيس الأميركي إن العودة بدأت.",
        ["مارك ميلي", "الرئيس الأميركي"],
    ),
    "but the president alone is who presides": (
        "قال رئيس لجنة الدفاع في البرلمان عمر سيدي إن القانون أقر. وأضاف الرئيس أن الجلسة رفعت.",
        ["عمر سيدي", "عمر سيدي"],
    ),
}
PAIRS = {
    "both": (
        "والتقى رئيس الوزراء محمد السوداني والمستشارة إنغريد سكوف. وأكد كلاهما أن المهمة ستتغير.",
        ["محمد السوداني وإنغريد سكوف"],
    ),
    "the two": (
        "وعقد وزير الدفاع خالد العبيدي ونظيره الأميركي لويد أوستن مؤتمرا. وأكد الاثنان أن المهمة ستتغير.",
        ["خالد العبيدي ولويد أوستن"],
    ),
    "the two ministers": (
        "وعقد وزير الدفاع خالد العبيدي ونظيره الأميركي لويد أوستن مؤتمرا. وأكد الوزيران أن المهمة ستتغير.",
        ["خالد العبيدي ولويد أوستن"],
    ),
    "the two presidents, of one country and of another": (
        "أكد الرئيسان الروسي فلاديمير بوتين والتركي رجب طيب أردوغان أن الاتفاق قائم."
        " وشدد الرئيسان على وحدة سوريا.",
        ["فلاديمير بوتين ورجب طيب أردوغان", "فلاديمير بوتين ورجب طيب أردوغان"],
    ),
    "the two ministers whom nobody named": (
        "وصل وفد من باريس إلى نيامي. وأكد الوزيران أن المهمة ستتغير.",
        ["الوزيران"],
    ),
}
IN_MARKS = {
    "a name with a hyphen": (
        "وأعلن \u200f«كيم مين-سوك»، الناطق باسم وزارة الدفاع، أن التدريبات ستتواصل حتى الجمعة.",
        ["كيم مين-سوك"],
    ),
    "a body's short name beside it": (
        'أعلن "يوهان لارسن"، الأمين العام لحلف شمال الأطلسي "ناتو"، الخميس أن "الحلف يوسع مهمته".',
        ["يوهان لارسن"],
    ),
}


@pytest.mark.parametrize("name", OFFICES | PAIRS | IN_MARKS)
def test_the_one_who_is_meant_speaks(name: str) -> None:
    text, speakers = (OFFICES | PAIRS | IN_MARKS)[name]
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == speakers
