"""Whom a verb without a subject, 'he' or 'the man' means: the latest subject that agrees, quoted or told."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

TEXTS = {
    "who is told of after somebody else spoke": (
        "قال السفير جون هايمان إن الاتفاق نافذ. ووصل القائد أحمد كمارا إلى القاعدة. وقال إن الجنود غادروا.",
        ["جون هايمان", "أحمد كمارا"],
    ),
    "'and he added' goes on past whoever is told of": (
        "قال السفير جون هايمان إن الاتفاق نافذ. وغادر الوزير أحمد كمارا القاعة. وأضاف أن بلاده ستنتظر الرد.",
        ["جون هايمان", "جون هايمان"],
    ),
    "what was before shifts no focus": (
        "قال السفير جون هايمان إن الاتفاق نافذ. وكان الوزير أحمد كمارا قد زار القاعدة. وأكد أن الجنود باقون.",
        ["جون هايمان", "جون هايمان"],
    ),
    "the verb of a told sentence gives gender": (
        "قال التاجر سيدي أق محمد إن السوق فارغ. وتضحك قربه بائعة التمر هاديزا بوبكر."
        " تقول إنها لم تر أميركيا واحدا.",
        ["سيدي أق محمد", "هاديزا بوبكر"],
    ),
    "'the man' is who is told of": (
        "في مقر القيادة، استقبلنا العقيد عبد الله فارح. كان الرجل متعبا. قال إن القوة انسحبت من دون إشعار.",
        ["عبد الله فارح"],
    ),
    "'he' is the subject of the sentence before": (
        "قال مسؤول محلي إن الوضع هادئ. ويختلف معه الناشط إبراهيم ماماني. فهو يرى أن القاعدة لا تعني السيادة.",
        ["مسؤول محلي", "إبراهيم ماماني"],
    ),
    "a surname alone is a subject too": (
        "يجلس الفريق عبد الباسط كرم الله في غرفة ضيقة. ورفض كرم الله تسمية زميله،"
        " لكنه قال إنه ما زال في موقعه.",
        ["عبد الباسط كرم الله"],
    ),
    "who answers is no other's words": (
        "والتقى كيبكوري رئيسة المجلس ريجين أبراهام، التي أكدت أن الحكومة ستوفر الوقود قبل نهاية الشهر.",
        ["ريجين أبراهام"],
    ),
    "free words after a told subject": (
        "قال المتحدث ديمتري أستاخوف إن المواقف معروفة. وفي القرية تغلق المعلمة أولينا كرافتس النافذة."
        " «إذا رأوا الضوء أطلقوا النار علينا».",
        ["ديمتري أستاخوف", "أولينا كرافتس"],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_latest_subject_speaks(name: str) -> None:
    text, speakers = TEXTS[name]
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == speakers
