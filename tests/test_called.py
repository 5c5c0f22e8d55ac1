"""By what name somebody is called, and by what name a medium is."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

TEXTS = {
    "a lady who presented herself": (
        "وقالت صاحبة متجر في لاتشين، عرّفت عن نفسها باسم ليلى خانم، إن الزبائن رحلوا.",
        "ليلى خانم",
    ),
    "known as a general": (
        "وتعهد القائد العام لجيش التحرير المعروف بالجنرال سلطان ماكاسا بأن رجاله لن يتقدموا.",
        "سلطان ماكاسا",
    ),
    "nicknamed, in marks": ("وقال القائد الميداني الملقب «أبو حرب» إن الجبهة هادئة.", "أبو حرب"),
    "a title without article begins the name": (
        "ونقلت الإذاعة عن شيخ عشائري في بيو عدي، يدعى معلم نور حسن، قوله إن السكان خائفون.",
        "معلم نور حسن",
    ),
    "a first name that is a title too": (
        "تقول أمينة عبد الرحيم التي فرت من بلدتها إن البيت احترق.",
        "أمينة عبد الرحيم",
    ),
    "what he was formerly stands before the comma": (
        "واعتبر عضو لجنة الحوار سابقا، أحمد القويري، أن الخطر باق.",
        "أحمد القويري",
    ),
    "a channel that is called by a time word": (
        "وذكرت قناة روسيا اليوم أن القوات انسحبت.",
        "قناة روسيا اليوم",
    ),
    "a country that announces today": ("وأعلنت روسيا اليوم أن قواتها ستغادر.", "روسيا"),
    "whom a medium hears speaks": ("وقال المسؤول للعربي الجديد إن القوات باقية.", "مسؤول"),
    "a network of letters": (
        "وأفادت شبكة السي بي إس الأمريكية بأن القوات ستبقى.",
        "شبكة السي بي إس الأمريكية",
    ),
    "a number keeps its genitive": (
        "وقال ثلاثة مسؤولين أمنيين لبنانيين إن الجيش سيتسلم الموقع.",
        "ثلاثة مسؤولين أمنيين لبنانيين",
    ),
    "two governments in the nominative": (
        "أكدت حكومتي مالي والنيجر أن القوات ستنسحب.",
        "حكومتا مالي والنيجر",
    ),
    "a name in marks behind a title": (
        'كشف رئيس كتلة الأمل "سعد السالمي" عن توقيع مئة نائب.',
        "سعد السالمي",
    ),
    "two offices of one": (
        "نفى عضو المجلس الأعلى والناطق باسم حراك الجنوب محمد بشير أخماج أن تكون القبائل قد طلبت ذلك.",
        "محمد بشير أخماج",
    ),
    "offices behind the name": (
        "وقال بابكر ديالو الأمين العام المساعد ومسؤول بعثة الأمم المتحدة إن البعثة ستغادر.",
        "بابكر ديالو",
    ),
    "a slip of the pen in a title": (
        "وقال الأمين العام للأمم لمتحدة كوفي أنان إن البعثة باقية.",
        "كوفي أنان",
    ),
    "two prepositions in a row end a name": (
        'وقال وزير الجيوش التشادي إسحاق مالو جابر في خلال التسليم: "اليوم تنتهي المهمة هنا".',
        "إسحاق مالو جابر",
    ),
    "a medium on its site": ("وقالت قناة روسيا اليوم على موقعها إن القوات غادرت.", "قناة روسيا اليوم"),
    "what a body leaves is none of it": (
        "لكن مغادرة البعثة للإقليم كليا ستطول. وأشارت إلى أن العناصر سيبقون.",
        "البعثة",
    ),
    "two countries that are known": ("وقال البلدان في بيان مشترك إن القوات ستغادر.", "البلدان"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_speaker_is_called_by_his_name(name: str) -> None:
    text, speaker = TEXTS[name]
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == [speaker]
