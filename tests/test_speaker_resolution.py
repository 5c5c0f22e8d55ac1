"""Who speaks in a paragraph that names several: the one asked, the latter, nobody who stands by."""

import pytest

from drawdown_cli.arabic.tokenize import tokenize
from drawdown_cli.extract.attribution import find_quotes

PARAGRAPHS = {
    "a rank and those it speaks to": (
        "وصل قائد القوة الجنرال سام أوكيدينغ إلى بيدوا أمس. «لن نترك فراغا خلفنا»، قال الجنرال للصحفيين.",
        ["سام أوكيدينغ"],
    ),
    "who is asked answers": (
        "سأل صحفيون المتحدثة باسم وزارة الدفاع سابرينا سينغ عن موعد الانسحاب، فقالت إنه لم يتحدد بعد.",
        ["سابرينا سينغ"],
    ),
    "several ask, one has said": (
        "وصل الوزير حمدي ولد صالح مع مراسلين أجانب، وقال إن الميناء مفتوح.",
        ["حمدي ولد صالح"],
    ),
    "a broken plural in -an is annexed": (
        "وقال سكان المدينة إن الجسر مغلق.",
        ["سكان المدينة"],
    ),
    "a rank of two words has an arm": (
        "قال الفريق أول ركن شمس الدين كباشي إن القوات لن تنسحب. وأضاف كباشي أن المدينة صامدة.",
        ["شمس الدين كباشي", "شمس الدين كباشي"],
    ),
    "'and to' is no governor": (
        "تحدثت المحامية ليلى بن عمر أمام القاعدة. وإلى جانبها وقف كمال الطرابلسي. وأضاف أنه سيشهد في القضية.",
        ["كمال الطرابلسي"],
    ),
    "who stands beside the speaker is no subject": (
        "وقال المحافظ سالم الباكري إن المنشأة سلمت. وأعلن من أمام البوابة، والعميد مهدي بن لزرق إلى جانبه،"
        " أن السلطة ستعيد تشغيلها.",
        ["سالم الباكري", "سالم الباكري"],
    ),
    "a key is no person": (
        "عادت السيدة نفيسة عبد الرحيم إلى حيها. فتحت الباب بمفتاح حملته معها. «وجدت الباب ولم أجد البيت».",
        ["نفيسة عبد الرحيم"],
    ),
    "the latter is who was named last": (
        "قال الجنرال سيفو ماليندي إن القوة خرجت. وكان قد رفض لقاء جيروم دييودو. وقال الأخير إن الباب مفتوح.",
        ["سيفو ماليندي", "جيروم دييودو"],
    ),
}


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_each_quotation_has_its_speaker(name: str) -> None:
    text, speakers = PARAGRAPHS[name]
    assert [quote.speaker for quote in find_quotes(tokenize(text))] == speakers
